/**
 * No fix is offered as safe on anybody's word: it is made, the part of the text that it touches is read again, and what is
 * read must be what was reported. What does not pass is offered for the author to judge.
 *
 * A safe fix changes what its title says and nothing else: every character that it takes or puts is named there, the values
 * outside its own place stay as they were read, the fault that it is for is gone, and no other fault of the text is added.
 */
import type { Analysis } from './analysis';
import type { Fault, Fix } from './finding';
import type { ReadChunk } from './syntax/chunk-reuse';
import { parse, type SyntaxTree } from './syntax/parse';
import { readChunk } from './syntax/read-chunk';
import { namedMarks } from './syntax/repair/named-marks';
import { type Node, Origin } from './syntax/tree/node';
import { sameBeside } from './syntax/tree/same-beside';
import { applyEdits, areApart, type TextEdit } from './text/edit';
import type { Span } from './text/span';

/** What all proofs of one text may cost together, in tokens of the library; fixes beyond it are for judgement. */
const BUDGET = 600_000;
/** What the proofs of one chunk may cost when each of its fixes is made alone; above, all are made together. */
const BUDGET_OF_CHUNK = 100_000;
/** What reading the whole text again may cost, for all fixes that need it. */
const BUDGET_OF_WHOLE = 200_000;
/** Longer texts are not read whole again for one fix. */
const LONGEST = 256_000;

/** Faults of the text: their fixes write what was read already. */
const OF_READING: ReadonlySet<string> = new Set(['yaml-syntax', 'read-differently']);

/** `faults`, found in `analysis`, with the fixes that cannot be proven safe offered for judgement. */
export function withProvenFixes(faults: readonly Fault[], analysis: Analysis): readonly Fault[] {
  const claims = faults.flatMap(fault =>
    (fault.fixes ?? []).flatMap(fix => (fix.safe ? [claimOf(fault, fix, analysis)] : [])),
  );
  if (claims.length === 0) return faults;
  const proven = new Set(new Prover(analysis).proven(claims));
  const refused = new Set(claims.filter(claim => !proven.has(claim)).map(({ fix }) => fix));
  if (refused.size === 0) return faults;
  return faults.map(fault =>
    fault.fixes?.some(fix => refused.has(fix))
      ? { ...fault, fixes: fault.fixes.map(fix => (refused.has(fix) ? { ...fix, safe: false } : fix)) }
      : fault,
  );
}

interface Claim {
  readonly fault: Fault;
  readonly fix: Fix;
  /** The chunk in which all of its edits stand; `undefined` where they stand in several, or between them. */
  readonly chunk: ReadChunk | undefined;
}

function claimOf(fault: Fault, fix: Fix, { tree }: Analysis): Claim {
  const start = Math.min(...fix.edits.map(({ at }) => at.start));
  const end = Math.max(...fix.edits.map(({ at }) => at.end));
  const chunk = chunkWith(tree.chunks, start, end);
  // What was found before the text was cut into chunks is gone only from the whole.
  const isOfWhole = OF_READING.has(fault.rule) && !chunk?.reading.faults.includes(fault);
  return { fault, fix, chunk: isOfWhole ? undefined : chunk };
}

/** The chunk that holds the stretch `start`–`end`; chunks stand in the order of the text. */
function chunkWith(chunks: readonly ReadChunk[], start: number, end: number): ReadChunk | undefined {
  let [low, high] = [0, chunks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chunks[middle]?.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const chunk = chunks[low - 1];
  return chunk && end <= chunk.end ? chunk : undefined;
}

/** Proofs of one version of a text. What was proven of a chunk is kept with its reading, for the versions to come. */
class Prover {
  private left = BUDGET;
  private leftOfWhole = BUDGET_OF_WHOLE;

  constructor(private readonly analysis: Analysis) {}

  proven(claims: readonly Claim[]): readonly Claim[] {
    const named = claims.filter(({ fault, fix }) => namesItsChanges(fault, fix, this.analysis.text));
    const byChunk = new Map<ReadChunk | undefined, Claim[]>();
    for (const claim of named) byChunk.set(claim.chunk, [...(byChunk.get(claim.chunk) ?? []), claim]);
    return [...byChunk].flatMap(([chunk, own]) =>
      chunk ? this.inChunk(chunk, own) : own.filter(each => this.inText(each)),
    );
  }

  private inChunk(chunk: ReadChunk, claims: readonly Claim[]): readonly Claim[] {
    const cost = chunk.reading.cost + (chunk.end - chunk.start) / 4 + 50;
    const alone = claims.length * cost <= BUDGET_OF_CHUNK;
    const groups = alone ? claims.map(claim => [claim]) : [claims];
    return groups.flatMap(group => {
      this.left -= cost;
      return this.left >= 0 && this.holds(chunk, group) ? group : [];
    });
  }

  /** Whether the fixes of `claims`, made together, leave the chunk as it was read. */
  private holds(chunk: ReadChunk, claims: readonly Claim[]): boolean {
    const { start, end, kind, reading, allowance } = chunk;
    const moved = claims.flatMap(({ fix }) => fix.edits.map(edit => relative(edit, start)));
    const key = JSON.stringify([claims.map(({ fault }) => fault.rule), moved, allowance]);
    const known = memory.get(reading) ?? new Map<string, boolean>();
    memory.set(reading, known);
    const before = known.get(key);
    if (before !== undefined) return before;
    const source = this.analysis.tree.screened.slice(start, end);
    const after = areApart(moved) ? readChunk(applyEdits(source, moved), kind, new Origin(), allowance) : undefined;
    const faults = claims.filter(({ fault }) => OF_READING.has(fault.rule)).length;
    const own = claims.flatMap(({ fault, fix }) =>
      OF_READING.has(fault.rule) ? [] : fix.edits.map(edit => relative(edit, start).at),
    );
    const holds =
      after !== undefined &&
      after.isComplete &&
      after.faults.length <= reading.faults.length - faults &&
      sameBeside(reading.root, after.root, own);
    known.set(key, holds);
    return holds;
  }

  /** The same for one fix that is about several chunks: the whole text is read again. */
  private inText({ fault, fix }: Claim): boolean {
    const { text, tree } = this.analysis;
    this.left -= text.length / 4;
    if (text.length > LONGEST || this.left < 0 || this.leftOfWhole < 0 || !areApart(fix.edits)) return false;
    const key = JSON.stringify([fault.rule, fix.edits.map(edit => relative(edit, 0))]);
    const known = memory.get(tree) ?? new Map<string, boolean>();
    memory.set(tree, known);
    const before = known.get(key);
    if (before !== undefined) return before;
    const after = parse(applyEdits(text, fix.edits));
    this.leftOfWhole -= after.steps;
    const isOfReading = OF_READING.has(fault.rule);
    const own = isOfReading ? [] : fix.edits.map(({ at }) => at);
    const fewer = after.faults.length <= tree.faults.length - (isOfReading ? 1 : 0);
    const holds = fewer && sameBeside(rootOf(tree), rootOf(after), own);
    known.set(key, holds);
    return holds;
  }
}

const memory = new WeakMap<object, Map<string, boolean>>();

function rootOf({ root, other }: SyntaxTree): Node {
  return other ?? root;
}

function relative({ at, text }: TextEdit, start: number): { readonly at: Span; readonly text: string } {
  return { at: { start: at.start - start, end: at.end - start }, text };
}

/**
 * Whether every character that the fix takes from the text or puts into it is named in its title: by itself, or by the
 * words for what the mistake is about. White space is named by every change of columns and lines.
 */
function namesItsChanges({ rule, detail }: Fault, { title, edits }: Fix, text: string): boolean {
  const counts = new Map<string, number>();
  const count = (source: string, by: number) => {
    for (const character of source) counts.set(character, (counts.get(character) ?? 0) + by);
  };
  for (const { at, text: put } of edits) {
    // A value in its right form: what is written instead stands in the title.
    if (!OF_READING.has(rule) && put !== '' && title.includes(put)) continue;
    count(text.slice(at.start, at.end), -1);
    count(put, 1);
  }
  const marks = namedMarks(detail ?? '');
  return [...counts].every(
    ([character, by]) => by === 0 || /\s/.test(character) || marks.test(character) || title.includes(character),
  );
}
