/** *Make a milestone of the framework*: one of a type that it asks for and the plan does not have. */

import { lastDayFor, titleOf } from '../../reference/framework';
import { say } from '../../text/say';
import { idFrom } from '../shared/new-id';
import { snippetText, TabStops } from '../shared/snippet';
import type { Action, PlanActionContext } from './action';
import { idsOf } from './add-missing-line';
import { insertItem } from './insert';

export function makeMilestone({ plan, analysis, findings, framework }: PlanActionContext): readonly Action[] {
  return findings
    .filter(({ rule }) => rule === 'missing-milestone')
    .flatMap((finding): Action[] => {
      const type = finding.detail;
      if (type === undefined || plan.milestones.items.some(milestone => milestone.type.value === type)) return [];
      const asked = framework?.milestones.values.find(milestone => milestone.type === type);
      const latest = lastDayFor(asked?.by, plan.to.value);
      const stops = new TabStops();
      const people = idsOf(plan.people.items);
      const edit = insertItem(
        analysis,
        ['milestones'],
        [
          ['id', snippetText(idFrom(type, 'milestone', analysis))],
          ['title', stops.next(titleOf(type))],
          ['type', type],
          ['lead', people.length > 0 ? stops.choice(people) : stops.next()],
          ['deadline', stops.next(latest ?? '2020-03-31')],
        ],
      );
      return edit
        ? [{ title: say`Add the milestone "${titleOf(type)}"`, kind: 'quickfix', finding, edits: [edit] }]
        : [];
    });
}
