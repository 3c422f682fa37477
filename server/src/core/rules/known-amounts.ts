/** Every amount of money that a plan stands by, and the sums that an author may speak of: what prose is held against. */
import type { Amounts, Field } from '../model/field';
import { readMoney, strictPence } from '../model/money';
import { incorporatedPlans } from './incorporated-plans';
import type { RuleContext } from './rule';

export interface KnownAmount {
  /** Never negative. */
  readonly pence: number;
  /** What it is: `budget line "Falls response" in 2017-18`. */
  readonly of: string;
}

export interface KnownAmounts {
  /** From the smallest to the largest. */
  readonly all: readonly KnownAmount[];
  /** An amount cannot be read even by a guess, so that what seems to be missing may be it. */
  readonly isSpoiled: boolean;
}

export function knownAmounts(context: RuleContext): KnownAmounts {
  const ledger = new Ledger();
  addBudget(ledger, context);
  addTheRest(ledger, context);
  for (const { old, schemes } of incorporatedPlans(context)) {
    let total = 0;
    for (const { called, amount } of schemes.values()) {
      total += ledger.add(`${called} of an old plan`, amount);
    }
    ledger.addPence(`the old plan "${old.title.value ?? ''}"`, total);
  }
  ledger.addSums(context.plan.years);
  ledger.all.sort((a, b) => a.pence - b.pence);
  return ledger;
}

class Ledger implements KnownAmounts {
  readonly all: KnownAmount[] = [];
  isSpoiled = false;
  /** Pence by what they are of, and by year. */
  private readonly sums = new Map<string, Map<string, number>>();

  addPence(of: string, pence: number): void {
    if (pence !== 0) this.all.push({ pence: Math.abs(pence), of });
  }

  /** Adds a single amount and gives its pence; 0 where there is none. */
  add(of: string, { value, given, written }: Field<number>): number {
    if (!given) return 0;
    const pence = value ?? guess(written);
    if (pence === undefined) this.isSpoiled = true;
    else this.addPence(of, pence);
    return pence ?? 0;
  }

  /** Adds the amount of each year to each of `sums`, the names of what they are of. */
  addYears(amounts: Amounts, sums: readonly (string | undefined)[]): void {
    for (const { year, money } of amounts.years) {
      if (!money.given) continue;
      const pence = money.value ?? guess(money.written);
      if (pence === undefined) this.isSpoiled = true;
      else for (const of of sums) if (of !== undefined) this.addToSum(of, year, pence);
    }
  }

  private addToSum(of: string, year: string, pence: number): void {
    const years = this.sums.get(of) ?? new Map<string, number>();
    years.set(year, (years.get(year) ?? 0) + pence);
    this.sums.set(of, years);
  }

  /** Each sum in each year, over the period, and from one year to the next. */
  addSums(period: readonly string[]): void {
    for (const [of, years] of this.sums) {
      let total = 0;
      let before: number | undefined;
      for (const year of [...years.keys()].sort()) {
        const pence = years.get(year) ?? 0;
        this.addPence(`${of} in ${year}`, pence);
        if (before !== undefined) this.addPence(`the change of ${of} in ${year}`, pence - before);
        before = pence;
        if (period.length === 0 || period.includes(year)) total += pence;
      }
      if (years.size > 1) this.addPence(`${of} over the period`, total);
    }
  }
}

function addBudget(ledger: Ledger, { plan, index }: RuleContext): void {
  const { contributions, lines, funds, transfers, gap } = plan.budget;
  for (const { called, amounts, minimum, partner, source } of contributions.items) {
    const payer = index.partner(partner);
    const side = payer?.type.value?.includes('council') ? 'the councils together' : 'the NHS together';
    const sums = [called, payer?.called, source.value && `source "${source.value}"`, side, 'all contributions'];
    ledger.addYears(amounts, sums.map(lowerFirst));
    ledger.addYears(minimum, [`the minimum of ${lowerFirst(called)}`]);
  }
  for (const line of lines.items) {
    const sums = [
      line.called,
      index.scheme(line.scheme)?.called,
      line.service.value && `service "${line.service.value}"`,
      index.fund(line.fund)?.called,
      line.provider.value && `what ${lowerFirst(index.partner(line.provider)?.called ?? 'a provider')} is paid`,
      'the budget',
    ];
    ledger.addYears(line.amounts, sums.map(lowerFirst));
  }
  for (const { called, riskShare } of funds.items) {
    for (const { cap } of riskShare.caps) if (cap !== undefined) ledger.addPence(`a cap of ${lowerFirst(called)}`, cap);
  }
  for (const { called, amount } of transfers.items) ledger.add(lowerFirst(called) ?? '', amount);
  for (const { year, nhs, council } of gap) {
    const both =
      ledger.add(`the gap of the NHS in ${year}`, nhs) + ledger.add(`the gap of the council in ${year}`, council);
    ledger.addPence(`the gap in ${year}`, both);
  }
}

function addTheRest(ledger: Ledger, { plan }: RuleContext): void {
  for (const { called, amounts } of plan.stops.items) {
    ledger.addYears(amounts, [lowerFirst(called), 'all that stops']);
  }
  for (const { called, forecast } of plan.partners.items)
    ledger.addYears(forecast, [`the forecast of ${lowerFirst(called)}`]);
  for (const { called, exposure } of plan.risks.items) ledger.add(`the exposure of ${lowerFirst(called)}`, exposure);
  for (const { called, limit } of plan.governance.decisions) ledger.add(`the limit of ${lowerFirst(called)}`, limit);
  let gaps = 0;
  for (const { called, payGap } of plan.workforce.items)
    gaps += ledger.add(`the pay gap of ${lowerFirst(called)}`, payGap);
  ledger.addPence('all pay gaps', gaps);
  let costs = 0;
  for (const { called, annualCost, unitaryCharge } of plan.estates.items) {
    costs += ledger.add(`the yearly cost of ${lowerFirst(called)}`, annualCost);
    costs += ledger.add(`the unitary charge of ${lowerFirst(called)}`, unitaryCharge);
  }
  ledger.addPence('all estates', costs);
}

/** What an amount in a wrong form most likely is, so that its fault is told once. */
function guess(written: string | undefined): number | undefined {
  const reading = readMoney(written ?? '');
  if ('pence' in reading) return reading.pence;
  return reading.suggestion === undefined ? undefined : strictPence(reading.suggestion);
}

function lowerFirst<T extends string | undefined>(text: T): T {
  return (text === undefined ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`) as T;
}
