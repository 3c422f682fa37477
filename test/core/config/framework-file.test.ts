/** The file of a framework: its faults are found in it, those that are shipped read as a team's would, and one more needs no code. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFramework } from '../../../server/src/core/config/own-framework';
import { shippedFrameworks } from '../../../server/src/core/index';
import { folderWith, oneplan, root } from '../../support/oneplan';
import { own, plan } from './our-region';

describe('the file of a framework', () => {
  for (const [what, change, at, message] of [
    ['a key that it cannot have', ['sign_off', 'sign_of'], 'sign_of', /cannot have "sign_of". Write "sign_off"/],
    ['a date in another form', ['2019-06-30', '30/06/2019'], '30/06/2019', /where a date belongs. Write 2019-06-30/],
    ['a day that no calendar has', ['2019-03-31', '2019-03-32'], '2019-03-32', /./],
    [
      'a day of February that there was not',
      ['2019-03-31', '2019-02-29'],
      '2019-02-29',
      /"2019-02-29" is not a day of the calendar/,
    ],
    ['a service that is none', ['[acute]', '[accute]'], 'accute', /Write "acute"/],
    [
      'a rule that is none',
      ['[deadline-past-limit,', '[deadline-past-limits,'],
      'deadline-past-limits',
      /There is no rule "deadline-past-limits". Write "deadline-past-limit"/,
    ],
    ['a severity of no rule', ['  deadline-past-limit: {', '  deadline-last: {'], 'deadline-last', /There is no rule/],
    ['a severity that is none', ['writing: error', 'writing: bad'], 'bad', /not in the list/],
    [
      'a text for a list',
      ['values: [single-commissioner]', 'values: single-commissioner'],
      'single-commissioner',
      /must be a list/,
    ],
    ['no title', ['short_title: Our region (2019)\n', ''], 'our-region', /The framework has no "short_title"/],
    ['a slip of the keyboard', ['options: {', 'options {'], undefined, /./],
  ] as const) {
    it(`tells of ${what}, where it stands`, () => {
      const text = own.replace(change[0], change[1]);
      const { framework, faults } = readFramework(text);
      assert.equal(framework, undefined);
      const [fault] = faults;
      assert.ok(fault);
      assert.equal(fault.rule, 'bad-configuration');
      assert.match(fault.message, message);
      assert.doesNotMatch(fault.message, /\b(?:invalid|property|object|array|null|schema)\b/i);
      if (at !== undefined) assert.equal(text.slice(fault.at.start, fault.at.end), at);
    });
  }
  it('is shown with its faults in reports, and is 2 as a status', () => {
    const folder = folderWith({
      'oneplan.config.yaml': 'frameworks: [f.yaml, g.yaml, ../x.yaml]\n',
      'f.yaml': own.replace('sign_off', 'sign_of'),
      'a.plan.yaml': plan('our-region'),
    });
    const { status, out } = oneplan(folder, ['lint']);
    assert.match(out, /^f\.yaml:\d+:1: error: The framework cannot have "sign_of"/m);
    assert.match(out, /^oneplan\.config\.yaml:1:22: error: The framework file "g\.yaml" is not there/m);
    assert.match(out, /^oneplan\.config\.yaml:1:30: error: The framework file "\.\.\/x\.yaml" lies outside/m);
    assert.equal(status, 2);
  });
  it('has an id of its own', () => {
    const folder = folderWith({
      'oneplan.config.yaml': 'frameworks: [f.yaml, g.yaml]\n',
      'f.yaml': own,
      'g.yaml': own,
      'a.plan.yaml': plan('our-region'),
    });
    assert.match(
      oneplan(folder, ['lint']).out,
      /^oneplan\.config\.yaml:1:22: error: .*has the id "our-region", which another/m,
    );
  });
});

describe('a national framework', () => {
  it('reads as a file of a team would, each that is shipped', () => {
    for (const { id } of shippedFrameworks()) {
      const { framework, faults } = readFramework(readFileSync(join(root, 'schemas/frameworks', `${id}.yaml`), 'utf8'));
      assert.deepEqual(faults, []);
      const shipped = shippedFrameworks().find(known => known.id === id);
      assert.deepEqual(plain(framework), plain(shipped));
    }
  });
  it('is added by a file alone: generating again is all it takes', () => {
    const copy = folderWith({});
    for (const part of ['schemas', 'scripts', 'server'])
      cpSync(join(root, part), join(copy, part), { recursive: true });
    cpSync(join(root, 'tsconfig.json'), join(copy, 'tsconfig.json'));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    writeFileSync(join(copy, 'schemas/frameworks/our-region.yaml'), own);
    const script = `
      import { generate } from './scripts/generate/frameworks';
      import { writeFileSync } from 'node:fs';
      async function main() {
        for (const [path, text] of await generate()) writeFileSync(path, text);
        const { analyse } = await import('./server/src/core/for-workspace');
        const { judge } = await import('./server/src/core/judge');
        const { noWorkspace } = await import('./server/src/core/model/workspace');
        const { noSettings } = await import('./server/src/core/settings');
        const plan = ${JSON.stringify(plan('our-region'))};
        const { findings, framework } = judge(analyse(plan), noSettings, noWorkspace);
        console.log(JSON.stringify({ framework: framework?.id, rules: findings.map(({ rule }) => rule) }));
      }
      void main();`;
    writeFileSync(join(copy, 'try.ts'), script);
    const run = spawnSync(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), 'try.ts'], {
      cwd: copy,
      encoding: 'utf8',
    });
    assert.equal(run.status, 0, run.stderr);
    const { framework, rules } = JSON.parse(run.stdout);
    assert.equal(framework, 'our-region');
    assert.ok(rules.includes('missing-milestone') && !rules.includes('unknown-framework'));
  });
});

/** Without what tells apart data that were read in two ways. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
