/** What a rule may know of the documents around a plan. Built by the workspace that holds them; never reads a file. */
import { say } from '../text/say';
import type { BcfPlan } from './bcf-plan';
import type { Plan } from './plan';

export interface OtherPlan {
  readonly uri: string;
  readonly plan: Plan;
}

/** What stands at the path that an incorporated plan gives. */
export type IncorporatedPlan =
  | { readonly state: 'read'; readonly uri: string; readonly plan: BcfPlan }
  /** Why it cannot be read, to follow "The file": "is not there", "lies outside the folder of the plans". */
  | { readonly state: 'unreadable'; readonly why: string };

export interface Workspace {
  /** Live plans of places other than the one being judged, in the order of their uris. */
  readonly otherPlans: readonly OtherPlan[];
  /** The old plan at `path`, relative to the plan being judged. */
  incorporated(path: string): IncorporatedPlan;
}

/** A plan that stands alone. */
export const noWorkspace: Workspace = {
  otherPlans: [],
  incorporated: () => ({ state: 'unreadable', why: say`is not there` }),
};
