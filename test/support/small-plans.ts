/** Small plans that several tests start from. They lack much: tests look at single findings. */

/** A plan of one place, for example `smallPlan({ lead: 'TBC' })`; `more` is added at its end. */
export function smallPlan({
  place = 'E10000023',
  name = 'North Yorkshire',
  lead = 'a-example',
  deadline = '2018-04-01',
  more = '',
} = {}): string {
  return `one_plan: 1
title: One plan for ${name}
status: draft
period: {from: 2017-04-01, to: 2020-03-31}
place: {code: ${place}, name: ${name}}

people:
  - {id: a-example, name: A. Example, post: Director, employer: county}
partners:
  - {id: county, name: County Council, type: upper-tier-council}

milestones:
  - {id: one-budget, title: One budget, type: integrated-budget, lead: ${lead}, deadline: ${deadline}}
${more}`;
}

/** A plan that brings in the old plan at `path`, and carries on its scheme \`A1\`. */
export function planWithOldPlan(path: string): string {
  return smallPlan({
    more: `schemes:
  - {id: falls, name: Falls response, lead: a-example, novelty: existing}
incorporates:
  - plan: ${path}
    schemes: {A1: falls}
`,
  });
}

/** An old plan with the schemes of the given ids. */
export function oldPlan(...ids: readonly string[]): string {
  const schemes = ids.map(id => `  - {id: ${id}, name: Scheme ${id}, amount: £1m}\n`).join('');
  return `bcf_plan: 1
title: Better Care Fund plan
place: {code: E10000023, name: North Yorkshire}
year: 2017-18
schemes:
${schemes}`;
}
