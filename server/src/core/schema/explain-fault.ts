/** One fault of form in an author's words: which rule names it, where it is, what to write instead. */
import type { Fault, Fix } from '../finding';
import { readDate, readYear } from '../model/calendar';
import { readMoney } from '../model/money';
import { isEmpty, type MapNode, type Node, type ScalarNode } from '../syntax/node';
import { isPlain, type Surroundings, writeText } from '../syntax/write-scalar';
import { nearest } from '../text/nearest';
import { listOf, phrase, shorten } from '../text/words';
import { type Shape, shapeOfItems, shapeOfKeys, shapeUnder } from './shape';
import type { SchemaFault } from './validators.generated';

/** The fault that `error` stands for, found in `unit`; `undefined` for errors that only repeat another. */
export function explain(error: SchemaFault, unit: Node, unitShape: Shape, called: string): Fault | undefined {
  if (error.keyword === 'if' || error.keyword === 'propertyNames') return undefined;
  const place = locate(error.instancePath, unit, unitShape, called);
  if (!place) return undefined;
  const { node, shape } = place;
  if (error.propertyName !== undefined && node.kind === 'map') return wrongKey(error.propertyName, node, place);
  if (error.keyword === 'required' && node.kind === 'map')
    return missingKey(String(error.params['missingProperty']), node, place);
  if (error.keyword === 'additionalProperties' && node.kind === 'map') {
    return unknownKey(String(error.params['additionalProperty']), node, place);
  }
  if (node.kind !== 'scalar') return wrongContainer(place);
  if (shape.schema.type === 'array' || shape.schema.type === 'object') return wrongContainer(place);
  if (error.keyword === 'enum') return unknownValue(node, place);
  return wrongScalar(node, shape.schema['x-form'] ?? 'text', place);
}

/** A place within a unit: what stands there, what should, under which key, and in which item. */
interface FaultPlace {
  readonly node: Node;
  readonly shape: Shape;
  readonly key: string;
  readonly called: string;
  readonly surroundings: Surroundings;
  readonly parent: MapNode | undefined;
}

function locate(pointer: string, unit: Node, unitShape: Shape, called: string): FaultPlace | undefined {
  let place: FaultPlace = {
    node: unit,
    shape: unitShape,
    key: '',
    called: nameOf(unit, unitShape) ?? called,
    surroundings: isFlow(unit) ? 'flow' : 'block',
    parent: undefined,
  };
  for (const step of pointer.split('/').slice(1).map(unescape)) {
    const { node, shape, surroundings } = place;
    if (node.kind === 'scalar') return undefined;
    const inner: Node | undefined = node.kind === 'map' ? node.get(step) : node.items[Number(step)];
    if (!inner) return undefined;
    const innerShape = node.kind === 'map' ? shapeUnder(shape, step, inner) : shapeOfItems(shape, inner);
    if (!innerShape) return undefined;
    place = {
      node: inner,
      shape: innerShape,
      key: node.kind === 'map' ? step : place.key,
      called: nameOf(inner, innerShape) ?? place.called,
      surroundings: surroundings === 'flow' || isFlow(inner) ? 'flow' : 'block',
      parent: node.kind === 'map' ? node : undefined,
    };
  }
  return place;
}

function unescape(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function isFlow(node: Node): boolean {
  return node.kind !== 'scalar' && node.style === 'flow';
}

/** `Scheme "Falls response service"` for an item that the format gives a noun. */
function nameOf(node: Node, shape: Shape): string | undefined {
  const noun = shape.schema['x-noun'];
  if (!noun || node.kind !== 'map') return undefined;
  const name = node.get(shape.schema['x-item-name'] ?? 'name') ?? node.get('id');
  return name?.kind === 'scalar' && !isEmpty(name) ? `${noun} "${shorten(name.text)}"` : `${noun} without a name`;
}

function missingKey(key: string, node: MapNode, { shape, called }: FaultPlace): Fault {
  const nameKey = shape.schema['x-item-name'] ?? 'name';
  const named = [nameKey, 'id', 'title'].map(name => node.entry(name)).find(entry => entry && !isEmpty(entry.value));
  const empty = node.entry(key);
  const at = empty?.key ?? named?.value ?? node.entries[0]?.key ?? node;
  const example = shapeUnder(shape, key, undefined)?.schema.examples?.[0];
  const shown = typeof example === 'object' ? `"${key}"` : `"${key}: ${example}"`;
  const message = empty
    ? `${called} has nothing after "${key}:". Fill it in, for example ${shown}.`
    : `${called} has no "${key}". Add it, for example ${shown}.`;
  return { rule: 'missing-key', at, message, detail: key };
}

function unknownKey(key: string, node: MapNode, { shape, called }: FaultPlace): Fault | undefined {
  const entry = node.entry(key);
  if (!entry) return undefined;
  const allowed = Object.keys(shape.schema.properties ?? {});
  const free = allowed.filter(other => !node.entry(other));
  const meant = SYNONYMS.get(key)?.find(other => free.includes(other)) ?? nearest(key, free);
  const written = `"${shorten(key)}"`;
  const advice = meant
    ? `Write "${meant}".`
    : free.length === 0
      ? 'Take it out.'
      : `What can stand here is ${listOf(free.slice(0, 12))}.`;
  const fixes = meant ? [replace(entry.key, meant, 'block', 'judgement')] : [];
  return { rule: 'unknown-key', at: entry.key, message: `${called} cannot have ${written}. ${advice}`, fixes };
}

/** Words that authors use for keys of the format. */
const SYNONYMS = new Map<string, readonly string[]>([
  ['owner', ['lead']],
  ['responsible', ['lead', 'owner']],
  ['accountable', ['lead', 'accountable_lead']],
  ['accountable_person', ['accountable_lead']],
  ['lead', ['owner', 'accountable_lead', 'pool_manager']],
  ['due', ['deadline']],
  ['due_date', ['deadline']],
  ['date', ['deadline', 'on']],
  ['name', ['title', 'what', 'group', 'site']],
  ['title', ['name', 'what']],
  ['description', ['what']],
  ['amount', ['amounts']],
  ['cost', ['amounts', 'amount']],
  ['value', ['amounts', 'amount']],
  ['start', ['starts', 'from', 'opens']],
  ['start_date', ['starts', 'from']],
  ['end', ['ends', 'to']],
  ['end_date', ['ends', 'to']],
  ['organisation', ['employer', 'partner', 'provider']],
  ['role', ['post']],
  ['job_title', ['post']],
]);

function unknownValue(node: ScalarNode, place: FaultPlace): Fault {
  const { shape, called, key, surroundings } = place;
  const listed = (shape.schema.enum ?? []).map(String);
  const yesNo = shape.schema['x-form'] === 'yes-no' ? YES_NO.get(node.text.toLowerCase()) : undefined;
  const meant = yesNo ?? nearest(node.text, listed);
  const advice = meant ? `Write "${meant}".` : `Choose ${phrase(listed)}.`;
  const message = `${called} has "${shorten(node.text)}" as its ${words(key)}, which is not in the list. ${advice}`;
  const same = meant !== undefined && (yesNo !== undefined || sameWords(meant, node.text));
  const fixes = meant ? [replace(node, meant, surroundings, same ? 'safe' : 'judgement', 'as is')] : [];
  return { rule: 'unknown-value', at: node, message, fixes };
}

const YES_NO = new Map([
  ['yes', 'true'],
  ['y', 'true'],
  ['on', 'true'],
  ['true', 'true'],
  ['no', 'false'],
  ['n', 'false'],
  ['off', 'false'],
  ['false', 'false'],
]);

function sameWords(a: string, b: string): boolean {
  const fold = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, '-');
  return fold(a) === fold(b);
}

function wrongContainer({ node, shape, called, key }: FaultPlace): Fault {
  const at = node.kind === 'scalar' ? node : (firstToken(node) ?? node);
  const subject =
    key === '' || called.startsWith('The plan') ? `"${key || called}"` : `The ${words(key)} of ${lower(called)}`;
  const example = shape.schema.examples?.[0];
  const written = node.kind === 'scalar' ? ` "${shorten(node.text)}" cannot stand here.` : '';
  if (shape.schema.type === 'array') {
    return {
      rule: 'wrong-type',
      at,
      message: `${subject} must be a list.${written} Start each entry on a line of its own with "- ".`,
    };
  }
  if (shape.schema.type === 'object') {
    const keys = Object.keys(shape.schema.properties ?? {});
    const pairs =
      keys.length > 0 ? `such as ${listOf(keys.slice(0, 3).map(name => `${name}:`))}` : 'such as 2017-18: £1.2m';
    return { rule: 'wrong-type', at, message: `${subject} must be made of keys and values, ${pairs}.${written}` };
  }
  const shown = example === undefined || typeof example === 'object' ? '' : `, for example ${key}: ${example}`;
  return { rule: 'wrong-type', at, message: `${subject} must be a single value. Write it on the same line${shown}.` };
}

function firstToken(node: Exclude<Node, ScalarNode>): Node | undefined {
  if (node.kind === 'map') return node.entries[0]?.key;
  const first = node.items[0];
  return first === undefined || first.kind === 'scalar' ? first : firstToken(first);
}

function wrongKey(key: string, node: MapNode, place: FaultPlace): Fault | undefined {
  const entry = node.entry(key);
  const shape = shapeOfKeys(place.shape);
  if (!entry || !shape) return undefined;
  return wrongScalar(entry.key, shape.schema['x-form'] ?? 'text', {
    ...place,
    node: entry.key,
    shape,
    surroundings: 'block',
  });
}

/** What is right for each form of scalar, for the end of a message. */
const RIGHT_FORM: Readonly<
  Record<string, { readonly rule: string; readonly needs: string; readonly example: string }>
> = {
  money: { rule: 'bad-money', needs: 'an amount', example: 'an amount like £1.2m, £850k or £1,250,000' },
  date: { rule: 'bad-date', needs: 'a date', example: 'a day like 2018-03-31' },
  year: { rule: 'bad-year', needs: 'a financial year', example: 'two years that follow each other, like 2017-18' },
  id: { rule: 'bad-id', needs: 'an id', example: 'small letters, digits and hyphens, like falls-response' },
  'yes-no': { rule: 'wrong-type', needs: 'true or false', example: 'true or false' },
  whole: { rule: 'wrong-type', needs: 'a whole number', example: 'a whole number' },
  number: { rule: 'wrong-type', needs: 'a number', example: 'a number without units' },
  text: { rule: 'wrong-type', needs: 'text', example: 'words, in quotes if they are true or false' },
};

function wrongScalar(node: ScalarNode, form: string, place: FaultPlace): Fault {
  const right = RIGHT_FORM[form] ?? { rule: 'wrong-type', needs: 'text', example: 'words' };
  const { meant, certain, why } = meaning(node, form, place);
  const written = `"${shorten(node.text)}"`;
  const advice = meant ? `Write ${meant}${form === 'id' ? '' : ''}.` : `Write ${rangeOf(place) ?? right.example}.`;
  const reason = why ? `, which ${why}` : '';
  const message = `${place.called} has ${written} where ${right.needs} belongs${reason}. ${advice}`;
  const fixes = meant
    ? [replace(node, meant, place.surroundings, certain ? 'safe' : 'judgement', form === 'text' ? 'quoted' : 'as is')]
    : [];
  return { rule: right.rule, at: node, message, fixes };
}

/** What the author meant, and whether that is the one right answer. */
function meaning(
  node: ScalarNode,
  form: string,
  place: FaultPlace,
): { meant?: string; certain?: boolean; why?: string } {
  switch (form) {
    case 'money':
      return meantMoney(node, place.surroundings);
    case 'date': {
      const reading = readDate(node.text);
      if ('date' in reading) return {};
      if (reading.suggestion) return { meant: reading.suggestion, certain: true };
      return { why: reading.fault, ...(reading.perhaps ? { meant: reading.perhaps } : {}) };
    }
    case 'year': {
      const reading = readYear(node.text);
      if ('year' in reading) return {};
      return reading.suggestion ? { meant: reading.suggestion, certain: true } : { why: reading.fault };
    }
    case 'id': {
      const id = idFrom(node.text);
      return id ? { meant: id } : {};
    }
    case 'yes-no': {
      const answer = YES_NO.get(node.text.toLowerCase());
      return answer ? { meant: answer, certain: true } : {};
    }
    case 'number':
    case 'whole':
      return meantNumber(node.text, form);
    default:
      return typeof node.value === 'boolean' ? { meant: node.text, certain: true } : {};
  }
}

function meantMoney(node: ScalarNode, surroundings: Surroundings): { meant?: string; certain?: boolean; why?: string } {
  const reading = readMoney(node.text);
  if ('pence' in reading) return {};
  if (!reading.suggestion) return { why: reading.fault === 'is not an amount' ? '' : reading.fault };
  return {
    meant: surroundings === 'flow' ? reading.suggestion.replaceAll(',', '') : reading.suggestion,
    certain: true,
  };
}

function meantNumber(text: string, form: string): { meant?: string; certain?: boolean } {
  const bare = text.trim().replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, '');
  const match = /^(-?\d+(?:\.\d+)?)\s*(?:%|percent|per cent|wte|fte|days?)?$/i.exec(bare);
  const number = match?.[1];
  if (number === undefined || (form === 'whole' && number.includes('.'))) return {};
  return { meant: String(Number(number)), certain: true };
}

function rangeOf({ shape }: FaultPlace): string | undefined {
  const { minimum, maximum } = shape.schema;
  if (minimum === undefined || maximum === undefined || maximum > 10_000) return undefined;
  return `a${shape.schema['x-form'] === 'whole' ? ' whole' : ''} number from ${minimum} to ${maximum}`;
}

function idFrom(text: string): string | undefined {
  const id = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  return id === '' ? undefined : id;
}

/** A fix that puts `text` in the place of `node`. */
function replace(
  node: ScalarNode,
  text: string,
  surroundings: Surroundings,
  certainty: 'safe' | 'judgement',
  form: 'text' | 'as is' | 'quoted' = 'text',
): Fix {
  const written =
    form === 'as is'
      ? isPlain(text, surroundings)
        ? text
        : `"${text}"`
      : form === 'quoted'
        ? `"${text}"`
        : writeText(text, surroundings);
  return { title: `Write ${written}`, safe: certainty === 'safe', edits: [{ at: node, text: written }] };
}

function words(key: string): string {
  return key.replaceAll('_', ' ');
}

function lower(called: string): string {
  return called.charAt(0).toLowerCase() + called.slice(1);
}
