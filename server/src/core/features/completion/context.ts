/** The input and output types that all parts of completion share. */
import type { Analysis } from '../../analysis';
import type { Cursor } from '../../cursor/cursor';
import type { BcfPlan } from '../../model/bcf-plan';
import type { Shape } from '../../schema/shape';
import type { Settings } from '../../settings';
import type { TextEdit } from '../../text/edit';

export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'reference' | 'item' | 'date' | 'year' | 'code' | 'rule';
  /** A few words beside the label. */
  readonly detail?: string;
  /** Shown when the entry is selected; plain text. */
  readonly documentation?: string;
  readonly edit: TextEdit;
  /** Whether the text of the edit has tab stops (`$1`, `${2:word}`). */
  readonly snippet: boolean;
  /** Compared with the typed word; defaults to the label. */
  readonly filter?: string;
  /** Whether completion should open again where the entry leaves the cursor. */
  readonly opensMore?: boolean;
}

export interface CompletionContext {
  readonly analysis: Analysis;
  readonly settings: Settings;
  readonly cursor: Cursor;
  readonly offset: number;
  /** The shapes of the mapping or list that the cursor is in. */
  readonly shapes: readonly Shape[];
  readonly oldPlans: OldPlansAround;
}

/** The financial years of the plan's period. */
export function yearsOf(analysis: CompletionContext['analysis']): readonly string[] {
  return analysis.document?.kind === 'one-plan' ? analysis.document.years : [];
}

/** The old plans around a plan, supplied by whoever knows the documents. */
export interface OldPlansAround {
  /** All known old plans, each with its path as the plan would write it. */
  all(): readonly { readonly path: string; readonly plan: BcfPlan }[];
}

/** For a plan without other documents. */
export const noOldPlans: OldPlansAround = { all: () => [] };
