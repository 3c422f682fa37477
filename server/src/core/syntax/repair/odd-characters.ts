/**
 * Characters that a reader does not see, or takes for another: they come with text that is pasted from elsewhere. Each
 * run of them is told once, and the text is read as if it were put right.
 */
import { say } from '../../text/say';
import { codePoint } from '../tree/written';
import type { Diagnosis } from './mistakes/mistake';

/** Whether `text` may hold such characters: one quick test. */
export function hasOddCharacters(text: string): boolean {
  return odd.test(text);
}

/** All that is odd in `text`, in order. */
export function* oddCharacters(text: string): Generator<Diagnosis> {
  let lineStart = 0;
  let done = 0;
  for (const { index, 0: run } of text.matchAll(runs)) {
    const lineBreak = text.slice(done, index).lastIndexOf('\n');
    if (lineBreak >= 0) lineStart = done + lineBreak + 1;
    done = index;
    const diagnosis = diagnose(text, lineStart, index, run);
    if (diagnosis) yield diagnosis;
  }
}

const odd =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufffe\uffff]|\p{Cs}/u;
const runs =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\p{Cs}]+|[\u200e\u200f\u202a-\u202e\u2066-\u2069]|[\xad\u180e\u200b-\u200d\u2060-\u2064\ufeff]+|(?<![ \t])[ \t]*[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000][ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]*/gu;

function diagnose(text: string, lineStart: number, from: number, run: string): Diagnosis | undefined {
  const to = from + run.length;
  if (/^[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]/.test(run)) return oddSpace(text, lineStart, from, run);
  const name = codePoint(run);
  if (/^[\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(run)) {
    return {
      mistake: 'turns-direction',
      rule: 'read-differently',
      at: { from, to },
      message: say`An invisible character turns the direction of the text here, so that it reads otherwise than it is written. Take it out.`,
      repair: [{ from, to, text: '' }],
      fix: { title: say`Take the invisible character out`, safe: true },
    };
  }
  if (/^[\xad\u180e\u200b-\u200d\u2060-\u2064\ufeff]/.test(run)) {
    // Joiners belong to emoji and to some scripts.
    const joins = /^[\u200c\u200d]+$/.test(run) && /[^\0-\u024f]/.test(`${text[from - 1] ?? ''}${text[to] ?? ''}`);
    if (joins) return undefined;
    return {
      mistake: 'unseen-character',
      rule: 'read-differently',
      at: { from, to },
      message: messageOf(/[^\s:,]*$/.exec(text.slice(Math.max(lineStart, from - 40), from))?.[0] ?? ''),
      repair: [{ from, to, text: '' }],
      fix: { title: say`Take the invisible character out`, safe: true },
    };
  }
  return {
    mistake: 'control-character',
    at: { from, to },
    message: say`There is a character here (${name}) that cannot stand in a plan and cannot be seen. Take it away.`,
    repair: [{ from, to, text: '' }],
    // It may stand where a sign was that another program could not write, or a line break: nobody but the author knows.
    fix: { title: say`Take the character away`, safe: false },
  };
}

/** What is said of a character that nobody sees, behind `word` or before it. */
function messageOf(word: string): string {
  return word === ''
    ? say`An invisible character, often copied from a web page, stands before this word. Take it out.`
    : say`An invisible character, often copied from a web page, stands behind "${word}". Take it out.`;
}

/** A no-break or other wide space matters where YAML looks for a space: at the start of a line, after a colon or a dash. */
function oddSpace(text: string, lineStart: number, from: number, run: string): Diagnosis | undefined {
  const before = text.slice(lineStart, from);
  const atStart = /^[ \t-]?$/.test(before.slice(-1)) && /^[ \t]*(?:-[ \t]*)*$/.test(before);
  const afterKey =
    before.endsWith(':') &&
    ((before.length <= 2 * LONGEST_KEY &&
      /^[ \t]*(?:-[ \t]+)*(?:[A-Za-z_][\w-]*|\d{4}-\d{2}|"[^"]*"|'[^']*')[ \t]*:$/.test(before)) ||
      /[{,][ \t]*[\w-]+:$/.test(before.slice(-LONGEST_KEY)));
  const to = from + run.length;
  if (!atStart && !afterKey) return isAtEnd(text, before, to) ? spaceAtEnd(from, to) : undefined;
  const character = /[^ \t]/.exec(run)?.[0] ?? '';
  const first = from + run.indexOf(character);
  const name = character === '\xa0' ? say`A no-break space` : say`A space of another kind (${codePoint(character)})`;
  return {
    mistake: afterKey ? 'odd-space-after-colon' : 'odd-space-indent',
    rule: 'read-differently',
    at: { from: first, to: first + 1 },
    message: say`${name} stands where YAML needs an ordinary one. Write ordinary spaces.`,
    repair: [{ from, to, text: run.replace(/[\u2003\u3000]/g, '  ').replace(/[^ \t]/g, ' ') }],
    fix: { title: say`Write ordinary spaces`, safe: true },
  };
}

/** So much of a line is looked at for a key between brackets. */
const LONGEST_KEY = 200;

/** Whether a value on the line of its key ends at `to`: between quotes and in a text of several lines it harms nobody. */
function isAtEnd(text: string, before: string, to: number): boolean {
  return (
    /^(?:\r?\n|$)/.test(text.slice(to, to + 2)) && /^[ \t]*(?:-[ \t]+)*[A-Za-z_][\w-]*:[ \t]+[^\s"'|>]/.test(before)
  );
}

function spaceAtEnd(from: number, to: number): Diagnosis {
  return {
    mistake: 'odd-space-at-end',
    rule: 'read-differently',
    at: { from, to },
    message: say`A no-break space at the end of the line is read as a part of the text. Take it away.`,
    repair: [{ from, to, text: '' }],
    fix: { title: say`Take it away`, safe: true },
  };
}
