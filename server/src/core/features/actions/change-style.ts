/** *Flow and block*: `{id: a, name: b}` written line by line, or an item of several lines written on one. */
import { type NodeAt, nodesAt } from '../../cursor/nodes-at';
import { isBroken } from '../../format/format';
import { sameComments, sameMeaning } from '../../format/same-meaning';
import { parse } from '../../syntax/parse';
import type { ListNode, MapNode, Node, ScalarNode } from '../../syntax/tree/node';
import { isPlain, quote } from '../../syntax/tree/write-scalar';
import { applyEdits } from '../../text/edit';
import { lineBreakOf } from '../../text/line-break';
import { say } from '../../text/say';
import { type Action, type ActionContext, type ActionEdit, plainEdit } from './action';

/** Longest line that is offered, in characters. */
const longestLine = 200;

export function changeStyle({ analysis, range }: ActionContext): readonly Action[] {
  const { tree } = analysis;
  if (isBroken(tree)) return [];
  const nodes = nodesAt(tree.root, range.start).slice(1);
  const flow = nodes.find(({ node }) => node.kind !== 'scalar' && node.style === 'flow' && sizeOf(node) > 0);
  const block = nodes.findLast(({ node }) => node.kind !== 'scalar' && node.style === 'block' && sizeOf(node) > 0);
  const offers: Action[] = [];
  const offer = (title: string, edit: ActionEdit | undefined) => {
    if (!edit) return;
    const after = parse(applyEdits(tree.text, [edit]));
    const isSound = after.faults.length === tree.faults.length && sameMeaning(tree.root, after.root);
    if (isSound && sameComments(tree, after)) offers.push({ title, kind: 'rewrite', edits: [edit] });
  };
  if (flow) offer(say`Write it line by line`, toBlock(analysis, flow));
  else if (block) offer(say`Write it on one line`, toFlow(analysis, block));
  return offers;
}

function toBlock({ text, lines }: ActionContext['analysis'], { node, entry }: NodeAt): ActionEdit | undefined {
  if (node.kind === 'scalar' || text.slice(node.start, node.end).includes('#')) return undefined;
  const key = entry ? lines.positionAt(entry.key.start) : undefined;
  const column = key ? key.column + 2 : lines.positionAt(node.start).column;
  const parts = partsOf(node, text);
  if (parts.some(part => /[\r\n]/.test(part))) return undefined;
  const lineBreak = lineBreakOf(text);
  const written = parts.join(lineBreak + ' '.repeat(column));
  if (!entry) return plainEdit({ start: node.start, end: node.end }, written);
  const colon = text.indexOf(':', entry.key.end) + 1;
  if (text.slice(colon, node.start).trim() !== '') return undefined;
  return plainEdit({ start: colon, end: node.end }, lineBreak + ' '.repeat(column) + written);
}

function partsOf(node: MapNode | ListNode, text: string): readonly string[] {
  if (node.kind === 'list') return node.items.map(item => `- ${text.slice(item.start, item.end)}`);
  return node.entries.map(({ key, value }) => {
    const behind = value.start === value.end ? '' : ` ${text.slice(value.start, value.end)}`;
    return `${text.slice(key.start, key.end)}:${behind}`;
  });
}

function toFlow({ text, lines }: ActionContext['analysis'], { node, entry }: NodeAt): ActionEdit | undefined {
  const written = onOneLine(node, text);
  if (written === undefined) return undefined;
  const start = entry ? text.indexOf(':', entry.key.end) + 1 : node.start;
  if (entry && text.slice(start, node.start).trim() !== '') return undefined;
  const column = lines.positionAt(start).column;
  if (column + written.length > longestLine) return undefined;
  return plainEdit({ start, end: node.end }, entry ? ` ${written}` : written);
}

/** The node as it stands within `{}` or `[]`; `undefined` for texts of several lines. */
function onOneLine(node: Node, text: string): string | undefined {
  if (node.kind === 'scalar') return scalarOnOneLine(node, text);
  const parts =
    node.kind === 'list'
      ? node.items.map(item => onOneLine(item, text))
      : node.entries.map(({ key, value }) => {
          const behind = value.start === value.end || value.start < key.end ? undefined : onOneLine(value, text);
          return behind === undefined ? undefined : `${text.slice(key.start, key.end)}: ${behind}`;
        });
  if (parts.includes(undefined)) return undefined;
  return node.kind === 'list' ? `[${parts.join(', ')}]` : `{${parts.join(', ')}}`;
}

function scalarOnOneLine(node: ScalarNode, text: string): string | undefined {
  const written = text.slice(node.start, node.end);
  if (/[\r\n]/.test(written) || node.style === 'literal' || node.style === 'folded') return undefined;
  return node.style === 'plain' && !isPlain(written, 'flow') ? quote(node.text) : written;
}

function sizeOf(node: MapNode | ListNode): number {
  return node.kind === 'list' ? node.items.length : node.entries.length;
}
