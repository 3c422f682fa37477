/** The display name of an item: on one line, limited in length, hidden characters made visible. */
import type { Definition } from '../../schema/references';
import { type Shape, shapeNamed } from '../../schema/shape';
import { isEmpty, type Node } from '../../syntax/tree/node';
import { shorten } from '../../text/words';

/** The item's own name, or its id where it has none. */
export function nameOf({ kind, id, item }: Definition): string {
  const nameKey = shapeOfKind(kind).schema['x-item-name'];
  const name = nameKey === undefined ? '' : shownText(item.get(nameKey), 80);
  return name === '' ? shorten(id.text) : name;
}

/** The shape of items of `kind`. */
export function shapeOfKind(kind: string): Shape {
  return shapeNamed(DEFINITIONS[kind] ?? kind);
}

/** A single value on one line; "" where there is none. */
export function shownText(node: Node | undefined, limit = 160): string {
  if (node?.kind !== 'scalar' || isEmpty(node)) return '';
  const { text } = node;
  return text.length <= limit && SIMPLE.test(text) ? text : shorten(text, limit);
}

/** Words separated by single spaces: most texts, which are returned unchanged. */
const SIMPLE = /^(?:[!-~£–’] ?)*[!-~£–’]$/;

/** Kinds whose items have another name in the schema. */
const DEFINITIONS: Readonly<Record<string, string>> = { line: 'budget-line', agreement: 'data-agreement' };
