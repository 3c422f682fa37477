/** Items that a value may refer to, and how completion shows them. */
import type { Analysis } from '../../analysis';
import type { Definition } from '../../schema/references';
import { nameKeyOf } from '../../schema/shape';
import { formatMoney } from '../../values/money';
import { shapeOfKind } from '../shared/item-name';
import type { Completion, CompletionContext } from './context';

/** The items of `kinds` that may be referred to at the cursor: all but the one that is being written. */
export function definitionsFor(
  { analysis, offset }: Pick<CompletionContext, 'analysis' | 'offset'>,
  kinds: readonly string[],
): readonly Definition[] {
  return analysis.references.definitions.filter(
    ({ kind, item }) => kinds.includes(kind) && !(item.start <= offset && offset <= item.end),
  );
}

/** How a reference is shown, and found: by its id and by its name. */
export function shownReference(
  analysis: Analysis,
  definition: Definition,
): Pick<Completion, 'kind' | 'detail' | 'filter'> {
  const name = writtenName(definition);
  const detail = [name, moneyOf(analysis, definition)].filter(part => part !== '').join(' · ');
  return { kind: 'reference', detail, filter: `${definition.id.text} ${name}` };
}

/** The name of an item, as its author wrote it; "" for one that the format knows by its id alone. */
function writtenName({ item, kind }: Definition): string {
  const key = kind === 'contribution' ? 'source' : nameKeyOf(shapeOfKind(kind));
  const value = key === 'id' ? undefined : item.get(key);
  return value?.kind === 'scalar' ? value.text.replace(/\s+/g, ' ').trim() : '';
}

function moneyOf({ document, index }: Analysis, { kind, id }: Definition): string {
  if (document?.kind !== 'one-plan' || !index) return '';
  const field = { value: id.text, given: true, written: id.text, at: id, key: undefined, node: id };
  const item = kind === 'contribution' ? index.contribution(field) : kind === 'line' ? index.line(field) : undefined;
  const pence = item && index.overPeriod(item.amounts);
  return pence === undefined || pence === 0 ? '' : formatMoney(pence);
}
