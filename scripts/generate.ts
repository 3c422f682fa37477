/**
 * Writes every generated file of the repository, or with `--check` says which of them no longer match what they are made from.
 * Each module in `generate/` turns its sources into texts by path and writes nothing itself, so that both uses see the same.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { generate as formatReference } from './generate/format-reference';
import { generate as frameworkPages } from './generate/framework-pages';
import { generate as frameworks } from './generate/frameworks';
import { generate as planSchema } from './generate/plan-schema';
import { generate as reference } from './generate/reference';
import { generate as ruleReference } from './generate/rule-reference';
import { root } from './generate/schema-file';
import { generate as snippets } from './generate/snippets';
import { generate as texts } from './generate/texts';
import { generate as types } from './generate/types';
import { generate as validators } from './generate/validators';

/** One kind of generated file: gives the content of each file by its path in the repository. */
export type Generator = () => Promise<ReadonlyMap<string, string>>;

/** Every generator of the repository, by the name that `--check` reports. */
export const generators: Readonly<Record<string, Generator>> = {
  validators,
  types,
  planSchema,
  frameworks,
  reference,
  formatReference,
  ruleReference,
  frameworkPages,
  snippets,
  texts,
};

/** The content of every generated file by its path, with forward slashes, in the repository. */
export async function generateAll(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const generate of Object.values(generators)) {
    for (const [path, content] of await generate()) files.set(path, content);
  }
  return files;
}

/** The paths of generated files that are missing or differ from what would be generated now. */
export async function findDrift(): Promise<readonly string[]> {
  const drifted: string[] = [];
  for (const [path, content] of await generateAll()) {
    const found = await readFile(join(root, path), 'utf8').catch(() => undefined);
    if (found !== content) drifted.push(path);
  }
  return drifted;
}

async function writeAll(): Promise<void> {
  for (const [path, content] of await generateAll()) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}

async function main(args: readonly string[]): Promise<number> {
  if (!args.includes('--check')) {
    await writeAll();
    return 0;
  }
  const drifted = await findDrift();
  for (const path of drifted) console.error(`${path} is out of date: run "npm run generate" and commit it.`);
  return drifted.length === 0 ? 0 : 1;
}

if (process.argv[1]?.replaceAll('\\', '/').endsWith('scripts/generate.ts')) {
  main(process.argv.slice(2)).then(
    status => {
      process.exitCode = status;
    },
    error => {
      console.error(error);
      process.exitCode = 1;
    },
  );
}
