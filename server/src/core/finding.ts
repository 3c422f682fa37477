/** What is found in a plan: the data that every stage, rule, report and editor feature exchanges. */
import type { TextEdit } from './text/edit';
import type { Span } from './text/span';

export type Severity = 'error' | 'warning' | 'info';

/** A change that puts a finding right. */
export interface Fix {
  /** What the change does, as on a light bulb: "Write £1.2m". */
  readonly title: string;
  /** Safe fixes keep the author's meaning, remove their finding and add none; others need judgement. */
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

/** Another place that belongs to a finding; `uri` only where it is in another document. */
export interface Related {
  readonly at: Span;
  readonly message: string;
  readonly uri?: string;
}

/** What a rule, the parser or the schema says of one place. */
export interface Problem {
  readonly at: Span;
  readonly message: string;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** For a problem that weighs less than its rule does: it is told as information, whatever the rule's severity. */
  readonly atMost?: 'info';
  /** The keys that answer it, where they are not the same for every problem of the rule. */
  readonly asksFor?: readonly string[];
  /** Tells apart two findings of one rule at one place ("2018-19"); part of the fingerprint. */
  readonly detail?: string;
}

/** A problem found by the parser or the schema, under the rule that names it. */
export interface Fault extends Problem {
  readonly rule: string;
}

/** A problem as it is reported. */
export interface Finding extends Fault {
  readonly severity: Severity;
  /** Made of rule, item and key, not of the line: survives reordering. Unique within a document. */
  readonly fingerprint: string;
}

/** What one stage of a plan makes of a rule's problems; `off` stays silent. */
export type RuleSeverity = Severity | 'off';

export interface Severities {
  readonly writing: RuleSeverity;
  readonly agreed: RuleSeverity;
}
