/** `oneplan import`: its options and examples. */
import type { Command } from '../command';

export const importCommand: Command = {
  name: 'import',
  summary: "Make an old plan from a spreadsheet's CSV.",
  argument: { name: '<csv>', description: 'the sheet of schemes, saved as CSV', completes: 'paths' },
  options: [
    { flags: '--output <file>', description: 'write the plan into this file, not to standard output' },
    { flags: '--year <year>', description: 'the financial year of the old plan, like 2016-17' },
    { flags: '--place <place>', description: 'its place, by name or code' },
    { flags: '--title <title>', description: 'its title' },
    {
      flags: '--column <field=heading>',
      description:
        'the heading of a column that is not recognised; fields are id, name, description, provider, lead, amount and source (may be repeated)',
    },
    { flags: '--format <format>', description: 'how to show what was found', values: ['text', 'json'] },
  ],
  examples: [
    {
      line: 'oneplan import schemes.csv --place "North Yorkshire" --year 2016-17 --output bcf-2016-17.plan.yaml',
      does: 'make the old plan, and tell what was found by row and cell',
    },
    {
      line: 'oneplan import schemes.csv --column name="Scheme Title" --column amount="2016/17 Expenditure (£)"',
      does: 'say which columns hold what',
    },
  ],
  load: async () => (await import('../import/import')).importSheet,
};
