/** An author who fills the gaps of plans of 2026-27 until they can be agreed: names, amounts and days, nothing else. */

/** The new plan of Norfolk with everything that people have to say. */
export function filledNewPlan(text: string): string {
  const council = 'type: upper-tier-council, code: E10000020';
  return text
    .replaceAll('TBC', 'j-example')
    .replace(
      /^people:$/m,
      'people:\n  - {id: j-example, name: Jane Example, post: Director of Commissioning, employer: council}',
    )
    .replace(council, `${council}, forecast: {2026-27: £0}`)
    .replace('code: T6Y0W', 'code: T6Y0W, forecast: {2026-27: £0}')
    .replace('limit:', 'limit: £60m')
    .replace(
      'oversight:',
      'disputes: {steps: [The chief executives meet], final_decider: health-and-wellbeing-board, days: 20}\n  oversight:',
    )
    .replaceAll('in_scope: tbc', 'in_scope: false, reason: Outside the fund')
    .replace(
      /(adult-social-care|community-health): \{in_scope: false, reason: Outside the fund\}/g,
      '$1: {in_scope: true}',
    )
    .replaceAll('        2026-27:', '        2026-27: £20m')
    .replaceAll('    lead: j-example\n  - id: ', `    lead: j-example\n${BASELINE}  - id: `)
    .replace(/( {4}lead: j-example\n)(\n# .* asks for these signatures)/, `$1${BASELINE}$2`)
    .replaceAll(/^# (sign_off:| {2}- )/gm, '$1')
    .replaceAll('person: , ', 'person: j-example, ')
    .replaceAll('date: }', 'date: 2026-06-30}')
    .concat(
      '\nworkforce: {none: Nobody moves and nobody is hired}\n\nnarrative:\n  summary: The £40m of the fund pay for intermediate care.\n',
    );
}

const BASELINE = '    baseline: {value: 100, period: 2025-26, source: NHS England}\n    targets: {2026-27: 90}\n';

/** Next year's plan of North Tyneside with last year's amounts again, and the milestones and signatures of the new year. */
export function filledNextPlan(text: string): string {
  return text
    .replace(/^.*\{2026-27:\}.*$/gm, line => {
      const before = [...(line.split('#')[1] ?? '').matchAll(/2025-26: ([^;]+)/g)].map(([, amount = '']) => amount);
      return before.reduce((filled, amount) => filled.replace('{2026-27:}', `{2026-27: ${amount}}`), line);
    })
    .replace('opens: 2025-10-01', 'opens: 2026-10-01\n      agreement: agreement')
    .replace(/^milestones:$/m, MILESTONES)
    .concat(SIGNATURES);
}

const MILESTONES = `milestones:
  - {id: approval, title: The board approves the plan, type: hwb-approval, lead: d-earsdon, deadline: 2026-06-25}
  - {id: agreement, title: Section 75 agreement signed, type: section-75-signed, lead: m-preston, deadline: 2026-09-30}
  - {id: review, title: Review of the year, type: review, lead: r-cullercoats, deadline: 2027-03-11}`;

const SIGNATURES = `
sign_off:
  - {role: Local Authority Chief Executive, person: a-backworth, organisation: council, date: 2026-03-31}
  - {role: Local Authority Section 151 Officer, person: m-preston, organisation: council, date: 2026-03-28}
  - {role: Integrated Care Board Chief Executive, person: k-holystone, organisation: icb, date: 2026-03-31}
  - {role: Health and Wellbeing Board Chair, person: d-earsdon, organisation: council, date: 2026-06-25}
`;
