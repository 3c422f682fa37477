/** Who decides: the commissioning option, the accountable lead, bodies, decisions, oversight and disputes. */
import type * as Listed from '../schema/plan-document.generated';
import { ListNode, MapNode, type Node, Origin } from '../syntax/tree/node';
import type { CalendarDate } from '../values/calendar';
import type { Field } from './field';
import { type Item, ItemReader, type Lead } from './item-reader';
import { isUnread, once, readSection, type Section } from './section';

export interface Body extends Item {
  readonly name: Field<string>;
  readonly type: Field<string>;
  readonly members: readonly Field<string>[];
  readonly accountableTo: readonly Field<string>[];
  readonly informs: readonly Field<string>[];
  readonly voting: Field<string>;
  readonly quorum: Field<true>;
}

const readBody = once((node: MapNode): Body => {
  const item = new ItemReader(node, 'Body', 'name');
  const { id, called, at } = item;
  return {
    node,
    id,
    called,
    at,
    name: item.text('name'),
    type: item.text('type'),
    members: item.list('members'),
    accountableTo: item.list('accountable_to'),
    informs: item.list('informs'),
    voting: item.settled('voting'),
    quorum: item.present('quorum'),
  };
});

export interface Decision extends Item {
  readonly what: Field<string>;
  readonly decider: Lead;
  readonly limit: Field<number>;
  readonly approvals: Field<number>;
  readonly days: Field<number>;
  readonly delegatedBy: Field<string>;
}

const readDecision = once((node: MapNode): Decision => {
  const item = new ItemReader(node, 'Decision', 'what');
  const { id, called, at } = item;
  return {
    node,
    id,
    called,
    at,
    what: item.text('what'),
    decider: item.lead('decider'),
    limit: item.money('limit'),
    approvals: item.number('approvals'),
    days: item.number('days'),
    delegatedBy: item.settled('delegated_by'),
  };
});

interface Oversight extends Item {
  readonly body: Field<string>;
  readonly reports: Field<string>;
}

const readOversight = once((node: MapNode): Oversight => {
  const item = new ItemReader(node, 'Oversight', 'body');
  const { id, called, at } = item;
  return { node, id, called, at, body: item.text('body'), reports: item.text('reports') };
});

export interface Governance {
  /** Where to point when something is missing: the section's key, or the plan's title. */
  readonly at: Item['at'];
  readonly key: Item['at'] | undefined;
  /** Something stands here that is not made of keys and values; the schema says so. */
  readonly unread: boolean;
  readonly option: Field<Listed.CommissioningOption>;
  readonly case: Field<string>;
  readonly leadCommissioner: Field<string>;
  readonly capabilityAssessment: {
    readonly given: boolean;
    readonly at: Item['at'];
    readonly by: Field<string>;
    readonly on: Field<CalendarDate>;
  };
  readonly legislation: Field<string>;
  readonly accountableLead: Lead;
  readonly bodies: readonly Body[];
  readonly decisions: readonly Decision[];
  /** The lists that they stand in: where to point when one is missing, and whether it could be read. */
  readonly bodyList: Section<Body>;
  readonly decisionList: Section<Decision>;
  readonly oversight: { readonly given: boolean; readonly at: Item['at']; readonly arrangements: readonly Oversight[] };
  readonly disputes: {
    readonly given: boolean;
    readonly at: Item['at'];
    readonly steps: readonly Field<string>[];
    readonly finalDecider: Field<string>;
    readonly days: Field<number>;
  };
}

/** `section` is the value of `governance`, if any; `at` stands in for a name. */
export function readGovernance(section: Node | undefined, at: Item['at'], key: Item['at'] | undefined): Governance {
  const readable = section instanceof MapNode ? section : new MapNode(new Origin(at.start), 0, 0, [], 'block');
  const item = new ItemReader(readable, 'Governance', '', at);
  const assessment = item.nested('capability_assessment');
  const disputes = item.nested('disputes');
  const oversight = item.field('oversight', () => true);
  return {
    at,
    key,
    unread: isUnread(section),
    option: item.listed('option'),
    case: item.settled('case'),
    leadCommissioner: item.settled('lead_commissioner'),
    capabilityAssessment: {
      given: assessment.given,
      at: assessment.at,
      by: assessment.settled('by'),
      on: assessment.date('on'),
    },
    legislation: item.settled('legislation'),
    accountableLead: item.lead('accountable_lead'),
    bodies: item.maps('bodies').map(readBody),
    decisions: item.maps('decisions').map(readDecision),
    bodyList: readSection(section, 'bodies', at, readBody),
    decisionList: readSection(section, 'decisions', at, readDecision),
    oversight: {
      given: oversight.given && !(oversight.node instanceof ListNode && oversight.node.items.length === 0),
      at: oversight.at,
      arrangements: item.maps('oversight').map(readOversight),
    },
    disputes: {
      given: disputes.given,
      at: disputes.at,
      steps: disputes.list('steps'),
      finalDecider: disputes.settled('final_decider'),
      days: disputes.number('days'),
    },
  };
}
