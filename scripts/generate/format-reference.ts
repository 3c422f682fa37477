/** The reference of the plan format: every key with what it is, who asks for it and an example, from the schema. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './schema-file';

interface Written {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Written>>;
  readonly required?: readonly string[];
  readonly items?: Written;
  readonly then?: Written;
  readonly else?: Written;
  readonly additionalProperties?: Written | false;
  readonly enum?: readonly unknown[];
  readonly 'x-asked-by'?: string;
  readonly 'x-enum-descriptions'?: readonly string[];
  readonly 'x-form'?: string;
  readonly $defs?: Readonly<Record<string, Written>>;
}

export async function generate(): Promise<ReadonlyMap<string, string>> {
  const schema = JSON.parse(await readFile(join(root, 'schemas/plan.schema.json'), 'utf8')) as Written;
  const defs = schema.$defs ?? {};
  const shown = new Set<string>();
  const parts = ['one-plan', 'bcf-plan'].flatMap(name => chapters(name, defs, shown));
  const forms = Object.entries(defs).filter(([, def]) => def['x-form'] !== undefined || def.enum !== undefined);
  const text = [
    '# The plan format\n',
    'A plan is a YAML file named `*.plan.yaml` or `*.plan.yml`. Keys stand in the order of these tables; the editor completes them and shows the same words. A key marked *must* is always needed; where a rule is named, that rule asks for it.\n',
    ...parts,
    '## Values\n',
    ...forms.map(([name, def]) => valueText(name, def)),
  ].join('\n');
  return new Map([['docs/format.md', text]]);
}

/** The table of one shape, then those of the shapes that it is the first to use. */
function chapters(name: string, defs: Readonly<Record<string, Written>>, shown: Set<string>): readonly string[] {
  const def = defs[name];
  if (!def || shown.has(name)) return [];
  shown.add(name);
  const used = shapesOf(def);
  if (!def.properties) return used.flatMap(inner => chapters(inner, defs, shown));
  const rows = Object.entries(def.properties).map(([key, value]) => {
    const asked = value['x-asked-by'];
    const needed = def.required?.includes(key) ? 'must' : asked ? `[${asked}](rules/${asked}.md)` : '';
    return `| \`${key}\` | ${cell(value.description ?? '')} | ${needed} | ${example(key, value.examples?.[0])} |`;
  });
  const table = `## ${def.title}\n\n${cell(def.description ?? '')}\n\n| key | what it is | needed | example |\n|---|---|---|---|\n${rows.join('\n')}\n`;
  return [table, ...used.flatMap(inner => chapters(inner, defs, shown))];
}

/** Names of the shapes that `written` refers to, in order. */
function shapesOf(written: Written): readonly string[] {
  const own = written.$ref ? [written.$ref.replace('#/$defs/', '')] : [];
  const inner = [
    written.items,
    written.then,
    written.else,
    written.additionalProperties || undefined,
    ...Object.values(written.properties ?? {}),
  ];
  return [...own, ...inner.flatMap(part => (part ? shapesOf(part) : []))];
}

function valueText(name: string, def: Written): string {
  const values = (def.enum ?? []).map((value, index) =>
    `- \`${String(value)}\` ${def['x-enum-descriptions']?.[index] ?? ''}`.trimEnd(),
  );
  const examples = def.enum ? '' : (def.examples ?? []).map(value => `\`${String(value)}\``).join(', ');
  return [
    `### ${def.title ?? name}\n`,
    cell(def.description ?? ''),
    ...(examples ? [`\nExamples: ${examples}`] : []),
    ...(values.length > 0 ? ['', ...values] : []),
    '',
  ].join('\n');
}

function example(key: string, value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'object' ? '' : `\`${key}: ${cell(String(value))}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
}
