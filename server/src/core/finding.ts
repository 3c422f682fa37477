/** Findings and fixes: the data that every stage, rule, report and editor feature exchanges. */
import type { TextEdit } from './text/edit';
import type { Span } from './text/span';

export type Severity = 'error' | 'warning' | 'info';

/** A change that resolves a finding. */
export interface Fix {
  /** The title, as shown on a light bulb: "Write £1.2m". */
  readonly title: string;
  /** A safe fix keeps the author's meaning, removes its finding and adds none; any other fix needs judgement. */
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

/** Another place that belongs to a finding; `uri` is set only where it is in another document. */
export interface Related {
  readonly at: Span;
  readonly message: string;
  readonly uri?: string;
}

/** What a rule, the parser or the schema reports at one place. */
export interface Problem {
  readonly at: Span;
  readonly message: string;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** Caps the severity at information, whatever the rule's severity. */
  readonly atMost?: 'info';
  /** The keys that would resolve it, where they differ between problems of the rule. */
  readonly asksFor?: readonly string[];
  /** Distinguishes two findings of one rule at one place ("2018-19"); part of the fingerprint. */
  readonly detail?: string;
}

/** A problem found by the parser or the schema, under the rule that names it. */
export interface Fault extends Problem {
  readonly rule: string;
}

/** A problem as it is reported. */
export interface Finding extends Fault {
  readonly severity: Severity;
  /** Made of rule, item and key, not of the line, so it survives reordering. Unique within a document. */
  readonly fingerprint: string;
}

/** The severity of a rule at one stage of a plan; `off` reports nothing. */
export type RuleSeverity = Severity | 'off';

export interface Severities {
  readonly writing: RuleSeverity;
  readonly agreed: RuleSeverity;
}
