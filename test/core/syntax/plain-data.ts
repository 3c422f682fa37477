/** A tree as plain data, and the whole of a tree as text, to compare two of them. */

import type { SyntaxTree } from '../../../server/src/core/syntax/parse';
import type { Node } from '../../../server/src/core/syntax/tree/node';

/** `[key, value]` pairs stand for a mapping, so that keys written twice and "__proto__" are kept. */
export function plainData(node: Node | undefined): unknown {
  if (!node) return undefined;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plainData);
  return { map: node.entries.map(({ key, value }) => [key.text, plainData(value)]) };
}

/** The data as JavaScript values, the later of two keys kept. */
export function asJson(node: Node | undefined): unknown {
  if (!node) return undefined;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(asJson);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, asJson(value)]));
}

/** Everything that a tree says, places included; `lines` so that a difference is easy to see. */
export function dump(tree: SyntaxTree): string {
  const lines: string[] = [];
  const visit = (node: Node, depth: number): void => {
    const place = `${' '.repeat(depth)}${node.kind} ${node.start}-${node.end}`;
    if (node.kind === 'scalar') {
      lines.push(`${place} ${node.style} ${JSON.stringify(node.text)} ${typeof node.value} ${String(node.value)}`);
      return;
    }
    lines.push(`${place} ${node.style}`);
    if (node.kind === 'list') for (const item of node.items) visit(item, depth + 1);
    else
      for (const { key, value } of node.entries) {
        visit(key, depth + 1);
        visit(value, depth + 2);
      }
  };
  visit(tree.root, 0);
  if (tree.other) visit(tree.other, 0);
  for (const { rule, at, message, detail, fixes, related } of tree.faults) {
    const edits = fixes?.map(fix => [
      fix.title,
      fix.safe,
      fix.edits.map(edit => [edit.at.start, edit.at.end, edit.text]),
    ]);
    const others = related?.map(other => [other.at.start, other.at.end, other.message]);
    lines.push(JSON.stringify([rule, detail, at.start, at.end, message, edits, others]));
  }
  return lines.join('\n');
}
