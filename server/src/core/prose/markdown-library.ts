/**
 * The one door to the Markdown parser. It is loaded on first use, because most texts of a plan are plain sentences that
 * need no parser, and most plans are read without it.
 */
import type * as Markdown from 'mdast-util-from-markdown';

declare const require: (id: 'mdast-util-from-markdown') => typeof Markdown;

let loaded: typeof Markdown | undefined;

export function markdownLibrary(): typeof Markdown {
  loaded ??= require('mdast-util-from-markdown');
  return loaded;
}
