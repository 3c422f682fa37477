/** What a hover is made of: plain data, which each editor's edge writes in its own markup. */
import type { Span } from '../../text/span';
import type { Fact } from '../shared/fact';

/** A part of what is told. All of it is plain text: the edge that shows it escapes it for its own markup. */
export type HoverPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** As it would stand in a plan. */
  | { readonly kind: 'example'; readonly text: string }
  /** The rule that asks for it, which has a page of its own. */
  | { readonly kind: 'rule'; readonly rule: string; readonly why: string };

export interface Hover {
  readonly at: Span;
  readonly title: string;
  readonly parts: readonly HoverPart[];
}

/** Text as a part, or no part where it is empty. */
export function textPart(text: string | undefined): readonly HoverPart[] {
  return text === undefined || text === '' ? [] : [{ kind: 'text', text }];
}

/** Facts as a part, or no part where there are none. */
export function factsPart(facts: readonly Fact[]): readonly HoverPart[] {
  return facts.length === 0 ? [] : [{ kind: 'facts', facts }];
}
