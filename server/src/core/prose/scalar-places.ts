/**
 * Where each character of a YAML text stands in the file: block scalars lose their indentation and fold their lines,
 * quoted texts undo their escapes. Proved on every text: what cannot be followed to its end is not guessed at.
 */
import type { ScalarStyle } from '../syntax/tree/node';

/** For each UTF-16 unit of a text, where it starts and ends in the source, counted from the start of the value. */
export interface ScalarPlaces {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Follows `text` through `source`, the value as it is written; `undefined` where the two do not go together. */
export function scalarPlaces(source: string, text: string, style: ScalarStyle): ScalarPlaces | undefined {
  const walk = new Walk(source, text);
  switch (style) {
    case 'literal':
    case 'folded':
      return walk.block();
    case 'single':
    case 'double':
      return walk.flow(style, 1, source.length - 1);
    case 'plain':
      return walk.flow(style, 0, source.length);
    case 'empty':
      return undefined;
  }
}

class Walk {
  private readonly starts: Uint32Array;
  private readonly ends: Uint32Array;
  /** How much of the text has its place. */
  private done = 0;

  constructor(
    private readonly source: string,
    private readonly text: string,
  ) {
    this.starts = new Uint32Array(text.length);
    this.ends = new Uint32Array(text.length);
  }

  /** The content of each line stands in the text as it is; between two lines stand line ends, or one space for a fold. */
  block(): ScalarPlaces | undefined {
    const { source, text } = this;
    let start = source.indexOf('\n') + 1;
    if (start === 0) return this.whole();
    const indent = this.indentation(start);
    let lineEnd = start - 1;
    while (start < source.length) {
      const newline = source.indexOf('\n', start);
      const end = newline < 0 ? source.length : newline;
      const contentEnd = source[end - 1] === '\r' ? end - 1 : end;
      const from = Math.min(start + indent, contentEnd);
      const content = source.slice(from, contentEnd);
      if (content !== '') {
        while (text[this.done] === '\n') this.put(lineEnd, lineEnd + 1);
        if (!text.startsWith(content, this.done) && text[this.done] === ' ') this.put(lineEnd, lineEnd + 1);
        if (!text.startsWith(content, this.done)) return undefined;
        for (let at = from; at < contentEnd; at++) this.put(at, at + 1);
        lineEnd = end;
      }
      start = end + 1;
    }
    while (text[this.done] === '\n') this.put(Math.min(lineEnd, source.length), Math.min(lineEnd + 1, source.length));
    return this.whole();
  }

  /** Spaces before the content: as the header says, or those of the first line that is not blank. */
  private indentation(start: number): number {
    const { source, text } = this;
    const lines = /(?:^|\n)( *)[^ \r\n]/.exec(source.slice(start - 1));
    const spaces = lines?.[1]?.length ?? 0;
    // With an indentation indicator the text keeps spaces of its own before its first word.
    const own = /^\n*( *)/.exec(text)?.[1]?.length ?? 0;
    return /^[|>][-+]?\d/.test(source) ? spaces - own : spaces;
  }

  flow(style: 'plain' | 'single' | 'double', from: number, to: number): ScalarPlaces | undefined {
    const { source, text } = this;
    let at = from;
    while (at < to && this.done < text.length) {
      const space = spaceAt(source, at, to);
      const escaped = style === 'double' ? escapeAt(source, at) : undefined;
      if (space?.folds) {
        if (!' \n'.includes(text[this.done] ?? '')) return undefined;
        do this.put(at, space.end);
        while (text[this.done] === '\n' && text[this.done - 1] === '\n');
        at = space.end;
      } else if (escaped) {
        for (let unit = 0; unit < escaped.units; unit++) this.put(at, escaped.end);
        at = escaped.end;
      } else {
        const end = style === 'single' && source.startsWith("''", at) ? at + 2 : at + 1;
        if (source[at] !== text[this.done]) return undefined;
        this.put(at, end);
        at = end;
      }
    }
    return this.whole();
  }

  private put(start: number, end: number): void {
    this.starts[this.done] = start;
    this.ends[this.done] = end;
    this.done++;
  }

  private whole(): ScalarPlaces | undefined {
    return this.done === this.text.length ? { starts: this.starts, ends: this.ends } : undefined;
  }
}

/** White space at `at`, with the white space after it; it folds where it holds the end of a line. */
function spaceAt(
  source: string,
  at: number,
  to: number,
): { readonly end: number; readonly folds: boolean } | undefined {
  let end = at;
  let folds = false;
  while (end < to && ' \t\r\n'.includes(source[end] ?? '')) {
    folds ||= source[end] === '\n';
    end++;
  }
  return end === at ? undefined : { end, folds };
}

/** An escape of a double-quoted text, and how many units of text it stands for. */
function escapeAt(source: string, at: number): { readonly end: number; readonly units: number } | undefined {
  if (source[at] !== '\\') return undefined;
  const next = source[at + 1] ?? '';
  const digits = { x: 2, u: 4, U: 8 }[next];
  if (digits !== undefined) {
    const code = Number.parseInt(source.slice(at + 2, at + 2 + digits), 16);
    return { end: at + 2 + digits, units: code > 0xffff ? 2 : 1 };
  }
  const joined = /^\\[ \t]*\r?\n[ \t]*/.exec(source.slice(at, at + 500));
  if (joined && (next === '\n' || next === '\r')) return { end: at + joined[0].length, units: 0 };
  return { end: at + 2, units: 1 };
}
