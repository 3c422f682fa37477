/**
 * Cases of reading features, as written in `cases/*.txt`: a plan with the cursor at `$0`, then what is told there, in
 * words. Lines `# --- path` begin another document. Behind the name of a case stand the feature and its settings.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Project } from '../../../server/src/core/for-workspace';
import type { Settings } from '../../../server/src/core/index';
import { noSettings } from '../../../server/src/core/settings';

export interface ReadingCase {
  readonly file: string;
  /** As it is written: "the lead of a scheme :: hover today=2018-01-01". */
  readonly head: string;
  readonly feature: string;
  readonly given: ReadonlyMap<string, string>;
  /** The documents with their cursor, as they are written. */
  readonly written: string;
  readonly expected: string;
}

/** The documents of a case, known together. */
export interface Reading {
  readonly project: Project;
  readonly settings: Settings;
  /** The document that has the cursor, or the first. */
  readonly uri: string;
  readonly text: string;
  readonly offset: number;
}

const folder = join(__dirname, 'cases');

/** All cases, file by file. */
export function readingCases(): readonly ReadingCase[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.txt'))
    .sort()
    .flatMap(file => {
      const blocks = readFileSync(join(folder, file), 'utf8').split(/^=== /m).slice(1);
      return blocks.map(block => readCase(file, block));
    });
}

/** Writes what the cases tell now, for review. */
export function rewriteCases(cases: readonly ReadingCase[]): void {
  for (const file of new Set(cases.map(each => each.file))) {
    const blocks = cases
      .filter(each => each.file === file)
      .map(({ head, written, expected }) => `=== ${head}\n${written}-- told\n${expected}\n`);
    writeFileSync(join(folder, file), blocks.join('\n'));
  }
}

/** The project of a case, each document found by its path. */
export function readingOf({ written, given }: ReadingCase): Reading {
  const [first = '', ...others] = written.split(/^# --- (\S+)\n/m);
  const documents = [{ uri: 'one.plan.yaml', text: first }];
  for (let index = 0; index < others.length; index += 2)
    documents.push({ uri: others[index] ?? '', text: others[index + 1] ?? '' });
  const today = given.get('today');
  const settings = { ...noSettings, ...(today === undefined ? {} : { today }) };
  const project = new Project({
    locate: (_from, path) => (documents.some(({ uri }) => uri === path) ? { uri: path } : { why: 'is not there' }),
    settings: () => settings,
  });
  for (const { uri, text } of documents) project.set(uri, text.replace('$0', ''));
  const at = documents.find(({ text }) => text.includes('$0')) ?? documents[0];
  const uri = at?.uri ?? '';
  return {
    project,
    settings,
    uri,
    text: project.analysis(uri)?.text ?? '',
    offset: Math.max(0, at?.text.indexOf('$0') ?? 0),
  };
}

function readCase(file: string, block: string): ReadingCase {
  const newline = block.indexOf('\n');
  const head = block.slice(0, newline);
  const [written = '', expected = ''] = block.slice(newline + 1).split(/^-- told\n/m);
  const [feature = '', ...options] = (head.split(' :: ')[1] ?? '').split(' ');
  const given = new Map(options.map(option => option.split('=') as [string, string]));
  return { file, head, feature, given, written, expected: expected.trimEnd() };
}
