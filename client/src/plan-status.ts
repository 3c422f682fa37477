/** What the language server says of a plan after each analysis, by the notification `oneplan/status`. */

import { NotificationType } from 'vscode-languageclient';

/** How a plan stands. */
export interface PlanStatus {
  /** The document, as the client named it. */
  readonly uri: string;
  /** False where the plan is checked for nothing but its form, such as a superseded plan or one that is too large. */
  readonly checked: boolean;
  /** The national framework in words, such as `Beyond Barker (2015)`; empty where there is none. */
  readonly framework: string;
  /** Findings of each severity at the plan's own stage. */
  readonly errors: number;
  readonly warnings: number;
  /** What stands between the plan and being agreed: findings that would be errors then. */
  readonly toAgree: number;
  /** The whole in one short line, such as `Draft: 7 to do before it can be agreed`. */
  readonly message: string;
}

/** Sent by the server for every open plan, once for each version that it has analysed. */
export const planStatusNotification = new NotificationType<PlanStatus>('oneplan/status');
