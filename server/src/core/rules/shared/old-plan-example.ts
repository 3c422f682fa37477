/** The old plan that the examples of the rules on old plans bring in. */
export const oldPlanExample: Readonly<Record<string, string>> = {
  'bcf-2016-17.plan.yaml': `bcf_plan: 1
title: North Yorkshire Better Care Fund plan 2016-17
place: {code: E10000023, name: North Yorkshire}
year: 2016-17
schemes:
  - {id: NY-03, name: Falls service, amount: £900k}
  - {id: NY-04, name: Lunch club, amount: £400k}
`,
};
