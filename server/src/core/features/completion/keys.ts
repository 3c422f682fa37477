/** Keys that may stand at the cursor: those that must be there first, then in the order of the format. */

import type { Cursor } from '../../cursor/cursor';
import { shapesOfItems, shapesUnder } from '../../cursor/shape-at';
import { rulePages } from '../../rules/index';
import { isRequired, type Shape, shapeOfKeys } from '../../schema/shape';
import { said, say } from '../../text/say';
import { type Completion, type CompletionContext, yearsOf } from './context';
import { oldSchemeKeys } from './old-plans';
import { definitionsFor, shownReference } from './references';
import { isKnownValue } from './table-values';

export function keyCompletions(context: CompletionContext): readonly Completion[] {
  const { shapes, cursor, analysis } = context;
  const root = cursor.path.length === 0;
  const taken = new Set(root ? [...cursor.siblings, ...otherKeysOfRoot(context)] : cursor.siblings);
  const found: { readonly rank: number; readonly completion: Completion }[] = [];
  for (const shape of shapes) {
    for (const key of Object.keys(shape.schema.properties ?? {})) {
      if (taken.has(key) || (key === 'bcf_plan' && analysis.document?.kind === 'one-plan')) continue;
      taken.add(key);
      found.push({ rank: rankOf(shape, key), completion: keyCompletion(context, shape, key) });
    }
  }
  // The sort is stable: within a rank the order of the format stays.
  found.sort((a, b) => a.rank - b.rank);
  return [
    ...yearCompletions(context, taken),
    ...referenceKeys(context, taken),
    ...oldSchemeKeys(context, taken),
    ...partsOfNarrative(context, taken),
    ...ruleKeys(context, taken),
    ...found.map(({ completion }) => completion),
  ];
}

/** Keys of the plan, wherever they stand: the lines around the cursor show only some of them. */
function otherKeysOfRoot({ analysis, cursor }: CompletionContext): readonly string[] {
  return analysis.tree.root.entries.filter(({ key }) => key.start !== cursor.word.start).map(({ key }) => key.text);
}

function rankOf(shape: Shape, key: string): number {
  if (isRequired(shape, key)) return 0;
  return shape.schema.properties?.[key] !== true && shape.schema.properties?.[key]?.['x-asked-by'] ? 1 : 2;
}

function keyCompletion(context: CompletionContext, shape: Shape, key: string): Completion {
  const inner = shapesUnder([shape], key);
  const schema = inner[0]?.schema ?? {};
  const example = exampleOf(schema.examples?.[0], key);
  return {
    label: key,
    kind: 'key',
    detail: said(schema.title ?? ''),
    documentation: [said(schema.description ?? ''), example].filter(part => part !== '').join('\n\n'),
    ...opening(context, key, inner),
    opensMore: !context.cursor.hasColon && (isKnownValue(shape.def, key) || inner.some(hasChoices)),
  };
}

/** Whether the format says what may stand in the place of a value of the shape. */
function hasChoices({ schema, def }: Shape): boolean {
  if (schema.type === 'array' || schema.type === 'object') return def !== 'amounts';
  return Boolean(
    schema.enum ||
      schema.type === 'boolean' ||
      schema['x-ref'] ||
      schema['x-suggestions'] ||
      schema['x-form'] === 'date',
  );
}

function exampleOf(example: unknown, key: string): string {
  return example === undefined || typeof example === 'object' ? '' : `For example: ${key}: ${String(example)}`;
}

/** What is written for a key: with room for its value, ready for the next word. */
function opening(
  { cursor, analysis }: CompletionContext,
  key: string,
  inner: readonly Shape[],
): Pick<Completion, 'edit' | 'snippet'> {
  const at = cursor.word;
  if (cursor.hasColon) return { edit: { at, text: key }, snippet: false };
  const type = inner[0]?.schema.type;
  const years = shapeOfYears(inner) ? yearsOf(analysis) : [];
  if (years.length > 0) {
    const stops = years.map((year, index) => `${year}: £\${${index + 1}}`).join(', ');
    return { edit: { at, text: `${key}: {${stops}}` }, snippet: true };
  }
  if (cursor.flow || isListOfWords(inner)) {
    const [open, close] = type === 'array' ? ['[', ']'] : type === 'object' ? ['{', '}'] : ['', ''];
    return open === ''
      ? { edit: { at, text: `${key}: ` }, snippet: false }
      : { edit: { at, text: `${key}: ${open}$1${close}` }, snippet: true };
  }
  const indent = ' '.repeat(cursor.column);
  if (type === 'array') return { edit: { at, text: `${key}:\n${indent}  - $0` }, snippet: true };
  if (type === 'object') return { edit: { at, text: `${key}:\n${indent}  $0` }, snippet: true };
  return { edit: { at, text: `${key}: ` }, snippet: false };
}

/** The parts of the narrative are texts of several lines. */
function isNarrative({ path }: Cursor): boolean {
  const [first] = path;
  return path.length === 1 && first !== undefined && first !== 'item' && first.key === 'narrative';
}

/** Ids of rules are the keys of what a configuration, or a framework, says of their severities. */
function ruleKeys({ shapes, cursor }: CompletionContext, taken: ReadonlySet<string>): readonly Completion[] {
  if (!shapes.some(({ def }) => def === 'rules' || def === 'severities')) return [];
  return rulePages()
    .filter(({ id }) => !taken.has(id))
    .map(({ id, summary, why }) => ({
      label: id,
      kind: 'rule',
      detail: said(summary),
      documentation: `${said(summary)} ${said(why)}`,
      edit: { at: cursor.word, text: cursor.hasColon ? id : `${id}: ` },
      snippet: false,
      opensMore: !cursor.hasColon,
    }));
}

/** Parts that narratives usually have; an author may name others. */
const usualParts = (): Readonly<Record<string, string>> => ({
  summary: say`The plan in a few sentences`,
  what_changes: say`What people will notice`,
  what_stops: say`What is given up for it`,
  money: say`Where the money comes from and goes to`,
  people: say`Who does the work`,
});

function partsOfNarrative({ cursor }: CompletionContext, taken: ReadonlySet<string>): readonly Completion[] {
  if (!isNarrative(cursor)) return [];
  const indent = ' '.repeat(cursor.column);
  return Object.entries(usualParts())
    .filter(([part]) => !taken.has(part))
    .map(([part, detail]) => {
      const written = cursor.flow ? `${part}: $1` : `${part}: |\n${indent}  $0`;
      const edit = { at: cursor.word, text: cursor.hasColon ? part : written };
      return { label: part, kind: 'key', detail, edit, snippet: !cursor.hasColon };
    });
}

/** A list of references or listed values is written on one line. */
function isListOfWords(inner: readonly Shape[]): boolean {
  return (
    inner[0]?.schema.type === 'array' && shapesOfItems(inner).every(({ schema }) => schema.properties === undefined)
  );
}

function shapeOfYears(shapes: readonly Shape[]): Shape | undefined {
  return shapes.find(shape => shapeOfKeys(shape)?.schema['x-form'] === 'year' && shape.def === 'amounts');
}

/** Years of the period that have no amount yet. */
function yearCompletions(
  { shapes, cursor, analysis }: CompletionContext,
  taken: ReadonlySet<string>,
): readonly Completion[] {
  const shape = shapes.find(candidate => shapeOfKeys(candidate)?.schema['x-form'] === 'year');
  if (!shape) return [];
  const money = shape.def === 'amounts';
  return yearsOf(analysis)
    .filter(year => !taken.has(year))
    .map(year => ({
      label: year,
      kind: 'year',
      detail: say`Financial year of the plan`,
      edit: { at: cursor.word, text: cursor.hasColon ? year : `${year}: ${money ? '£' : ''}` },
      snippet: false,
    }));
}

/** Ids that are keys: of contributions in shares, of partners in caps; found by their names too. */
function referenceKeys(context: CompletionContext, taken: ReadonlySet<string>): readonly Completion[] {
  const kinds = context.shapes.flatMap(shape => shapeOfKeys(shape)?.schema['x-ref'] ?? []);
  return definitionsFor(context, kinds)
    .filter(({ id }) => !taken.has(id.text))
    .map(definition => {
      const { text } = definition.id;
      const written = context.cursor.hasColon ? text : `${text}: `;
      const edit = { at: context.cursor.word, text: written };
      return { label: text, ...shownReference(context.analysis, definition), edit, snippet: false };
    });
}
