/** The pages of the national frameworks: what each asks, sentence by sentence with its source or as our own, and how to correct it. */
import { type Framework, frameworkFrom, standingOf } from '../../server/src/core/reference/framework';
import { usualPeriod } from '../../server/src/core/start/usual-period';
import { readFrameworks } from './frameworks';

/** A source as the data has it, or the list's or the entry's standing. */
type Source = NonNullable<ReturnType<typeof standingOf>['source']>;
type List = Pick<Framework['conditions'], 'status' | 'source' | 'why'> & { readonly values: readonly unknown[] };

export async function generate(): Promise<ReadonlyMap<string, string>> {
  const all = (await readFrameworks()).map(frameworkFrom);
  const files = new Map(all.map(framework => [`docs/frameworks/${framework.id}.md`, pageOf(framework)]));
  files.set('docs/frameworks/README.md', listText(all));
  return files;
}

function listText(all: readonly Framework[]): string {
  const rows = all.map(framework => {
    const { from, to } = usualPeriod(framework);
    return `| [${framework.id}](${framework.id}.md) | ${framework.title} | ${from} to ${to} |`;
  });
  return [
    '# National frameworks\n',
    'What a plan is judged by. Each has a page that says of every sentence where it is from, or that it is our own.\n',
    `| framework | title | years proposed for a new plan |\n|---|---|---|\n${rows.join('\n')}\n`,
    'A plan names its framework under `framework`. A plan that names none is judged by `beyond-barker-2015`. A new plan is proposed under the framework whose years hold the day on which it is begun, where that day is known.\n',
  ].join('\n');
}

function pageOf(framework: Framework): string {
  const { from, to } = usualPeriod(framework);
  const last = framework.lastDate === 'period' ? 'the last day of the plan’s own period' : framework.lastDate;
  return [
    `# ${framework.title}\n`,
    `Messages call it ${framework.shortTitle}; a plan writes \`framework: ${framework.id}\`. Source: ${sourceText(framework.source)}.\n`,
    `- The last day for deadlines is ${last}, from the source above.`,
    ...(framework.fastArea
      ? [
          `- In a fast area the integrated budget is due from ${framework.fastArea.earliest} to ${framework.fastArea.latest}.`,
        ]
      : []),
    `- A new plan is proposed for ${from} to ${to}. Our own: the years that end by the last day, three at most, none before the framework was published.\n`,
    ...parts(framework),
    ...notRead(framework),
    correctionText(framework),
  ].join('\n');
}

/** Each list under its heading; those that the framework does not have are left out. */
function parts(framework: Framework): readonly string[] {
  return [...namedParts(framework), ...askedParts(framework)].flat();
}

/** What is chosen from and named. */
function namedParts({ services, options, milestones, fundingSources }: Framework): readonly (readonly string[])[] {
  return [
    part(
      'Services',
      'The single budget is to cover:',
      services,
      services.values.map(value => `\`${value}\``),
    ),
    part(
      'Commissioning options',
      'A place chooses one of:',
      options,
      options.values.map(value => `\`${value}\``),
    ),
    part(
      'Milestones',
      'A plan has a milestone of each type:',
      milestones,
      milestones.values.map(
        one => `\`${one.type}\`${one.by === undefined ? '' : ` by ${one.by}`}${apart(one, milestones)}`,
      ),
    ),
    part(
      'Sources of money',
      'Offered first for a contribution:',
      fundingSources,
      fundingSources.values.map(value => `\`${value}\``),
    ),
  ];
}

/** What is measured, signed, spoken of and met. */
function askedParts({ outcomes, signOff, subjects, conditions }: Framework): readonly (readonly string[])[] {
  return [
    part(
      'Outcome measures',
      'A new plan begins with:',
      outcomes,
      outcomes.values.map(one => `${one.name}${codeText(one)}${apart(one, outcomes)}`),
    ),
    part(
      'Who signs',
      'An agreed plan is signed by:',
      signOff,
      signOff.values.map(one => `${one.role}${signerText(one)}${apart(one, signOff)}`),
    ),
    part(
      'What a plan speaks of',
      'Somewhere in a plan:',
      subjects,
      subjects.values.map(
        one =>
          `${one.title}, in one of the words ${one.words.map(word => `“${word}”`).join(', ')}${apart(one, subjects)}`,
      ),
    ),
    part(
      'Conditions',
      'What stands between a plan and its being agreed is counted by these. Which rules serve each is our own choice:',
      conditions,
      conditions.values.map(
        one =>
          `**${one.title}.** ${one.text}${apart(one, conditions)} Rules: ${one.rules.map(rule => `[${rule}](../rules/${rule}.md)`).join(', ')}.`,
      ),
    ),
  ];
}

function part(title: string, lead: string, list: List, entries: readonly string[]): readonly string[] {
  if (entries.length === 0) return [];
  return [
    `## ${title}\n`,
    `${standingText(list)}\n`,
    `${lead}\n`,
    `${entries.map(entry => `- ${entry}`).join('\n')}\n`,
  ];
}

function codeText({ framework, edition, code }: { framework: string; edition?: string; code?: string }): string {
  return ` (${[framework, edition, code].filter(word => word !== undefined).join(' ')})`;
}

function signerText({ per, delegable, condition }: Framework['signOff']['values'][number]): string {
  const words = [
    ...(per === 'council' ? ['of each council'] : per === 'icb' ? ['of each NHS commissioner'] : []),
    ...(condition === undefined ? [] : [condition]),
    ...(delegable === undefined ? [] : [delegable ? 'somebody else may sign' : 'nobody else may sign']),
  ];
  return words.length === 0 ? '' : ` (${words.join('; ')})`;
}

/** What an entry says of itself where that is not what its list says. */
function apart(entry: Parameters<typeof standingOf>[0], list: List): string {
  if (entry.status === undefined && entry.source === undefined && entry.why === undefined) return '';
  return ` *${standingText(standingOf(entry, list))}*`;
}

function standingText({ status, source, why }: Pick<List, 'status' | 'source' | 'why'>): string {
  const said = [
    status === 'own-list' ? 'Our own list.' : 'Official.',
    ...(why === undefined ? [] : [why]),
    ...(source === undefined ? [] : [`Source: ${sourceText(source)}.`]),
  ];
  return said.join(' ');
}

function sourceText({ title, date, clause, url }: Source): string {
  const words = [title, date, clause].filter(word => word !== undefined).join(', ');
  return url === undefined ? words : `[${words}](${url})`;
}

function notRead({ notRead }: Framework): readonly string[] {
  if (notRead.length === 0) return [];
  return [
    '## Not read\n',
    'Our own account of what the source may say and nobody read for this page. Nothing here or in the tool rests on it:\n',
    `${notRead.map(sentence => `- ${sentence}`).join('\n')}\n`,
  ];
}

function correctionText({ id, source }: Framework): string {
  const open = source.url === undefined ? 'the source' : `[the source](${source.url})`;
  return [
    '## To correct it\n',
    `All of this is one file, \`schemas/frameworks/${id}.yaml\`; this page is made from it. Corrections are welcome, above all from people who have ${open} in front of them:\n`,
    '1. Change the file. Give each entry the clause or page where it is said and `status: official`, or leave it `own-list` with its reason under `why`.',
    '2. `npm run generate` says whether the file is well formed, and makes this page anew: read it beside the source.',
    '3. `npx mocha test/core/config/national-frameworks.test.ts` checks that nothing stands in it without a source or a reason.\n',
  ].join('\n');
}
