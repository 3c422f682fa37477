/** Amounts such as £1,250,000 between brackets: YAML cuts them at their commas. */
import { say } from '../../text/say';
import type { ListNode, MapNode, Node } from '../tree/node';
import { written } from '../tree/written';
import type { Diagnosis } from './mistakes/mistake';

/** One finding for each amount in `node` that was cut. Places are offsets into `text`. */
export function splitAmounts(node: MapNode | ListNode, text: string): readonly Diagnosis[] {
  const parts: readonly Node[] =
    node.kind === 'list'
      ? node.items
      : node.entries.flatMap(({ key, value }) =>
          value.kind === 'scalar' && value.style === 'empty' ? [key] : [value],
        );
  const found: Diagnosis[] = [];
  for (let index = 0; index < parts.length; index++) {
    const first = parts[index];
    if (first?.kind !== 'scalar' || first.style !== 'plain' || !/^-?£?\d{1,3}$/.test(first.text)) continue;
    let last = first;
    for (let next = parts[index + 1]; next && continues(last, next, text); next = parts[index + 1]) {
      last = next;
      index++;
    }
    if (last === first || !(first.text.includes('£') || node.kind === 'map')) continue;
    found.push(cut(text, first.from, last.to));
  }
  return found;
}

function continues(last: Node, next: Node, text: string): next is typeof next & { kind: 'scalar' } {
  if (next.kind !== 'scalar' || next.style !== 'plain' || !/^\d{1,3}(?:\.\d\d?)?(?:k|m|bn)?$/.test(next.text))
    return false;
  return text.slice(last.to, next.from) === ',';
}

function cut(text: string, from: number, to: number): Diagnosis {
  const source = text.slice(from, to);
  // "£26,5m" is written as on the continent; thousands come in threes.
  const decimal = /^-?£?\d+,\d{1,2}(?:k|m|bn)?$/.test(source);
  const whole = source.replaceAll(',', decimal ? '.' : '');
  return {
    mistake: 'split-amount',
    rule: 'read-differently',
    at: { from, to },
    message: say`Between brackets a comma starts a new entry, so the amount ${written(source)} is cut into pieces. Write ${whole}, or put the amount in quotes.`,
    repair: [{ from, to, text: whole }],
    fix: { title: say`Write ${whole} for ${source}`, safe: !decimal },
  };
}
