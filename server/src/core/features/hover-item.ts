/** The item behind an id, told in full. */
import type { Analysis } from '../analysis';
import { noun } from '../schema/reference-faults';
import type { Definition } from '../schema/references';
import { isEmpty, type Node } from '../syntax/node';
import { type Span, touches } from '../text/span';
import type { Hover } from './hover';
import { moneyLinesOf } from './hover-money';

/** What the id at `offset` names; `undefined` where no id of the plan stands. */
export function hoverItem(analysis: Analysis, offset: number): Hover | undefined {
  const { definitions, references } = analysis.references;
  const reference = references.find(({ at }) => touches(at, offset));
  if (reference) {
    const target = definitions.find(({ kind, id }) => reference.kinds.includes(kind) && id.text === reference.at.text);
    return target && itemHover(analysis, target, reference.at);
  }
  const own = definitions.find(({ id }) => touches(id, offset));
  return own && itemHover(analysis, own, own.id);
}

function itemHover(analysis: Analysis, definition: Definition, at: Span): Hover {
  const { item, kind, id } = definition;
  const name =
    ['name', 'title', 'what', 'purpose'].map(key => textOf(item.get(key))).find(text => text !== '') ?? id.text;
  const lines = item.entries.flatMap(({ key, value }) => {
    if (SHOWN_ELSEWHERE.has(key.text)) return [];
    const text = textOf(value);
    return text === '' ? [] : [`${key.text.replaceAll('_', ' ')}: ${text}`];
  });
  const uses = analysis.references.references.filter(
    other => other.at.text === id.text && other.kinds.includes(kind),
  ).length;
  const word = noun(kind);
  return {
    at,
    title: `${word.charAt(0).toUpperCase()}${word.slice(1)}: ${name}`,
    lines: [
      ...lines.slice(0, 8),
      ...moneyLinesOf(analysis, definition),
      `Referred to ${uses === 1 ? 'once' : `${uses} times`} in this plan.`,
    ],
  };
}

const SHOWN_ELSEWHERE = new Set(['id', 'name', 'title', 'what', 'purpose', 'amounts']);

function textOf(node: Node | undefined): string {
  if (!node || isEmpty(node)) return '';
  if (node.kind === 'scalar') {
    const text = node.text.replace(/\s+/g, ' ').trim();
    return text.length > 160 ? `${text.slice(0, 159)}…` : text;
  }
  if (node.kind === 'list')
    return node.items
      .map(textOf)
      .filter(text => text !== '')
      .join(', ');
  return '';
}
