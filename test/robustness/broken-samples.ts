/** Every sample without any one of its lines, and broken off anywhere. */
import { type Analysis, analyse } from '../../server/src/core/for-workspace';
import { allSamples } from '../support/plan-texts';
import { check, checkFinding } from './promises';

/** Up to here a sample is broken off at every character. */
const short = 4_096;

const LINE = /.*\n|.+$/g;
const TOKEN = /\n|[\p{L}\p{N}_£.'-]+|[^\p{L}\p{N}\s]/gu;

/** Every sample without any one of its lines, each read on from the one before. Returns how many texts there were. */
export function tryDeletions(): number {
  let count = 0;
  for (const { text } of allSamples()) {
    let before: Analysis | undefined;
    for (const { index, 0: line } of text.matchAll(LINE)) {
      before = check(text.slice(0, index) + text.slice(index + line.length), before).analysis;
      count++;
    }
  }
  return count;
}

/**
 * Every sample broken off at every token and line end, short ones, or all, at every character; each read on from the one
 * before. What begins as a sample before it did is not read again, and within the lines of long samples the rules look at
 * one of eight. Returns how many texts there were.
 */
export function tryPrefixes(everywhere: 'tokens of long samples' | 'characters'): number {
  let count = 0;
  const done: string[] = [];
  for (const { text } of allSamples()) {
    const byCharacter = everywhere === 'characters' || text.length <= short;
    const ends = byCharacter ? Array.from(text, (_, at) => at + 1) : endsOf(text, TOKEN);
    const known = Math.max(0, ...done.map(other => commonLength(text, other)));
    let before: Analysis | undefined;
    for (const end of ends) {
      count++;
      if (end <= known) continue;
      const prefix = text.slice(0, end);
      const judged = byCharacter || prefix.endsWith('\n') || count % 8 === 0;
      before = judged ? check(prefix, before).analysis : read(prefix, before);
    }
    if (byCharacter) done.push(text);
  }
  return count;
}

function read(text: string, before: Analysis | undefined): Analysis {
  const analysis = analyse(text, before);
  for (const fault of analysis.faults) checkFinding(fault, text);
  return analysis;
}

/** `text` without each of its lines, and broken off at the end of each. */
export function brokenTexts(text: string): readonly string[] {
  return [...text.matchAll(LINE)].flatMap(({ index, 0: line }) => [
    text.slice(0, index) + text.slice(index + line.length),
    text.slice(0, index + line.length),
  ]);
}

function endsOf(text: string, pattern: RegExp): readonly number[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => index + found.length);
}

/** How many characters two texts have in common at their beginning. */
function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}
