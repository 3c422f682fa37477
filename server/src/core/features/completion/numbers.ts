/** Numbers that can be told: a score with what its ends mean, and the share of a line that is still to be given. */

import type { Shape } from '../../schema/shape';
import { say } from '../../text/say';
import { mapAround } from '../shared/plan-facts';
import type { Completion, CompletionContext } from './context';

/** A scale of so many steps is offered in full. */
const mostSteps = 10;

/** The numbers to offer for a value of `shape`. */
export function numberCompletions(context: CompletionContext, shape: Shape): readonly Completion[] {
  return shape.def === 'percent' ? restOfWhole(context) : steps(context, shape);
}

function steps(context: CompletionContext, { schema }: Shape): readonly Completion[] {
  const { type, minimum, maximum, description } = schema;
  if (type !== 'integer' || minimum === undefined || maximum === undefined || maximum - minimum > mostSteps) return [];
  // "How likely, from 1 (rare) to 5 (almost certain)."
  const meanings = new Map([...(description ?? '').matchAll(/(\d+) \(([^)]+)\)/g)].map(match => [match[1], match[2]]));
  return Array.from({ length: maximum - minimum + 1 }, (_, step) => String(minimum + step)).map(text =>
    numberEntry(context, text, meanings.get(text) ?? ''),
  );
}

/** What the other shares of the line leave of 100. */
function restOfWhole(context: CompletionContext): readonly Completion[] {
  const shares = mapAround(context);
  if (context.cursor.role !== 'value' || !shares) return [];
  const others = shares.entries.filter(({ key }) => key.text !== context.cursor.key);
  const given = others.map(({ value }) => (value.kind === 'scalar' ? Number(value.text) : 0));
  const rest = 100 - given.reduce((sum, share) => sum + share, 0);
  return Number.isInteger(rest) && rest > 0
    ? [numberEntry(context, String(rest), rest === 100 ? say`All of it` : say`What the others leave of 100`)]
    : [];
}

function numberEntry({ cursor }: CompletionContext, text: string, detail: string): Completion {
  return { label: text, kind: 'value', detail, edit: { at: cursor.word, text }, snippet: false };
}
