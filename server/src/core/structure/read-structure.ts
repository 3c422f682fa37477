/**
 * The tree of a plan in which lines that slipped are read where they belong. Each slip is one finding, on its line; what
 * stands in the lines is checked as if they were put right.
 */
import type { Fault, Fix } from '../finding';
import type { DocumentKind } from '../schema/shape';
import { shapeNamed } from '../schema/shape';
import { MendedText } from '../syntax/mended-text';
import { parseMended, type SyntaxTree } from '../syntax/parse';
import { withoutColon } from '../syntax/repair/mistakes/colons';
import { Origin, Place } from '../syntax/tree/node';
import { written } from '../syntax/tree/written';
import { say } from '../text/say';
import type { Span } from '../text/span';
import type { Candidate } from './candidates';
import { firstMending, type Mending } from './mend';

/** Faults that lines which do not stand where they belong may have made. */
const OF_STRUCTURE = new Set(['yaml-syntax', 'duplicate-key', 'unknown-key', 'wrong-type', 'missing-key', 'too-large']);

/** Slips that are put right in one text; the rest waits until those are. */
const MOST_SLIPS = 6;

/**
 * `tree` as it was meant, or `tree` itself where nothing slipped, or where reading it otherwise makes no fewer faults.
 * `faultsIn` gives the faults of form of a tree.
 */
export function readStructure(
  tree: SyntaxTree,
  kind: DocumentKind | undefined,
  faultsIn: (tree: SyntaxTree) => readonly Fault[],
): SyntaxTree {
  if (kind === undefined) return tree;
  let best = tree;
  let faults = faultsOfStructure(tree, faultsIn);
  let mended = new MendedText(tree.screened, []);
  const told: Fault[] = [];
  while (faults.length > told.length && told.length < MOST_SLIPS) {
    const places = faults.filter(fault => !told.includes(fault)).map(({ at }) => mended.mendedSpan(at));
    const mending = firstMending(mended.text, places, shapeNamed(kind));
    if (!mending || !isOfStructure(mending)) break;
    const next = mended.with(mending.candidate.changes);
    if (!next) break;
    const fault = faultOf(mending, mended);
    const tried = parseMended(tree, next, [...told, fault]);
    const left = faultsOfStructure(tried, faultsIn);
    if (left.length > faults.length || isStillBroken(fault, left)) break;
    told.push(fault);
    [best, faults, mended] = [tried, left, next];
  }
  return best;
}

/** Whether the line of `slip` cannot be read all the same: it was not what slipped. */
function isStillBroken(slip: Fault, left: readonly Fault[]): boolean {
  const edits = slip.fixes?.flatMap(fix => fix.edits) ?? [];
  const start = Math.min(...edits.map(({ at }) => at.start));
  return left.some(({ rule, at, fixes = [] }) => {
    const touched = [at, ...fixes.flatMap(fix => fix.edits.map(edit => edit.at))];
    return (
      rule === 'yaml-syntax' &&
      at.start !== slip.at.start &&
      touched.some(span => span.start <= start && start <= span.end)
    );
  });
}

/** A heading that lacks its colon is told of by what reads it. */
function isOfStructure({ candidate: { slip, line } }: Mending): boolean {
  return slip !== 'no colon' || /\s/.test(line.value);
}

function faultsOfStructure(tree: SyntaxTree, faultsIn: (tree: SyntaxTree) => readonly Fault[]): readonly Fault[] {
  return [...tree.faults, ...faultsIn(tree)]
    .filter(({ rule }) => OF_STRUCTURE.has(rule))
    .sort((a, b) => a.at.start - b.at.start);
}

/** Places in these faults are absolute: they are made anew for each version of the text. */
const WHOLE_TEXT = new Origin(0);

/** The finding of a slip of `mended`, in which earlier slips are put right; its places are those of the author's text. */
function faultOf({ candidate, isSure }: Mending, mended: MendedText): Fault {
  const { message, title, detail } = wordsFor(candidate, mended.text);
  const place = ({ start, end }: Span) => new Place(WHOLE_TEXT, mended.original(start), mended.original(end));
  const edits = candidate.changes.map(({ from, to, text }) => ({ at: place({ start: from, end: to }), text }));
  const fix: Fix = { title, safe: isSure && candidate.slip !== 'no colon', edits };
  return { rule: 'yaml-syntax', at: place(placeOf(candidate, mended.text)), message, fixes: [fix], detail };
}

/** The key, the dash or the first word that stands where it does not belong. */
function placeOf({ line, slip }: Candidate, text: string): Span {
  const [first, second] = line.dashes;
  const isOfDash = line.dashes.length > 0 && (slip === 'column' || slip === 'dash' || slip === 'dash too many');
  if (isOfDash) {
    const dash = line.start + ((slip === 'dash too many' ? second : first) ?? 0);
    return { start: dash, end: dash + 1 };
  }
  const from = line.start + line.column;
  return { start: from, end: from + wordAt(line, text).length };
}

/** The key of `line`; without one its first word, or the bracket that it starts with. */
function wordAt({ start, column, end, key }: Candidate['line'], text: string): string {
  const content = text.slice(start + column, end).trimEnd();
  return key !== undefined && content.startsWith(key) ? key : (/^(?:[{[]|\S+)/.exec(content)?.[0] ?? content);
}

interface Words {
  readonly message: string;
  readonly title: string;
  readonly detail: string;
}

function wordsFor(candidate: Candidate, text: string): Words {
  const { line, slip, column } = candidate;
  const word = written(wordAt(line, text));
  switch (slip) {
    case 'column':
      if (line.dashes.length > 0) return itemWords(column);
      return line.key === undefined || /\s/.test(line.key)
        ? textWords(word, column)
        : columnWords(word, column, column < line.column);
    case 'no dash':
      if (line.key === undefined) return bracketWords(line, text);
      return {
        message: say`${word} starts a new item of the list, but there is no dash before it. Write a dash and a space before it.`,
        title: say`Put a dash before the item`,
        detail: 'missing-dash',
      };
    case 'dash too many':
      return {
        message: say`An item starts with one dash, and there is a second one here. Take it away.`,
        title: say`Take the second dash away`,
        detail: 'dash-twice',
      };
    case 'no colon': {
      const { message, fix, mistake } = withoutColon(wordAt(line, text), line.start + line.column, 'value');
      return { message, title: fix?.title ?? '', detail: mistake };
    }
    case 'dash':
      return {
        message: say`${word} goes on with the item above, but a dash before it starts a new one. Take the dash away.`,
        title: say`Take the dash away`,
        detail: 'dash-before-key',
      };
    case 'no braces':
      return {
        message: say`This item stands on one line, and needs braces around it. Write it like "- {id: falls, name: Falls response}".`,
        title: say`Put braces around the item`,
        detail: 'no-braces',
      };
  }
}

/** An item in brackets without its dash. */
function bracketWords({ start, column, end }: Candidate['line'], text: string): Words {
  return {
    message: say`There is no dash before ${written(text.slice(start + column, end).trimEnd())}, so it is not an item of the list. Write a dash and a space before it.`,
    title: say`Put a dash before the item`,
    detail: 'missing-dash',
  };
}

function itemWords(column: number): Words {
  return {
    message: say`This item does not start in the same column as the items beside it. Move its dash to column ${column + 1}.`,
    title: say`Move the item to column ${column + 1}`,
    detail: 'item-indent',
  };
}

/** A sentence with a colon in it, which belongs to the text above. */
function textWords(word: string, column: number): Words {
  return {
    message: say`The line that starts with ${word} seems to go on with the text above, but it starts where a key should. Indent it to column ${column + 1}.`,
    title: say`Indent the text`,
    detail: 'text-not-indented',
  };
}

function columnWords(word: string, column: number, isTooDeep: boolean): Words {
  const title = say`Start ${word} in column ${column + 1}`;
  return isTooDeep
    ? {
        message: say`The key ${word} is indented deeper than the keys beside it. Start it in column ${column + 1}.`,
        title,
        detail: 'key-too-deep',
      }
    : {
        message: say`The key ${word} does not start in the same column as the keys beside it. Start it in column ${column + 1}.`,
        title,
        detail: 'key-too-shallow',
      };
}
