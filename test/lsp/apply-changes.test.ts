/** The text of an open document after changes: the same as when each is spliced in by itself, however many there are. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Range, TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';
import { applyEdits, LineIndex } from '../../server/src/core/index';
import { applyChanges } from '../../server/src/lsp/apply-changes';
import { spanFrom } from '../../server/src/lsp/from-lsp';
import { keepsTo } from '../support/resource-usage';
import { itAtRandom } from '../support/seed';

describe('changes of an open document', () => {
  const range = (...[a, b, c, d]: [number, number, number, number]): Range => ({
    start: { line: a, character: b },
    end: { line: c, character: d },
  });

  it('hold one after the other', () => {
    const changes = [
      { range: range(0, 0, 0, 0), text: 'x\n' },
      { range: range(1, 0, 1, 1), text: 'b' },
    ];
    assert.equal(applyChanges('a', changes), 'x\nb');
  });

  it('mean the nearest place when they lie outside the text', () => {
    assert.equal(applyChanges('ab\ncd', [{ range: range(0, 99, 0, 100), text: '!' }]), 'ab!\ncd');
    assert.equal(applyChanges('ab\ncd', [{ range: range(7, 0, 9, 9), text: '!' }]), 'ab\ncd!');
    assert.equal(applyChanges('ab', [{ range: range(-3, -1, 0, 1), text: '' }]), 'b');
    assert.equal(applyChanges('abc', [{ range: range(0, 2, 0, 1), text: '' }]), 'ac');
    assert.equal(applyChanges('abc', [{ range: range(0, Number.NaN, 0, 1.9), text: '' }]), 'bc');
  });

  it('never part a carriage return from its line feed', () => {
    assert.equal(applyChanges('a\r\nb', [{ range: range(0, 2, 0, 2), text: '!' }]), 'a!\r\nb');
  });

  itAtRandom('are what a plain editor makes of them', seed => {
    const piece = fc.string({
      unit: fc.constantFrom('a', 'b', '\n', '\r', '\r\n', '£', '\ud83d\ude00', '\ud83d'),
      maxLength: 12,
    });
    const place = fc.record({ line: fc.integer({ min: -1, max: 9 }), character: fc.integer({ min: -1, max: 9 }) });
    const change = fc.oneof(
      { weight: 9, arbitrary: fc.record({ range: fc.record({ start: place, end: place }), text: piece }) },
      { weight: 1, arbitrary: fc.record({ text: piece }) },
    );
    fc.assert(
      fc.property(piece, fc.array(change, { maxLength: 8 }), (text, changes) => {
        assert.equal(applyChanges(text, changes), oneByOne(text, changes));
      }),
      { seed, numRuns: 5_000 },
    );
  });

  it('of ten thousand cursors at once take less than a second', () => {
    const text = 'deadline: 2018-04-01\n'.repeat(10_000);
    const changes = Array.from({ length: 10_000 }, (_, index) => {
      return { range: range(9_999 - index, 10, 9_999 - index, 14), text: '2019' };
    });
    const changed = keepsTo(1_000, () => applyChanges(text, changes));
    assert.equal(changed, text.replaceAll('2018', '2019'));
  });
});

function oneByOne(text: string, changes: readonly TextDocumentContentChangeEvent[]): string {
  return changes.reduce((before, change) => {
    if (!('range' in change)) return change.text;
    return applyEdits(before, [{ at: spanFrom(change.range, new LineIndex(before)), text: change.text }]);
  }, text);
}
