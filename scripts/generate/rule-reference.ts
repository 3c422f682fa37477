/** The rule reference: a page for each rule, and the list of all of them with the complaints that they answer. */
import { rulePages } from '../../server/src/core/rules/index';
import type { Rule, RulePage, RuleSeverity } from '../../server/src/core/rules/rule';
import { complaints, type SeedComplaint, seedTexts } from './complaints';

export async function generate(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const page of rulePages()) files.set(`docs/rules/${page.id}.md`, pageText(page));
  files.set('docs/rules/README.md', listText());
  return files;
}

/** The page of one rule, in Markdown. */
export function pageText(page: RulePage): string {
  const answered = (page.answers ?? []).map(({ text, words }) => `> "${words}"\n>\n> ${seedTexts[text]}\n`);
  const options = Object.entries(isRule(page) ? (page.options ?? {}) : {});
  return [
    `# ${page.id}\n`,
    `${page.summary}\n`,
    `| while the plan is being written | once it is agreed |\n|---|---|\n| ${WORDS[page.severity.writing]} | ${WORDS[page.severity.agreed]} |\n`,
    `## Why\n`,
    `${page.why}\n`,
    `Source: ${page.source}\n`,
    ...(answered.length > 0 ? ['It answers this complaint:\n', ...answered] : []),
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
    isRule(page)
      ? `Say so in the plan, with the reason and an end: \`# oneplan-waive ${page.id}: the reason (owner, until 2019-03-31)\` on the line above. To change it for all plans of a folder, set \`rules: {${page.id}: off}\` (or \`info\`, \`warning\`, \`error\`) in \`oneplan.config.yaml\`.\n`
      : 'It is about the text itself, so put the text right: what cannot be read cannot be checked.\n',
  ].join('\n');
}

const WORDS: Readonly<Record<RuleSeverity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'information',
  off: '–',
};

function isRule(page: RulePage): page is Rule {
  return 'check' in page;
}

/** A fence longer than any run of backticks in `yaml`. */
function block(yaml: string): string {
  const visible = yaml.replace(/\u00a0/g, ' ').replace(/\t/g, '→');
  return `\`\`\`yaml\n${visible.trimEnd()}\n\`\`\`\n`;
}

function listText(): string {
  const pages = rulePages();
  const row = (page: RulePage) =>
    `| [${page.id}](${page.id}.md) | ${page.summary} | ${WORDS[page.severity.writing]} | ${WORDS[page.severity.agreed]} |`;
  const head = '| rule | finds | writing | agreed |\n|---|---|---|---|';
  return [
    '# Rules\n',
    'Each rule has a page: what it finds, why, where that is said, and an example of wrong and right. `oneplan explain <rule>` prints the same.\n',
    'A plan with the status draft or consultation is *being written*; agreed, submitted and approved plans are *agreed*. A superseded plan is only checked for its text.\n',
    '## The text itself\n',
    [head, ...pages.filter(page => !isRule(page)).map(row)].join('\n'),
    '\n## The plan\n',
    [head, ...pages.filter(isRule).map(row)].join('\n'),
    '\n## Which complaint is answered by which rule\n',
    'The tool was made to answer five texts. Each of their complaints, with the rules that see it, or why no rule can.\n',
    ...Object.entries(seedTexts).map(([name, title]) =>
      complaintTable(
        title,
        complaints.filter(({ text }) => text === name),
      ),
    ),
  ].join('\n');
}

function complaintTable(title: string, of: readonly SeedComplaint[]): string {
  const rows = of.map(({ complaint, rules, whyNot }) => {
    const links = rules.map(rule => `[${rule}](${rule}.md)`).join(', ');
    return `| ${complaint.replaceAll('|', '\\|')} | ${[links, whyNot ?? ''].filter(part => part !== '').join('. ')} |`;
  });
  return `### ${title}\n\n| complaint | rules |\n|---|---|\n${rows.join('\n')}\n`;
}
