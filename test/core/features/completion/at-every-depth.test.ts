/**
 * Completion in every mapping and list that the format knows, in block style indented by two and by four and within
 * brackets: every entry is written, and the plan is read again. It says what was chosen, and nothing is broken.
 */
import assert from 'node:assert/strict';
import { shapesBelow, shapesOfItems, shapesUnder } from '../../../../server/src/core/cursor/shape-at';
import type { Step } from '../../../../server/src/core/cursor/step';
import { analyse, complete, withoutTabStops } from '../../../../server/src/core/for-workspace';
import { applyEdits } from '../../../../server/src/core/index';
import { type Shape, shapeNamed } from '../../../../server/src/core/schema/shape';
import { noSettings } from '../../../../server/src/core/settings';

const head = `one_plan: 1
title: One plan for Leeds
period: {from: 2017-04-01, to: 2019-03-31}
`;
const items: Readonly<Record<string, string>> = {
  partners: 'partners:\n  - {id: county, name: Leeds City Council, type: upper-tier-council}\n',
  people: 'people:\n  - {id: a-example, name: A. Example, post: Director, employer: county}\n',
};

/** Keys and items from the root to each mapping and list of the format, `ids` standing for keys that are free. */
function pathsOf(root: Shape): readonly (readonly Step[])[] {
  const found: (readonly Step[])[] = [];
  const visit = (path: readonly Step[], shapes: readonly Shape[]) => {
    if (!shapes.some(({ schema }) => schema.type === 'object' || schema.type === 'array')) return;
    found.push(path);
    const keys = new Set(shapes.flatMap(({ schema }) => Object.keys(schema.properties ?? {})));
    for (const key of keys)
      if (path.length > 0 || !head.includes(`${key}:`)) visit([...path, { key }], shapesUnder(shapes, key));
    const inner = shapesOfItems(shapes);
    if (inner.length > 0) visit([...path, 'item'], inner);
  };
  visit([], [root]);
  return found.filter(path => path.length > 0);
}

const styles: Readonly<Record<string, (path: readonly Step[]) => string>> = {
  'indented by two': path => inLines(path, 2),
  'indented by four': path => inLines(path, 4),
  'behind the key': behindKey,
  'within brackets': inBrackets,
};

describe('completion at every depth', () => {
  const paths = pathsOf(shapeNamed('one-plan'));

  for (const [style, write] of Object.entries(styles)) {
    it(`is sound ${style}`, () => {
      let tried = 0;
      for (const path of paths) {
        const marked = textOf(path, write(path));
        const offset = marked.indexOf('$0');
        const text = marked.replace('$0', '');
        const before = faultsOf(text);
        for (const { label, edit, snippet } of complete(analyse(text), offset, noSettings)) {
          const written = snippet ? withoutTabStops(edit.text) : edit.text;
          const after = applyEdits(text, [{ at: edit.at, text: written }]);
          // An item that has only its dash waits for its first key.
          const waits = /- $/.test(written) ? ['wrong-type'] : [];
          const news = faultsOf(after).filter(rule => !before.includes(rule) && !waits.includes(rule));
          assert.deepEqual(news, [], `${label} at\n${marked.slice(head.length)}\nbecomes\n${after.slice(head.length)}`);
          tried++;
        }
      }
      assert.ok(tried > 200, `only ${tried} entries`);
    });
  }

  it('knows every mapping and list', () => {
    assert.ok(paths.length > 50 && paths.every(path => shapesBelow(shapeNamed('one-plan'), path).length > 0));
  });
});

/** The plan with `end`, which begins with the first key of `path`, and the items that it may refer to. */
function textOf(path: readonly Step[], end: string): string {
  const [first] = path;
  const others = Object.entries(items).filter(([key]) => first === undefined || first === 'item' || first.key !== key);
  return `${head}${others.map(([, text]) => text).join('')}${end}`;
}

/** What stands wrongly in the text; that something is still missing, or empty, is no fault of what was written. */
function faultsOf(text: string): readonly string[] {
  const open = new Set(['missing-key', 'bad-money', 'bad-id']);
  return analyse(text).faults.flatMap(({ rule }) => (open.has(rule) ? [] : rule));
}

function inLines(path: readonly Step[], unit: number): string {
  let text = '';
  let indent = 0;
  let dash = '';
  for (const step of path) {
    if (step === 'item') {
      dash = '- ';
      continue;
    }
    text += `${' '.repeat(indent)}${dash}${step.key}:\n`;
    indent += unit + dash.length;
    dash = '';
  }
  return `${text}${' '.repeat(indent)}${dash}$0\n`;
}

/** The cursor behind the last key, where a mapping or a list may be begun. */
function behindKey(path: readonly Step[]): string {
  const keys = path.at(-1) === 'item' ? path.slice(0, -1) : path;
  return inLines(keys, 2).replace(/:\n *\$0\n$/, ': $0\n');
}

function inBrackets(path: readonly Step[]): string {
  const [first, ...rest] = path;
  if (first === undefined || first === 'item') return '';
  const close: string[] = [];
  let text = `${first.key}: `;
  for (const step of rest) {
    text += step === 'item' ? '[' : `{${step.key}: `;
    close.unshift(step === 'item' ? ']' : '}');
  }
  return `${text}$0${close.join('')}\n`;
}
