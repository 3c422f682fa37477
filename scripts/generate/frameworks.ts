/** Bundles the national frameworks of `schemas/frameworks/` as data, each checked against its schema first. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { parse } from 'yaml';
import type { Framework as FrameworkFile } from '../../server/src/core/schema/framework-document.generated';
import { declareAnnotations } from './annotations';
import { generatedNotice, readSchema, root } from './schema-file';

/** The frameworks as one module. Throws when one has a fault, or an id other than its file's name. */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  return new Map([['server/src/core/reference/frameworks.generated.ts', moduleOf(await readFrameworks())]]);
}

/** What the files hold, in the order of their names. Throws as `generate` does. */
export async function readFrameworks(): Promise<readonly FrameworkFile[]> {
  const ajv = declareAnnotations(new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }));
  const accepts = ajv.compile<FrameworkFile>(await readSchema('framework'));
  const files = (await readdir(join(root, 'schemas/frameworks'))).filter(name => name.endsWith('.yaml')).sort();
  const frameworks: FrameworkFile[] = [];
  for (const file of files) {
    const framework: unknown = parse(await readFile(join(root, 'schemas/frameworks', file), 'utf8'));
    if (!accepts(framework)) throw new Error(`schemas/frameworks/${file}: ${JSON.stringify(accepts.errors, null, 2)}`);
    if (`${framework.id}.yaml` !== file) throw new Error(`schemas/frameworks/${file} has the id ${framework.id}`);
    frameworks.push(framework);
  }
  return frameworks;
}

function moduleOf(frameworks: readonly { readonly id: string }[]): string {
  const texts = frameworks.map(framework => `  ${JSON.stringify(JSON.stringify(framework))},`);
  return `${generatedNotice('schemas/frameworks/*.yaml')}
import type { Framework as FrameworkFile } from '../schema/framework-document.generated';

export type { FrameworkFile };

const texts: readonly string[] = [
${texts.join('\n')}
];

let parsed: readonly FrameworkFile[] | undefined;

/** The frameworks that come with the program, as their files give them; parsed on first use. */
export function frameworks(): readonly FrameworkFile[] {
  parsed ??= texts.map(text => JSON.parse(text) as FrameworkFile);
  return parsed;
}
`;
}
