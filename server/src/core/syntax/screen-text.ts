/**
 * Faults of the whole text that are found before it is split: merge conflicts, document markers, old line ends,
 * overlong lines. They are replaced by spaces, character by character, so that all offsets stay valid.
 */

import type { Fault } from '../finding';
import { limits } from '../limits';
import type { TextEdit } from '../text/edit';
import { say } from '../text/say';
import type { Span } from '../text/span';
import { grouped } from '../text/words';
import { visible, written } from './tree/written';

export interface ScreenedText {
  /** As long as the author's text; blanked parts are spaces. */
  readonly text: string;
  readonly faults: readonly Fault[];
}

const maxTold = 100;
const maxOldLineBreaks = 200_000;

/** Screens `text`, which starts after `start` characters (a byte order mark). */
export function screenText(text: string, start: number): ScreenedText {
  const faults: Fault[] = [];
  if (text.length > limits.size) return tooLong(text);
  let result = withoutEndlessLines(withLineFeeds(text, faults), faults);
  if (/^<{7}/.test(result) || result.includes('\n<<<<<<<')) result = withoutConflicts(result, faults);
  const first = result.slice(start, start + 3);
  const marked =
    ['---', '...'].some(marker => first === marker || result.includes(`\n${marker}`)) || first.startsWith('%');
  if (marked || result.includes('\n%')) result = withoutMarkers(result, start, faults);
  return { text: result, faults };
}

/** Nothing of it is read; what stands there is as long as it was, so that every place lies inside. */
function tooLong(text: string): ScreenedText {
  const message = say`The text has ${grouped(text.length)} characters, and texts of more than ${grouped(limits.size)} are not checked. Divide it, or take out what is not the plan.`;
  return { text: ' '.repeat(text.length), faults: [{ rule: 'too-large', at: { start: 0, end: 0 }, message }] };
}

/** A lone CR ends a line for the editor and for YAML 1.2, but not for most tools. */
function withLineFeeds(text: string, faults: Fault[]): string {
  if (!text.includes('\r')) return text;
  const edits: TextEdit[] = [];
  for (const { index } of text.matchAll(/\r(?!\n)/g)) {
    edits.push({ at: { start: index, end: index + 1 }, text: '\n' });
    // Such a text is not read line by line: it needs another tool to convert it.
    if (edits.length > maxOldLineBreaks) break;
  }
  const first = edits[0];
  if (!first) return text;
  faults.push({
    rule: 'read-differently',
    at: first.at,
    message: say`This line ends with an old kind of line break (CR alone), which many tools take for a space. Write ordinary line breaks.`,
    fixes: edits.length > maxOldLineBreaks ? [] : [{ title: say`Write ordinary line breaks`, safe: true, edits }],
    detail: 'old-line-break',
  });
  return text.replace(/\r(?!\n)/g, '\n');
}

function withoutEndlessLines(text: string, faults: Fault[]): string {
  const parts: string[] = [];
  let done = 0;
  for (let start = 0; start + limits.line < text.length; ) {
    const last = text.lastIndexOf('\n', start + limits.line);
    if (last >= start) {
      start = last + 1;
      continue;
    }
    const next = text.indexOf('\n', start + limits.line);
    const end = next < 0 ? text.length : next;
    const length = grouped(end - start);
    const message = say`This line has ${length} characters, and lines of more than ${grouped(limits.line)} are not read. Break it into shorter lines.`;
    if (faults.length < maxTold) faults.push({ rule: 'too-large', at: { start, end: start + 1 }, message });
    parts.push(text.slice(done, start), ' '.repeat(end - start));
    done = end;
    start = end + 1;
  }
  return done === 0 ? text : parts.join('') + text.slice(done);
}

function withoutConflicts(text: string, faults: Fault[]): string {
  const parts: string[] = [];
  let done = 0;
  const blankOut = (from: number, to: number) => {
    parts.push(text.slice(done, from), blank(text.slice(from, to)));
    done = to;
  };
  let line = nextMarker(text, '<', 0);
  for (let count = 0; line && count < maxTold; count++) {
    const close = nextMarker(text, '>', line.end);
    const base = nextMarker(text, '|', line.end);
    const middle = nextMarker(text, '=', line.end);
    const whole = close !== undefined && middle !== undefined && middle.start < close.start;
    const firstEnd = whole && base && base.start < middle.start ? base.start : whole ? middle.start : line.end;
    faults.push(conflict(text, line, whole ? middle : undefined, whole ? close : undefined, firstEnd));
    blankOut(line.start, line.end);
    if (whole) blankOut(firstEnd, close.end);
    line = nextMarker(text, '<', whole ? close.end : line.end);
  }
  return parts.join('') + text.slice(done);
}

function conflict(
  text: string,
  open: Span,
  middle: Span | undefined,
  close: Span | undefined,
  firstEnd: number,
): Fault {
  const marker = ({ start }: Span): Span => ({ start, end: start + 7 });
  const keep = (title: string, from: number, to: number, end: number) => ({
    title,
    safe: false,
    edits: [{ at: { start: open.start, end }, text: text.slice(from, to) }],
  });
  return {
    rule: 'yaml-syntax',
    at: marker(open),
    message: say`Two versions of this part stand here, left over from a merge; the first is read. Keep one of them, and take the lines with "<<<<<<<", "=======" and ">>>>>>>" away.`,
    related: [
      ...(middle ? [{ at: marker(middle), message: say`The second version starts here` }] : []),
      ...(close ? [{ at: marker(close), message: say`The second version ends here` }] : []),
    ],
    fixes:
      middle && close
        ? [
            keep(say`Keep the first version, take the second away`, open.end, firstEnd, close.end),
            keep(say`Keep the second version, take the first away`, middle.end, close.start, close.end),
          ]
        : [],
    detail: 'merge-conflict',
  };
}

/** The next line that starts with seven times `sign`, with its line break. */
function nextMarker(text: string, sign: string, from: number): Span | undefined {
  const seven = sign.repeat(7);
  const next = from === 0 && text.startsWith(seven) ? 0 : text.indexOf(`\n${seven}`, Math.max(0, from - 1)) + 1;
  if (next === 0 && !(from === 0 && text.startsWith(seven))) return undefined;
  const end = text.indexOf('\n', next);
  return { start: next, end: end < 0 ? text.length : end + 1 };
}

const MARKER = /^(?:---(?=[ \t]*(?:[ \t]#.*)?\r?$)|\.\.\.(?=[ \t]*(?:[ \t]#.*)?\r?$)|%.*)/gm;

/** Document markers on lines of their own, and directives above the first of them. */
function withoutMarkers(text: string, start: number, faults: Fault[]): string {
  const { first, last } = contentRange(text, start);
  const isBlockText = /^(?:---[ \t]+)?[|>]/.test(text.slice(first, first + 100));
  let documents = 0;
  return text.replace(MARKER, (marker, index: number) => {
    if (index < start) return marker;
    const sign = marker.slice(0, 3);
    const at = { start: index, end: index + marker.trimEnd().length };
    if (marker.startsWith('%')) {
      // Inside the plan, a line with "%" is text; the chunk that holds it tells what is wrong.
      if (index > first) return marker;
      const message = say`The line ${written(marker)} is an instruction to YAML tools, and a plan needs none. Take the line away.`;
      tell(faults, at, 'directive', message, text);
    } else if (sign === '---' ? index > first || documents++ > 0 : index < last) {
      const message = say`The line "${sign}" starts a second document, and other tools would read only half of the plan. Take the line away.`;
      tell(faults, at, 'second-document', message, text);
    }
    // In a text of several lines that is all there is, nothing else would end it.
    if (index > last && sign === '...' && isBlockText) return marker;
    // As a comment above the plan and below it; as an empty line in it, where it may interrupt a long text.
    return index < first || index > last ? `#${blank(marker.slice(1))}` : blank(marker);
  });
}

function tell(faults: Fault[], at: Span, detail: string, message: string, text: string): void {
  if (faults.length >= maxTold) return;
  const next = text.indexOf('\n', at.end);
  const line = { start: at.start, end: next < 0 ? text.length : next + 1 };
  // Where the line may stand in a long text, an empty line stays in its place, as it was read.
  const bare = text.slice(at.end, line.end).trim() === '' && BETWEEN_ENTRIES.test(text.slice(line.end));
  const edits = [{ at: bare ? line : at, text: '' }];
  faults.push({
    rule: 'yaml-syntax',
    at,
    message,
    fixes: [{ title: say`Take "${visible(text.slice(at.start, at.end))}" away`, safe: true, edits }],
    detail,
  });
}

/** What follows belongs to no text that began before: the end, a comment, a key or an item in column 1. */
const BETWEEN_ENTRIES = /^\s*$|^(?:[ \t]*\r?\n)*(?:#|- |[\p{L}\p{N}_"'].*:)/u;

/** Offsets of the first and last line that is neither empty, a comment, a directive nor a document marker. */
function contentRange(text: string, start: number): { readonly first: number; readonly last: number } {
  let first = text.length;
  let last = -1;
  for (const { index } of text.matchAll(CONTENT)) {
    if (index < start) continue;
    if (first === text.length) first = index;
    last = index;
  }
  return { first, last };
}

const CONTENT = /^(?![ \t]*(?:#|\r?$)|%|(?:---|\.\.\.)[ \t]*(?:[ \t]#.*)?\r?$).+/gm;

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
