/** Rule names in a waiver. */
import { rulePages } from '../rules/index';
import type { Completion } from './completion';
import { lineEnd, lineStart } from './cursor';

/** Completions where the cursor stands among the rule names of a waiver; `undefined` anywhere else. */
export function ruleCompletions(text: string, offset: number): readonly Completion[] | undefined {
  const before = text.slice(lineStart(text, offset), offset);
  const match = /#+\s*oneplan-waive\s+(?:[a-z-]+,\s*)*([a-z-]*)$/i.exec(before);
  if (!match) return undefined;
  const start = offset - (match[1]?.length ?? 0);
  const rest = text.slice(offset, lineEnd(text, offset));
  const end = offset + (/^[a-z-]*/.exec(rest)?.[0].length ?? 0);
  return rulePages().map(page => ({
    label: page.id,
    kind: 'rule',
    documentation: `${page.summary} ${page.why}`,
    edit: { at: { start, end }, text: page.id },
    snippet: false,
  }));
}
