/** Faults of ids and references: two items with one id, and ids that no item of the kind has. */

import type { Fault, Related } from '../finding';
import { limits } from '../limits';
import { writeText } from '../syntax/tree/write-scalar';
import { idMeant } from '../text/id-words';
import { NearWords } from '../text/nearest';
import { listOr, said, say } from '../text/say';
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
  const known = new KnownIds(byKind);
  let slips: ReadonlySet<string> | undefined;
  let standing: ReadonlySet<string> | undefined;
  const faults: Fault[] = [];
  for (const definition of definitions) {
    const ids = byKind.get(definition.kind) ?? new Map<string, Definition>();
    byKind.set(definition.kind, ids);
    const first = ids.get(definition.id.text);
    if (first) faults.push(duplicateId(definition, first));
    else ids.set(definition.id.text, definition);
  }
  for (const reference of references) {
    if (reference.kinds.some(kind => byKind.get(kind)?.has(reference.at.text))) continue;
    if (isPlaceholder(reference.at.text) && isAskedFor(reference)) continue;
    if (reference.kinds.some(kind => unread.has(kind))) continue;
    // An id in the wrong form is told where it is given, not at everything that refers to its right form.
    slips ??= rightForms(definitions);
    if (reference.kinds.some(kind => slips?.has(`${kind} ${reference.at.text}`))) continue;
    if (hasSyntaxFaults) {
      standing ??= idsWritten(text);
      if (standing.has(reference.at.text)) continue;
    }
    faults.push(unknownReference(reference, known.of(reference.kinds)));
    // So many are never shown; each of them looks for what was meant.
    if (faults.length > limits.findings) break;
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
  const isUnder = (key: string) => item.exact(key)?.value === at;
  return ASKED_FOR.some(isUnder) || (isUnder('provider') && !OF_A_LINE.some(own => item.entry(own)));
}

/** A budget line may go without a provider; a stop may not. */
const OF_A_LINE: readonly string[] = ['title', 'funded_by'];
const ASKED_FOR: readonly string[] = ['lead_commissioner', 'host', 'decision', 'decided_by'];

/** The ids that items have, found by what an author may have written in their place. */
class KnownIds {
  private readonly made = new Map<string, IdsOfKinds>();

  constructor(private readonly byKind: ReadonlyMap<string, ReadonlyMap<string, Definition>>) {}

  of(kinds: readonly string[]): IdsOfKinds {
    const name = kinds.join(' ');
    const before = this.made.get(name);
    if (before) return before;
    const made = new IdsOfKinds(kinds.flatMap(kind => [...(this.byKind.get(kind)?.entries() ?? [])]));
    this.made.set(name, made);
    return made;
  }
}

class IdsOfKinds {
  readonly ids: NearWords;
  readonly namesOfPeople: NearWords;
  private readonly byId = new Set<string>();
  /** Ids by the names, titles and so on of their items; the first of each. */
  private readonly byName = new Map<string, string>();
  private readonly byPersonsName = new Map<string, string>();
  private readonly byPost = new Map<string, readonly string[]>();

  constructor(known: readonly (readonly [string, Definition])[]) {
    for (const [id, { kind, item }] of known) {
      this.byId.add(id);
      for (const key of ['name', 'title', 'what']) addFirst(this.byName, textOf(item, key)?.toLowerCase(), id);
      if (kind !== 'person') continue;
      addFirst(this.byPersonsName, textOf(item, 'name'), id);
      const post = textOf(item, 'post')?.toLowerCase();
      const others = post === undefined ? undefined : (this.byPost.get(post) ?? []);
      if (post !== undefined && others && others.length < 2) this.byPost.set(post, [...others, id]);
    }
    this.ids = new NearWords(known.map(([id]) => id));
    this.namesOfPeople = new NearWords(
      known.flatMap(([, { kind, item }]) => (kind === 'person' ? (textOf(item, 'name') ?? []) : [])),
    );
  }

  /** The id that `text` is, or that of the item which it names. */
  named(text: string): string | undefined {
    return this.byId.has(text) ? text : this.byName.get(text.toLowerCase());
  }

  /** The person whose id was mistyped, whose post it is, or whose name has the same words: "Dr Jane Smith", "Smith". */
  personMeant(text: string): string | undefined {
    const near = this.ids.nearest(text);
    if (near !== undefined) return near;
    const inPost = this.byPost.get(text.toLowerCase());
    if (inPost) return inPost.length === 1 ? inPost[0] : undefined;
    const name = withTheSameWords(text, this.namesOfPeople);
    return name === undefined ? undefined : this.byPersonsName.get(name);
  }
}

function textOf(item: Definition['item'], key: string): string | undefined {
  const value = item.get(key);
  return value?.kind === 'scalar' ? value.text : undefined;
}

function addFirst(map: Map<string, string>, key: string | undefined, value: string): void {
  if (key !== undefined && !map.has(key)) map.set(key, value);
}

function duplicateId({ kind, id }: Definition, first: Definition): Fault {
  const related: Related[] = [{ at: first.id, message: say`The first ${noun(kind)} with this id` }];
  const message = say`Another ${noun(kind)} already has the id "${shorten(id.text)}". Give this one an id of its own.`;
  return { rule: 'duplicate-id', at: id, message, related };
}

function unknownReference({ kinds, at, person }: Reference, known: IdsOfKinds): Fault {
  const meant = known.named(at.text) ?? (person ? known.personMeant(at.text) : wordMeant(at.text, known.ids));
  const what = listOr(kinds.map(noun));
  const several = valuesIn(at.text).flatMap(value => known.named(value) ?? []);
  if (several.length > 1 && several.length === valuesIn(at.text).length) {
    const message = say`Only one ${what} can stand here, not "${shorten(at.text)}". Write ${listOr(several)}.`;
    return { rule: 'unknown-reference', at, message, fixes: keepOne(at, several, 'flow') };
  }
  const advice = meant
    ? say`Write "${meant}".`
    : person
      ? say`Add the person to "people" first, then write their id here.`
      : known.ids.words.length === 0
        ? say`There is none yet: add it first.`
        : say`Write the id of a ${what} that the plan has, or add it.`;
  const text = meant && writeText(meant, 'flow');
  const fixes = text ? [{ title: say`Write ${text}`, safe: false, edits: [{ at, text }] }] : [];
  return {
    rule: 'unknown-reference',
    at,
    message: say`The plan has no ${what} with the id "${shorten(at.text)}". ${advice}`,
    fixes,
  };
}

/** What stands after "id:" anywhere in `text`, with and without what follows its first word. */
function idsWritten(text: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [, word = '', rest = ''] of text.matchAll(/\bid:[ \t]*["']?([\w-]*)([^\n\r,}"'#]{0,200})/g)) {
    ids.add(word);
    ids.add(`${word}${rest}`.trimEnd());
  }
  return ids;
}

const DEFINITIONS: Readonly<Record<string, string>> = {
  line: 'budget-line',
  agreement: 'data-agreement',
};

/** "scheme", "budget line", "person": what an item of the kind is called within a sentence. */
export function noun(kind: string): string {
  return said((shapeNamed(DEFINITIONS[kind] ?? kind).schema['x-noun'] ?? kind).toLowerCase());
}
