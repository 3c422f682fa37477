/**
 * What every fix keeps to, on whatever document it is offered. A fault of the reading is one of `yaml-syntax`,
 * `read-differently` or `too-large`: behind it, others may stand that are seen only when it is gone.
 *
 * Any fix:
 * - it takes and puts no character that its title does not name, by itself or by a word for it, white space aside. A title
 *   that says "Write X" names X; what it stands for is the one value that the finding points at.
 *
 * Any fix, where the rest of the text can be read:
 * - its finding is gone: there is one fewer of its rule and words, or the one that is left stands elsewhere;
 * - there are no more faults of the reading than before, or the reading gets further before it comes to one.
 *
 * A safe fix besides, where the text can be read whole after it:
 * - the data stay as they were read, white space at the ends of lines aside, but for the one value or key that a finding on
 *   the form points at;
 * - no finding is added. Three are told only once something else is put right, and are not new: what else is said of the
 *   very place where the parser has spoken; `unknown-document`, of a text that can be read and is no plan; and, after the fix
 *   of an amount or a financial year, what follows from sums that it had spoiled.
 *
 * All safe fixes together, as `--fix` makes them: doing it again changes nothing, the text is never read worse, and a text
 * that cannot be read whole, and that no safe fix makes readable, is left as it is.
 */
import assert from 'node:assert/strict';
import type { Fix } from '../../server/src/core/finding';
import { type Analysis, fixAll } from '../../server/src/core/for-workspace';
import type { Finding, Span } from '../../server/src/core/index';
import type { SyntaxTree } from '../../server/src/core/syntax/parse';
import { visible } from '../../server/src/core/syntax/tree/written';
import { applyEdits } from '../../server/src/core/text/edit';
import { plainData } from '../core/syntax/plain-data';
import { type Checked, check, everyFindingOf } from './promises';

const ofReading: ReadonlySet<string> = new Set(['yaml-syntax', 'read-differently', 'too-large']);
/** Rules whose fixes let sums be added up that could not be before. */
const ofSums: ReadonlySet<string> = new Set(['bad-money', 'bad-year']);

/** Checks all fixes of a document; the number of them. */
export function checkFixes(document: Checked): number {
  let count = 0;
  for (const finding of document.judgement.findings) {
    for (const fix of finding.fixes ?? []) {
      checkFix(document, finding, fix);
      count++;
    }
  }
  if (count > 0) checkAllAtOnce(document);
  return count;
}

function checkFix(document: Checked, finding: Finding, fix: Fix): void {
  const { text } = document.analysis;
  checkCharacters(text, finding, fix);
  const fixed = check(applyEdits(text, fix.edits));
  const where = () =>
    `${finding.rule}: "${fix.title}" in ${JSON.stringify(text)} gives ${JSON.stringify(fixed.analysis.text)}`;
  const others = faultsOfReading(document) - (ofReading.has(finding.rule) ? 1 : 0);
  if (others > 0) return;
  const left = fixed.judgement.findings.filter(each => wordsOf(each) === wordsOf(finding)).map(({ at }) => at.start);
  const fewer = left.length < (counted(document.judgement.findings).get(wordsOf(finding)) ?? 0);
  assert.ok(fewer || !left.includes(moved(finding.at.start, fix)), `the finding is not gone. ${where()}`);
  const added = addedTo(document, fixed);
  const isNoWorse =
    faultsOfReading(fixed) <= faultsOfReading(document) || firstFault(fixed) > moved(finding.at.start, fix);
  assert.ok(isNoWorse, `the text is read worse. ${where()}\n${inLines(added)}`);
  if (!fix.safe || faultsOfReading(fixed) > 0) return;
  checkData(document.analysis, fixed.analysis, finding, where);
  const { before: place, after: placeAfter } = placesOf(finding, fix);
  const told = counted(elsewhere(document, place));
  const toldAfter = elsewhere(fixed, placeAfter);
  const news = ofSums.has(finding.rule)
    ? []
    : moreThan(told, toldAfter).filter(({ rule }) => rule !== 'unknown-document');
  assert.deepEqual(inLines(news), '', `findings are added. ${where()}`);
}

/** What the words of a title name; other characters are named by themselves. */
const named: readonly (readonly [RegExp, RegExp])[] = [
  [/quote/, /["'`“”„‟«»‘’‚‛]/],
  [/single quotes/, /\\\\/],
  [/comma/, /[,，、﹐]/],
  [/semicolon/, /;/],
  [/colon/, /[:：﹕꞉∶]/],
  [/hyphen|dash/, /[-–—−⁃]/],
  [/brackets/, /[[\]{}()]/],
  [/character|unseen/, /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\u180e]/u],
  // One of two whole versions, a whole comment.
  [/version|waiver/, /./su],
];

/**
 * No fix takes or puts a character that its title does not name; white space aside. A value that is written anew stands in
 * the title whole, and what stood there is what the finding points at.
 */
export function checkCharacters(text: string, { rule, at }: Finding, { title, edits }: Fix): void {
  const counts = new Map<string, number>();
  const count = (source: string, by: number) => {
    for (const character of source) counts.set(character, (counts.get(character) ?? 0) + by);
  };
  for (const edit of edits) {
    const isAnew = !ofReading.has(rule) && edit.text.trim() !== '' && title.includes(edit.text.trim());
    if (isAnew) continue;
    count(text.slice(edit.at.start, edit.at.end), -1);
    count(edit.text, 1);
  }
  const isNamed = (character: string) =>
    /\s/.test(character) ||
    title.includes(character) ||
    title.includes(visible(character)) ||
    named.some(([word, characters]) => word.test(title) && characters.test(character));
  const unnamed = [...counts].filter(([character, by]) => by !== 0 && !isNamed(character));
  assert.deepEqual(unnamed, [], `characters that "${title}" does not name, at ${at.start} of ${JSON.stringify(text)}`);
}

/** The findings of which there are more than before. */
function addedTo({ judgement: before }: Checked, { judgement: after }: Checked): readonly Finding[] {
  return moreThan(counted(before.findings), after.findings);
}

/** Those of `findings` of whose words there are more than in `before`. */
function moreThan(before: ReadonlyMap<string, number>, findings: readonly Finding[]): readonly Finding[] {
  const after = counted(findings);
  return findings.filter(each => (after.get(wordsOf(each)) ?? 0) > (before.get(wordsOf(each)) ?? 0));
}

/** The findings that are not of this place. */
function elsewhere({ judgement }: Checked, { start, end }: Span): readonly Finding[] {
  return judgement.findings.filter(({ at }) => at.start > end || start > at.end);
}

function inLines(findings: readonly Finding[]): string {
  return findings.map(wordsOf).join('\n');
}

/** Where `offset` is after the fix. */
function moved(offset: number, { edits }: Fix): number {
  const before = edits.filter(({ at }) => at.end <= offset && at.start < offset);
  return before.reduce((sum, { at, text }) => sum + text.length - (at.end - at.start), offset);
}

/** What the finding and its fix touch, to the next word, in the text before the fix and after it. */
function placesOf({ at }: Finding, { edits }: Fix): { readonly before: Span; readonly after: Span } {
  const added = edits.reduce((sum, { text }) => sum + text.length, 0);
  const spans = [at, ...edits.map(edit => edit.at)];
  const start = Math.min(...spans.map(span => span.start));
  const end = Math.max(...spans.map(span => span.end)) + 1;
  return { before: { start, end }, after: { start, end: end + added } };
}

function firstFault({ judgement }: Checked): number {
  return judgement.findings.find(({ rule }) => ofReading.has(rule))?.at.start ?? Number.POSITIVE_INFINITY;
}

function faultsOfReading({ judgement }: Checked): number {
  return judgement.findings.filter(({ rule }) => ofReading.has(rule)).length;
}

/** The data differ at most at the place of the finding. */
function checkData(before: Analysis, after: Analysis, finding: Finding, where: () => string): void {
  const [first, second] = [before, after].map(({ tree }) => dataIn(tree));
  if (JSON.stringify(first) === JSON.stringify(second)) return;
  assert.notEqual(finding.rule, 'yaml-syntax', `the data are others. ${where()}`);
  const places = differences(first, second, '');
  assert.equal(places.length, 1, `the data differ at ${places.join(', ')}. ${where()}`);
}

/** A text that says nothing, however it says so, is an empty plan. */
function dataIn({ root, other }: SyntaxTree): unknown {
  const data = JSON.stringify(plainData(other) || plainData(root), (_, value) =>
    typeof value === 'string' ? value.replace(/\s*\n\s*/g, '\n').trim() : value,
  );
  return JSON.parse(data);
}

/** The paths at which two documents differ, as deep as they can be told apart. */
function differences(before: unknown, after: unknown, path: string): readonly string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const [a, b] = [childrenOf(before), childrenOf(after)];
  if (!a || !b || a.length !== b.length) return [path];
  return a.flatMap(([key, value], index) => {
    const [otherKey, otherValue] = b[index] ?? ['', undefined];
    return key === otherKey ? differences(value, otherValue, `${path}/${key}`) : [`${path}/${key}`];
  });
}

function childrenOf(data: unknown): readonly (readonly [string, unknown])[] | undefined {
  if (Array.isArray(data)) return data.map((value, index) => [String(index), value]);
  if (typeof data === 'object' && data !== null) return (data as { map: [string, unknown][] }).map;
  return undefined;
}

function checkAllAtOnce(document: Checked): void {
  const { text } = document.analysis;
  const right = fixAll(text, everyFindingOf);
  const unreadParts = (findings: readonly Finding[]) =>
    findings.filter(({ rule }) => rule === 'yaml-syntax' || rule === 'too-large');
  const before = unreadParts(everyFindingOf(text));
  assert.ok(
    unreadParts(everyFindingOf(right)).length <= before.length,
    `the text is read worse: ${JSON.stringify(text)}`,
  );
  assert.equal(fixAll(right, everyFindingOf), right, `twice is not once: ${JSON.stringify(text)}`);
  const unreadable = before.some(({ fixes }) => !fixes?.some(({ safe }) => safe));
  if (unreadable) assert.equal(right, text, 'a text that cannot be read whole was changed');
}

function counted(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(wordsOf(finding), (counts.get(wordsOf(finding)) ?? 0) + 1);
  return counts;
}

function wordsOf({ rule, message }: Finding): string {
  return `${rule}: ${message}`;
}
