/** Texts between brackets that hold a sign which ends them there: a comma, another bracket, a hash. */
import { say } from '../../../text/say';
import type { Entry, MapNode } from '../../tree/node';
import { isPlain } from '../../tree/write-scalar';
import { quoted, written } from '../../tree/written';
import { type BracketText, bracketTexts, holdsKey, isBelowBracket, textsBelowBracket } from './bracket-reader';
import { strayBracket } from './brackets';
import { colonFound } from './colons';
import { isKnownKey, isTextKey } from './known-words';
import type { Line, LocalSpan } from './line';
import type { Detector, Diagnosis } from './mistake';
import { afterQuote, isWholeInQuotes } from './quotes';
import { signAtStart } from './signs';

/** `{name: Hambleton, Richmondshire and Whitby, type: x}`: what follows the comma is read as a key without a value. */
export function commaInText(map: MapNode, text: string): readonly Diagnosis[] {
  const found: Diagnosis[] = [];
  map.entries.forEach((entry, index) => {
    if (entry.value.kind !== 'scalar' || entry.value.style !== 'plain') return;
    const last = tailOf(map, index, text);
    if (last === undefined) return;
    const whole = text.slice(entry.value.from, last.to);
    const rest = text.slice(last.from, last.to);
    found.push({
      mistake: 'comma-in-text',
      rule: 'read-differently',
      at: { from: last.from, to: last.to },
      message: say`Between brackets a comma starts a new entry, so ${written(rest)} is cut off from ${written(entry.value.text)}. Put the whole text in quotes.`,
      repair: [{ from: entry.value.from, to: last.to, text: quoted(whole) }],
      fix: { title: say`Put the text in quotes`, safe: true },
    });
  });
  return found;
}

/** The stretch of the entries right after that at `index` which are no keys. */
function tailOf({ entries }: MapNode, index: number, text: string): LocalSpan | undefined {
  let last = index;
  while (isTail(entries[last + 1], text)) last++;
  const [first, end] = [entries[index + 1], entries[last]];
  return last > index && first && end ? { from: first.key.from, to: end.key.to } : undefined;
}

/** Words without a colon, which are no key of the format and no piece of an amount. */
function isTail(entry: Entry | undefined, text: string): boolean {
  if (entry?.value.kind !== 'scalar' || entry.value.style !== 'empty' || entry.key.style !== 'plain') return false;
  if (isKnownKey(entry.key.text) || /^[\d.,£]+[a-z]*$/i.test(entry.key.text)) return false;
  return /^\s*[,}]/.test(text.slice(entry.key.to, entry.key.to + 40));
}

/**
 * `{name: South Tees [Hospitals] Trust}`, `{name: Falls #2, lead: a-example}`, `{name: "Home" Ltd, type: x}`: a text that
 * YAML reads otherwise between brackets, or not at all. The one at the fault comes first.
 */
export const signInBrackets: Detector = function* ({ text, lines, fault }) {
  for (const line of lines) {
    const open = textWithOpenBracket(text, line);
    if (open) yield open;
    const all = isBelowBracket(text, line) ? textsBelowBracket(text, line) : bracketTexts(text, line);
    const texts = all.filter(each => wantsQuotes(text, each));
    const near = (each: BracketText) => (each.from <= fault.to && fault.from <= each.to ? 0 : 1);
    texts.sort((a, b) => near(a) - near(b));
    for (const each of texts.slice(0, MOST_TRIED)) yield inQuotes(text.slice(each.from, each.to), each);
  }
};

/** So many texts of one line are tried. */
const MOST_TRIED = 8;

/** Whether YAML cannot read the text as it is written, and it is one as far as its signs tell. */
function wantsQuotes(text: string, { from, to, role, key }: BracketText): boolean {
  const source = text.slice(from, to);
  if (isPlain(source, 'flow') || /^[-?]$/.test(source) || /^-?£?\d[\d,.]*(?:k|m|bn)?$/.test(source)) return false;
  // Texts and items without a comma between them, or a whole text in quotes.
  if (key === undefined && role === 'value' && /["'\]}]\s+["'[{]/.test(source)) return false;
  if (/[\]}]\s*[,;]?\s*(?:-\s+)?[[{]/.test(source) || isWholeInQuotes(source)) return false;
  // A list that is not closed: to end it is for the brackets.
  if (isOpenBracket(source) && !isTextKey(key ?? '')) return false;
  return role === 'key' || !holdsKey(source);
}

/** Whether `source` starts with a bracket that it does not close. */
function isOpenBracket(source: string): boolean {
  return /^\[[^\]]*$|^\{[^}]*$/.test(source);
}

/** `name: [Draft plan`: the text of a key that has no list. */
function textWithOpenBracket(text: string, { key, value }: Line): Diagnosis | undefined {
  const source = text.slice(value.from, value.to);
  if (!key || !isTextKey(text.slice(key.from, key.to)) || !isOpenBracket(source) || /[,:]\s|,$/.test(source))
    return undefined;
  return signAtStart(source, { value });
}

function inQuotes(source: string, value: LocalSpan): Diagnosis {
  const after = afterQuote(source, value);
  if (after) return after;
  if (/^[^[\]{}]*[\]}]$/.test(source)) return strayBracket(source.slice(-1), value.to - 1);
  if (/^[&!@%*`|>#"'[\]{}?,-]/.test(source)) return signAtStart(source, { value });
  if (!/[[\]{},]|\s#/.test(source)) return colonFound(source, value);
  const sign = source.search(/[[\]{},]|(?<=\s)#|:(?=\s|$)/);
  return {
    mistake: 'sign-in-brackets',
    at: { from: value.from + sign, to: value.from + sign + 1 },
    message: say`The text ${written(source)} would end at its "${source[sign]}", so it needs quotes. Put one before it and one after it.`,
    repair: [{ ...value, text: quoted(source) }],
    fix: { title: say`Put the text in quotes`, safe: true },
  };
}
