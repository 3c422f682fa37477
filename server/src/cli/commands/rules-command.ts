/** `oneplan rules`: the list of all rules. */
import { type RulePage, rulePages, rules, visibleJson } from '../../core/index';
import { defineCommand } from '../define-command';

export const rulesCommand = defineCommand({
  name: 'rules',
  summary: 'List all rules.',
  options: { format: { takes: 'format', description: 'how to show them', values: ['text', 'json'] } },
  examples: [
    { line: 'oneplan rules', does: 'each rule with its severity while writing and once agreed' },
    { line: 'oneplan rules --format json', does: 'the same for a program' },
  ],
  load: async () => async (given, io) => {
    const pages = rulePages();
    if (given.value('format') === 'json') {
      io.stdout(`${visibleJson(pages.map(pageData))}\n`);
      return 0;
    }
    const width = Math.max(0, ...pages.map(({ id }) => id.length));
    const rows = pages.map(({ id, severity, summary }) => {
      const severities = `${severity.writing}/${severity.agreed}`;
      return `${id.padEnd(width)}  ${severities.padEnd(15)}  ${summary}`;
    });
    io.stdout(`${[`${'rule'.padEnd(width)}  ${'writing/agreed'.padEnd(15)}  finds`, ...rows].join('\n')}\n`);
    return 0;
  },
});

/** A rule's page as JSON gives it. */
export function pageData(page: RulePage) {
  const { id, summary, why, source, severity, answers = [], examples } = page;
  const options = rules.find(rule => rule.id === id)?.options ?? {};
  return { id, summary, why, source, severity, answers, examples, options };
}
