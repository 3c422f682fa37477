/** What is said of a fault that no detector knows: the library's reason in an author's words. */
import { say } from '../../../text/say';
import type { LibraryFault } from '../../library/read-yaml';
import { written } from '../../tree/written';
import { contentAfter, type Line, lineAt } from './line';
import type { Diagnosis } from './mistake';

/** The finding on `fault`; its repair leaves the line out, so that the rest of the plan is read. */
export function unknownFault(text: string, fault: LibraryFault): Diagnosis {
  const line = lineAt(text, Math.min(fault.from, Math.max(0, text.length - 1)));
  const at = smallest(text, fault);
  const alone = text.slice(line.body, line.end).trimEnd();
  const isFirst = text.slice(0, line.start).trim() === '' && contentAfter(text, line)?.key === undefined;
  if (isFirst && /^[\p{L}([]/u.test(alone) && !line.key && line.dash === undefined) return strayWords(line, alone);
  return {
    mistake: 'not-understood',
    at,
    message: messageFor(fault.code, written(text.slice(at.from, at.to))),
    repair: [{ from: line.dash ?? line.body, to: line.end, text: '' }],
  };
}

/** A line that is read on its own and holds no key: a heading, or a note to oneself. */
function strayWords({ body, end }: Line, words: string): Diagnosis {
  return {
    mistake: 'stray-words',
    at: { from: body, to: body + words.length },
    message: say`The line ${written(words)} is not part of the plan as it stands. Put "# " before it to keep it as a note.`,
    repair: [{ from: body, to: end, text: '' }],
    fix: { title: say`Write # before it`, safe: false, edits: [{ from: body, to: body, text: '# ' }] },
  };
}

/** The word at the fault; where that is a line break or nothing, the word before it. */
function smallest(text: string, { from, to }: LibraryFault): { readonly from: number; readonly to: number } {
  const stretch = text.slice(from, Math.max(to, from)).split('\n', 1)[0]?.trimEnd() ?? '';
  const lead = stretch.search(/\S/);
  if (lead >= 0) return { from: from + lead, to: from + stretch.length };
  const word = /\S+\s*$/.exec(text.slice(Math.max(0, from - 200), from));
  if (!word) return { from, to: from };
  const start = Math.max(0, from - 200) + word.index;
  return { from: start, to: start + word[0].trimEnd().length };
}

function messageFor(code: LibraryFault['code'], what: string): string {
  const place = what === '""' ? 'here' : say`at ${what}`;
  switch (code) {
    case 'BAD_INDENT':
      return say`The text ${place} does not start in the column that the lines around it ask for. Line it up with its neighbours.`;
    case 'TAB_AS_INDENT':
      return say`There is a tab ${place}, where YAML wants spaces. Use spaces.`;
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return say`The text ${place} is not a key with its value. Write "key: value" on one line, and put a text that holds a colon in quotes.`;
    case 'KEY_OVER_1024_CHARS':
      return say`The key ${place} is longer than 1,024 characters. Shorten it, or put the text in quotes after a key.`;
    case 'BLOCK_IN_FLOW':
      return say`A list with dashes or a key on a line of its own cannot stand between brackets, as it does ${place}. Write the brackets out as lines, or the lines in brackets.`;
    case 'MISSING_CHAR':
      return say`A colon, comma, bracket or quote is missing ${place}. Write each key with a colon and a space after it, and close what was opened.`;
    case 'BAD_DQ_ESCAPE':
      return say`The backslash ${place} is not followed by a letter that YAML knows. Put the text in single quotes.`;
    case 'BAD_SCALAR_START':
    case 'BAD_COLLECTION_TYPE':
      return say`The text ${place} starts with a sign that needs quotes. Put the text in quotes.`;
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
    case 'BAD_PROP_ORDER':
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
    case 'TAG_RESOLVE_FAILED':
      return say`The sign "&", "*" or "!" ${place} has a meaning of its own in YAML. Put the text in quotes.`;
    case 'BAD_DIRECTIVE':
      return say`A line that starts with "%" is an instruction to YAML, and the one ${place} is not known. Take the line away.`;
    case 'MULTIPLE_DOCS':
    case 'SEVERAL_DOCUMENTS':
      return say`A second document starts ${place}, but a plan is one document. Put it in a file of its own, or take the line of dashes away.`;
    case 'DUPLICATE_KEY':
    case 'NON_STRING_KEY':
    case 'IMPOSSIBLE':
    case 'UNEXPECTED_TOKEN':
    case 'RESOURCE_EXHAUSTION':
    case 'TOO_DEEP':
    case 'TOO_MANY_TOKENS':
      return say`The text ${place} cannot be understood where it stands. Check the line and the one above it for a missing quote, bracket, dash or colon.`;
  }
}
