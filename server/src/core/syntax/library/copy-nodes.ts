/**
 * The library's nodes copied into our own tree. An alias becomes the node that it names, as long as the plan stays small
 * when all of them are written out. Whatever cannot be a part of a plan is left out and told.
 */

import type * as Yaml from 'yaml';
import { limits } from '../../limits';
import { type Entry, ListNode, MapNode, type Node, type Origin, ScalarNode, type ScalarStyle } from '../tree/node';
import { plainValue } from '../tree/plain-scalar';
import { yamlLibrary } from './yaml-library';

/** Something that YAML allows and a plan does not; offsets relative to the text that was read. */
export interface Oddity {
  readonly kind: 'unknown-alias' | 'too-many-aliases' | 'complex-key' | 'tag' | 'unused-anchor' | 'merge-key';
  readonly from: number;
  readonly to: number;
  /** Whether it stands between brackets. */
  readonly inFlow: boolean;
}

export interface Copy {
  readonly root: Node | undefined;
  readonly oddities: readonly Oddity[];
}

/** Where a stretch of the text that was read stands in the author's text. */
export type Locate = (from: number, to: number) => { readonly from: number; readonly to: number };

/** Aliases that a plan may use, and nodes that it may have when each alias is counted as what it stands for. */
const maxExpandedNodes = 200_000;

/** Copies `contents`, read from `text`; each place is what `locate` gives for it, relative to `origin`. */
export function copyNodes(contents: Yaml.ParsedNode | undefined, text: string, origin: Origin, locate: Locate): Copy {
  const copier = new Copier(text, origin, locate);
  const root = contents ? copier.copy(contents).node : undefined;
  return { root, oddities: copier.oddities };
}

interface Copied {
  readonly node: Node;
  /** Nodes in it, and levels, with its aliases written out. */
  readonly size: number;
  readonly depth: number;
}

class Copier {
  readonly oddities: Oddity[] = [];
  private readonly anchors = new Map<string, Copied>();
  private aliases = 0;
  private expanded = 0;
  private used: ReadonlySet<string> | undefined;
  /** How many brackets are open round what is copied. */
  private brackets = 0;

  constructor(
    private readonly text: string,
    private readonly origin: Origin,
    private readonly locate: Locate,
  ) {}

  copy(node: Yaml.ParsedNode): Copied {
    // A node that the library made up, and not the author, has no place.
    if (!node.range) return this.nothing(0);
    const copied = this.copyContent(node);
    if ('anchor' in node && node.anchor) this.anchors.set(node.anchor, copied);
    return copied;
  }

  private copyContent(node: Yaml.ParsedNode): Copied {
    const { isAlias, isMap, isSeq } = yamlLibrary();
    const from = this.clamp(node.range[0]);
    const to = Math.max(from, this.clamp(node.range[1]));
    if (isAlias(node)) return this.alias(node, from, to);
    if (node.tag) this.tag(from);
    if (node.anchor && !isMap(node) && !isSeq(node)) this.anchor(node.anchor, from, to);
    if (isMap(node) || isSeq(node)) {
      const opened = node.flow ? 1 : 0;
      this.brackets += opened;
      const copied = isMap(node) ? this.map(node, from, to) : this.list(node, from, to);
      this.brackets -= opened;
      return copied;
    }
    return { node: this.scalar(node as Yaml.Scalar.Parsed, from, to), size: 1, depth: 1 };
  }

  private clamp(offset: number): number {
    return Math.max(0, Math.min(offset, this.text.length));
  }

  private note(kind: Oddity['kind'], from: number, to: number): void {
    this.oddities.push({ kind, from, to, inFlow: this.brackets > 0 });
  }

  /** A name that is given to a text and never used is the first word of the text to its author. */
  private anchor(name: string, nodeStart: number, to: number): void {
    if (this.namesUsed.has(name)) return;
    const from = this.text.lastIndexOf(`&${name}`, nodeStart);
    if (from >= 0 && !this.text.slice(from, nodeStart).includes('\n')) this.note('unused-anchor', from, to);
  }

  /** What stands behind a `*` anywhere. */
  private get namesUsed(): ReadonlySet<string> {
    this.used ??= new Set(Array.from(this.text.matchAll(/\*([^\s*,[\]{}]+)/g), ([, name = '']) => name));
    return this.used;
  }

  /** The library keeps no place for a tag: it is the last word before its node that starts with `!`. */
  private tag(nodeStart: number): void {
    const before = this.text.slice(Math.max(0, nodeStart - 500), nodeStart);
    const verbatim = /!<[^<>\s]*>(?=\s*$)/.exec(before);
    if (verbatim) {
      const from = nodeStart - before.length + verbatim.index;
      this.note('tag', from, from + verbatim[0].length);
      return;
    }
    const last = before.lastIndexOf('!');
    const word = last < 0 ? '' : (/(?:![^\s,[\]{}]*)?$/.exec(before.slice(0, last))?.[0] ?? '');
    const tail = last < 0 ? '' : (/^[^\s,[\]{}]*/.exec(before.slice(last))?.[0] ?? '');
    const from = last < 0 ? nodeStart : nodeStart - before.length + last - word.length;
    this.note('tag', from, from + word.length + tail.length);
  }

  private alias(node: Yaml.Alias.Parsed, from: number, to: number): Copied {
    const target = this.anchors.get(node.source);
    const written = this.text.slice(from, to);
    const asText = (): Copied => ({ node: this.make(from, to, written, written, 'plain'), size: 1, depth: 1 });
    if (!target) {
      this.note('unknown-alias', from, to);
      return asText();
    }
    this.expanded += target.size;
    if (++this.aliases <= limits.aliases && this.expanded <= maxExpandedNodes) return target;
    this.note('too-many-aliases', from, to);
    return asText();
  }

  private list(node: Yaml.YAMLSeq.Parsed, from: number, to: number): Copied {
    const items: Node[] = [];
    let size = 1;
    let depth = 0;
    let end = node.flow ? to : from;
    for (const item of node.items) {
      const source = item as Yaml.ParsedNode;
      const copied = this.within(this.copy(source), source);
      items.push(copied.node);
      size += copied.size;
      depth = Math.max(depth, copied.depth);
      if (!node.flow) end = this.endOf(source, end);
    }
    const place = this.locate(from, Math.max(from, end));
    const list = new ListNode(this.origin, place.from, place.to, items, node.flow ? 'flow' : 'block');
    return { node: list, size, depth: depth + 1 };
  }

  private map(node: Yaml.YAMLMap.Parsed, from: number, to: number): Copied {
    const entries: Entry[] = [];
    let size = 1;
    let depth = 0;
    let end = node.flow ? to : from;
    for (const pair of node.items) {
      const source = pair.key as Yaml.ParsedNode;
      const key = this.copy(source).node;
      if (!node.flow) end = this.endOf(pair.value ?? source, this.endOf(source, end));
      if (key.kind !== 'scalar' || yamlLibrary().isAlias(source)) {
        this.note(
          'complex-key',
          this.clamp(source.range[0]),
          Math.max(this.clamp(source.range[0]), this.clamp(source.range[1])),
        );
        continue;
      }
      if (key.text === '<<' && key.style === 'plain')
        this.note('merge-key', this.clamp(source.range[0]), this.clamp(source.range[1]));
      const value = pair.value
        ? this.within(this.copy(pair.value), pair.value)
        : this.nothing(this.clamp(source.range[1]));
      entries.push({ key, value: value.node });
      size += value.size + 1;
      depth = Math.max(depth, value.depth);
    }
    const place = this.locate(from, Math.max(from, end));
    const map = new MapNode(this.origin, place.from, place.to, entries, node.flow ? 'flow' : 'block');
    return { node: map, size, depth: depth + 1 };
  }

  /** `copied`, unless an alias would nest it deeper than a reader of the tree may expect. */
  private within(copied: Copied, source: Yaml.ParsedNode): Copied {
    if (copied.depth < limits.depth) return copied;
    this.note('too-many-aliases', this.clamp(source.range[0]), this.clamp(source.range[1]));
    return this.nothing(this.clamp(source.range[0]));
  }

  /** A block collection ends with its last item, not after the blank lines and comments that follow it. */
  private endOf(node: Yaml.ParsedNode, before: number): number {
    const { isAlias, isCollection } = yamlLibrary();
    const end = this.clamp(node.range[1]);
    const empty = node.range[0] === node.range[1];
    if (isAlias(node) || !isCollection(node) || node.flow)
      return Math.max(before, empty ? this.placeOfNothing(end) : end);
    const last = node.items.at(-1);
    if (!last) return Math.max(before, end);
    const inner = yamlLibrary().isPair(last)
      ? ((last.value ?? last.key) as Yaml.ParsedNode)
      : (last as Yaml.ParsedNode);
    return this.endOf(inner, before);
  }

  private nothing(offset: number): Copied {
    const at = this.placeOfNothing(offset);
    return { node: this.make(at, at, '', null, 'empty'), size: 1, depth: 1 };
  }

  /**
   * An absent value stands after its colon or dash, and after the spaces that follow when nothing else does: the place
   * where an author would write it. The library's place depends on the comments around it.
   */
  private placeOfNothing(offset: number): number {
    let at = offset;
    while (isBlank(this.text.charCodeAt(at - 1))) at--;
    let end = at;
    while (isBlank(this.text.charCodeAt(end))) end++;
    const next = this.text.charCodeAt(end);
    return end === this.text.length || next === 10 || next === 13 ? end : at;
  }

  private scalar(node: Yaml.Scalar.Parsed, from: number, to: number): Node {
    const style = STYLES[node.type ?? 'PLAIN'] ?? 'plain';
    if (style === 'plain' && from === to) return this.nothing(from).node;
    if (style !== 'plain') {
      const text = typeof node.source === 'string' ? node.source : '';
      return this.make(from, to, text, text, style);
    }
    const text = node.source ?? '';
    return this.make(from, to, text, plainValue(text), 'plain');
  }

  private make(from: number, to: number, text: string, value: ScalarNode['value'], style: ScalarStyle): ScalarNode {
    const place = this.locate(from, to);
    return new ScalarNode(this.origin, place.from, place.to, text, value, style);
  }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};
