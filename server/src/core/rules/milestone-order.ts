/** `milestone-order`: milestones that are due in an order in which they cannot be reached. */

import type { Problem } from '../finding';
import type { Field } from '../model/field';
import type { Milestone } from '../model/items';
import type { Plan } from '../model/plan';
import type { PlanIndex } from '../model/plan-index';
import { count, say } from '../text/say';
import { lowerFirst } from '../text/words';
import { formatDate } from '../values/calendar';
import { circlesOf, type Step } from './shared/milestone-circles';
import type { Rule } from './shared/rule';

export const milestoneOrder: Rule = {
  id: 'milestone-order',
  severity: { writing: 'error', agreed: 'error' },
  summary:
    'A milestone is due before one that it depends on, a fund opens before its section 75 agreement is signed, or milestones depend on each other in a circle.',
  why: 'Such dates cannot all be kept, and a fund that opens before its section 75 agreement is signed has no agreement to act on.',
  source:
    'National Health Service Act 2006, section 75; North Tyneside Cabinet, on the day by which its section 75 agreement is to be signed',
  restsOn: ['budget/funds/agreement', 'budget/funds/id', 'milestones/depends_on', 'milestones/id'],
  examples: {
    bad: 'milestones:\n  - {id: function, title: One commissioning function, type: single-commissioning-function, lead: a-example, deadline: 2018-10-01}\n  - {id: one-budget, title: One budget, type: integrated-budget, lead: a-example, deadline: 2018-04-01, depends_on: [function]}\n',
    good: 'milestones:\n  - {id: function, title: One commissioning function, type: single-commissioning-function, lead: a-example, deadline: 2017-10-01}\n  - {id: one-budget, title: One budget, type: integrated-budget, lead: a-example, deadline: 2018-04-01, depends_on: [function]}\n',
  },
  *check({ plan, index }) {
    const circles = circlesOf(plan.milestones.items, index);
    const circular = new Set<Field<string>>();
    for (const circle of circles) {
      for (const step of circle) circular.add(step.reference);
      if (!circle.some(isTooEarly)) yield* circleProblem(circle);
    }
    for (const milestone of plan.milestones.items) {
      for (const reference of milestone.dependsOn) {
        const needed = index.milestone(reference);
        if (needed && isTooEarly({ milestone, needed })) {
          yield tooEarly(milestone, needed, circular.has(reference) ? 'in a circle' : 'in order');
        }
      }
    }
    yield* signedTooLate(plan, index);
  },
};

/** The day on which a milestone is reached: when it was done, or else when it is due. */
function dayOf({ doneOn, deadline }: Milestone): string | undefined {
  return doneOn.value ?? deadline.value;
}

/** The date that is that day. */
function dateOf({ doneOn, deadline }: Milestone): Field<string> {
  return doneOn.value === undefined ? deadline : doneOn;
}

function isReached({ doneOn }: Milestone): boolean {
  return doneOn.value !== undefined;
}

function isTooEarly({ milestone, needed }: Pick<Step, 'milestone' | 'needed'>): boolean {
  const own = dayOf(milestone);
  const other = dayOf(needed);
  return own !== undefined && other !== undefined && own < other;
}

function tooEarly(milestone: Milestone, needed: Milestone, place: 'in order' | 'in a circle'): Problem {
  const advice =
    place === 'in order'
      ? say`Move one of the two dates, or take the dependency out.`
      : say`The two also depend on each other in a circle: take one of the dependencies out.`;
  return {
    at: dateOf(milestone).at,
    message: `${datesOf(milestone, needed)} ${advice}`,
    related: [
      {
        at: dateOf(needed).at,
        message: isReached(needed) ? say`${needed.called} was reached here` : say`${needed.called} is due here`,
      },
    ],
    ...(needed.id.value === undefined ? {} : { detail: needed.id.value }),
  };
}

function datesOf(milestone: Milestone, needed: Milestone): string {
  const { called } = milestone;
  const [day, before] = [dayOf(milestone), dayOf(needed)];
  const other = lowerFirst(needed.called);
  if (isReached(milestone))
    return isReached(needed)
      ? say`${called} was reached on ${day}, but it depends on ${other}, which was reached on ${before}.`
      : say`${called} was reached on ${day}, but it depends on ${other}, which is due on ${before}.`;
  return isReached(needed)
    ? say`${called} is due on ${day}, but it depends on ${other}, which was reached on ${before}.`
    : say`${called} is due on ${day}, but it depends on ${other}, which is due on ${before}.`;
}

function* circleProblem(circle: readonly Step[]): Iterable<Problem> {
  const closing = circle.at(-1);
  if (!closing) return;
  const { milestone, needed, reference } = closing;
  if (milestone === needed) {
    yield {
      at: reference.at,
      message: say`${milestone.called} depends on itself. Take "${reference.value}" out of "depends_on".`,
    };
    return;
  }
  const others = circle.length - 2;
  const other = lowerFirst(needed.called);
  yield {
    at: reference.at,
    message:
      others > 0
        ? say`${milestone.called} depends on ${other}, which depends on it in turn through ${count(others, 'other milestone')}. Take one of these dependencies out.`
        : say`${milestone.called} depends on ${other}, which depends on it in turn. Take one of these dependencies out.`,
    related: circle
      .slice(0, -1)
      .slice(0, 10)
      .map(step => ({
        at: step.reference.at,
        message: say`${step.milestone.called} depends on ${lowerFirst(step.needed.called)}`,
      })),
  };
}

/** A fund that opens before the agreement that governs it is signed has no basis in law until then. */
function* signedTooLate(plan: Plan, index: PlanIndex): Iterable<Problem> {
  for (const fund of plan.budget.funds.items) {
    const agreement = index.milestone(fund.agreement);
    const signed = agreement && dayOf(agreement);
    const opens = fund.opens.value;
    if (!agreement || signed === undefined || opens === undefined || signed <= opens) continue;
    const governed = lowerFirst(fund.called);
    yield {
      at: dateOf(agreement).at,
      message: isReached(agreement)
        ? say`${agreement.called} was reached on ${signed}, but ${governed}, which it governs, opens on ${formatDate(opens)}. Sign before the fund opens, or open it later.`
        : say`${agreement.called} is due on ${signed}, but ${governed}, which it governs, opens on ${formatDate(opens)}. Sign before the fund opens, or open it later.`,
      related: [{ at: fund.opens.at, message: say`${fund.called} opens here` }],
      ...(fund.id.value === undefined ? {} : { detail: fund.id.value }),
    };
  }
}
