/** The items of a plan: what each key of an item is, read once for each node of the tree. */
import type * as Listed from '../schema/plan-document.generated';
import type { MapNode } from '../syntax/tree/node';
import type { CalendarDate } from '../values/calendar';
import { yearMeant } from '../values/yes-no';
import type { Amounts, Field } from './field';
import { type Item, ItemReader, type Lead, numberOf } from './item-reader';
import { once } from './section';

export interface Partner extends Item {
  readonly name: Field<string>;
  readonly type: Field<Listed.PartnerType>;
  readonly code: Field<string>;
  readonly forecast: Amounts;
  readonly recoveryPlan: Field<true>;
  readonly payFramework: Field<string>;
}

export const readPartner = once((node: MapNode): Partner => {
  const item = new ItemReader(node, 'Partner', 'name');
  const { id, called, at } = item;
  return {
    node,
    id,
    called,
    at,
    name: item.text('name'),
    type: item.listed('type'),
    code: item.text('code'),
    forecast: item.amounts('forecast'),
    recoveryPlan: item.present('recovery_plan'),
    payFramework: item.settled('pay_framework'),
  };
});

export interface Person extends Item {
  readonly name: Field<string>;
  readonly post: Field<string>;
  readonly employer: Field<string>;
  readonly email: Field<string>;
}

export const readPerson = once((node: MapNode): Person => {
  const item = new ItemReader(node, 'Person', 'name');
  const { id, called, at } = item;
  return {
    node,
    id,
    called,
    at,
    name: item.text('name'),
    post: item.settled('post'),
    employer: item.text('employer'),
    email: item.text('email'),
  };
});

export interface Scheme extends Item {
  readonly name: Field<string>;
  readonly lead: Lead;
  readonly description: Field<string>;
  readonly novelty: Field<Listed.SchemeNovelty>;
  readonly predecessor: Field<string>;
  readonly whatChanges: Field<string>;
  readonly services: readonly Field<string>[];
  readonly outcomes: readonly Field<string>[];
  readonly staff: {
    readonly given: boolean;
    readonly at: Item['at'];
    readonly wte: Field<number>;
    readonly source: Field<string>;
  };
  readonly evidence: Field<true>;
  readonly starts: Field<CalendarDate>;
  readonly ends: Field<CalendarDate>;
  readonly sharesRecords: Field<boolean>;
}

export const readScheme = once((node: MapNode): Scheme => {
  const item = new ItemReader(node, 'Scheme', 'name');
  const { id, called, at } = item;
  const staff = item.nested('staff');
  return {
    node,
    id,
    called,
    at,
    name: item.text('name'),
    lead: item.lead('lead'),
    description: item.settled('description'),
    novelty: item.listed('novelty'),
    predecessor: item.text('predecessor'),
    whatChanges: item.settled('what_changes'),
    services: item.list('services'),
    outcomes: item.list('outcomes'),
    staff: { given: staff.given, at: staff.at, wte: staff.number('wte'), source: staff.settled('source') },
    evidence: item.present('evidence'),
    starts: item.date('starts'),
    ends: item.date('ends'),
    sharesRecords: item.yesNo('shares_records'),
  };
});

export interface Stop extends Item {
  readonly what: Field<string>;
  readonly service: Field<Listed.ServiceName>;
  readonly provider: Field<string>;
  readonly method: Field<Listed.StopMethod>;
  readonly amounts: Amounts;
  readonly recurrent: Field<boolean>;
  readonly from: Field<CalendarDate>;
  readonly lead: Lead;
  readonly agreedBy: {
    readonly given: boolean;
    readonly at: Item['at'];
    readonly partner: Field<string>;
    readonly on: Field<CalendarDate>;
  };
  readonly releasesTo: readonly Field<string>[];
  readonly baseline: Field<true>;
  readonly evidence: Field<true>;
}

export const readStop = once((node: MapNode): Stop => {
  const item = new ItemReader(node, 'Stop', 'what');
  const { id, called, at } = item;
  const agreed = item.nested('agreed_by');
  return {
    node,
    id,
    called,
    at,
    what: item.text('what'),
    service: item.listed('service'),
    provider: item.settled('provider'),
    method: item.listed('method'),
    amounts: item.amounts('amounts'),
    recurrent: item.yesNo('recurrent'),
    from: item.date('from'),
    lead: item.lead('lead'),
    agreedBy: { given: agreed.given, at: agreed.at, partner: agreed.settled('partner'), on: agreed.date('on') },
    releasesTo: item.list('releases_to'),
    baseline: item.present('baseline'),
    evidence: item.present('evidence'),
  };
});

export interface Milestone extends Item {
  readonly title: Field<string>;
  readonly type: Field<Listed.MilestoneType>;
  readonly lead: Lead;
  readonly deadline: Field<CalendarDate>;
  readonly dependsOn: readonly Field<string>[];
  readonly scheme: Field<string>;
  readonly doneOn: Field<CalendarDate>;
}

export const readMilestone = once((node: MapNode): Milestone => {
  const item = new ItemReader(node, 'Milestone', 'title');
  const { id, called, at } = item;
  return {
    node,
    id,
    called,
    at,
    title: item.text('title'),
    type: item.listed('type'),
    lead: item.lead('lead'),
    deadline: item.date('deadline'),
    dependsOn: item.list('depends_on'),
    scheme: item.text('scheme'),
    doneOn: item.date('done_on'),
  };
});

export interface Outcome extends Item {
  readonly framework: Field<string>;
  readonly edition: Field<string>;
  readonly code: Field<string>;
  readonly name: Field<string>;
  readonly lead: Lead;
  readonly goodIs: Field<'higher' | 'lower'>;
  readonly baseline: {
    readonly given: boolean;
    readonly at: Item['at'];
    readonly value: Field<number>;
    readonly period: Field<string>;
    readonly source: Field<string>;
  };
  readonly targets: readonly { readonly year: string; readonly value: number | undefined; readonly at: Item['at'] }[];
}

export const readOutcome = once((node: MapNode): Outcome => {
  const item = new ItemReader(node, 'Outcome', 'name');
  const { id, called, at } = item;
  const baseline = item.nested('baseline');
  const targets = item.map('targets')?.entries ?? [];
  return {
    node,
    id,
    called,
    at,
    framework: item.text('framework'),
    edition: item.text('edition'),
    code: item.settled('code'),
    name: item.text('name'),
    lead: item.lead('lead'),
    goodIs: item.listed('good_is'),
    baseline: {
      given: baseline.given,
      at: baseline.at,
      value: baseline.number('value'),
      period: baseline.settled('period'),
      source: baseline.settled('source'),
    },
    targets: targets.map(({ key, value }) => ({
      year: yearMeant(key.text),
      value: numberOf(value),
      at: value,
    })),
  };
});

export interface Risk extends Item {
  readonly what: Field<string>;
  readonly likelihood: Field<number>;
  readonly impact: Field<number>;
  readonly exposure: Field<number>;
  readonly owner: Lead;
  readonly mitigation: Field<string>;
  readonly covers: Field<Listed.RiskArea>;
}

export const readRisk = once((node: MapNode): Risk => {
  const item = new ItemReader(node, 'Risk', 'what');
  const { id, called, at } = item;
  return {
    node,
    id,
    called,
    at,
    what: item.text('what'),
    likelihood: item.number('likelihood'),
    impact: item.number('impact'),
    exposure: item.money('exposure'),
    owner: item.lead('owner'),
    mitigation: item.settled('mitigation'),
    covers: item.listed('covers'),
  };
});

export interface Signature extends Item {
  readonly role: Field<string>;
  readonly person: Lead;
  readonly organisation: Field<string>;
  readonly date: Field<CalendarDate>;
  readonly delegated: Field<boolean>;
}

export const readSignature = once((node: MapNode): Signature => {
  const item = new ItemReader(node, 'Signature', 'role');
  const { id, called, at } = item;
  return {
    node,
    id,
    called,
    at,
    role: item.text('role'),
    person: item.lead('person'),
    organisation: item.text('organisation'),
    date: item.date('date'),
    delegated: item.yesNo('delegated'),
  };
});
