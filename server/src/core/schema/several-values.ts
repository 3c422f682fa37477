/**
 * Several values where one belongs, or where a list does: "acute, primary-care" without its brackets, "a-example and
 * b-example" for one lead, a list of one where a single value is asked for.
 */

import type { Fix } from '../finding';
import type { ListNode, Node, ScalarNode } from '../syntax/tree/node';
import { type CollectionStyle, writeText } from '../syntax/tree/write-scalar';
import { say } from '../text/say';
import { wordMeant } from '../text/word-meant';
import { asListed } from '../values/yes-no';
import { type Shape, shapeOfItems } from './shape';

/** What stands in `text` when it is read as several values, without the brackets that it may have. */
export function valuesIn(text: string): readonly string[] {
  const bare = text.trim().replace(/^[([{]\s*|\s*[)\]}]$/g, '');
  return bare.split(/\s*(?:[,;/&+]|\band\b)\s*/).filter(value => value !== '');
}

/** The list that a single value was meant for, as it is written in brackets: `[acute, primary-care]`. */
export function listMeant(node: ScalarNode, shape: Shape): { readonly text: string; readonly fix: Fix } | undefined {
  const items = shapeOfItems(shape, undefined);
  if (!items || node.text.length > 200) return undefined;
  const values = entriesMeant(node.text, items);
  if (values.length === 0 || values.includes(undefined)) return undefined;
  const text = `[${values.map(value => writeText(value ?? '', 'flow')).join(', ')}]`;
  // As one entry it is already read as the list of it; any more, and ids that may not be there, are for the author.
  const safe = values.length === 1 && values[0] === node.text && items.schema.enum !== undefined;
  return { text, fix: { title: say`Write ${text}`, safe, edits: [{ at: node, text }] } };
}

function entriesMeant(text: string, { schema }: Shape): readonly (string | undefined)[] {
  const listed = schema.enum?.map(String);
  if (listed) return valuesIn(text).map(value => wordMeant(value, listed));
  if (schema['x-ref']) return valuesIn(text).map(value => (ID.test(asListed(value)) ? asListed(value) : undefined));
  if (schema['x-form'] === 'text' && !text.includes('\n')) return [text];
  return [];
}

const ID = /^[a-z][a-z0-9-]*$/;

/** Fixes that keep one of `values`, in the place of all of them. */
export function keepOne(at: Node, values: readonly string[], surroundings: CollectionStyle): readonly Fix[] {
  return values.slice(0, 5).map(value => {
    const text = writeText(value, surroundings);
    return { title: say`Write ${text}`, safe: false, edits: [{ at, text }] };
  });
}

/** The texts of a list of single values; none where one of its entries is more than that. */
export function textsOf({ items }: ListNode): readonly string[] {
  const texts = items.flatMap(item => (item.kind === 'scalar' && item.text !== '' ? [item.text] : []));
  return texts.length === items.length ? texts : [];
}
