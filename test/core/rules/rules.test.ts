/** Every rule: its fixtures with carets, its examples, and what each rule promises. `UPDATE=1` rewrites the markers. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, rulePages } from '../../../server/src/core/index';
import { exampleFindings } from '../../support/examples';
import { findingsIn, fixesOf, runFixture } from '../../support/fixture';

const folder = join(__dirname, '../../rules');
const fixtures = readdirSync(folder)
  .filter(name => name.endsWith('.plan.yaml'))
  .map(name => ({ name, rule: name.split('.')[0] ?? '', path: join(folder, name) }));

const changes = new Set(readFileSync(join(__dirname, '../../../CHANGELOG.md'), 'utf8').split('\n'));

describe('rules', () => {
  for (const page of rulePages()) {
    describe(page.id, () => {
      it('has a fixture in which it speaks', () => {
        const own = fixtures.filter(fixture => fixture.rule === page.id);
        const spoken = own.map(({ path, rule }) => runFixture(path, readFileSync(path, 'utf8'), rule).rewritten);
        assert.ok(
          spoken.join('').includes(`[${page.id}]`),
          `write test/rules/${page.id}.plan.yaml, in which ${page.id} speaks; "npm run update" adds its markers`,
        );
      });
      it('has a line in CHANGELOG.md with its summary', () => {
        const line = `- \`${page.id}\`: ${page.summary}`;
        assert.ok(changes.has(line), `CHANGELOG.md lacks the line: ${line}`);
      });
      it('speaks of its bad example', () => {
        assert.ok(exampleFindings(page, 'bad').includes(page.id));
      });
      it('is silent on its good example', () => {
        assert.ok(!exampleFindings(page, 'good').includes(page.id));
      });
    });
  }

  for (const { name, rule, path } of fixtures) {
    describe(name, () => {
      const content = readFileSync(path, 'utf8');
      it('finds what its markers say', () => {
        const { rewritten } = runFixture(path, content, rule);
        if (process.env['UPDATE']) writeFileSync(path, rewritten);
        else assert.equal(rewritten, content);
      });
      it('has fixes that remove their finding, and safe ones that add none', () => {
        const { documents } = runFixture(path, content, rule);
        for (const document of documents) {
          for (const { finding, fix } of fixesOf(document)) {
            const others = documents.filter(other => other !== document).map(({ path, text }) => ({ path, text }));
            const fixed = { path: document.path, text: applyEdits(document.text, fix.edits) };
            const after = findingsIn(fixed, [fixed, ...others], content);
            assert.ok(
              !after.some(other => other.fingerprint === finding.fingerprint),
              `${fix.title}: ${finding.message}`,
            );
            if (!fix.safe) continue;
            const before = findingsIn(document, [document, ...others], content);
            const known = new Set(before.map(other => other.fingerprint));
            assert.deepEqual(
              after.filter(other => !known.has(other.fingerprint)).map(other => other.message),
              [],
              fix.title,
            );
          }
        }
      });
    });
  }
});
