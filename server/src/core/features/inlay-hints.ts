/**
 * What an author would otherwise have to look up, shown behind the words of the plan: the name behind an id or a code,
 * the sum of amounts, days between dates, the balance of a year. Each kind can be switched off.
 */

import type { Analysis } from '../analysis';
import { sum } from '../model/field';
import { penceOf } from '../model/item-reader';
import { readMilestone } from '../model/items';
import type { Plan } from '../model/plan';
import type { Settings } from '../settings';
import { isEmpty, MapNode } from '../syntax/tree/node';
import { count, say } from '../text/say';
import type { Span } from '../text/span';
import { shorten } from '../text/words';
import { daysBetween, formatDate, readDate } from '../values/calendar';
import { formatMoney, formatMoneyShort } from '../values/money';
import { meaningOf } from './shared/code-names';
import { nameOf } from './shared/item-name';
import { type Mark, marksIn, onceEach } from './shared/marks';
import { referenceIndexOf } from './shared/reference-index';

export const hintKinds = ['names', 'codes', 'sums', 'dates', 'balance'] as const;
export type HintKind = (typeof hintKinds)[number];

export interface InlayHint {
  /** The offset that it is shown behind. */
  readonly after: number;
  readonly label: string;
  readonly kind: HintKind;
  /** A sentence for those who point at it. */
  readonly tip: string;
}

/** The hints of the `wanted` kinds within `span`, in the order of the text. Days to a deadline need a `today`. */
export function inlayHints(
  analysis: Analysis,
  span: Span,
  wanted: ReadonlySet<HintKind>,
  settings: Settings,
): readonly InlayHint[] {
  const marks = onceEach(marksIn(analysis, span)).flatMap(mark => hintOf(analysis, mark, settings) ?? []);
  const hints = [...marks, ...balances(analysis)].filter(
    ({ kind, after }) => wanted.has(kind) && span.start <= after && after <= span.end,
  );
  return readable(hints, analysis).sort((a, b) => a.after - b.after);
}

/** So many names are shown on a line: a list of many is not made longer than an author can read. */
const mostNames = 3;

function readable(hints: readonly InlayHint[], { lines }: Analysis): InlayHint[] {
  const names = new Map<number, number>();
  const lineOf = ({ after }: InlayHint) => lines.positionAt(after).line;
  for (const hint of hints) if (hint.kind === 'names') names.set(lineOf(hint), (names.get(lineOf(hint)) ?? 0) + 1);
  return hints.filter(hint => hint.kind !== 'names' || (names.get(lineOf(hint)) ?? 0) <= mostNames);
}

function hintOf(analysis: Analysis, mark: Mark, settings: Settings): InlayHint | undefined {
  if (spansLines(analysis, mark.node) && mark.kind !== 'amounts') return undefined;
  switch (mark.kind) {
    case 'reference':
      return mark.key === 'depends_on'
        ? (daysAfter(analysis, mark) ?? nameBehind(analysis, mark))
        : nameBehind(analysis, mark);
    case 'code':
      return officialName(mark);
    case 'amounts':
      return sumOf(mark.node);
    case 'date':
      return daysFromToday(mark, settings);
    default:
      return undefined;
  }
}

function spansLines({ text }: Analysis, { start, end }: Span): boolean {
  return /[\r\n]/.test(text.slice(start, end));
}

type ReferenceMark = Extract<Mark, { readonly kind: 'reference' }>;
type DateMark = Extract<Mark, { readonly kind: 'date' }>;
type CodeMark = Extract<Mark, { readonly kind: 'code' }>;

function nameBehind(analysis: Analysis, { node, kinds }: ReferenceMark): InlayHint | undefined {
  const definition = referenceIndexOf(analysis).named(kinds, node.text);
  if (!definition) return undefined;
  const name = nameOf(definition);
  if (sameWords(name, node.text)) return undefined;
  return { after: node.end, label: shorten(name, 40), kind: 'names', tip: say`${node.text} is ${name}.` };
}

/** A name that says no more than what is written is not shown. */
function sameWords(name: string, written: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return bare(name) === bare(written);
}

function officialName({ node, of, item }: CodeMark): InlayHint | undefined {
  const meaning = meaningOf(of, node.text, item);
  const written = item.get('name');
  if (!meaning || (written?.kind === 'scalar' && sameWords(written.text, meaning.name))) return undefined;
  return {
    after: node.end,
    label: shorten(meaning.name, 40),
    kind: 'codes',
    tip: say`${node.text} is the code of ${meaning.name}.`,
  };
}

/** The sum behind amounts of more than one year. */
function sumOf(node: MapNode): InlayHint | undefined {
  const filled = node.entries.filter(({ value }) => !isEmpty(value));
  if (filled.length < 2) return undefined;
  const total = sum(filled.map(({ value }) => penceOf(value)));
  if (total === undefined || total === 0) return undefined;
  return {
    after: node.end,
    label: `= ${formatMoneyShort(total)}`,
    kind: 'sums',
    tip: say`${formatMoney(total)} over ${count(filled.length, 'year')}.`,
  };
}

/** How long after the milestone that it depends on a milestone is due. */
function daysAfter(analysis: Analysis, { node, kinds, item }: ReferenceMark): InlayHint | undefined {
  const before = referenceIndexOf(analysis).named(kinds, node.text);
  const earlier = before && readMilestone(before.item).deadline.value;
  const due = readMilestone(item).deadline.value;
  if (!before || earlier === undefined || due === undefined) return undefined;
  const days = daysBetween(earlier, due);
  const label =
    days === 0 ? say`the same day` : days > 0 ? say`${count(days, 'day')} before` : say`${count(-days, 'day')} after`;
  return {
    after: node.end,
    label,
    kind: 'dates',
    tip: say`"${nameOf(before)}" is due on ${formatDate(earlier)}, ${label}.`,
  };
}

/** Keys whose dates somebody has to keep. */
const DEADLINES = new Set(['deadline', 'confirmed_by', 'expires']);

function daysFromToday({ node, key, item }: DateMark, { today }: Settings): InlayHint | undefined {
  const reading = readDate(node.text);
  const isOpen = DEADLINES.has(key) && isEmpty(item.get('done_on'));
  if (today === undefined || !isOpen || !('date' in reading)) return undefined;
  const days = daysBetween(today, reading.date);
  const label = days === 0 ? 'today' : days > 0 ? say`in ${count(days, 'day')}` : say`${count(-days, 'day')} ago`;
  return { after: node.end, label, kind: 'dates', tip: say`Counted from ${formatDate(today)}.` };
}

/** What is left of each year's contributions behind the key `contributions`, and both halves of the gap together. */
function balances({ document, index }: Analysis): readonly InlayHint[] {
  if (document?.kind !== 'one-plan' || !index) return [];
  const { contributions } = document.budget;
  const years = document.years.flatMap(year => {
    const held = index.contributionsOf(year);
    const spent = index.budgetOf(year);
    return held === undefined || spent === undefined ? [] : [{ year, left: held - spent }];
  });
  // Years in balance need no word, unless all are.
  const uneven = years.filter(({ left }) => left !== 0);
  const label = uneven.map(({ year, left }) => `${year}: ${leftOver(left)}`).join(', ');
  const behindKey: InlayHint[] =
    contributions.key && contributions.items.length > 0 && years.length > 0
      ? [
          {
            after: contributions.key.end + 1,
            label: label === '' ? say`in balance` : label,
            kind: 'balance',
            tip: say`What the budget lines leave of the contributions of each year.`,
          },
        ]
      : [];
  return [...behindKey, ...document.budget.gap.flatMap(each => gapOfBoth(document, each) ?? [])];
}

function gapOfBoth({ root }: Plan, { year, nhs, council }: Plan['budget']['gap'][number]): InlayHint | undefined {
  const total = sum([nhs.value, council.value]);
  const budget = root.get('budget');
  const gap = budget instanceof MapNode ? budget.get('gap') : undefined;
  const both = gap instanceof MapNode ? gap.get(year) : undefined;
  if (total === undefined || !nhs.given || !council.given || !both) return undefined;
  return {
    after: both.end,
    label: `= ${formatMoneyShort(total)}`,
    kind: 'balance',
    tip: say`The gap of both in ${year}.`,
  };
}

function leftOver(pence: number): string {
  return pence > 0 ? say`${formatMoneyShort(pence)} left` : say`${formatMoneyShort(-pence)} short`;
}
