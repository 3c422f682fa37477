/** Faults of ids and references: two items with one id, and ids that no item of the kind has. */
import type { Fault, Related } from '../finding';
import { isPlaceholder } from '../model/unassigned';
import { writeText } from '../syntax/write-scalar';
import { nearest } from '../text/nearest';
import { phrase, shorten } from '../text/words';
import type { Definition, Reference, References } from './references';
import { shapeNamed } from './shape';

/** `text` and `hasSyntaxFaults`: an id that stands in a part that could not be read is not unknown. */
export function referenceFaults(
  { definitions, references }: References,
  text: string,
  hasSyntaxFaults: boolean,
): readonly Fault[] {
  const byKind = new Map<string, Map<string, Definition>>();
  const faults: Fault[] = [];
  for (const definition of definitions) {
    let known = byKind.get(definition.kind);
    if (!known) byKind.set(definition.kind, (known = new Map()));
    const first = known.get(definition.id.text);
    if (first) faults.push(duplicateId(definition, first));
    else known.set(definition.id.text, definition);
  }
  for (const reference of references) {
    if (reference.person && isPlaceholder(reference.at.text)) continue;
    if (reference.kinds.some(kind => byKind.get(kind)?.has(reference.at.text))) continue;
    if (hasSyntaxFaults && standsSomewhere(text, reference.at.text)) continue;
    faults.push(unknownReference(reference, byKind));
  }
  return faults;
}

function duplicateId({ kind, id }: Definition, first: Definition): Fault {
  const related: Related[] = [{ at: first.id, message: `The first ${noun(kind)} with this id` }];
  const message = `Another ${noun(kind)} already has the id "${shorten(id.text)}". Give this one an id of its own.`;
  return { rule: 'duplicate-id', at: id, message, related };
}

function unknownReference(
  { kinds, at, person }: Reference,
  byKind: ReadonlyMap<string, ReadonlyMap<string, Definition>>,
): Fault {
  const known = kinds.flatMap(kind => [...(byKind.get(kind)?.entries() ?? [])]);
  const ids = known.map(([id]) => id);
  const named = known.find(([, { item }]) => ['name', 'title', 'what'].some(key => sameText(item.get(key), at.text)));
  const meant = named?.[0] ?? nearest(at.text, ids);
  const what = phrase(kinds.map(noun));
  const advice = meant
    ? `Write "${meant}".`
    : person
      ? 'Add the person to "people" first, then write their id here.'
      : ids.length === 0
        ? `The plan has no ${what} yet: add it first.`
        : `Write the id of a ${what} that the plan has, or add it.`;
  const fixes = meant
    ? [{ title: `Write ${meant}`, safe: named !== undefined, edits: [{ at, text: writeText(meant, 'flow') }] }]
    : [];
  return {
    rule: 'unknown-reference',
    at,
    message: `The plan has no ${what} with the id "${shorten(at.text)}". ${advice}`,
    fixes,
  };
}

function sameText(node: import('../syntax/node').Node | undefined, text: string): boolean {
  return node?.kind === 'scalar' && node.text.toLowerCase() === text.toLowerCase();
}

function standsSomewhere(text: string, id: string): boolean {
  return text.includes(`id: ${id}`) || text.includes(`id:${id}`);
}

const DEFINITIONS: Readonly<Record<string, string>> = {
  line: 'budget-line',
  agreement: 'data-agreement',
};

/** "scheme", "budget line", "person": what an item of the kind is called within a sentence. */
export function noun(kind: string): string {
  return (shapeNamed(DEFINITIONS[kind] ?? kind).schema['x-noun'] ?? kind).toLowerCase();
}
