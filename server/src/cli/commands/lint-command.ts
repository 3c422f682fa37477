/** `oneplan lint`: its options and examples. */
import { formatNames } from '../../core/index';
import type { Command } from '../command';

export const lintCommand: Command = {
  name: 'lint',
  summary: 'Check plans.',
  argument: {
    name: '[path...]',
    description:
      'files, folders (searched for *.plan.yaml and *.plan.yml) or globs; "-" reads standard input; the working folder when none is given',
    completes: 'paths',
  },
  options: [
    { flags: '--format <format>', description: 'how to show the findings (may be repeated)', values: formatNames },
    { flags: '--output <file>', description: 'write the --format before it into a file' },
    { flags: '--fix', description: 'put right what is safe to put right' },
    { flags: '--diff', description: 'show what --fix would change, and write nothing' },
    { flags: '--max-warnings <number>', description: 'fail when there are more warnings than this' },
    {
      flags: '--as <stage>',
      description: '"agreed" judges every plan as if it were agreed: is it ready?',
      values: ['plan', 'agreed'],
    },
    { flags: '--framework <id>', description: 'judge every plan by this national framework' },
    {
      flags: '--today <date>',
      description: 'the day that counts as today, like 2018-03-31; without it, nothing is overdue',
    },
    { flags: '--config <file>', description: 'use this configuration for every plan' },
    { flags: '--baseline <file>', description: 'leave out the findings that this file holds' },
    { flags: '--write-baseline', description: 'write all present findings into the baseline' },
    { flags: '--quiet', description: 'show errors only' },
    { flags: '--color', description: 'always use colours' },
    { flags: '--no-color', description: 'never use colours' },
    { flags: '--stats', description: 'tell how much was read, and how long it took' },
    { flags: '--stdin-filename <path>', description: 'the path that standard input stands for' },
  ],
  examples: [
    { line: 'oneplan lint', does: 'check every plan in this folder' },
    { line: 'oneplan lint plans/leeds.plan.yaml --as agreed', does: 'is this plan ready to be agreed?' },
    { line: 'oneplan lint --diff', does: 'see what --fix would put right' },
    {
      line: 'oneplan lint --format github --format sarif --output oneplan.sarif',
      does: 'two reports from one run, in a pipeline',
    },
    { line: 'cat draft.yaml | oneplan lint - --stdin-filename leeds.plan.yaml', does: 'check what an editor holds' },
  ],
  load: async () => (await import('../lint/lint')).lint,
};
