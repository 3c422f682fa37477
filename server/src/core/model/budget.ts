/** The single budget: contributions, lines, funds, transfers and the gap. All money in pence. */

import type * as Listed from '../schema/plan-document.generated';
import { isEmpty, MapNode, type Node } from '../syntax/tree/node';
import { say } from '../text/say';
import type { CalendarDate } from '../values/calendar';
import { yearMeant } from '../values/yes-no';
import type { Amounts, Field } from './field';
import { type Item, ItemReader, type Lead, numberOf, penceOf, textField } from './item-reader';
import { isUnread, once, readSection, type Section } from './section';

export interface Contribution extends Item {
  readonly partner: Field<string>;
  readonly source: Field<Listed.FundingSource>;
  readonly amounts: Amounts;
  readonly status: Field<Listed.MoneyStatus>;
  readonly confirmedBy: Field<CalendarDate>;
  readonly recurrent: Field<boolean>;
  readonly minimum: Amounts;
}

export const readContribution = once((node: MapNode): Contribution => {
  const item = new ItemReader(node, 'Contribution', 'id');
  const { id, called, at } = item;
  return {
    node,
    id,
    called,
    at,
    partner: item.text('partner'),
    source: item.listed('source'),
    amounts: item.amounts('amounts'),
    status: item.listed('status'),
    confirmedBy: item.date('confirmed_by'),
    recurrent: item.yesNo('recurrent'),
    minimum: item.amounts('minimum'),
  };
});

/** What a line takes from a contribution: `percent` of the line's amount. */
export interface Share {
  readonly contribution: Field<string>;
  /** `undefined` where the share cannot be read or is no share of a whole; 100 where the line names one contribution. */
  readonly percent: number | undefined;
  readonly at: Item['at'];
}

export interface BudgetLine extends Item {
  readonly title: Field<string>;
  readonly service: Field<Listed.ServiceName>;
  readonly scheme: Field<string>;
  readonly lead: Lead;
  readonly provider: Field<string>;
  readonly commissioner: Field<string>;
  readonly fundedBy: { readonly given: boolean; readonly at: Item['at']; readonly shares: readonly Share[] };
  readonly fund: Field<string>;
  readonly amounts: Amounts;
  readonly status: Field<Listed.MoneyStatus>;
}

export const readBudgetLine = once((node: MapNode): BudgetLine => {
  const item = new ItemReader(node, say`Budget line`, 'title');
  const { id, called, at } = item;
  const fundedBy = item.field('funded_by', () => true);
  return {
    node,
    id,
    called,
    at,
    title: item.text('title'),
    service: item.listed('service'),
    scheme: item.text('scheme'),
    lead: item.lead('lead'),
    provider: item.text('provider'),
    commissioner: item.text('commissioner'),
    fundedBy: { given: fundedBy.given, at: fundedBy.key ?? fundedBy.at, shares: readShares(fundedBy.node) },
    fund: item.text('fund'),
    amounts: item.amounts('amounts'),
    status: item.listed('status'),
  };
});

export interface Fund extends Item {
  readonly name: Field<string>;
  readonly kind: Field<Listed.FundKind>;
  readonly opens: Field<CalendarDate>;
  readonly agreement: Field<string>;
  readonly legalBasis: Field<Listed.LegalBasis>;
  readonly host: Field<string>;
  readonly poolManager: Lead;
  /** The terms that a pooled-fund agreement must state, by key. */
  readonly terms: Readonly<Record<FundTerm, Field<true>>>;
  readonly riskShare: {
    readonly given: boolean;
    readonly at: Item['at'];
    readonly basis: Field<Listed.RiskShareBasis>;
    readonly caps: readonly { readonly partner: Field<string>; readonly cap: number | undefined }[];
    /** Something stands there that is not made of partners and amounts; the schema says so. */
    readonly capsUnread: boolean;
    /** The key `caps`, or where to point when it is absent. */
    readonly capsAt: Item['at'];
    readonly overspend: readonly Field<string>[];
    readonly underspend: Field<string>;
  };
}

export const fundTerms = [
  'aims',
  'functions',
  'people_served',
  'resources',
  'duration',
  'variation',
  'termination',
  'monitoring',
] as const;
export type FundTerm = (typeof fundTerms)[number];

export const readFund = once((node: MapNode): Fund => {
  const item = new ItemReader(node, 'Fund', 'name');
  const { id, called, at } = item;
  const riskShare = item.nested('risk_share');
  const terms = Object.fromEntries(fundTerms.map(term => [term, item.present(term)])) as Record<FundTerm, Field<true>>;
  const caps = riskShare.map('caps')?.entries ?? [];
  const capsField = riskShare.field('caps', () => true);
  return {
    node,
    id,
    called,
    at,
    name: item.text('name'),
    kind: item.listed('kind'),
    opens: item.date('opens'),
    agreement: item.text('agreement'),
    legalBasis: item.listed('legal_basis'),
    host: item.settled('host'),
    poolManager: item.lead('pool_manager'),
    terms,
    riskShare: {
      given: riskShare.given,
      at: riskShare.at,
      basis: riskShare.listed('basis'),
      caps: caps.map(({ key, value }) => ({ partner: textField(key), cap: penceOf(value) })),
      capsUnread: isUnread(capsField.node),
      capsAt: capsField.key ?? riskShare.at,
      overspend: riskShare.list('overspend'),
      underspend: riskShare.settled('underspend'),
    },
  };
});

interface Transfer extends Item {
  readonly from: Field<string>;
  readonly to: Field<string>;
  readonly amount: Field<number>;
  readonly when: Field<CalendarDate>;
  readonly decision: Field<string>;
}

const readTransfer = once((node: MapNode): Transfer => {
  const item = new ItemReader(node, 'Transfer', 'id');
  const { id, called, at } = item;
  return {
    node,
    id,
    called,
    at,
    from: item.text('from'),
    to: item.text('to'),
    amount: item.money('amount'),
    when: item.date('when'),
    decision: item.settled('decision'),
  };
});

export interface Budget {
  readonly key: Item['at'] | undefined;
  readonly at: Item['at'];
  readonly contributions: Section<Contribution>;
  readonly lines: Section<BudgetLine>;
  readonly funds: Section<Fund>;
  readonly transfers: Section<Transfer>;
  /** Gap by financial year, in pence. */
  readonly gap: readonly {
    readonly year: string;
    readonly at: Item['at'];
    readonly nhs: Field<number>;
    readonly council: Field<number>;
  }[];
}

/** `section` is the value of `budget`, if any; `at` is where to point when something is missing. */
export function readBudget(section: Node | undefined, at: Item['at'], key: Item['at'] | undefined): Budget {
  const gap = section instanceof MapNode ? section.get('gap') : undefined;
  return {
    key,
    at,
    contributions: readSection(section, 'contributions', at, readContribution),
    lines: readSection(section, 'lines', at, readBudgetLine),
    funds: readSection(section, 'funds', at, readFund),
    transfers: readSection(section, 'transfers', at, readTransfer),
    gap: (gap instanceof MapNode ? gap.entries : []).flatMap(({ key: year, value }) => {
      if (!(value instanceof MapNode)) return [];
      const item = new ItemReader(value, 'Gap', '', year);
      return [{ year: yearMeant(year.text), at: year, nhs: item.money('nhs'), council: item.money('council') }];
    }),
  };
}

function readShares(node: Node | undefined): readonly Share[] {
  if (!node || isEmpty(node) || node.kind === 'list') return [];
  if (node.kind === 'scalar') return [{ contribution: textField(node), percent: 100, at: node }];
  return node.entries.map(({ key, value }) => {
    const number = numberOf(value);
    const percent = number !== undefined && number >= 0 && number <= 100 ? number : undefined;
    return { contribution: textField(key), percent, at: isEmpty(value) ? key : value };
  });
}
