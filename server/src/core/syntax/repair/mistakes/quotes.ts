/** Quotes: an apostrophe or a quote that ends the text too early, text after them, a quote that is never closed. */
import { say } from '../../../text/say';
import { quoted, written } from '../../tree/written';
import { blockField, bracketFields, type Field, fieldsOf } from './field';
import { contentAfter, contentBefore, type LocalSpan, lineAt } from './line';
import type { Detector, DetectorContext, Diagnosis } from './mistake';

/** `'the council's plan'` and `"the "one" plan"` */
export const quoteInsideQuotes: Detector = function* (sight) {
  const { text } = sight;
  for (const { value } of fieldsOf(sight)) {
    const source = text.slice(value.from, value.to);
    const match = /^(['"])(.+)\1$/.exec(source);
    if (match?.[1] === undefined || match[2] === undefined || !isWholeInQuotes(source)) continue;
    const quote = match[1];
    const bare = quote === "'" ? match[2].replaceAll("''", '\0\0') : match[2].replace(/\\./g, '\0\0');
    const inner = bare.indexOf(quote);
    if (inner < 0) continue;
    const plain = match[2].replaceAll(quote + quote, quote);
    const at = value.from + 1 + inner;
    const before = written(match[2].slice(0, inner));
    const other =
      quote === "'" ? say`Put the text in double quotes instead.` : say`Put the text in single quotes instead.`;
    const advice = quoted(plain).length < 60 ? say`Write ${quoted(plain)}.` : other;
    yield {
      mistake: quote === "'" ? 'apostrophe-in-quotes' : 'quote-in-quotes',
      at: { from: at, to: at + 1 },
      message:
        quote === "'"
          ? say`The apostrophe after ${before} ends the quoted text too early. ${advice}`
          : say`The quote after ${before} ends the quoted text too early. ${advice}`,
      repair: [{ ...value, text: quoted(plain) }],
      fix: {
        title: quote === "'" ? say`Put the text in double quotes` : say`Put the text in single quotes`,
        safe: true,
      },
    };
  }
};

/**
 * Whether the quotes at both ends of `source` are meant round all of it: not in `"Home" and "Care"`, where the first one is
 * closed behind a word and another word in quotes follows.
 */
export function isWholeInQuotes(source: string): boolean {
  const match = /^(['"])(.+)\1$/s.exec(source);
  const [, quote = '', inner = ''] = match ?? [];
  if (!match) return false;
  const first = inner.indexOf(quote);
  const closesWord = /^\S$/.test(inner[first - 1] ?? ' ') && /^[\s,;:]$/.test(inner[first + 1] ?? ' ');
  return first < 0 || !closesWord || inner.split(quote).length % 2 === 0;
}

/** `"North" Yorkshire` */
export const textAfterQuote: Detector = function* (sight) {
  for (const { value } of fieldsOf(sight)) {
    const found = afterQuote(sight.text.slice(value.from, value.to), value);
    if (found) yield found;
  }
};

/** The finding on a text that goes on after its closing quote; none on any other. */
export function afterQuote(source: string, value: LocalSpan): Diagnosis | undefined {
  if (isWholeInQuotes(source)) return undefined;
  const rest = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*([^\s,:].*)$/.exec(source)?.[2];
  if (rest === undefined) return undefined;
  return {
    mistake: 'text-after-quote',
    at: { from: value.to - rest.length, to: value.to },
    message: say`The text goes on after its closing quote, with ${written(rest)}. Put the quotes round the whole text, or leave them out.`,
    repair: [{ ...value, text: quoted(source) }],
    fix: { title: say`Put the whole text in quotes`, safe: true },
  };
}

/** `title: "North Yorkshire` */
export const quoteNotClosed: Detector = function* (sight) {
  for (const { field, lineEnd } of unclosed(sight)) {
    const { value } = field;
    const quote = sight.text[value.from] ?? '"';
    for (const end of ends(sight.text, field)) {
      const source = sight.text.slice(value.from + 1, end);
      const curly = /[”“’‘]$/.test(source) && !/[“‘]/.test(source.slice(0, -1));
      if (curly) yield closedByCurly(source, quote, end);
      yield {
        mistake: 'quote-not-closed',
        at: { from: value.from, to: value.from + 1 },
        message: neverClosed(source, quote),
        repair: [{ from: end, to: end, text: quote }],
        fix: { title: say`Close the quotes`, safe: !field.inBrackets && end === lineEnd },
      };
    }
  }
};

/** `"North Yorkshire”` */
function closedByCurly(source: string, quote: string, end: number): Diagnosis {
  return {
    mistake: 'curly-closing-quote',
    at: { from: end - 1, to: end },
    message: say`The quoted text ${written(source.slice(0, -1))} starts with a straight quote and ends with a curly one. Write a straight one.`,
    repair: [{ from: end - 1, to: end, text: quote }],
    fix: { title: say`Write a straight quote`, safe: true },
  };
}

/** `path: "C:\plans"`: a backslash means something else between double quotes. */
export const backslashInQuotes: Detector = function* (sight) {
  const { text, fault } = sight;
  if (fault.code !== 'BAD_DQ_ESCAPE') return;
  const line = lineAt(text, fault.from);
  for (const { value } of [...bracketFields(text, line), blockField(line)]) {
    const match = /^"((?:[^"\\]|\\.)*)"$/.exec(text.slice(value.from, value.to));
    if (match?.[1] === undefined || fault.from < value.from || fault.from > value.to) continue;
    const plain = match[1].replaceAll('\\"', '"').replaceAll('\\\\', '\\');
    yield {
      mistake: 'backslash-in-quotes',
      at: { from: fault.from, to: Math.min(value.to, fault.from + 2) },
      message: say`Between double quotes a backslash gives the next letter another meaning, and ${written(text.slice(fault.from, fault.from + 2))} has none. Put the text in single quotes.`,
      repair: [{ ...value, text: `'${plain.replaceAll("'", "''")}'` }],
      fix: { title: say`Put the text in single quotes`, safe: true },
    };
  }
};

/** Fields whose quote is not closed on their line, the nearest before the fault first. */
function* unclosed({ text, fault, lines }: DetectorContext): Generator<{ field: Field; lineEnd: number }> {
  const seen = new Set<number>();
  const candidates = [...lines];
  // A quote swallows the lines after it: the cause may stand well above the place where reading fails.
  let above = contentBefore(text, lineAt(text, fault.from));
  for (let count = 0; above && count < 12; count++, above = contentBefore(text, above)) candidates.push(above);
  for (const line of candidates) {
    if (seen.has(line.start)) continue;
    seen.add(line.start);
    for (const field of [...bracketFields(text, line), blockField(line)]) {
      const source = text.slice(field.value.from, field.value.to);
      if (/^"(?:[^"\\]|\\.)*\\?$/.test(source) || /^'(?:[^']|'')*$/.test(source))
        yield { field, lineEnd: field.value.to };
    }
  }
}

/** Where a quote may have been meant to close: before the next key, before the bracket, at the end of the line. */
function ends(text: string, { value, inBrackets }: Field): readonly number[] {
  if (!inBrackets) return [value.to];
  const source = text.slice(value.from, value.to);
  const places = [
    source.search(/,\s*[A-Za-z_][\w-]*:\s/),
    source.search(/\s*[\]}]+\s*$/),
    source.search(/[\]}]/),
    source.length,
  ];
  return [...new Set(places.filter(place => place > 0))].map(place => value.from + place);
}

/** A quoted text that goes on over several lines is closed on a later one. */
export const longQuoteNotClosed: Detector = function* (sight) {
  const { text } = sight;
  for (const { field } of unclosed(sight)) {
    if (field.inBrackets) continue;
    const line = lineAt(text, field.value.from);
    const last = lastOfText(text, line.indent, field.value);
    if (last <= field.value.to) continue;
    const quote = text[field.value.from] ?? '"';
    const diagnosis: Diagnosis = {
      mistake: 'quote-not-closed',
      at: { from: field.value.from, to: field.value.from + 1 },
      message: neverClosed(text.slice(field.value.from + 1, last), quote),
      repair: [{ from: last, to: last, text: quote }],
      fix: { title: say`Close the quotes`, safe: false },
    };
    yield diagnosis;
  }
};

/** The end of the lines after `value` that are indented deeper than `indent` and hold no key. */
function lastOfText(text: string, indent: number, value: LocalSpan): number {
  let end = value.to;
  for (let line = contentAfter(text, lineAt(text, value.from)); line; line = contentAfter(text, line)) {
    if (line.indent <= indent || line.key || line.dash !== undefined) break;
    end = line.value.to;
  }
  return end;
}

function neverClosed(source: string, quote: string): string {
  return quote === '"'
    ? say`The quoted text ${written(source)} is never closed. Put a double quote at its end.`
    : say`The quoted text ${written(source)} is never closed. Put a single quote at its end.`;
}
