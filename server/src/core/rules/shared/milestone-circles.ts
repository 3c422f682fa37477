/** Milestones that depend on each other in a circle, so that none of them can be the first to be reached. */
import type { Field } from '../../model/field';
import type { Milestone } from '../../model/items';
import { inOrderOfIds } from '../../model/order-of-ids';
import type { PlanIndex } from '../../model/plan-index';

/** One dependency: `milestone` depends on `needed`, as `reference` says. */
export interface Step {
  readonly milestone: Milestone;
  readonly needed: Milestone;
  readonly reference: Field<string>;
}

/**
 * The circles among `milestones`, each a list of steps that ends where it began. Every dependency is followed once, so
 * that a plan of any size takes time in proportion: circles that share their closing step are told as one.
 */
export function circlesOf(milestones: readonly Milestone[], index: PlanIndex): readonly (readonly Step[])[] {
  const circles: Step[][] = [];
  const done = new Set<Milestone>();
  const depth = new Map<Milestone, number>();
  // A circle is told of at the same milestone, however the author orders them.
  for (const start of inOrderOfIds(milestones.filter(({ dependsOn }) => dependsOn.length > 0))) {
    if (done.has(start)) continue;
    const path: { readonly milestone: Milestone; readonly steps: readonly Step[]; next: number }[] = [];
    const taken: Step[] = [];
    const enter = (milestone: Milestone) => {
      depth.set(milestone, path.length);
      path.push({ milestone, steps: stepsFrom(milestone, index), next: 0 });
    };
    enter(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const step = top.steps[top.next++];
      if (!step) {
        done.add(top.milestone);
        depth.delete(top.milestone);
        path.pop();
        taken.pop();
        continue;
      }
      const from = depth.get(step.needed);
      if (from !== undefined) circles.push([...taken.slice(from), step]);
      else if (!done.has(step.needed)) {
        taken.push(step);
        enter(step.needed);
      }
    }
  }
  return circles;
}

function stepsFrom(milestone: Milestone, index: PlanIndex): readonly Step[] {
  return milestone.dependsOn.flatMap(reference => {
    const needed = index.milestone(reference);
    return needed ? [{ milestone, needed, reference }] : [];
  });
}
