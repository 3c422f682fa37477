/** Default values of a new item: valid values of the right kind, each a tab stop. */
import type { Analysis } from '../../analysis';
import { shapesOfItems, shapesUnder } from '../../cursor/shape-at';
import type { Shape } from '../../schema/shape';
import { placeholder } from '../completion/items';
import { neededKeys } from '../completion/value-skeletons';
import { idFrom } from '../shared/new-id';
import { snippetText, type TabStops } from '../shared/snippet';

/** A cap for every partner that puts money in. */
function everyCap({ document }: Analysis, stops: TabStops): string {
  const payers =
    document?.kind === 'one-plan' ? document.budget.contributions.items.flatMap(each => each.partner.value ?? []) : [];
  return `{${[...new Set(payers)].map(id => `${snippetText(id)}: ${stops.next('£0')}`).join(', ')}}`;
}

/** The default first entry of a list. */
function firstOf({ references }: Analysis, shape: Shape | undefined): string {
  const item = shape && shapesOfItems([shape])[0]?.schema;
  const kinds = item?.['x-ref'];
  if (item?.properties) return '';
  if (kinds) return references.definitions.find(({ kind }) => kinds.includes(kind))?.id.text ?? '';
  return item?.enum ? String(item.enum[0]) : '';
}

/** The placeholder for texts that are still to be written: its findings remain until it is replaced. */
export const stillOpen = 'TBC';

/**
 * The value for `key` of an item of `shape`. `called` is what the item is called, for its id; `words` stand for a text
 * until it is written, the title of the key where they are left out.
 */
export function unsureValue(
  analysis: Analysis,
  shape: Shape,
  key: string,
  called: string,
  stops: TabStops,
  words?: string,
): string {
  const inner = shapesUnder([shape], key)[0];
  const schema = inner?.schema ?? {};
  const parts = inner && schema.type === 'object' ? neededKeys(inner) : [];
  if (inner && parts.length > 0) {
    const written = parts.map(part => `${part}: ${unsureValue(analysis, inner, part, called, stops, words)}`);
    return `{${written.join(', ')}}`;
  }
  if (inner?.def === 'caps') return everyCap(analysis, stops);
  if (schema.type === 'array') return `[${stops.next(firstOf(analysis, inner) || words)}]`;
  const written = placeholder({ analysis }, shape, key, stops);
  const number = /^£?\$(\d+)$/.exec(written)?.[1];
  if (number === undefined) return written;
  // The place that was handed out last is handed out again, with something in it.
  const stop = (word: string) => `\${${number}:${snippetText(word)}}`;
  const plan = analysis.document?.kind === 'one-plan' ? analysis.document : undefined;
  switch (schema['x-form']) {
    case 'id':
      return stop(idFrom(called, schema['x-kind'] ?? shape.schema['x-kind'] ?? 'item', analysis));
    case 'money':
      return stop('£0');
    case 'date':
      return stop(plan?.to.value ?? '2020-03-31');
    case 'year':
      return stop(plan?.years[0] ?? '2017-18');
    case 'whole':
    case 'number':
      return stop(String(schema.minimum ?? 0));
    case 'text':
    case 'prose':
      return stop(words ?? schema.title ?? key);
    default:
      return written;
  }
}
