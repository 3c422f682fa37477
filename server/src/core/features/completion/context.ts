/** What every part of completion is given, and what it answers. */
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
  /** What the list shows of the entry when it is chosen; plain text. */
  readonly documentation?: string;
  readonly edit: TextEdit;
  /** Whether the text of the edit has tab stops (`$1`, `${2:word}`). */
  readonly snippet: boolean;
  /** What the typed word is compared with; the label where absent. */
  readonly filter?: string;
  /** Whether there is something to choose where the entry leaves the cursor. */
  readonly opensMore?: boolean;
}

export interface CompletionContext {
  readonly analysis: Analysis;
  readonly settings: Settings;
  readonly cursor: Cursor;
  readonly offset: number;
  /** What may stand in the mapping or list that the cursor is in. */
  readonly shapes: readonly Shape[];
  readonly oldPlans: OldPlansAround;
}

/** The financial years of the plan's period. */
export function yearsOf(analysis: CompletionContext['analysis']): readonly string[] {
  return analysis.document?.kind === 'one-plan' ? analysis.document.years : [];
}

/** The old plans around a plan, for completion: given by whoever knows the documents. */
export interface OldPlansAround {
  /** All that are known, each by the path that the plan would write. */
  all(): readonly { readonly path: string; readonly plan: BcfPlan }[];
}

/** For a plan that stands alone. */
export const noOldPlans: OldPlansAround = { all: () => [] };
