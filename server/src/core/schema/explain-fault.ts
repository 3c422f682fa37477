/** One fault of form in an author's words: which rule names it, where it is, what to write instead. */

import type { Fault } from '../finding';
import { isEmpty, type MapNode, type Node, type ScalarNode } from '../syntax/tree/node';
import { idMeant } from '../text/id-words';
import { listOf, said, say } from '../text/say';
import { shorten, within } from '../text/words';
import { replaceScalar, unknownValue, wrongScalar } from './explain-scalar';
import type { FaultPlace, FormFault } from './fault-place';
import { freeKeys, keyMeant } from './key-meant';
import { keepOne, listMeant, textsOf } from './several-values';
import { nameKeyOf, type Shape, shapeOfItems, shapeOfKeys, shapeUnder } from './shape';
import type { SchemaFault } from './validators.generated';

/** The fault that `error` stands for, found in `unit`; `undefined` for errors that only repeat another. */
export function explain(error: SchemaFault, node: Node, shape: Shape, unit: Unit): FormFault | undefined {
  if (error.keyword === 'if' || error.keyword === 'propertyNames') return undefined;
  const place = locate(error.instancePath.split('/').slice(1).map(fromPointer), node, shape, unit);
  return place && explainThere(error, place);
}

function explainThere(error: SchemaFault, place: FaultPlace): FormFault | undefined {
  const { node, shape } = place;
  if (error.propertyName !== undefined && node.kind === 'map') return wrongKey(error.propertyName, node, place);
  if (error.keyword === 'required' && node.kind === 'map')
    return missingKey(String(error.params['missingProperty']), node, place);
  if (error.keyword === 'additionalProperties' && node.kind === 'map') {
    return unknownKey(String(error.params['additionalProperty']), node, place);
  }
  if (place.inList && isEmpty(node)) return emptyEntry(place);
  if (node.kind !== 'scalar' || shape.schema.type === 'array' || shape.schema.type === 'object')
    return wrongContainer(place);
  return error.keyword === 'enum' ? unknownValue(node, place) : wrongScalar(node, place);
}

/** The fault of a value, or of the key that ends `path`, which has the form that the validators ask for but no meaning. */
export function explainAt(
  path: readonly string[],
  which: 'value' | 'key',
  node: Node,
  shape: Shape,
  unit: Unit,
  form: string,
): FormFault | undefined {
  const last = path.at(-1) ?? '';
  const place = locate(which === 'key' ? path.slice(0, -1) : path, node, shape, unit);
  if (!place) return undefined;
  if (which === 'key') {
    const keys = place.node.kind === 'map' ? shapeOfKeys(place.shape) : undefined;
    return place.node.kind === 'map' && keys?.schema['x-form'] === form ? wrongKey(last, place.node, place) : undefined;
  }
  return place.node.kind === 'scalar' && place.shape.schema['x-form'] === form
    ? wrongScalar(place.node, place)
    : undefined;
}

/** What is checked at once: the plan without its sections, a section, an entry of the list under a key, or another file. */
export interface Unit {
  readonly kind: 'plan' | 'section' | 'entry' | 'file';
  /** The key that it stands under, or what messages call the file. */
  readonly key: string;
}

function locate(path: readonly string[], whole: Node, itsShape: Shape, unit: Unit): FaultPlace | undefined {
  const name = nameOf(whole, itsShape);
  let place: FaultPlace = {
    node: whole,
    shape: itsShape,
    key: '',
    inList: unit.kind === 'entry',
    called: name ?? calledOf(unit),
    partOf: name ?? (unit.kind === 'plan' || unit.kind === 'entry' ? undefined : calledOf(unit)),
    surroundings: isFlow(whole) ? 'flow' : 'block',
  };
  for (const step of path) {
    const { node, shape, surroundings } = place;
    if (node.kind === 'scalar') return undefined;
    const inner: Node | undefined = node.kind === 'map' ? node.get(step) : node.items[Number(step)];
    if (!inner) return undefined;
    const innerShape = node.kind === 'map' ? shapeUnder(shape, step, inner) : shapeOfItems(shape, inner);
    if (!innerShape) return undefined;
    const innerName = nameOf(inner, innerShape, node.kind === 'map' ? step : undefined);
    place = {
      node: inner,
      shape: innerShape,
      key: node.kind === 'map' ? step : place.key,
      inList: node.kind === 'list',
      called: innerName ?? place.called,
      partOf: innerName ?? place.partOf,
      surroundings: surroundings === 'flow' || isFlow(inner) ? 'flow' : 'block',
    };
  }
  return place;
}

/** How messages call an entry of a list that has no name of its own. */
function entryOf(key: string): string {
  return say`An entry of "${key}"`;
}

/** How messages call a unit without a name of its own. */
function calledOf({ kind, key }: Unit): string {
  if (kind === 'plan') return say`The plan`;
  if (kind === 'file') return key;
  return kind === 'entry' ? entryOf(key) : say`The section "${key}"`;
}

function fromPointer(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function isFlow(node: Node): boolean {
  return node.kind !== 'scalar' && node.style === 'flow';
}

/** `Scheme "Falls response service"` for an item that the format gives a noun; `key` names it where nothing else does. */
function nameOf(node: Node, shape: Shape, key?: string): string | undefined {
  const noun = shape.schema['x-noun'];
  if (!noun || node.kind !== 'map') return undefined;
  const names = [node.get(nameKeyOf(shape)), node.get('id')];
  const name = names.find(value => value?.kind === 'scalar' && !isEmpty(value));
  const shown = name?.kind === 'scalar' ? name.text : key;
  return shown === undefined ? say`${said(noun)} without a name` : `${said(noun)} "${shorten(shown)}"`;
}

function missingKey(key: string, node: MapNode, { shape, called }: FaultPlace): Fault | undefined {
  // A key that was meant to be this one is told as such: one cause, one finding.
  if (node.entries.some(({ key: { text } }) => keyMeant(text, node, shape) === key)) return;
  const nameKey = nameKeyOf(shape);
  const named = [nameKey, 'id', 'title'].map(name => node.entry(name)).find(entry => entry && !isEmpty(entry.value));
  const empty = node.entry(key);
  const at = empty?.key ?? named?.value ?? node.entries[0]?.key ?? node;
  const example = shapeUnder(shape, key, undefined)?.schema.examples?.[0];
  const shown = inline(example);
  const fault = empty ? say`${called} has nothing after "${key}:".` : say`${called} has no "${key}".`;
  const message = `${fault} ${adviceFor(key, shown, empty ? 'empty' : 'absent')}`;
  return { rule: 'missing-key', at, message, detail: key };
}

function adviceFor(key: string, shown: string | undefined, state: 'empty' | 'absent'): string {
  if (shown === undefined) return state === 'empty' ? say`Fill it in.` : say`Add it.`;
  return state === 'empty' ? say`Fill it in, like "${key}: ${shown}".` : say`Add it, like "${key}: ${shown}".`;
}

function unknownKey(key: string, node: MapNode, { shape, called }: FaultPlace): Fault | undefined {
  const entry = node.entry(key);
  if (!entry) return undefined;
  const free = freeKeys(node, shape);
  const meant = keyMeant(key, node, shape);
  const written = `"${shorten(key)}"`;
  const advice = meant
    ? say`Write "${meant}".`
    : free.length === 0
      ? say`Take it out.`
      : say`What can stand here is ${listOf(free.slice(0, 12))}.`;
  // Never safe: what stands under the key has not been checked as what it would then be.
  const fixes = meant ? [replaceScalar(entry.key, meant, 'block', 'judgement')] : [];
  return { rule: 'unknown-key', at: entry.key, message: say`${called} cannot have ${written}. ${advice}`, fixes };
}

/** A list, a mapping or a single value where another of the three belongs. */
function wrongContainer(place: FaultPlace): Fault {
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
  const form = say`made of keys and values`;
  const keys = Object.keys(shape.schema.properties ?? {}).slice(0, 3);
  if (node.kind === 'list' && keys.length === 1)
    return mustBe(place, form, say`Write "${keys[0]}:" above the list, and indent the list below it`);
  const names = listOf(keys.map(name => `"${name}:"`));
  const advice =
    keys.length === 0
      ? say`Write each key with its value`
      : keys.length === 1
        ? say`Write ${names} with its value`
        : say`Write ${names}, each with its value`;
  const entry = place.inList ? exampleOf(shape, node) : undefined;
  const shownAs = entry ? `"${entry}"` : like;
  return mustBe(place, form, shownAs ? say`Write it like ${shownAs}` : advice);
}

function noSingleValue(place: FaultPlace, like: string | undefined): Fault {
  const { node } = place;
  const values = node.kind === 'list' ? textsOf(node) : [];
  const [value] = values;
  if (value === undefined) {
    const advice = like ? say`Write it on the same line, like ${like}` : say`Write it on the same line`;
    return mustBe(place, say`a single value`, advice);
  }
  const advice = values.length === 1 ? say`Write ${shorten(value)} without a dash or brackets` : say`Keep one of them`;
  const form =
    values.length === 1 ? say`a single value, not a list` : say`a single value, and ${values.length} stand here`;
  return { ...mustBe(place, form, advice), fixes: keepOne(node, values, place.surroundings) };
}

function emptyEntry(place: FaultPlace): Fault {
  const message = say`${subjectOf(place)} is empty. Write it out after the dash, or take it away.`;
  return { rule: 'wrong-type', at: place.node, message, detail: 'empty' };
}

function subjectOf({ called, partOf, key, inList }: FaultPlace): string {
  if (key === '') return called;
  const part = inList ? entryOf(key) : `"${key}"`;
  return partOf === undefined ? part : say`${part} of ${within(partOf)}`;
}

function firstToken(node: Exclude<Node, ScalarNode>): Node | undefined {
  if (node.kind === 'map') return node.entries[0]?.key;
  const first = node.items[0];
  return first === undefined || first.kind === 'scalar' ? first : firstToken(first);
}

/** An example as it would stand on one line; `undefined` where it would be long or hold more than plain values. */
function inline(example: unknown): string | undefined {
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

function wrongKey(key: string, node: MapNode, place: FaultPlace): Fault | undefined {
  const entry = node.entry(key);
  const shape = shapeOfKeys(place.shape);
  if (!entry || !shape) return undefined;
  const { proposes: _, ...fault } = wrongScalar(entry.key, {
    ...place,
    node: entry.key,
    shape,
    inList: false,
    surroundings: 'block',
  });
  // A key that is there already would then stand twice: which of them is right only the author knows.
  const free = fault.fixes?.filter(({ edits }) => edits.every(({ text }) => !node.exact(text)));
  return { ...fault, ...(free && { fixes: free }) };
}
