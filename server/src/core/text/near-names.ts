/** Whether two schemes go by the same or nearly the same name, whatever labels and little words stand around it. */

/** The words of `name` that tell it from others: no labels, no "service", one form for one and many. */
export function tellingWords(name: string): ReadonlySet<string> {
  const words = foldName(name)
    .split(' ')
    .filter(word => word !== '' && !LABELS.has(word));
  return new Set(words.map(word => (word.length > 3 ? word.replace(/s$/, '') : word)));
}

/** Two names are near when they share at least half of all telling words that either of them has. */
export function areNear(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter(word => b.has(word)).length;
  return shared > 0 && shared * 2 >= a.size + b.size - shared;
}

/** `name` without case and signs: two names that are written alike are equal in it. */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

const LABELS: ReadonlySet<string> = new Set(
  'a an and the of for in to new integrated integration joint joined up seamless single enhanced improved better service services team teams scheme project programme'.split(
    ' ',
  ),
);
