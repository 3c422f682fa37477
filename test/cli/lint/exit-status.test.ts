/** Exit statuses of `oneplan`: 0 fine, 1 findings, 2 wrong usage or unreadable input. */
import assert from 'node:assert/strict';
import { formatNames, listOr } from '../../../server/src/core/index';
import { broken, good, late } from '../../support/lint-plans';
import { folderWith, oneplan, root } from '../../support/oneplan';

describe('oneplan lint', () => {
  describe('exit status', () => {
    it('is 0 when nothing is found', () => {
      const { status, out, told } = oneplan(folderWith({ 'a.plan.yaml': good }), ['lint']);
      assert.equal(told, '');
      assert.match(out, /^1 file checked: nothing found\.$/m);
      assert.equal(status, 0);
    });
    it('is 2, with the error and nothing else, where there is nothing to check', () => {
      for (const format of ['text', 'json', 'sarif']) {
        const { status, out, told } = oneplan(folderWith({}), ['lint', 'nothing-there', '--format', format]);
        assert.equal(out, '');
        assert.match(told, /^oneplan: .*"nothing-there".*\n$/);
        assert.equal(status, 2);
      }
    });
    it('counts columns without a byte order mark, as editors do', () => {
      const folder = folderWith({ 'a.plan.yaml': 'one_plan: 2\n', 'b.plan.yaml': '\ufeffone_plan: 2\n' });
      const { out } = oneplan(folder, ['lint']);
      const places = [...out.matchAll(/^([ab])\.plan\.yaml:(1:\d+): .*\[unsupported-version\]$/gm)];
      assert.deepEqual(
        places.map(([, file, place]) => `${file} ${place}`),
        ['a 1:11', 'b 1:11'],
      );
    });
    for (const [args, said] of [
      [
        ['explain'],
        '"explain" needs the id of the rule, as it stands behind a finding, as in "oneplan explain deadline-past-limit". See "oneplan explain --help".',
      ],
      [
        ['rules', 'x'],
        'There are too many words after "rules". Write it like "oneplan rules". See "oneplan rules --help".',
      ],
      [['lnit'], 'There is no command "lnit". Write "lint". See "oneplan --help".'],
      [
        ['check'],
        'There is no command "check". Choose lint, init, format, merge, import, explain, rules, lsp or completion. See "oneplan --help".',
      ],
      [['complete'], 'There is no command "complete". Write "completion". See "oneplan --help".'],
      [
        ['york.plan.yaml'],
        'There is no command "york.plan.yaml". To check it, write "oneplan lint york.plan.yaml". See "oneplan --help".',
      ],
      [['.'], 'There is no command ".". To check it, write "oneplan lint .". See "oneplan --help".'],
      [['--hepl'], 'There is no option "--hepl". Write --help. See "oneplan --help".'],
      [['lint', '-abc'], 'There is no option "-abc". See "oneplan lint --help".'],
      [['lint', '--constructor'], 'There is no option "--constructor". See "oneplan lint --help".'],
      [['lint', '--fix=yes'], '--fix takes no value. See "oneplan lint --help".'],
      [['lint', '--format'], '--format needs a value. See "oneplan lint --help".'],
      [['lint', '--format', 'jsn'], '--format cannot be "jsn". Write "json". See "oneplan lint --help".'],
      [
        ['lint', '--format=--help'],
        `--format cannot be "--help". Choose ${listOr(formatNames)}. See "oneplan lint --help".`,
      ],
      [['lint', '--fromat', 'json'], 'There is no option "--fromat". Write --format. See "oneplan lint --help".'],
      [
        ['explain', 'deadline'],
        'There is no rule "deadline". Write "deadline-past-limit" or "deadline-outside-period".',
      ],
    ] as const) {
      it(`tells wrong usage in words: ${args.join(' ')}`, () => {
        const { status, out, told } = oneplan(folderWith({}), [...args]);
        assert.deepEqual([status, out, told], [2, '', `oneplan: ${said}\n`]);
      });
    }
    it('takes a word behind "--" for a path, and "--name=value" for an option with its value', () => {
      const folder = folderWith({ '--quiet.plan.yaml': good });
      const { status, out } = oneplan(folder, ['lint', '--format=json', '--', '--quiet.plan.yaml']);
      assert.equal(JSON.parse(out).files[0].path, '--quiet.plan.yaml');
      assert.equal(status, 0);
    });
    it('is 1 when there is an error', () => {
      const { status, out } = oneplan(folderWith({ 'a.plan.yaml': broken }), ['lint']);
      assert.match(out, /^a\.plan\.yaml:\d+:9: error: .*\[unknown-value\]$/m);
      assert.equal(status, 1);
    });
    it('is 0 with warnings, and 1 with more than --max-warnings', () => {
      const folder = folderWith({ 'a.plan.yaml': late });
      const { status, out } = oneplan(folder, ['lint', '--format', 'json']);
      const { warnings, errors } = JSON.parse(out).summary;
      assert.equal(errors, 0);
      assert.ok(warnings > 0);
      assert.equal(status, 0);
      assert.equal(oneplan(folder, ['lint', '--max-warnings', String(warnings)]).status, 0);
      assert.equal(oneplan(folder, ['lint', '--max-warnings', String(warnings - 1)]).status, 1);
    });
    it('is 1 for a finding of the weight that --fail-on names, or more', () => {
      const folder = folderWith({ 'a.plan.yaml': late });
      const { warnings, errors } = JSON.parse(oneplan(folder, ['lint', '--format', 'json']).out).summary;
      assert.ok(errors === 0 && warnings > 0);
      assert.equal(oneplan(folder, ['lint', '--fail-on', 'error']).status, 0);
      assert.equal(oneplan(folder, ['lint', '--fail-on', 'warning']).status, 1);
      assert.equal(oneplan(folder, ['lint', '--fail-on', 'info']).status, 1);
      const clean = folderWith({ 'a.plan.yaml': good });
      assert.equal(oneplan(clean, ['lint', '--fail-on', 'info']).status, 0);
    });
    for (const [what, args] of Object.entries({
      'an unknown option': ['lint', '--fromat', 'json'],
      'an unknown format': ['lint', '--format', 'yaml'],
      'an unknown command': ['lnit'],
      'a count that is none': ['lint', '--max-warnings', '-1'],
      'a day that is none': ['lint', '--today', '2019-02-30'],
      'a word for a day': ['lint', '--today', 'tomorrow'],
      'a framework that nobody knows': ['lint', '--framework', 'beyond-baker-2015'],
      'a configuration that is not there': ['lint', '--config', 'no.yaml'],
      'a baseline that is not there': ['lint', '--baseline', 'no.json'],
      'two reports to standard output': ['lint', '--format', 'json', '--format', 'text'],
      'an output without its format': ['lint', '--format', 'json', '--output', 'a', '--output', 'b'],
      'one output for two': ['lint', '--format', 'json', '--output', 'a', '--format', 'text', '--output', 'a'],
      'a name for standard input without it': ['lint', '--stdin-filename', 'a.plan.yaml'],
      '--fix of standard input': ['lint', '-', '--fix'],
      '--diff beside a report': ['lint', '--diff', '--format', 'json'],
      'a value that is missing': ['lint', '--output'],
      'a rule that is none': ['explain', 'deadline-past-limits'],
      'no rule': ['explain'],
      'a shell that is none': ['completion', 'tcsh'],
    })) {
      it(`is 2 and one line for ${what}`, () => {
        const { status, out, told } = oneplan(folderWith({ 'a.plan.yaml': good }), args, { input: '' });
        assert.equal(out, '');
        assert.match(told, /^oneplan: [^\n]+\.\n$/);
        assert.doesNotMatch(told, /\b(?:invalid|undefined|argument missing)\b|'/);
        assert.equal(status, 2);
      });
    }
    it('is 2 for a path, a folder or a glob that gives no plan, and the other plans are still checked', () => {
      const folder = folderWith({ 'a.plan.yaml': broken, 'empty/readme.txt': '' });
      for (const path of ['no.plan.yaml', 'empty', 'plans/*.plan.yaml']) {
        const { status, out, told } = oneplan(folder, ['lint', 'a.plan.yaml', path]);
        assert.match(out, /unknown-value/);
        assert.ok(told.includes(`"${path}"`), told);
        assert.equal(told.split('\n').length, 2);
        assert.equal(status, 2);
      }
    });
    it('is 2 without a command', () => {
      assert.equal(oneplan(root, []).status, 2);
    });
  });
});
