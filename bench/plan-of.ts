/** Plans of any length, made up for timing: well-formed, balanced to the pound, the same for the same arguments. */

/** A plan of about `lines` lines and 50 characters a line; `number` tells several plans apart. */
export function planOf(lines: number, number = 0): string {
  const items = Math.max(1, Math.round((lines - 40) / 26));
  const each = (write: (index: number) => string) => Array.from({ length: items }, (_, index) => write(index)).join('');
  const years = ['2017-18', '2018-19', '2019-20'];
  const amounts = (pounds: number) => `{${years.map(year => `${year}: ${pounds}`).join(', ')}}`;
  return `one_plan: 1
title: One plan for place ${number}
status: draft
period: {from: 2017-04-01, to: 2020-03-31}
place: {code: E10000023, name: North Yorkshire}

partners:
  - {id: county, name: North Yorkshire County Council, type: upper-tier-council}
  - {id: ccg, name: NHS Hambleton Richmondshire and Whitby CCG, type: clinical-commissioning-group}

people:
  - {id: a-example, name: A. Example, post: Director of Integrated Commissioning, employer: county}
  - {id: b-example, name: B. Example, post: Chief Finance Officer, employer: ccg}

governance:
  option: single-commissioner
  lead_commissioner: county
  accountable_lead: a-example

services:
  community-health: {in_scope: true}
  acute: {in_scope: true, definition: Emergency medicine and geriatrics for people aged 65 and over}

budget:
  contributions:
    - id: ccg-money
      partner: ccg
      source: nhs
      amounts: ${amounts(100_000 * items)}
  lines:
${each(
  index => `    - id: line-${index}
      title: Money for the service with the number ${index}, from the first year to the last
      service: community-health
      scheme: scheme-${index}
      lead: b-example
      funded_by: ccg-money
      amounts: ${amounts(100_000)}
`,
)}
schemes:
${each(
  index => `  - id: scheme-${index}
    name: Service with the number ${index}
    lead: a-example
    novelty: existing
    description: >-
      People who fall at home are seen within two hours by a nurse and a therapist of one team,
      who stay until help is arranged, and tell the person's own practice on the same day what was done.
    services: [community-health]
`,
)}
milestones:
${each(
  index => `  - id: milestone-${index}
    title: Review of the service with the number ${index} by the board and its public members
    type: review
    lead: a-example
    deadline: 2019-0${1 + (index % 9)}-15
`,
)}
risks:
${each(
  index => `  - id: risk-${index}
    what: The service with the number ${index} finds no staff, or loses them to the acute trust
    likelihood: ${1 + (index % 5)}
    impact: 3
    exposure: £50k
    owner: b-example
    mitigation: Pay, training and travel are agreed by both partners before the first post is advertised
`,
)}`;
}
