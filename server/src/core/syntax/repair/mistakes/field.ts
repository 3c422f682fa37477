/** The keys with their values on a line, in block style or between brackets, as an author sees them. */
import type { Line, LocalSpan } from './line';
import type { DetectorContext } from './mistake';

/** A key with its value, or a value alone (`key` absent): what stands on a line, or between two commas. */
export interface Field {
  readonly key: LocalSpan | undefined;
  readonly value: LocalSpan;
  readonly inBrackets: boolean;
}

/** All fields on the lines of `sight`, those at the fault first. */
export function fieldsOf(sight: DetectorContext): readonly Field[] {
  const fields = sight.lines.flatMap(line => [...bracketFields(sight.text, line), blockField(line)]);
  const near = (field: Field) => (start(field) <= sight.fault.from && sight.fault.from <= field.value.to ? 0 : 1);
  return fields
    .map((field, index) => ({ field, index }))
    .sort((a, b) => near(a.field) - near(b.field) || a.index - b.index)
    .map(({ field }) => field);
}

export function blockField(line: Line): Field {
  return { key: line.key, value: line.value, inBrackets: false };
}

/** Where the field starts: at its key, or at its value when it has none. */
function start(field: Field): number {
  return field.key?.from ?? field.value.from;
}

/** The fields between brackets on `line`, cut at every comma outside quotes. */
export function bracketFields(text: string, line: Line): readonly Field[] {
  const open = text.slice(line.value.from, line.value.to).search(/[[{]/);
  if (open < 0 || !/^[[{]/.test(text.slice(line.value.from))) return [];
  const fields: Field[] = [];
  let from = line.value.from + 1;
  let quote = '';
  for (let at = from; at <= line.value.to; at++) {
    const character = text[at] ?? '';
    const before = text.slice(from, at).trimEnd();
    if (quote) {
      // A quote closes where a comma, a bracket or the end follows it; elsewhere it is an apostrophe.
      if (character === quote && /^\s*(?:[,\]}:]|$)/.test(text.slice(at + 1, line.value.to))) quote = '';
      if (at < line.value.to) continue;
    } else if ((character === '"' || character === "'") && /(?:^|:)\s*$/.test(before) && !/^\s*$/.test(character)) {
      quote = character;
      continue;
    }
    if (at < line.value.to && !/[,[\]{}]/.test(character)) continue;
    const field = fieldBetween(text, from, at);
    if (field) fields.push(field);
    from = at + 1;
  }
  return fields;
}

function fieldBetween(text: string, from: number, to: number): Field | undefined {
  const source = text.slice(from, to);
  const first = from + source.search(/\S|$/);
  const last = from + source.trimEnd().length;
  if (last <= first) return undefined;
  const key = /^("[^"]*"|'[^']*'|[^\s:"'#][^:"']*?)\s*:(?:\s+|$)/.exec(text.slice(first, last));
  if (key?.[1] === undefined) return { key: undefined, value: { from: first, to: last }, inBrackets: true };
  return {
    key: { from: first, to: first + key[1].length },
    value: { from: Math.min(last, first + key[0].length), to: last },
    inBrackets: true,
  };
}
