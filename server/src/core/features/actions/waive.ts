/** *Waive with a reason*: the comment on the line above what it is for, indented as that line is. */

import { lineBreakOf } from '../../format/blank-lines';
import { say } from '../../text/say';
import { nodesAt } from '../../cursor/nodes-at';
import type { Action, ActionContext } from './action';

export function waive({ analysis, findings }: ActionContext): readonly Action[] {
  const { text, lines, tree } = analysis;
  const rules = [...new Set(findings.map(({ rule }) => rule))].filter(isWaivable);
  return rules.flatMap((rule): Action[] => {
    const finding = findings.find(other => other.rule === rule);
    if (!finding) return [];
    const start = lines.startOf(lines.positionAt(finding.at.start).line);
    // Within a text a comment would be a part of it.
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

/** Whether a waiver of the rule is offered. */
export function isWaivable(rule: string): boolean {
  return !neverWaived.has(rule);
}

/** What cannot be read cannot be waived, and a waiver is not put right by another one. */
const neverWaived = new Set([
  'yaml-syntax',
  'too-large',
  'not-text',
  'bad-waiver',
  'unused-waiver',
  'expired-waiver',
  'rule-crashed',
]);
