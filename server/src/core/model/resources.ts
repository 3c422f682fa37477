/** People, buildings and data: the sections on the workforce, estates and data sharing. */

import type * as Listed from '../schema/plan-document.generated';
import { MapNode } from '../syntax/tree/node';
import { say } from '../text/say';
import type { CalendarDate } from '../values/calendar';
import type { Field } from './field';
import { type Item, ItemReader } from './item-reader';
import { isUnread, noneOf, once, readSection, type Section } from './section';

export interface WorkforceGroup extends Item {
  readonly group: Field<string>;
  readonly employer: Field<string>;
  readonly wte: Field<number>;
  readonly vacancies: Field<number>;
  readonly payFramework: Field<string>;
  readonly movesTo: Field<string>;
  readonly payGap: Field<number>;
  readonly backfill: Field<true>;
}

const readGroup = once((node: MapNode): WorkforceGroup => {
  const item = new ItemReader(node, say`Workforce group`, 'group');
  const { id, called, at } = item;
  return {
    node,
    id,
    called,
    at,
    group: item.text('group'),
    employer: item.text('employer'),
    wte: item.number('wte'),
    vacancies: item.number('vacancies'),
    payFramework: item.settled('pay_framework'),
    movesTo: item.text('moves_to'),
    payGap: item.money('pay_gap'),
    backfill: item.present('backfill'),
  };
});

export interface Site extends Item {
  readonly site: Field<string>;
  readonly owner: Field<Listed.SiteOwner>;
  readonly annualCost: Field<number>;
  readonly unitaryCharge: Field<number>;
  readonly chargeEnds: Field<number>;
  readonly change: Field<string>;
  readonly decidedBy: Field<string>;
  readonly receiptTo: Field<'place' | 'national'>;
}

const readSite = once((node: MapNode): Site => {
  const item = new ItemReader(node, 'Site', 'site');
  const { id, called, at } = item;
  return {
    node,
    id,
    called,
    at,
    site: item.text('site'),
    owner: item.listed('owner'),
    annualCost: item.money('annual_cost'),
    unitaryCharge: item.money('unitary_charge'),
    chargeEnds: item.number('charge_ends'),
    change: item.settled('change'),
    decidedBy: item.settled('decided_by'),
    receiptTo: item.listed('receipt_to'),
  };
});

export interface DataAgreement extends Item {
  readonly parties: readonly Field<string>[];
  readonly purpose: Field<string>;
  readonly lawfulBasis: Field<string>;
  readonly dpia: Field<true>;
  readonly signed: Field<CalendarDate>;
  readonly expires: Field<CalendarDate>;
}

const readAgreement = once((node: MapNode): DataAgreement => {
  const item = new ItemReader(node, 'Agreement', 'purpose');
  const { id, called, at } = item;
  return {
    node,
    id,
    called,
    at,
    parties: item.list('parties'),
    purpose: item.settled('purpose'),
    lawfulBasis: item.settled('lawful_basis'),
    dpia: item.present('dpia'),
    signed: item.date('signed'),
    expires: item.date('expires'),
  };
});

interface DataSystem extends Item {
  readonly name: Field<string>;
  readonly organisation: Field<string>;
  readonly standard: Field<string>;
  readonly sharesWith: readonly Field<string>[];
}

const readSystem = once((node: MapNode): DataSystem => {
  const item = new ItemReader(node, 'System', 'name');
  const { id, called, at } = item;
  return {
    node,
    id,
    called,
    at,
    name: item.text('name'),
    organisation: item.text('organisation'),
    standard: item.settled('standard'),
    sharesWith: item.list('shares_with'),
  };
});

export interface DataSharing {
  readonly key: Item['at'] | undefined;
  readonly at: Item['at'];
  readonly none: Field<string> | undefined;
  readonly agreements: Section<DataAgreement>;
  readonly systems: Section<DataSystem>;
  readonly sharedRecord: Field<true>;
}

/** The list `inner` of the section `outer` (`workforce.groups`, `estates.sites`), with the reason if it has none. */
function readInner<T>(
  root: MapNode,
  outer: string,
  inner: string,
  title: Item['at'],
  read: (node: MapNode) => T,
): Section<T> {
  const entry = root.entry(outer);
  const at = entry?.key ?? title;
  const section = entry?.value;
  const list = readSection(section, inner, at, read);
  return { key: entry?.key, at, items: list.items, none: noneOf(section), node: section, unread: list.unread };
}

/** The groups of staff; `title` is where to point while there is no such section. */
export function readWorkforce(root: MapNode, title: Item['at']): Section<WorkforceGroup> {
  return readInner(root, 'workforce', 'groups', title, readGroup);
}

/** The buildings; `title` as above. */
export function readEstates(root: MapNode, title: Item['at']): Section<Site> {
  return readInner(root, 'estates', 'sites', title, readSite);
}

/** What is shared and under which agreements; `title` as above. */
export function readDataSharing(root: MapNode, title: Item['at']): DataSharing {
  const entry = root.entry('data_sharing');
  const at = entry?.key ?? title;
  const section =
    entry?.value instanceof MapNode ? entry.value : new MapNode(root.origin, root.from, root.from, [], 'block');
  const agreements = readSection(section, 'agreements', at, readAgreement);
  return {
    key: entry?.key,
    at,
    none: noneOf(section),
    agreements: { ...agreements, unread: agreements.unread || isUnread(entry?.value) },
    systems: readSection(section, 'systems', at, readSystem),
    sharedRecord: new ItemReader(section, say`Data sharing`, '', at).present('shared_record'),
  };
}
