/**
 * Next year's plan from this year's: the same text with what goes on, every amount to be filled with last year's beside it,
 * and successors in the place of bodies that have ended. Nothing is guessed: days stay as they were, and what was left out,
 * changed or is to be read again is listed above the plan.
 */
import { type Analysis, analyse } from '../../analysis';
import { appendItems } from '../../merge/append-items';
import { type Plan, stageOf } from '../../model/plan';
import type { Framework } from '../../reference/framework';
import type { ReferencePlace } from '../../reference/places';
import { writeText } from '../../syntax/tree/write-scalar';
import { applyEdits, type TextEdit } from '../../text/edit';
import { lineStart } from '../../text/line-bounds';
import { lineBreakOf } from '../../text/line-break';
import { say } from '../../text/say';
import { formatDate, yearsBetween } from '../../values/calendar';
import { fileNameFor } from '../new-plan';
import type { Period } from '../usual-period';
import { Account } from './account';
import { carryPartners, missingPartners } from './carried-partners';
import { carryMilestones, carryMoney, carryOutcomes, carrySchemes, leaveOut } from './carried-sections';
import { nextTitle } from './next-title';
import { Revision } from './revision';
import { nextPlace, titleOf } from './whose-plan';

export interface AskedNextPlan {
  /** The name or the code of the place; that of the plan where it is absent. */
  readonly place?: string;
  readonly framework: Framework;
  readonly period: Period;
  /** What the file of this year's plan is called, for the comment that says where the new one comes from. */
  readonly from: string;
}

export interface NextPlan {
  readonly text: string;
  /** The usual name of its file, with its years: `norfolk-2026-27.plan.yaml`. */
  readonly fileName: string;
  readonly place: ReferencePlace;
  readonly account: Account;
  /**
   * The edits of this year's plan that make room for the new one, and why: where both are for the same years, only one may
   * count. None where this year's plan ends before.
   */
  readonly supersede: { readonly why: string; readonly edits: readonly TextEdit[] } | undefined;
}

/** Next year's plan; the places of which the author must name one; or one or two sentences that say why there is none. */
export type MadeNextPlan = NextPlan | { readonly places: readonly ReferencePlace[] } | { readonly why: string };

/** Next year's plan of the plan that was analysed. */
export function nextPlan(analysis: Analysis, asked: AskedNextPlan): MadeNextPlan {
  const plan = analysis.document;
  const refusal = whyNot(analysis);
  if (plan?.kind !== 'one-plan' || refusal !== undefined) return { why: refusal ?? '' };
  const { period } = asked;
  const found = nextPlace(plan, asked.place, period);
  if (!('place' in found)) return found;
  const { place } = found;
  const account = new Account();
  const years = yearsBetween(period.from, period.to);
  const revision = new Revision(analysis.text);
  carryHead(revision, plan, place, asked);
  carryPartners(revision, analysis, plan, place, period, account);
  carryMoney(revision, plan, years, account);
  carrySchemes(revision, plan, account);
  carryMilestones(revision, plan, account);
  carryOutcomes(revision, plan, { framework: asked.framework, years }, account);
  leaveOut(revision, plan, analysis.waivers, account);
  const supersede = supersession(plan, period);
  const carried = withPartners(revision.result(), place, period, account);
  const before = supersede ? '' : incorporatesText(plan);
  const lines = [...headLines(asked, account), ''].join('\n');
  return {
    text: `${lines}${carried.trimEnd()}\n${before}`.replaceAll(/\r?\n/g, lineBreakOf(analysis.text)),
    fileName: fileNameFor(place).replace('.plan.', `-${yearsInName(period)}.plan.`),
    place,
    account,
    supersede,
  };
}

/** Why nothing can be made of what is there; `undefined` where it can. */
function whyNot({ document, text, tree, faults }: Analysis): string | undefined {
  if (document?.kind === 'bcf-plan')
    return say`This is an old Better Care Fund plan. Start a new plan, and bring the old one into it.`;
  if (!document) return say`This is no plan of a place: its first key must be "one_plan: 1".`;
  const start = tree.root.entries[0]?.key.start ?? 0;
  if (text.slice(lineStart(text, start), start).includes('{'))
    return say`The whole plan stands in braces. Write each section on lines of its own first.`;
  const isBroken = faults.some(
    ({ rule }) => rule === 'yaml-syntax' || rule === 'too-large' || rule === 'duplicate-key',
  );
  return isBroken ? say`The text of the plan has faults. Put them right first.` : undefined;
}

function carryHead(revision: Revision, plan: Plan, place: ReferencePlace, { framework, period }: AskedNextPlan): void {
  const { root } = plan;
  const [first] = root.entries;
  // What stands above the first key speaks of this year.
  if (first) revision.cut({ start: 0, end: lineStart(revision.text, first.key.start) });
  const set = (key: string, value: string) => {
    const entry = root.entry(key);
    if (entry) revision.setValue(entry, value);
    return entry !== undefined;
  };
  set('title', writeText(nextTitle(plan, place, period), 'block'));
  set('status', 'draft');
  const statusEntry = root.entry('status');
  if (!set('framework', framework.id) && statusEntry)
    revision.insertLineAfter(statusEntry, `framework: ${framework.id}`);
  set('period', `{from: ${period.from}, to: ${period.to}}`);
  const placeNode = root.get('place');
  if (placeNode?.kind !== 'map' || plan.place.code.value === place.code) return;
  for (const [key, value] of [
    ['code', place.code],
    ['name', place.name],
  ] as const) {
    const entry = placeNode.entry(key);
    if (entry) revision.setValue(entry, writeText(value, placeNode.style));
  }
}

/** The plan with the commissioners that it does not name yet. */
function withPartners(text: string, place: ReferencePlace, period: Period, account: Account): string {
  const { document, tree } = analyse(text);
  if (document?.kind !== 'one-plan') return text;
  const missing = missingPartners(document, place, period);
  const taken = new Set(document.partners.items.map(({ id }) => id.value));
  const items = missing.map(({ id, name, type, code }) => {
    const free = taken.has(id) ? `${id}-${code.toLowerCase()}` : id;
    return [
      ['id', free],
      ['name', writeText(name, 'flow')],
      ['type', type],
      ['code', code],
    ] as const;
  });
  const edits = appendItems(text, tree.root, ['partners'], items);
  if ('blockedBy' in edits) return text;
  for (const { name, code } of missing) account.changed.push(say`${name} (${code}) is a partner as well.`);
  return applyEdits(text, edits);
}

/** That this year's plan has ended, where it has: so it is no plan of the new years. */
function incorporatesText(plan: Plan): string {
  const reason = say`"${titleOf(plan)}" ended on ${formatDate(plan.to.value ?? '')}; what goes on of it is in this plan.`;
  return plan.to.value === undefined ? '' : `\nincorporates: {none: ${writeText(reason, 'flow')}}\n`;
}

/** What this year's plan needs where both would be for the same years. */
function supersession(plan: Plan, { from, to }: Period): NextPlan['supersede'] {
  if (plan.from.value === undefined || plan.to.value === undefined) return undefined;
  if (plan.to.value < from || plan.from.value > to || stageOf(plan.status.value) === 'superseded') return undefined;
  const why = say`"${titleOf(plan)}" is for these years too. Write "status: superseded" in it once this plan takes its place, since there is one plan for one place.`;
  const { node } = plan.status;
  return { why, edits: node ? [{ at: node, text: 'superseded' }] : [] };
}

/** The comment above the plan: where it comes from, and everything that is told of it. */
function headLines({ from }: AskedNextPlan, { leftOut, changed, readAgain }: Account): readonly string[] {
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`# ${title}`, ...lines.map(line => `#   - ${line}`)];
  return [
    say`# Carried over from ${from}. Write an amount behind each year: last year's stands in the comment beside it.`,
    ...part(say`Left out:`, leftOut),
    ...part(say`Changed:`, changed),
    ...part(say`To read again:`, readAgain),
  ];
}

/** `2026-27`, or `2026-29` of several years. */
function yearsInName({ from, to }: Period): string {
  const years = yearsBetween(from, to);
  return `${from.slice(0, 4)}-${(years.at(-1) ?? to).slice(-2)}`;
}
