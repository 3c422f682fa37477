/** Texts between brackets that hold a sign which ends them there: a comma, another bracket, a hash. */
import { say } from '../../../text/say';
import type { Entry, MapNode } from '../../tree/node';
import { quoted, written } from '../../tree/written';
import { bracketFields } from './field';
import { isKnownKey } from './known-words';
import type { Stretch } from './line';
import type { Detector, Diagnosis } from './mistake';

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
function tailOf({ entries }: MapNode, index: number, text: string): Stretch | undefined {
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

/** `{name: South Tees [Hospitals] Trust}` and `{name: Falls #2, lead: a-example}` */
export const signInBrackets: Detector = function* ({ text, lines }) {
  for (const line of lines) {
    const source = text.slice(line.body, line.end);
    for (const match of source.matchAll(/:\s+([^\s"'[{,][^,[\]{}]*(?:\[[^\]]*\]|\{[^}]*\})[^,[\]{}]*)(?=[,}])/g)) {
      const from = line.body + match.index + match[0].length - (match[1] ?? '').length;
      const value = (match[1] ?? '').trimEnd();
      const sign = /[[{]/.exec(value);
      if (sign) yield inQuotes(value, from, sign.index);
    }
    for (const { key, value } of bracketFields(text, line)) {
      const content = text.slice(value.from, value.to);
      const hash = content.search(/\s#\S/);
      if (key && hash > 0 && !/^["']/.test(content)) yield inQuotes(content, value.from, hash + 1);
    }
  }
};

function inQuotes(value: string, from: number, sign: number): Diagnosis {
  return {
    mistake: 'sign-in-brackets',
    at: { from: from + sign, to: from + sign + 1 },
    message: say`The text ${written(value)} ends at its "${value[sign]}", which has a meaning of its own in YAML. Put the text in quotes.`,
    repair: [{ from, to: from + value.length, text: quoted(value) }],
    fix: { title: say`Put the text in quotes`, safe: true },
  };
}
