/** Whole items as snippets with tab stops: a scheme, a budget line with every year of the period, a milestone. */
import { isRequired, type Shape } from '../schema/shape';
import { yearsOf } from './complete-keys';
import type { Completion, CompletionContext } from './completion';
import { shapesOfItems, shapesUnder } from './shape-at';

/** The whole item of the list that the cursor is in, or at whose place a first dash would stand. */
export function itemCompletions(context: CompletionContext): readonly Completion[] {
  const { cursor, shapes } = context;
  if (cursor.flow || cursor.siblings.length > 0 || cursor.hasColon) return [];
  const atItem = cursor.role === 'item';
  const items = atItem ? shapes : shapesOfItems(shapes);
  const shape = items.find(candidate => candidate.schema.properties);
  if (
    !shape ||
    (!atItem && shapes.some(candidate => candidate.schema.properties && !candidate.schema.items) && cursor.typed !== '')
  )
    return [];
  const noun = shape.schema['x-noun'] ?? shape.schema.title ?? 'Item';
  const column = cursor.column + (atItem ? 0 : 2);
  const text = itemSnippet(context, shape, column);
  return [
    {
      label: `New ${noun.toLowerCase()}`,
      kind: 'item',
      detail: 'With the keys that it needs',
      documentation: shape.schema.description ?? '',
      edit: { at: cursor.word, text: atItem ? text : `- ${text}` },
      snippet: true,
    },
  ];
}

/** The keys that an item must have, one a line, the later lines indented to `column`. */
function itemSnippet(context: CompletionContext, shape: Shape, column: number): string {
  let stop = 0;
  const next = (content: string) => {
    stop++;
    return `\${${stop}${content}}`;
  };
  const lines = neededKeys(shape).map(key => `${key}: ${placeholder(context, shape, key, next)}`);
  return lines.join(`\n${' '.repeat(column)}`);
}

/** What must be there, and what a rule asks for of every such item. */
function neededKeys(shape: Shape): readonly string[] {
  return Object.entries(shape.schema.properties ?? {})
    .filter(([key, inner]) => isRequired(shape, key) || (inner !== true && inner['x-asked-by'] !== undefined))
    .map(([key]) => key);
}

function placeholder(context: CompletionContext, shape: Shape, key: string, next: (content: string) => string): string {
  const inner = shapesUnder([shape], key)[0];
  const schema = inner?.schema ?? {};
  if (inner?.def === 'amounts')
    return `{${yearsOf(context.analysis)
      .map(year => `${year}: £${next('')}`)
      .join(', ')}}`;
  if (schema.type === 'array') return `[${next('')}]`;
  if (schema.type === 'object') return `{${next('')}}`;
  const words = schema.enum?.map(String) ?? idsOf(context, schema['x-ref']);
  if (words.length > 0 && words.length <= 30)
    return next(`|${words.map(word => word.replace(/[,|\\]/g, '\\$&')).join(',')}|`);
  if (schema.type === 'boolean') return next('|true,false|');
  return next('');
}

function idsOf({ analysis }: CompletionContext, kinds: readonly string[] | undefined): readonly string[] {
  if (!kinds) return [];
  return analysis.references.definitions.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id.text);
}
