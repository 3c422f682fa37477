/** What happens while a plan is typed: where lines and dashes go, and which findings wait. */
import assert from 'node:assert/strict';
import { analyse, formatWhileTyping, whileTyping } from '../../../server/src/core/for-workspace';
import { applyEdits } from '../../../server/src/core/index';
import { judge } from '../../../server/src/core/judge';
import { noWorkspace } from '../../../server/src/core/model/workspace';
import { noSettings } from '../../../server/src/core/settings';

/** What was typed last ends at `$0`; what comes of it. */
const typed: readonly (readonly [what: string, before: string, after: string])[] = [
  ['after a key with its value', 'people:\n  - id: a\n$0', 'people:\n  - id: a\n    '],
  ['after a key that opens something', 'budget:\n  lines:\n$0', 'budget:\n  lines:\n    '],
  ['after an item that is a word', 'a:\n  - one\n    $0', 'a:\n  - one\n  '],
  ['spaces behind the line before go', 'title: A  \n$0', 'title: A\n'],
  ['within a text the author decides', 'narrative:\n  a: |\n    one\n   $0', 'narrative:\n  a: |\n    one\n   '],
  ['within brackets the author decides', 'a: {b: 1,\n$0', 'a: {b: 1,\n'],
  ['behind an empty line the author decides', 'title: A\n\n$0', 'title: A\n\n'],
  ['a dash under its list', 'people:\n  - id: a\n    name: A\n    -$0', 'people:\n  - id: a\n    name: A\n  -'],
  ['a dash below the key of a list', 'one_plan: 1\npeople:\n-$0', 'one_plan: 1\npeople:\n  -'],
  [
    'a dash in a list within an item',
    'outcomes:\n  - id: a\n    depends:\n      - x\n      -$0',
    'outcomes:\n  - id: a\n    depends:\n      - x\n      -',
  ],
  [
    'a dash at the very left, below a list',
    'one_plan: 1\npeople:\n  - id: a\n    name: A\n-$0',
    'one_plan: 1\npeople:\n  - id: a\n    name: A\n  -',
  ],
  ['a key that came before the indentation', 'people:\n  - id: a\n  name:$0', 'people:\n  - id: a\n    name:'],
  ['the same below a key that opens something', 'governance:\naccountable_lead:$0', 'governance:\n  accountable_lead:'],
  [
    'all keys that came before it, at the next line',
    'one_plan: 1\npeople:\n  - id: a\n  name: A\n  post: Director \n  $0',
    'one_plan: 1\npeople:\n  - id: a\n    name: A\n    post: Director\n    ',
  ],
  [
    'the same with the line ends of Windows',
    'one_plan: 1\r\npeople:\r\n  - id: a\r\n  name: A\r\n  post: Director\r\n  $0',
    'one_plan: 1\r\npeople:\r\n  - id: a\r\n    name: A\r\n    post: Director\r\n    ',
  ],
  [
    'what a late key opens is indented from where that goes',
    'one_plan: 1\nschemes:\n  - id: a\n  outcomes:\n  $0',
    'one_plan: 1\nschemes:\n  - id: a\n    outcomes:\n      ',
  ],
  ['a key that may stand here', 'people:\n  - id: a\nschemes:$0', 'people:\n  - id: a\nschemes:'],
  ['a key that nobody knows', 'people:\n  - id: a\n  nam:$0', 'people:\n  - id: a\n  nam:'],
  ['a colon within a value', 'people:\n  - id: a\n  name: b:$0', 'people:\n  - id: a\n  name: b:'],
  [
    'late keys in a row with one that nobody knows',
    'people:\n  - id: a\n  nam: A\n  post:$0',
    'people:\n  - id: a\n  nam: A\n  post:',
  ],
  ['a dash that is a sign', 'gap: -$0', 'gap: -'],
];

describe('while typing', () => {
  for (const [what, before, after] of typed) {
    it(what, () => {
      const offset = before.indexOf('$0');
      const text = before.replace('$0', '');
      const last = text[offset - 1] ?? '';
      const sign = last === '-' || last === ':' ? last : '\n';
      assert.equal(applyEdits(text, formatWhileTyping(analyse(text).tree, 'one-plan', offset, sign)), after);
    });
  }

  const plan = 'one_plan: 1\ntitle: A plan\nschemes:\n  - id: a\n    name: First\n    \n  - {id: b, name: Second}\n';
  const rulesAt = (text: string, offset: number) => {
    const analysis = analyse(text);
    const { findings } = judge(analysis, noSettings, noWorkspace);
    return whileTyping(findings, analysis, offset).map(({ rule, at }) => `${rule} ${text.slice(at.start, at.end)}`);
  };

  it('an item is not blamed for what it still lacks, the others are', () => {
    const found = rulesAt(plan, plan.indexOf('First') + 5);
    assert.ok(!found.includes('unassigned-accountable-lead First'), found.join('; '));
    assert.ok(!found.includes('missing-key First'));
    assert.ok(found.includes('unassigned-accountable-lead Second'));
    assert.ok(rulesAt(plan, plan.indexOf('Second')).includes('unassigned-accountable-lead First'));
  });

  it('an empty line that is indented as the keys of an item is still in it', () => {
    const found = rulesAt(plan, plan.indexOf('    \n') + 4);
    assert.ok(!found.includes('unassigned-accountable-lead First'), found.join('; '));
    const left = rulesAt(plan.replace('    \n', '\n'), plan.indexOf('    \n'));
    assert.ok(left.includes('unassigned-accountable-lead First'));
  });

  it('a service is not blamed for what it still lacks, on its line and on those below', () => {
    const services =
      'one_plan: 1\ntitle: A plan\nservices:\n  acute: {in_scope: true}\n  primary-care:\n    in_scope: false\n    \n';
    const at = (words: string) => rulesAt(services, services.indexOf(words) + words.length);
    assert.ok(!at('true').includes('acute-not-defined acute') && at('false').includes('acute-not-defined acute'));
    const reason = (found: readonly string[]) =>
      found.filter(finding => /^service-missing (?:primary-care|false)/.test(finding));
    assert.equal(reason(at('true')).length, 1);
    assert.deepEqual([reason(at('false')), reason(at('false\n    '))], [[], []]);
  });

  it('a dash that was just typed is no empty entry yet', () => {
    const text = plan.replace('    \n', '  - \n');
    const found = (offset: number) => rulesAt(text, offset).filter(finding => finding.startsWith('wrong-type'));
    const dash = text.indexOf('  - \n');
    assert.deepEqual([found(dash + 4), found(dash + 3), found(text.length - 2).length], [[], [], 1]);
  });

  it('only keys that are missing wait: not a placeholder that was written, nor what lacks elsewhere', () => {
    const text = 'one_plan: 1\ntitle: A plan\ngovernance:\n  decisions:\n    - {id: a, what: Money, decider: TBC}\n';
    for (const held of ['TBC', 'to be appointed', 'TBC (HR)', '"vacant"']) {
      const other = text.replace('TBC', held);
      const found = rulesAt(other, other.indexOf(held) + held.length);
      assert.ok(found.includes(`decision-no-decider ${held}`), `${held}: ${found.join('; ')}`);
    }
    assert.ok(rulesAt(plan, plan.indexOf('First') + 5).includes('missing-budget-line First'));
  });

  it('what has been written wrongly does not wait', () => {
    const text = plan.replace('    \n', '    lead: TBC\n    novelty: nev\n');
    const found = rulesAt(text, text.indexOf('TBC') + 3);
    assert.ok(
      found.includes('unassigned-accountable-lead TBC') && found.includes('unknown-value nev'),
      found.join('; '),
    );
    const broken = plan.replace('    \n', '    novelty: "new\n');
    assert.ok(rulesAt(broken, broken.indexOf('"new')).some(finding => finding.startsWith('yaml-syntax')));
  });
});
