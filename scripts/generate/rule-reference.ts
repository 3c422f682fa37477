/** The rule reference: a page for each rule, and the list of all of them with the complaints that they answer. */
import { isPlanRule, rulePageText, seedTexts, severityWords } from '../../server/src/core/report/rule-page';
import { rulePages } from '../../server/src/core/rules/index';
import type { RulePage } from '../../server/src/core/rules/shared/rule';
import { complaints, type SeedComplaint } from './complaints';

export async function generate(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const page of rulePages()) files.set(`docs/rules/${page.id}.md`, rulePageText(page));
  files.set('docs/rules/README.md', listText());
  return files;
}

function listText(): string {
  const pages = rulePages();
  const row = (page: RulePage) =>
    `| [${page.id}](${page.id}.md) | ${page.summary} | ${severityWords[page.severity.writing]} | ${severityWords[page.severity.agreed]} |`;
  const head = '| rule | finds | writing | agreed |\n|---|---|---|---|';
  return [
    '# Rules\n',
    'Each rule has a page: what it finds, why, where that is said, and an example of wrong and right. `oneplan explain <rule>` prints the same.\n',
    'A plan with the status draft or consultation is *being written*; agreed, submitted and approved plans are *agreed*. A superseded plan is only checked for its text.\n',
    '## The text itself\n',
    [head, ...pages.filter(page => !isPlanRule(page)).map(row)].join('\n'),
    '\n## The plan\n',
    [head, ...pages.filter(isPlanRule).map(row)].join('\n'),
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
