/** The page of a rule, in Markdown: what `oneplan explain` prints and the rule reference holds. */

import type { RuleSeverity } from '../finding';
import type { Rule, RulePage, SeedText } from '../rules/shared/rule';

/** The texts that rules answer, by the short name that rules use. */
export const seedTexts: Readonly<Record<SeedText, string>> = {
  'HSJ 2013': 'HSJ, 2013: on the £3.8bn joint budget and the "heroic undertaking" of paying for it',
  'MJ 2016': 'Alex Thomson in The MJ: on why integration grinds to a halt when money changes hands',
  'HSJ 2015':
    "Richard Humphries in HSJ, 2015: on the King's Fund paper Options for integrated commissioning: Beyond Barker",
  'Lowdown 2022': 'The Lowdown, 2022: on the White Paper Joining up care for people, places and populations',
  'Health MJ 2017': 'David Roots in Health MJ, 2017: on why integration needs pooled budgets',
};

/** What a severity is called in the rule reference. */
export const severityWords: Readonly<Record<RuleSeverity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'information',
  off: '–',
};

/** Whether `page` is of a rule on the plan, and not of one on the text itself. */
export function isPlanRule(page: RulePage): page is Rule {
  return 'check' in page;
}

/** The page of one rule. */
export function rulePageText(page: RulePage): string {
  const answered = (page.answers ?? []).map(({ text, words }) => `> "${words}"\n>\n> ${seedTexts[text]}\n`);
  const options = Object.entries(isPlanRule(page) ? (page.options ?? {}) : {});
  return [
    `# ${page.id}\n`,
    `${page.summary}\n`,
    `| while the plan is being written | once it is agreed |\n|---|---|\n| ${severityWords[page.severity.writing]} | ${severityWords[page.severity.agreed]} |\n`,
    `## Why\n`,
    `${page.why}\n`,
    `Source: ${page.source}\n`,
    ...(answered.length > 0 ? ['It answers this complaint:\n', ...answered] : []),
    ...(page.limits ? ['## What it cannot see\n', `${page.limits}\n`] : []),
    `## Instead of\n`,
    block(page.examples.bad),
    `## Write\n`,
    block(page.examples.good),
    ...(options.length > 0
      ? [
          '## Settings\n',
          ...options.map(([name, option]) => `- \`${name}\` (${option.default}): ${option.description}\n`),
        ]
      : []),
    `## When it does not fit\n`,
    isPlanRule(page)
      ? `Say so in the plan, with the reason and an end: \`# oneplan-waive ${page.id}: the reason (owner, until 2019-03-31)\` on the line above. To change it for all plans of a folder, set \`rules: {${page.id}: off}\` (or \`info\`, \`warning\`, \`error\`) in \`oneplan.config.yaml\`.\n`
      : 'It is about the text itself, so put the text right: what cannot be read cannot be checked.\n',
  ].join('\n');
}

/** What cannot be seen in `yaml` is shown, so that an example of it can be told apart. */
function block(yaml: string): string {
  const visible = yaml.replace(/\u00a0/g, ' ').replace(/\t/g, '→');
  return `\`\`\`yaml\n${visible.trimEnd()}\n\`\`\`\n`;
}
