/**
 * Cases of mistakes, as written in `mistakes/*.txt`: the text with the token that is blamed between ⟦ and ⟧, then what is
 * said of it, the text after its fix, and what is read. `\u{A0}` stands for a character that cannot be seen.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface MistakeCase {
  readonly name: string;
  readonly file: string;
  /** Rule and mistake, as in "yaml-syntax colon-in-text"; empty where nothing is to be said. */
  readonly says: string;
  /** Whether the text stands at the end of the plan, its last line without a line break. */
  readonly atEnd: boolean;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** The title of the fix, with "safe" or "judge" before it; empty without a fix. */
  readonly fix: string;
  readonly fixed: string;
  /** The data that are read from the text, as JSON. */
  readonly reads: string;
}

const folder = join(__dirname, 'mistakes');

/** All cases, file by file. */
export function mistakeCases(): readonly MistakeCase[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.txt'))
    .sort()
    .flatMap(file => readCases(file));
}

function readCases(file: string): readonly MistakeCase[] {
  const blocks = readFileSync(join(folder, file), 'utf8').split(/^=== /m).slice(1);
  return blocks.map(block => {
    const [head = '', marked = '', message = '', fix = '', fixed = '', reads = ''] = parts(block);
    const [name = '', says = ''] = head.split(' :: ');
    const atEnd = says.endsWith(' (at the end)');
    const decoded = decode(atEnd ? marked.replace(/\n$/, '') : marked);
    const start = decoded.indexOf('⟦');
    const end = decoded.indexOf('⟧') - 1;
    return {
      name,
      file,
      says: says.replace(' (at the end)', ''),
      atEnd,
      text: decoded.replace(/[⟦⟧]/g, ''),
      start: Math.max(0, start),
      end: Math.max(0, end),
      message: message.trim(),
      fix: fix.trim(),
      fixed: decode(fixed),
      reads: reads.trim(),
    };
  });
}

function parts(block: string): string[] {
  const newline = block.indexOf('\n');
  const sections = block.slice(newline + 1).split(/^-- (?:message|fix|fixed|reads)\n/m);
  return [block.slice(0, newline), ...sections];
}

function decode(text: string): string {
  return text.replace(/\\u\{([0-9A-F]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}

/** Cases that are shown as they come out now: for review after a change, never a proof of anything. */
export function rewriteCases(file: string, cases: readonly MistakeCase[]): void {
  const blocks = cases.map(({ name, says, atEnd, text, start, end, message, fix, fixed, reads }) => {
    const marked = says === '' ? text : `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`;
    const closed = atEnd ? `${marked}\n` : marked;
    const title = `=== ${name} :: ${says}${atEnd ? ' (at the end)' : ''}\n`;
    return `${title}${encode(closed)}-- message\n${message}\n-- fix\n${fix}\n-- fixed\n${encode(fixed)}-- reads\n${reads}\n`;
  });
  writeFileSync(join(folder, file), blocks.join('\n'));
}

function encode(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Zs}]/gu, character =>
    character === '\n' || character === ' '
      ? character
      : `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  );
}
