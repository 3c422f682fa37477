/** A plan's items by id, and the sums that several rules ask for. Made once for each version of a plan. */
import type { BudgetLine, Contribution, Fund } from './budget';
import { type Amounts, type Field, sumOf } from './field';
import type { Body, Decision } from './governance';
import type { Item } from './item-reader';
import type { Milestone, Outcome, Partner, Person, Scheme, Stop } from './items';
import type { Plan } from './plan';

export class PlanIndex {
  private readonly kinds = new Map<string, ReadonlyMap<string, Item>>();
  private linesByScheme: ReadonlyMap<string, readonly BudgetLine[]> | undefined;
  private linesByService: ReadonlyMap<string, readonly BudgetLine[]> | undefined;

  constructor(private readonly plan: Plan) {}

  partner(reference: Field<string>): Partner | undefined {
    return this.find('partner', this.plan.partners.items, reference);
  }

  person(reference: Field<string>): Person | undefined {
    return this.find('person', this.plan.people.items, reference);
  }

  body(reference: Field<string>): Body | undefined {
    return this.find('body', this.plan.governance.bodies, reference);
  }

  decision(reference: Field<string>): Decision | undefined {
    return this.find('decision', this.plan.governance.decisions, reference);
  }

  contribution(reference: Field<string>): Contribution | undefined {
    return this.find('contribution', this.plan.budget.contributions.items, reference);
  }

  line(reference: Field<string>): BudgetLine | undefined {
    return this.find('line', this.plan.budget.lines.items, reference);
  }

  fund(reference: Field<string>): Fund | undefined {
    return this.find('fund', this.plan.budget.funds.items, reference);
  }

  scheme(reference: Field<string>): Scheme | undefined {
    return this.find('scheme', this.plan.schemes.items, reference);
  }

  stop(reference: Field<string>): Stop | undefined {
    return this.find('stop', this.plan.stops.items, reference);
  }

  milestone(reference: Field<string>): Milestone | undefined {
    return this.find('milestone', this.plan.milestones.items, reference);
  }

  outcome(reference: Field<string>): Outcome | undefined {
    return this.find('outcome', this.plan.outcomes.items, reference);
  }

  /** The budget lines that pay for the scheme with this id. */
  linesOfScheme(id: string | undefined): readonly BudgetLine[] {
    this.linesByScheme ??= groupBy(this.plan.budget.lines.items, line => line.scheme.value);
    return id === undefined ? [] : (this.linesByScheme.get(id) ?? []);
  }

  linesOfService(name: string): readonly BudgetLine[] {
    this.linesByService ??= groupBy(this.plan.budget.lines.items, line => line.service.value);
    return this.linesByService.get(name) ?? [];
  }

  /** Pence of a scheme in one year; `undefined` where an amount cannot be read. */
  moneyOfScheme(scheme: Scheme, year: string): number | undefined {
    return sumOf(this.linesOfScheme(scheme.id.value), line => line.amounts.in(year));
  }

  /** Pence of a scheme over the plan's period; `undefined` where an amount cannot be read. */
  moneyOverPeriod(scheme: Scheme): number | undefined {
    return sumOf(this.plan.years, year => this.moneyOfScheme(scheme, year));
  }

  /** Pence over all years of the plan's period; `undefined` where an amount cannot be read. */
  overPeriod(amounts: Amounts): number | undefined {
    return sumOf(this.plan.years, year => amounts.in(year));
  }

  /** Pence of all budget lines in one year. */
  budgetOf(year: string): number | undefined {
    return sumOf(this.plan.budget.lines.items, line => line.amounts.in(year));
  }

  /** Pence of all contributions in one year. */
  contributionsOf(year: string): number | undefined {
    return sumOf(this.plan.budget.contributions.items, contribution => contribution.amounts.in(year));
  }

  private find<T extends Item>(kind: string, items: readonly T[], reference: Field<string>): T | undefined {
    if (reference.value === undefined) return undefined;
    let known = this.kinds.get(kind) as ReadonlyMap<string, T> | undefined;
    if (!known) {
      known = byId(items);
      this.kinds.set(kind, known);
    }
    return known.get(reference.value);
  }
}

/** Items by id; of two with one id the first. */
function byId<T extends Item>(items: readonly T[]): ReadonlyMap<string, T> {
  const known = new Map<string, T>();
  for (const item of items)
    if (item.id.value !== undefined && !known.has(item.id.value)) known.set(item.id.value, item);
  return known;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string | undefined): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
