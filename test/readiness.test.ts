/** What stands between a plan and its being agreed is one number: in text, Markdown and JSON, in the editor's status and its list. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse, noSettings, noWorkspace, readinessOf, standingOf } from '../server/src/core/index';
import { folderOfPlans } from './support/folder-of-plans';
import { LspClient } from './support/lsp-client';
import { folderWith, oneplan, root } from './support/oneplan';

const names = ['broken/missing-leads', 'broken/missing-money', 'north-yorkshire', 'better-care-fund-2025-26'];
const textOf = (name: string) => readFileSync(join(root, 'samples', `${name}.plan.yaml`), 'utf8');

interface Counted {
  readonly toDo: number;
}

describe('readiness', () => {
  for (const name of names) {
    it(`is one number for ${name}`, async () => {
      const text = textOf(name);
      const analysis = analyse(text);
      const { toDo, sections, conditions } = readinessOf(analysis, noSettings, noWorkspace);
      assert.ok(analysis.document?.kind === 'one-plan');
      const standing = standingOf(analysis.document, toDo.length);

      const folder = folderWith({ 'a.plan.yaml': text });
      const as = (format: string) => oneplan(folder, ['lint', '--as', 'agreed', '--format', format]).out;
      const { files, summary } = JSON.parse(as('json'));
      assert.equal(files[0].readiness.toDo, toDo.length);
      assert.equal(summary.errors, toDo.length);
      const sum = files[0].readiness.sections.reduce((all: number, part: Counted) => all + part.toDo, 0);
      assert.equal(sum, toDo.length);
      assert.equal(sections.length, files[0].readiness.sections.length);
      assert.deepEqual(
        files[0].readiness.conditions.map((part: Counted) => part.toDo),
        conditions.map(part => part.toDo.length),
      );
      assert.ok(as('text').includes(`a.plan.yaml: ${standing}.\n`));
      assert.ok(as('markdown').includes(`\`a.plan.yaml\`: **${standing}**`));
      assert.ok(!oneplan(folder, ['lint', '--format', 'json']).out.includes('readiness'));

      const plans = folderOfPlans({ 'a.plan.yaml': text });
      const client = await LspClient.start({ folders: [plans.uri] });
      try {
        await client.open(plans.uriOf('a.plan.yaml'), text);
        await client.until('the status of the plan', () => client.statuses.length > 0);
        const status = client.statuses.at(-1);
        assert.equal(status?.toAgree, toDo.length);
        assert.ok(status.message.endsWith(`: ${standing}`), status.message);
        const listed = await client.connection.sendRequest<{ sections: { toDo: unknown[] }[] }>('oneplan/readiness', {
          textDocument: { uri: plans.uriOf('a.plan.yaml') },
        });
        assert.equal(
          listed.sections.reduce((all, part) => all + part.toDo.length, 0),
          toDo.length,
        );
      } finally {
        await client.stop();
        plans.dispose();
      }
    });
  }

  it('says when there is nothing to do, and nothing of a superseded plan', () => {
    const ready = textOf('north-yorkshire').replace(/^status: .*/m, 'status: draft');
    const folder = folderWith({
      'a.plan.yaml': ready,
      'b.plan.yaml': textOf('north-yorkshire').replace(/^status: .*/m, 'status: superseded'),
    });
    const { out } = oneplan(folder, ['lint', '--as', 'agreed', 'a.plan.yaml', 'b.plan.yaml']);
    assert.match(out, /^a\.plan\.yaml: ready to be agreed\.$/m);
    assert.doesNotMatch(out, /^b\.plan\.yaml: /m);
  });

  it('leaves out what the baseline holds, in the number as well', () => {
    const folder = folderWith({ 'a.plan.yaml': textOf('broken/missing-leads') });
    oneplan(folder, ['lint', '--as', 'agreed', '--write-baseline']);
    const { out } = oneplan(folder, ['lint', '--as', 'agreed', '--baseline', 'oneplan-baseline.json']);
    assert.match(out, /^a\.plan\.yaml: ready to be agreed\.$/m);
  });
});
