/**
 * Understands slips of indentation by the format: a heading that starts one column too far in, a key left of its item, a
 * dash too many. Where lines do not fit, the ways are weighed in which one slip can have made them so; the text is then
 * read as it was meant, and one finding tells what to move where. Bounded: a few places of a text, a few lines around each.
 */
import type { Shape } from '../schema/shape';
import type { Span } from '../text/span';
import { type Candidate, type Change, candidatesAt } from './candidates';
import { type OutlineLine, outlineOf } from './outline';
import { Walk } from './walk';

/** A line that was put right, and whether it can have been meant in one way only. */
export interface Mending {
  readonly candidate: Candidate;
  readonly isSure: boolean;
}

/** Lines walked around a fault: back to the heading of its section, and on to the end of it. */
const MOST_BEFORE = 100;
const MOST_AFTER = 400;
/** Characters on either side of a fault: lines may be long. */
const MOST_CHARACTERS = 30_000;
/** Characters of the lines by which a change is weighed. */
const MOST_WEIGHED = 12_000;
/** Lines after a change by which it is weighed. */
const WEIGHED = 20;
/** What a line weighs that becomes a part of the text above it, or comes to stand where nothing is known of it. */
const SWALLOWED = 0.5;
/** Lines of a section that do not fit and are weighed. */
const MOST_MISFITS = 3;
/** A line does not fit when it adds more than a key in another order. */
const LIGHTER = 0.9;
/** A reading is better when it is lighter by more than a line in no column is heavier than a key that is not known. */
const BETTER = 1.5;

/**
 * The first slip of `text` near one of `faults`, which are in the order of the text; `text` is a plan of the shape `root`.
 * Only so many places are looked at, each once.
 */
export function firstMending(text: string, faults: readonly Span[], root: Shape): Mending | undefined {
  let from = 0;
  let places = 0;
  for (const { start } of faults) {
    if (start < from) continue;
    if (++places > MOST_PLACES) return undefined;
    const region = regionAround(text, start, root);
    const mending = region && bestIn(text, region, root);
    if (mending) return mending;
    from = Math.max(start, region?.lines.at(-1)?.end ?? start) + 1;
  }
  return undefined;
}

/** So many sections that hold a fault are looked at. */
const MOST_PLACES = 6;

/** Lines around a place: first the headings that lead to it, then from `from` on every line. */
interface Region {
  readonly lines: readonly OutlineLine[];
  readonly from: number;
}

/**
 * The lines around `offset`: from the heading of its section, and of the one before where that is near. In a long list
 * they start with an item above, below the headings of the list.
 */
function regionAround(text: string, offset: number, root: Shape): Region | undefined {
  let start = lineStart(text, offset);
  let headings = 0;
  for (let lines = 0; start > 0 && lines < MOST_BEFORE && offset - start < MOST_CHARACTERS; lines++) {
    start = lineStart(text, start - 1);
    if (isHeading(text, start, root) && ++headings === 2) break;
  }
  let end = lineStart(text, offset);
  for (let lines = 0; end < text.length && lines < MOST_AFTER && end - offset < MOST_CHARACTERS; lines++) {
    if (lines > WEIGHED && isHeading(text, end, root)) break;
    end = nextLine(text, end);
  }
  if (start === 0 || isHeading(text, start, root)) return { lines: outlineOf(text, start, end), from: 0 };
  const item = firstItem(text, start, offset);
  const above = item === undefined ? [] : headingsAbove(text, item);
  if (item === undefined || above[0] === undefined || !isHeading(text, above[0].start, root)) return undefined;
  return { lines: [...above, ...outlineOf(text, item, end)], from: above.length };
}

/** The start of the first line of the outermost items between `start` and `end`. */
function firstItem(text: string, start: number, end: number): number | undefined {
  let first: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let at = start; at < end; at = nextLine(text, at)) {
    const indent = /^( *)- /.exec(text.slice(at, at + 60))?.[1]?.length;
    if (indent !== undefined && indent < least) [first, least] = [at, indent];
  }
  return first;
}

/** The keys alone on their lines that lead to the item at `start`, the outermost first. */
function headingsAbove(text: string, start: number): readonly OutlineLine[] {
  const found: OutlineLine[] = [];
  let column = text.slice(start).search(/[^ ]/) + 1;
  for (let at = lineStart(text, start - 1); column > 0; at = lineStart(text, at - 1)) {
    const indent = text.slice(at, at + column).search(/[^ ]/);
    if (indent >= 0 && indent < column) {
      const [line] = outlineOf(text, at, nextLine(text, at));
      if (line?.key !== undefined && line.value === '' && line.dashes.length === 0) {
        found.unshift(line);
        column = line.column;
      }
    }
    if (at === 0) break;
  }
  return found;
}

function isHeading(text: string, start: number, root: Shape): boolean {
  const word = /^[a-z_]+(?=:)/.exec(text.slice(start, start + 40))?.[0];
  return word !== undefined && Object.hasOwn(root.schema.properties ?? {}, word);
}

/** The best way to put right the first lines of `lines` that do not fit; `undefined` where no single slip explains them. */
function bestIn(text: string, region: Region, root: Shape): Mending | undefined {
  const { lines, from } = region;
  const walk = new Walk(root);
  const states: Walk[] = [];
  let misfits = 0;
  for (const [index, line] of lines.entries()) {
    states[index] = walk.copy();
    if (walk.step(line) < LIGHTER || misfits >= MOST_MISFITS || index < from) continue;
    misfits++;
    const best = weigh(text, region, index, states);
    if (best) return best;
  }
  return undefined;
}

interface Weighed {
  readonly candidate: Candidate;
  readonly weight: number;
  readonly meaning: string;
}

function weigh(text: string, region: Region, at: number, states: readonly Walk[]): Mending | undefined {
  const { lines } = region;
  const misfit = lines[at];
  const state = states[at];
  if (!misfit || !state) return undefined;
  const opened = Math.min(...state.openedBeside(misfit.dashes[0] ?? misfit.column));
  const opener = lines.findIndex(({ start }) => start >= opened);
  const first = Math.max(region.from, Math.min(at - 5, opener < 0 ? at : opener));
  const last = Math.min(lines.length - 1, at + WEIGHED);
  const from = lines[first]?.start ?? 0;
  const to = nextLine(text, lines[last]?.end ?? text.length);
  const before = states[first];
  if (!before || to - from > MOST_WEIGHED) return undefined;
  const asItStands = walked(before, text.slice(from, to));
  const weighed: Weighed[] = [];
  for (const candidate of candidatesAt(text, lines, at, state)) {
    if (candidate.changes.some(change => change.from < from)) continue;
    const inside = candidate.changes.filter(change => change.to <= to);
    const { weight, meaning, count, unplaced } = walked(before, changed(text.slice(from, to), inside, from));
    const lost = Math.max(0, asItStands.count - count) + Math.max(0, unplaced - asItStands.unplaced);
    weighed.push({ candidate, weight: weight + lost * SWALLOWED + candidate.distance, meaning });
  }
  weighed.sort((a, b) => a.weight - b.weight);
  const [best] = weighed;
  if (!best || best.weight > asItStands.weight - BETTER) return undefined;
  const rival = weighed.find(({ weight, meaning }) => meaning !== best.meaning && weight < best.weight + 0.3);
  return { candidate: best.candidate, isSure: rival === undefined };
}

/** What the lines of `text` weigh and mean behind `state`, and how many there are. */
function walked(
  state: Walk,
  text: string,
): { readonly weight: number; readonly meaning: string; readonly count: number; readonly unplaced: number } {
  const walk = state.copy();
  const lines = outlineOf(text, 0, text.length);
  for (const line of lines) walk.step(line);
  return { weight: walk.weight, meaning: walk.meaning, count: lines.length, unplaced: walk.unplaced };
}

/** `text`, which starts at `base` of the whole, with `changes`. */
function changed(text: string, changes: readonly Change[], base: number): string {
  let result = '';
  let done = 0;
  for (const { from, to, text: put } of changes) {
    result += text.slice(done, from - base) + put;
    done = to - base;
  }
  return result + text.slice(done);
}

function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

function nextLine(text: string, end: number): number {
  const next = text.indexOf('\n', end);
  return next < 0 ? text.length : next + 1;
}
