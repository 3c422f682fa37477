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
}

export interface SignOffRole {
  readonly role: string;
  /** Other names of the role. */
  readonly also?: readonly string[];
  readonly delegable: boolean;
  readonly condition?: string;
  /** Whether the plan needs one, or each council, or each integrated care board. */
  readonly per?: 'plan' | 'council' | 'icb';
  /** Where they differ from those of the whole list. */
  readonly status?: Standing;
  readonly source?: Source;
}

/** A condition that assurers check, with the rules that bear on it. */
export interface Condition {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly rules: readonly string[];
  /** Where it differs from that of the whole list. */
  readonly status?: Standing;
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
  readonly milestones: SourcedList<{ readonly type: string; readonly by?: CalendarDate }>;
  readonly fundingSources: SourcedList<string>;
  readonly outcomes: SourcedList<{
    readonly framework: string;
    readonly edition?: string;
    readonly code?: string;
    readonly name: string;
  }>;
  readonly signOff: SourcedList<SignOffRole>;
  readonly conditions: SourcedList<Condition>;
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
    source: file.source as Source,
    lastDate: file.last_date,
    fastArea: file.fast_area,
    services: listFrom(file.services),
    options: listFrom(file.options),
    milestones: listFrom(file.milestones),
    fundingSources: listFrom(file.funding_sources),
    outcomes: listFrom(file.outcomes) as Framework['outcomes'],
    signOff: listFrom(file.sign_off) as Framework['signOff'],
    conditions: listFrom(file.conditions) as Framework['conditions'],
    severities: file.severities ?? {},
  };
}

/** A list may be given alone, or with its standing and source. */
function listFrom<T>(
  list:
    | readonly T[]
    | { readonly values: readonly T[]; readonly status?: Standing; readonly source?: unknown }
    | undefined,
): SourcedList<T> {
  if (list === undefined) return { values: [], status: undefined, source: undefined };
  if ('values' in list && !Array.isArray(list)) {
    const sourced = list as { readonly values: readonly T[]; readonly status?: Standing; readonly source?: unknown };
    return { values: sourced.values, status: sourced.status, source: sourced.source as Source | undefined };
  }
  return { values: list as readonly T[], status: undefined, source: undefined };
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
