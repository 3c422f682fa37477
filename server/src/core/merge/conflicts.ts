/**
 * What nobody but its author can decide when an old plan is brought in: whether two schemes of like name are one, which of
 * two schemes gets an id, whether a plan of another place belongs here. Each is a question with its answers; none is guessed.
 */

import type { Scheme } from '../model/items';
import type { Plan } from '../model/plan';
import { lastCodeOf, placeWithCode, successorsOf } from '../reference/places';
import { freeId, idOf } from '../text/id-words';
import { areNear, foldName, tellingWords } from '../text/near-names';
import { listAnd, say } from '../text/say';
import { lowerFirst, shorten } from '../text/words';
import { called, calledFully, type OldPlan, type OldScheme, titleOf } from './old-plan';

/** An answer as it is written on the command line, and what it means. */
export interface Option {
  /** A stop needs its reason and day; the answer shows their form. */
  readonly kind: 'carried' | 'new' | 'stopped' | 'belongs here';
  readonly answer: string;
  readonly means: string;
}

interface AnyQuestion {
  /** What it is about, in a few words: where only a line is shown. */
  readonly title: string;
  /** The whole: what is in doubt, and why. */
  readonly text: string;
  readonly options: readonly Option[];
}

export type Question =
  | (AnyQuestion & { readonly kind: 'scheme'; readonly about: OldScheme })
  | (AnyQuestion & { readonly kind: 'place'; readonly about: OldPlan });

/** A scheme that the plan has, or will have when an earlier old scheme has been carried over. */
export interface Target {
  readonly id: string;
  readonly name: string;
  /** `scheme "Support for carers" of this plan`. */
  readonly called: string;
  /** The id that the old plan gave it, where it comes from one in the same run. */
  readonly oldId: string | undefined;
}

/** A scheme of the plan as one that an old scheme may meet; none where it has no id. */
export function targetOf({ id, name, called }: Scheme): readonly Target[] {
  if (id.value === undefined) return [];
  return [
    { id: id.value, name: name.value ?? id.value, called: say`${lowerFirst(called)} of this plan`, oldId: undefined },
  ];
}

/** The scheme `id` that is made of `old` in this run. */
export function targetFrom(old: OldScheme, id: string): Target {
  return { id, name: old.name, called: lowerFirst(calledFully(old)), oldId: old.id };
}

/** The question of what became of `old`, if something among `targets` makes it one. */
export function questionOf(old: OldScheme, targets: readonly Target[]): Question | undefined {
  const words = tellingWords(old.name);
  const folded = foldName(old.name);
  const id = idOf(old.name, 'scheme');
  const same = targets.filter(target => foldName(target.name) === folded);
  const near = targets.filter(target => !same.includes(target) && areNear(words, tellingWords(target.name)));
  const sameOldId = targets.filter(
    target => target.oldId === old.id && !same.includes(target) && !near.includes(target),
  );
  const taken = targets.filter(target => target.id === id && ![...same, ...near, ...sameOldId].includes(target));
  const reasons = [
    ...(same.length > 0 ? [say`has the same name as ${calledAll(same)}`] : []),
    ...(near.length > 0 ? [say`has nearly the same name as ${calledAll(near)}`] : []),
    ...(sameOldId.length > 0 ? [say`has the same id as ${calledAll(sameOldId)}`] : []),
    ...(taken.length > 0 ? [say`would get the id "${id}", which ${calledAll(taken)} has`] : []),
  ];
  if (reasons.length === 0) return undefined;
  const fresh = freeId(id, known => targets.some(target => target.id === known), old.id);
  return {
    kind: 'scheme',
    about: old,
    title: called(old),
    text: `${calledFully(old)} ${listAnd(reasons)}. Say what became of it.`,
    options: [
      ...[...same, ...near, ...sameOldId, ...taken].map(target => ({
        kind: 'carried' as const,
        answer: target.id,
        means: say`it is carried on by ${target.called}`,
      })),
      {
        kind: 'new',
        answer: 'new',
        means: say`it is another scheme and gets the id "${fresh}"`,
      },
      { kind: 'stopped', answer: 'stopped:the reason@2019-03-31', means: say`it has stopped, why and on which day` },
    ],
  };
}

/** The question whether `old` belongs in `plan`, where it is the plan of another place that did not go into this one. */
export function placeQuestion(old: OldPlan, { place }: Plan): Question | undefined {
  const here = place.code.value;
  const there = old.plan.placeCode.value;
  if (here === undefined || there === undefined || leadsTo(there, here)) return undefined;
  const named = (code: string, name: string | undefined) =>
    `${shorten(name ?? placeWithCode(code)?.name ?? 'a place')} (${shorten(code)})`;
  return {
    kind: 'place',
    about: old,
    title: say`${titleOf(old)} is of ${named(there, undefined)}`,
    text: `The old plan ${titleOf(old)} is of ${named(there, undefined)}, and this plan is of ${named(here, place.name.value)}. Say whether it belongs here.`,
    options: [{ kind: 'belongs here', answer: old.path, means: say`it belongs here although it is of another place` }],
  };
}

/** Whether the place of code `from` is that of `to`, or went into it. */
function leadsTo(from: string, to: string, seen: ReadonlySet<string> = new Set()): boolean {
  if (from === to || lastCodeOf(from) === lastCodeOf(to)) return true;
  const place = placeWithCode(from);
  if (!place || seen.has(from)) return false;
  return successorsOf(place).some(({ place: next }) => leadsTo(next.code, to, new Set([...seen, from])));
}

function calledAll(targets: readonly Target[]): string {
  return listAnd(targets.slice(0, 5).map(({ called }) => called));
}
