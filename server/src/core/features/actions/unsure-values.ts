/** What a new item holds until its author says otherwise: sound values of the right kind, each a place to type. */
import type { Analysis } from '../../analysis';
import type { Shape } from '../../schema/shape';
import { placeholder } from '../complete-items';
import { idFrom } from '../new-id';
import { shapesUnder } from '../shape-at';
import { snippetText, type TabStops } from '../snippet';

/** The value for `key` of an item of `shape`. `called` is what the item is called, for its id. */
export function unsureValue(analysis: Analysis, shape: Shape, key: string, called: string, stops: TabStops): string {
  const inner = shapesUnder([shape], key)[0];
  const schema = inner?.schema ?? {};
  if (inner && schema.type === 'object' && schema.required) {
    const parts = schema.required.map(part => `${part}: ${unsureValue(analysis, inner, part, called, stops)}`);
    return `{${parts.join(', ')}}`;
  }
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
      return stop(schema.title ?? key);
    default:
      return written;
  }
}
