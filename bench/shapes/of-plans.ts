/** Shapes of plans that can be read: too many of something, each of them wrong or looked up among the others. */
import { filled, inLongLines, type Shape } from './shape';

const head = `one_plan: 1
title: A plan
status: draft
period: {from: 2017-04-01, to: 2020-03-31}
place: {code: E10000023, name: North Yorkshire}
partners:
  - {id: county, name: North Yorkshire County Council, type: upper-tier-council}
  - {id: ccg, name: NHS Hambleton Richmondshire and Whitby CCG, type: clinical-commissioning-group}
`;
const items = (name: string, section: string, item: (index: number) => string, top = head): Shape => ({
  name,
  text: size => filled(size, `${top}${section}`, item),
});
/** Two lists, each half of the text. */
const halves = (
  name: string,
  first: readonly [section: string, item: (index: number) => string],
  second: readonly [section: string, item: (index: number) => string],
): Shape => ({
  name,
  text: size => filled(size / 2, `${head}${first[0]}`, first[1]) + filled(size / 2, second[0], second[1]),
});
const person = (index: number) =>
  `  - {id: person-${index}, name: Person ${index}, post: Director, employer: county}\n`;

export const planShapes: readonly Shape[] = [
  items('people', 'people:\n', person),
  items(
    'people whose names start with a sign',
    'people:\n',
    index => `  - {id: p${index}, name: &Partners, post: x}\n`,
  ),
  {
    name: 'people on one line',
    text: size =>
      inLongLines(size, `${head}people:\n`, {
        start: () => '  - [',
        part: index => `{id: p${index}, name: A, post: x}, `,
        end: '{id: z}]',
      }),
  },
  {
    name: 'people on one line with one slip',
    text: size =>
      inLongLines(size, `${head}notes:\n`, {
        start: () => '  - [',
        part: index => `{id: p${index}, name: A B, post: x}, `,
        end: '{id: z name: y}]',
      }),
  },
  halves(
    'leads that are nearly right',
    ['people:\n', person],
    ['schemes:\n', index => `  - {id: scheme-${index}, name: Scheme, lead: persom-${index}}\n`],
  ),
  halves(
    'leads by other names',
    ['people:\n', person],
    ['schemes:\n', index => `  - {id: scheme-${index}, name: Scheme, lead: Dr Jane Smith ${index}}\n`],
  ),
  halves(
    'leads that are several',
    ['people:\n', person],
    [
      'schemes:\n',
      index => `  - {id: scheme-${index}, name: Scheme, lead: "person-1, person-2 and person-${index}"}\n`,
    ],
  ),
  halves(
    'references beside a mistake',
    ['people:\n', index => `  - {id: p${index}, name: @x}\n`],
    ['schemes:\n', index => `  - {id: scheme-${index}, name: Scheme, lead: q${index}}\n`],
  ),
  items(
    'bodies that inform nobody who is known',
    'governance:\n  bodies:\n',
    index => `    - {id: body-${index}, name: Body ${index}, type: board, informs: [bodi-${index}]}\n`,
  ),
  items(
    'bodies that answer to each other',
    'governance:\n  bodies:\n',
    index => `    - {id: b${index}, name: B, type: board, accountable_to: [b${index + 1}, b${index * 3}]}\n`,
  ),
  items(
    'bodies in a chain',
    'governance:\n  bodies:\n',
    index => `    - {id: b${index}, name: B, type: board, accountable_to: [b${index + 1}]}\n`,
  ),
  items(
    'bodies that all answer to two',
    'governance:\n  bodies:\n',
    index => `    - {id: b${index}, name: B, type: board, accountable_to: [b${index % 7}, b${index % 11}]}\n`,
  ),
  items(
    'milestones in a chain',
    'milestones:\n',
    index => `  - {id: m${index}, title: M, type: review, deadline: 2018-01-01, depends_on: [m${index + 1}]}\n`,
  ),
  items(
    'milestones that depend on many',
    'milestones:\n',
    index =>
      `  - {id: m${index}, title: M, type: review, deadline: 2018-01-01, depends_on: [m${index + 1}, m${index * 7}, m${index * 3}, m0]}\n`,
  ),
  items(
    'milestones that all depend on one',
    'milestones:\n',
    index => `  - {id: m${index}, title: M, type: review, deadline: 20${18 + (index % 3)}-01-01, depends_on: [m0]}\n`,
  ),
  items('ids in the wrong form', 'schemes:\n', index => `  - {id: "Falls Car ${index}", name: Falls}\n`),
  items('ids in the same wrong form', 'schemes:\n', index =>
    index % 2 ? `  - {id: falls-car-${index}, name: Falls}\n` : '  - {id: "Falls Car", name: Falls}\n',
  ),
  items('ids that stand twice', 'partners:\n', () => '  - {id: a, name: A, type: nhs-trust}\n'),
  items('schemes that are one word each', 'schemes:\n', () => '  - x\n'),
  items(
    'schemes with one name',
    'schemes:\n',
    index => `  - {id: s${index}, name: Falls response, lead: a, novelty: new}\n`,
  ),
  items(
    'new schemes with names alike',
    'schemes:\n',
    index =>
      `  - {id: s${index}, name: Falls response for place ${index % 100}, lead: a, novelty: ${index % 2 ? 'new' : 'existing'}}\n`,
  ),
  items(
    'schemes that replace each other',
    'schemes:\n',
    index => `  - {id: s${index}, name: Falls ${index}, lead: a, novelty: relabelled, replaces: [s${index + 1}]}\n`,
  ),
  items(
    'keys that no item has',
    'schemes:\n',
    index => `  - {id: s${index}, nmae: x, leed: y, noveltyy: new, descriptoin: z}\n`,
  ),
  {
    name: 'one item of keys that none has',
    text: size => filled(size, `${head}schemes:\n  - id: a\n`, index => `    unknown_${index}: x\n`),
  },
  items('keys that no plan has', '', index => `schems_${index}: x\n`),
  items(
    'words that are not in the list',
    'milestones:\n',
    index => `  - {id: m${index}, title: M, type: revue ${index}, deadline: soon}\n`,
  ),
  items('services that nobody knows', 'services:\n', index => `  community-helth-${index}: {in_scope: maybe}\n`),
  {
    name: 'lists of services that nobody knows',
    text: size =>
      inLongLines(size, `${head}schemes:\n`, {
        start: index => `  - {id: s${index}, name: S, services: [`,
        part: index => `acutee-${index}, `,
        end: 'x]}',
      }),
  },
  items(
    'years that are none',
    'budget:\n  lines:\n',
    index => `    - {id: l${index}, title: L, amounts: {2017-1: £1,000, 2018-20: 1.1.1}}\n`,
  ),
  {
    name: 'years that are none on long lines',
    text: size =>
      inLongLines(size, `${head}budget:\n  lines:\n`, {
        start: index => `    - {id: l${index}, title: L, amounts: {`,
        part: index => `${2000 + (index % 900)}-1: £1,000, `,
        end: '2017-18: 1}}',
      }),
  },
  items(
    'budget lines',
    'budget:\n  contributions:\n    - {id: c, partner: ccg, source: nhs, amounts: {2017-18: £1m}}\n  lines:\n',
    index =>
      `    - {id: l${index}, title: L, service: acute, scheme: s${index}, lead: p, funded_by: c, amounts: {2017-18: £1, 2018-19: £2}}\n`,
  ),
  items(
    'contributions',
    'budget:\n  contributions:\n',
    index => `    - {id: c${index}, partner: ccg, source: nhs, amounts: {2017-18: £1m}}\n`,
  ),
  halves(
    'budget lines paid by many contributions',
    [
      'budget:\n  contributions:\n',
      index => `    - {id: c${index}, partner: ccg, source: nhs, amounts: {2017-18: £1m}}\n`,
    ],
    [
      '  lines:\n',
      index =>
        `    - {id: l${index}, title: L, funded_by: {c${index}: 50, c${index * 2}: 50}, amounts: {2017-18: £1m}}\n`,
    ],
  ),
  items(
    'savings for one thing',
    'budget:\n  savings:\n',
    index => `    - {id: v${index}, what: Fewer beds, scheme: s, amounts: {2017-18: £1m}}\n`,
  ),
  {
    name: 'a budget line of any amounts',
    text: size =>
      filled(
        size,
        `${head}budget:\n  lines:\n    - id: l\n      title: L\n      amounts:\n`,
        index => `        ${1000 + index}-${String((index + 1) % 100).padStart(2, '0')}: £${index}\n`,
      ),
  },
  items(
    'a period without end',
    'budget:\n  lines:\n',
    index => `    - {id: l${index}, title: L, amounts: {2017-18: £1}}\n`,
    head.replace('2020-03-31', '9999-12-31'),
  ),
  items(
    'partners',
    'partners:\n',
    index => `  - {id: p${index}, name: NHS Place ${index} CCG, type: clinical-commissioning-group}\n`,
    head.slice(0, head.indexOf('partners:')),
  ),
  items(
    'risks',
    'risks:\n',
    index => `  - {id: r${index}, what: Staff leave ${index}, likelihood: 9, impact: 9, owner: x}\n`,
  ),
  items(
    'outcomes without codes',
    'outcomes:\n',
    index => `  - {id: o${index}, name: Fewer falls ${index}, measure: "2.24${index}", baseline: x}\n`,
  ),
  items(
    'data agreements',
    'data:\n  agreements:\n',
    index => `    - {id: d${index}, between: [ccg, county], name: D}\n`,
  ),
  items('old plans', 'incorporates:\n', index => `  - {plan: old-${index}.plan.yaml, place: North}\n`),
  items(
    'approvals',
    'approvals:\n',
    index => `  - {role: r${index}, body: b${index}, on: 2017-01-0${1 + (index % 9)}}\n`,
  ),
  items('stops', 'stops:\n', index => `  - {id: s${index}, what: Stop ${index}, provider: tbc, decision: tbc}\n`),
  items('waivers above a line', '', () => '# oneplan-waive missing-key: because (me, until 2019-01-01)\n'),
  items('waivers of rules that are none', '', index => `k${index}: 1 # oneplan-waive mising-key-${index}: x\n`),
  {
    name: 'waivers of many rules',
    text: size =>
      inLongLines(size, head, {
        start: () => '# oneplan-waive missing-key',
        part: index => `, rule-${index}`,
        end: ': because',
      }),
  },
  {
    name: 'waivers of one rule many times',
    text: size =>
      inLongLines(size, head, {
        start: index => `k${index}: 1 # oneplan-waive missing-key`,
        part: () => ', no-review-date',
        end: ': because',
      }),
  },
  {
    name: 'waivers with spaces',
    text: size => inLongLines(size, head, { start: () => '# oneplan-waive missing-key: a', part: () => ' ', end: 'b' }),
  },
  {
    name: 'waivers with brackets',
    text: size =>
      inLongLines(size, head, { start: () => '# oneplan-waive missing-key: a', part: () => ' (b', end: '' }),
  },
  items('comments', '', () => 'k: 1 # a # b # c\n'),
];
