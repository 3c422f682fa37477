/** Bundles the tables of `schemas/reference/` as JSON texts, one constant a table, that cost nothing until they are parsed. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { camelCase, generatedNotice, root } from './schema-file';

/** The tables and their version as one module. Throws when a row has more or fewer cells than its table has columns. */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  const version = JSON.parse(await read('version.json'));
  const files = (await readdir(join(root, 'schemas/reference'))).filter(name => name.endsWith('.csv')).sort();
  const tables = await Promise.all(files.map(async file => tableOf(file, await read(file))));
  const source = [
    generatedNotice('schemas/reference/*.csv'),
    `\n/** The version of the reference data: the day on which it was brought up to date. */\nexport const dataVersion = ${JSON.stringify(version.version)};`,
    `\n/** The words that the licence of the data asks for. */\nexport const dataAttribution = ${JSON.stringify(version.attribution)};`,
    ...tables,
  ];
  return new Map([['server/src/core/reference/tables.generated.ts', `${source.join('\n')}\n`]]);
}

const read = (file: string): Promise<string> => readFile(join(root, 'schemas/reference', file), 'utf8');

function tableOf(file: string, csv: string): string {
  const [columns = [], ...rows] = rowsOf(file, csv);
  const name = camelCase(file.replace('.csv', ''));
  const json = JSON.stringify(rows);
  return `\n/** ${rows.length} rows as JSON, each a list of: ${columns.join(', ')}. An empty cell is "". */\nexport const ${name}Json =\n  ${JSON.stringify(json)};`;
}

/** The rows of a table, the heading first. */
function rowsOf(file: string, csv: string): readonly (readonly string[])[] {
  try {
    return parse(csv, { skip_empty_lines: true });
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : error}`);
  }
}
