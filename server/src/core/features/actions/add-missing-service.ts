/** *Say whether a service is in the budget*: the services of which the framework asks and the plan says nothing. */
import { say } from '../../text/say';
import { shorten } from '../../text/words';
import { TabStops } from '../shared/snippet';
import type { Action, PlanActionContext } from './action';
import { insertKey } from './insert';

export function addMissingService({ plan, analysis, findings, framework }: PlanActionContext): readonly Action[] {
  return findings
    .filter(({ rule }) => rule === 'service-missing')
    .flatMap((finding): Action[] => {
      const isNone = plan.services.scopes.length === 0;
      const service = finding.detail ?? (isNone ? framework?.services.values[0] : undefined);
      if (service === undefined || plan.services.scopes.some(({ name }) => name === service)) return [];
      const stops = new TabStops();
      const edit = insertKey(analysis, ['services'], service, `{in_scope: ${stops.choice(['true', 'false'])}}`);
      const title = say`Say that ${shorten(service)} is in the budget`;
      return edit ? [{ title, kind: 'quickfix', finding, edits: [edit] }] : [];
    });
}
