/** Several keys with their values on one line, without the brackets or the lines that they need. */
import { say } from '../../../text/say';
import { written } from '../../tree/written';
import { isKnownKey } from './known-words';
import { contentAfter, contentBefore, type Line, lineAt } from './line';
import type { Detector } from './mistake';

const PAIR = String.raw`([A-Za-z_][\w-]*|\d{4}-\d{2}):\s+[^,:()[\]{}]*?`;
const PAIRS = new RegExp(String.raw`^(\(?)\s*((?:${PAIR})(?:\s*,\s*${PAIR})+)\s*(\)?)$`);

/** `period: from: 2017-04-01, to: 2020-03-31`, with round brackets or none. */
export const pairsWithoutBrackets: Detector = function* ({ text, lines }) {
  for (const line of lines) {
    const source = text.slice(line.value.from, line.value.to);
    const match = PAIRS.exec(source);
    const [, opened = '', pairs = '', , , closed = ''] = match ?? [];
    if (!line.key || !match || (opened === '') !== (closed === '')) continue;
    const keys = [...pairs.matchAll(/(?:^|,\s*)([\w-]+):/g)].map(pair => pair[1] ?? '');
    if (!keys.every(key => isKnownKey(key) || /^\d{4}-\d{2}$/.test(key))) continue;
    yield {
      mistake: 'pairs-without-brackets',
      at: line.value,
      message: say`Several keys on one line stand between "{" and "}", and here they do not. Write ${written(`{${pairs}}`)}.`,
      repair: [{ ...line.value, text: `{${pairs}}` }],
      fix: { title: say`Write the brackets`, safe: true },
    };
  }
};

/** `type: integrated-budget lead: a-example`: two lines that were joined, where the second key is missing otherwise. */
export const joinedLines: Detector = function* ({ text, lines }) {
  for (const line of lines) {
    const source = text.slice(line.value.from, line.value.to);
    const match = /^[^\s"'[{|>][^:"'[{]*?(\s+)([a-z_]+):\s+\S/.exec(source);
    const word = match?.[2];
    if (!line.key || match?.[1] === undefined || word === undefined || !isKnownKey(word)) continue;
    if (WORDS.has(text.slice(line.key.from, line.key.to)) && !NO_WORD.test(word)) continue;
    const column = line.body - line.start;
    if (hasKeyBeside(text, line, column, word)) continue;
    const from = line.value.from + source.indexOf(`${match[1]}${word}:`);
    const at = from + match[1].length;
    yield {
      mistake: 'joined-lines',
      at: { from: at, to: at + word.length },
      message: say`The key ${written(word)} stands on the line of ${written(text.slice(line.key.from, line.key.to))}. Start it on a line of its own.`,
      repair: [{ from, to: at, text: `\n${' '.repeat(column)}` }],
      fix: { title: say`Start "${word}" on a line of its own`, safe: false },
    };
  }
};

/** Keys of texts, in which most words before a colon are meant as such: "title: One plan: York". */
const WORDS: ReadonlySet<string> = new Set(
  `definition description evidence mitigation name narrative post purpose reason title what what_changes`.split(' '),
);
/** Keys that no sentence has. */
const NO_WORD = /_|^(?:amounts|deadline|email|employer|id|lead|novelty|owner|type|wte)$/;

/** Whether the item that `line` belongs to has the key `word` already. */
function hasKeyBeside(text: string, line: Line, column: number, word: string): boolean {
  const isKey = (other: Line) => other.key !== undefined && text.slice(other.key.from, other.key.to) === word;
  const inColumn = (other: Line) => other.body - other.start === column;
  let above: Line | undefined = line;
  for (let count = 0; above && count < 200; count++) {
    if (inColumn(above) && isKey(above)) return true;
    if (above.dash !== undefined && inColumn(above)) break;
    above = contentBefore(text, above);
    if (above && above.indent < column && above.dash === undefined) break;
  }
  let below = contentAfter(text, lineAt(text, line.start));
  for (let count = 0; below && below.indent >= column && count < 200; count++) {
    if (inColumn(below) && isKey(below)) return true;
    below = contentAfter(text, below);
  }
  return false;
}
