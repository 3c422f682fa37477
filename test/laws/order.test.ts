/** The order of items, of rules and of runs changes nothing of what is found. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type Analysis, analyse } from '../../server/src/core/for-workspace';
import { LineIndex, rules, type Settings } from '../../server/src/core/index';
import { noSettings } from '../../server/src/core/settings';
import type { ListNode, Node } from '../../server/src/core/syntax/tree/node';
import { itAtRandom, shareOf } from '../support/seed';
import { asAgreed, findingsOf, plans } from './plans';

describe('order', () => {
  itAtRandom('of items changes no fingerprint', seed => {
    let reordered = 0;
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (plan, pick, order) => {
        const { name, text } = plans[plan % plans.length] ?? { name: '', text: '' };
        const analysis = analyse(text);
        const lists = orderless(analysis);
        const list = lists[pick % Math.max(1, lists.length)];
        const changed = list && inOrder(text, list, order);
        if (changed === undefined || changed === text) return;
        reordered++;
        assert.deepEqual(fingerprints(analyse(changed)), fingerprints(analysis), `${name}\n${changed}`);
      }),
      { seed, numRuns: shareOf(1500) },
    );
    assert.ok(reordered > 250, String(reordered));
  });

  itAtRandom('of rules changes no finding: all together find what each finds alone', seed => {
    for (const { name, text } of plans.filter((_, index) => index % 4 === seed % 4)) {
      const analysis = analyse(text);
      const ofRules = new Set(rules.map(({ id }) => id));
      const together = findingsOf(analysis)
        .filter(({ rule }) => ofRules.has(rule))
        .map(one => `${one.fingerprint} ${one.message}`);
      const alone = rules.flatMap(rule =>
        findingsOf(analysis, only(rule.id))
          .filter(one => one.rule === rule.id)
          .map(one => `${one.fingerprint} ${one.message}`),
      );
      assert.deepEqual(alone.sort(), [...together].sort(), name);
    }
  });

  it('of runs changes no finding: the same text is judged the same', () => {
    for (const { name, text } of plans) {
      const told = () =>
        JSON.stringify(
          findingsOf(analyse(text)).map(({ at: { start, end }, related, ...rest }) => ({
            start,
            end,
            ...rest,
            related: related?.map(({ message }) => message),
          })),
        );
      assert.equal(told(), told(), name);
    }
  });
});

function fingerprints(analysis: Analysis): readonly string[] {
  return findingsOf(analysis)
    .map(({ fingerprint }) => fingerprint)
    .sort();
}

function only(id: string): Settings {
  const off = rules.filter(rule => rule.id !== id).map(rule => [rule.id, { severity: 'off' as const }] as const);
  return { ...asAgreed, ...noSettings, as: 'agreed', rules: new Map(off) };
}

/** The lists of items on lines of their own whose order says nothing: each item has an id that no other has. */
function orderless({ tree, text }: Analysis): readonly ListNode[] {
  const found: ListNode[] = [];
  const lines = new LineIndex(text);
  const visit = (node: Node): void => {
    if (node.kind === 'scalar') return;
    if (node.kind === 'map') for (const { value } of node.entries) visit(value);
    else {
      const ids = node.items.map(item => {
        const id = item.kind === 'map' ? item.get('id') : undefined;
        return id?.kind === 'scalar' && id.text !== '' ? id.text : undefined;
      });
      const starts = new Set(node.items.map(item => lines.positionAt(item.start).line));
      if (
        node.style === 'block' &&
        starts.size > 1 &&
        !ids.includes(undefined) &&
        new Set(ids).size === node.items.length
      )
        found.push(node);
      for (const item of node.items) visit(item);
    }
  };
  visit(tree.root);
  return found;
}

/** The text with the items of `list` in the order of the numbers, each with the comments above it. */
function inOrder(text: string, list: ListNode, order: readonly number[]): string | undefined {
  const lines = new LineIndex(text);
  const lineOf = (offset: number) => lines.positionAt(offset).line;
  const starts = list.items.map(item => lines.startOf(lineOf(item.start)));
  const last = list.items.at(-1);
  if (!last) return undefined;
  const end = lines.startOf(lineOf(text.slice(0, last.end).trimEnd().length) + 1);
  const parts = starts.map((start, index) => text.slice(start, starts[index + 1] ?? end));
  if (parts.some(part => !part.endsWith('\n') || !part.trimStart().startsWith('-') || part.includes('oneplan-waive')))
    return undefined;
  const sorted = parts.map((part, index) => ({ part, by: order[index % order.length] ?? 0, index }));
  sorted.sort((a, b) => a.by - b.by || a.index - b.index);
  return text.slice(0, starts[0]) + sorted.map(({ part }) => part).join('') + text.slice(end);
}
