/** Codes and national frameworks under the cursor, told by the reference tables. */

import { formatDate } from '../model/calendar';
import { frameworkNamed } from '../reference/framework';
import type { Settings } from '../settings';
import { MapNode, type ScalarNode } from '../syntax/node';
import { say } from '../text/say';
import { meaningOf } from './code-names';
import { factsPart, type Hover } from './hover-part';
import type { ShapedNode } from './nodes-at';

/** The place, organisation or measure that a code means. */
export function hoverCode(nodes: readonly ShapedNode[], node: ScalarNode): Hover | undefined {
  const found = nodes.at(-1);
  const item = nodes.at(-2)?.node;
  const of = found?.parent?.def;
  if (found?.entry?.key.text !== 'code' || !(item instanceof MapNode) || of === undefined) return undefined;
  const meaning = meaningOf(of, node.text, item);
  return meaning && { at: node, title: `${node.text}: ${meaning.name}`, parts: factsPart(meaning.facts) };
}

/** The national framework that the plan names: where it is from, and what it asks for. */
export function hoverFramework(nodes: readonly ShapedNode[], node: ScalarNode, settings: Settings): Hover | undefined {
  if (nodes.length !== 2 || nodes[1]?.entry?.key.text !== 'framework') return undefined;
  const framework = frameworkNamed(node.text, settings.frameworks);
  if (!framework) return undefined;
  const { title, date, clause } = framework.source;
  const lists = [
    { label: say`Services`, values: framework.services.values },
    { label: say`Milestones`, values: framework.milestones.values.map(({ type }) => type) },
    { label: say`Signed by`, values: framework.signOff.values.map(({ role }) => role) },
  ];
  return {
    at: node,
    title: framework.title,
    parts: factsPart([
      { label: say`Source`, value: [title, date, clause].filter(part => part !== undefined).join(', ') },
      {
        label: say`Last date for deadlines`,
        value: framework.lastDate === 'period' ? say`the end of the plan's period` : formatDate(framework.lastDate),
      },
      ...lists.flatMap(({ label, values }) => (values.length > 0 ? [{ label, value: values.join(', ') }] : [])),
    ]),
  };
}
