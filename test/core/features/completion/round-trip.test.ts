/**
 * Completion at every key and every value of the samples: what is taken away comes back by choosing the entry that names
 * it, and the plan then says what it said before.
 */
import assert from 'node:assert/strict';
import { complete } from '../../../../server/src/core/features/completion/completion';
import type { Completion } from '../../../../server/src/core/features/completion/context';
import { type Analysis, analyse } from '../../../../server/src/core/for-workspace';
import {
  type Shape,
  shapeNamed,
  shapeOfItems,
  shapeOfKeys,
  shapeUnder,
} from '../../../../server/src/core/schema/shape';
import { noSettings } from '../../../../server/src/core/settings';
import type { Entry, MapNode, Node, ScalarNode } from '../../../../server/src/core/syntax/tree/node';
import { applyEdits } from '../../../../server/src/core/text/edit';
import { soundSamples } from '../../../support/plan-texts';
import { carriageReturns, fourSpaces } from '../../../support/relayout';
import { asJson } from '../../syntax/plain-data';

const layouts: Readonly<Record<string, (text: string) => string>> = {
  'as it is': text => text,
  'indented by four': fourSpaces,
  'with carriage returns': carriageReturns,
};
/** Every position of small samples, fewer of long ones. */
const positionsOfSample = (text: string) => (text.length > 40_000 ? 12 : 60);

describe('completion brings back', () => {
  for (const { name, text } of soundSamples()) {
    for (const [layout, change] of Object.entries(layouts)) {
      const plan = change(text);
      it(`values of ${name} ${layout}`, () => {
        const before = beforeOf(plan);
        const choices = entriesOf(before.analysis).filter(isChoice);
        assert.ok(choices.length > 0 || plan.includes('bcf_plan: 1'));
        for (const choice of some(choices, plan)) valueComesBack(before, choice);
      });
      it(`keys of ${name} ${layout}`, () => {
        const before = beforeOf(plan);
        for (const entry of some(entriesOf(before.analysis).filter(hasListedKey), plan)) keyComesBack(before, entry);
      });
    }
  }
});

interface ShapedEntry {
  readonly entry: Entry;
  readonly map: MapNode;
  readonly shape: Shape | undefined;
  readonly parent: Shape;
}

/** A plan from which something is taken away, and what it says before that. */
interface Before {
  readonly analysis: Analysis;
  readonly says: unknown;
}

function beforeOf(text: string): Before {
  const analysis = analyse(text);
  return { analysis, says: asJson(analysis.tree.root) };
}

function entriesOf({ tree, document }: Analysis): readonly ShapedEntry[] {
  const entries: ShapedEntry[] = [];
  const visit = (node: Node, shape: Shape | undefined) => {
    if (!shape || node.kind === 'scalar') return;
    if (node.kind === 'list') for (const item of node.items) visit(item, shapeOfItems(shape, item));
    else
      for (const entry of node.entries) {
        const inner = shapeUnder(shape, entry.key.text, entry.value);
        entries.push({ entry, map: node, shape: inner, parent: shape });
        visit(entry.value, inner);
      }
  };
  visit(tree.root, shapeNamed(document?.kind ?? 'one-plan'));
  return entries;
}

/** Whether the format, or the plan itself, says which values there are. */
function isChoice({ entry, shape }: ShapedEntry): boolean {
  if (entry.value.kind !== 'scalar' || entry.key.text === 'id' || !shape) return false;
  const { schema } = shape;
  return schema.enum !== undefined || schema.type === 'boolean' || schema['x-ref'] !== undefined;
}

/** Whether completion can know the key: a word of the format, or a financial year. */
function hasListedKey({ entry, parent }: ShapedEntry): boolean {
  if (entry.key.text === 'one_plan' || entry.key.text === 'bcf_plan') return false;
  return Object.hasOwn(parent.schema.properties ?? {}, entry.key.text) || shapeOfKeys(parent)?.def === 'financial-year';
}

function valueComesBack(before: Before, { entry: { key, value } }: ShapedEntry): void {
  const { text } = before.analysis;
  const { text: wanted } = value as ScalarNode;
  const colon = text.indexOf(':', key.end) + 1;
  for (const gap of [' ', '']) {
    // Within `{}` a key with nothing behind its colon needs the space before the comma.
    const without = `${text.slice(0, colon)}${gap}${text.slice(value.end)}`;
    assertBack(before, without, colon + gap.length, ({ label }) => label === wanted, `${key.text}: ${wanted}`);
  }
}

function keyComesBack(before: Before, { entry: { key, value } }: ShapedEntry): void {
  const { text } = before.analysis;
  // The key alone.
  const nameless = text.slice(0, key.start) + text.slice(key.end);
  assertBack(before, nameless, key.start, ({ label }) => label === key.text, `${key.text} before its colon`);
  if (value.kind !== 'scalar' || value.start === value.end) return;
  // The key, its colon and its value, which is then typed.
  const end = /[|>]/.test(text[value.start] ?? '') ? value.end - 1 : value.end;
  const gone = text.slice(0, key.start) + text.slice(end);
  const typed = text.slice(value.start, end);
  assertBack(before, gone, key.start, ({ label }) => label === key.text, `${key.text} and its value`, typed);
  // The same with the first letter typed.
  const begun = `${text.slice(0, key.start)}${text[key.start]}${text.slice(end)}`;
  assertBack(before, begun, key.start + 1, ({ label }) => label === key.text, `${key.text} begun`, typed);
}

function assertBack(
  { analysis, says }: Before,
  without: string,
  offset: number,
  isRight: (entry: Completion) => boolean,
  what: string,
  typed?: string,
): void {
  const line = analysis.text.slice(0, offset).split('\n').length;
  const broken = analyse(without, analysis);
  const entry = complete(broken, offset, noSettings).find(isRight);
  assert.ok(entry, `line ${line}: ${what} is not offered`);
  const written = typed === undefined ? entry.edit.text : filled(entry, typed);
  const after = applyEdits(without, [{ ...entry.edit, text: written }]);
  assert.deepEqual(asJson(analyse(after, analysis).tree.root), says, `line ${line}: ${what}`);
}

/** The text of the entry with `value` behind its colon. */
function filled({ edit: { text }, label }: Completion, value: string): string {
  const colon = text.indexOf(`${label}:`) + label.length + 1;
  return `${text.slice(0, colon)} ${value}`;
}

function some<T>(all: readonly T[], text: string): readonly T[] {
  const step = Math.max(1, Math.ceil(all.length / positionsOfSample(text)));
  return all.filter((_, index) => index % step === 0);
}
