/** `required-subject-missing`: the plan nowhere speaks of something that its framework wants it to speak of. */
import type { Plan } from '../model/plan';
import type { Subject } from '../reference/framework';
import type { Node } from '../syntax/tree/node';
import { say } from '../text/say';
import type { Rule } from './shared/rule';

export const requiredSubjectMissing: Rule = {
  id: 'required-subject-missing',
  severity: { writing: 'info', agreed: 'warning' },
  restsOn: ['framework'],
  summary: 'The plan nowhere speaks of what its national framework asks it to align with.',
  why: 'In 2026-27 boards, councils and integrated care boards align their plans more closely with neighbourhood health services, such as intermediate care. A plan that never names them cannot show that it does.',
  source: 'Better Care Fund framework 2026 to 2027, February 2026, the page on GOV.UK that leads to it',
  limits: 'It looks for words alone, anywhere in the plan. Whether what is said of them is enough, no tool can tell.',
  examples: {
    bad: planOf('The fund is £30m in 2026-27.'),
    good: planOf('The fund is £30m in 2026-27. Intermediate care is its largest part.'),
  },
  *check({ plan, framework }) {
    for (const subject of framework.subjects.values) {
      if (speaksOf(plan, subject)) continue;
      yield {
        at: plan.narrativeKey ?? plan.title.at,
        message: say`The plan nowhere speaks of ${subject.title}, with which ${framework.shortTitle} asks it to be aligned. Say under "narrative" what the plan does with them, or give the reason in a waiver.`,
        detail: subject.title,
      };
    }
  },
};

/** Whether a value or a key of the plan has one of the words; a comment is no part of the plan. */
function speaksOf({ root, source }: Plan, subject: Subject): boolean {
  const pattern = patternOf(subject);
  const found = [...source.matchAll(pattern)];
  if (found.length === 0) return false;
  return found.some(({ index }) => !seemsComment(source, index)) || holds(root, pattern);
}

/** Whether a `#` before `offset` on its line may begin a comment; in a text of several lines it may be a heading. */
function seemsComment(source: string, offset: number): boolean {
  const line = source.slice(Math.max(source.lastIndexOf('\n', offset), source.lastIndexOf('\r', offset)) + 1, offset);
  return /(?:^|\s)#/.test(line);
}

function holds(node: Node, pattern: RegExp): boolean {
  switch (node.kind) {
    case 'scalar':
      return node.text.search(pattern) >= 0;
    case 'list':
      return node.items.some(item => holds(item, pattern));
    case 'map':
      return node.entries.some(({ key, value }) => holds(key, pattern) || holds(value, pattern));
  }
}

const patterns = new WeakMap<Subject, RegExp>();

/** Any of the words, whatever stands between them and however they are capitalised. */
function patternOf(subject: Subject): RegExp {
  const known = patterns.get(subject);
  if (known) return known;
  const words = subject.words.map(words =>
    String(words)
      .trim()
      .split(/[\s-]+/)
      .map(word => word.replace(/[^\p{L}\p{N}]/gu, '\\$&'))
      .join('[\\s_-]+'),
  );
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})s?(?![\\p{L}\\p{N}])`, 'giu');
  patterns.set(subject, pattern);
  return pattern;
}

function planOf(summary: string): string {
  return `one_plan: 1
title: Better Care Fund plan for Norfolk, 2026-27
status: draft
framework: better-care-fund-2026-27
period: {from: 2026-04-01, to: 2027-03-31}
place: {code: E10000020, name: Norfolk}
narrative:
  summary: ${summary}
`;
}
