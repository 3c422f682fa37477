/** Hostile and huge plans: each is answered in time, again and again, and the server goes on with the others. */
import assert from 'node:assert/strict';
import { LspClient } from '../support/lsp-client';
import { patience } from '../support/patience';
import { soundSamples } from '../support/plan-texts';
import { smallPlan } from '../support/small-plans';

/** Texts that make careless readers hang, die or eat all memory. */
const bombs: Readonly<Record<string, string>> = {
  'brackets that are never closed': '['.repeat(100_000),
  'a thousand brackets': '['.repeat(1_000),
  'nested lists': '- '.repeat(50_000),
  'nested quoted lists': '["a", '.repeat(10_000),
  'balanced brackets': `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  'nested braces': '{a: '.repeat(20_000),
  'nested complex keys': '? '.repeat(10_000),
  'complex keys in lists': '? - '.repeat(5_000),
  'a billion laughs': `a0: &a0 [x, x]\n${Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]\n`).join('')}`,
  'an anchor in itself': 'a: &a [*a]\n',
  'a merge of itself': 'a: &a\n  <<: *a\n',
  'many anchors': Array.from({ length: 8_000 }, (_, at) => `a${at}: &a${at} 1\nb${at}: *a${at}\n`).join(''),
  'many keys': Array.from({ length: 50_000 }, (_, at) => `k${at}: 1\n`).join(''),
  'one key many times': 'title: x\n'.repeat(50_000),
  'bad escapes on one line': `a: "${'\\q'.repeat(100_000)}"`,
  'closing brackets': ']'.repeat(100_000),
  commas: `a: [${','.repeat(100_000)}`,
  'an endless quote': `a: "${'x'.repeat(2_000_000)}`,
  'blank lines': '\n'.repeat(1_000_000),
  documents: '---\n'.repeat(100_000),
  directives: '%YAML 1.2\n'.repeat(50_000),
  tabs: '\ta: 1\n'.repeat(50_000),
  'conflict markers': '<<<<<<< a\nx: 1\n=======\nx: 2\n>>>>>>> b\n'.repeat(2_000),
  tags: 'a: !!x y\n'.repeat(20_000),
  noise: Array.from({ length: 200_000 }, (_, at) => String.fromCharCode((at * 7_919) % 65_536)).join(''),
};

const IN_TIME = 2_000;

describe('a hostile plan', () => {
  let client: LspClient;
  before(async () => {
    client = await LspClient.start();
    await client.open('file:///plans/warm.plan.yaml', smallPlan());
    await client.diagnostics('file:///plans/warm.plan.yaml');
  });
  after(() => client.stop());

  for (const [name, bomb] of Object.entries(bombs)) {
    for (const [kind, text] of [
      ['alone', bomb],
      ['in a plan', `${smallPlan()}\nnarrative:\n  more: x\n${bomb}`],
    ] as const) {
      it(`of ${name}, ${kind}, is answered in time each of three times`, async () => {
        const uri = 'file:///plans/bomb.plan.yaml';
        const answers: string[] = [];
        for (let time = 0; time < 3; time++) {
          const start = performance.now();
          await client.open(uri, text);
          answers.push(JSON.stringify(await client.diagnostics(uri)));
          const took = performance.now() - start;
          assert.ok(took <= patience(IN_TIME), `It took ${Math.round(took)} ms.`);
          await client.close(uri);
        }
        assert.equal(new Set(answers).size, 1, 'The answer is the same each time.');
        assert.notEqual(answers[0], '[]', 'Something is found.');
        assert.deepEqual(client.log, []);
      });
    }
  }
});

describe('a plan of 5 MB', () => {
  it('is checked, and followed while it is changed', async () => {
    const client = await LspClient.start();
    try {
      const uri = 'file:///plans/large.plan.yaml';
      const text = largePlan(5_000_000);
      await client.open(uri, text);
      const before = await client.diagnostics(uri);
      assert.ok(
        before.every(({ code }) => code !== 'too-large' && code !== 'yaml-syntax'),
        JSON.stringify(before.slice(0, 3)),
      );
      const line = text.split('\n').findIndex(written => written.includes('deadline: 2018-03-31'));
      const character = text.split('\n')[line]?.indexOf('2018-03-31') ?? -1;
      await client.change(uri, {
        range: { start: { line, character }, end: { line, character: character + 10 } },
        text: '2021-04-01',
      });
      const start = performance.now();
      const after = await client.diagnostics(uri);
      assert.ok(performance.now() - start <= patience(IN_TIME));
      const late = after.find(({ code, range }) => code === 'deadline-past-limit' && range.start.line === line);
      assert.ok(late ?? after.length >= 1_000, 'The new finding is told, or more than can be shown come before it.');
      assert.deepEqual(client.log, []);
    } finally {
      await client.stop();
    }
  });
});

/** A sound plan of about `size` characters: the first section that is read is followed by many milestones. */
function largePlan(size: number): string {
  const [sample] = soundSamples().filter(({ name }) => name.includes('north-yorkshire'));
  assert.ok(sample);
  const milestone = (at: number) =>
    `  - {id: m${at}, title: Milestone ${at}, type: go-live, lead: a-example, deadline: 2018-03-31}\n`;
  const count = Math.ceil(size / milestone(10_000).length);
  return smallPlan({ more: Array.from({ length: count }, (_, at) => milestone(at)).join('') });
}
