/**
 * One slip, one finding: where a line of a sound plan is moved, or loses its dash, colon or bracket, there is one finding
 * more at most, on that line or the one read with it; none that was there is lost; and a safe fix gives the plan back.
 */
import assert from 'node:assert/strict';
import { planOf } from '../../bench/plan-of';
import { type Analysis, analyse } from '../../server/src/core/analysis';
import { applyEdits, type Finding, LineIndex } from '../../server/src/core/index';
import { dataOf } from '../../server/src/core/schema/data-of';
import { soundSamples } from '../support/plan-texts';
import { seeds } from '../support/seed';
import { type LineSlip, type LineSlipKind, lineSlip, lineSlipKinds } from './line-slips';
import { findingsOf } from './plans';

/** So many of a hundred slips of each kind keep the law. */
const LEAST_SHARE = 99;
/** One of so many lines is tried with each seed; with `LINES=all` every one is. */
const STRIDE = 8;

interface Tally {
  tried: number;
  kept: number;
  readonly broken: string[];
}

describe('a slip on one line', () => {
  const tallies = new Map<LineSlipKind, Tally>();
  const badFixes: string[] = [];

  before(() => {
    const texts = [...soundSamples(), { name: 'a generated plan', text: planOf(300) }];
    for (const { name, text } of texts) trySlips(name, text, tallies, badFixes);
    for (const [kind, { tried, kept }] of tallies) console.log(`    ${kind}: ${share(kept, tried)} % of ${tried}`);
  });

  for (const kind of lineSlipKinds) {
    it(`gives one finding: ${kind}`, () => {
      const { tried, kept, broken } = tallies.get(kind) ?? { tried: 0, kept: 0, broken: [] };
      assert.ok(tried > 20, `${tried} tried`);
      assert.ok(kept * 100 >= tried * LEAST_SHARE, `${share(kept, tried)} %\n${broken.slice(0, 10).join('\n')}`);
    });
  }

  it('is put right by its safe fix, or by none', () => assert.deepEqual(badFixes, []));
});

function share(kept: number, tried: number): string {
  return ((100 * kept) / tried).toFixed(1);
}

function trySlips(name: string, text: string, tallies: Map<LineSlipKind, Tally>, badFixes: string[]): void {
  const sound = analyse(text);
  const data = JSON.stringify(dataOf(sound.tree.root));
  const found = findingsOf(sound);
  const stride = process.env['LINES'] === 'all' ? 1 : text.length > 30_000 ? 10 * STRIDE : STRIDE;
  const starts = new Set(seeds.map(seed => seed % stride));
  const { lineCount } = sound.lines;
  for (const first of starts) {
    for (let line = first; line < lineCount; line += stride) {
      for (const kind of lineSlipKinds) {
        const slip = lineSlip(text, line, kind);
        if (!slip) continue;
        const tally = tallies.get(kind) ?? { tried: 0, kept: 0, broken: [] };
        tallies.set(kind, tally);
        tally.tried++;
        const analysis = analyse(slip.text);
        const said = breach(slip, analysis, found, data);
        if (said === undefined) tally.kept++;
        else tally.broken.push(`${name}:${line + 1} ${said}`);
        if (!isGivenBack(slip, analysis, data)) badFixes.push(`${name}:${line + 1} ${kind}`);
      }
    }
  }
}

/** How a slip breaks the law; `undefined` where it keeps it. */
function breach(
  { line, text }: LineSlip,
  analysis: Analysis,
  before: readonly Finding[],
  data: string,
): string | undefined {
  const [fault, ...others] = analysis.faults;
  const isNear = (finding: { readonly at: Finding['at'] }) => {
    const lines = new LineIndex(text);
    return Math.abs(lines.positionAt(finding.at.start).line - line) <= 1;
  };
  // The rules see what the tree says: where that is as it was, they say what they said.
  if (fault && others.length === 0 && JSON.stringify(dataOf(analysis.tree.root)) === data)
    return isNear(fault) ? undefined : `is told elsewhere: ${fault.message}`;
  const left = before.map(({ rule, message }) => `${rule}: ${message}`);
  const added = findingsOf(analysis).filter(({ rule, message }) => {
    const index = left.indexOf(`${rule}: ${message}`);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  if (left.length > 0) return `hides ${left[0]}`;
  if (added.length > 1) return added.map(({ rule, message }) => `${rule}: ${message}`).join(' | ');
  return added.every(isNear) ? undefined : `is told elsewhere: ${added[0]?.message}`;
}

/** Whether the plan says what it said once the safe fix of the slip, if it has one, is made. */
function isGivenBack({ text }: LineSlip, { faults }: Analysis, data: string): boolean {
  const edits = faults.flatMap(({ fixes = [] }) => fixes.find(({ safe }) => safe)?.edits ?? []);
  if (edits.length === 0) return true;
  return JSON.stringify(dataOf(analyse(applyEdits(text, edits)).tree.root)) === data;
}
