/** Texts after `|` and `>`: the lines below, their indentation taken off, kept (`|`) or joined to paragraphs (`>`). */

export interface BlockText {
  readonly text: string;
  /** Where the text ends, its last line break included. */
  readonly end: number;
  /** The start of the next line that does not belong to it. */
  readonly next: number;
}

export interface BlockStyle {
  readonly folded: boolean;
  /** Whether the last line break is left out (`|-`). */
  readonly strip: boolean;
}

/** Reads the lines from `start` that are indented deeper than `column`; refuses (`undefined`) what is not plain. */
export function readBlockText(text: string, start: number, column: number, style: BlockStyle): BlockText | undefined {
  const lines: string[] = [];
  let indent = -1;
  let at = start;
  let end = start;
  let blanks = 0;
  while (at < text.length) {
    let content = at;
    while (text.charCodeAt(content) === 32) content++;
    const newline = text.indexOf('\n', content);
    if (newline < 0) return undefined;
    const stop = text.charCodeAt(newline - 1) === 13 ? newline - 1 : newline;
    if (content >= stop) {
      if (indent < 0 || content - at > indent) return undefined;
      blanks++;
    } else {
      const width = content - at;
      if (indent < 0) {
        if (width <= column) return undefined;
        indent = width;
      }
      if (width < indent) break;
      if (style.folded && width > indent) return undefined;
      for (; blanks > 0; blanks--) lines.push('');
      lines.push(text.slice(at + indent, stop));
      end = newline + 1;
    }
    at = newline + 1;
  }
  if (lines.length === 0) return undefined;
  const joined = style.folded ? fold(lines) : lines.join('\n');
  return { text: style.strip ? joined : `${joined}\n`, end, next: at };
}

/** Lines become one, and empty lines between them line breaks. */
function fold(lines: readonly string[]): string {
  let result = lines[0] ?? '';
  let breaks = 0;
  for (const line of lines.slice(1)) {
    if (line === '') {
      breaks++;
      continue;
    }
    result += (breaks > 0 ? '\n'.repeat(breaks) : ' ') + line;
    breaks = 0;
  }
  return result;
}
