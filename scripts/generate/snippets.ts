/**
 * Writes the snippets file of the extension: the whole items that completion offers in each list of a plan, and the first
 * lines of a plan. Made from completion itself, so that both always write the same.
 */

import { shapesOfItems, shapesUnder } from '../../server/src/core/cursor/shape-at';
import { snippetText, TabStops } from '../../server/src/core/features/shared/snippet';
import { analyse, complete } from '../../server/src/core/for-workspace';
import { isRequired, type Shape, shapeNamed } from '../../server/src/core/schema/shape';
import { noSettings } from '../../server/src/core/settings';

/** One entry of a snippets file, as VS Code reads it. */
interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** The file by its path. */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  const plan = shapeNamed('one-plan');
  const snippets: Record<string, Snippet> = { 'One plan': firstLines(plan) };
  for (const path of listsOf(plan, [])) {
    const { name, snippet } = itemAt(path);
    snippets[name] = snippet;
  }
  return new Map([['client/snippets/oneplan.code-snippets', `${JSON.stringify(snippets, null, 2)}\n`]]);
}

/** The keys under which stand the lists of items that have a name. */
function listsOf(shape: Shape, path: readonly string[]): readonly (readonly string[])[] {
  return Object.keys(shape.schema.properties ?? {}).flatMap(key => {
    const inner = shapesUnder([shape], key);
    const lists = shapesOfItems(inner).some(({ schema }) => schema.properties && schema['x-noun'])
      ? [[...path, key]]
      : [];
    return [...lists, ...inner.flatMap(next => (next.schema.properties ? listsOf(next, [...path, key]) : []))];
  });
}

function itemAt(path: readonly string[]): { readonly name: string; readonly snippet: Snippet } {
  const lines = path.map((key, depth) => `${'  '.repeat(depth)}${key}:`);
  const text = `one_plan: 1\n${lines.join('\n')}\n${'  '.repeat(path.length)}- `;
  const item = complete(analyse(text), text.length, noSettings).find(({ kind }) => kind === 'item');
  if (!item) throw new Error(`Completion offers no item in ${path.join(' ')}.`);
  const body = item.edit.text.split('\n').map(line => line.trimStart());
  return {
    name: item.label,
    snippet: {
      prefix: item.label.toLowerCase(),
      description: `${item.documentation ?? ''} For the list under ${path.join(', ')}.`.trim(),
      body: body.map((line, index) => `${index === 0 ? '- ' : '  '}${line}`),
    },
  };
}

/** What a plan must say of itself before anything else. */
function firstLines(plan: Shape): Snippet {
  const stops = new TabStops();
  const body = requiredKeys(plan).map(key => `${key}: ${startOf(plan, key, stops)}`);
  return { prefix: 'one plan', description: 'The first lines of a plan: what it is, for where and when.', body };
}

function requiredKeys(shape: Shape): readonly string[] {
  return Object.keys(shape.schema.properties ?? {}).filter(key => isRequired(shape, key));
}

function startOf(shape: Shape, key: string, stops: TabStops): string {
  const [inner] = shapesUnder([shape], key);
  if (!inner) return stops.next();
  const { schema } = inner;
  // The version has one value, which is its example.
  if (inner.def === 'version') return snippetText(String(schema.examples?.[0] ?? ''));
  if (schema.enum) return stops.choice(schema.enum.map(String));
  if (schema.type !== 'object') return stops.next();
  const parts = requiredKeys(inner).map(own => `${own}: ${startOf(inner, own, stops)}`);
  return `{${parts.join(', ')}}`;
}
