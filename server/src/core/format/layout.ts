/** Which line of a plan stands at which column, read from the tree: the layout of everything but comments. */

import type { SyntaxTree } from '../syntax/parse';
import type { Entry, ListNode, MapNode, Node, ScalarNode } from '../syntax/tree/node';
import type { LineIndex } from '../text/line-index';
import { flowGaps } from './flow-gaps';
import type { Continued, Layout } from './layout-types';
import type { SpacingEdit } from './spacing-edit';

/** The layout of the text of `tree`. */
export function layoutOf(tree: SyntaxTree, lines: LineIndex): Layout {
  const builder = new LayoutBuilder(tree, lines);
  builder.map(tree.root, 0);
  return builder;
}

class LayoutBuilder implements Layout {
  readonly columns = new Map<number, { to: number; levels: { from: number; to: number }[]; opens: boolean }>();
  readonly continued = new Map<number, Continued>();
  readonly joined = new Set<number>();
  readonly gaps: SpacingEdit[] = [];

  constructor(
    private readonly tree: SyntaxTree,
    private readonly lines: LineIndex,
  ) {}

  map(node: MapNode, column: number): void {
    for (const entry of node.entries) {
      const { key, value } = entry;
      this.stand(key.start, column, this.lineOf(key.end) !== this.lineOf(value.end) || value.start === value.end);
      if (value.start < key.end) continue;
      this.aroundColon(entry);
      this.value(value, column, this.columnOf(key.start));
    }
  }

  /** A value of a key or a dash that stands at column `from` and belongs at `column`. */
  private value(node: Node, column: number, from: number): void {
    if (node.start === node.end) return;
    if (node.kind === 'scalar') this.scalar(node, column, from);
    else if (node.style === 'flow') this.flow(node, column);
    else if (node.kind === 'map') this.map(node, column + 2);
    else this.list(node, column + 2);
  }

  private list(node: ListNode, column: number): void {
    let above = node.start;
    for (const item of node.items) {
      const dash = this.dashOf(item, above);
      if (dash === undefined) continue;
      above = Math.max(above, item.end);
      this.stand(dash, column, item.start === item.end);
      if (item.start === item.end || item.start < dash) continue;
      this.behindDash(dash, item);
      const isCollection = item.kind !== 'scalar' && item.style === 'block';
      if (!isCollection) this.value(item, column, this.columnOf(dash));
      else if (item.kind === 'map') this.map(item, column + 2);
      else this.list(item, column + 2);
    }
  }

  private scalar(node: ScalarNode, column: number, from: number): void {
    if (this.isFirstOnLine(node.start)) this.stand(node.start, column + 2, false);
    const first = this.lineOf(node.start);
    const last = this.lineOf(Math.max(node.start, node.end - 1));
    if (node.style !== 'literal' && node.style !== 'folded') {
      for (let line = first + 1; line <= last; line++)
        this.continued.set(line, { least: column + 1, shift: undefined });
      return;
    }
    const header = this.tree.text.slice(node.start, this.lines.endOf(first));
    const shift = /^[|>][-+]?\d/.test(header) ? column - from : column + 2 - this.indentBelow(first, last);
    for (let line = first + 1; line <= last; line++) this.continued.set(line, { least: column + 2, shift });
    if (!/^[|>]\d?\+/.test(header)) return;
    // Blank lines are part of a text that keeps them.
    for (let line = last + 1; line < this.lines.lineCount && this.isBlank(line); line++)
      this.continued.set(line, { least: column + 2, shift });
  }

  private flow(node: MapNode | ListNode, column: number): void {
    if (this.isFirstOnLine(node.start)) this.stand(node.start, column + 2, false);
    const first = this.lineOf(node.start);
    const last = this.lineOf(node.end);
    const isOdd = this.tree.faults.some(({ at }) => node.start <= at.start && at.end <= node.end);
    if (first === last && !isOdd) this.gaps.push(...flowGaps(this.tree.text, node));
    for (let line = first + 1; line <= last; line++) this.continued.set(line, { least: column + 1, shift: undefined });
  }

  /** What starts at `offset` belongs at column `to`; moves its line where it is the first on it. */
  private stand(offset: number, to: number, opens: boolean): void {
    const line = this.lineOf(offset);
    const level = { from: this.columnOf(offset), to };
    const known = this.columns.get(line);
    if (known) {
      known.levels.push(level);
      known.opens = opens;
    } else if (this.isFirstOnLine(offset)) this.columns.set(line, { to, levels: [level], opens });
  }

  private aroundColon({ key, value }: Entry): void {
    const { text } = this.tree;
    const colon = text.indexOf(':', key.end);
    if (colon < 0 || text.slice(key.end, colon).trim() !== '') return;
    this.gap(key.end, colon, '');
    if (value.start > colon && value.start !== value.end && this.lineOf(value.start) === this.lineOf(colon))
      this.gap(colon + 1, value.start, ' ');
  }

  private behindDash(dash: number, item: Node): void {
    const between = this.tree.text.slice(dash + 1, item.start);
    if (/\S/.test(between)) return;
    const last = this.lineOf(item.start);
    for (let line = this.lineOf(dash) + 1; line <= last; line++) this.joined.add(line);
    this.gap(dash + 1, item.start, ' ');
  }

  /** Spaces from `start` to `end` become `text`; anything else that stands there stays. */
  private gap(start: number, end: number, text: string): void {
    const between = this.tree.text.slice(start, end);
    if (between === text || /\S/.test(between)) return;
    this.gaps.push({ at: { start, end }, text, moves: /[\r\n]/.test(between) });
  }

  /** The dash of `item`, which stands after `above`: comments and blank lines may stand between. */
  private dashOf(item: Node, above: number): number | undefined {
    const { text } = this.tree;
    for (let at = item.start; at > 0; ) {
      while (at > 0 && /\s/.test(text[at - 1] ?? '')) at--;
      if (text[at - 1] === '-') return at - 1;
      const start = this.lines.startOf(this.lineOf(at));
      const comment = /(?:^|\s)#/.exec(text.slice(start, at));
      if (!comment || start + comment.index < above - 1) return undefined;
      at = start + comment.index;
    }
    return undefined;
  }

  private indentBelow(first: number, last: number): number {
    for (let line = first + 1; line <= last; line++) {
      if (this.isBlank(line)) continue;
      const start = this.lines.startOf(line);
      return /^ */.exec(this.tree.text.slice(start, this.lines.endOf(line)))?.[0].length ?? 0;
    }
    return 0;
  }

  private isBlank(line: number): boolean {
    return this.tree.text.slice(this.lines.startOf(line), this.lines.endOf(line)).trim() === '';
  }

  private isFirstOnLine(offset: number): boolean {
    return /^\ufeff?[ ]*$/.test(this.tree.text.slice(this.lines.startOf(this.lineOf(offset)), offset));
  }

  private lineOf(offset: number): number {
    return this.lines.positionAt(offset).line;
  }

  private columnOf(offset: number): number {
    return this.lines.positionAt(offset).column;
  }
}
