/** An action of the light bulb beside the fixes of rules: a change of the text with tab stops. */
import type { Analysis } from '../../analysis';
import type { Finding } from '../../finding';
import type { Plan } from '../../model/plan';
import type { PlanIndex } from '../../model/plan-index';
import type { Framework } from '../../reference/framework';
import type { Settings } from '../../settings';
import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/span';

/** An edit whose text may have tab stops; all other text in it is escaped. */
export interface ActionEdit extends TextEdit {
  readonly snippet: boolean;
}

export interface Action {
  /** The title, as shown on a light bulb: "Add a budget line for …". */
  readonly title: string;
  /** The kind: resolves a finding, rewrites the same meaning, or extracts a new item from a name. */
  readonly kind: 'quickfix' | 'rewrite' | 'extract';
  readonly edits: readonly ActionEdit[];
  /** The finding that it resolves. */
  readonly finding?: Finding;
}

export interface ActionContext {
  readonly analysis: Analysis;
  readonly settings: Settings;
  /** The selection, or the cursor. */
  readonly range: Span;
  /** The findings there. */
  readonly findings: readonly Finding[];
  /** The framework that the plan is judged by. */
  readonly framework: Framework | undefined;
}

/** The context in a plan of a place. */
export interface PlanActionContext extends ActionContext {
  readonly plan: Plan;
  readonly index: PlanIndex;
}

/** A plain edit: no tab stops. */
export function plainEdit(at: Span, text: string): ActionEdit {
  return { at, text, snippet: false };
}
