/**
 * Answers as they are written: `[plan-file:]old-id=scheme-id`, `=new`, `=new:id`, `=stopped:reason@2019-03-31`. Whatever is
 * wrong with one is told and nothing is done.
 */

import { nearest } from '../text/nearest';
import { listAnd, say } from '../text/say';
import { shorten } from '../text/words';
import { readDate } from '../values/calendar';
import { type Answers, answerKey, type OldPlan, type OldScheme, type Outcome } from './old-plan';

/** Reads `became` and the old plans `otherPlaces`, which both name by file; `pending` is what may be answered. */
export function readAnswers(
  became: readonly string[],
  otherPlaces: readonly string[],
  old: readonly OldPlan[],
  pending: readonly OldScheme[],
): Answers | { readonly mistakes: readonly string[] } {
  const mistakes: string[] = [];
  const outcomes = new Map<string, Outcome>();
  const places = new Set<string>();
  for (const written of became) {
    const read = readAnswer(written, pending);
    if ('mistake' in read) mistakes.push(read.mistake);
    else if (outcomes.has(read.key))
      mistakes.push(say`"${shorten(written)}" answers what was answered before. Give one.`);
    else outcomes.set(read.key, read.outcome);
  }
  for (const file of otherPlaces) {
    const found = old.filter(({ path }) => isFile(path, file));
    for (const { uri } of found) places.add(uri);
    if (found.length === 0)
      mistakes.push(say`There is no old plan "${shorten(file)}" here. Name one of the files given.`);
  }
  return mistakes.length > 0 ? { mistakes } : { outcomes, otherPlaces: places };
}

/** The outcome that `written` (behind the `=`) stands for, or what is wrong with it, to follow the answer in quotes. */
function readOutcome(written: string): Outcome | { readonly mistake: string } {
  const [, kind = '', rest] = /^(new|stopped)(?::(.*))?$/s.exec(written) ?? [];
  if (kind === 'new') {
    if (rest === undefined || ID.test(rest)) return { kind, id: rest };
    return {
      mistake: say`gives an id of other letters than small ones, digits and dashes. Write for example new:carers.`,
    };
  }
  if (kind === 'stopped') {
    const [, reason = '', day = ''] = /^(.*)@([^@]*)$/s.exec(rest ?? '') ?? [];
    const on = readDate(day.trim());
    if (reason.trim() !== '' && 'date' in on) return { kind, reason: reason.trim(), on: on.date };
    return { mistake: say`needs a reason and a day. Write for example stopped:fewer than ten people came@2019-03-31.` };
  }
  if (ID.test(written)) return { kind: 'carried', scheme: written };
  return { mistake: 'is no id of a scheme. Write one, or "new", or "stopped:the reason@2019-03-31".' };
}

function readAnswer(
  written: string,
  pending: readonly OldScheme[],
): { readonly key: string; readonly outcome: Outcome } | { readonly mistake: string } {
  const shown = `"${shorten(written)}"`;
  const equals = written.indexOf('=');
  if (equals < 1) return { mistake: say`${shown} is no answer. Write for example BO-02=carers, or BO-02=new.` };
  const left = written.slice(0, equals).trim();
  const colon = left.lastIndexOf(':');
  const file = colon < 0 ? undefined : left.slice(0, colon);
  const id = left.slice(colon + 1);
  const known = pending.filter(({ from }) => file === undefined || isFile(from.path, file));
  const found = known.filter(old => old.id === id);
  const [first] = found;
  if (!first) {
    const meant = nearest(
      id,
      known.map(old => old.id),
    );
    const advice = meant ? say`Write "${meant}".` : say`Every scheme with that id is accounted for, or none has it.`;
    return { mistake: say`${shown} names a scheme that is not open. ${advice}` };
  }
  if (found.length > 1) {
    const choice = listAnd(found.map(({ from }) => `"${from.path}:${id}"`));
    return { mistake: say`${shown} may mean a scheme of several old plans. Say which: ${choice}.` };
  }
  const outcome = readOutcome(written.slice(equals + 1).trim());
  if ('mistake' in outcome) return { mistake: `${shown} ${outcome.mistake}` };
  return { key: answerKey(first.from.uri, id), outcome };
}

/** Whether `written` names the file at `path`: all of it, or its end. */
function isFile(path: string, written: string): boolean {
  const plain = written.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  return path === plain || path.endsWith(`/${plain}`) || plain.endsWith(`/${path.replace(/^(?:\.\.?\/)+/, '')}`);
}

const ID = /^[a-z][a-z0-9-]*$/;
