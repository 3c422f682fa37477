/** A framework that a team made itself, and a plan under a framework that is named. */
export const own = `id: our-region
title: Joint plans in our region
short_title: Our region (2019)
source: {title: Guidance of our region, date: "2019", clause: chapter 2}
last_date: 2019-06-30
services: {status: own-list, values: [acute]}
options: {status: own-list, values: [single-commissioner]}
milestones:
  status: own-list
  values:
    - {type: procurement, by: 2019-03-31}
funding_sources: {status: own-list, values: [public-health-grant]}
outcomes:
  status: own-list
  values:
    - {framework: Region, code: R1, name: People who would recommend their care}
    - {framework: Region, code: R2, name: Days at home after a stay in hospital}
    - {framework: BCF, edition: 2026-27, code: NEIGHBOUR1, name: People with a neighbourhood team}
sign_off:
  status: own-list
  values:
    - {role: Regional Director, delegable: false, per: council, source: {title: Guidance of our region, clause: paragraph 9}, status: official}
conditions:
  status: own-list
  values:
    - {id: in-time, title: All is in time, text: Nothing is late., rules: [deadline-past-limit, missing-milestone]}
severities:
  deadline-past-limit: {writing: error, agreed: error}
`;
export const plan = (framework: string) => `one_plan: 1
title: One plan for North Yorkshire
status: draft
framework: ${framework}
period: {from: 2018-04-01, to: 2020-03-31}
place: {code: E10000023, name: North Yorkshire}
governance:
  option:
milestones:
  - {id: late, title: Late, type: go-live, lead: TBC, deadline: 2019-12-31}
`;
