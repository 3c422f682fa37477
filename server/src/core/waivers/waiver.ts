/**
 * Waivers: `# oneplan-waive <rule>[, <rule>]: reason (owner, until 2019-03-31)`, on the line above or at the end of the
 * line that they are for. A waiver silences its rules there; it never deletes a finding, every report lists it.
 */

import type { Comment } from '../syntax/comments';
import type { LineIndex } from '../text/line-index';
import type { Span } from '../text/span';
import { type CalendarDate, readDate } from '../values/calendar';

export interface Waiver {
  readonly at: Span;
  /** The span to delete when the whole waiver goes: includes the line where the waiver has one of its own. */
  readonly whole: Span;
  /** The word that makes it a waiver. */
  readonly marker: Span;
  /** A misspelt marker that was surely meant as one: the waiver has no effect. */
  readonly misspelt: string | undefined;
  readonly rules: readonly { readonly id: string; readonly at: Span }[];
  readonly reason: string;
  /** Where the reason is or should be: its words, else the colon, else the last of the rules. */
  readonly reasonAt: Span;
  /** Whether a reason is given without the colon before it. */
  readonly lacksColon: boolean;
  readonly owner: string | undefined;
  readonly until: CalendarDate | undefined;
  /** An end that is no date, as written. */
  readonly badUntil: string | undefined;
  readonly untilAt: Span;
  /** The line it applies to, counted from 0. */
  readonly line: number;
}

/** Quick test whether `text` may hold waivers, misspelt ones included. */
export function mayHoldWaivers(text: string): boolean {
  return text.includes('oneplan') || text.includes('waive');
}

/** The waivers among `comments`. A waiver on its own line applies to the next line that is no comment. */
export function readWaivers(comments: readonly Comment[], lines: LineIndex): readonly Waiver[] {
  const lineOf = (comment: Comment) => lines.positionAt(comment.at.start).line;
  const below = linesBelow(comments.filter(comment => comment.ownLine).map(lineOf));
  return comments.flatMap(comment => {
    const parts = partsOf(comment);
    if (!parts) return [];
    const own = lineOf(comment);
    const line = comment.ownLine ? (below.get(own) ?? own) : own;
    const whole = comment.ownLine ? wholeLine(lineOf(comment), lines) : comment.at;
    return [{ at: comment.at, whole, line, ...parts }];
  });
}

/** For each of `lines`, in ascending order, the next line not among them. */
function linesBelow(lines: readonly number[]): ReadonlyMap<number, number> {
  const below = new Map<number, number>();
  for (const line of [...lines].reverse()) below.set(line, below.get(line + 1) ?? line + 1);
  return below;
}

const WAIVER = /^(#+\s*)(oneplan-waive)(?![\w-]):?/i;
/**
 * Common misspellings of the marker: "oneplan-waive-next", "oneplan waiver", "oneplan-ignore", before a rule or alone.
 */
const NEAR =
  /^(#+\s*)(one[-_ ]?plan[-_: ]*(?:waiv(?:e[rds]?|ing)|ignore|disable|suppress)(?:[-_ ]?(?:next|this|line))*)(?::|\s+(?=[a-z\d]+(?:-[a-z\d]+)+)|\s*$)/i;

function partsOf({ at, text }: Comment): Omit<Waiver, 'at' | 'whole' | 'line'> | undefined {
  const right = WAIVER.exec(text);
  const match = right ?? NEAR.exec(text);
  if (!match) return undefined;
  const [opening, hash = '', word = ''] = match;
  const span = (from: number, to: number): Span => ({ start: at.start + from, end: at.start + to });
  const marker = span(hash.length, hash.length + word.length);
  const names = NAMES.exec(text.slice(opening.length))?.[0] ?? '';
  const rules = namesIn(names, at.start + opening.length);
  const afterNames = opening.length + names.length;
  const [, colon = '', tail = ''] = /^\s*(:?)\s*(.*)$/s.exec(text.slice(afterNames).trimEnd()) ?? [];
  const tailStart = text.length - text.slice(afterNames).trimStart().replace(/^:\s*/, '').length;
  const { reason, owner, until, untilFrom } = readTail(tail);
  const reading = until === undefined ? undefined : readDate(until);
  const date = reading && 'date' in reading ? reading.date : undefined;
  const colonAt = text.indexOf(':', afterNames);
  const lastWord = rules.at(-1)?.at ?? marker;
  const lacksColon = colon === '' && reason !== '' && rules.length > 0;
  return {
    marker,
    misspelt: right ? undefined : word,
    rules,
    reason: lacksColon ? '' : reason,
    reasonAt:
      reason !== '' ? span(tailStart, tailStart + reason.length) : colon ? span(colonAt, colonAt + 1) : lastWord,
    lacksColon,
    owner,
    until: date,
    badUntil: date === undefined ? until : undefined,
    untilAt: span(tailStart + untilFrom, tailStart + untilFrom + (until?.length ?? 0)),
  };
}

/** Rule names separated by commas: up to the colon, or to the first word of a reason without one. */
const NAMES = /^\s*[^\s,:()]+(?:\s*,\s*[^\s,:()]+)*/;

function namesIn(names: string, from: number): Waiver['rules'] {
  return [...names.matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => {
    return { id, at: { start: from + index, end: from + index + id.length } };
  });
}

function wholeLine(line: number, lines: LineIndex): Span {
  return { start: lines.offsetAt({ line, column: 0 }), end: lines.offsetAt({ line: line + 1, column: 0 }) };
}

interface Tail {
  readonly reason: string;
  readonly owner?: string;
  readonly until?: string;
  /** Offset of the end date in the tail. */
  readonly untilFrom: number;
}

/** "the reason (owner, until 2019-03-31)": owner and end are optional, in brackets at the end. */
function readTail(tail: string): Tail {
  const open = tail.endsWith(')') ? tail.lastIndexOf('(') : -1;
  const inside = tail.slice(open + 1, -1);
  const plain = { reason: tail, untilFrom: 0 };
  if (open < 0 || inside.includes(')')) return plain;
  const parts = inside.split(',').map(part => part.trim());
  const end = parts.find(part => /^until\b/i.test(part));
  if (end === undefined && parts.length > 1) return plain;
  const owner = parts.find(part => part !== end && part !== '');
  const until = end?.replace(/^until\s*/i, '');
  return {
    reason: tail.slice(0, open).trimEnd(),
    ...(owner ? { owner } : {}),
    ...(until === undefined ? {} : { until }),
    untilFrom: until === undefined || end === undefined ? 0 : tail.lastIndexOf(end) + end.length - until.length,
  };
}
