/**
 * Whatever the text: nothing throws, places lie inside it, what is not sound is told, and what is sound is read as the
 * `yaml` package reads it.
 */
import assert from 'node:assert/strict';
import { parse, type SyntaxTree } from '../../../server/src/core/syntax/parse';
import { checkPlaces, checkReading } from './reading';
import { mistakes, samples, suiteCases } from './texts';

/** Longer texts are judged by the `yaml` package at every tenth line only: it takes its time. */
const short = 4_096;

describe('reading any text', () => {
  it('reads the samples as the yaml package does', () => {
    for (const { text } of samples()) checkReading(text);
  });

  it('reads all cases of yaml-test-suite', () => {
    const cases = suiteCases();
    assert.equal(cases.length, 402);
    for (const { text } of cases) checkReading(text);
  });

  it('reads the samples and mistakes without any one line', () => {
    for (const { text } of [...samples(), ...mistakes()]) {
      const lines = text.split(/(?<=\n)/);
      let tree = parse(text);
      lines.forEach((_, left) => {
        const without = lines.filter((_, index) => index !== left).join('');
        if (text.length <= short || left % 20 === 0) tree = checkReading(without, tree);
        else tree = readOnly(without, tree);
      });
    }
  });

  it('reads every prefix of short texts, and those of long ones at the ends of their lines', () => {
    for (const { text } of [...samples(), ...mistakes(), ...suiteCases()]) {
      let tree = parse(text);
      const everywhere = text.length <= short;
      for (let end = text.length - 1, count = 0; end > 0; end--) {
        if (!everywhere && text[end - 1] !== '\n') continue;
        const judged = text.length < 400 || count++ % 25 === 0;
        if (judged) tree = checkReading(text.slice(0, end), tree);
        else tree = readOnly(text.slice(0, end), tree);
      }
    }
  });
});

function readOnly(text: string, previous: SyntaxTree): SyntaxTree {
  const tree = parse(text, previous);
  checkPlaces(tree);
  return tree;
}
