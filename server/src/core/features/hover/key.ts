/** Keys under the cursor: what they are for, who asks for them, an example, and the totals of what stands under them. */

import type { Analysis } from '../../analysis';
import type { ShapedNode } from '../../cursor/nodes-at';
import { pageOf } from '../../rules/index';
import type { PlanSchema } from '../../schema/plan-schema.generated';
import type { Shape } from '../../schema/shape';
import type { ScalarNode } from '../../syntax/tree/node';
import { said, say } from '../../text/say';
import { shorten } from '../../text/words';
import { firstDayOfYear, formatDate, lastDayOfYear, readYear } from '../../values/calendar';
import { factsPart, type Hover, type HoverPart, textPart } from './hover-part';
import { totalsUnder, yearFacts } from './money';

/** What to tell of the key `node`, the last of `nodes`. */
export function hoverKey(analysis: Analysis, nodes: readonly ShapedNode[], node: ScalarNode): Hover | undefined {
  const found = nodes.at(-1);
  if (found?.keyShape?.schema['x-form'] === 'year') return hoverYear(analysis, node);
  const totals = factsPart(totalsUnder(analysis, nodes, node.text));
  const meaning = keyMeaning(found?.shape, node, totals);
  return meaning ?? (totals.length > 0 ? { at: node, title: shorten(node.text), parts: totals } : undefined);
}

/** What the format says of a key; `totals` stand behind what it is for. */
export function keyMeaning(
  shape: Shape | undefined,
  node: ScalarNode,
  totals: readonly HoverPart[] = [],
): Hover | undefined {
  const schema = shape?.schema;
  if (!schema?.title) return undefined;
  return {
    at: node,
    title: said(schema.title),
    parts: [
      ...textPart(said(schema.description ?? '')),
      ...totals,
      ...askedBy(schema['x-asked-by']),
      ...exampleOf(schema, node.text),
    ],
  };
}

function askedBy(rule: string | undefined): readonly HoverPart[] {
  const page = rule === undefined ? undefined : pageOf(rule);
  return page ? [{ kind: 'rule', rule: page.id, why: said(page.why) }] : [];
}

/** The example of the format, as it would stand in a plan; a list or mapping in braces. */
function exampleOf({ examples }: PlanSchema, key: string): readonly HoverPart[] {
  const example = examples?.[0];
  if (example === undefined) return [];
  const text = `${key}: ${written(example)}`;
  return text.length > 200 ? [] : [{ kind: 'example', text }];
}

function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `{${Object.entries(value)
    .map(([key, inner]) => `${key}: ${written(inner)}`)
    .join(', ')}}`;
}

/** A financial year: its days, and what the plan holds and spends in it. */
function hoverYear(analysis: Analysis, node: ScalarNode): Hover | undefined {
  const reading = readYear(node.text);
  if (!('year' in reading)) return undefined;
  const days = say`The financial year from ${formatDate(firstDayOfYear(reading.year))} to ${formatDate(lastDayOfYear(reading.year))}.`;
  return { at: node, title: reading.year, parts: [...textPart(days), ...factsPart(yearFacts(analysis, reading.year))] };
}
