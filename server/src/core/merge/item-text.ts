/** How a new item stands in a plan: one key on each line, or all of them in braces where the list is written so. */

export type Pair = readonly [key: string, value: string | readonly Pair[]];

/** Keys with their values as YAML, or with keys of their own; an empty value is a place that the author fills. */
export type ItemText = readonly Pair[];

/** The item on lines of its own, its dash indented by `indent`. */
export function asBlockItem(item: ItemText, indent: string): readonly string[] {
  return asBlock(item, `${indent}  `).map((line, index) =>
    index === 0 ? `${indent}- ${line.slice(indent.length + 2)}` : line,
  );
}

/** The pairs on lines of their own, indented by `indent`. */
export function asBlock(pairs: readonly Pair[], indent: string): readonly string[] {
  return pairs.flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${indent}${value === '' ? `${key}:` : `${key}: ${value}`}`]
      : [`${indent}${key}:`, ...asBlock(value, `${indent}  `)],
  );
}

/** The pairs as they stand in braces, without these. */
export function asFlow(pairs: readonly Pair[]): string {
  return pairs
    .map(([key, value]) => {
      if (value === '') return `${key}:`;
      return `${key}: ${typeof value === 'string' ? value : asFlowItem(value)}`;
    })
    .join(', ');
}

/** The item in braces. */
export function asFlowItem(item: ItemText): string {
  return `{${asFlow(item)}}`;
}
