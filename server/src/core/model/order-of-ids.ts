/** An order of items that does not change when an author moves them about: what is found first by it stays first. */
import type { Item } from './item-reader';

/** The items by their ids; those without one come last, as they stand. */
export function inOrderOfIds<T extends Pick<Item, 'id'>>(items: readonly T[]): readonly T[] {
  return [...items].sort(({ id: { value: a } }, { id: { value: b } }) => {
    if (a === b) return 0;
    return b === undefined || (a !== undefined && a < b) ? -1 : 1;
  });
}
