/** *Waive with a reason*: inserts the comment on the line above the finding, with the same indentation. */
import { nodesAt } from '../../cursor/nodes-at';
import { isWaivable } from '../../rules/index';
import { lineBreakOf } from '../../text/line-break';
import { say } from '../../text/say';
import type { Action, ActionContext } from './action';

export function waive({ analysis, findings }: ActionContext): readonly Action[] {
  const { text, lines, tree } = analysis;
  const rules = [...new Set(findings.map(({ rule }) => rule))].filter(isWaivable);
  return rules.flatMap((rule): Action[] => {
    const finding = findings.find(other => other.rule === rule);
    if (!finding) return [];
    const start = lines.startOf(lines.positionAt(finding.at.start).line);
    // Inside a block text a comment would become part of the text.
    const around = nodesAt(tree.root, start).at(-1)?.node;
    if (around?.kind === 'scalar' && around.start < start && start < around.end) return [];
    const indent = /^\ufeff? */.exec(text.slice(start))?.[0] ?? '';
    const comment = `${indent.replace('\ufeff', '')}# oneplan-waive ${rule}: \${1:the reason}${lineBreakOf(text)}`;
    const at = start + (indent.startsWith('\ufeff') ? 1 : 0);
    return [
      {
        title: say`Waive ${rule} here, with a reason`,
        kind: 'quickfix',
        finding,
        edits: [{ at: { start: at, end: at }, text: comment, snippet: true }],
      },
    ];
  });
}
