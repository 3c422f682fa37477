/** `oneplan init`: its options and examples. */
import { defineCommand } from '../define-command';

export const initCommand = defineCommand({
  name: 'init',
  summary: 'Make a new plan for a place.',
  argument: {
    name: '<place...>',
    description: 'the place, by its name or its code: a county, a unitary authority or a borough',
    completes: [],
  },
  options: {
    from: { takes: 'date', description: 'the first day of the plan, like 2017-04-01' },
    to: { takes: 'date', description: 'the last day of the plan, like 2020-03-31' },
    option: {
      takes: 'option',
      description: 'how the place will commission',
      values: ['existing-arrangements', 'single-commissioner', 'health-and-wellbeing-board'],
    },
    framework: { takes: 'id', description: 'the national framework that the plan is under' },
    output: { takes: 'file', description: 'the file to make, like plans/leeds.plan.yaml; "-" shows the plan instead' },
  },
  examples: [
    {
      line: 'oneplan init North Yorkshire',
      does: 'make north-yorkshire.plan.yaml, with the council and its NHS commissioners',
    },
    { line: 'oneplan init E06000065 --framework better-care-fund-2025-26', does: 'a plan under another framework' },
    { line: 'oneplan init Leeds --from 2018-04-01 --to 2020-03-31 --output -', does: 'show a plan of two years' },
  ],
  load: async () => {
    const { init } = await import('../init/init');
    return (given, io) =>
      init(
        {
          place: given.arguments.join(' '),
          from: given.value('from'),
          to: given.value('to'),
          option: given.value('option'),
          framework: given.value('framework'),
          output: given.value('output'),
        },
        io,
      );
  },
});
