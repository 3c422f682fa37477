/**
 * The messages that this server and its clients have beside those of the protocol: each method's name with what it is asked
 * and what it answers, or what it says. Types only: server, extension and tests make of them what their libraries need.
 */
import type { Position, Range, TextEdit } from 'vscode-languageserver-protocol';
import type { Option, Period, StartingChoices, StartingFramework } from './core/index';

export type { Period, StartingChoices };

/** Requests by their method: what is sent, and the answer. */
export interface OwnRequests {
  /** What stands between a plan and its being agreed; `null` for what is no plan of a place. */
  'oneplan/readiness': { readonly params: AboutDocument; readonly result: PlanReadiness | null };
  /** What an editor asks before it makes a new plan. */
  'oneplan/newPlanChoices': { readonly params: WantedChoices; readonly result: StartingChoices };
  'oneplan/newPlan': { readonly params: WantedPlan; readonly result: MadePlan };
  /** What an editor asks before it makes next year's plan of an open one; `null` for what is no plan. */
  'oneplan/nextPlanChoices': { readonly params: WantedNextChoices; readonly result: NextPlanChoices | null };
  'oneplan/nextPlan': { readonly params: WantedNextPlan; readonly result: MadeNextPlan };
  /** The old plans that can be brought into a plan; `null` for what is no plan of a place. */
  'oneplan/oldPlans': { readonly params: AboutDocument; readonly result: readonly KnownOldPlan[] | null };
  /** One step of bringing them in. */
  'oneplan/mergeOldPlans': { readonly params: WantedMerge; readonly result: MergeStep | null };
  /** From the server: the text of a file in the workspace that has at most so many bytes. */
  'oneplan/readFile': {
    readonly params: { readonly uri: string; readonly most: number };
    readonly result: TextOfFile;
  };
  /** From the server: the addresses of all plans in a folder of the workspace. */
  'oneplan/findPlans': { readonly params: { readonly folder: string }; readonly result: readonly string[] };
}

/** Notifications by their method. */
export interface OwnNotifications {
  /** From the server, for every open document: once for each version that was analysed and is still the newest. */
  'oneplan/status': PlanStatus;
  /** Where the cursor is; `null` where it is in no plan. */
  'oneplan/cursor': Cursor | null;
}

interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

export interface Cursor {
  readonly uri: string;
  readonly position: Position;
}

/** The text, or why the file cannot be read, to follow "The file". */
export type TextOfFile = { readonly text: string } | { readonly why: string };

/** How a plan stands. */
export interface PlanStatus {
  /** The document, as the client named it. */
  readonly uri: string;
  /** False where nothing but the form is checked, as of a superseded plan or other YAML. */
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

interface PlanReadiness {
  /** In the order of the format; sections with nothing to do are left out. */
  readonly sections: readonly SectionOfReadiness[];
}

export interface SectionOfReadiness {
  readonly key: string;
  readonly title: string;
  readonly toDo: readonly { readonly rule: string; readonly message: string; readonly range: Range }[];
}

/** Where a new plan will be: a folder, whose configuration may bring frameworks of its own. */
export interface Whereabouts {
  readonly folder?: string;
}

interface WantedChoices extends Whereabouts {
  /** The day on which the author asks, where the editor knows it. */
  readonly today?: string;
}

interface WantedPlan extends Whereabouts {
  /** The name or the code of the place. */
  readonly place: string;
  readonly period: Period;
  /** The id of the framework. */
  readonly framework: string;
  readonly option?: string;
}

/** The text and the usual name of the file, or one or two sentences that say why there is none. */
export type MadePlan = { readonly text: string; readonly fileName: string } | { readonly why: string };

interface WantedNextChoices extends AboutDocument {
  /** The day on which the author asks, where the editor knows it. */
  readonly today?: string;
}

interface NextPlanChoices {
  /** The proposed one first, each with the years that follow on the plan. */
  readonly frameworks: readonly StartingFramework[];
}

interface WantedNextPlan extends AboutDocument {
  readonly period: Period;
  /** The id of the framework. */
  readonly framework: string;
  /** The name or the code of the place, where it is not that of the plan. */
  readonly place?: string;
}

/** Next year's plan; the places of which the author must name one; or why there is none. */
export type MadeNextPlan =
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'asks'; readonly places: readonly { readonly code: string; readonly name: string }[] }
  | {
      readonly kind: 'made';
      readonly text: string;
      readonly fileName: string;
      /** How many things were left out: the text begins with the list of them. */
      readonly leftOut: number;
      /** What this year's plan needs where both are for the same years, and the edits of its `version`. */
      readonly supersede?: {
        readonly why: string;
        readonly edits: readonly TextEdit[];
        readonly version: number | null;
      };
    };

/** An old plan with schemes of which the plan does not say yet what became. */
export interface KnownOldPlan {
  readonly uri: string;
  readonly path: string;
  readonly title: string;
  readonly schemes: number;
}

interface WantedMerge extends AboutDocument {
  readonly oldPlans: readonly string[];
  /** Answers as they are written on the command line. */
  readonly became: readonly string[];
  readonly otherPlaces: readonly string[];
}

export type MergeStep =
  | { readonly kind: 'refused'; readonly why: readonly string[] }
  /** `answers` are whole: what was chosen goes to `became`, or to `otherPlaces`, as it is; a stop with its reason and day. */
  | {
      readonly kind: 'asks';
      readonly title: string;
      readonly text: string;
      readonly left: number;
      readonly options: readonly StepOption[];
    }
  | {
      readonly kind: 'merged';
      readonly edits: readonly TextEdit[];
      readonly version: number | null;
      readonly schemes: number;
    };

export interface StepOption extends Option {
  /** What comes before the answer: `old/bcf.plan.yaml:P2=`. */
  readonly scheme: string;
}
