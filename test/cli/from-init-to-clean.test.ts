/** From `oneplan init` to a plan without a warning, with nothing but actions, completion, names, dates and amounts. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Author } from '../support/author';
import { folderWith, oneplan } from '../support/oneplan';

describe('a plan from oneplan init', () => {
  it('lints without a warning after actions, completion, names and amounts alone', () => {
    const folder = folderWith({});
    assert.equal(oneplan(folder, ['init', 'York', '--option', 'single-commissioner']).status, 0);
    const file = join(folder, 'york.plan.yaml');
    const author = new Author(readFileSync(file, 'utf8'));
    assert.ok(author.findings('warning').length > 20);

    author.act('unassigned-accountable-lead', /^Name a new person/, 'Jane Example', 'Director of Commissioning');
    author.actAtEach('unassigned-accountable-lead', /Jane Example/);
    author.choose('lead_commissioner: ', 'council');
    author.choose('agreed budget\n      decider: ', 'new-person');
    author.type('limit:', ' £30m');
    const services = [
      'adult-social-care',
      'community-health',
      'primary-care',
      'mental-health',
      'public-health',
      'acute',
    ];
    for (const service of services) author.choose(`${service}: {in_scope: `, 'true');
    author.overwrite('definition: ', 'TBC', 'Emergency medicine for people aged 65 and over');
    author.actAtEach(
      'missing-budget-amount',
      /^Add 2017-18, 2018-19 and 2019-20/,
      '4,000,000',
      '4,100,000',
      '4,200,000',
    );
    // Two lines are the council's, four the commissioner's.
    const amounts = [
      ['source: local-authority', ' £8m', ' £8.2m', ' £8.4m'],
      ['source: nhs-minimum', ' £16m', ' £16.4m', ' £16.8m'],
    ] as const;
    for (const [source, first, second, third] of amounts) {
      const years = `${source}\n      amounts:\n        2017-18:`;
      author.type(years, first);
      author.type(`${years}${first}\n        2018-19:`, second);
      author.type(`${years}${first}\n        2018-19:${second}\n        2019-20:`, third);
    }

    const warnings = author.findings().filter(({ severity }) => severity !== 'info');
    assert.deepEqual(
      warnings.map(({ rule, message }) => `${rule}: ${message}`),
      [],
    );
    writeFileSync(file, author.text);
    const lint = oneplan(folder, ['lint', '--max-warnings', '0']);
    assert.equal(lint.status, 0, lint.out);
    assert.equal(oneplan(folder, ['format', '--check']).status, 0);
  });
});
