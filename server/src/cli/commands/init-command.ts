/** `oneplan init`: its options and examples. */
import type { Command } from '../command';

export const initCommand: Command = {
  name: 'init',
  summary: 'Make a new plan for a place.',
  argument: {
    name: '<place...>',
    description: 'the place, by its name or its code: a county, a unitary authority or a borough',
    completes: [],
  },
  options: [
    { flags: '--from <date>', description: 'the first day of the plan, like 2017-04-01' },
    { flags: '--to <date>', description: 'the last day of the plan, like 2020-03-31' },
    {
      flags: '--option <option>',
      description: 'how the place will commission',
      values: ['existing-arrangements', 'single-commissioner', 'health-and-wellbeing-board'],
    },
    { flags: '--framework <id>', description: 'the national framework that the plan is under' },
    {
      flags: '--output <file>',
      description: 'the file to make, like plans/leeds.plan.yaml; "-" shows the plan instead',
    },
  ],
  examples: [
    {
      line: 'oneplan init North Yorkshire',
      does: 'make north-yorkshire.plan.yaml, with the council and its NHS commissioners',
    },
    { line: 'oneplan init E06000065 --framework better-care-fund-2025-26', does: 'a plan under another framework' },
    { line: 'oneplan init Leeds --from 2018-04-01 --to 2020-03-31 --output -', does: 'show a plan of two years' },
  ],
  load: async () => (await import('../init/init')).init,
};
