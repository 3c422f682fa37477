/** Words of a plan that lead to another page: old plans, addresses on the web, and codes that have a public page. */

import type { Analysis } from '../../analysis';
import { frameworkNamed } from '../../reference/framework';
import type { Settings } from '../../settings';
import { say } from '../../text/say';
import type { Span } from '../../text/span';
import { marksIn } from '../shared/marks';

export interface DocumentLink {
  readonly at: Span;
  /** An address on the web, or the path of an old plan as it is written. */
  readonly to: { readonly address: string } | { readonly path: string };
  /** What is there. */
  readonly title: string;
}

/** The links of the document, in the order of the text. Nothing is ever fetched. */
export function linksOf(analysis: Analysis, settings: Settings): readonly DocumentLink[] {
  const links = [
    ...oldPlans(analysis),
    ...frameworkPage(analysis, settings),
    ...places(analysis),
    ...addresses(analysis),
  ];
  links.sort((a, b) => a.at.start - b.at.start || b.at.end - a.at.end);
  let end = -1;
  return links.filter(({ at }) => {
    if (at.start < end) return false;
    end = at.end;
    return true;
  });
}

function oldPlans({ document }: Analysis): readonly DocumentLink[] {
  if (document?.kind !== 'one-plan') return [];
  return document.incorporates.items.flatMap(({ plan: { node, value } }) =>
    node && value ? [{ at: spanOf(node), to: { path: value }, title: say`Open the old plan` }] : [],
  );
}

function frameworkPage({ document }: Analysis, settings: Settings): readonly DocumentLink[] {
  if (document?.kind !== 'one-plan' || !document.framework.node) return [];
  const { value, node } = document.framework;
  const source = value === undefined ? undefined : frameworkNamed(value, settings.frameworks)?.source;
  if (!source?.url || !WEB.test(source.url)) return [];
  return [{ at: spanOf(node), to: { address: source.url }, title: say`Open "${source.title}" on the web` }];
}

/** Codes of places have a page on Find that Postcode, which shows the statistics office's own register of them. */
function places(analysis: Analysis): readonly DocumentLink[] {
  return marksIn(analysis, { start: 0, end: analysis.text.length }).flatMap((mark): DocumentLink[] => {
    if (mark.kind !== 'code' || !PLACE.test(mark.node.text)) return [];
    const address = `https://findthatpostcode.uk/areas/${mark.node.text}.html`;
    return [{ at: spanOf(mark.node), to: { address }, title: say`Open the page of this place on Find that Postcode` }];
  });
}

function addresses({ text }: Analysis): readonly DocumentLink[] {
  return [...text.matchAll(ADDRESS)].flatMap(match => {
    const address = withoutEnd(match[0]);
    const at = { start: match.index, end: match.index + address.length };
    return WEB.test(address) ? [{ at, to: { address }, title: say`Open on the web` }] : [];
  });
}

const PLACE = /^[EW]\d{8}$/;
const WEB = /^https?:\/\/[\w-]+(?:\.[\w-]+)+/i;
const ADDRESS = /\bhttps?:\/\/[^\s"'<>`{}|\\^\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/giu;

/** A full stop, a comma or a closing bracket behind an address belongs to the sentence. */
function withoutEnd(address: string): string {
  let end = address.length;
  while (end > 0) {
    const last = address[end - 1] ?? '';
    const opening = last === ')' ? '(' : last === ']' ? '[' : undefined;
    const isLoose = opening !== undefined && occurrences(address, opening, end) < occurrences(address, last, end);
    if (!/[.,;:!?*_]/.test(last) && !isLoose) break;
    end--;
  }
  return address.slice(0, end);
}

function occurrences(text: string, sign: string, end: number): number {
  return text.slice(0, end).split(sign).length - 1;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
