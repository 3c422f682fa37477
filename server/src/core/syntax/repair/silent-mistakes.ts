/**
 * Mistakes that YAML accepts in silence: it reads something else than an author sees. The tree is looked through once;
 * most repairs put the text in quotes.
 */
import { say } from '../../text/say';
import type { Oddity } from '../library/copy-nodes';
import { type Entry, isItemInList, type ListNode, type MapNode, type Node, type ScalarNode } from '../tree/node';
import { quoted, written } from '../tree/written';
import { BracketTexts } from './mistakes/bracket-reader';
import { commaInText } from './mistakes/bracket-texts';
import type { Line } from './mistakes/line';
import { LineMemory } from './mistakes/line-memory';
import { bulletAt, bulletFound, numberAt } from './mistakes/lists';
import type { Diagnosis } from './mistakes/mistake';
import { signAtStart } from './mistakes/signs';
import { columnsOfTable } from './mistakes/tables';
import { isQuantity, numberLook } from './number-look';
import { splitAmounts } from './split-amount';

/** What is odd in a tree whose places are offsets into `text`, in the order of the text. */
export function silentMistakes(
  root: Node | undefined,
  oddities: readonly Oddity[],
  text: string,
): readonly Diagnosis[] {
  const sheet: Sheet = {
    text,
    lines: new LineMemory(text),
    texts: new BracketTexts(text),
    found: [],
    seen: new Set(),
  };
  const { found } = sheet;
  for (const oddity of oddities) found.push(inWords(oddity, sheet));
  if (root) look(root, [], sheet);
  return found.sort((a, b) => a.at.from - b.at.from);
}

/** What is looked through, and what has been found in it. */
interface Sheet {
  readonly text: string;
  readonly lines: LineMemory;
  readonly texts: BracketTexts;
  readonly found: Diagnosis[];
  /** An alias shows one node at several places: it is looked at where it stands first. */
  readonly seen: Set<Node>;
}

function look(node: Node, path: readonly string[], sheet: Sheet): void {
  if (node.kind === 'scalar') {
    lookAtScalar(node, path, sheet);
    return;
  }
  if (sheet.seen.has(node)) return;
  sheet.seen.add(node);
  if (node.kind === 'list') {
    const split = tell(sheet, node.style === 'flow' ? splitAmounts(node, sheet.text) : []);
    const twice = node.items.find(isItemInList);
    if (twice) sheet.found.push(dashTwice(twice));
    else if (!split) for (const item of node.items) look(item, path, sheet);
    return;
  }
  if (node.style === 'flow' && tell(sheet, splitAmounts(node, sheet.text))) return;
  if (node.style === 'flow' && tell(sheet, commaInText(node, sheet.text))) return;
  const forgotten = missingDash(node, sheet);
  if (forgotten) sheet.found.push(forgotten);
  for (const entry of node.entries) {
    const odd = lookAtKey(node, entry, sheet);
    if (odd) sheet.found.push(odd);
    else {
      lookAtScalar(entry.key, [...path, 'key'], sheet);
      look(entry.value, [...path, entry.key.text], sheet);
    }
  }
}

/** Whether there is any of `diagnoses`; all are kept. */
function tell({ found }: Sheet, diagnoses: readonly Diagnosis[]): boolean {
  for (const diagnosis of diagnoses) found.push(diagnosis);
  return diagnoses.length > 0;
}

function dashTwice({ from }: ListNode): Diagnosis {
  return {
    mistake: 'dash-twice',
    at: { from, to: from + 1 },
    message: say`An item starts with one dash, and there is a second one here. Take it away.`,
    repair: [{ from, to: from + 1, text: ' ' }],
    fix: { title: say`Take the second dash away`, safe: true },
  };
}

function lookAtScalar(node: ScalarNode, path: readonly string[], sheet: Sheet): void {
  if (node.style !== 'plain' && node.style !== 'empty') return;
  const diagnosis =
    cutOff(node, sheet) ??
    curlyQuotes(node) ??
    bulletsInText(node, sheet) ??
    columnsOfTable(linesOf(node, sheet), node, sheet.text) ??
    numberLook(node, isQuantity(path) ? 'quantity' : 'text');
  if (diagnosis) sheet.found.push(diagnosis);
}

/** `name: Scheme #2` is cut off at " #"; `# a comment` is meant. */
function cutOff(node: ScalarNode, { text, lines }: Sheet): Diagnosis | undefined {
  const line = lines.at(node.to);
  const rest = /^[ \t]+(#[^\s#].*)$/.exec(text.slice(node.to, line.end));
  const emptyValue = node.style === 'empty' ? /^[ \t]*(#[^\s#].*)$/.exec(text.slice(node.to, line.end)) : null;
  const lost = rest?.[1] ?? emptyValue?.[1];
  if (lost === undefined || (node.style === 'empty' && !line.key)) return undefined;
  const end = node.to + text.slice(node.to, line.end).indexOf(lost) + lost.length;
  const from = node.style === 'empty' ? end - lost.length : node.from;
  const meant = text.slice(from, end).trimEnd();
  return {
    mistake: 'cut-off-text',
    rule: 'read-differently',
    at: { from: end - lost.length, to: end - lost.length + lost.trimEnd().length },
    message: say`The text from ${written(lost)} on is read as a comment and is lost. Put the whole text in quotes: ${written(meant)}.`,
    repair: [{ from, to: from + meant.length, text: quoted(meant) }],
    fix: { title: say`Put the text in quotes`, safe: true },
  };
}

function curlyQuotes(node: ScalarNode): Diagnosis | undefined {
  const match = /^[“”„‟«](.*)[“”‟»]$|^[‘’‚‛](.*)[’‘‛]$/s.exec(node.text);
  const inner = match?.[1] ?? match?.[2];
  if (inner === undefined || /[\n“”]/.test(inner)) return undefined;
  return {
    mistake: 'curly-quotes',
    rule: 'read-differently',
    at: { from: node.from, to: node.to },
    message: say`The curly quotes round ${written(inner)} are kept as a part of the text. Write straight quotes, or none.`,
    repair: [{ from: node.from, to: node.to, text: quoted(inner) }],
    fix: { title: say`Write straight quotes`, safe: true },
  };
}

/** A list made with bullets is read as one long text. */
function bulletsInText(node: ScalarNode, sheet: Sheet): Diagnosis | undefined {
  const { text } = sheet;
  const first = sheet.lines.at(node.from);
  if (first.body !== node.from || first.key || !text.slice(node.from, node.to).includes('\n')) return undefined;
  const sign = bulletAt(text, first) ?? numberAt(text, first);
  if (sign === undefined) return undefined;
  const lines = linesOf(node, sheet);
  if (!lines.every(line => bulletAt(text, line) === sign || (sign.length > 1 && numberAt(text, line))))
    return undefined;
  return bulletFound(sign, node.from, text, lines);
}

/** The lines of a text that are not empty. */
function linesOf(node: ScalarNode, { text, lines }: Sheet): readonly Line[] {
  const found: Line[] = [];
  for (let at = node.from; at < node.to; ) {
    if (/\s/.test(text[at] ?? '')) {
      at++;
      continue;
    }
    const line = lines.at(at);
    found.push(line);
    at = line.end + 1;
  }
  return found;
}

function lookAtKey(map: MapNode, { key, value }: Entry, { text, lines }: Sheet): Diagnosis | undefined {
  if (key.style !== 'plain') return undefined;
  const noSpace = /^([A-Za-z_][\w-]*|\d{4}-\d{2}):(?=[^\s:/])/.exec(key.text);
  const lacksValue = map.style === 'flow' && value.kind === 'scalar' && value.style === 'empty';
  if (noSpace?.[1] !== undefined && (lacksValue || /[{[]/.test(key.text[noSpace[0].length] ?? ''))) {
    const colon = key.from + noSpace[1].length;
    return {
      mistake: 'no-space-after-colon',
      at: { from: key.from, to: colon + 1 },
      message: say`There is no space after ${written(noSpace[0])}, so it is not read as a key. Put a space after the colon.`,
      repair: [{ from: colon + 1, to: colon + 1, text: ' ' }],
      fix: { title: say`Put a space after the colon`, safe: true },
    };
  }
  if (map.style === 'flow') return undefined;
  if (/^-[A-Za-z"'{[]/.test(key.text) && map.entries.length === 1) {
    return {
      mistake: 'dash-without-space',
      at: { from: key.from, to: key.from + 1 },
      message: say`There is no space after the dash before ${written(key.text.slice(1))}, so it does not start an item. Put a space after the dash.`,
      repair: [{ from: key.from + 1, to: key.from + 1, text: ' ' }],
      fix: { title: say`Put a space after the dash`, safe: true },
    };
  }
  if (key !== map.entries[0]?.key) return undefined;
  const line = lines.at(key.from);
  const sign = bulletAt(text, line) ?? numberAt(text, line);
  if (sign === undefined || !key.text.startsWith(sign)) return undefined;
  const starts = map.entries.map(entry => lines.at(entry.key.from));
  const signs = starts.filter(each => bulletAt(text, each) === sign || (sign.length > 1 && numberAt(text, each)));
  return bulletFound(sign, key.from, text, signs);
}

/** An item whose keys start over from its first one: the dash of a second item was forgotten. */
function missingDash(map: MapNode, { text, lines }: Sheet): Diagnosis | undefined {
  const first = map.entries[0]?.key;
  if (!first || map.style === 'flow' || map.entries.length < 4) return undefined;
  const line = lines.at(first.from);
  if (line.dash === undefined || line.body !== first.from) return undefined;
  const again = map.entries.filter(({ key }) => key !== first && key.text === first.text).map(({ key }) => key);
  const start = again[0];
  const followed = map.entries.at(-1)?.key !== start;
  if (!start || !followed) return undefined;
  const column = first.from - line.dash;
  const repair = again.map(key => ({ from: key.from - column, to: key.from, text: `-${' '.repeat(column - 1)}` }));
  if (repair.some(({ from, to }) => text.slice(from, to).trim() !== '')) return undefined;
  return {
    mistake: 'missing-dash',
    at: { from: start.from, to: start.to },
    message: say`${written(start.text)} stands twice in this item, so a new item seems to start here without its dash. Write a dash and a space before it.`,
    repair,
    fix: { title: say`Put a dash before the item`, safe: false },
  };
}

function inWords(oddity: Oddity, sheet: Sheet): Diagnosis {
  const { kind, from, to } = oddity;
  const { text } = sheet;
  const source = text.slice(from, to);
  switch (kind) {
    case 'unused-anchor':
    case 'unknown-alias':
      return startsWithSign(oddity, sheet);
    case 'tag':
      return TAG.test(source) ? tagFound(from, to, text) : startsWithSign(oddity, sheet);
    case 'merge-key':
      return {
        mistake: 'merge-key',
        at: { from, to },
        message: say`The key "<<" does not copy other keys into a plan. Write the keys out.`,
        repair: [],
      };
    case 'complex-key':
      return {
        mistake: 'key-not-a-word',
        at: { from, to },
        message: say`A list or a group of keys, ${written(source)}, stands where a key should. Write a single word before the colon, or put the text in quotes.`,
        repair: [],
      };
    case 'too-many-aliases':
      return {
        mistake: 'too-many-aliases',
        at: { from, to },
        message: say`The name ${written(source)} repeats more of the plan than can be read: a plan may use 100 such names and 200,000 values. Write the values out.`,
        repair: [],
      };
  }
}

/** What YAML tools know as tags; any other word with "!" before it is the first one of a text. */
const TAG = /^!!(?:binary|bool|float|int|map|merge|null|omap|pairs|seq|set|str|timestamp)$|^!</;

function tagFound(from: number, to: number, text: string): Diagnosis {
  const source = text.slice(from, to);
  return {
    mistake: 'tag',
    at: { from, to },
    message: say`The word ${written(source)} is a YAML tag, which a plan does not use. Take it away, or put the text in quotes.`,
    repair: [],
    fix: {
      title: say`Take ${source} away`,
      safe: true,
      edits: [{ from, to: to + (text[to] === ' ' ? 1 : 0), text: '' }],
    },
  };
}

/** The text from `from` starts with a sign: it goes on to where its author evidently ends it. */
function startsWithSign({ from, to, inFlow }: Oddity, { text, lines, texts }: Sheet): Diagnosis {
  const { value } = lines.at(from);
  const inLine = value.from === from && value.to > from ? value : { from, to };
  const { from: start, to: end } = inFlow ? (texts.startingAt(from) ?? { from, to }) : inLine;
  return signAtStart(text.slice(start, end), { value: { from: start, to: end } });
}
