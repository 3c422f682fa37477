/** What stands between a plan and its being agreed is one number: in every report, in the editor's status and in its list. */
import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Log } from 'sarif';
import { analyse } from '../../server/src/core/for-workspace';
import { formatNames, standingOf } from '../../server/src/core/index';
import { keyOf } from '../../server/src/workspace/uri';
import { LspClient } from '../support/lsp-client';
import { folderWith, oneplan, root } from '../support/oneplan';

const textOf = (name: string) => readFileSync(join(root, 'samples', name), 'utf8');
const plans = readdirSync(join(root, 'samples'), { recursive: true, encoding: 'utf8' })
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => path.endsWith('.plan.yaml') && analyse(textOf(path)).document?.kind === 'one-plan')
  .sort();

interface ToDo {
  readonly toDo: number;
}
interface Told extends ToDo {
  readonly sections: readonly (ToDo & { readonly title: string })[];
  readonly conditions: readonly (ToDo & { readonly title: string })[];
}

describe('readiness', () => {
  describe('of the samples', () => {
    const reports = new Map<string, string>();
    let folder: string;
    let client: LspClient;
    let told: ReadonlyMap<string, Told>;
    let standings: ReadonlyMap<string, string>;

    before(async () => {
      folder = folderWith({});
      cpSync(join(root, 'samples'), folder, { recursive: true });
      const outputs = formatNames.flatMap(format => ['--format', format, '--output', `report.${format}`]);
      oneplan(folder, ['lint', '--as', 'agreed', ...outputs]);
      for (const format of formatNames) {
        reports.set(format, readFileSync(join(folder, `report.${format}`), 'utf8'));
        rmSync(join(folder, `report.${format}`));
      }
      const { files } = JSON.parse(report('json'));
      told = new Map(files.map(({ path, readiness }: { path: string; readiness: Told }) => [path, readiness]));
      standings = new Map(plans.map(path => [path, standingIn(path)]));
      client = await LspClient.start({ folders: [pathToFileURL(folder).href] });
    });
    after(() => client.stop());

    const report = (format: string): string => reports.get(format) ?? '';
    function standingIn(path: string): string {
      const { document } = analyse(textOf(path));
      assert.ok(document?.kind === 'one-plan');
      return standingOf(document, told.get(path)?.toDo ?? Number.NaN);
    }
    const standing = (path: string): string => standings.get(path) ?? '';

    it('is told of each plan, and of no old one', () => {
      assert.ok(plans.length > 10);
      const { files } = JSON.parse(report('json'));
      const ready = files.filter(({ readiness }: { readiness?: Told }) => readiness !== undefined);
      assert.deepEqual(
        ready.map(({ path }: { path: string }) => path),
        plans,
      );
      assert.ok(plans.some(path => told.get(path)?.toDo === 0) && plans.some(path => (told.get(path)?.toDo ?? 0) > 0));
    });

    it('is the number of errors that the plan would have, and adds up by section', () => {
      const { files } = JSON.parse(report('json'));
      for (const path of plans) {
        const { problems } = files.find((file: { path: string }) => file.path === path);
        const errors = problems.filter(({ severity }: { severity: string }) => severity === 'error').length;
        assert.equal(told.get(path)?.toDo, errors, path);
        assert.equal(
          told.get(path)?.sections.reduce((sum, { toDo }) => sum + toDo, 0),
          errors,
          path,
        );
      }
    });

    it('is the same in every report', () => {
      const gitlab: { check_name: string; description: string; location: { path: string } }[] = JSON.parse(
        report('gitlab'),
      );
      const sarif: Log = JSON.parse(report('sarif'));
      const inSarif = sarif.runs[0]?.properties?.['readiness'] as (Told & { path: string })[];
      for (const path of plans) {
        const words = standing(path);
        assert.ok(report('text').includes(`\n${path}: ${words}.\n`), path);
        assert.ok(report('markdown').includes(`\`${path}\`: **${words}**`), path);
        assert.ok(report('github').includes(`%0A${path}: ${words}.%0A`), path);
        const suite = report('junit').split(`<testsuite name="${path}"`)[1]?.split('</testsuite>')[0] ?? '';
        assert.ok(suite.includes(`<property name="readiness" value="${words}"/>`), path);
        const remark = gitlab.find(issue => issue.check_name === 'readiness' && issue.location.path === path);
        assert.equal(remark?.description, `The plan: ${words}.`);
        const {
          path: _path,
          standing: _standing,
          ...counts
        } = { standing: '', ...inSarif.find(it => it.path === path) };
        assert.deepEqual(counts, told.get(path));
      }
    });

    it('names the conditions of the framework with what each has to do', () => {
      for (const path of plans) {
        const suite = report('junit').split(`<testsuite name="${path}"`)[1]?.split('</testsuite>')[0] ?? '';
        const conditions = told.get(path)?.conditions ?? [];
        assert.ok(conditions.length > 0, path);
        for (const { title, toDo } of conditions) {
          assert.ok(suite.includes(`<property name="to do for condition: ${title}" value="${toDo}"/>`), title);
        }
      }
    });

    it('is the same in the status of the editor, and in its list', async () => {
      for (const path of plans) {
        const uri = keyOf(pathToFileURL(join(folder, path)).href);
        await client.open(uri, textOf(path));
        const expected = told.get(path)?.toDo;
        const status = () => client.statuses.findLast(known => known.uri === uri);
        await client.until(`the status of ${path}`, () => status()?.toAgree === expected);
        assert.ok(status()?.message.endsWith(`: ${standing(path)}`), status()?.message);
        const listed = await client.ask('oneplan/readiness', { textDocument: { uri } });
        assert.deepEqual(
          listed?.sections.map(({ title, toDo }) => `${title}: ${toDo.length}`),
          told.get(path)?.sections.map(({ title, toDo }) => `${title}: ${toDo}`),
        );
      }
    });

    it('is told only where it is asked for', () => {
      for (const format of formatNames) {
        const out = oneplan(folder, ['lint', '--format', format, 'broken/missing-leads.plan.yaml']).out;
        assert.doesNotMatch(out, /to do before it can be agreed|readiness/, format);
      }
    });
  });

  it('says when there is nothing to do, and nothing of a superseded plan', () => {
    const ready = textOf('north-yorkshire.plan.yaml').replace(/^status: .*/m, 'status: draft');
    const folder = folderWith({
      'a.plan.yaml': ready,
      'b.plan.yaml': textOf('north-yorkshire.plan.yaml').replace(/^status: .*/m, 'status: superseded'),
    });
    const { out } = oneplan(folder, ['lint', '--as', 'agreed', 'a.plan.yaml', 'b.plan.yaml']);
    assert.match(out, /^a\.plan\.yaml: ready to be agreed\.$/m);
    assert.doesNotMatch(out, /^b\.plan\.yaml: /m);
  });

  it('leaves out what the baseline holds, in the number as well', () => {
    const folder = folderWith({ 'a.plan.yaml': textOf('broken/missing-leads.plan.yaml') });
    oneplan(folder, ['lint', '--as', 'agreed', '--write-baseline']);
    const { out } = oneplan(folder, ['lint', '--as', 'agreed', '--baseline', 'oneplan-baseline.json']);
    assert.match(out, /^a\.plan\.yaml: ready to be agreed\.$/m);
  });
});
