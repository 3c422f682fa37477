/** Values that may stand at the cursor: listed values, references by id or by name, dates and frameworks. */
import { nodesAt } from '../../cursor/nodes-at';
import { shapesUnder } from '../../cursor/shape-at';
import { outcomesFrameworksOf, shippedFrameworks } from '../../reference/framework';
import type { Shape } from '../../schema/shape';
import { writeText } from '../../syntax/tree/write-scalar';
import { said } from '../../text/say';
import { touches } from '../../text/span';
import { namedValues } from '../shared/named-by-framework';
import { planFramework } from '../shared/plan-facts';
import type { Completion, CompletionContext } from './context';
import { dateCompletions } from './dates';
import { numberCompletions } from './numbers';
import { oldPlanPaths } from './old-plans';
import { definitionsFor, shownReference } from './references';
import { knownValues } from './table-values';
import { openingCompletions } from './value-skeletons';
import { ruleValues } from './waivers';

export function valueCompletions(context: CompletionContext): readonly Completion[] {
  const { cursor, shapes } = context;
  const values = cursor.role === 'value' && cursor.key !== undefined ? shapesUnder(shapes, cursor.key) : shapes;
  const found = values.flatMap(shape => [
    ...listedValues(context, shape),
    ...references(context, shape),
    ...ruleValues(context, shape),
    ...suggestions(context, shape),
    ...dateCompletions(context, shape),
    ...numberCompletions(context, shape),
  ]);
  const isFramework = cursor.path.length === 0 && cursor.key === 'framework';
  const known = isFramework ? frameworks(context) : [...knownValues(context), ...oldPlanPaths(context)];
  // What may be one thing or another may offer the same word for both.
  return distinct([...known, ...found, ...(cursor.role === 'value' ? openingCompletions(context, values) : [])]);
}

function distinct(completions: readonly Completion[]): readonly Completion[] {
  const labels = new Set<string>();
  return completions.filter(({ label }) => !labels.has(label) && labels.add(label));
}

/** An entry that writes `text`. */
function entry(
  { cursor }: CompletionContext,
  text: string,
  rest: Omit<Completion, 'edit' | 'snippet' | 'label'>,
  label = text,
): Completion {
  const written = writeText(text, cursor.flow ? 'flow' : 'block');
  return {
    label,
    ...rest,
    edit: { at: cursor.word, text: written },
    snippet: false,
  };
}

/** What the plan's framework names comes first. */
function listedValues(context: CompletionContext, { schema, def }: Shape): readonly Completion[] {
  if (schema.type === 'boolean')
    return ['true', 'false'].map(word => plain(context, word, word === 'true' ? said('Yes') : said('No')));
  const there = listedBeside(context);
  const framework = planFramework(context);
  const named = namedValues(framework, def);
  const entries = (schema.enum ?? []).flatMap((value, index) => {
    if (there.has(String(value))) return [];
    const listed = plain(context, String(value), said(schema['x-enum-descriptions']?.[index] ?? ''));
    return named.has(String(value)) && framework ? { ...listed, detail: framework.shortTitle } : listed;
  });
  return entries.toSorted((a, b) => Number(named.has(b.label)) - Number(named.has(a.label)));
}

/** A listed value is written as it is: `true` stays unquoted. */
function plain({ cursor }: CompletionContext, text: string, documentation: string): Completion {
  return {
    label: text,
    kind: 'value',
    documentation,
    edit: { at: cursor.word, text: text },
    snippet: false,
  };
}

function suggestions(context: CompletionContext, { schema }: Shape): readonly Completion[] {
  const { cursor, shapes } = context;
  const isOfOutcome = shapes[0]?.def === 'outcome' && cursor.key === 'framework';
  const texts = isOfOutcome ? outcomesFrameworksOf(planFramework(context)) : (schema['x-suggestions'] ?? []);
  return texts.map(text => entry(context, text, { kind: 'value' }));
}

function references(context: CompletionContext, { schema }: Shape): readonly Completion[] {
  const kinds = schema['x-ref'];
  if (!kinds) return [];
  const { analysis, cursor } = context;
  if (cursor.role === 'value' && cursor.key === 'id') return [];
  const there = listedBeside(context);
  return definitionsFor(context, kinds)
    .filter(({ id }) => !there.has(id.text))
    .map(definition => entry(context, definition.id.text, shownReference(analysis, definition)));
}

/** What the list already names in which a word is being written: nobody is named twice. */
function listedBeside({ analysis, cursor, offset }: CompletionContext): ReadonlySet<string> {
  if (cursor.role !== 'item') return new Set();
  const list = nodesAt(analysis.tree.root, offset).findLast(({ node }) => node.kind === 'list')?.node;
  const items = list?.kind === 'list' ? list.items : [];
  return new Set(items.flatMap(item => (item.kind === 'scalar' && !touches(item, offset) ? item.text : [])));
}

function frameworks(context: CompletionContext): readonly Completion[] {
  return [...context.settings.frameworks, ...shippedFrameworks()].map(framework =>
    entry(context, framework.id, { kind: 'value', detail: framework.shortTitle, documentation: framework.title }),
  );
}
