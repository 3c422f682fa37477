/** *Add what the rule asks for*: a body, a decision, a risk, a review; each with its required keys as tab stops. */

import { isRequired, shapeNamed } from '../../schema/shape';
import { say } from '../../text/say';
import { shorten } from '../../text/words';
import { lastDayOfYear } from '../../values/calendar';
import { snippetText, TabStops } from '../shared/snippet';
import type { Action, ActionEdit, PlanActionContext } from './action';
import { idsOf } from './add-missing-line';
import { insertItem, insertKey, type Values } from './insert';
import { stillOpen, unsureValue } from './unsure-values';

type Finding = PlanActionContext['findings'][number];
type Addition = { readonly title: string; readonly edit: ActionEdit | undefined } | undefined;

/** Additions for rules that miss a whole item, by rule. */
const additions: Readonly<Record<string, (context: PlanActionContext, finding: Finding) => Addition>> = {
  'body-does-nothing': bodyOrDecision,
  'accountable-without-power': decisionOfLead,
  'dispute-route-missing': context => governanceKey(context, 'disputes', say`Add a way to settle disputes`),
  'oversight-not-single': context => governanceKey(context, 'oversight', say`Add who oversees the plan`),
  'no-workforce-plan': context => item(context, say`Add a group of staff`, ['workforce', 'groups'], 'workforce-group'),
  'nothing-stops': context => item(context, say`Add something that stops`, ['stops'], 'stop'),
  'sharing-no-agreement': context =>
    item(context, say`Add an agreement`, ['data_sharing', 'agreements'], 'data-agreement'),
  'required-risk-missing': risk,
  'no-review-date': review,
  'signoff-missing': signature,
};

export function addAskedItems(context: PlanActionContext): readonly Action[] {
  return context.findings.flatMap((finding): Action[] => {
    const addition = additions[finding.rule]?.(context, finding);
    if (!addition?.edit) return [];
    return [{ title: addition.title, kind: 'quickfix', finding, edits: [addition.edit] }];
  });
}

/** Adds a body where there is none; for a body without decisions, adds a decision. */
function bodyOrDecision(context: PlanActionContext, { at }: Finding): Addition {
  const { bodies } = context.plan.governance;
  if (bodies.length === 0) return item(context, say`Add a body`, ['governance', 'bodies'], 'body');
  const body = bodies.find(({ node }) => node.start <= at.start && at.start <= node.end);
  return body?.id.value === undefined
    ? undefined
    : decisionOf(context, body.id.value, body.name.value ?? body.id.value);
}

/** Adds a decision of the accountable lead, where they have none. */
function decisionOfLead(context: PlanActionContext): Addition {
  const { accountableLead, decisions } = context.plan.governance;
  const person = context.index.person(accountableLead);
  const id = person?.id.value;
  if (id === undefined || decisions.some(({ decider }) => decider.value === id)) return undefined;
  return decisionOf(context, id, person?.name.value ?? id);
}

function decisionOf(context: PlanActionContext, decider: string, name: string): Addition {
  const title = say`Add a decision that ${shorten(name, 40)} takes`;
  return item(context, title, ['governance', 'decisions'], 'decision', { decider: snippetText(decider), limit: '' });
}

/** A part of `governance` that is a mapping, on one line. */
function governanceKey({ analysis, plan }: PlanActionContext, key: string, title: string): Addition {
  const governance = plan.root.get('governance');
  const there = governance?.kind === 'map' ? governance.entry(key) : undefined;
  if (there) return undefined;
  const value = unsureValue(analysis, shapeNamed('governance'), key, '', new TabStops(), stillOpen);
  return { title, edit: insertKey(analysis, ['governance'], key, value) };
}

/** A risk that covers an area which no other risk covers. */
function risk(context: PlanActionContext): Addition {
  const areas = shapeNamed('risk-area').schema.enum?.map(String) ?? [];
  const covered = new Set(context.plan.risks.items.map(({ covers }) => String(covers.value)));
  const area = areas.find(each => !covered.has(each));
  if (area === undefined) return undefined;
  return item(context, say`Add a risk that covers "${area}"`, ['risks'], 'risk', { covers: area });
}

function review(context: PlanActionContext): Addition {
  const { plan } = context;
  const reviewed = plan.milestones.items.filter(({ type }) => String(type.value) === 'review');
  const year = plan.years.find(each => !reviewed.some(({ deadline }) => isIn(deadline.value, each)));
  if (year === undefined) return undefined;
  return item(context, say`Add a review in ${year}`, ['milestones'], 'milestone', {
    title: `Review ${year}`,
    type: 'review',
    deadline: lastDayOfYear(year),
  });
}

function isIn(day: string | undefined, year: string): boolean {
  return day !== undefined && day > `${year.slice(0, 4)}-03-31` && day <= lastDayOfYear(year);
}

/** The signature that is missing: its role, and the partner that signs. */
function signature(context: PlanActionContext, { detail = '' }: Finding): Addition {
  const role = context.framework?.signOff.values.map(each => each.role).find(each => detail.startsWith(each));
  if (role === undefined) return undefined;
  const partner = idsOf(context.plan.partners.items).find(id => detail === `${role} ${id}`);
  return item(context, say`Add the signature of the ${shorten(role)}`, ['sign_off'], 'signature', {
    role: snippetText(role),
    ...(partner === undefined ? {} : { organisation: snippetText(partner) }),
  });
}

/** Adds an item of the shape `def` at the end of the list at `path`: its required keys, and the values in `known`. */
function item(
  { analysis }: PlanActionContext,
  title: string,
  path: readonly string[],
  def: string,
  known: Readonly<Record<string, string>> = {},
): Addition {
  const shape = shapeNamed(def);
  const stops = new TabStops();
  const called = known['title'] ?? `New ${shape.schema['x-noun'] ?? 'item'}`;
  const values: Values = Object.entries(shape.schema.properties ?? {})
    .filter(([key, inner]) => key in known || isRequired(shape, key) || (inner !== true && inner['x-asked-by']))
    .map(([key]) => [key, known[key] || unsureValue(analysis, shape, key, called, stops, stillOpen)] as const);
  return { title, edit: insertItem(analysis, path, values) };
}
