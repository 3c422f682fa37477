/**
 * The prose of a plan: Markdown in a YAML text, as passages of words, each with its place in the file. Read once for
 * each node of the tree, so that an edit elsewhere costs nothing.
 */
import type { Field } from '../model/field';
import { Place, type ScalarNode } from '../syntax/tree/node';
import { detached } from '../text/detached';
import type { Span } from '../text/span';
import { offsetIn, type Passage } from './passage';
import { readMarkdown } from './read-markdown';
import { type ScalarPlaces, scalarPlaces } from './scalar-places';

export class Prose {
  /** Made when there is something to point at: most texts never have anything. */
  private places: { readonly found: ScalarPlaces | undefined } | undefined;

  constructor(
    private readonly node: ScalarNode,
    /** The value as it is written. */
    private readonly written: string,
    readonly passages: readonly Passage[],
  ) {}

  /** Where the units from `from` to `to` of `passage` stand in the file; the whole text where that is not known. */
  place(passage: Passage, from: number, to: number): Span {
    const { node } = this;
    this.places ??= { found: scalarPlaces(this.written, node.text, node.style) };
    const places = this.places.found;
    const first = offsetIn(passage, from);
    const last = offsetIn(passage, to - 1);
    const start = first === undefined ? undefined : places?.starts[first];
    const end = last === undefined ? undefined : places?.ends[last];
    if (start === undefined || end === undefined || end < start) return node;
    return new Place(node.origin, node.from + start, node.from + end);
  }
}

const known = new WeakMap<ScalarNode, Prose>();

/** The prose of `field`, whose text stands in `source`; `undefined` where it holds none. */
export function readProse(field: Field<string>, source: string): Prose | undefined {
  const { node } = field;
  if (field.value === undefined || node?.kind !== 'scalar') return undefined;
  const before = known.get(node);
  if (before) return before;
  const prose = new Prose(node, detached(source.slice(node.start, node.end)), readMarkdown(node.text));
  known.set(node, prose);
  return prose;
}
