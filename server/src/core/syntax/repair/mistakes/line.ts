/** A line of a plan as its author sees it: dashes, a key, a value. Tolerant: it is used where YAML reads no sense. */

export interface LocalSpan {
  readonly from: number;
  readonly to: number;
}

export interface Line {
  readonly start: number;
  /** Before the line break. */
  readonly end: number;
  /** Column of the first character that is not white space. */
  readonly indent: number;
  /** Offset of the first dash of a list item, or `undefined`. */
  readonly dash: number | undefined;
  /** Where the content starts, after the dashes; `end` on an empty line. */
  readonly body: number;
  readonly key: LocalSpan | undefined;
  /** The value after the colon, or the whole content without a key; a comment at the end is left out. */
  readonly value: LocalSpan;
}

/** The line of `text` on which `offset` stands. */
export function lineAt(text: string, offset: number): Line {
  // Searching back from -1 would look at the first character.
  const start = offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', Math.max(start, offset));
  let end = next < 0 ? text.length : next;
  if (end > start && text.charCodeAt(end - 1) === 13) end--;
  const source = text.slice(start, end);
  const white = /^\s*/.exec(source)?.[0].length ?? 0;
  const dashes = /^(?:-[ \t]+|-$)*/.exec(source.slice(white))?.[0].length ?? 0;
  const body = start + white + dashes;
  const content = source.slice(white + dashes);
  const key = keyOf(content);
  const after = key === undefined ? 0 : content.slice(key.colon + 1).search(/\S|$/) + key.colon + 1;
  return {
    start,
    end,
    indent: white,
    dash: dashes > 0 ? start + white : undefined,
    body,
    key: key && { from: body, to: body + key.length },
    value: { from: body + after, to: body + after + withoutComment(content.slice(after)).length },
  };
}

/** The nearest line before `line` that is neither empty nor a comment. */
export function contentBefore(text: string, line: Line): Line | undefined {
  for (let at = line.start - 1; at >= 0; ) {
    const before = lineAt(text, at);
    if (isContent(text, before)) return before;
    at = before.start - 1;
  }
  return undefined;
}

/** The nearest line after `line` that is neither empty nor a comment. */
export function contentAfter(text: string, line: Line): Line | undefined {
  for (let at = nextStart(text, line); at !== undefined && at < text.length; ) {
    const after = lineAt(text, at);
    if (isContent(text, after)) return after;
    at = nextStart(text, after);
  }
  return undefined;
}

/** The nearest line above whose dash stands in the column of `line`, nothing left of it in between. */
export function dashAbove(text: string, line: Line): Line | undefined {
  for (
    let above = contentBefore(text, line), count = 0;
    above && count < 400;
    above = contentBefore(text, above), count++
  ) {
    if (above.indent < line.indent) return undefined;
    if (above.indent === line.indent) return above.dash === undefined ? undefined : above;
  }
  return undefined;
}

/** The column at which the keys of the item or mapping on `line` start. */
export function bodyColumn(line: Line): number {
  return line.body - line.start;
}

/** `line` and the lines after it that are indented at least as deep. */
export function blockFrom(text: string, line: Line): readonly Line[] {
  const lines = [line];
  for (let next = contentAfter(text, line); next && next.indent >= line.indent; next = contentAfter(text, next)) {
    // Items beside a dash, or keys beside a key, do not belong to it.
    if (next.indent === line.indent && line.dash !== undefined) break;
    lines.push(next);
    if (lines.length > 400) break;
  }
  return lines;
}

function isContent(text: string, line: Line): boolean {
  return line.body < line.end && text.charCodeAt(line.body) !== 35;
}

function nextStart(text: string, line: Line): number | undefined {
  const at = text.indexOf('\n', line.end);
  return at < 0 ? undefined : at + 1;
}

function keyOf(content: string): { length: number; colon: number } | undefined {
  const match =
    /^("(?:[^"\\]|\\.){0,200}"|'[^']{0,200}'|[^\s:#{}[\],&*!|>'"%@`-][^:#{}[\],"]{0,200}?)\s*:(?=\s|$)/.exec(content);
  return match?.[1] === undefined ? undefined : { length: match[1].length, colon: match[0].length - 1 };
}

/** `# a comment` is left out, `#2` is text; nothing is left out inside quotes that are closed. */
function withoutComment(value: string): string {
  const end = endOfQuotes(value);
  if (end !== undefined && /^\s+#/.test(value.slice(end, end + 40))) return value.slice(0, end);
  const comment = value.search(/(?:^|\s)#(?:\s|$)/);
  return (comment < 0 ? value : value.slice(0, comment)).trimEnd();
}

/** Just after the quotes that `value` starts with are closed. Goes by hand: an expression takes a step of the stack for each character. */
function endOfQuotes(value: string): number | undefined {
  const quote = value[0];
  if (quote !== '"' && quote !== "'") return undefined;
  for (let at = 1; at < value.length; at++) {
    const isPair = quote === '"' ? value[at] === '\\' : value.startsWith("''", at);
    if (isPair) at++;
    else if (value[at] === quote) return at + 1;
  }
  return undefined;
}
