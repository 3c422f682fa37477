/**
 * The documents that are known together, each judged with the others around it. Holds texts and what follows from them;
 * its owner reads the files and tells of every change. Findings are made when they are asked for, and once.
 */

import { type Analysis, analyse } from './analysis';
import type { Fault } from './finding';
import { findProblems, type Judgement, judge, type Problems } from './judge';
import { stageOf } from './model/plan';
import type { IncorporatedPlan, OtherPlan, Workspace } from './model/workspace';
import { isOfSyntax } from './reading';
import type { Settings } from './settings';
import { LineIndex } from './text/line-index';
import { say } from './text/say';

/** How the owner finds what a plan's `incorporates` names. Pure: it never reads a file while findings are made. */
export interface ProjectHost {
  /** Where `path`, written in the document `from`, is; or why it cannot be read, to follow "The file". */
  locate(from: string, path: string): { readonly uri: string } | { readonly why: string };
  settings(uri: string): Settings;
  /** Runs work on the document at `uri`, and gives nothing where it did not come to its end and was ended. */
  bounded?<R>(uri: string, work: () => R): { readonly value: R } | undefined;
}

interface Known {
  /** The newest text; of bytes that are no text, what can be shown of it. */
  readonly text: string;
  /** Set for a document whose bytes are no text, or that could not be checked to the end: its only finding. */
  unreadable: Fault | undefined;
  /** Of the newest text once somebody has asked for it, and of an older one before. */
  analysis: Analysis | undefined;
  /** Of what can be shown of a document that is no text. */
  shownLines?: LineIndex;
  judged:
    | {
        readonly at: number;
        readonly settings: Settings;
        readonly judgement: Judgement;
        readonly problems: Problems;
      }
    | undefined;
}

export class Project {
  private readonly documents = new Map<string, Known>();
  /** Counts changes: a judgement stands until a document that it may depend on has changed. */
  private changes = 0;

  constructor(private readonly surroundings: ProjectHost) {}

  /** Grows with every change of what is known. */
  get revision(): number {
    return this.changes;
  }

  /** The document at `uri` now has `text`. It is analysed when something is asked of it, the newest text only. */
  set(uri: string, text: string): void {
    const before = this.documents.get(uri);
    if (before && before.text === text && !before.unreadable) return;
    const analysis = before?.unreadable ? undefined : before?.analysis;
    this.documents.set(uri, { text, unreadable: undefined, analysis, judged: undefined });
    this.changes++;
  }

  /** The document at `uri` cannot be read as text: `fault` says why, at its place in `text`, which is all that can be shown. */
  setUnreadable(uri: string, fault: Fault, text = ''): void {
    this.documents.set(uri, { text, unreadable: fault, analysis: undefined, judged: undefined });
    this.changes++;
  }

  delete(uri: string): void {
    if (this.documents.delete(uri)) this.changes++;
  }

  /** Settings or places of files have changed: everything is judged again when it is asked for. */
  invalidate(): void {
    this.changes++;
  }

  has(uri: string): boolean {
    return this.documents.has(uri);
  }

  uris(): readonly string[] {
    return [...this.documents.keys()].sort();
  }

  /** The newest text. */
  text(uri: string): string | undefined {
    return this.documents.get(uri)?.text;
  }

  /** Whether there is something to show at `uri` that is no text. */
  isUnreadable(uri: string): boolean {
    return this.documents.get(uri)?.unreadable !== undefined;
  }

  /** The analysis of the newest text; of an empty one for what is no text. */
  analysis(uri: string): Analysis | undefined {
    const known = this.documents.get(uri);
    return known && this.analysisOf(uri, known);
  }

  /** The lines of the newest text, or of what can be shown of it. */
  lines(uri: string): LineIndex | undefined {
    const known = this.documents.get(uri);
    if (!known?.unreadable) return known && this.analysisOf(uri, known).lines;
    known.shownLines ??= new LineIndex(known.text);
    return known.shownLines;
  }

  /** The lines of the newest text, where it has been analysed already. */
  analysedLines(uri: string): LineIndex | undefined {
    const known = this.documents.get(uri);
    return known?.analysis?.text === known?.text ? known?.analysis?.lines : undefined;
  }

  /** Paths of the old plans that the document at `uri` brings in, as they are written. */
  incorporatedPaths(uri: string): readonly string[] {
    const document = this.analysis(uri)?.document;
    if (document?.kind !== 'one-plan') return [];
    return document.incorporates.items.flatMap(({ plan }) => plan.value ?? []);
  }

  /** The uri of what `path` names in the document `from`; `undefined` where it cannot be read. */
  locate(from: string, path: string): string | undefined {
    const located = this.surroundings.locate(from, path);
    return 'uri' in located ? located.uri : undefined;
  }

  /** The findings of the document at `uri`, with the other documents around it. */
  judge(uri: string): Judgement | undefined {
    const known = this.documents.get(uri);
    if (!known) return undefined;
    const settings = this.surroundings.settings(uri);
    if (known.judged?.at === this.changes && known.judged.settings === settings) return known.judged.judgement;
    const around = this.around(uri);
    // One guard for reading and judging: each costs a thread.
    const done = this.bounded(uri, () => {
      const analysis = this.newest(known);
      const problems = findProblems(analysis, settings, around);
      const { unreadable: fault } = known;
      const judgement = fault ? unreadable(fault) : judge(analysis, settings, around, problems);
      return { analysis, problems, judgement };
    });
    if (!done) {
      this.setUnreadable(uri, endless(), known.text);
      return this.judge(uri);
    }
    const { analysis, problems, judgement } = done.value;
    known.analysis = analysis;
    known.judged = { at: this.changes, settings, judgement, problems };
    return judgement;
  }

  /** The findings of the document at `uri` if the plan were agreed as it stands: the rules are not run again. */
  judgeAsAgreed(uri: string): Judgement | undefined {
    const judgement = this.judge(uri);
    const known = this.documents.get(uri);
    if (!judgement || !known?.judged || known.unreadable) return judgement;
    const { settings, problems } = known.judged;
    return judge(this.analysisOf(uri, known), { ...settings, as: 'agreed' }, this.around(uri), problems);
  }

  /** The other documents, as rules see them from the document at `uri`: for judging another text in its place. */
  around(uri: string): Workspace {
    let others: readonly OtherPlan[] | undefined;
    const project = this;
    return {
      get otherPlans() {
        others ??= project.livePlans().filter(other => other.uri !== uri);
        return others;
      },
      incorporated: path => this.incorporated(uri, path),
    };
  }

  private bounded<R>(uri: string, work: () => R): { readonly value: R } | undefined {
    return this.surroundings.bounded ? this.surroundings.bounded(uri, work) : { value: work() };
  }

  private analysisOf(uri: string, known: Known): Analysis {
    if (known.analysis?.text === (known.unreadable ? '' : known.text)) return known.analysis;
    const done = this.bounded(uri, () => this.newest(known));
    if (!done) known.unreadable ??= endless();
    known.analysis = done?.value ?? analyse('');
    return known.analysis;
  }

  /** The analysis of the newest text; of one that cannot be read, that of no text. */
  private newest({ text, analysis: before, unreadable: fault }: Known): Analysis {
    const read = fault ? '' : text;
    return before?.text === read ? before : analyse(read, fault ? undefined : before);
  }

  private live: { readonly at: number; readonly plans: readonly OtherPlan[] } | undefined;

  private livePlans(): readonly OtherPlan[] {
    if (this.live?.at === this.changes) return this.live.plans;
    const plans = this.uris().flatMap((uri): OtherPlan[] => {
      const document = this.analysis(uri)?.document;
      if (document?.kind !== 'one-plan' || stageOf(document.status.value) === 'superseded') return [];
      return [{ uri, plan: document }];
    });
    this.live = { at: this.changes, plans };
    return plans;
  }

  private incorporated(from: string, path: string): IncorporatedPlan {
    const located = this.surroundings.locate(from, path);
    if ('why' in located) return { state: 'unreadable', why: located.why };
    const known = this.documents.get(located.uri);
    if (!known) return { state: 'unreadable', why: say`is not there` };
    if (known.unreadable) return { state: 'unreadable', why: say`is not readable as text` };
    const { document, faults } = this.analysisOf(located.uri, known);
    if (document?.kind !== 'bcf-plan')
      return { state: 'unreadable', why: say`is not a Better Care Fund plan ("bcf_plan: 1")` };
    if (faults.some(isOfSyntax)) return { state: 'unreadable', why: say`has faults in its text` };
    return { state: 'read', uri: located.uri, plan: document };
  }
}

/** What is said of a document whose checking had to be ended: a fault of ours that no budget of steps has caught. */
function endless(): Fault {
  const message = say`The checker did not come to an end with this plan and was stopped, so that nothing of it is checked. This is a fault of the checker; please report it.`;
  return { rule: 'too-large', at: { start: 0, end: 0 }, message, detail: 'endless' };
}

function unreadable(fault: Fault): Judgement {
  const finding = { ...fault, severity: 'error' as const, fingerprint: fault.rule };
  return { findings: [finding], waived: [], framework: undefined, stage: 'writing', crashes: [] };
}
