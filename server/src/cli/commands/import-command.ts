/** `oneplan import`: its options and examples. */
import { defineCommand } from '../define-command';

export const importCommand = defineCommand({
  name: 'import',
  summary: "Make an old plan from a spreadsheet's CSV.",
  argument: { name: '<csv>', description: 'the sheet of schemes, saved as CSV', completes: 'paths' },
  options: {
    output: { takes: 'file', description: 'write the plan into this file, not to standard output' },
    year: { takes: 'year', description: 'the financial year of the old plan, like 2016-17' },
    place: { takes: 'place', description: 'its place, by name or code' },
    title: { takes: 'title', description: 'its title' },
    column: {
      takes: 'field=heading',
      description:
        'the heading of a column that is not recognised; fields are id, name, description, provider, lead, amount and source (may be repeated)',
    },
    format: { takes: 'format', description: 'how to show what was found', values: ['text', 'json'] },
  },
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
  load: async () => {
    const { importSheet } = await import('../import/import');
    return (given, io) =>
      importSheet(
        {
          file: given.arguments[0] ?? '',
          output: given.value('output'),
          about: { title: given.value('title'), place: given.value('place'), year: given.value('year') },
          columns: given.values('column'),
          format: given.value('format') ?? 'text',
        },
        io,
      );
  },
});
