/** Values that may stand at the cursor: listed values, references by id or by name, dates and frameworks. */
import { firstDayOfYear, formatDate, lastDayOfYear } from '../model/calendar';
import { formatMoney } from '../model/money';
import { frameworkNamed, shippedFrameworks } from '../reference/framework';
import type { Definition } from '../schema/references';
import type { Shape } from '../schema/shape';
import { writeText } from '../syntax/write-scalar';
import { yearsOf } from './complete-keys';
import { knownValues } from './complete-known-values';
import type { Completion, CompletionContext } from './completion';
import { shapesUnder } from './shape-at';

export function valueCompletions(context: CompletionContext): readonly Completion[] {
  const { cursor, shapes } = context;
  const values = cursor.role === 'value' && cursor.key !== undefined ? shapesUnder(shapes, cursor.key) : shapes;
  const found = values.flatMap(shape => [
    ...listedValues(context, shape),
    ...references(context, shape),
    ...suggestions(context, shape),
    ...dates(context, shape),
  ]);
  const known = knownValues(context);
  return cursor.path.length === 0 && cursor.key === 'framework'
    ? [...frameworks(context), ...found]
    : [...known, ...found];
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

function listedValues(context: CompletionContext, { schema }: Shape): readonly Completion[] {
  if (schema.type === 'boolean')
    return ['true', 'false'].map(word => plain(context, word, word === 'true' ? 'Yes' : 'No'));
  return (schema.enum ?? []).map((value, index) =>
    plain(context, String(value), schema['x-enum-descriptions']?.[index] ?? ''),
  );
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
  return (schema['x-suggestions'] ?? []).map(text => entry(context, text, { kind: 'value' }));
}

function references(context: CompletionContext, { schema }: Shape): readonly Completion[] {
  const kinds = schema['x-ref'];
  if (!kinds) return [];
  const own = context.cursor.role === 'value' && context.cursor.key === 'id';
  if (own) return [];
  return context.analysis.references.definitions
    .filter(({ kind }) => kinds.includes(kind))
    .map(definition => {
      const name = nameOf(definition);
      const detail = [name, moneyOf(context, definition)].filter(part => part !== '').join(' · ');
      return entry(context, definition.id.text, { kind: 'reference', detail, filter: `${definition.id.text} ${name}` });
    });
}

/** The name of an item, as its author wrote it. */
export function nameOf({ item, kind }: Definition): string {
  for (const key of ['name', 'title', 'what', 'purpose', ...(kind === 'contribution' ? ['source'] : [])]) {
    const value = item.get(key);
    if (value?.kind === 'scalar' && value.text !== '') return value.text.replace(/\s+/g, ' ').trim();
  }
  return '';
}

function moneyOf({ analysis }: CompletionContext, { kind, id }: Definition): string {
  const { document, index } = analysis;
  if (document?.kind !== 'one-plan' || !index) return '';
  const field = { value: id.text, given: true, written: id.text, at: id, key: undefined, node: id };
  const item = kind === 'contribution' ? index.contribution(field) : kind === 'line' ? index.line(field) : undefined;
  const pence = item && index.overPeriod(item.amounts);
  return pence === undefined ? '' : formatMoney(pence);
}

/** Days that plans are made of: ends and beginnings of the period's financial years, and the framework's last dates. */
function dates(context: CompletionContext, { schema }: Shape): readonly Completion[] {
  if (schema['x-form'] !== 'date') return [];
  const { document } = context.analysis;
  const plan = document?.kind === 'one-plan' ? document : undefined;
  const days = new Map<string, string>();
  const add = (day: string | undefined, what: string) => {
    if (day !== undefined && !days.has(day)) days.set(day, what);
  };
  for (const year of yearsOf(context.analysis)) {
    add(firstDayOfYear(year), `First day of ${year}`);
    add(lastDayOfYear(year), `Last day of ${year}`);
  }
  add(plan?.from.value, 'The plan begins');
  add(plan?.to.value, 'The plan ends');
  const framework = frameworkNamed(plan?.framework.value ?? 'beyond-barker-2015', context.settings.frameworks);
  if (framework && framework.lastDate !== 'period') add(framework.lastDate, `Last date in ${framework.shortTitle}`);
  if (plan?.pace.value === 'fast') add(framework?.fastArea?.latest, 'Last date for a fast area');
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, what]) => ({
      ...entry(context, day, { kind: 'date', detail: `${formatDate(day)} · ${what}` }),
      filter: `${day} ${formatDate(day)}`,
    }));
}

function frameworks(context: CompletionContext): readonly Completion[] {
  return [...context.settings.frameworks, ...shippedFrameworks()].map(framework =>
    entry(context, framework.id, { kind: 'value', detail: framework.shortTitle, documentation: framework.title }),
  );
}
