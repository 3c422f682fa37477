/** Completion at the cursor: keys, listed values, references, years, dates and whole items. */
import type { Analysis } from '../../analysis';
import { type Cursor, cursorAt } from '../../cursor/cursor';
import { nodesAt } from '../../cursor/nodes-at';
import { shapesBelow } from '../../cursor/shape-at';
import { type Shape, shapeNamed } from '../../schema/shape';
import type { Settings } from '../../settings';
import { ScalarNode } from '../../syntax/tree/node';
import { lineStart } from '../../text/line-bounds';
import { lineBreakOf } from '../../text/line-break';
import { type Completion, type CompletionContext, noOldPlans, type OldPlansAround } from './context';
import { itemCompletions } from './items';
import { keyCompletions } from './keys';
import { valueCompletions } from './values';
import { ruleCompletions } from './waivers';

/** Completions at `offset`, best first. `oldPlans` are those in the folders around the plan. */
export function complete(
  analysis: Analysis,
  offset: number,
  settings: Settings,
  oldPlans: OldPlansAround = noOldPlans,
): readonly Completion[] {
  const inWaiver = ruleCompletions(analysis.text, offset);
  const kind = analysis.document?.kind ?? 'one-plan';
  return inWaiver ?? completeBelow(shapeNamed(kind), { analysis, offset, settings, oldPlans });
}

/** Completions in a document whose root has the shape `root`: a plan, or a settings file. */
export function completeBelow(
  root: Shape,
  given: Pick<CompletionContext, 'analysis' | 'offset' | 'settings' | 'oldPlans'>,
): readonly Completion[] {
  const { analysis, offset } = given;
  if (isInProse(analysis, offset)) return [];
  const cursor = cursorAt(analysis.text, offset);
  if (!cursor) return [];
  const shapes = shapesBelow(root, cursor.path);
  return ready(entries({ ...given, cursor, shapes }), cursor, analysis.text);
}

function entries(context: CompletionContext): readonly Completion[] {
  switch (context.cursor.role) {
    case 'key':
      return [...itemCompletions(context), ...keyCompletions(context)];
    case 'value':
      return valueCompletions(context);
    case 'item':
      // Within `[]` a bare key would become a mapping of its own, so whole items in braces are offered.
      return context.cursor.flow
        ? [...itemCompletions(context), ...valueCompletions(context)]
        : [...itemCompletions(context), ...keyCompletions(context), ...valueCompletions(context)];
  }
}

/** Entries with the space that a preceding colon or dash needs, and with the line breaks of the text. */
function ready(completions: readonly Completion[], cursor: Cursor, text: string): readonly Completion[] {
  const lineBreak = lineBreakOf(text);
  if (!cursor.needsSpace && lineBreak === '\n') return completions;
  return completions.map(completion => {
    const space = cursor.needsSpace && !completion.edit.text.startsWith('\n') ? ' ' : '';
    const written = space + completion.edit.text.replaceAll('\n', lineBreak);
    return { ...completion, edit: { at: completion.edit.at, text: written } };
  });
}

/** Within a block text nothing can be completed; a line that is not indented leaves the text. */
function isInProse({ tree, text }: Analysis, offset: number): boolean {
  const nodes = nodesAt(tree.root, offset);
  const node = nodes.at(-1)?.node;
  if (!(node instanceof ScalarNode) || (node.style !== 'literal' && node.style !== 'folded')) return false;
  if (offset <= node.start || offset >= node.end) return false;
  const key = nodes.at(-1)?.entry?.key.start ?? node.start;
  const column = key - lineStart(text, key);
  const line = text.slice(lineStart(text, offset), offset);
  return line.search(/\S|$/) > column;
}
