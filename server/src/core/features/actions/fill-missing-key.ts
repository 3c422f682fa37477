/** *Fill in what is missing*: a key that an item must have, with a sound value to type over. */

import { shapedNodesAt } from '../../cursor/nodes-at';
import { say } from '../../text/say';
import { TabStops } from '../shared/snippet';
import type { Action, ActionContext } from './action';
import { insertEntry, setValue } from './insert';
import { unsureValue } from './unsure-values';

export function fillMissingKey({ analysis, findings }: ActionContext): readonly Action[] {
  const kind = analysis.document?.kind;
  if (!kind) return [];
  return findings
    .filter(({ rule, detail }) => rule === 'missing-key' && detail !== undefined)
    .flatMap((finding): Action[] => {
      const key = finding.detail ?? '';
      const around = shapedNodesAt(analysis.tree.root, kind, finding.at.start).findLast(
        ({ node, shape }) => node.kind === 'map' && shape?.schema.properties?.[key] !== undefined,
      );
      if (around?.node.kind !== 'map' || !around.shape) return [];
      const { node: map, shape } = around;
      const name = map.get(shape.schema['x-item-name'] ?? '');
      const called =
        name?.kind === 'scalar' && name.text !== '' ? name.text : say`New ${shape.schema['x-noun'] ?? 'item'}`;
      const value = unsureValue(analysis, shape, key, called, new TabStops());
      const there = map.entry(key);
      const edit = there ? setValue(analysis, there, value) : insertEntry(analysis, map, shape, key, () => ` ${value}`);
      return edit ? [{ title: say`Add "${key}"`, kind: 'quickfix', finding, edits: [edit] }] : [];
    });
}
