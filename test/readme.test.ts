/** What the README shows is so: the finding of the samples, the configuration, the commands. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { good } from './support/lint-plans';
import { folderWith, oneplan, root } from './support/oneplan';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, kind, text = '']) => ({ kind, text }));

describe('the README', () => {
  it('shows what the samples give', () => {
    const { text = '' } = blocks.find(({ kind }) => kind === 'text') ?? {};
    const { out } = oneplan(root, ['lint', 'samples/broken/late-deadlines.plan.yaml']);
    assert.ok(text.includes('[deadline-past-limit]'));
    assert.ok(out.includes(text));
  });

  it('shows a configuration that is right', () => {
    const { text = '' } = blocks.find(block => block.text.startsWith('rules:')) ?? {};
    assert.match(text, /options:/);
    const framework = readFileSync(join(root, 'schemas/frameworks/joining-up-care-2022.yaml'), 'utf8');
    const folder = folderWith({
      'a.plan.yaml': good,
      'oneplan.config.yaml': text,
      'frameworks/our-region.yaml': framework.replace(/^id: .*$/m, 'id: our-region'),
    });
    const { out, told, status } = oneplan(folder, ['lint', 'a.plan.yaml']);
    assert.doesNotMatch(out, /bad-configuration/);
    assert.equal(told, '');
    assert.equal(status, 0);
  });

  it('names only options that there are', () => {
    const { out } = oneplan(root, ['lint', '--help']);
    const named = blocks
      .flatMap(({ text }) => [...text.matchAll(/lint .*/g)])
      .flatMap(([line]) => line.match(/--[a-z-]+/g) ?? []);
    assert.ok(named.length > 4);
    for (const option of named) assert.ok(out.includes(`${option} `), option);
  });
});
