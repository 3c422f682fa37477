/** Text with tab stops, in the form that editors share: `$1`, `${1:word}`, `${1|a,b|}`. */

/** Hands out tab stops in the order in which they are asked for. */
export class TabStops {
  private last = 0;

  /** A place to type, with `word` in it for a start. */
  next(word = ''): string {
    this.last++;
    return word === '' ? `$${this.last}` : `\${${this.last}:${snippetText(word)}}`;
  }

  /** A place to choose one of `words`. */
  choice(words: readonly string[]): string {
    if (words.length < 2) return this.next(words[0]);
    this.last++;
    return `\${${this.last}|${words.map(word => word.replace(/[,|\\]/g, '\\$&')).join(',')}|}`;
  }
}

/** `text` as it must stand in a snippet to mean itself. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** The snippet as a text: what its places hold for a start, or the first of each choice. */
export function withoutTabStops(snippet: string): string {
  return snippet.replace(STOP, (_, choices?: string, word?: string, escaped?: string) => {
    if (escaped !== undefined) return escaped;
    if (choices !== undefined) return (/^(?:\\.|[^,\\])*/.exec(choices)?.[0] ?? '').replace(/\\(.)/g, '$1');
    return (word ?? '').replace(/\\(.)/g, '$1');
  });
}

const STOP = /\$\d+|\$\{\d+(?:\|((?:\\.|[^|\\])*)\||:((?:\\.|[^}\\])*))?\}|\\([\\$}])/g;
