/** The national frameworks: nothing in their data or on their pages is without its source or the reason why it is ours. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hover } from '../../../server/src/core/features/hover/hover';
import { analyse } from '../../../server/src/core/for-workspace';
import { shippedFrameworks } from '../../../server/src/core/index';
import { judge } from '../../../server/src/core/judge';
import { noWorkspace } from '../../../server/src/core/model/workspace';
import { standingOf } from '../../../server/src/core/reference/framework';
import { noSettings } from '../../../server/src/core/settings';
import { root } from '../../support/oneplan';
import { plan } from './our-region';

describe('a national framework', () => {
  for (const framework of shippedFrameworks()) {
    it(`has nothing without its source or the reason why it is ours: ${framework.id}`, () => {
      const { services, options, milestones, fundingSources, outcomes, signOff, subjects, conditions } = framework;
      const lists = [services, options, milestones, fundingSources, outcomes, signOff, subjects, conditions];
      for (const list of lists) {
        for (const entry of list.values) {
          const { status, source, why } = standingOf(typeof entry === 'string' ? {} : entry, list);
          const what = JSON.stringify(entry);
          assert.ok(status !== undefined, what);
          if (status === 'own-list') assert.match(why ?? '', /^[A-Z].*\.$/, what);
          else assert.ok(source?.date !== undefined || source?.clause !== undefined, what);
        }
      }
      const { title, date, url } = framework.source;
      assert.ok(title !== '' && date !== undefined && url !== undefined);
    });
    it(`has a page in which every list and every entry of its own standing says where it is from: ${framework.id}`, () => {
      const page = readFileSync(join(root, 'docs/frameworks', `${framework.id}.md`), 'utf8');
      const [, ...chapters] = page.split(/^## /m);
      for (const chapter of chapters.filter(text => !/^(?:Not read|To correct it)/.test(text)))
        assert.match(chapter, /^.*\n\n(?:Official\. .*Source: |Our own list\. [A-Z].*\.)/, chapter.slice(0, 200));
      for (const condition of framework.conditions.values)
        assert.ok(page.includes(`- **${condition.title}.** ${condition.text}`), condition.title);
      assert.match(page, new RegExp(`one file, \`schemas/frameworks/${framework.id}\\.yaml\``));
      assert.match(page, /Corrections are welcome/);
      if (framework.notRead.length > 0) assert.match(page, /^## Not read\n\nOur own account/m);
    });
  }
  it('says nothing of 2026-27 that nobody has read: no share, no amount, no day but its last, no number of conditions', () => {
    const page = readFileSync(join(root, 'docs/frameworks/better-care-fund-2026-27.md'), 'utf8');
    assert.doesNotMatch(page, /per cent|%|£|\b(?:two|three|four|five|six|\d+) (?:national )?conditions/i);
    const days = new Set(page.match(/\b\d{4}-\d{2}-\d{2}\b/g));
    assert.deepEqual([...days].sort(), ['2026-02-17', '2026-04-01', '2027-03-31']);
    const framework = shippedFrameworks().find(({ id }) => id === 'better-care-fund-2026-27') ?? assert.fail();
    assert.deepEqual(
      framework.signOff.values.map(({ delegable }) => delegable),
      [undefined, undefined, undefined, undefined],
    );
  });
  it('says of a role of 2026-27 that nobody knows whether it may be delegated, and why the list is ours', () => {
    const text = `${plan('better-care-fund-2026-27')}sign_off:\n  - {role: ICB Chief Executive, person: x, organisation: y, date: 2026-05-01, delegated: true}\n`;
    const { parts } = hover(analyse(text), text.indexOf('ICB Chief') + 1, noSettings) ?? assert.fail();
    const told = JSON.stringify(parts);
    assert.match(told, /our own, not an official one/);
    assert.match(told, /carried over; who signs in 2026-27/);
    assert.doesNotMatch(told, /May be delegated/);
    assert.doesNotMatch(
      judge(analyse(text), { ...noSettings, as: 'agreed' }, noWorkspace)
        .findings.map(({ rule }) => rule)
        .join('\n'),
      /signoff-delegated/,
    );
    const at = text.indexOf('better-care-fund-2026-27') + 1;
    assert.match(JSON.stringify(hover(analyse(text), at, noSettings)), /Not read.*how many/);
  });
});
