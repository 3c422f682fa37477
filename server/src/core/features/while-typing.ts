/**
 * Quiet while typing: findings on what the item being typed still lacks wait until the cursor leaves it. Findings on
 * what has been written, or on damage to the rest of the plan, never wait.
 */
import type { Analysis } from '../analysis';
import { blockLine } from '../cursor/block-line';
import type { Finding } from '../finding';
import { pageOf } from '../rules/index';
import type { Node } from '../syntax/tree/node';
import { lineEnd, lineStart } from '../text/line-bounds';
import { type Span, touches } from '../text/span';
import { isPlaceholder } from '../values/placeholder';

/** `findings` without those that only report what the item at `offset` still lacks. */
export function whileTyping(findings: readonly Finding[], analysis: Analysis, offset: number): readonly Finding[] {
  const item = itemAt(analysis, offset);
  const dash = bareDash(analysis.text, offset);
  if (!item && !dash) return findings;
  return findings.filter(finding => {
    if (dash && finding.rule === 'wrong-type' && touches(dash, finding.at.start)) return false;
    return !(item && isAboutAbsence(finding, analysis) && touches(item, finding.at.start));
  });
}

/** The cursor's line where it holds only a dash: an item about to be typed. */
function bareDash(text: string, offset: number): Span | undefined {
  const line = { start: lineStart(text, offset), end: lineEnd(text, offset) };
  return /^\s*-\s*$/.test(text.slice(line.start, line.end)) ? line : undefined;
}

/** Whether both offsets are in the same item. */
export function isSameItem(analysis: Analysis, one: number, other: number): boolean {
  const dash = bareDash(analysis.text, one);
  if (dash) return touches(dash, other);
  const item = itemAt(analysis, one);
  return item !== undefined && item.start === itemAt(analysis, other)?.start;
}

/** Whether the finding reports something absent, and not a word that the author wrote, such as "TBC". */
function isAboutAbsence({ rule, at }: Finding, { text, tree }: Analysis): boolean {
  if (!pageOf(rule)?.about?.includes('absence')) return false;
  const written = text.slice(at.start, at.end).replace(/^["']|["']$/g, '');
  return written === '' || !isPlaceholder(written) || tree.faults.length > 0;
}

/**
 * The innermost list item, or service, that contains `offset`, its last line included: a cursor behind it, or on an
 * empty line indented like its keys, is still in it.
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
