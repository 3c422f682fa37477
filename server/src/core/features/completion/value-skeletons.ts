/**
 * What stands behind a key whose value is more than a word: a mapping or a list begun with what it needs, so that nobody
 * has to know how one is written. Years are written out, items stand on lines of their own.
 */

import { shapesOfItems, shapesUnder } from '../../cursor/shape-at';
import { isRequired, type Shape, shapeOfKeys } from '../../schema/shape';
import { said, say } from '../../text/say';
import { snippetText, TabStops } from '../shared/snippet';
import { type Completion, type CompletionContext, yearsOf } from './context';
import { draftsOf, itemText, placeholder, shownDraft } from './items';
import { definitionsFor } from './references';
import { placesOfPlan } from './table-values';

/** The beginnings of a value of any of `shapes`, where nothing stands yet. */
export function openingCompletions(context: CompletionContext, shapes: readonly Shape[]): readonly Completion[] {
  if (context.cursor.word.start < context.cursor.word.end) return [];
  return shapes.flatMap(shape => {
    if (shape.schema.type === 'array') return listOpenings(context, shape);
    return shape.schema.type === 'object' ? mapOpenings(context, shape) : [];
  });
}

function listOpenings(context: CompletionContext, shape: Shape): readonly Completion[] {
  const items = shapesOfItems([shape]);
  const item = items.find(({ schema }) => schema.properties);
  if (!item) return [opening(context, say`A list`, `[$1]`, shape, say`Between brackets, with commas`)];
  const { cursor } = context;
  const column = cursor.column + 2;
  const below = { ...context, cursor: { ...cursor, column } };
  return draftsOf(context, item).map(draft => {
    const text = cursor.flow
      ? `[{${itemText(context, item, draft, 0)}}]`
      : `\n${' '.repeat(column)}${itemText(below, item, draft, 2)}`;
    return { ...opening(context, draft.label, text, shape), ...shownDraft(draft) };
  });
}

function mapOpenings(context: CompletionContext, shape: Shape): readonly Completion[] {
  const { schema, def } = shape;
  if (def === 'place' || def === 'bcf-place') return placesOfPlan(context, shape);
  const keys = shapeOfKeys(shape)?.schema;
  if (keys?.['x-form'] === 'year') return years(context, shape);
  if (keys?.['x-ref']) return idsAsKeys(context, shape, keys['x-ref']);
  const names = Object.keys(schema.properties ?? {});
  // A section, or what holds lists, is written below its key; completion goes on there.
  if (names.some(key => /array|object/.test(String(shapesUnder([shape], key)[0]?.schema.type)))) return [];
  const needed = neededKeys(shape);
  if (needed.length === 0) return [];
  const stops = new TabStops();
  const inBraces = { ...context, cursor: { ...context.cursor, flow: true } };
  const inside = needed.map(key => `${key}: ${placeholder(inBraces, shape, key, stops)}`).join(', ');
  const label = def === 'none' ? say`Nothing, with the reason` : said(schema.title ?? needed.join(', '));
  return [opening(context, label, `{${inside}}`, shape, `{${needed.join(', ')}}`)];
}

/** What must be there; where nothing must, what a rule asks for. */
export function neededKeys(shape: Shape): readonly string[] {
  const names = Object.keys(shape.schema.properties ?? {});
  const required = names.filter(key => isRequired(shape, key));
  if (required.length > 0) return required;
  return names.filter(key => shapesUnder([shape], key)[0]?.schema['x-asked-by'] !== undefined);
}

/** Every year of the period, each with a place to type. */
function years(context: CompletionContext, shape: Shape): readonly Completion[] {
  const of = yearsOf(context.analysis);
  const stops = new TabStops();
  const inner = shapesUnder([shape], of[0] ?? '')[0]?.schema;
  if (of.length === 0 || inner?.type === 'object') return [];
  const sign = inner?.['x-form'] === 'money' ? '£' : '';
  const text = `{${of.map(year => `${year}: ${sign}${stops.next()}`).join(', ')}}`;
  return [opening(context, say`Every year of the plan`, text, shape, of.join(', '))];
}

/** Ids as keys: a cap for every partner, shares of the contributions that the author then chooses. */
function idsAsKeys(context: CompletionContext, shape: Shape, kinds: readonly string[]): readonly Completion[] {
  if (shape.def !== 'caps')
    return [opening(context, say`Shares of several`, '{$1}', shape, say`For example {nhs: 60, council: 40}`)];
  const stops = new TabStops();
  const caps = definitionsFor(context, kinds).map(({ id }) => `${snippetText(id.text)}: £${stops.next()}`);
  return caps.length === 0 ? [] : [opening(context, say`A cap for every partner`, `{${caps.join(', ')}}`, shape)];
}

function opening(
  { cursor, analysis }: CompletionContext,
  label: string,
  text: string,
  { schema }: Shape,
  detail = said(schema.title ?? ''),
): Completion {
  // Lines of their own leave no space behind the colon.
  const spaces = /[ \t]*$/.exec(analysis.text.slice(0, cursor.word.start))?.[0].length ?? 0;
  const start = text.startsWith('\n') ? cursor.word.start - spaces : cursor.word.start;
  return {
    label,
    kind: 'item',
    detail,
    documentation: said(schema.description ?? ''),
    edit: { at: { start, end: cursor.word.end }, text },
    snippet: true,
  };
}
