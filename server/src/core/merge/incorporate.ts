/** Text edits that say under `incorporates` what became of the schemes of one old plan. They only insert. */
import type { Incorporated } from '../model/bcf-plan';
import { type Entry, isEmpty, MapNode } from '../syntax/tree/node';
import { writeText } from '../syntax/tree/write-scalar';
import type { TextEdit } from '../text/edit';
import { spanAt } from '../text/span';
import { columnOf, linesAfter } from './append-items';
import { becamePair } from './carried-items';
import { asBlock, asFlow, type ItemText, type Pair } from './item-text';
import type { OldPlan } from './old-plan';
import type { SchemeResolution } from './resolve-schemes';

/** The entry for an old plan that has none yet. */
export function incorporatesItem(old: OldPlan, fates: readonly SchemeResolution[]): ItemText {
  return [
    ['plan', writeText(old.path, 'flow')],
    ['schemes', fates.map(becamePair)],
  ];
}

/** The edits that add `fates` to the entry that is there, or the key at which something else stands. */
export function intoEntry(
  text: string,
  { node }: Incorporated,
  fates: readonly SchemeResolution[],
): readonly TextEdit[] | { readonly blockedBy: string } {
  const schemes = node.entry('schemes');
  if (schemes?.value instanceof MapNode) return intoSchemes(text, schemes.value, fates);
  if (schemes && !isEmpty(schemes.value)) return { blockedBy: 'schemes' };
  const pairs = fates.map(becamePair);
  if (schemes) return filled(text, schemes, `{${asFlow(pairs)}}`);
  const last = node.entries.at(-1);
  const end = last ? Math.max(last.key.end, last.value.end) : node.end;
  if (node.style === 'flow') return [{ at: spanAt(end), text: `, schemes: {${asFlow(pairs)}}` }];
  const indent = ' '.repeat(columnOf(text, node.entries[0]?.key.start ?? node.start));
  return [linesAfter(text, end, asBlock([['schemes', pairs]], indent))];
}

/** Ids that stand there with nothing behind them are filled, the others added at the end. */
function intoSchemes(text: string, schemes: MapNode, fates: readonly SchemeResolution[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const added: Pair[] = [];
  for (const fate of fates) {
    const [key, value] = becamePair(fate);
    const entry = schemes.entry(fate.old.id);
    if (entry) edits.push(...filled(text, entry, String(value)));
    else added.push([key, value]);
  }
  if (added.length === 0) return edits;
  const last = schemes.entries.at(-1);
  if (schemes.style === 'block' && last) {
    const indent = ' '.repeat(columnOf(text, last.key.start));
    return [...edits, linesAfter(text, Math.max(last.key.end, last.value.end), asBlock(added, indent))];
  }
  const at = spanAt(last ? Math.max(last.key.end, last.value.end) : text.lastIndexOf('}', schemes.end - 1));
  return [...edits, { at, text: `${last ? ', ' : ''}${asFlow(added)}` }];
}

/** Puts `value` behind a key that has none; a `null` or `~` there has to go. */
function filled(text: string, { key, value: empty }: Entry, value: string): readonly TextEdit[] {
  if (empty.end > empty.start) return [{ at: empty, text: value }];
  const colon = /^\s*:/.exec(text.slice(key.end));
  return [{ at: spanAt(key.end + (colon?.[0].length ?? 0)), text: `${colon ? '' : ':'} ${value}` }];
}
