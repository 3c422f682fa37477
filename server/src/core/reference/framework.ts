/** A national framework as the rules read it: what it asks of a plan, each part with where that is said. */

import type { Severities } from '../finding';
import type { CalendarDate } from '../values/calendar';
import { type FrameworkFile, frameworks } from './frameworks.generated';
import { outcomesFrameworkNamed, outcomesFrameworks } from './measures';

export interface Source {
  readonly title: string;
  readonly date?: string;
  readonly clause?: string;
  readonly url?: string;
}

/** Whether a list is the framework's own or ours. */
export type Standing = 'official' | 'own-list';

/** What a framework lists, and where it is said. */
export interface SourcedList<T> {
  readonly values: readonly T[];
  readonly status: Standing | undefined;
  readonly source: Source | undefined;
  /** For a list of our own: why it is ours. */
  readonly why?: string;
}

/** What an entry of a list may say of itself where that differs from its list. */
export interface OwnStanding {
  readonly status?: Standing;
  readonly source?: Source;
  readonly why?: string;
}

export interface SignOffRole extends OwnStanding {
  readonly role: string;
  /** Other names of the role. */
  readonly also?: readonly string[];
  /** Absent where it is not known whether somebody else may sign. */
  readonly delegable?: boolean;
  readonly condition?: string;
  /** Whether the plan needs one, or each council, or each integrated care board. */
  readonly per?: 'plan' | 'council' | 'icb';
}

/** A condition that assurers check, with the rules that bear on it. */
export interface Condition extends OwnStanding {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly rules: readonly string[];
}

/** Something that a plan has to speak of, in one of `words`. */
export interface Subject extends OwnStanding {
  readonly title: string;
  readonly words: readonly string[];
}

export interface Framework {
  readonly id: string;
  readonly title: string;
  /** As messages call it: "Beyond Barker (2015)". */
  readonly shortTitle: string;
  readonly source: Source;
  /** The last date for deadlines, or `period`: the end of the plan's own period. */
  readonly lastDate: CalendarDate | 'period';
  /** Between which days the integrated budget of a fast area is due. */
  readonly fastArea: { readonly earliest: CalendarDate; readonly latest: CalendarDate } | undefined;
  readonly services: SourcedList<string>;
  readonly options: SourcedList<string>;
  readonly milestones: SourcedList<{ readonly type: string; readonly by?: CalendarDate } & OwnStanding>;
  readonly fundingSources: SourcedList<string>;
  readonly outcomes: SourcedList<
    {
      readonly framework: string;
      readonly edition?: string;
      readonly code?: string;
      readonly name: string;
    } & OwnStanding
  >;
  readonly signOff: SourcedList<SignOffRole>;
  readonly conditions: SourcedList<Condition>;
  readonly subjects: SourcedList<Subject>;
  /** What the source may say and nobody has read, each in a sentence: nothing is said of it. */
  readonly notRead: readonly string[];
  readonly severities: Readonly<Record<string, Severities>>;
}

export const defaultFramework = 'beyond-barker-2015';

/** The framework `id` of `own` (a team's frameworks) or of those that come with the tool. */
export function frameworkNamed(id: string, own: readonly Framework[] = []): Framework | undefined {
  return own.find(framework => framework.id === id) ?? shippedFrameworks().find(framework => framework.id === id);
}

/** The outcomes frameworks that a plan under `framework` may take measures from: those it lists itself first. */
export function outcomesFrameworksOf(framework: Framework | undefined): readonly string[] {
  const own = framework?.outcomes.values.map(measure => measure.framework) ?? [];
  const isNational = (name: string) => outcomesFrameworkNamed(name) !== undefined;
  const others = [...new Set(own.filter(name => !isNational(name)))];
  const listed = outcomesFrameworks.filter(name => own.some(other => outcomesFrameworkNamed(other) === name));
  return [...others, ...listed, ...outcomesFrameworks.filter(name => !listed.includes(name))];
}

/** Whether two names are of one outcomes framework: "BCF" and "Better Care Fund" are. */
export function isSameFramework(one: string, other: string): boolean {
  const national = outcomesFrameworkNamed(one);
  return national === undefined
    ? one.toLowerCase() === other.toLowerCase()
    : national === outcomesFrameworkNamed(other);
}

let shipped: readonly Framework[] | undefined;

/** The frameworks that come with the tool. */
export function shippedFrameworks(): readonly Framework[] {
  const all = shipped ?? frameworks().map(frameworkFrom);
  shipped = all;
  return all;
}

/** A framework as its file gives it, checked by its schema before. */
export function frameworkFrom(file: FrameworkFile): Framework {
  return {
    id: file.id,
    title: String(file.title),
    shortTitle: String(file.short_title),
    source: sourceFrom(file.source),
    lastDate: file.last_date,
    fastArea: file.fast_area,
    services: listFrom(file.services, same),
    options: listFrom(file.options, same),
    milestones: listFrom(file.milestones, ({ type, by, ...standing }) => ({
      type,
      ...(by === undefined ? {} : { by }),
      ...ownStandingFrom(standing),
    })),
    fundingSources: listFrom(file.funding_sources, same),
    outcomes: listFrom(file.outcomes, ({ framework, name, edition, code, ...standing }) => ({
      framework: String(framework),
      name: String(name),
      ...(edition === undefined ? {} : { edition: String(edition) }),
      ...(code === undefined ? {} : { code: String(code) }),
      ...ownStandingFrom(standing),
    })),
    signOff: listFrom(file.sign_off, ({ role, also, condition, delegable, per, ...standing }) => ({
      role: String(role),
      ...(also && { also: also.map(String) }),
      ...(delegable === undefined ? {} : { delegable }),
      ...(condition === undefined ? {} : { condition: String(condition) }),
      ...(per && { per }),
      ...ownStandingFrom(standing),
    })),
    conditions: listFrom(file.conditions, ({ id, title, text, rules, ...standing }) => ({
      id,
      title: String(title),
      text: String(text),
      rules,
      ...ownStandingFrom(standing),
    })),
    subjects: listFrom(file.subjects, ({ title, words, ...standing }) => ({
      title: String(title),
      words: words.map(String),
      ...ownStandingFrom(standing),
    })),
    notRead: (file.not_read ?? []).map(String),
    severities: file.severities ?? {},
  };
}

type WrittenSource = FrameworkFile['source'];

interface WrittenStanding {
  readonly status?: Standing;
  readonly source?: WrittenSource;
  readonly why?: string | number;
}

/** A list of the file, each of its values read by `read`; one that the file leaves out is empty. */
function listFrom<W, T>(
  list: (WrittenStanding & { readonly values: readonly W[] }) | undefined,
  read: (written: W) => T,
): SourcedList<T> {
  return {
    values: (list?.values ?? []).map(read),
    status: list?.status,
    source: list?.source && sourceFrom(list.source),
    ...(list?.why === undefined ? {} : { why: String(list.why) }),
  };
}

const same = <T>(value: T) => value;

function ownStandingFrom({ status, source, why }: WrittenStanding): OwnStanding {
  return {
    ...(status && { status }),
    ...(source && { source: sourceFrom(source) }),
    ...(why === undefined ? {} : { why: String(why) }),
  };
}

/** Words that look like a number ("2015") are words all the same. */
function sourceFrom({ title, date, clause, url }: WrittenSource): Source {
  return {
    title: String(title),
    ...(date === undefined ? {} : { date: String(date) }),
    ...(clause === undefined ? {} : { clause: String(clause) }),
    ...(url === undefined ? {} : { url: String(url) }),
  };
}

/** The standing, source and reason of an entry of `list`: its own, or else those of the list. */
export function standingOf(entry: OwnStanding, list: SourcedList<unknown>): Omit<SourcedList<unknown>, 'values'> {
  const why = entry.why ?? list.why;
  const reason = why === undefined ? {} : { why };
  return { status: entry.status ?? list.status, source: entry.source ?? list.source, ...reason };
}

/** The last day for a milestone: what the framework says, and never after the plan's end. */
export function lastDayFor(by: CalendarDate | undefined, end: CalendarDate | undefined): CalendarDate | undefined {
  return [by, end].filter(day => day !== undefined).sort()[0];
}

/** "One commissioning function" is for the author to say; until then the type in words. */
export function titleOf(type: string): string {
  const words = type.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
