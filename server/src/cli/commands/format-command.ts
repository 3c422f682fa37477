/** `oneplan format`: its options and examples. */
import { defineCommand } from '../define-command';

export const formatCommand = defineCommand({
  name: 'format',
  summary: 'Put the keys and the spacing of plans into the usual order.',
  argument: {
    name: '[path...]',
    description:
      'files, folders (searched for *.plan.yaml and *.plan.yml) or globs; "-" reads standard input and writes standard output; the working folder when none is given',
    completes: 'paths',
  },
  options: {
    check: { description: 'write nothing; fail when a plan is not formatted' },
    diff: { description: 'show what would change, and write nothing' },
  },
  examples: [
    { line: 'oneplan format', does: 'format every plan in this folder; comments and meaning are kept' },
    { line: 'oneplan format --check', does: 'is every plan formatted? for a pipeline' },
    { line: 'oneplan format - < draft.yaml', does: 'format what an editor holds' },
  ],
  load: async () => {
    const { formatPlans } = await import('../format/format-plans');
    return (given, io) =>
      formatPlans({ paths: given.arguments, check: given.has('check'), diff: given.has('diff') }, io);
  },
});
