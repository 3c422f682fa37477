/** `oneplan lint`: its options and examples. */
import { defineCommand } from '../define-command';
import { lintOptions, lintTable } from '../lint/lint-options';

export const lintCommand = defineCommand({
  name: 'lint',
  summary: 'Check plans.',
  argument: {
    name: '[path...]',
    description:
      'files, folders (searched for *.plan.yaml and *.plan.yml) or globs; "-" reads standard input; the working folder when none is given',
    completes: 'paths',
  },
  options: lintTable,
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
  load: async () => {
    const { lint } = await import('../lint/lint');
    return (given, io) => lint(lintOptions(given), io);
  },
});
