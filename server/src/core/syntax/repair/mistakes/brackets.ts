/** Brackets and the commas between them. */
import { say } from '../../../text/say';
import { written } from '../../tree/written';
import { fieldsOf } from './field';
import { shift } from './indentation';
import { isKnownKey } from './known-words';
import { contentAfter, contentBefore, type Line, lineAt } from './line';
import type { Detector, DetectorContext, Diagnosis } from './mistake';

const closing: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** `{id: falls name: Falls response}` */
export const missingComma: Detector = function* (sight) {
  const { text } = sight;
  for (const { key, value, inBrackets } of fieldsOf(sight)) {
    const source = text.slice(value.from, value.to);
    if (!inBrackets || !key) continue;
    const semicolons = [...source.matchAll(/;(?=\s*(?:[A-Za-z_][\w-]*|\d{4}-\d{2}):\s)/g)];
    if (semicolons.length > 0) yield semicolonsForCommas(semicolons.map(({ index }) => value.from + index));
    for (const match of source.matchAll(/(\S)(\s+)([A-Za-z_][\w-]*|\d{4}-\d{2}):(?=\s|$)/g)) {
      const word = match[3] ?? '';
      if (!isKnownKey(word) && !/^\d{4}-\d{2}$|_/.test(word)) continue;
      const at = value.from + match.index + 1;
      yield {
        mistake: 'missing-comma',
        at: { from: at + (match[2] ?? '').length, to: at + (match[2] ?? '').length + word.length },
        message: say`There is no comma before ${written(word)}. Write a comma between the entries.`,
        repair: [{ from: at, to: at, text: ',' }],
        fix: { title: say`Write a comma`, safe: true },
      };
    }
  }
  yield* missingCommaBetweenTexts(sight);
};

/** `{2017-18: £1.2m; 2018-19: £1.3m}` */
function semicolonsForCommas(places: readonly number[]): Diagnosis {
  const first = places[0] ?? 0;
  return {
    mistake: 'semicolon-for-comma',
    at: { from: first, to: first + 1 },
    message: say`There is a semicolon between two entries. Write a comma.`,
    repair: places.map(at => ({ from: at, to: at + 1, text: ',' })),
    fix: { title: say`Write a comma for the semicolon`, safe: true },
  };
}

/** `["a" "b"]`, `[{id: a} {id: b}]` and an entry that ends its line without a comma. */
function* missingCommaBetweenTexts(sight: DetectorContext): Generator<Diagnosis> {
  const { text, fault } = sight;
  const opening = openingLines(sight);
  for (const line of sight.lines) {
    if (!opening.some(({ start }) => start <= line.start)) continue;
    for (const match of text.slice(line.body, line.end).matchAll(/(["'\]}])(\s+)(?=["'[{\w£])/g)) {
      const at = line.body + match.index + 1;
      const next = at + (match[2] ?? '').length;
      if (!opensAnOpenQuote(text, next, line.end)) yield commaBefore(text, at, next);
    }
    const above = contentBefore(text, line);
    if (
      above &&
      fault.from >= above.start &&
      opening.some(({ start }) => start <= above.start) &&
      !/[,[{]$/.test(text.slice(above.start, above.value.to))
    ) {
      yield commaBefore(text, above.value.to, line.body);
    }
  }
}

/** Whether a quote at `at` closes nowhere before `end`: behind a comma it would take in all that follows. */
function opensAnOpenQuote(text: string, at: number, end: number): boolean {
  const sign = text[at] ?? '';
  return (sign === '"' || sign === "'") && !text.slice(at + 1, end).includes(sign);
}

function commaBefore(text: string, at: number, next: number): Diagnosis {
  const word = /^(?:"[^"\n]*"|'[^'\n]*'|[\w£-]+|.)/u.exec(text.slice(next))?.[0] ?? '';
  return {
    mistake: 'missing-comma',
    at: { from: next, to: next + word.length },
    message: say`There is no comma before ${written(word.replace(/^(["'])(.*)\1$/, '$2'))}. Write a comma between the entries.`,
    repair: [{ from: at, to: at, text: ',' }],
    fix: { title: say`Write a comma`, safe: true },
  };
}

/** `{a: 1,, b: 2}`, `[, a]` */
export const extraComma: Detector = function* ({ text, lines }) {
  for (const line of lines) {
    for (const match of text.slice(line.body, line.end).matchAll(/([,[{]\s*),/g)) {
      const at = line.body + match.index + (match[1] ?? '').length;
      yield {
        mistake: 'extra-comma',
        at: { from: at, to: at + 1 },
        message: say`There is a comma with nothing before it. Take it away.`,
        repair: [{ from: at, to: at + 1, text: '' }],
        fix: { title: say`Take the comma away`, safe: true },
      };
    }
  }
};

/** `{a: 1，b: 2}`, with the wide comma of an East Asian keyboard. */
export const wideComma: Detector = function* (sight) {
  for (const { value, inBrackets } of fieldsOf(sight)) {
    if (!inBrackets) continue;
    for (const match of sight.text.slice(value.from, value.to).matchAll(/[\uff0c\u3001\ufe50]\s*/g)) {
      const from = value.from + match.index;
      yield {
        mistake: 'wide-comma',
        at: { from, to: from + 1 },
        message: say`This sign looks like a comma but is another character. Write an ordinary comma and a space.`,
        repair: [{ from, to: from + match[0].length, text: ', ' }],
        fix: { title: say`Write an ordinary comma`, safe: true },
      };
    }
  }
};

/** Lines between brackets that start in the column of the key, as if they stood beside it. */
export const linesInBracketsNotIndented: Detector = function* (sight) {
  const { text } = sight;
  for (const line of openingLines(sight)) {
    const inside: Line[] = [];
    let closed = false;
    for (let next = contentAfter(text, line); next && inside.length < 100 && !closed; next = contentAfter(text, next)) {
      closed = /^[\]}]/.test(text.slice(next.body, next.end));
      if (!closed) inside.push(next);
    }
    const first = inside[0];
    if (!first || !closed || first.indent > line.indent) continue;
    yield {
      mistake: 'lines-in-brackets-not-indented',
      at: first.key ?? first.value,
      message: say`The lines between the brackets must be indented deeper than the line with "${text[line.value.from]}". Indent them by two spaces.`,
      repair: shift(text, inside, line.indent + 2 - first.indent),
      fix: { title: say`Indent the lines between the brackets`, safe: true },
    };
  }
};

/** An entry between brackets that goes on in a line which starts too far left, as when a long line is cut in two. */
export const cutBetweenBrackets: Detector = function* (sight) {
  const { text } = sight;
  for (const line of openingLines(sight)) {
    const inside: Line[] = [];
    let next = contentAfter(text, line);
    for (; next && next.indent <= line.indent && inside.length < 20; next = contentAfter(text, next)) {
      if (next.key || next.dash !== undefined) break;
      inside.push(next);
      if (/[\]}]\s*,?$/.test(text.slice(next.start, next.end))) break;
    }
    const first = inside[0];
    if (!first || balanceFrom(text, line).open.length === 0) continue;
    yield {
      mistake: 'lines-in-brackets-not-indented',
      at: first.value,
      message: say`The line ${written(text.slice(first.value.from, first.value.to))} goes on between the brackets above, but it starts where a key should. Indent it deeper than the line above.`,
      repair: inside.flatMap(each => shift(text, [each], line.indent + 4 - each.indent)),
      fix: { title: say`Indent the lines between the brackets`, safe: true },
    };
  }
};

/** A bracket that is closed by the other kind, once too often, or never. */
export const unbalancedBrackets: Detector = function* (sight) {
  const { text } = sight;
  for (const line of openingLines(sight)) {
    const balance = balanceFrom(text, line);
    if (balance.wrong !== undefined) yield* wrongOrExtra(text, balance.wrong, balance.open.at(-1));
    const bracket = balance.open.at(-1);
    if (bracket === undefined) continue;
    for (const end of new Set([line.value.to, ...flowEnds(text, line)])) {
      const opened = balance.open.filter(at => at < end);
      const ends = opened
        .reverse()
        .map(at => closing[text[at] ?? ''] ?? '')
        .join('');
      if (ends === '') continue;
      yield {
        mistake: 'bracket-not-closed',
        at: { from: bracket, to: bracket + 1 },
        message: say`The bracket "${text[bracket]}" is opened here and never closed. Write "${ends}" at the end.`,
        repair: [{ from: end, to: end, text: ends }],
        fix: {
          title: say`Write "${ends}" at the end of the line`,
          // What looks like a comment behind it, and holds such a bracket, may be a part of the text.
          safe: end === line.value.to && !/[\]}]/.test(text.slice(end, line.end)),
        },
      };
    }
  }
};

/** A closing bracket alone on its line, with nothing open above it. */
export const strayBracketLine: Detector = function* ({ text, lines }) {
  for (const line of lines) {
    if (!/^[\]}]+[,;]?\s*$/.test(text.slice(line.body, line.end))) continue;
    yield {
      mistake: 'bracket-not-opened',
      at: { from: line.body, to: line.body + 1 },
      message: say`The bracket "${text[line.body]}" closes nothing: no bracket of its kind is open. Take it away.`,
      repair: [{ from: line.body, to: line.end, text: '' }],
      fix: { title: say`Take "${text[line.body]}" away`, safe: true },
    };
  }
};

function* wrongOrExtra(text: string, at: number, open: number | undefined): Generator<Diagnosis> {
  const written = text[at] ?? '';
  const wanted = open === undefined ? undefined : closing[text[open] ?? ''];
  if (wanted !== undefined) {
    yield {
      mistake: 'wrong-bracket',
      at: { from: at, to: at + 1 },
      message: say`The bracket "${text[open ?? 0]}" is closed by "${written}". Write "${wanted}".`,
      repair: [{ from: at, to: at + 1, text: wanted }],
      fix: { title: say`Write "${wanted}" for "${written}"`, safe: true },
    };
  }
  yield strayBracket(written, at);
}

/** The finding on the bracket `sign` at `at`, which closes nothing. */
export function strayBracket(sign: string, at: number): Diagnosis {
  return {
    mistake: 'bracket-not-opened',
    at: { from: at, to: at + 1 },
    message: say`The bracket "${sign}" closes nothing: no bracket of its kind is open. Take it away.`,
    repair: [{ from: at, to: at + 1, text: '' }],
    fix: { title: say`Take "${sign}" away`, safe: true },
  };
}

/** Lines at or above the fault whose value starts with a bracket. */
function openingLines({ text, fault, lines }: DetectorContext): readonly Line[] {
  const found = new Map<number, Line>();
  const add = (line: Line) => {
    if (/^[[{]/.test(text.slice(line.value.from, line.value.from + 1))) found.set(line.start, line);
  };
  for (const line of lines) add(line);
  let above: Line | undefined = lineAt(text, fault.from);
  for (let count = 0; above && count < 30; count++) {
    add(above);
    above = contentBefore(text, above);
  }
  return [...found.values()];
}

interface Balance {
  /** Brackets that are open at the end. */
  readonly open: readonly number[];
  /** The first closing bracket that does not fit. */
  readonly wrong: number | undefined;
}

function balanceFrom(text: string, first: Line): Balance {
  const open: number[] = [];
  let quote = '';
  for (let line: Line | undefined = first, count = 0; line && count < 200; count++) {
    for (let at = count === 0 ? line.value.from : line.body; at < line.end; at++) {
      const character = text[at] ?? '';
      if (quote) {
        if (character === '\\' && quote === '"') at++;
        else if (character === quote) quote = '';
      } else if (/["']/.test(character) && /[[{,:]\s*$/.test(text.slice(Math.max(0, at - 20), at))) quote = character;
      else if (character === '#' && /\s/.test(text[at - 1] ?? ' ')) break;
      else if (character === '[' || character === '{') open.push(at);
      else if (character === ']' || character === '}') {
        if (closing[text[open.at(-1) ?? -1] ?? ''] !== character) return { open, wrong: at };
        open.pop();
        if (open.length === 0) return afterClosed(text, at, line);
      }
    }
    const next: Line | undefined = contentAfter(text, line);
    if (!next || next.indent <= first.indent) return { open, wrong: undefined };
    line = next;
  }
  return { open, wrong: undefined };
}

function afterClosed(text: string, at: number, line: Line): Balance {
  const after = /^\s*[\]}]/.exec(text.slice(at + 1, line.end));
  return { open: [], wrong: after ? at + after[0].length : undefined };
}

/** Where brackets that go on over several lines may end: after each deeper line below. */
function flowEnds(text: string, first: Line): readonly number[] {
  const ends: number[] = [];
  for (
    let line = contentAfter(text, first);
    line && line.indent > first.indent && ends.length < 12;
    line = contentAfter(text, line)
  ) {
    ends.push(/,$/.test(text.slice(line.start, line.value.to)) ? line.value.to - 1 : line.value.to);
  }
  return ends.reverse();
}
