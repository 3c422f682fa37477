/** `oneplan explain`: the page of a rule. */
import { listOr, pageOf, ruleIds, rulePageText, visibleJson } from '../../core/index';
import { defineCommand } from '../define-command';
import { nearestTo } from '../nearest-to';
import { UsageError } from '../usage-error';
import { pageData } from './rules-command';

export const explainCommand = defineCommand({
  name: 'explain',
  summary: 'Say what a rule finds, why, and what to write instead.',
  argument: { name: '<rule>', description: 'the id of the rule, as it stands behind a finding', completes: 'rules' },
  options: { format: { takes: 'format', description: 'how to show it', values: ['text', 'json'] } },
  examples: [{ line: 'oneplan explain deadline-past-limit', does: 'the page of one rule' }],
  load: async () => async (given, io) => {
    const id = given.arguments[0] ?? '';
    const page = pageOf(id);
    if (!page) {
      const advice = nearestTo(id, ruleIds()) ?? alike(id) ?? '"oneplan rules" lists all of them.';
      throw new UsageError(`There is no rule "${id}". ${advice}`);
    }
    io.stdout(given.value('format') === 'json' ? `${visibleJson(pageData(page))}\n` : rulePageText(page));
    return 0;
  },
});

/** The rules whose ids contain what was written: "deadline" for `deadline-past-limit`. */
function alike(written: string): string | undefined {
  const ids = [...ruleIds()].filter(id => written.length > 2 && id.includes(written.toLowerCase()));
  return ids.length === 0 || ids.length > 6 ? undefined : `Write ${listOr(ids.map(id => `"${id}"`))}.`;
}
