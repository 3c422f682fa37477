/** Documents with their findings: as they stand, as if agreed, and with all safe fixes applied. */
import {
  type Analysis,
  analyse,
  everyFinding,
  fixAll,
  isSameItem,
  type Readiness,
  readinessFrom,
  whileTyping,
} from '../core/for-workspace';
import { type Finding, type Judgement, limits } from '../core/index';
import { Documents } from './documents';

export class JudgedDocuments extends Documents {
  /** The analysis of the newest text of any known document. */
  analysis(uri: string): Analysis | undefined {
    return this.project.analysis(uri);
  }

  /** All findings of the newest text, those in the baseline included. */
  judgeAll(uri: string): Judgement | undefined {
    return this.project.judge(uri);
  }

  /** The findings without those in the baseline. */
  judge(uri: string): Judgement | undefined {
    return this.withoutKnown(uri, this.project.judge(uri));
  }

  /** `judge` as if the plan were agreed as it stands. */
  judgeAsAgreed(uri: string): Judgement | undefined {
    return this.withoutKnown(uri, this.project.judgeAsAgreed(uri));
  }

  /** The findings of `judge`, without those on what the item being typed at `offset` still lacks. */
  findingsWhileTyping(uri: string, offset: number): readonly Finding[] {
    const analysis = this.analysis(uri);
    const findings = this.judge(uri)?.findings ?? [];
    return analysis ? whileTyping(findings, analysis, offset) : findings;
  }

  /** Whether both offsets are in the same item. */
  isSameItem(uri: string, one: number, other: number): boolean {
    const analysis = this.analysis(uri);
    return analysis !== undefined && isSameItem(analysis, one, other);
  }

  /** What a plan still needs to be agreed; `undefined` for anything but a plan of a place. */
  readiness(uri: string): Readiness | undefined {
    const plan = this.plan(uri);
    const judgement = this.judgeAsAgreed(uri);
    return plan?.document?.kind === 'one-plan' && judgement ? readinessFrom(plan, judgement) : undefined;
  }

  /** The text with all safe fixes applied; `undefined` where nothing changes, or the text must not be changed. */
  fixAll(uri: string): string | undefined {
    const text = this.text(uri);
    if (text === undefined || this.isUnreadable(uri)) return undefined;
    const otherPlans = this.project.around(uri);
    const reported = this.judgeAll(uri)?.findings ?? [];
    const areAll = reported.length < limits.findings;
    // Each new text is analysed from scratch: reusing the document's own analysis would move its spans.
    const findingsOf = (other: string): readonly Finding[] =>
      areAll && other === text ? reported : everyFinding(analyse(other), this.settings(uri), otherPlans);
    const fixed = fixAll(text, findingsOf);
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
