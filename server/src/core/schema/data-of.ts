/** The tree as the plain values that the generated validators read. */
import type { Entry, Node, ScalarNode } from '../syntax/tree/node';

/**
 * The value of `node`. A key whose value is empty is there but `undefined`: an author who left it empty has not given
 * it. Of a key that stands twice the first counts. The lists and mappings of entries that `isHollow` picks are left empty.
 */
export function dataOf(node: Node, isHollow?: (entry: Entry) => boolean): unknown {
  switch (node.kind) {
    case 'scalar':
      return scalarValue(node);
    case 'list':
      return node.items.map(item => dataOf(item));
    case 'map': {
      const value: Record<string, unknown> = Object.create(null);
      for (const entry of node.entries) {
        if (entry.key.text in value) continue;
        value[entry.key.text] = isHollow?.(entry) ? hollow(entry.value) : (dataOf(entry.value) ?? undefined);
      }
      return value;
    }
  }
}

function hollow(node: Node): unknown {
  return node.kind === 'list' ? [] : {};
}

/** A number that only looks like one to YAML (`1E5`, `0x1F`, `007`) stays the text that the author wrote. */
function scalarValue(node: ScalarNode): unknown {
  if (typeof node.value === 'number' && !/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(node.text)) return node.text;
  return node.value;
}
