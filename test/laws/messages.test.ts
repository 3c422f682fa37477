/** The form of every message of every sample, fixture and example: two sentences at most, plain words, the item by its name. */
import assert from 'node:assert/strict';
import { analyse } from '../../server/src/core/for-workspace';
import { type Finding, rulePages } from '../../server/src/core/index';
import { judge } from '../../server/src/core/judge';
import { noWorkspace } from '../../server/src/core/model/workspace';
import { kindOf } from '../../server/src/core/schema/document-kind';
import { noSettings } from '../../server/src/core/settings';
import type { MapNode, Node } from '../../server/src/core/syntax/tree/node';
import { inPlan } from '../support/examples';
import { allSamples, ruleFixtures } from '../support/plan-texts';

interface Told {
  readonly from: string;
  readonly text: string;
  readonly finding: Finding;
}

const texts = [
  ...allSamples(),
  ...ruleFixtures(),
  ...rulePages().map(page => ({
    name: `the bad example of ${page.id}`,
    text: page.examples.readAs ? page.examples.bad : inPlan(page.examples.bad),
  })),
];
const told: readonly Told[] = texts.flatMap(({ name, text }) =>
  (['writing', 'agreed'] as const).flatMap(as =>
    judge(analyse(text), { ...noSettings, as, today: '2019-01-01' }, noWorkspace).findings.map(finding => ({
      from: name,
      text,
      finding,
    })),
  ),
);

describe('messages', () => {
  it('are many, of nearly every rule', () => {
    const rules = new Set(told.map(({ finding }) => finding.rule));
    assert.ok(told.length > 3000 && rules.size > 90, `${told.length} of ${rules.size} rules`);
  });
  for (const [what, isWell] of Object.entries<(words: string, one: Told) => boolean>({
    'are one line without double spaces, and end with a full stop': (_, { finding: { message } }) =>
      !/ {2}|[\r\n\t]|^ | $/.test(outside(message)) && /[.]"?$/.test(message),
    'have two sentences at most': words => (words.match(/[.!?](?= +\p{Lu}| +["“]|$)/gu) ?? []).length <= 2,
    'say nothing in the words of programs': words =>
      !/\b(?:invalid|propert(?:y|ies)|objects?|arrays?|null|undefined|schema|string|boolean|integer|enum|token|parse[dr]?|regex|node)\b/i.test(
        words,
      ),
    'are in British English': words =>
      !/\b(?:organiz|recogniz|summariz|prioritiz|finaliz|authoriz|color|center\b|behavior|labor\b|favor|fulfill\b|analyz|catalog\b|judgment|defense|license[ds]?\b|toward\b|gotten)/i.test(
        words,
      ),
    'ask no question, and do not shout': words => !/[?!]/.test(words),
    'begin with a capital letter, a number or a quotation': (_, { finding: { message } }) =>
      /^[\p{Lu}\d"£]/u.test(message),
  })) {
    it(what, () => {
      const wrong = told.filter(one => !isWell(outside(one.finding.message), one));
      assert.deepEqual(
        [...new Set(wrong.map(({ from, finding }) => `${from}: ${finding.rule}: ${finding.message}`))],
        [],
      );
    });
  }
  it('name the item that they are about', () => {
    const wrong = told.filter(({ text, finding }) => {
      const names = namesAt(text, finding);
      return names.length > 0 && !names.some(name => finding.message.includes(name.slice(0, 30)));
    });
    assert.deepEqual(
      [...new Set(wrong.map(({ from, finding }) => `${from}: ${finding.rule}: ${finding.message}`))],
      [],
    );
  });
});

/** The message without what it quotes: an author may write anything. */
function outside(message: string): string {
  return message.replace(/"[^"]*"/g, 'x').replaceAll('NHS Property Services', 'x');
}

/** What may name the place of a finding: the id and name of each item around it, its keys, and what stands there. */
function namesAt(text: string, { at }: Finding): readonly string[] {
  const { tree } = analyse(text);
  if (kindOf(tree.root) !== 'one-plan') return [];
  const names = new Set<string>();
  let isItem = false;
  const visit = (node: Node): void => {
    if (node.kind === 'scalar') return;
    const inner: readonly Node[] = node.kind === 'list' ? node.items : node.entries.map(({ value }) => value);
    if (node.kind === 'map') isItem = namesOf(node, at, names) || isItem;
    for (const child of inner) if (child.start <= at.start && at.start <= child.end) visit(child);
  };
  visit(tree.root);
  names.add(
    text
      .slice(at.start, at.end)
      .replace(/\s+/g, ' ')
      .replace(/^["'“‘]|["'”’]$/g, ''),
  );
  return isItem ? [...names].filter(name => name !== '') : [];
}

function namesOf(map: MapNode, at: Finding['at'], names: Set<string>): boolean {
  let isItem = false;
  for (const { key, value } of map.entries) {
    if (key.start <= at.start && at.start <= Math.max(key.end, value.end)) names.add(key.text);
    if (!['id', 'name', 'title', 'what', 'plan', 'role', 'group', 'site'].includes(key.text) || value.kind !== 'scalar')
      continue;
    if (key.text === 'id') isItem = true;
    names.add(value.text.replace(/\s+/g, ' ').trim());
  }
  return isItem;
}
