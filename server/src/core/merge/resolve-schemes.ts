/** Decides what becomes of each scheme that is still open: by its author's answer, or as a new scheme where nothing stands against it. */

import type { Plan } from '../model/plan';
import type { Workspace } from '../model/workspace';
import { freeId, idOf } from '../text/id-words';
import { nearest } from '../text/nearest';
import { say } from '../text/say';
import { shorten } from '../text/words';
import { placeQuestion, type Question, questionOf, type Target, targetFrom, targetOf } from './conflicts';
import { type Answers, answerKey, calledFully, type OldPlan, type OldScheme, type Outcome } from './old-plan';
import { pendingSchemes } from './pending-schemes';

/** What became of one old scheme, decided. */
export type SchemeResolution =
  | { readonly old: OldScheme; readonly kind: 'new' | 'carried'; readonly scheme: string }
  | { readonly old: OldScheme; readonly kind: 'stopped'; readonly reason: string; readonly on: string };

export interface SchemeResolutions {
  readonly decided: readonly SchemeResolution[];
  /** What has to be asked first. */
  readonly questions: readonly Question[];
  /** Answers that cannot be, as sentences. */
  readonly mistakes: readonly string[];
}

export function resolveSchemes(
  plan: Plan,
  old: readonly OldPlan[],
  workspace: Workspace,
  answers: Answers,
): SchemeResolutions {
  const deciding = new ResolutionContext(plan, answers);
  for (const one of old) {
    const pending = pendingSchemes(one, plan, workspace);
    if (pending.length > 0) deciding.askOfPlace(one);
    for (const scheme of pending) deciding.decide(scheme);
  }
  return deciding.end();
}

class ResolutionContext {
  private readonly decided: SchemeResolution[] = [];
  private readonly questions: Question[] = [];
  private readonly mistakes: string[] = [];
  /** What schemes may turn out to be: those of the plan, and those that come before in this run. */
  private readonly targets: Target[];

  constructor(
    private readonly plan: Plan,
    private readonly answers: Answers,
  ) {
    this.targets = plan.schemes.items.flatMap(targetOf);
  }

  askOfPlace(old: OldPlan): void {
    const question = this.answers.otherPlaces.has(old.uri) ? undefined : placeQuestion(old, this.plan);
    if (question) this.questions.push(question);
  }

  decide(old: OldScheme): void {
    const answer = this.answers.outcomes.get(answerKey(old.from.uri, old.id));
    const question = answer ? undefined : questionOf(old, this.targets);
    if (question) {
      this.questions.push(question);
      // Later schemes of the same name are asked about too.
      this.targets.push(targetFrom(old, this.free(old)));
      return;
    }
    const outcome = answer ?? { kind: 'new', id: undefined };
    if (outcome.kind === 'new') this.add(old, outcome);
    else if (outcome.kind === 'carried') this.decided.push({ old, kind: 'carried', scheme: outcome.scheme });
    else this.decided.push({ old, ...outcome });
  }

  /** Once all is decided it is known which schemes there will be. */
  end(): SchemeResolutions {
    const { decided, questions, mistakes, targets } = this;
    const ids = targets.map(({ id }) => id);
    for (const fate of decided) {
      if (fate.kind !== 'carried' || ids.includes(fate.scheme)) continue;
      const meant = nearest(fate.scheme, ids);
      mistakes.push(
        say`${calledFully(fate.old)} cannot be carried on by "${shorten(fate.scheme)}", which is no scheme of this plan. ${meant ? say`Write "${meant}".` : say`Write the id of one, or "new".`}`,
      );
    }
    return { decided, questions, mistakes };
  }

  private add(old: OldScheme, { id }: Extract<Outcome, { kind: 'new' }>): void {
    if (id !== undefined && this.targets.some(target => target.id === id)) {
      this.mistakes.push(
        say`${calledFully(old)} cannot have the id "${id}", because another scheme has it. Give it another.`,
      );
    }
    const scheme = id ?? this.free(old);
    this.targets.push(targetFrom(old, scheme));
    this.decided.push({ old, kind: 'new', scheme });
  }

  private free(old: OldScheme): string {
    return freeId(idOf(old.name, 'scheme'), id => this.targets.some(target => target.id === id), old.id);
  }
}
