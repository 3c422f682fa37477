/** Every output format against its own schema, with ordinary findings and with hostile texts in every place that reaches it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { type FormatName, formatNames } from '../../../server/src/core/index';
import { lineHashes } from '../../../server/src/core/report/line-hashes';
import { hostileTexts } from '../../support/hostile-texts';
import { folderWith, oneplan, root } from '../../support/oneplan';
import {
  checkCheckstyle,
  checkJunit,
  checkPage,
  gitlabSchema,
  outputSchema,
  type Rdjson,
  rdjsonSchema,
  sarifSchema,
  taken,
} from '../../support/report-forms';

function format(folder: string, name: string, more: readonly string[] = []): string {
  const { out, told } = oneplan(folder, ['lint', '--format', name, ...more]);
  assert.equal(told, '');
  return out;
}

/** No line of `out` matches; says which does. */
function noLine(out: string, pattern: RegExp): void {
  assert.equal(
    out.split('\n').find(line => pattern.test(line)),
    undefined,
  );
}

const sample = (name: string) => readFileSync(join(root, 'samples/broken', name), 'utf8');
const ordinary = {
  'plans/waivers.plan.yaml': sample('waivers.plan.yaml'),
  'plans/mistakes.plan.yaml': sample('yaml-mistakes.plan.yaml'),
  'plans/orphaned.plan.yaml': sample('orphaned-schemes.plan.yaml'),
  'plans/bcf-2017-18-camden.plan.yaml': sample('bcf-2017-18-camden.plan.yaml'),
  'plans/late.plan.yaml': sample('late-deadlines.plan.yaml'),
  'good one.plan.yaml': readFileSync(join(root, 'samples/options/single-commissioner.plan.yaml'), 'utf8'),
};

describe('output formats', () => {
  const folder = () => folderWith(ordinary);
  it('json is of its schema and complete', () => {
    const out = JSON.parse(format(folder(), 'json'));
    assert.ok(outputSchema(out), JSON.stringify(outputSchema.errors));
    assert.equal(out.files.length, 6);
    assert.deepEqual(out.files.find(({ path }: { path: string }) => path === 'good one.plan.yaml').problems, []);
    const count = (severity: string) =>
      out.files
        .flatMap(({ problems }: { problems: { severity: string }[] }) => problems)
        .filter((problem: { severity: string }) => problem.severity === severity).length;
    assert.deepEqual(
      { ...out.summary },
      { files: 6, errors: count('error'), warnings: count('warning'), infos: count('info'), waived: 2 },
    );
    assert.ok(out.summary.errors > 0 && out.summary.warnings > 0);
  });
  it('sarif is of the official schema, with rules, fingerprints, related places, fixes and suppressions', () => {
    const out: Log = JSON.parse(format(folder(), 'sarif'));
    assert.ok(sarifSchema(out), JSON.stringify(sarifSchema.errors?.slice(0, 5)));
    const run = out.runs[0];
    assert.equal(run?.columnKind, 'utf16CodeUnits');
    const results = run?.results ?? [];
    const rules = run?.tool.driver.rules ?? [];
    assert.ok(results.length > 20);
    for (const result of results) {
      assert.equal(rules[result.ruleIndex ?? -1]?.id, result.ruleId);
      assert.ok(result.partialFingerprints?.['oneplan/v1']);
    }
    assert.ok(
      rules.every(rule => rule.help?.text),
      'every rule says why',
    );
    assert.ok(results.some(result => result.relatedLocations?.length));
    assert.ok(results.some(result => result.fixes?.length));
    const suppressed = results.filter(result => result.suppressions?.length);
    assert.deepEqual(
      suppressed.map(result => result.suppressions?.[0]?.kind),
      ['inSource', 'inSource'],
    );
    assert.equal(
      results.find(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri?.includes(' ')),
      undefined,
    );
  });
  it('sarif says what the baseline holds as suppressed', () => {
    const known = folder();
    assert.equal(oneplan(known, ['lint', '--write-baseline']).status, 0);
    const out: Log = JSON.parse(format(known, 'sarif', ['--baseline', 'oneplan-baseline.json']));
    assert.ok(sarifSchema(out));
    assert.ok(out.runs[0]?.results?.every(result => result.suppressions?.length === 1));
  });
  it('junit is of the form that Jenkins reads, and its counts are those of the summary', async () => {
    const out = format(folder(), 'junit');
    await checkJunit(out);
    const { summary } = JSON.parse(format(folder(), 'json'));
    assert.equal(out.match(/<failure /g)?.length, summary.errors);
    assert.equal(out.match(/<skipped /g)?.length, summary.waived);
    assert.match(out, new RegExp(`<testsuites [^>]*failures="${summary.errors}"`));
    const names: readonly string[] = out.match(/<testcase name="[^"]*" classname="[^"]*"/g) ?? [];
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
      'readers tell tests apart by their names',
    );
    await assert.rejects(checkJunit(out.replace('<testcase name=', '<testcase nom=')), 'the form must be able to fail');
  });
  it('junit counts as failures what made the run fail', () => {
    const failures = (...more: readonly string[]) => format(folder(), 'junit', more).match(/<failure /g)?.length;
    const { errors, warnings, infos } = JSON.parse(format(folder(), 'json')).summary;
    assert.equal(failures('--max-warnings', String(warnings)), errors);
    assert.equal(failures('--max-warnings', String(warnings - 1)), errors + warnings);
    assert.equal(failures('--fail-on', 'warning'), errors + warnings);
    assert.equal(failures('--fail-on', 'info'), errors + warnings + infos);
  });
  it('sarif has the hash of each line by which code scanning follows findings, and tags', () => {
    // What GitHub's own action makes of these lines.
    assert.deepEqual(lineHashes(['']), ['c129715d7a2bc9a3:1']);
    assert.deepEqual(lineHashes([' a', 'b', '  \t\tc', ' d']), [
      '271789c17abda88f:1',
      '54703d4cd895b18:1',
      '180aee12dab6264:1',
      'a23a3dc5e078b07b:1',
    ]);
    const same = [...Array.from({ length: 10 }, () => 'Lorem ipsum dolor sit amet.'), ''];
    assert.deepEqual(lineHashes(same).slice(4, 9), [
      'a7f2ff13bc495cf2:5',
      'a7f2ff13bc495cf2:6',
      'a7f2ff1481e87703:1',
      'a9cf91f7bbf1862b:1',
      '55ec222b86bcae53:1',
    ]);
    const [run] = (JSON.parse(format(folder(), 'sarif')) as Log).runs;
    for (const { partialFingerprints } of run?.results ?? [])
      assert.match(partialFingerprints?.['primaryLocationLineHash'] ?? '', /^[0-9a-f]{1,16}:\d+$/);
    for (const { properties } of run?.tool.driver.rules ?? []) assert.ok(properties?.tags?.length);
  });
  it('concise has a line for each finding, as text begins it, and no frames', () => {
    const [concise, text] = [format(folder(), 'concise'), format(folder(), 'text')];
    const heads = (out: string) =>
      out.split('\n').filter(line => /\.plan\.yaml:\d+:\d+: (?:error|warning|info): /.test(line));
    assert.deepEqual(heads(concise), heads(text));
    noLine(concise, /^\s*(?:\d* \||=)/);
  });
  it('checkstyle is of its form and has every finding', async () => {
    const out = format(folder(), 'checkstyle');
    await checkCheckstyle(out);
    const { summary } = JSON.parse(format(folder(), 'json'));
    assert.equal(out.match(/severity="error"/g)?.length, summary.errors);
    assert.equal(out.match(/severity="warning"/g)?.length, summary.warnings);
    assert.equal(out.match(/<file /g)?.length, 6);
    await assert.rejects(checkCheckstyle(out.replace(' line=', ' lines=')), 'the form must be able to fail');
  });
  it('azure logs errors and warnings as issues', () => {
    const out = format(folder(), 'azure');
    const { summary } = JSON.parse(format(folder(), 'json'));
    assert.equal(out.match(/^##vso\[task\.logissue type=error;/gm)?.length, summary.errors);
    assert.equal(out.match(/^##vso\[task\.logissue type=warning;/gm)?.length, summary.warnings);
    assert.match(
      out,
      /^##vso\[task\.logissue type=warning;sourcepath=plans\/late\.plan\.yaml;linenumber=\d+;columnnumber=\d+;code=deadline-past-limit\]Milestone /m,
    );
  });
  it('rdjson gives each fix as a suggestion, which taken by bytes puts the finding right', () => {
    const slip = 'period: {from: 2017-04-01, to: 31/03/2020} # £ – 🏥';
    const text = ordinary['good one.plan.yaml'].replace(/^period: .*$/m, `# £ – 🏥\n${slip}`);
    const one = folderWith({ 'a.plan.yaml': text });
    const { diagnostics }: Rdjson = JSON.parse(format(one, 'rdjson'));
    const found = diagnostics.find(({ code }) => code.value === 'bad-date');
    const [suggestion] = found?.suggestions ?? [];
    assert.ok(suggestion);
    assert.equal(taken(text, suggestion), text.replace('31/03/2020', '2020-03-31'));
    const fixes = (JSON.parse(format(folder(), 'sarif')) as Log).runs[0]?.results?.flatMap(result =>
      result.suppressions ? [] : (result.fixes ?? []),
    );
    const all: Rdjson = JSON.parse(format(folder(), 'rdjson'));
    assert.ok(rdjsonSchema(all), JSON.stringify(rdjsonSchema.errors?.slice(0, 3)));
    assert.equal(all.diagnostics.flatMap(({ suggestions = [] }) => suggestions).length, fixes?.length);
  });
  it('html is a page of the findings that runs and loads nothing', () => {
    const out = format(folder(), 'html');
    checkPage(out);
    const { summary } = JSON.parse(format(folder(), 'json'));
    assert.equal(out.match(/<td class="error">/g)?.length, summary.errors);
    assert.equal(out.match(/<td class="warning">/g)?.length, summary.warnings);
    assert.throws(() => checkPage(out.replace('<h1>', '<h1 onclick="x()">')));
  });
  it('gitlab is a list of code quality remarks, each with a fingerprint of its own', () => {
    const out: { fingerprint: string }[] = JSON.parse(format(folder(), 'gitlab'));
    assert.ok(gitlabSchema(out), JSON.stringify(gitlabSchema.errors));
    assert.equal(new Set(out.map(({ fingerprint }) => fingerprint)).size, out.length);
  });
  it('github shows the worst first, ten of a kind at most, and counts the rest', () => {
    const line = (index: number) => `  - {id: s${index}, name: S${index}, lead: a, novelty: nearly}\n`;
    const schemes = Array.from({ length: 25 }, (_, index) => line(index)).join('');
    const many = folderWith({
      'a.plan.yaml': `one_plan: 1\ntitle: T\nstatus: draft\nperiod: {from: 2017-04-01, to: 2020-03-31}\nplace: {code: E10000023, name: North Yorkshire}\nschemes:\n${schemes}`,
    });
    const lines = format(many, 'github').trimEnd().split('\n');
    const kinds = lines.map(text => /^::(error|warning|notice) /.exec(text)?.[1]);
    const { summary } = JSON.parse(format(many, 'json'));
    assert.ok(summary.errors > 10 && summary.warnings > 10);
    assert.deepEqual(
      kinds,
      [...kinds].sort(
        (a, b) => ['error', 'warning', 'notice'].indexOf(a ?? '') - ['error', 'warning', 'notice'].indexOf(b ?? ''),
      ),
    );
    assert.equal(kinds.filter(kind => kind === 'error').length, 10);
    assert.equal(kinds.filter(kind => kind === 'warning').length, 10);
    assert.ok(kinds.filter(kind => kind === 'notice').length <= 10);
    const left = summary.errors + summary.warnings + summary.infos - (lines.length - 1);
    assert.ok(lines.at(-1)?.includes(`${left} findings more`), lines.at(-1));
  });
  it('markdown begins with the counts', () => {
    const { summary } = JSON.parse(format(folder(), 'json'));
    const first = `### One Plan: **${summary.errors} errors**, **${summary.warnings} warnings** and ${summary.infos} remarks in 6 files\n`;
    const out = format(folder(), 'markdown');
    assert.ok(out.startsWith(first), out.slice(0, 200));
    assert.ok(out.length < 65_536);
  });
  for (const name of formatNames) {
    it(`${name} lists waivers, sections left empty and the version of the data`, () => {
      const out = format(folder(), name);
      assert.ok(out.includes('the council and the CCG agreed a later date'), 'waiver');
      assert.ok(
        name === 'json'
          ? /"owner": "f-dalston",\s+"until": "2030-03-31"/.test(out)
          : out.includes('(f-dalston, until 2030-03-31)'),
        'owner and end of the waiver',
      );
      assert.ok(out.includes('No building opens, closes or changes hands'), 'empty section');
      assert.ok(
        out.includes(JSON.parse(readFileSync(join(root, 'schemas/reference/version.json'), 'utf8')).version),
        'data',
      );
    });
  }

  describe('with hostile texts', () => {
    const plan = (text: string) => {
      const quoted = JSON.stringify(text);
      return `one_plan: 1\ntitle: ${quoted}\nstatus: ${quoted}\nperiod: {from: 2017-04-01, to: 2020-03-31}\nplace: {code: ${quoted}, name: ${quoted}}\n${quoted}: ${quoted}\nestates: {none: ${quoted}}\nschemes:\n  - {id: ${quoted}, name: ${quoted}, lead: ${quoted}}\nmilestones:\n  # oneplan-waive deadline-past-limit: ${text.replace(/[\r\n\u0085\u2028\u2029]/g, ' ')}\n  - {id: m, title: ${quoted}, lead: ${quoted}, deadline: 2021-04-01}\n# ${text.replace(/[\r\n]/g, ' ')}\n`;
    };
    const hostile = () =>
      folderWith(Object.fromEntries(hostileTexts.map((text, index) => [`${index}.plan.yaml`, plan(text)])));
    const isNameOfFile = (text: string) =>
      !/[/\0]/.test(text) && Buffer.byteLength(text) < 200 && Buffer.from(text).toString() === text;
    const named = () =>
      folderWith(Object.fromEntries(hostileTexts.filter(isNameOfFile).map(text => [`${text}.plan.yaml`, plan(text)])));
    const formats: Readonly<Record<FormatName, (out: string) => void | Promise<void>>> = {
      text: out => noLine(out, /^\s*(?:::|##)|##(?:\[|vso\[|teamcity\[)/i),
      concise: out => noLine(out, /^\s*(?:::|##)|##(?:\[|vso\[|teamcity\[)/i),
      json: out => assert.ok(outputSchema(JSON.parse(out)), JSON.stringify(outputSchema.errors)),
      sarif: out => assert.ok(sarifSchema(JSON.parse(out)), JSON.stringify(sarifSchema.errors?.slice(0, 3))),
      junit: checkJunit,
      checkstyle: checkCheckstyle,
      azure: out => {
        for (const line of out.split('\n').filter(text => text.includes('##'))) {
          assert.match(
            line,
            /^##vso\[task\.logissue type=(?:error|warning);sourcepath=[^;\]]+;linenumber=\d+;columnnumber=\d+;code=[a-z-]+\](?!.*##(?:vso)?\[)/,
          );
        }
      },
      rdjson: out => assert.ok(rdjsonSchema(JSON.parse(out)), JSON.stringify(rdjsonSchema.errors?.slice(0, 3))),
      html: checkPage,
      github: out => {
        for (const line of out.trimEnd().split('\n')) {
          assert.match(
            line,
            /^::(?:error|warning) file=[^,:]+,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=[a-z-]+::|^::notice (?:file=[^,:]+,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,)?title=[a-zA-Z -]+::/,
          );
        }
      },
      gitlab: out => assert.ok(gitlabSchema(JSON.parse(out))),
      markdown: out =>
        noLine(
          out.replace(/(`+)[^`].*?\1/g, ''),
          /<(?!details>|\/details>|summary>|\/summary>)|(?<!\\)\[[^\]]*\]\(|@\w|https?:\/\//,
        ),
    };
    for (const [name, check] of Object.entries(formats)) {
      it(`${name} parses and hides nothing, in contents and in names of files`, async () => {
        for (const folder of [hostile(), named()]) {
          const { out, told, status } = oneplan(folder, ['lint', '--format', name]);
          assert.equal(told, '');
          assert.equal(status, 1);
          noLine(out, /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b-\u200f\u2028\u2029\ufeff]/u);
          await check(out);
        }
      });
    }
  });
});
