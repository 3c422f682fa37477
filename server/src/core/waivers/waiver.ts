/**
 * Waivers: `# oneplan-waive <rule>[, <rule>]: reason (owner, until 2019-03-31)`, on the line above or at the end of the
 * line that they are for. A waiver silences its rules there; it never deletes a finding, every report lists it.
 */
import { type CalendarDate, readDate } from '../model/calendar';
import type { Comment } from '../syntax/comments';
import type { LineIndex } from '../text/line-index';
import type { Span } from '../text/span';

export interface Waiver {
  readonly at: Span;
  /** What to take away when nothing of it is left: with its line, where it has one of its own. */
  readonly whole: Span;
  readonly rules: readonly { readonly id: string; readonly at: Span }[];
  readonly reason: string;
  readonly owner: string | undefined;
  readonly until: CalendarDate | undefined;
  /** An end that is not a date, as it was written. */
  readonly badUntil: string | undefined;
  /** The line that it is for, counted from 0. */
  readonly line: number;
}

/** The waivers among `comments`. A waiver on a line of its own is for the next line that is not a comment. */
export function readWaivers(comments: readonly Comment[], lines: LineIndex): readonly Waiver[] {
  const lineOf = (comment: Comment) => lines.positionAt(comment.at.start).line;
  const ownLines = new Set(comments.filter(comment => comment.ownLine).map(lineOf));
  return comments.flatMap(comment => {
    const match = WAIVER.exec(comment.text);
    if (!match) return [];
    let line = lineOf(comment);
    while (comment.ownLine && ownLines.has(line)) line++;
    const [, opening = '', names = '', tail = ''] = match;
    const { reason, owner, until } = readTail(tail.replace(/^:/, '').trim());
    const reading = until === undefined ? undefined : readDate(until);
    const date = reading && 'date' in reading ? reading.date : undefined;
    return [
      {
        at: comment.at,
        rules: namesIn(names, comment.at.start + opening.length),
        whole: comment.ownLine ? wholeLine(lineOf(comment), lines) : comment.at,
        reason,
        owner,
        until: date,
        badUntil: date === undefined ? until : undefined,
        line,
      },
    ];
  });
}

const WAIVER = /^(#+\s*oneplan-waive\b:?)([^:]*)(:.*)?$/i;

/** The names before the colon. Where it is missing, the words of the reason are no names: the first of each part counts. */
function namesIn(names: string, from: number): Waiver['rules'] {
  return [...names.matchAll(/(?:^|,)\s*([^,\s]+)/g)].map(match => {
    const id = match[1] ?? '';
    const end = from + match.index + match[0].length;
    return { id, at: { start: end - id.length, end } };
  });
}

function wholeLine(line: number, lines: LineIndex): Span {
  return { start: lines.offsetAt({ line, column: 0 }), end: lines.offsetAt({ line: line + 1, column: 0 }) };
}

/** "the reason (owner, until 2019-03-31)": owner and end are optional, in brackets at the end. */
function readTail(tail: string): { reason: string; owner?: string; until?: string } {
  const brackets = /\s*\(([^()]*)\)$/.exec(tail);
  if (!brackets) return { reason: tail };
  const parts = (brackets[1] ?? '').split(',').map(part => part.trim());
  const until = parts.find(part => /^until\b/i.test(part));
  if (until === undefined && parts.length > 1) return { reason: tail };
  const owner = parts.find(part => part !== until && part !== '');
  return {
    reason: tail.slice(0, brackets.index),
    ...(owner ? { owner } : {}),
    ...(until ? { until: until.replace(/^until\s*/i, '') } : {}),
  };
}
