/**
 * Whole items as snippets with tab stops: a scheme, a budget line with every year of the period, and those items of
 * which the tables or the framework know what to write: partners of the place, milestones, measures, roles that sign.
 */

import { shapesOfItems, shapesUnder } from '../../cursor/shape-at';
import { isRequired, type Shape } from '../../schema/shape';
import { isPlain, quote } from '../../syntax/tree/write-scalar';
import { said, say } from '../../text/say';
import { snippetText, TabStops } from '../shared/snippet';
import { type Completion, type CompletionContext, yearsOf } from './context';
import { type ItemDraft, knownItems } from './table-items';

/** The whole items for the list that the cursor is in, or at whose place a first dash would stand. */
export function itemCompletions(context: CompletionContext): readonly Completion[] {
  const { cursor, shapes } = context;
  if (cursor.siblings.length > 0 || cursor.hasColon || cursor.role === 'value') return [];
  const atItem = cursor.role === 'item' || cursor.path.at(-1) === 'item';
  if (cursor.flow && !atItem) return [];
  const items = atItem ? shapes : shapesOfItems(shapes);
  const shape = items.find(candidate => candidate.schema.properties);
  if (!shape || !isNamed(shape)) return [];
  if (!atItem && cursor.typed !== '' && shapes.some(({ schema }) => schema.properties && !schema.items)) return [];
  const inBraces = cursor.flow && cursor.role === 'item';
  return draftsOf(context, shape).map(draft => {
    const written = itemText(context, shape, draft, atItem ? 0 : 2);
    return { ...shownDraft(draft), edit: { at: cursor.word, text: inBraces ? `{${written}}` : written } };
  });
}

/** How a whole item is shown, and found: by its label and by what is known of it. */
export function shownDraft({ label, detail, documentation, values }: ItemDraft): Omit<Completion, 'edit'> {
  const filter = `${label} ${Object.values(values).join(' ')}`;
  return { label, detail, documentation, kind: 'item', filter, snippet: true };
}

/** An empty item of `shape`, and those of which more is known. */
export function draftsOf(context: CompletionContext, shape: Shape): readonly ItemDraft[] {
  const noun = said(shape.schema['x-noun'] ?? shape.schema.title ?? 'Item');
  const plain: ItemDraft = {
    label: shape.def === 'incorporated-plan' ? say`Old plan to bring in` : say`New ${noun.toLowerCase()}`,
    detail: say`With the keys that it needs`,
    documentation: said(shape.schema.description ?? ''),
    values: {},
  };
  return [plain, ...knownItems(context, shape)];
}

/** What a whole item is made of for is the format's to say: by its noun, or by its name. */
function isNamed({ schema }: Shape): boolean {
  return schema['x-noun'] !== undefined || schema['x-kind'] !== undefined;
}

/**
 * The keys that an item must have and those of which more is known: one a line, or behind each other within `{}`. With a
 * `dash` the item brings its own.
 */
export function itemText(
  context: CompletionContext,
  shape: Shape,
  { values, suggested = {}, keys = {} }: ItemDraft,
  dash: 0 | 2,
): string {
  const { cursor } = context;
  const stops = new TabStops();
  const textOf = (key: string) => {
    const value = values[key];
    if (value !== undefined) return snippetText(written(value, cursor.flow));
    const inside = keys[key];
    if (inside) return `{${inside.map(name => `${snippetText(written(name, true))}: ${stops.next()}`).join(', ')}}`;
    const start = suggested[key];
    return start === undefined ? placeholder(context, shape, key, stops) : stops.next(start);
  };
  const lines = Object.keys(shape.schema.properties ?? {})
    .filter(key => key in values || key in suggested || key in keys || isNeeded(shape, key))
    .map(key => `${key}: ${textOf(key)}`);
  if (cursor.flow) return lines.join(', ');
  return (dash === 0 ? '' : '- ') + lines.join(`\n${' '.repeat(cursor.column + dash)}`);
}

/** What must be there, and what a rule asks for of every such item. */
function isNeeded(shape: Shape, key: string): boolean {
  const inner = shape.schema.properties?.[key];
  return isRequired(shape, key) || (inner !== true && inner?.['x-asked-by'] !== undefined);
}

function written(value: string, flow: boolean): string {
  return isPlain(value, flow ? 'flow' : 'block') && !/^[\d.]+$/.test(value) ? value : quote(value);
}

/** What is written for `key` until the author writes something: a choice where there is one, else an empty place. */
export function placeholder(
  context: Pick<CompletionContext, 'analysis'>,
  shape: Shape,
  key: string,
  stops: TabStops,
): string {
  const inner = shapesUnder([shape], key)[0];
  const schema = inner?.schema ?? {};
  if (inner?.def === 'amounts') {
    const years = yearsOf(context.analysis);
    return `{${years.map(year => `${year}: £${stops.next('0')}`).join(', ')}${years.length === 0 ? stops.next() : ''}}`;
  }
  if (schema.type === 'array') return `[${stops.next()}]`;
  if (schema.type === 'object') return `{${stops.next()}}`;
  if (schema.type === 'boolean') return stops.choice(['true', 'false']);
  if (schema['x-form'] === 'money') return `£${stops.next()}`;
  const words = schema.enum?.map(String) ?? idsOf(context, schema['x-ref']);
  return words.length > 0 && words.length <= 30 ? stops.choice(words) : stops.next();
}

function idsOf(
  { analysis }: Pick<CompletionContext, 'analysis'>,
  kinds: readonly string[] | undefined,
): readonly string[] {
  if (!kinds) return [];
  return analysis.references.definitions.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id.text);
}
