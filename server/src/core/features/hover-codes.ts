/** Codes under the cursor, told by the reference tables and the frameworks. */
import { frameworkNamed } from '../reference/framework';
import type { Settings } from '../settings';
import type { ScalarNode } from '../syntax/node';
import type { Hover } from './hover';
import type { ShapedNode } from './nodes-at';

/** The national framework that the plan names: where it is from, and what it asks for. */
export function frameworkHover(node: ScalarNode, nodes: readonly ShapedNode[], settings: Settings): Hover | undefined {
  if (nodes.length !== 2 || nodes[1]?.entry?.key.text !== 'framework') return undefined;
  const framework = frameworkNamed(node.text, settings.frameworks);
  if (!framework) return undefined;
  const { title, date, clause } = framework.source;
  return {
    at: node,
    title: framework.title,
    lines: [
      `Source: ${[title, date, clause].filter(part => part !== undefined).join(', ')}`,
      `Last date for deadlines: ${framework.lastDate === 'period' ? "the end of the plan's period" : framework.lastDate}`,
      ...(framework.milestones.values.length > 0
        ? [`Milestones: ${framework.milestones.values.map(({ type }) => type).join(', ')}`]
        : []),
    ],
  };
}
