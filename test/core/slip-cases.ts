/**
 * Slips of the pen as authors make them, as data: `slips/*.txt`. A case says which lines of `slips/base.plan.yaml` (with
 * "-" before them) became which others ("+"), then every finding that this gives, the blamed token in brackets before the
 * message. What the plan had to say before, it must go on to say: the lines with "lost" name what it does not.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../server/src/core/for-workspace';
import { applyEdits, type Finding } from '../../server/src/core/index';
import { judge } from '../../server/src/core/judge';
import { noWorkspace } from '../../server/src/core/model/workspace';
import { noSettings } from '../../server/src/core/settings';

export interface SlipCase {
  readonly file: string;
  readonly name: string;
  /** The lines with "-" and "+", as written. */
  readonly change: string;
  readonly text: string;
  /** One line a finding, as written. */
  readonly expected: string;
}

const folder = join(__dirname, 'slips');
const base = readFileSync(join(folder, 'base.plan.yaml'), 'utf8');

/** All cases, file by file. */
export function slipCases(): readonly SlipCase[] {
  const files = readdirSync(folder).filter(file => file.endsWith('.txt'));
  return files.sort().flatMap(file => {
    const blocks = readFileSync(join(folder, file), 'utf8').split(/^=== /m).slice(1);
    return blocks.map(block => readCase(file, block));
  });
}

function readCase(file: string, block: string): SlipCase {
  const [name = '', ...rest] = block.trimEnd().split('\n');
  const change = rest.filter(line => /^[-+]/.test(line));
  const expected = rest.filter(line => !/^[-+]/.test(line) && line !== '');
  const taken = (sign: string) =>
    change
      .filter(line => line.startsWith(sign))
      .map(line => `${decode(line.slice(1))}\n`)
      .join('');
  const [old, written] = [taken('-'), taken('+')];
  const lines = `\n${base}`;
  const at = lines.indexOf(`\n${old}`);
  if (at < 0 || lines.indexOf(`\n${old}`, at + 1) >= 0)
    throw new Error(`${name}: the "-" lines stand not once in the base`);
  const text = `${base.slice(0, at)}${written}${base.slice(at + old.length)}`;
  return { file, name, change: change.join('\n'), text, expected: expected.join('\n') };
}

/** What is found in the case and not in the plan without it, and what is lost, one line each. */
export function shownFindings(text: string): string {
  const before = findingsOf(base);
  const after = findingsOf(text);
  return [
    ...without(after, before).map(finding => shown(finding, text)),
    ...without(before, after).map(({ rule, message }) => `lost ${rule}: ${message}`),
  ].join('\n');
}

/** What is new after the first safe fix of each new finding is made alone; empty where fixes keep their promise. */
export function brokenPromises(text: string): readonly string[] {
  const after = findingsOf(text);
  return without(after, findingsOf(base)).flatMap(finding => {
    const fix = finding.fixes?.[0];
    if (!fix) return [];
    const fixed = findingsOf(applyEdits(text, fix.edits));
    const stays = fixed.some(({ fingerprint }) => fingerprint === finding.fingerprint);
    const added = fix.safe ? without(fixed, after) : [];
    return [...(stays ? [`stays: ${finding.message}`] : []), ...added.map(({ message }) => `added: ${message}`)];
  });
}

/** The findings of `some` that are not among `others`, wherever they stand. */
function without(some: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const known = new Set(others.map(({ rule, message }) => `${rule} ${message}`));
  return some.filter(({ rule, message }) => !known.has(`${rule} ${message}`));
}

function findingsOf(text: string): readonly Finding[] {
  return judge(analyse(text), noSettings, noWorkspace).findings;
}

function shown({ rule, severity, at, message, fixes }: Finding, text: string): string {
  const fix = fixes?.[0];
  const offered = fix ? ` {${fix.safe ? 'safe' : 'judge'}: ${fix.title}}` : '';
  return `${severity}[${rule}] ⟦${encode(text.slice(at.start, at.end))}⟧ ${message}${offered}`;
}

/** Writes the cases as they come out now: for review after a change. */
export function rewriteSlips(cases: readonly SlipCase[]): void {
  for (const file of new Set(cases.map(each => each.file))) {
    const blocks = cases
      .filter(each => each.file === file)
      .map(({ name, change, text }) =>
        [`=== ${name}`, change, shownFindings(text)].filter(part => part !== '').join('\n'),
      );
    writeFileSync(join(folder, file), `${blocks.join('\n\n')}\n`);
  }
}

function decode(text: string): string {
  return text.replace(/\\u\{([0-9A-F]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}

function encode(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Zs}]/gu, character =>
    character === ' ' ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  );
}
