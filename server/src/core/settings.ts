/** What a run or a folder's configuration changes: read by the runner, never by a rule. */

import type { RuleSeverity } from './finding';
import type { Plan, Stage } from './model/plan';
import { defaultFramework, type Framework, frameworkNamed } from './reference/framework';
import type { CalendarDate } from './values/calendar';

export interface RuleSetting {
  readonly severity?: RuleSeverity;
  readonly options?: Readonly<Record<string, number>>;
}

export interface Settings {
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** A team's own frameworks. */
  readonly frameworks: readonly Framework[];
  /** Judges every plan by this framework, whatever it names. */
  readonly framework?: string;
  /** Judges every plan as if it had come to this stage. */
  readonly as?: Stage;
  readonly today?: CalendarDate;
}

export const noSettings: Settings = { rules: new Map(), frameworks: [] };

/** The framework that a plan is judged by: the one that the run names, else its own, else the usual one. */
export function frameworkOf(plan: Plan, settings: Settings): Framework | undefined {
  const id = settings.framework ?? plan.framework.value ?? defaultFramework;
  return frameworkNamed(id, settings.frameworks) ?? frameworkNamed(defaultFramework);
}
