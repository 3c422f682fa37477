/** The schemes of old plans that a plan does not account for yet, and those that cannot be accounted for as they are. */

import type { Became, Incorporated } from '../model/bcf-plan';
import type { Plan } from '../model/plan';
import type { Workspace } from '../model/workspace';
import { count, listAnd, say } from '../text/say';
import { type OldPlan, type OldScheme, titleOf } from './old-plan';

/** The entry of `incorporates` that stands for the old plan, if there is one. */
export function entryOf(old: OldPlan, plan: Plan, workspace: Workspace): Incorporated | undefined {
  return plan.incorporates.items.find(({ plan: path }) => {
    if (path.value === undefined) return false;
    const found = workspace.incorporated(path.value);
    return found.state === 'read' && found.uri === old.uri;
  });
}

/** Whether the plan says what became of a scheme: nothing behind its id says nothing. */
function isSaid({ scheme, stopped, at, old }: Became): boolean {
  return scheme !== undefined || stopped !== undefined || at !== old.at;
}

/** The schemes of `old` that are not accounted for, in their order. */
export function pendingSchemes(old: OldPlan, plan: Plan, workspace: Workspace): readonly OldScheme[] {
  const said = new Set(
    entryOf(old, plan, workspace)
      ?.schemes.filter(isSaid)
      .map(became => became.old.value),
  );
  return old.plan.schemes.items.flatMap(scheme => {
    const id = scheme.id.value;
    if (id === undefined || said.has(id)) return [];
    return [{ from: old, id, name: scheme.name.value ?? id, scheme }];
  });
}

/** Why the schemes of `old` cannot all be carried over: each must have an id of its own. */
export function obstaclesIn(old: OldPlan): readonly string[] {
  const ids = old.plan.schemes.items.map(({ id }) => id.value);
  const without = ids.filter(id => id === undefined).length;
  const twice = [...new Set(ids.filter((id, index) => id !== undefined && ids.indexOf(id) !== index))];
  const title = say`The old plan ${titleOf(old)}`;
  const unread = (old.plan.root.get('schemes')?.kind === 'list' ? listLength(old) : 0) - ids.length;
  return [
    ...(old.plan.schemes.unread || unread > 0
      ? [say`${title} has schemes that cannot be read. Put right its findings first.`]
      : []),
    ...(without > 0
      ? [
          say`${title} has ${count(without, 'scheme')} without an id. Give each an id first, so that nothing is left out.`,
        ]
      : []),
    ...(twice.length > 0
      ? [
          say`${title} has the id ${listAnd(twice.map(id => `"${id}"`))} more than once. Give each scheme its own first.`,
        ]
      : []),
  ];
}

function listLength({ plan }: OldPlan): number {
  const list = plan.root.get('schemes');
  return list?.kind === 'list' ? list.items.length : 0;
}
