/**
 * What a rule is. A rule reads the plan and what its context gives, and nothing else: no clock, no settings, no tree,
 * no file, no other rule. It yields problems; the runner adds its id and the severity of the plan's stage.
 */
import type { Problem, Severities } from '../../finding';
import type { Plan } from '../../model/plan';
import type { PlanIndex } from '../../model/plan-index';
import type { Workspace } from '../../model/workspace';
import type { Framework } from '../../reference/framework';
import type { CalendarDate } from '../../values/calendar';

export interface RuleContext {
  readonly plan: Plan;
  /** The plan's items by id, and sums that several rules ask for. */
  readonly index: PlanIndex;
  /** The national framework by which the plan is judged. */
  readonly framework: Framework;
  /** The other plans that are known, and the old plans that this one brings in. */
  readonly workspace: Workspace;
  /** Today as the run was told, or `undefined`: a rule that needs it then stays silent. */
  readonly today: CalendarDate | undefined;
  /** The rule's own settings: the defaults that it states, changed by the configuration. */
  readonly options: Readonly<Record<string, number>>;
}

/** What people read about a rule: its page in the rule reference. */
export interface RulePage {
  /** Also the name of its file, its fixture, its page and its anchor in the rule reference. */
  readonly id: string;
  readonly severity: Severities;
  /** One sentence: what it finds. */
  readonly summary: string;
  /** One or two sentences: why a plan needs it. */
  readonly why: string;
  /** Where that is said: a text, a law, a guidance, by its public name. */
  readonly source: string;
  /** What it cannot see, where its silence may be taken for more than it is. */
  readonly limits?: string;
  /**
   * What its findings are about. An `absence`: something is not there yet, so that nothing is said of the item while it
   * is being typed. A `statement`: it is answered by what somebody agreed, decided or did, so that no skeleton says it.
   */
  readonly about?: readonly ('absence' | 'statement')[];
  /** Set where no waiver is offered: what cannot be read cannot be waived, and no waiver puts another one right. */
  readonly waivable?: false;
  /** The keys that answer it in the item that it points at, where a problem names no others. */
  readonly asksFor?: readonly string[];
  /**
   * The keys that it reads elsewhere in a plan: where one of them cannot be read, it may stay silent, and the fault there
   * speaks. Without lists and years; the name of a service is `*`.
   */
  readonly restsOn?: readonly string[];
  /** The seed complaint it answers, where there is one: which text, and its words. */
  readonly answers?: readonly Complaint[];
  readonly examples: Examples;
}

/**
 * A bad and a good example: sections of a plan, which stand in the place of the sections of a complete plan with the
 * same keys, or a whole document that says what it is. The tests run both.
 */
interface Examples {
  readonly bad: string;
  readonly good: string;
  /** The other documents that the example needs, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** The day on which the example is read, where that matters. */
  readonly today?: CalendarDate;
  /** How it is read, where not as a plan. */
  readonly readAs?: ExampleReading;
}

/**
 * `document`: alone, whatever its first line. `configuration`: as `oneplan.config.yaml`. `windows-1252`: saved with the
 * letters of an old Windows program. `broken tool`: read by a tool in which the rule that is concerned fails.
 */
export type ExampleReading = 'document' | 'configuration' | 'windows-1252' | 'broken tool';

export interface Rule extends RulePage {
  /** Numbers that a configuration may change, with their defaults and what they mean. */
  readonly options?: Readonly<Record<string, { readonly default: number; readonly description: string }>>;
  check(context: RuleContext): Iterable<Problem>;
}

/** One of the texts that this tool answers, with the words that a rule takes up. */
interface Complaint {
  readonly text: SeedText;
  readonly words: string;
}

/** The five texts: where each complaint about joint plans comes from. */
export type SeedText = 'HSJ 2013' | 'MJ 2016' | 'HSJ 2015' | 'Lowdown 2022' | 'Health MJ 2017';
