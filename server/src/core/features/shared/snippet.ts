/** Snippets, in the syntax that editors share: `$1`, `${1:word}`, `${1|a,b|}`. */

/** Numbers tab stops in the order in which they are requested. */
export class TabStops {
  private last = 0;

  /** A tab stop with the default `word`. */
  next(word = ''): string {
    this.last++;
    return word === '' ? `$${this.last}` : `\${${this.last}:${snippetText(word)}}`;
  }

  /** A tab stop with a choice of `words`. */
  choice(words: readonly string[]): string {
    if (words.length < 2) return this.next(words[0]);
    this.last++;
    return `\${${this.last}|${words.map(word => word.replace(/[,|\\]/g, '\\$&')).join(',')}|}`;
  }
}

/** `text` escaped for a snippet. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** The snippet as plain text: the default of each tab stop, or the first of each choice. */
export function withoutTabStops(snippet: string): string {
  return snippet.replace(STOP, (_, choices?: string, word?: string, escaped?: string) => {
    if (escaped !== undefined) return escaped;
    if (choices !== undefined) return (/^(?:\\.|[^,\\])*/.exec(choices)?.[0] ?? '').replace(/\\(.)/g, '$1');
    return (word ?? '').replace(/\\(.)/g, '$1');
  });
}

const STOP = /\$\d+|\$\{\d+(?:\|((?:\\.|[^|\\])*)\||:((?:\\.|[^}\\])*))?\}|\\([\\$}])/g;
