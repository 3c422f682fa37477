/** `oneplan merge`: its options and examples. */
import { defineCommand } from '../define-command';

export const mergeCommand = defineCommand({
  name: 'merge',
  summary: 'Bring old Better Care Fund plans into the one plan.',
  argument: { name: '<bcf...>', description: 'the files of the old plans ("bcf_plan: 1")', completes: 'paths' },
  options: {
    into: { takes: 'plan', description: 'the plan that they are brought into' },
    became: {
      takes: 'answer',
      description:
        'what became of an old scheme: "BO-02=carers" (the scheme that carries it on), "BO-02=new", "BO-02=new:my-id" or "BO-02=stopped:the reason@2019-03-31"; with its file before it, as in "poole.plan.yaml:S1=new", where two old plans have the id (may be repeated)',
    },
    'other-place': {
      takes: 'bcf',
      description: 'an old plan that belongs here although it is of another place (may be repeated)',
    },
    diff: { description: 'show what would change, and write nothing' },
  },
  examples: [
    {
      line: 'oneplan merge bcf-2016-17.plan.yaml --into north-yorkshire.plan.yaml',
      does: 'carry every old scheme on with its money; what only you can decide is asked, and nothing is written before',
    },
    {
      line: 'oneplan merge bcf-2016-17.plan.yaml --into north-yorkshire.plan.yaml --became NY-03=falls-response --diff',
      does: 'answer a question, and see what would change',
    },
    {
      line: 'oneplan merge old.plan.yaml --into one.plan.yaml --became "NY-04=stopped:fewer than ten people came@2017-03-31"',
      does: 'say that an old scheme has stopped',
    },
  ],
  load: async () => {
    const { merge } = await import('../merge/merge');
    return (given, io) =>
      merge(
        {
          old: given.arguments,
          into: given.value('into'),
          became: given.values('became'),
          otherPlaces: given.values('other-place'),
          diff: given.has('diff'),
        },
        io,
      );
  },
});
