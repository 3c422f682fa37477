/** Columns: tabs, keys and items that start too far to the right or left, text in the column of the keys. */
import { say } from '../../../text/say';
import { written } from '../../tree/written';
import { columnsAbove, nearestFirst } from './columns';
import {
  blockFrom,
  bodyColumn,
  contentAfter,
  contentBefore,
  dashAbove,
  type Line,
  type LocalSpan,
  lineAt,
} from './line';
import type { Detector, DetectorContext, Diagnosis } from './mistake';
import type { Repair } from './repaired-text';

/** A tab at the start of a line, or after a dash. One finding for all of a chunk; every such line is repaired. */
export const tabIndent: Detector = function* ({ text, fault }) {
  if (!text.includes('\t')) return;
  const tabs = [...text.matchAll(/^[ ]*(?:-[ ]+)*\t[ \t]*|^[ ]*(?:-[ ]+)*-\t[ \t]*/gm)];
  const first = tabs[0];
  if (!first) return;
  const from = first.index + first[0].indexOf('\t');
  const afterDash = text[from - 1] === '-';
  const above = contentBefore(text, lineAt(text, from));
  const unit = above ? [2, 4, 8, above.indent, bodyColumn(above), above.indent + 2] : [2, 4, 8];
  for (const width of new Set(unit)) {
    yield {
      mistake: 'tab',
      at: { from, to: from + 1 },
      message: afterDash
        ? say`There is a tab after the dash, where YAML wants a space. Write a space.`
        : say`This line is indented with a tab, which YAML does not allow. Use spaces.`,
      repair: tabs.flatMap(match => spacesForTabs(text, match.index, match[0], width)),
      fix: { title: say`Use spaces for tabs`, safe: true },
    };
  }
  if (fault.code === 'TAB_AS_INDENT') yield* tabAt(text, fault.from);
};

function* tabAt(text: string, at: number): Generator<Diagnosis> {
  yield {
    mistake: 'tab',
    at: { from: at, to: Math.min(at + 1, text.length) },
    message: say`There is a tab here, where YAML wants spaces. Write a space.`,
    repair: [{ from: at, to: Math.min(at + 1, text.length), text: ' ' }],
    fix: { title: say`Use spaces for tabs`, safe: true },
  };
}

function spacesForTabs(text: string, start: number, lead: string, width: number): readonly Repair[] {
  const repairs: Repair[] = [];
  for (let at = lead.indexOf('\t'); at >= 0; at = lead.indexOf('\t', at + 1)) {
    const offset = start + at;
    const single = text[offset - 1] === '-' || /-\s*$/.test(text.slice(start, offset));
    repairs.push({ from: offset, to: offset + 1, text: ' '.repeat(single ? 1 : width) });
  }
  return repairs;
}

/** A key indented deeper than its neighbours, below a key that already has its value. */
export const keyTooDeep: Detector = function* (sight) {
  const { text } = sight;
  for (const line of sight.lines) {
    const above = contentBefore(text, line);
    if (!above || !line.key || line.dash !== undefined) continue;
    const column = bodyColumn(above);
    if (line.indent <= column || (above.key && above.value.to <= above.value.from)) continue;
    if (slippedLeft(text, above, line)) yield* startIn(sight, above, line.indent);
    for (const target of [...new Set([column, ...columnsAbove(text, line)])]) {
      if (target >= line.indent) continue;
      const said = {
        mistake: 'key-too-deep',
        message: say`The key ${written(text.slice(line.key.from, line.key.to))} is indented deeper than the keys beside it. Start it in column ${target + 1}.`,
      };
      yield moved(sight, line, target, said, blockFrom(text, line));
      yield moved(sight, line, target, said, [line]);
    }
  }
};

/** The first key of a plan, indented by itself. */
export const firstKeyTooDeep: Detector = function* (sight) {
  for (const line of sight.lines) {
    const below = line.key && line.dash === undefined ? contentAfter(sight.text, line) : undefined;
    if (!below?.key || below.indent > 0 || line.indent === 0 || contentBefore(sight.text, line)) continue;
    const word = sight.text.slice(line.body, (line.key ?? line.value).to);
    if (!/^(?:one|bcf)_plan$/.test(word)) continue;
    const message = say`The key ${written(word)} is indented deeper than the keys beside it. Start it in column 1.`;
    yield moved(sight, line, 0, { mistake: 'key-too-deep', message }, [line]);
  }
};

/** Whether `line` alone stands too far left: the line above it starts in the column of the one `below` it. */
function slippedLeft(text: string, line: Line, below: Line): boolean {
  const before = contentBefore(text, line);
  if (line.dash !== undefined || before?.key === undefined || bodyColumn(before) !== below.indent) return false;
  return !dashAbove(text, line);
}

function* startIn(sight: DetectorContext, line: Line, column: number): Generator<Diagnosis> {
  const key = written(sight.text.slice(line.body, (line.key ?? line.value).to));
  const message = say`The key ${key} does not start in the same column as the keys beside it. Start it in column ${column + 1}.`;
  yield moved(sight, line, column, { mistake: 'key-too-shallow', message }, [line]);
}

/** A key that starts between the columns of the keys above it. */
export const keyTooShallow: Detector = function* (sight) {
  const { text } = sight;
  for (const line of sight.lines) {
    if (!line.key || line.dash !== undefined) continue;
    const columns = columnsAbove(text, line);
    if (columns.includes(line.indent)) continue;
    for (const target of nearestFirst(columns, line.indent)) {
      const said = {
        mistake: 'key-too-shallow',
        message: say`The key ${written(text.slice(line.key.from, line.key.to))} does not start in the same column as the keys beside it. Start it in column ${target + 1}.`,
      };
      yield moved(sight, line, target, said, blockFrom(text, line));
      yield moved(sight, line, target, said, [line]);
    }
  }
};

/** An item whose dash stands in a column of its own. */
export const itemIndent: Detector = function* (sight) {
  const { text } = sight;
  for (const line of sight.lines) {
    if (line.dash === undefined) continue;
    const columns = new Set<number>();
    for (
      let above = contentBefore(text, line), count = 0;
      above && count < 200;
      above = contentBefore(text, above), count++
    ) {
      if (above.dash !== undefined) columns.add(above.indent);
    }
    columns.delete(line.indent);
    for (const target of nearestFirst([...columns], line.indent)) {
      yield {
        mistake: 'item-indent',
        at: { from: line.dash, to: line.dash + 1 },
        message: say`This item does not start in the same column as the items beside it. Move its dash to column ${target + 1}.`,
        repair: shift(text, blockFrom(text, line), target - line.indent),
        fix: { title: say`Move the item to column ${target + 1}`, safe: true },
      };
    }
  }
};

/** A value, or a text that goes on, which starts in the column of the keys. */
export const textInKeyColumn: Detector = function* (sight) {
  const { text } = sight;
  for (const line of sight.lines) {
    const above = contentBefore(text, line);
    if (!above || (line.key && line.dash === undefined) || (line.dash !== undefined && !above.key)) continue;
    if (line.value.to <= line.value.from) continue;
    const owner = ownerOf(text, line);
    if (!owner?.key) continue;
    const column = bodyColumn(owner);
    const lines = textLines(text, line);
    const block = /^[|>][-+\d]*$/.test(text.slice(owner.value.from, owner.value.to));
    const empty = owner.value.to <= owner.value.from;
    const key = written(text.slice(owner.key.from, owner.key.to));
    const source = written(text.slice(line.value.from, line.value.to));
    if (line.dash !== undefined) {
      if (empty || block) continue;
      yield {
        mistake: 'list-below-value',
        at: { from: line.dash, to: line.dash + 1 },
        message: say`A list starts here below ${key}, which already has a value. Take the value away, or give the list a key of its own.`,
        repair: blockFrom(text, line).map(each => ({ from: each.dash ?? each.body, to: each.end, text: '' })),
      };
      continue;
    }
    yield {
      mistake: block ? 'block-text-not-indented' : empty ? 'value-on-next-line' : 'text-not-indented',
      at: line.value,
      message:
        block || empty
          ? textNotIndented(text, line.value, owner.key)
          : say`The line ${source} seems to go on with the text of ${key} above, but it starts where a key should. Indent it by two spaces.`,
      repair:
        block && contentBefore(text, line)?.start !== owner.start
          ? upTo(text, lines, column + 2)
          : shift(text, lines, column + 2 - line.indent),
      fix: { title: say`Indent the text`, safe: block },
    };
  }
};

/** Lines within a text that stand too far left come up to `column`; the others stay where they are. */
function upTo(text: string, lines: readonly Line[], column: number): readonly Repair[] {
  return lines.filter(({ indent }) => indent < column).flatMap(line => shift(text, [line], column - line.indent));
}

/** What is said of a text, from its first line, that stands no further in than its key. */
export function textNotIndented(text: string, first: LocalSpan, key: LocalSpan): string {
  return say`The text ${written(text.slice(first.from, first.to))} belongs to ${written(text.slice(key.from, key.to))} but is not indented below it. Start it at least two spaces further in.`;
}

/** A paragraph that wraps to the left of the key that it belongs to, as it does when it is pasted. */
export const wrappedText: Detector = function* ({ text, lines }) {
  for (const line of lines) {
    const isText = !line.key && line.dash === undefined && line.value.from < line.value.to;
    const owner = isText ? openTextAbove(text, line) : undefined;
    if (!owner?.key) continue;
    const block = /^[|>][-+\d]*$/.test(text.slice(owner.value.from, owner.value.to));
    const inside = contentAfter(text, owner);
    const column = block && inside && inside.indent > bodyColumn(owner) ? inside.indent : bodyColumn(owner) + 2;
    if (line.indent >= column) continue;
    const wrapped = textLines(text, line).filter(each => each.indent < column);
    yield {
      mistake: 'text-not-indented',
      at: line.value,
      message: say`The line ${written(text.slice(line.value.from, line.value.to))} seems to go on with the text of ${written(text.slice(owner.key.from, owner.key.to))} above, but it starts where a key should. Indent it to column ${column + 1}.`,
      repair: wrapped.flatMap(each => shift(text, [each], column - each.indent)),
      fix: { title: say`Indent the text`, safe: false },
    };
  }
};

/** The line whose key has a text that is open at its end: nothing but lines of that text stand between it and `line`. */
function openTextAbove(text: string, line: Line): Line | undefined {
  for (
    let above = contentBefore(text, line), count = 0;
    above && count < 200;
    above = contentBefore(text, above), count++
  ) {
    if (above.key) return /^["'[{&*!]/.test(text.slice(above.value.from, above.value.to)) ? undefined : above;
    if (above.dash !== undefined) return undefined;
  }
  return undefined;
}

/** The nearest line above, at the column of `line` or left of it, that holds the key whose value `line` may be. */
function ownerOf(text: string, line: Line): Line | undefined {
  for (
    let above = contentBefore(text, line), count = 0;
    above && count < 50;
    above = contentBefore(text, above), count++
  ) {
    if (above.key && bodyColumn(above) <= Math.max(line.indent, 0) + 1) return above;
    if (above.indent < line.indent) return undefined;
  }
  return undefined;
}

/** `line` and the lines after it that hold no key, in the same column or deeper. */
function textLines(text: string, line: Line): readonly Line[] {
  const lines = [line];
  for (let next = contentAfter(text, line); next && lines.length < 400; next = contentAfter(text, next)) {
    if (next.key || next.indent < line.indent) break;
    lines.push(next);
  }
  return lines;
}

function moved(
  sight: DetectorContext,
  line: Line,
  column: number,
  said: { readonly mistake: string; readonly message: string },
  lines: readonly Line[],
): Diagnosis {
  const at = line.key ?? line.value;
  const title = say`Start ${written(sight.text.slice(at.from, at.to))} in column ${column + 1}`;
  return { ...said, at, repair: shift(sight.text, lines, column - line.indent), fix: { title, safe: true } };
}

/** Moves `lines` by `columns`, to the left at most as far as their white space goes. */
export function shift(text: string, lines: readonly Line[], columns: number): readonly Repair[] {
  if (columns > 0) return lines.map(line => ({ from: line.start, to: line.start, text: ' '.repeat(columns) }));
  return lines.flatMap(line => {
    const spaces = /^ */.exec(text.slice(line.start, line.start + line.indent))?.[0].length ?? 0;
    const cut = Math.min(-columns, spaces);
    return cut > 0 ? [{ from: line.start, to: line.start + cut, text: '' }] : [];
  });
}
