/**
 * The plan: the meaning of a tree, tolerant of everything that is missing or wrong, every value with its place.
 * A rule reads this and nothing else.
 */
import type * as Listed from '../schema/plan-document.generated';
import { isEmpty, MapNode } from '../syntax/tree/node';
import type { Span } from '../text/span';
import { type CalendarDate, type FinancialYear, yearsBetween } from '../values/calendar';
import { type Incorporated, readIncorporated } from './bcf-plan';
import { type Budget, readBudget } from './budget';
import { type Field, isOpen } from './field';
import { type Governance, readGovernance } from './governance';
import { ItemReader } from './item-reader';
import {
  type Milestone,
  type Outcome,
  type Partner,
  type Person,
  type Risk,
  readMilestone,
  readOutcome,
  readPartner,
  readPerson,
  readRisk,
  readScheme,
  readSignature,
  readStop,
  type Scheme,
  type Signature,
  type Stop,
} from './items';
import {
  type DataSharing,
  readDataSharing,
  readEstates,
  readWorkforce,
  type Site,
  type WorkforceGroup,
} from './resources';
import { isUnread, readSection, type Section, wholeEntry } from './section';

/** The two stages of a plan's life: a rule has a severity for each. */
export type Stage = 'writing' | 'agreed';

export interface ServiceScope {
  readonly name: Listed.ServiceName;
  readonly at: Span;
  readonly inScope: Field<boolean>;
  /** Still to be confirmed (`tbc`), or nothing said of the service at all. */
  readonly undecided: boolean;
  readonly definition: Field<string>;
  readonly reason: Field<string>;
}

interface Narrative {
  readonly section: string;
  readonly key: Span;
  /** Markdown. Offsets in it are not offsets of the file: read it with `readProse`. */
  readonly text: Field<string>;
}

export interface Plan {
  readonly kind: 'one-plan';
  readonly root: MapNode;
  /** The text that the plan was read from, for places inside its prose. */
  readonly source: string;
  readonly version: Field<number>;
  readonly title: Field<string>;
  readonly status: Field<Listed.PlanStatus>;
  readonly framework: Field<string>;
  readonly pace: Field<'standard' | 'fast'>;
  readonly from: Field<CalendarDate>;
  readonly to: Field<CalendarDate>;
  /** The financial years of the period; none while the period is not known. */
  readonly years: readonly FinancialYear[];
  readonly place: {
    readonly at: Span;
    readonly code: Field<string>;
    readonly name: Field<string>;
    readonly population: Field<number>;
  };
  readonly partners: Section<Partner>;
  readonly people: Section<Person>;
  readonly governance: Governance;
  readonly services: {
    readonly key: Span | undefined;
    readonly at: Span;
    readonly scopes: readonly ServiceScope[];
    /** Something stands here that is not made of keys and values; the schema says so. */
    readonly unread: boolean;
  };
  readonly budget: Budget;
  readonly schemes: Section<Scheme>;
  readonly stops: Section<Stop>;
  readonly milestones: Section<Milestone>;
  readonly outcomes: Section<Outcome>;
  readonly workforce: Section<WorkforceGroup>;
  readonly estates: Section<Site>;
  readonly dataSharing: DataSharing;
  readonly risks: Section<Risk>;
  readonly incorporates: Section<Incorporated>;
  readonly signOff: Section<Signature>;
  /** The key of the section `narrative`, where it stands. */
  readonly narrativeKey: Span | undefined;
  readonly narrative: readonly Narrative[];
}

/** Reads the plan whose tree is `root`, read from `source`. */
export function readPlan(root: MapNode, source: string): Plan {
  const item = new ItemReader(root, 'Plan', 'title');
  const title = item.at;
  const period = item.nested('period');
  const place = item.nested('place');
  const from = period.date('from');
  const to = period.date('to');
  const governance = wholeEntry(root, 'governance');
  const budget = wholeEntry(root, 'budget');
  return {
    kind: 'one-plan',
    root,
    source,
    version: item.number('one_plan'),
    title: item.text('title'),
    status: item.listed('status'),
    framework: item.text('framework'),
    pace: item.listed('pace'),
    from,
    to,
    years: from.value !== undefined && to.value !== undefined ? yearsBetween(from.value, to.value) : [],
    place: {
      at: place.at,
      code: place.text('code'),
      name: place.text('name'),
      population: place.number('population'),
    },
    partners: readSection(root, 'partners', title, readPartner),
    people: readSection(root, 'people', title, readPerson),
    governance: readGovernance(governance?.value, governance?.key ?? title, governance?.key),
    services: readServices(root, title),
    budget: readBudget(budget?.value, budget?.key ?? title, budget?.key),
    schemes: readSection(root, 'schemes', title, readScheme),
    stops: readSection(root, 'stops', title, readStop),
    milestones: readSection(root, 'milestones', title, readMilestone),
    outcomes: readSection(root, 'outcomes', title, readOutcome),
    workforce: readWorkforce(root, title),
    estates: readEstates(root, title),
    dataSharing: readDataSharing(root, title),
    risks: readSection(root, 'risks', title, readRisk),
    incorporates: readSection(root, 'incorporates', title, readIncorporated),
    signOff: readSection(root, 'sign_off', title, readSignature),
    narrativeKey: root.entry('narrative')?.key,
    narrative: readNarrative(root),
  };
}

/** The stage that a plan's status puts it in; `superseded` plans are not judged as plans at all. */
export function stageOf(status: string | undefined): Stage | 'superseded' {
  if (status === 'superseded') return 'superseded';
  return status === 'agreed' || status === 'submitted' || status === 'approved' ? 'agreed' : 'writing';
}

function readServices(root: MapNode, title: Span): Plan['services'] {
  const entry = wholeEntry(root, 'services');
  const entries = entry?.value instanceof MapNode ? entry.value.entries : [];
  const scopes = entries.map(({ key, value }): ServiceScope => {
    const node = value instanceof MapNode ? value : new MapNode(key.origin, key.from, key.from, [], 'block');
    const item = new ItemReader(node, 'Service', '', key);
    const inScope = item.yesNo('in_scope');
    return {
      name: key.text as Listed.ServiceName,
      at: key,
      inScope,
      undecided: isEmpty(value) || (inScope.given && isOpen(inScope)),
      definition: item.settled('definition'),
      reason: item.settled('reason'),
    };
  });
  return { key: entry?.key, at: entry?.key ?? title, scopes, unread: isUnread(entry?.value) };
}

function readNarrative(root: MapNode): readonly Narrative[] {
  const section = wholeEntry(root, 'narrative')?.value;
  if (!(section instanceof MapNode)) return [];
  const item = new ItemReader(section, 'Narrative', '');
  return section.entries.map(({ key }) => ({ section: key.text, key, text: item.text(key.text) }));
}
