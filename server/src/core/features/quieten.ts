/**
 * Quiet while a thought is unfinished: what is still missing from the item that is being typed is not spoken of until the
 * cursor leaves it. What is wrong with what has been written, and what breaks the rest of the plan, never waits.
 */
import type { Analysis } from '../analysis';
import type { Finding } from '../finding';
import type { MapNode, Node } from '../syntax/node';
import { type Span, touches } from '../text/span';
import { blockLine } from './block-line';
import { lineEnd, lineStart } from './cursor';

/** `findings` without those that only say what the item at `offset` still lacks. */
export function quieten(findings: readonly Finding[], analysis: Analysis, offset: number): readonly Finding[] {
  const item = itemAt(analysis, offset);
  if (!item) return findings;
  return findings.filter(finding => !(isAboutAbsence(finding, analysis) && touches(item, finding.at.start)));
}

/** Whether the cursor at `one` and at `other` is in one and the same item. */
export function isSameItem(analysis: Analysis, one: number, other: number): boolean {
  const item = itemAt(analysis, one);
  return item !== undefined && item.start === itemAt(analysis, other)?.start;
}

/** Findings that a whole item would not have: a key that is not there yet, or has nothing behind it. */
const absences = new Set([
  'missing-key',
  'unassigned-accountable-lead',
  'missing-budget-line',
  'missing-budget-amount',
  'stop-unquantified',
  'outcome-uncoded',
  'outcome-no-baseline',
  'risk-no-mitigation',
  'risk-no-exposure',
  'decision-no-decider',
  'pool-manager-missing',
  'section-75-term-missing',
  'new-service-no-staff',
  'transfer-undecided',
]);

/** Whether the finding speaks of something absent: not of a word that the author has written, such as "TBC". */
function isAboutAbsence({ rule, at }: Finding, { text, tree }: Analysis): boolean {
  if (!absences.has(rule)) return false;
  if (rule !== 'unassigned-accountable-lead') return true;
  const written = text.slice(at.start, at.end).toLowerCase();
  return !placeholderWords.test(written) || tree.faults.length > 0 || /^(?:lead|owner|accountable_lead)$/.test(written);
}

const placeholderWords = /^["']?(?:tb[cda]|to be (?:confirmed|agreed)|vacant|n\/a|null|~|\?|-)["']?$/;

/**
 * The innermost item of a list that holds `offset`, with its last line whole: the cursor is still in an item when it
 * stands behind it, or on an empty line that is indented as its keys are.
 */
function itemAt({ tree, text }: Analysis, offset: number): Span | undefined {
  const line = text.slice(lineStart(text, offset), lineEnd(text, offset));
  const isBlank = line.trim() === '';
  let found: Span | undefined;
  const visit = (node: Node) => {
    if (node.kind === 'scalar') return;
    if (node.kind === 'map') {
      const entry = node.entries.findLast(({ key }) => key.start <= offset);
      if (entry) visit(entry.value);
      return;
    }
    const item = node.items.findLast(candidate => candidate.start <= offset);
    if (item?.kind !== 'map') return;
    const column = item.start - lineStart(text, item.start);
    const end = Math.max(item.end, lineEnd(text, item.end));
    const isStillIn = offset <= end || (isBlank && line.length >= column && onlyBlank(text, end, offset));
    if (!isStillIn) return;
    found = { start: item.start, end: Math.max(end, offset) };
    visit(item satisfies MapNode);
  };
  visit(tree.root);
  return found;
}

function onlyBlank(text: string, from: number, to: number): boolean {
  return from <= to && text.slice(from, to).trim() === '' && blockLine(text.slice(from, to), from).blank;
}
