/** Faults of ids and references: two items with one id, and ids that no item of the kind has. */

import type { Fault, Related } from '../finding';
import type { Node } from '../syntax/tree/node';
import { writeText } from '../syntax/tree/write-scalar';
import { idMeant } from '../text/id-words';
import { nearest } from '../text/nearest';
import { phrase, said, say } from '../text/say';
import { withTheSameWords, wordMeant } from '../text/word-meant';
import { shorten } from '../text/words';
import { isPlaceholder } from '../values/placeholder';
import type { Definition, Reference, References } from './references';
import { keepOne, valuesIn } from './several-values';
import { shapeNamed } from './shape';

/** `text` and `hasSyntaxFaults`: an id that stands in a part that could not be read is not unknown. */
export function referenceFaults(
  { definitions, references, unread }: References,
  text: string,
  hasSyntaxFaults: boolean,
): readonly Fault[] {
  const byKind = new Map<string, Map<string, Definition>>();
  let slips: ReadonlySet<string> | undefined;
  const faults: Fault[] = [];
  for (const definition of definitions) {
    const known = byKind.get(definition.kind) ?? new Map<string, Definition>();
    byKind.set(definition.kind, known);
    const first = known.get(definition.id.text);
    if (first) faults.push(duplicateId(definition, first));
    else known.set(definition.id.text, definition);
  }
  for (const reference of references) {
    if (reference.kinds.some(kind => byKind.get(kind)?.has(reference.at.text))) continue;
    if (isPlaceholder(reference.at.text) && isAskedFor(reference)) continue;
    if (reference.kinds.some(kind => unread.has(kind))) continue;
    // An id in the wrong form is told where it is given, not at everything that refers to its right form.
    slips ??= rightForms(definitions);
    if (reference.kinds.some(kind => slips?.has(`${kind} ${reference.at.text}`))) continue;
    if (hasSyntaxFaults && standsSomewhere(text, reference.at.text)) continue;
    faults.push(unknownReference(reference, byKind));
  }
  return faults;
}

/** The kind and the right form of each id that is in a wrong one: "Falls Car" → `scheme falls-car`. */
function rightForms(definitions: readonly Definition[]): ReadonlySet<string> {
  const wrong = definitions.filter(({ id }) => !/^[a-z][a-z0-9-]*$/.test(id.text));
  return new Set(wrong.map(({ kind, id }) => `${kind} ${idMeant(id.text)}`));
}

/** Where a rule asks who or what it is to be, that rule speaks of a placeholder. */
function isAskedFor({ person, at, item }: Reference): boolean {
  if (person) return true;
  const key = item.entries.find(({ value }) => value === at)?.key.text ?? '';
  return ASKED_FOR.has(key) || (key === 'provider' && !OF_A_LINE.some(own => item.entry(own)));
}

/** A budget line may go without a provider; a stop may not. */
const OF_A_LINE: readonly string[] = ['title', 'funded_by'];
const ASKED_FOR: ReadonlySet<string> = new Set(['lead_commissioner', 'host', 'decision', 'decided_by']);

function duplicateId({ kind, id }: Definition, first: Definition): Fault {
  const related: Related[] = [{ at: first.id, message: say`The first ${noun(kind)} with this id` }];
  const message = say`Another ${noun(kind)} already has the id "${shorten(id.text)}". Give this one an id of its own.`;
  return { rule: 'duplicate-id', at: id, message, related };
}

function unknownReference(
  { kinds, at, person }: Reference,
  byKind: ReadonlyMap<string, ReadonlyMap<string, Definition>>,
): Fault {
  const known = kinds.flatMap(kind => [...(byKind.get(kind)?.entries() ?? [])]);
  const ids = known.map(([id]) => id);
  const meant = idOf(at.text, known) ?? (person ? personMeant(at.text, known) : wordMeant(at.text, ids));
  const what = phrase(kinds.map(noun));
  const several = valuesIn(at.text).flatMap(value => idOf(value, known) ?? []);
  if (several.length > 1 && several.length === valuesIn(at.text).length) {
    const message = say`Only one ${what} can stand here, not "${shorten(at.text)}". Write ${phrase(several)}.`;
    return { rule: 'unknown-reference', at, message, fixes: keepOne(at, several, 'flow') };
  }
  const advice = meant
    ? say`Write "${meant}".`
    : person
      ? say`Add the person to "people" first, then write their id here.`
      : ids.length === 0
        ? say`There is none yet: add it first.`
        : say`Write the id of a ${what} that the plan has, or add it.`;
  const fixes = meant
    ? [{ title: say`Write ${meant}`, safe: false, edits: [{ at, text: writeText(meant, 'flow') }] }]
    : [];
  return {
    rule: 'unknown-reference',
    at,
    message: say`The plan has no ${what} with the id "${shorten(at.text)}". ${advice}`,
    fixes,
  };
}

/** The id that `text` is, or that of the item which it names. */
function idOf(text: string, known: readonly (readonly [string, Definition])[]): string | undefined {
  const named = ({ item }: Definition) => ['name', 'title', 'what'].some(key => sameText(item.get(key), text));
  return known.find(([id, definition]) => id === text || named(definition))?.[0];
}

/** The person whose id was mistyped, whose post it is, or whose name has the same words: "Dr Jane Smith", "Smith". */
function personMeant(text: string, known: readonly (readonly [string, Definition])[]): string | undefined {
  const near = nearest(
    text,
    known.map(([id]) => id),
  );
  if (near !== undefined) return near;
  const people = known.filter(([, { kind }]) => kind === 'person');
  const inPost = people.filter(([, { item }]) => sameText(item.get('post'), text));
  if (inPost.length > 0) return inPost.length === 1 ? inPost[0]?.[0] : undefined;
  const names = people.flatMap(([id, { item }]) => {
    const name = item.get('name');
    return name?.kind === 'scalar' ? [{ id, name: name.text }] : [];
  });
  const name = withTheSameWords(
    text,
    names.map(each => each.name),
  );
  return names.find(each => each.name === name)?.id;
}

function sameText(node: Node | undefined, text: string): boolean {
  return node?.kind === 'scalar' && node.text.toLowerCase() === text.toLowerCase();
}

function standsSomewhere(text: string, id: string): boolean {
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
    if (/\bid:[ \t]*["']?$/.test(text.slice(Math.max(0, at - 20), at)) && !/^[\w-]/.test(text.slice(at + id.length)))
      return true;
  }
  return false;
}

const DEFINITIONS: Readonly<Record<string, string>> = {
  line: 'budget-line',
  agreement: 'data-agreement',
};

/** "scheme", "budget line", "person": what an item of the kind is called within a sentence. */
export function noun(kind: string): string {
  return said((shapeNamed(DEFINITIONS[kind] ?? kind).schema['x-noun'] ?? kind).toLowerCase());
}
