/** Waivers: the whole comment where one begins, and the names of rules within it. */

import { isWaivable, pageOf, rulePages } from '../../rules/index';
import type { Shape } from '../../schema/shape';
import { lineEnd, lineStart } from '../../text/line-bounds';
import { said, say } from '../../text/say';
import type { Completion, CompletionContext } from './context';

/** Completions where the cursor stands in a comment that is or may become a waiver; `undefined` anywhere else. */
export function ruleCompletions(text: string, offset: number): readonly Completion[] | undefined {
  const before = text.slice(lineStart(text, offset), offset);
  return ruleNames(text, offset, before) ?? newWaiver(text, offset, before);
}

function ruleNames(text: string, offset: number, before: string): readonly Completion[] | undefined {
  const match = /(?:^|\s)#+\s*oneplan-waive\s+((?:[a-z0-9-]+,\s*)*)([a-z0-9-]*)$/i.exec(before);
  if (!match) return undefined;
  const [, named = '', typed = ''] = match;
  const there = new Set(named.split(/,\s*/));
  const rest = text.slice(offset, lineEnd(text, offset));
  const end = offset + (/^[a-z0-9-]*/.exec(rest)?.[0].length ?? 0);
  return rulePages()
    .filter(({ id }) => isWaivable(id) && !there.has(id))
    .sort((a, b) => Number(isAboutForm(a.id)) - Number(isAboutForm(b.id)))
    .map(({ id, summary, why }) => ({
      label: id,
      kind: 'rule',
      detail: said(summary),
      documentation: `${said(summary)} ${said(why)}`,
      edit: { at: { start: offset - typed.length, end }, text: id },
      snippet: false,
    }));
}

/** Ids of rules where `shape` asks for one: in the conditions of a framework. What is about the text itself comes last. */
export function ruleValues({ cursor }: CompletionContext, { def }: Shape): readonly Completion[] {
  if (def !== 'rule-id') return [];
  return rulePages()
    .filter(({ id }) => isWaivable(id))
    .toSorted((a, b) => Number(isAboutForm(a.id)) - Number(isAboutForm(b.id)))
    .map(({ id, summary, why }) => ({
      label: id,
      kind: 'rule',
      detail: said(summary),
      documentation: said(why),
      edit: { at: cursor.word, text: id },
      snippet: false,
    }));
}

/** What is wrong in the text itself is seldom waived: these rules come last. */
function isAboutForm(rule: string): boolean {
  const page = pageOf(rule);
  return page !== undefined && !('check' in page);
}

/** A comment with nothing in it, or the first letters of a waiver. */
function newWaiver(text: string, offset: number, before: string): readonly Completion[] | undefined {
  const typed = /(?:^|\s)#(\s*)([a-z-]*)$/i.exec(before);
  const word = typed?.[2] ?? '';
  const isAtEnd = text.slice(offset, lineEnd(text, offset)).trim() === '';
  if (!typed || !isAtEnd || !'oneplan-waive'.startsWith(word.toLowerCase())) return undefined;
  const space = typed[1] === '' ? ' ' : '';
  return [
    {
      label: 'oneplan-waive',
      kind: 'rule',
      detail: say`Waive a rule here, with a reason`,
      documentation: say`For the line below, or for the line it stands behind. Reports list it with its reason. The owner and a last day may follow: (A. Example, until 2019-03-31).`,
      edit: {
        at: { start: offset - word.length, end: offset },
        text: `${space}oneplan-waive \${1:rule}: \${2:the reason}`,
      },
      snippet: true,
      opensMore: true,
    },
  ];
}
