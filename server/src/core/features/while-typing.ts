/**
 * Quiet while a thought is unfinished: what is still missing from the item that is being typed is not spoken of until the
 * cursor leaves it. What is wrong with what has been written, and what breaks the rest of the plan, never waits.
 */
import type { Analysis } from '../analysis';
import { blockLine } from '../cursor/block-line';
import type { Finding } from '../finding';
import { pageOf } from '../rules/index';
import type { Node } from '../syntax/tree/node';
import { lineEnd, lineStart } from '../text/line-bounds';
import { type Span, touches } from '../text/span';
import { isPlaceholder } from '../values/placeholder';

/** `findings` without those that only say what the item at `offset` still lacks. */
export function quieten(findings: readonly Finding[], analysis: Analysis, offset: number): readonly Finding[] {
  const item = itemAt(analysis, offset);
  const dash = bareDash(analysis.text, offset);
  if (!item && !dash) return findings;
  return findings.filter(finding => {
    if (dash && finding.rule === 'wrong-type' && touches(dash, finding.at.start)) return false;
    return !(item && isAboutAbsence(finding, analysis) && touches(item, finding.at.start));
  });
}

/** The line of the cursor where it holds a dash alone: an item that is about to be written. */
function bareDash(text: string, offset: number): Span | undefined {
  const line = { start: lineStart(text, offset), end: lineEnd(text, offset) };
  return /^\s*-\s*$/.test(text.slice(line.start, line.end)) ? line : undefined;
}

/** Whether the cursor at `one` and at `other` is in one and the same item. */
export function isSameItem(analysis: Analysis, one: number, other: number): boolean {
  const dash = bareDash(analysis.text, one);
  if (dash) return touches(dash, other);
  const item = itemAt(analysis, one);
  return item !== undefined && item.start === itemAt(analysis, other)?.start;
}

/** Whether the finding speaks of something absent: not of a word that the author has written, such as "TBC". */
function isAboutAbsence({ rule, at }: Finding, { text, tree }: Analysis): boolean {
  if (!pageOf(rule)?.about?.includes('absence')) return false;
  const written = text.slice(at.start, at.end).replace(/^["']|["']$/g, '');
  return written === '' || !isPlaceholder(written) || tree.faults.length > 0;
}

/**
 * The innermost item of a list, or service, that holds `offset`, with its last line whole: the cursor is still in an item when it
 * stands behind it, or on an empty line that is indented as its keys are.
 */
function itemAt({ tree, text }: Analysis, offset: number): Span | undefined {
  const line = text.slice(lineStart(text, offset), lineEnd(text, offset));
  const isBlank = line.trim() === '';
  let found: Span | undefined;
  /** Whether the cursor is in what begins at `start`, whose keys stand at `column`. */
  const enters = (start: number, column: number, node: Node): boolean => {
    const end = Math.max(node.end, lineEnd(text, node.end));
    const isStillIn = offset <= end || (isBlank && line.length >= column && onlyBlank(text, end, offset));
    if (isStillIn) found = { start, end: Math.max(end, offset) };
    return isStillIn;
  };
  const visit = (node: Node) => {
    if (node.kind === 'scalar') return;
    if (node.kind === 'map') {
      const entry = node.entries.findLast(({ key }) => key.start <= offset);
      if (!entry) return;
      const isService = node === tree.root.get('services');
      if (!isService || enters(entry.key.start, columnOf(text, entry.key.start) + 1, entry.value)) visit(entry.value);
      return;
    }
    const item = node.items.findLast(candidate => candidate.start <= offset);
    if (item?.kind === 'map' && enters(item.start, columnOf(text, item.start), item)) visit(item);
  };
  visit(tree.root);
  return found;
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

function onlyBlank(text: string, from: number, to: number): boolean {
  return from <= to && text.slice(from, to).trim() === '' && blockLine(text.slice(from, to), from).blank;
}
