/** Texts made to exhaust a reader: little to write, much to read. */

const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => part(at)).join('');

/** By name; what is sound in them is told apart from what is broken in `soundBombs`. */
export const bombs: Readonly<Record<string, string>> = {
  'a thousand brackets': '['.repeat(1_000),
  'eight thousand brackets': '['.repeat(8_000),
  'a million brackets': '['.repeat(1_000_000),
  'balanced brackets': `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  'dashes in a line': '- '.repeat(100_000),
  'lists of words that stay open': '["a", '.repeat(8_000),
  'braces in braces': '{a: '.repeat(100_000),
  'question marks': '? '.repeat(10_000),
  'question marks in braces': '{? '.repeat(400),
  'question marks and dashes': '? - '.repeat(10_000),
  'keys below keys': times(3_000, depth => `${' '.repeat(depth)}a:\n`),
  'sixty levels of keys, a thousand times': times(
    1_000,
    item => `k${item}:\n${times(60, at => `${' '.repeat(at + 1)}a:\n`)}`,
  ),
  'a billion laughs': `a0: &a0 [x, x]\n${times(30, at => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]\n`)}`,
  'one alias a thousand times': `a: &a [x, x]\n${times(1_000, at => `b${at}: *a\n`)}`,
  'an alias of itself': 'a: &a [*a]\n',
  'copies of each other': 'a: &a\n  <<: *b\nb: &b\n  <<: *a\n',
  'eight thousand names and their copies': times(8_000, at => `a${at}: &a${at} 1\nb${at}: *a${at}\n`),
  'a hundred thousand equal keys': 'a: 1\n'.repeat(100_000),
  'wrong escapes on one line': `a: "${'\\q'.repeat(100_000)}"`,
  'closing brackets': ']'.repeat(100_000),
  'a megabyte of closing brackets': `a: ${']'.repeat(1_000_000)}`,
  commas: `a: [${','.repeat(1_000_000)}`,
  'a megabyte of wrong indentation': 'a: 1\n   b: 2\n'.repeat(75_000),
  'signs where text should start': 'a: @x,\n'.repeat(100_000),
  'ten megabytes in quotes that stay open': `a: "${'word '.repeat(2_000_000)}`,
  'a hundred thousand documents': '---\n'.repeat(100_000),
  'a hundred thousand instructions': '%YAML 1.2\n'.repeat(100_000),
  'a hundred thousand tabs': '\ta: 1\n'.repeat(100_000),
  'a megabyte of tags': 'a: !!x y\n'.repeat(110_000),
  'a megabyte of conflicts': '<<<<<<< a\nx: 1\n=======\nx: 2\n>>>>>>> b\n'.repeat(25_000),
  'a megabyte of noise': times(1_000_000, at => String.fromCharCode((at * 7_919) % 55_000)),
  'a megabyte of zeros': `a: ${'\0'.repeat(1_000_000)}`,
  'schemes that are one word each': `one_plan: 1\nschemes:\n${'  - x\n'.repeat(30_000)}`,
  'partners that are all alike': `one_plan: 1\npartners:\n${'  - {id: a, name: A, type: nhs-trust}\n'.repeat(8_000)}`,
  'milestones that depend on each other': `one_plan: 1\nmilestones:\n${times(5_000, at => `  - {id: m${at}, title: M, depends_on: [m${(at * 7) % 5_000}, m${(at + 1) % 5_000}]}\n`)}`,
  'bodies that answer to each other': `one_plan: 1\ngovernance:\n  bodies:\n${times(5_000, at => `    - {id: b${at}, name: B, accountable_to: [b${(at + 1) % 5_000}, b${(at * 3) % 5_000}]}\n`)}`,
  'an endless narrative': `one_plan: 1\nnarrative:\n  all: |\n${'    *The **plan [is](x) _so_ `good` that <b>it</b> saves £1m by 2019.\n'.repeat(15_000)}`,
  'years of a period without end': 'one_plan: 1\nperiod: {from: 0001-01-01, to: 9999-12-31}\n',
  'a name of a megabyte': `one_plan: 1\ntitle: ${'x'.repeat(1_000_000)}\nplace: {code: ${'E'.repeat(100_000)}}\n`,
  'waivers without end': `one_plan: 1\n${'# oneplan-waive missing-key, unknown-key: because (me, until 2019-01-01)\n'.repeat(6_000)}`,
};

/** Sound, if long: they must be answered in time too. */
export const soundBombs: Readonly<Record<string, string>> = {
  'fifty thousand keys': times(50_000, at => `k${at}: 1\n`),
  'a million empty lines': '\n'.repeat(1_000_000),
  'ten megabytes of plain text': `a: ${'word '.repeat(2_000_000)}`,
  'ten megabytes of comment': `# ${'word '.repeat(2_000_000)}`,
  'ten megabytes of spaces': ' '.repeat(10_000_000),
};
