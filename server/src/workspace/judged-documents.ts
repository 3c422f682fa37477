/** The documents with their findings: as they stand, as if they were agreed, and as texts that have all that is safe put right. */
import {
  type Analysis,
  analyse,
  everyFinding,
  isSameItem,
  putRight,
  quieten,
  type Readiness,
  readinessFrom,
} from '../core/for-workspace';
import { type Finding, type Judgement, limits } from '../core/index';
import { Documents } from './documents';

export class JudgedDocuments extends Documents {
  /** The analysis of the newest text of any document that is known. */
  analysis(uri: string): Analysis | undefined {
    return this.project.analysis(uri);
  }

  /** All findings of the newest text, with everything that is known around it. */
  judgeAll(uri: string): Judgement | undefined {
    return this.project.judge(uri);
  }

  /** The findings but for those that the baseline holds. */
  judge(uri: string): Judgement | undefined {
    return this.withoutKnown(uri, this.project.judge(uri));
  }

  /** The same if the plan were agreed as it stands. */
  judgeAsAgreed(uri: string): Judgement | undefined {
    return this.withoutKnown(uri, this.project.judgeAsAgreed(uri));
  }

  /** The findings of `judge`, but for what the item that is being typed at `offset` still lacks. */
  findingsWhileTyping(uri: string, offset: number): readonly Finding[] {
    const analysis = this.analysis(uri);
    const findings = this.judge(uri)?.findings ?? [];
    return analysis ? quieten(findings, analysis, offset) : findings;
  }

  /** Whether both offsets are in one item. */
  isSameItem(uri: string, one: number, other: number): boolean {
    const analysis = this.analysis(uri);
    return analysis !== undefined && isSameItem(analysis, one, other);
  }

  /** What stands between a plan and its being agreed; `undefined` for what is no plan of a place. */
  readiness(uri: string): Readiness | undefined {
    const plan = this.plan(uri);
    const judgement = this.judgeAsAgreed(uri);
    return plan?.document?.kind === 'one-plan' && judgement ? readinessFrom(plan, judgement) : undefined;
  }

  /** The text with all that is safe put right; `undefined` where nothing is, or the text must not be touched. */
  fixAll(uri: string): string | undefined {
    const text = this.text(uri);
    if (text === undefined || this.isUnreadable(uri)) return undefined;
    const otherPlans = this.project.around(uri);
    const reported = this.judgeAll(uri)?.findings ?? [];
    const areAll = reported.length < limits.findings;
    // Another text is read afresh: to take parts over from the document's own analysis would move the places in it.
    const findingsOf = (other: string): readonly Finding[] =>
      areAll && other === text ? reported : everyFinding(analyse(other), this.settings(uri), otherPlans);
    const fixed = putRight(text, findingsOf);
    return fixed === text ? undefined : fixed;
  }

  /** The analysis of an open plan. */
  protected plan(uri: string): Analysis | undefined {
    return this.isOpenPlan(uri) ? this.analysis(uri) : undefined;
  }

  private withoutKnown(uri: string, judgement: Judgement | undefined): Judgement | undefined {
    const known = judgement && this.baseline(uri)?.known;
    return known && 'fingerprints' in known ? this.baselines.reduce(judgement, known.fingerprints) : judgement;
  }
}
