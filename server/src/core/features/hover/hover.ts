/** What is told of the word under the cursor: the key, the value, the item behind an id, the money, the code, the rule. */

import type { Analysis } from '../../analysis';
import { type ShapedNode, shapedNodesAt } from '../../cursor/nodes-at';
import { pageOf } from '../../rules/index';
import type { Shape } from '../../schema/shape';
import type { Settings } from '../../settings';
import type { ScalarNode } from '../../syntax/tree/node';
import { said } from '../../text/say';
import { touches } from '../../text/span';
import { frameworkFacts } from '../shared/named-by-framework';
import { planFramework } from '../shared/plan-facts';
import { hoverCode } from './code';
import { hoverDate } from './date';
import { hoverFramework, hoverRole } from './framework';
import { factsPart, type Hover, textPart } from './hover-part';
import { hoverItem } from './item';
import { hoverKey } from './key';
import { hoverMoney } from './money';

/** What to tell of the word at `offset`; `undefined` where there is nothing to tell. */
export function hover(analysis: Analysis, offset: number, settings: Settings): Hover | undefined {
  return ruleInWaiver(analysis, offset) ?? hoverNode(analysis, offset, settings);
}

function ruleInWaiver({ waivers }: Analysis, offset: number): Hover | undefined {
  for (const waiver of waivers) {
    for (const { id, at } of waiver.rules) {
      const page = touches(at, offset) ? pageOf(id) : undefined;
      if (page)
        return {
          at,
          title: page.id,
          parts: [...textPart(said(page.summary)), { kind: 'rule', rule: id, why: said(page.why) }],
        };
    }
  }
  return undefined;
}

function hoverNode(analysis: Analysis, offset: number, settings: Settings): Hover | undefined {
  const kind = analysis.document?.kind;
  if (!kind) return undefined;
  const nodes = shapedNodesAt(analysis.tree.root, kind, offset);
  const found = nodes.at(-1);
  if (found?.node.kind !== 'scalar') return undefined;
  const framework = kind === 'one-plan' ? planFramework({ analysis, settings }) : undefined;
  const said = factsPart(frameworkFacts(framework, listedKind(found), found.node.text));
  const told = hoverItem(analysis, nodes) ?? hoverWord(analysis, nodes, found, found.node);
  if (told) {
    const [examples, parts] = [true, false].map(wanted =>
      told.parts.filter(({ kind }) => (kind === 'example') === wanted),
    );
    return { ...told, parts: [...(parts ?? []), ...said, ...(examples ?? [])] };
  }
  return (
    hoverFramework(nodes, found.node, settings) ??
    hoverRole(nodes, found.node, framework) ??
    hoverCode(nodes, found.node, framework) ??
    hoverDate(analysis, found, found.node, settings)
  );
}

/** The listed kind that a word is of; the keys under "services" are names of services. */
function listedKind({ isKey, shape, parent, keyShape }: ShapedNode): string | undefined {
  if (!isKey) return shape?.def;
  return parent?.def === 'services' ? 'service-name' : keyShape?.def;
}

/** A key, an amount or a listed value. */
function hoverWord(
  analysis: Analysis,
  nodes: readonly ShapedNode[],
  found: ShapedNode,
  node: ScalarNode,
): Hover | undefined {
  return found.isKey
    ? hoverKey(analysis, nodes, node)
    : (hoverMoney(analysis, nodes) ?? valueMeaning(found.shape, node));
}

/** A listed value: what it means. */
export function valueMeaning(shape: Shape | undefined, node: ScalarNode): Hover | undefined {
  const index = shape?.schema.enum?.findIndex(value => String(value) === node.text) ?? -1;
  const meaning = said(shape?.schema['x-enum-descriptions']?.[index] ?? '');
  return meaning ? { at: node, title: node.text, parts: textPart(meaning) } : undefined;
}
