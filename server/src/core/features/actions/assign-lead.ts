/** *Assign a lead*: one of the people of the plan, or a new person who is added to them. */

import { shapedNodesAt } from '../../cursor/nodes-at';
import { say } from '../../text/say';
import { shorten } from '../../text/words';
import { idFrom } from '../shared/new-id';
import { snippetText, TabStops } from '../shared/snippet';
import type { Action, ActionEdit, PlanActionContext } from './action';
import { idsOf } from './add-missing-line';
import { insertEntry, insertItem, insertKey, setValue } from './insert';

/** Limit on people offered one by one; beyond it completion offers the list. */
const mostOffered = 12;

export function assignLead(context: PlanActionContext): readonly Action[] {
  const { plan, findings } = context;
  const finding = findings.find(({ rule, detail }) => rule === 'unassigned-accountable-lead' && detail !== undefined);
  if (!finding?.detail) return [];
  const key = finding.detail;
  const people = plan.people.items.slice(0, mostOffered).flatMap((person): Action[] => {
    const edit = person.id.value === undefined ? undefined : assign(context, finding.at.start, key, person.id.value);
    const title = say`Assign ${shorten(person.name.value ?? person.id.value ?? '')}`;
    return edit ? [{ title, kind: 'quickfix', finding, edits: [edit] }] : [];
  });
  const added = newPerson(context, finding.at.start, key);
  return added ? [...people, { title: say`Name a new person`, kind: 'quickfix', finding, edits: added }] : people;
}

function newPerson(context: PlanActionContext, offset: number, key: string): readonly ActionEdit[] | undefined {
  const { plan, analysis } = context;
  const stops = new TabStops();
  const id = idFrom(say`New person`, 'person', analysis);
  const partners = idsOf(plan.partners.items);
  const lead = assign(context, offset, key, id);
  const person = insertItem(
    analysis,
    ['people'],
    [
      ['id', id],
      ['name', stops.next('Name')],
      ['post', stops.next('Post')],
      ['employer', partners.length > 0 ? stops.choice(partners) : stops.next()],
    ],
  );
  return lead && person ? [lead, person] : undefined;
}

/** Writes `id` under `key` of the item at `offset`. */
function assign({ analysis }: PlanActionContext, offset: number, key: string, id: string): ActionEdit | undefined {
  const written = snippetText(id);
  if (key === 'accountable_lead') {
    const governance = analysis.tree.root.get('governance');
    const there = governance?.kind === 'map' ? governance.entry(key) : undefined;
    return there ? setValue(analysis, there, written) : insertKey(analysis, ['governance'], key, written);
  }
  const around = shapedNodesAt(analysis.tree.root, 'one-plan', offset).findLast(
    ({ node, shape }) => node.kind === 'map' && shape?.schema.properties?.[key] !== undefined,
  );
  if (around?.node.kind !== 'map' || !around.shape) return undefined;
  const there = around.node.entry(key);
  if (there) return setValue(analysis, there, written);
  return insertEntry(analysis, around.node, around.shape, key, () => ` ${written}`);
}
