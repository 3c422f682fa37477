/** `accountability-cycle`: bodies that answer to each other in a loop, so that none of them answers to anyone. */

import type { Problem } from '../finding';
import type { Field } from '../model/field';
import type { Body } from '../model/governance';
import { inOrderOfIds } from '../model/order-of-ids';
import type { Plan } from '../model/plan';
import type { PlanIndex } from '../model/plan-index';
import { english, listAnd, said, say } from '../text/say';
import { quotedName } from './shared/quoted-name';
import type { Rule } from './shared/rule';

export const accountabilityCycle: Rule = {
  id: 'accountability-cycle',
  severity: { writing: 'error', agreed: 'error' },
  summary: 'Bodies are accountable to each other in a loop.',
  why: 'Each body answers in the end to an organisation that the law holds to account. In a loop, nobody does.',
  source: 'The Lowdown 2022, quoting NHS Providers: accountability "feels very opaque and potentially confused"',
  answers: [{ text: 'Lowdown 2022', words: 'feels very opaque and potentially confused' }],
  restsOn: ['governance/bodies/id'],
  examples: {
    bad: `governance:
  option: single-commissioner
  lead_commissioner: county
  accountable_lead: a-example
  bodies:
    - {id: board, name: Health and Wellbeing Board, members: [county, ccg], accountable_to: joint-group}
    - {id: joint-group, name: Joint Commissioning Group, members: [county, ccg], accountable_to: board}
`,
    good: `governance:
  option: single-commissioner
  lead_commissioner: county
  accountable_lead: a-example
  bodies:
    - {id: board, name: Health and Wellbeing Board, members: [county, ccg], accountable_to: county}
    - {id: joint-group, name: Joint Commissioning Group, members: [county, ccg], accountable_to: board}
`,
  },
  *check({ plan, index }) {
    const known = new KnownSteps();
    for (const step of withinLoops(stepsOf(plan, index))) {
      const back = wayBack(step, known);
      if (back) yield problemOf(step, back);
      known.add(step);
    }
  },
};

/** One body answers to another. */
interface Step {
  readonly body: Body;
  readonly to: Body;
  readonly reference: Field<string>;
}

function stepsOf(plan: Plan, index: PlanIndex): readonly Step[] {
  // A loop is told of at the same body, however the author orders them.
  return inOrderOfIds(plan.governance.bodies).flatMap(body =>
    body.accountableTo.flatMap(reference => {
      const to = index.body(reference);
      // A board and its organisation may have one id; the board then answers to the organisation.
      const itsPartner = to === body && index.partner(reference) !== undefined;
      return to && !itsPartner ? [{ body, to, reference }] : [];
    }),
  );
}

/** The steps that can be part of a loop: those between bodies that answer to a body and are answered to by one. */
function withinLoops(steps: readonly Step[]): readonly Step[] {
  const leadingOn = peeled(
    steps,
    step => step.body,
    step => step.to,
  );
  return peeled(
    leadingOn,
    step => step.to,
    step => step.body,
  );
}

/** The steps without those that lead to a body from which, by `start` and `end` of the rest, no step goes on. */
function peeled(steps: readonly Step[], start: (step: Step) => Body, end: (step: Step) => Body): readonly Step[] {
  const goingOn = new Map<Body, number>();
  const into = new Map<Body, Step[]>();
  for (const step of steps) {
    goingOn.set(start(step), (goingOn.get(start(step)) ?? 0) + 1);
    const others = into.get(end(step));
    if (others) others.push(step);
    else into.set(end(step), [step]);
  }
  const left = new Set(steps);
  const stuck = [...into.keys()].filter(body => !goingOn.has(body));
  for (let body = stuck.pop(); body; body = stuck.pop()) {
    for (const step of into.get(body) ?? []) {
      left.delete(step);
      const still = (goingOn.get(start(step)) ?? 0) - 1;
      goingOn.set(start(step), still);
      if (still === 0) stuck.push(start(step));
    }
  }
  return [...left];
}

/** The steps in `known` that lead from the end of `step` to its beginning, the shortest way; none when it ends where it begins. */
function wayBack(step: Step, known: KnownSteps): readonly Step[] | undefined {
  const reached: Body[] = [step.to];
  const by = new Map<Body, Step | undefined>([[step.to, undefined]]);
  for (const at of reached) {
    if (at === step.body) return wayTo(at, by);
    for (const next of known.from(at)) {
      if (by.has(next.to)) continue;
      by.set(next.to, next);
      reached.push(next.to);
    }
  }
  return undefined;
}

/** The steps that lead to `body`, by the last of them to each. */
function wayTo(body: Body, by: ReadonlyMap<Body, Step | undefined>): readonly Step[] {
  const way: Step[] = [];
  for (let last = by.get(body); last; last = by.get(last.body)) way.push(last);
  return way.reverse();
}

/** Steps by the body that they start from. */
class KnownSteps {
  private readonly steps = new Map<Body, Step[]>();
  private looks = 0;

  /** Nothing any more when thousands of bodies have been gone through again and again: enough loops are told by then. */
  from(body: Body): readonly Step[] {
    return this.looks++ > mostLooks ? [] : (this.steps.get(body) ?? []);
  }

  add(step: Step): void {
    const others = this.steps.get(step.body);
    if (others) others.push(step);
    else this.steps.set(step.body, [step]);
  }
}

const mostLooks = 200_000;

function problemOf({ body, to, reference }: Step, back: readonly Step[]): Problem {
  const others = back.length - 1;
  const loop =
    to === body
      ? say`itself. Name the partner or the other body that it answers to.`
      : others === 0
        ? say`${quotedName(to)}, which is accountable to ${quotedName(body)} in turn. ${said(WAY_OUT)}`
        : say`${quotedName(to)}, which leads back to it through ${through(back.slice(1))}. ${said(WAY_OUT)}`;
  return {
    at: reference.at,
    message: say`${body.called} is accountable to ${loop}`,
    related: back.slice(0, 10).map(step => ({
      at: step.reference.at,
      message: say`${quotedName(step.body)} is accountable to ${quotedName(step.to)}`,
    })),
  };
}

/** The bodies where `steps` begin: by name, unless there are too many to take in. */
function through(steps: readonly Step[]): string {
  return steps.length > 3 ? say`${steps.length} others` : listAnd(steps.map(({ body }) => quotedName(body)));
}

const WAY_OUT = english`Let one of them answer to a partner, or to a body outside the loop.`;
