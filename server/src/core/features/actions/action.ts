/** What a light bulb can offer beside the fixes of the rules: a change of the text with places to type in. */
import type { Analysis } from '../../analysis';
import type { Finding } from '../../finding';
import type { Plan } from '../../model/plan';
import type { PlanIndex } from '../../model/plan-index';
import type { Framework } from '../../reference/framework';
import type { Settings } from '../../settings';
import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/span';

/** An edit whose text may have tab stops; everything else in such a text is escaped. */
export interface ActionEdit extends TextEdit {
  readonly snippet: boolean;
}

export interface Action {
  /** As on a light bulb: "Add a budget line for …". */
  readonly title: string;
  /** What it is for: a finding, a way of writing, or a new item for something that is named. */
  readonly kind: 'quickfix' | 'rewrite' | 'extract';
  readonly edits: readonly ActionEdit[];
  /** The finding that it answers. */
  readonly finding?: Finding;
}

export interface ActionContext {
  readonly analysis: Analysis;
  readonly settings: Settings;
  /** What is selected, or where the cursor is. */
  readonly range: Span;
  /** The findings there. */
  readonly findings: readonly Finding[];
  /** The framework that the plan is judged by. */
  readonly framework: Framework | undefined;
}

/** The same for a plan that is a plan of a place. */
export interface PlanActionContext extends ActionContext {
  readonly plan: Plan;
  readonly index: PlanIndex;
}

/** The edits as they are without tab stops are plain texts. */
export function plainEdit(at: Span, text: string): ActionEdit {
  return { at, text, snippet: false };
}
