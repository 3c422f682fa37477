/** *Sort*: the keys of the item, of its section or of the whole plan in the order of the format, comments with them. */

import { shapedNodesAt } from '../../cursor/nodes-at';
import { isBroken } from '../../format/format';
import { canonical, keysInOrder, orderKeys } from '../../format/key-order';
import { sameComments, sameMeaning } from '../../format/same-meaning';
import { parse } from '../../syntax/parse';
import { difference } from '../../text/difference';
import { applyEdits } from '../../text/edit';
import { said, say } from '../../text/say';
import { type Action, type ActionContext, plainEdit } from './action';

export function sortKeys({ analysis, range }: ActionContext): readonly Action[] {
  const { tree, lines, document } = analysis;
  if (!document || isBroken(tree)) return [];
  const around = shapedNodesAt(tree.root, document.kind, range.start).filter(({ node }) => node.kind === 'map');
  const inner = around.findLast(({ node, shape }) => node.kind === 'map' && shape && canonical(node, shape));
  const actions: Action[] = [];
  if (inner?.node.kind === 'map' && inner.shape && inner.node !== tree.root) {
    const edits = orderKeys(tree, lines, inner.node, inner.shape);
    const after = parse(applyEdits(tree.text, edits));
    if (edits.length > 0 && sameMeaning(tree.root, after.root) && sameComments(tree, after)) {
      const called = said(inner.shape.schema['x-noun'] ?? inner.shape.schema.title ?? 'Item').toLowerCase();
      const title = say`Sort the keys of this ${called} into the usual order`;
      actions.push({ title, kind: 'rewrite', edits: edits.map(({ at, text }) => plainEdit(at, text)) });
    }
  }
  const section = tree.root.entries.find(({ key, value }) => key.start <= range.start && range.start <= value.end);
  if (section && section.value.kind !== 'scalar') {
    const title = say`Sort everything in "${section.key.text}" into the usual order`;
    actions.push(...sorted(analysis, title, { start: section.key.start, end: section.value.end }));
  }
  actions.push(...sorted(analysis, say`Sort the whole plan into the usual order`, undefined));
  return actions;
}

function sorted(
  { tree, document }: ActionContext['analysis'],
  title: string,
  within: Parameters<typeof keysInOrder>[2],
): readonly Action[] {
  const ordered = keysInOrder(tree, document?.kind, within);
  if (ordered === tree) return [];
  return [
    { title, kind: 'rewrite', edits: difference(tree.text, ordered.text).map(({ at, text }) => plainEdit(at, text)) },
  ];
}
