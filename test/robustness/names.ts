/**
 * Names as people write them, with any sign at their start, in their middle and at their end, at every place of a plan
 * where a text may stand. No fix loses or invents a character that its title does not name; after all safe fixes everything
 * is read as it was told, what stands beside the names is untouched, and a name in quotes is the name as it was written.
 */
import assert from 'node:assert/strict';
import { fixAll } from '../../server/src/core/for-workspace';
import type { Finding } from '../../server/src/core/index';
import type { Node } from '../../server/src/core/syntax/tree/node';
import { applyEdits } from '../../server/src/core/text/edit';
import { plainData } from '../core/syntax/plain-data';
import { type Random, seeded } from '../core/syntax/random-edit';
import { checkCharacters, checkFixes } from './fix-laws';
import { type Checked, check } from './promises';

const signs = [
  ...'&!@#%*"\'`[]{}:;,/\\£$€+=~^|<>?()._-–—…•·’‘“”«»§°½©™',
  '--',
  '...',
  '//',
  '&&',
  '!!',
  '##',
  '""',
  "''",
];
const first = ['Home', 'Tŷ Gobaith', "King's", 'Ŵyn', 'St. Ann’s', 'NHS', '24', '3rd', 'no', 'Yr Ŵyl', 'Élan'];
const middle = ['Care', 'and', 'Llanfair', 'of the', '24/7', 'A1', 'Day'];
const last = ['Ltd', 'Cymru', 'Trust', '2018', 'East', 'Ynys Môn', "Partners'"];

/** What may stand before a name, in it and behind it: the sign alone, or as a part of a word. */
const starts: readonly ((word: string) => string)[] = [
  word => word,
  ...signs.flatMap(sign => [(word: string) => `${sign}${word}`, (word: string) => `${sign} ${word}`]),
  ...['""', "''", '“”', '‘’', '[]', '{}', '()', '«»', '<>', '**', '``', '%%'].flatMap(([open = '', close = '']) => [
    (word: string) => `${open}${word}${close}`,
    (word: string) => `${open}Draft${close} ${word}`,
  ]),
];
const middles: readonly ((word: string) => string)[] = [
  word => word,
  ...signs.flatMap(sign => [
    (word: string) => `${sign}${word}`,
    (word: string) => `${sign} ${word}`,
    (word: string) => `${word}${sign}`,
    (word: string) => `${word}${sign}${word}`,
  ]),
  ...['""', "''", '“”', '[]', '{}', '()'].map(
    ([open = '', close = '']) =>
      (word: string) =>
        `${open}${word}${close}`,
  ),
];
const ends: readonly ((word: string) => string)[] = [
  word => word,
  ...signs.flatMap(sign => [(word: string) => `${word}${sign}`, (word: string) => `${word} ${sign}`]),
  ...['""', "''", '“”', '[]', '{}', '()'].map(
    ([open = '', close = '']) =>
      (word: string) =>
        `${open}${word}${close}`,
  ),
];

interface Place {
  readonly what: string;
  /** The lines of one entry that holds the name; `index` makes its id. */
  readonly write: (name: string, index: number) => string;
  /** What stands above the entries. */
  readonly above: string;
  /** The path of the list or mapping that holds the entries. */
  readonly path: string;
  /** What stands beside the name in its entry, by path, whatever the name; "#" stands for the index. */
  readonly beside: Readonly<Record<string, string>>;
  /** Where the name stands in its entry; absent where it is cut into several. */
  readonly name?: string;
}

const head = 'one_plan: 1\ntitle: One plan for Rutland\n';
const partners = { above: `${head}partners:\n`, path: 'partners', name: 'name' };
const systems = { above: `${head}data_sharing:\n  systems:\n`, path: 'data_sharing/systems' };
const typed = { id: 'p#', type: 'nhs-trust' };

const places: readonly Place[] = [
  {
    ...partners,
    what: 'between other keys',
    write: (name, index) => `  - id: p${index}\n    name: ${name}\n    type: nhs-trust\n`,
    beside: typed,
  },
  {
    ...partners,
    what: 'as the first key of an item',
    write: (name, index) => `  - name: ${name}\n    id: p${index}\n    type: nhs-trust\n`,
    beside: typed,
  },
  {
    ...partners,
    what: 'as the last key of an item',
    write: (name, index) => `  - id: p${index}\n    type: nhs-trust\n    name: ${name}\n`,
    beside: typed,
  },
  {
    ...partners,
    what: 'between other keys in brackets',
    write: (name, index) => `  - {id: p${index}, name: ${name}, type: nhs-trust}\n`,
    beside: typed,
  },
  {
    ...partners,
    what: 'first in brackets',
    write: (name, index) => `  - {name: ${name}, id: p${index}, type: nhs-trust}\n`,
    beside: typed,
  },
  {
    ...partners,
    what: 'last in brackets',
    write: (name, index) => `  - {id: p${index}, type: nhs-trust, name: ${name}}\n`,
    beside: typed,
  },
  {
    ...partners,
    what: 'in brackets over two lines',
    write: (name, index) => `  - {id: p${index}, name: ${name},\n     type: nhs-trust}\n`,
    beside: typed,
  },
  {
    ...systems,
    what: 'as an item of a list',
    write: (name, index) =>
      `    - name: p${index}\n      shares_with:\n        - One\n        - ${name}\n        - Two\n      organisation: bq\n`,
    beside: { name: 'p#' },
  },
  {
    ...systems,
    what: 'in a list in brackets',
    write: (name, index) => `    - {name: p${index}, shares_with: [One, ${name}, Two], organisation: bq}\n`,
    beside: { name: 'p#' },
  },
  {
    ...systems,
    what: 'first in a list in brackets',
    write: (name, index) => `    - name: p${index}\n      shares_with: [${name}, Two]\n      organisation: bq\n`,
    beside: { name: 'p#', organisation: 'bq' },
  },
  {
    above: `${head}incorporates:\n`,
    path: 'incorporates',
    what: 'as a key',
    write: (name, index) => `  - plan: p${index}\n    schemes:\n      A1: falls\n      ${name}: beds\n      A3: care\n`,
    beside: { plan: 'p#', 'schemes/A1': 'falls' },
  },
  {
    above: `${head}incorporates:\n`,
    path: 'incorporates',
    what: 'as a key in brackets',
    write: (name, index) => `  - {plan: p${index}, schemes: {A1: falls, ${name}: beds, A3: care}}\n`,
    beside: { plan: 'p#' },
  },
];

/** So many names are tried in one document. */
const together = 40;
/** One name of so many is tried alone as well, each of its fixes for itself. */
const alone = 25;

/** Tries `count` names at a place each. @throws Error that names the text at fault. */
export function tryNames(seed: number, count: number): void {
  const random = seeded(seed);
  const known = [...singles()];
  for (let tried = 0; tried < count; tried += together) {
    const place = places[(tried / together) % places.length] ?? assert.fail();
    const first = Math.floor(tried / together / places.length) * together;
    const names = Array.from(
      { length: Math.min(together, count - tried) },
      (_, index) => known[first + index] ?? anyName(random),
    );
    tryTogether(place, names);
    for (const name of names) if (random(alone) === 0) checkFixes(check(textOf(place, [name])));
  }
}

/** Tries `names` together at the place called `what`. @throws Error that names the text at fault. */
export function tryNamesAt(what: string, names: readonly string[]): void {
  tryTogether(places.find(place => place.what === what) ?? assert.fail(what), names);
}

/** Every sign once, alone in its name. */
function* singles(): Generator<string> {
  for (const start of starts) yield `${start('Home')} Care Ltd`;
  for (const inside of middles) yield `Home ${inside('Care')} Ltd`;
  for (const end of ends) yield `Home Care ${end('Ltd')}`;
}

function anyName(random: Random): string {
  const parts = [pick(starts, random)(pick(first, random))];
  if (random(4) > 0) parts.push(pick(middles, random)(pick(middle, random)));
  if (random(4) > 0) parts.push(pick(ends, random)(pick(last, random)));
  return parts.join(' ');
}

function pick<T>(all: readonly T[], random: Random): T {
  return all[random(all.length)] ?? assert.fail();
}

function textOf({ above, write }: Place, names: readonly string[]): string {
  return above + names.map(write).join('');
}

function tryTogether(place: Place, names: readonly string[]): void {
  const all = check(textOf(place, names));
  for (const finding of all.judgement.findings)
    for (const fix of finding.fixes ?? []) checkCharacters(all.analysis.text, finding, fix);
  // A text that cannot be read whole is left as it is: what can be put right is tried without it.
  const readable = names.filter((_, index) => !isStuck(place, names, index, all));
  if (readable.length > 0) tryPutRight(place, readable);
}

/** Whether something is wrong with the entry of a name that no safe fix puts right. */
function isStuck({ above, write }: Place, names: readonly string[], index: number, { judgement }: Checked): boolean {
  const start = above.length + names.slice(0, index).map(write).join('').length;
  const end = start + write(names[index] ?? '', index).length;
  return judgement.findings.some(finding => start <= finding.at.start && finding.at.start < end && isUnsafe(finding));
}

function isUnsafe({ rule, fixes = [] }: Finding): boolean {
  return (rule === 'yaml-syntax' || rule === 'duplicate-key') && !fixes.some(({ safe }) => safe);
}

function tryPutRight(place: Place, names: readonly string[]): void {
  const before = check(textOf(place, names));
  const { text } = before.analysis;
  const findingsOf = (changed: string) => check(changed).judgement.findings;
  const right = fixAll(text, findingsOf);
  if (right === text) return;
  const after = check(right);
  const where = () => `in ${JSON.stringify(text)}, put right ${JSON.stringify(right)}`;
  const left = ofReading(after).filter(finding => !isNoIdInQuotes(finding, right));
  assert.ok(left.length === 0, `is not gone: ${left[0]?.message} ${where()}`);
  assert.equal(fixAll(right, findingsOf), right, `twice is not once ${where()}`);
  assert.deepEqual(dataOf(after), dataOf(before), `the data are others ${where()}`);
  const news = after.judgement.findings.filter(
    ({ message }) => !before.judgement.findings.some(other => other.message === message),
  );
  assert.deepEqual(
    news.map(({ message }) => message),
    [],
    `findings are added ${where()}`,
  );
  for (const [index, name] of names.entries()) checkEntry(place, name, index, after, where);
}

function checkEntry(place: Place, name: string, index: number, { analysis }: Checked, where: () => string): void {
  const entry = at(at(analysis.tree.root, place.path), String(index));
  for (const [path, value] of Object.entries(place.beside)) {
    const node = at(entry, path);
    const found = node?.kind === 'scalar' ? node.text : node?.kind;
    assert.equal(found, value.replace('#', String(index)), `${path} beside ${name}, ${place.what} ${where()}`);
  }
  if (place.name === undefined || !inQuotes(name)) return;
  const node = at(entry, place.name);
  assert.equal(node?.kind === 'scalar' ? node.text : node?.kind, name.trim(), `${place.what} ${where()}`);
}

/** Whether the name starts with a sign or a word in quotes, and so is not YAML whatever stands round it. */
function inQuotes(name: string): boolean {
  return /^[&!@%`](?![!<])[^"'[\]{},#:]*$|^(["'])\w+\1 [^"'[\]{},#:]*$/.test(name);
}

/** Whether the finding is on curly quotes round what is no id without them either: what to write is for its author to say. */
function isNoIdInQuotes({ rule, fixes: [fix] = [] }: Finding, text: string): boolean {
  if (rule !== 'read-differently' || !fix || fix.safe) return false;
  const start = fix.edits[0]?.at.start;
  return check(applyEdits(text, fix.edits)).judgement.findings.some(other => {
    return other.rule === 'bad-id' && other.at.start === start;
  });
}

function ofReading({ judgement }: Checked): readonly Finding[] {
  return judgement.findings.filter(({ rule }) => rule === 'yaml-syntax' || rule === 'read-differently');
}

function dataOf({ analysis }: Checked): unknown {
  return plainData(analysis.tree.root);
}

function at(root: Node | undefined, path: string): Node | undefined {
  let node = root;
  for (const step of path.split('/')) {
    node = node?.kind === 'map' ? node.get(step) : node?.kind === 'list' ? node.items[Number(step)] : undefined;
  }
  return node;
}
