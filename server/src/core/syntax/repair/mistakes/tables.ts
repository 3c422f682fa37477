/** Tables pasted out of a spreadsheet or a document: keys and values with a tab, spaces or bars between them. */
import { say } from '../../../text/say';
import { written } from '../../tree/written';
import { isKnownKey } from './known-words';
import { contentAfter, type Line, type LocalSpan } from './line';
import type { Detector, Diagnosis } from './mistake';
import type { Repair } from './repaired-text';

/** Lines of one text that all hold a year or a key, a tab (or, after a year, a space) and a value. */
export function columnsOfTable(lines: readonly Line[], { from }: LocalSpan, text: string): Diagnosis | undefined {
  const first = lines[0];
  if (!first || lines.length < 2 || first.body !== from || first.key) return undefined;
  const words = lines.map(line =>
    /^(\d{4}-\d{2})[ \t]+(?=\S)|^([a-z_]+)\t[ \t]*(?=\S)/.exec(text.slice(line.body, line.end)),
  );
  const repair: Repair[] = [];
  for (const [index, match] of words.entries()) {
    const word = match?.[1] ?? match?.[2];
    const line = lines[index];
    if (!match || !line || word === undefined || (match[2] !== undefined && !isKnownKey(word))) return undefined;
    repair.push({ from: line.body + word.length, to: line.body + match[0].length, text: ': ' });
  }
  const word = words[0]?.[1] ?? words[0]?.[2] ?? '';
  return {
    mistake: 'columns',
    at: { from, to: from + word.length },
    message: say`There is no colon after ${written(word)} and in the lines below, so they are not read as keys. Write a colon and a space after each.`,
    repair,
    fix: { title: say`Write the colons`, safe: true },
  };
}

/** `| 2017-18 | £2m |`: rows of a table; those of two cells are read as key and value. */
export const tableWithBars: Detector = function* ({ text, lines }) {
  for (const line of lines) {
    if (!cellsOf(text, line)) continue;
    const rows = [line];
    for (let next = contentAfter(text, line); next && cellsOf(text, next); next = contentAfter(text, next))
      rows.push(next);
    // What a row of more cells says beyond its first two stands nowhere else.
    const isLossless = rows.every(
      row => (cellsOf(text, row) ?? []).length === 2 || /^[-|:\s]*$/.test(text.slice(row.body, row.end)),
    );
    yield {
      mistake: 'table',
      at: { from: line.body, to: line.body + 1 },
      message: say`A table with bars cannot be read in a plan. Write each row as a key, a colon and its value.`,
      repair: rows.map(row => {
        const [key, value, ...others] = cellsOf(text, row) ?? [];
        const pair = others.length === 0 && value !== undefined && !/^-+$/.test(value) ? `${key}: ${value}` : '';
        return { from: row.body, to: row.end, text: pair };
      }),
      ...(isLossless && { fix: { title: say`Write keys and values without "|", "-" and ":"`, safe: false } }),
    };
  }
};

function cellsOf(text: string, line: Line): readonly string[] | undefined {
  const row = /^\|(.+)\|\s*$/.exec(text.slice(line.body, line.end))?.[1];
  return row === undefined ? undefined : row.split('|').map(cell => cell.trim());
}
