/** The sections of next year's plan: what is carried on of each, and what is left out of it. */

import type { Plan } from '../../model/plan';
import { type Framework, isSameFramework } from '../../reference/framework';
import { codeStanding } from '../../rules/shared/outcome-code';
import { ListNode, MapNode } from '../../syntax/tree/node';
import { writeText } from '../../syntax/tree/write-scalar';
import { count, listAnd, say } from '../../text/say';
import { shorten } from '../../text/words';
import type { FinancialYear } from '../../values/calendar';
import type { Account } from './account';
import { emptyAmounts } from './empty-amounts';
import type { Revision } from './revision';

/** The money: every amount is to be filled, and whether it is settled is not known any more. */
export function carryMoney(revision: Revision, plan: Plan, years: readonly FinancialYear[], account: Account): void {
  const { contributions, lines, transfers, funds } = plan.budget;
  let settled = 0;
  for (const { node } of plan.partners.items) emptyAmounts(revision, node.entry('forecast'), years, 'forecast ');
  for (const { node } of [...contributions.items, ...lines.items]) {
    emptyAmounts(revision, node.entry('amounts'), years);
    emptyAmounts(revision, node.entry('minimum'), years, 'minimum ');
    if (revision.cutEntries(node, ['status', 'confirmed_by']).length > 0) settled++;
  }
  if (settled > 0) account.leftOut.push(say`whether ${count(settled, 'amount is', 'amounts are')} settled`);
  const budget = plan.root.get('budget');
  if (budget instanceof MapNode) {
    const gone = revision.cutEntries(budget, ['transfers', 'gap']).map(({ key }) => key.text);
    if (gone.includes('transfers'))
      account.leftOut.push(named(count(transfers.items.length, 'transfer'), transfers.items));
    if (gone.includes('gap')) account.leftOut.push(say`the gap of each year`);
  }
  if (funds.items.length > 0) account.readAgain.push(say`The terms of each fund, with how long it lasts.`);
}

/** Schemes go on: what was new or changed is there now. */
export function carrySchemes(revision: Revision, { schemes }: Plan, account: Account): void {
  for (const { node, novelty, called } of schemes.items) {
    const entry = node.entry('novelty');
    if (!entry || (novelty.value !== 'new' && novelty.value !== 'changed')) continue;
    revision.setValue(entry, 'existing');
    account.changed.push(say`${called} was ${novelty.value}, and is existing now.`);
  }
}

/** Outcomes go on, with the targets to be filled, the edition of the new framework, and the code of the new year. */
export function carryOutcomes(
  revision: Revision,
  plan: Plan,
  next: { readonly framework: Framework; readonly years: readonly FinancialYear[] },
  account: Account,
): void {
  for (const outcome of plan.outcomes.items) {
    const { node, framework, edition, code, called } = outcome;
    emptyAmounts(revision, node.entry('targets'), next.years, 'target ');
    const asked = next.framework.outcomes.values.find(
      other => other.code === code.value && isSameFramework(other.framework, framework.value ?? ''),
    );
    const editionEntry = node.entry('edition');
    if (editionEntry && asked?.edition !== undefined && asked.edition !== edition.value) {
      revision.setValue(editionEntry, writeText(asked.edition, node.style));
      account.changed.push(say`${called} is measured by the edition ${asked.edition}.`);
    }
    if (editionEntry) continue;
    const standing = codeStanding(outcome, { ...plan, years: next.years }, next.framework);
    const codeEntry = node.entry('code');
    if (standing.kind !== 'renumbered' || !codeEntry) continue;
    revision.setValue(codeEntry, writeText(standing.code, node.style));
    account.changed.push(say`${called} has the code ${standing.code} in ${next.years[0]}; it was ${code.value ?? ''}.`);
  }
}

/** Milestones that are done go, and with them what points at them; the days of the others stay as they are. */
export function carryMilestones(revision: Revision, plan: Plan, account: Account): void {
  const { milestones, budget } = plan;
  const done = milestones.items.filter(({ doneOn }) => doneOn.value !== undefined);
  const ids = new Set(done.flatMap(({ id }) => id.value ?? []));
  const nodes = new Set<unknown>(done.map(({ node }) => node));
  if (milestones.node instanceof ListNode) revision.cutItems(milestones.node, item => nodes.has(item));
  if (done.length > 0)
    account.leftOut.push(named(count(done.length, 'milestone that is done', 'milestones that are done'), done));
  for (const { node } of milestones.items) {
    const value = node.get('depends_on');
    const isGone = (item: unknown) => item instanceof Object && 'text' in item && ids.has(String(item.text));
    if (value instanceof ListNode) {
      if (value.items.length > 0 && value.items.every(isGone)) revision.cutEntries(node, ['depends_on']);
      else revision.cutItems(value, isGone);
    } else if (value && isGone(value)) revision.cutEntries(node, ['depends_on']);
  }
  for (const { node, agreement } of budget.funds.items)
    if (agreement.value !== undefined && ids.has(agreement.value)) revision.cutEntries(node, ['agreement']);
  const open = milestones.items.filter(({ doneOn }) => doneOn.value === undefined);
  if (open.length > 0) account.readAgain.push(named(say`The deadlines, which are as they were:`, open));
}

/** Sections of one year alone, and the waivers: they were given for that year. */
export function leaveOut(
  revision: Revision,
  plan: Plan,
  waivers: readonly { readonly whole: { start: number; end: number } }[],
  account: Account,
): void {
  const sections = [
    { key: 'stops', words: named(count(plan.stops.items.length, 'stop'), plan.stops.items) },
    { key: 'incorporates', words: say`what the plan brought in` },
    { key: 'sign_off', words: count(plan.signOff.items.length, 'signature') },
    {
      key: 'narrative',
      words: say`the narrative (${listAnd(plan.narrative.map(({ section }) => shorten(section)))})`,
    },
  ];
  for (const { key, words } of sections) if (revision.cutSection(plan.root, key)) account.leftOut.push(words);
  for (const { whole } of waivers) revision.cutComment(whole);
  if (waivers.length > 0) account.leftOut.push(count(waivers.length, 'waiver'));
  const kept = [
    ...(plan.workforce.items.length > 0 ? [say`staff`] : []),
    ...(plan.estates.items.length > 0 ? [say`buildings`] : []),
    ...(plan.dataSharing.agreements.items.length > 0 ? [say`agreements on records`] : []),
    ...(plan.risks.items.length > 0 ? [say`risks`] : []),
  ];
  if (kept.length > 0) account.readAgain.push(say`The ${listAnd(kept)}, which are as they were.`);
}

function named(words: string, items: readonly { readonly called: string }[]): string {
  const names = items.map(({ called }) => /"(.*)"/.exec(called)?.[0] ?? called);
  return `${words}${words.endsWith(':') ? '' : ':'} ${listAnd(names)}`;
}
