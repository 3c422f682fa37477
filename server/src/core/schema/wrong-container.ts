/** A list, a mapping or a single value where another of the three belongs, and an entry of a list that is empty. */
import type { Fault } from '../finding';
import type { Node, ScalarNode } from '../syntax/tree/node';
import { idMeant } from '../text/id-words';
import { listAnd, say } from '../text/say';
import { lowerFirst, shorten } from '../text/words';
import type { FaultPlace } from './fault-place';
import { keepOne, listMeant, textsOf } from './several-values';
import { nameKeyOf, type Shape, shapeOfItems, shapeUnder } from './shape';

/** A list, a mapping or a single value where another of the three belongs. */
export function wrongContainer(place: FaultPlace): Fault {
  const { node, shape, key } = place;
  const nothing = node.kind === 'scalar' && NOTHING.test(node.text) ? node.text : undefined;
  const reason = nothing === undefined ? undefined : noneOf(shape);
  if (nothing !== undefined && reason !== undefined) {
    const message = say`${subjectOf(place)} has "${nothing}" without the reason. Write it like "${key}: ${reason}".`;
    return { rule: 'wrong-type', at: node, message };
  }
  const shown = inline(shape.schema.examples?.[0]);
  const like = shown === undefined ? undefined : `"${key === '' || place.inList ? '' : `${key}: `}${shown}"`;
  if (shape.schema.type === 'array') return noList(place, like);
  return shape.schema.type === 'object' ? noMapping(place, like) : noSingleValue(place, like);
}

/** The fault that something of another `form` must stand at `place`. */
function mustBe(place: FaultPlace, form: string, advice: string): Fault {
  const { node } = place;
  const at = node.kind === 'scalar' ? node : (firstToken(node) ?? node);
  const message =
    node.kind === 'scalar'
      ? say`${subjectOf(place)} must be ${form}, not "${shorten(node.text)}". ${advice}.`
      : say`${subjectOf(place)} must be ${form}. ${advice}.`;
  return { rule: 'wrong-type', at, message };
}

function noList(place: FaultPlace, like: string | undefined): Fault {
  const { node, shape } = place;
  const meant = node.kind === 'scalar' ? listMeant(node, shape) : undefined;
  if (meant) return { ...mustBe(place, say`a list`, say`Write ${meant.text}`), fixes: [meant.fix] };
  const first = node.kind === 'map' && node.style === 'block' ? node.entries[0]?.key.text : undefined;
  if (first !== undefined && shapeOfItems(shape, node)?.schema.properties) {
    const advice = say`Write "- " before "${shorten(first)}", and move the keys below it two columns to the right`;
    return mustBe(place, say`a list, and its first item has no dash`, advice);
  }
  const entry = exampleOf(shapeOfItems(shape, undefined));
  const start = entry ? say`Start each entry on a line of its own, like "- ${entry}"` : undefined;
  const advice = like ? say`Write it like ${like}` : say`Start each entry on a line of its own with "- "`;
  return mustBe(place, say`a list`, start ?? advice);
}

function noMapping(place: FaultPlace, like: string | undefined): Fault {
  const { node, shape } = place;
  const keys = Object.keys(shape.schema.properties ?? {}).slice(0, 3);
  if (node.kind === 'list' && keys.length === 1)
    return inParts(place, say`Write "${keys[0]}:" above the list, and indent the list below it`);
  const names = listAnd(keys.map(name => `"${name}:"`));
  const advice =
    keys.length === 0
      ? say`Write each part with its name and a colon before it`
      : keys.length === 1
        ? say`Write ${names} with its value`
        : say`Write ${names}, each with its value`;
  const entry = place.inList ? exampleOf(shape, node) : undefined;
  const shownAs = entry ? `"${entry}"` : like;
  return inParts(place, shownAs ? say`Write it like ${shownAs}` : advice);
}

/** The fault that one thing stands where several belong, each with its name. */
function inParts(place: FaultPlace, advice: string): Fault {
  const { node, key, partOf } = place;
  const at = node.kind === 'scalar' ? node : (firstToken(node) ?? node);
  const subject = subjectOf(place);
  const message =
    node.kind !== 'scalar'
      ? say`${subject} is written in parts. ${advice}.`
      : partOf !== undefined && YEARLY.has(key) && /\d/.test(node.text)
        ? say`${partOf} has one amount under "${key}"; each year needs its own. ${advice}.`
        : say`${subject} is written in parts, not as "${shorten(node.text)}". ${advice}.`;
  return { rule: 'wrong-type', at, message };
}

/** Keys of amounts by year. */
const YEARLY: ReadonlySet<string> = new Set(['amounts', 'forecast', 'minimum']);

function noSingleValue(place: FaultPlace, like: string | undefined): Fault {
  const { node, key, partOf, shape } = place;
  const at = node.kind === 'scalar' ? node : (firstToken(node) ?? node);
  const subject = subjectOf(place);
  const values = node.kind === 'list' ? textsOf(node) : [];
  const [value] = values;
  if (value === undefined) {
    const advice = like ? say`Write it on the same line, like ${like}` : say`Write it on the same line`;
    return { rule: 'wrong-type', at, message: say`${subject} takes one value. ${advice}.` };
  }
  const isLead = partOf !== undefined && key === 'lead' && shape.schema['x-form'] === 'person';
  const message =
    values.length === 1
      ? say`${subject} takes one value, not a list. Write ${shorten(value)} without a dash or brackets.`
      : isLead && values.length === 2
        ? say`${partOf} has two leads. Keep the one person who is accountable.`
        : isLead
          ? say`${partOf} has ${values.length} leads. Keep the one person who is accountable.`
          : say`${subject} takes one value, and there are ${values.length}. Keep one of them.`;
  return { rule: 'wrong-type', at, message, fixes: keepOne(node, values, place.surroundings) };
}

export function emptyEntry(place: FaultPlace): Fault {
  const message = say`${subjectOf(place)} is empty. Write it out after the dash, or take it away.`;
  return { rule: 'wrong-type', at: place.node, message, detail: 'empty' };
}

function subjectOf({ called, partOf, key, inList }: FaultPlace): string {
  if (key === '') return called;
  const part = inList ? entryOf(key) : `"${key}"`;
  return partOf === undefined ? part : say`${part} of ${lowerFirst(partOf)}`;
}

function firstToken(node: Exclude<Node, ScalarNode>): Node | undefined {
  if (node.kind === 'map') return node.entries[0]?.key;
  const first = node.items[0];
  return first === undefined || first.kind === 'scalar' ? first : firstToken(first);
}

/** How messages call an entry of a list that has no name of its own. */
export function entryOf(key: string): string {
  return say`An entry of "${key}"`;
}

/** An example as it would stand on one line; `undefined` where it would be long or hold more than plain values. */
export function inline(example: unknown): string | undefined {
  if (typeof example === 'string' || typeof example === 'number' || typeof example === 'boolean')
    return String(example);
  if (typeof example !== 'object' || example === null) return undefined;
  const values = Object.values(example);
  if (values.length === 0 || values.length > 3 || values.some(value => typeof value === 'object')) return undefined;
  return Array.isArray(example)
    ? `[${values.join(', ')}]`
    : `{${Object.entries(example)
        .map(([name, value]) => `${name}: ${value}`)
        .join(', ')}}`;
}

/** "none" in the words of authors. */
const NOTHING = /^(?:none|nil|no|nothing|n\/a|not applicable)\.?$/i;

/** How a section of `shape` is knowingly left empty: `{none: the reason}`; `undefined` where it may not be. */
function noneOf({ schema }: Shape): string | undefined {
  const examples = (schema.examples ?? []).map(inline);
  return examples.find(example => example?.startsWith('{none: '));
}

/** An item of `shape` with what each must have, on one line; its name is the text that stood in its place, if that is one. */
function exampleOf(shape: Shape | undefined, stood?: Node): string | undefined {
  const { properties, required } = shape?.schema ?? {};
  if (!shape || !properties || !required) return undefined;
  const keys = Object.keys(properties).filter(key => required.includes(key) || key === 'lead');
  const name = stood?.kind === 'scalar' && isName(stood.text) ? stood.text : undefined;
  const pairs = keys.map(key => {
    const own = key === nameKeyOf(shape) ? name : key === 'id' && name ? idMeant(name) : undefined;
    return `${key}: ${own ?? inline(shapeUnder(shape, key, undefined)?.schema.examples?.[0])}`;
  });
  return pairs.some(pair => pair.endsWith(': undefined')) ? undefined : `{${pairs.join(', ')}}`;
}

function isName(text: string): boolean {
  return text.length <= 60 && /^\p{L}[\p{L}\d .'’&/()-]*$/u.test(text);
}
