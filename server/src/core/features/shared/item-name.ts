/** How an item is called where its own name is shown: on one line, not too long, nothing in it that could mislead. */
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

/** What the format says of items of `kind`. */
export function shapeOfKind(kind: string): Shape {
  return shapeNamed(DEFINITIONS[kind] ?? kind);
}

/** A single value on one line; "" where there is none. */
export function shownText(node: Node | undefined, limit = 160): string {
  if (node?.kind !== 'scalar' || isEmpty(node)) return '';
  const { text } = node;
  return text.length <= limit && SIMPLE.test(text) ? text : shorten(text, limit);
}

/** Words with single spaces between them: most texts, and nothing has to be done to them. */
const SIMPLE = /^(?:[!-~£–’] ?)*[!-~£–’]$/;

/** Kinds whose items have another name in the format. */
const DEFINITIONS: Readonly<Record<string, string>> = { line: 'budget-line', agreement: 'data-agreement' };
