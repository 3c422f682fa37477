/** Every amount of money that a plan stands by, and the sums that an author may speak of: what prose is held against. */

import type { Amounts, Field } from '../../model/field';
import type { Plan } from '../../model/plan';
import { say } from '../../text/say';
import { readMoney, strictPence } from '../../values/money';
import { incorporatedPlans } from './incorporated-plans';
import type { RuleContext } from './rule';
import { schemesMeant } from './schemes-meant';

/** Sees one amount: never negative, what it is of (`budget line "Falls response"`), and when (`in 2017-18`, or nothing). */
export type SeeAmount = (pence: number, of: string, when: string) => void;

/**
 * Shows every amount to `see`, and says whether they were `all`: an amount that cannot be read even by a guess may be
 * the very one that prose speaks of.
 */
export function eachKnownAmount(context: RuleContext, see: SeeAmount): 'all' | 'some' {
  const ledger = new Ledger(see);
  addBudget(ledger, context);
  addTheRest(ledger, context);
  for (const { old, schemes } of incorporatedPlans(context)) {
    let total = 0;
    for (const { called, amount } of schemes.values()) total += ledger.add(say`${called} of an old plan`, amount);
    ledger.addPence(say`the old plan "${old.title.value ?? ''}"`, total);
  }
  ledger.addSums(context.plan.years);
  return ledger.isSpoiled || isUnread(context.plan) ? 'some' : 'all';
}

/** Whether something other than a list stands where amounts belong, or the schemes that they are of. */
function isUnread({ budget, schemes, stops, partners, risks, workforce, estates, governance }: Plan): boolean {
  const { contributions, lines, funds, transfers } = budget;
  const sections = [contributions, lines, funds, transfers, schemes, stops, partners, risks, workforce, estates];
  return [...sections, governance.decisionList].some(({ unread }) => unread);
}

/** How a sum is called, from the name of what it is of. */
type Label = (name: string) => string;

const own: Label = name => `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
const ofService: Label = name => say`service "${name}"`;
const ofSource: Label = name => say`source "${name}"`;
const paidTo: Label = name => say`what ${own(name)} is paid`;
const minimumOf: Label = name => say`the minimum of ${own(name)}`;
const forecastOf: Label = name => say`the forecast of ${own(name)}`;

class Ledger {
  isSpoiled = false;
  /** Pence by label, by the name of what they are of, and by year. */
  private readonly sums = new Map<Label, Map<string, Map<string, number>>>();

  constructor(private readonly see: SeeAmount) {}

  addPence(of: string, pence: number, when = ''): void {
    if (pence !== 0) this.see(Math.abs(pence), of, when);
  }

  /** Adds a single amount and gives its pence; 0 where there is none. */
  add(of: string, { value, given, written }: Field<number>): number {
    if (!given) return 0;
    const pence = value ?? guess(written);
    if (pence === undefined) this.isSpoiled = true;
    else this.addPence(of, pence);
    return pence ?? 0;
  }

  /** Adds the amount of each year to the sum of that label and name. */
  addYears(amounts: Amounts, label: Label, name: string | undefined): void {
    if (name === undefined) return;
    const names = entryOf(this.sums, label, () => new Map<string, Map<string, number>>());
    const years = entryOf(names, name, () => new Map<string, number>());
    for (const { year, money } of amounts.years) {
      if (!money.given) continue;
      const pence = money.value ?? guess(money.written);
      if (pence === undefined) this.isSpoiled = true;
      else years.set(year, (years.get(year) ?? 0) + pence);
    }
  }

  /** Each sum in each year, over the period, and from one year to the next. */
  addSums(period: readonly string[]): void {
    for (const [label, names] of this.sums) {
      for (const [name, years] of names) this.addSum(label(name), years, period);
    }
  }

  private addSum(of: string, years: ReadonlyMap<string, number>, period: readonly string[]): void {
    let total = 0;
    let before: number | undefined;
    for (const year of [...years.keys()].sort()) {
      const pence = years.get(year) ?? 0;
      this.addPence(of, pence, say` in ${year}`);
      if (before !== undefined) this.addPence(of, pence - before, say`, its change in ${year}`);
      before = pence;
      if (period.length === 0 || period.includes(year)) total += pence;
    }
    if (years.size > 1) this.addPence(of, total, say` over the period`);
  }
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const before = map.get(key);
  if (before !== undefined) return before;
  const made = make();
  map.set(key, made);
  return made;
}

function addBudget(ledger: Ledger, context: RuleContext): void {
  const { plan, index } = context;
  const { contributions, lines, funds, transfers, gap } = plan.budget;
  for (const { called, amounts, minimum, partner, source } of contributions.items) {
    const payer = index.partner(partner);
    const side = payer?.type.value?.includes('council') ? say`the councils together` : say`the NHS together`;
    for (const name of [called, payer?.called, side, say`all contributions`]) ledger.addYears(amounts, own, name);
    ledger.addYears(amounts, ofSource, source.value);
    ledger.addYears(minimum, minimumOf, called);
  }
  const schemeOf = schemesMeant(context);
  for (const { called, amounts, scheme, fund, service, provider } of lines.items) {
    for (const name of [called, schemeOf(scheme)?.called, index.fund(fund)?.called, say`the budget`])
      ledger.addYears(amounts, own, name);
    ledger.addYears(amounts, ofService, service.value);
    ledger.addYears(amounts, paidTo, index.partner(provider)?.called);
  }
  for (const { called, riskShare } of funds.items) {
    for (const { cap } of riskShare.caps) if (cap !== undefined) ledger.addPence(say`a cap of ${own(called)}`, cap);
  }
  for (const { called, amount } of transfers.items) ledger.add(own(called), amount);
  for (const { year, nhs, council } of gap) {
    const both =
      ledger.add(say`the gap of the NHS in ${year}`, nhs) + ledger.add(say`the gap of the council in ${year}`, council);
    ledger.addPence(say`the gap in ${year}`, both);
  }
}

function addTheRest(ledger: Ledger, { plan }: RuleContext): void {
  for (const { called, amounts } of plan.stops.items) {
    for (const name of [called, say`all that stops`]) ledger.addYears(amounts, own, name);
  }
  for (const { called, forecast } of plan.partners.items) ledger.addYears(forecast, forecastOf, called);
  for (const { called, exposure } of plan.risks.items) ledger.add(say`the exposure of ${own(called)}`, exposure);
  for (const { called, limit } of plan.governance.decisions) ledger.add(say`the limit of ${own(called)}`, limit);
  let gaps = 0;
  for (const { called, payGap } of plan.workforce.items) gaps += ledger.add(say`the pay gap of ${own(called)}`, payGap);
  ledger.addPence(say`all pay gaps`, gaps);
  let costs = 0;
  for (const { called, annualCost, unitaryCharge } of plan.estates.items) {
    costs += ledger.add(say`the yearly cost of ${own(called)}`, annualCost);
    costs += ledger.add(say`the unitary charge of ${own(called)}`, unitaryCharge);
  }
  ledger.addPence(say`all estates`, costs);
}

/** What an amount in a wrong form most likely is, so that its fault is told once. */
function guess(written: string | undefined): number | undefined {
  const reading = readMoney(written ?? '');
  if ('pence' in reading) return reading.pence;
  return reading.suggestion === undefined ? undefined : strictPence(reading.suggestion);
}
