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
    framework: {
      takes: 'id',
      description: 'the national framework that the plan is under; else that of today, where --today says it',
    },
    today: {
      takes: 'date',
      description: 'the day that counts as today, like 2026-06-01: the framework whose years hold it is proposed',
    },
    'from-plan': {
      takes: 'file',
      description: "this year's plan of the place, of which next year's is made, with the amounts left to fill",
    },
    output: { takes: 'file', description: 'the file to make, like plans/leeds.plan.yaml; "-" shows the plan instead' },
  },
  examples: [
    {
      line: 'oneplan init North Yorkshire',
      does: 'make north-yorkshire.plan.yaml, with the council and its NHS commissioners',
    },
    { line: 'oneplan init Norfolk --today 2026-06-01', does: 'a plan for the year that holds that day' },
    {
      line: 'oneplan init Norfolk --from-plan norfolk.plan.yaml',
      does: "make next year's plan of this year's: its people, partners, schemes and lines",
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
          today: given.value('today'),
          fromPlan: given.value('from-plan'),
          output: given.value('output'),
        },
        io,
      );
  },
});
