/** No complaint of the five texts is without a rule or a reason, and each rule that claims to answer one is listed. */
import assert from 'node:assert/strict';
import { complaints } from '../../../scripts/generate/complaints';
import { ruleIds, rulePages } from '../../../server/src/core/index';

describe('complaints of the five texts', () => {
  for (const { text, complaint, rules, whyNot } of complaints) {
    it(`${text}: ${complaint}`, () => {
      assert.ok(rules.length > 0 || (whyNot ?? '') !== '', 'neither a rule nor a reason');
      assert.deepEqual(
        rules.filter(rule => !ruleIds().has(rule)),
        [],
      );
    });
  }
  for (const page of rulePages()) {
    for (const { text, words } of page.answers ?? []) {
      it(`${page.id} answers ${text}: ${words}`, () => {
        const listed = complaints.filter(complaint => complaint.text === text && complaint.rules.includes(page.id));
        assert.ok(
          listed.length > 0,
          `list ${page.id} under a complaint of ${text} in scripts/generate/complaints.yaml`,
        );
      });
    }
  }
});
