/** What the five texts complain of, each with the rules that see it or the reason why no rule can. */
import type { SeedText } from '../../server/src/core/rules/shared/rule';

export interface SeedComplaint {
  readonly text: SeedText;
  readonly complaint: string;
  readonly rules: readonly string[];
  /** Stands where no rule can see it. */
  readonly whyNot?: string;
}

export const complaints: readonly SeedComplaint[] = [
  {
    text: 'HSJ 2013',
    complaint: 'Saving this much cannot come from "salami slicing" other services',
    rules: ['salami-slicing'],
  },
  {
    text: 'HSJ 2013',
    complaint: 'To find the cash "you need to stop doing something else"',
    rules: ['nothing-stops', 'stop-unquantified', 'saving-double-counted'],
  },
  {
    text: 'HSJ 2013',
    complaint: 'Hospitals learn of "radical changes" that they have not agreed to',
    rules: ['stop-not-agreed'],
  },
  {
    text: 'HSJ 2013',
    complaint: '"attaching an \'integration\' label to as many existing projects as possible"',
    rules: ['relabelled-as-new', 'relabelled-share'],
  },
  {
    text: 'HSJ 2013',
    complaint: 'Councils see the pot "as a way of patching up budgets gutted by spending cuts"',
    rules: ['below-nhs-minimum', 'relabelled-share', 'pooled-in-name-only'],
  },
  {
    text: 'HSJ 2013',
    complaint: 'Hospital leaders "hear the camel\'s back beginning to break"',
    rules: ['required-risk-missing'],
  },
  {
    text: 'HSJ 2013',
    complaint: 'New services must be designed and in place within a year',
    rules: ['milestone-order', 'new-service-no-staff'],
  },
  {
    text: 'HSJ 2013',
    complaint: 'Radical change falls in the run up to an election',
    rules: [],
    whyNot: 'When to decide is for elected members; a plan cannot be right or wrong about it.',
  },
  {
    text: 'HSJ 2013',
    complaint: 'The savings that the joint budget needs are "a heroic undertaking"',
    rules: ['stop-unquantified', 'stop-not-agreed', 'budget-does-not-balance'],
  },
  {
    text: 'HSJ 2013',
    complaint: 'Integration comes from "redirected hospital services rather than new primary care driven initiatives"',
    rules: ['relabelled-share', 'nothing-stops', 'new-service-no-staff'],
  },
  {
    text: 'MJ 2016',
    complaint: 'Integration grinds "to a halt at the point when money changes hands"',
    rules: ['transfer-undecided', 'budget-does-not-balance', 'contribution-overcommitted'],
  },
  {
    text: 'MJ 2016',
    complaint: 'A CCG with "a massive budget deficit"',
    rules: ['partner-deficit-silent', 'risk-no-exposure', 'required-risk-missing'],
  },
  {
    text: 'MJ 2016',
    complaint: 'Help at "significant financial and reputational risk" to the council',
    rules: ['risk-share-uncapped'],
  },
  {
    text: 'MJ 2016',
    complaint: 'The offer of help "has not been accepted"',
    rules: ['transfer-undecided'],
    whyNot: 'An offer outside the plan is not in its text; once it is a transfer, its decision is asked for.',
  },
  {
    text: 'MJ 2016',
    complaint: 'Good ideas wait for permission that is "time-consuming and morale-sapping"',
    rules: ['approval-chain-long', 'decision-no-decider', 'decider-lacks-power'],
  },
  { text: 'MJ 2016', complaint: '"the legacy of local PFI deals"', rules: ['pfi-cost-missing'] },
  {
    text: 'MJ 2016',
    complaint: 'PropCo decides on local rents, over the heads of the place',
    rules: ['estate-not-ours-to-decide', 'receipt-not-local'],
  },
  {
    text: 'MJ 2016',
    complaint:
      '"Competing interests between commissioners and providers", and between local and national arms of the NHS',
    rules: ['stop-not-agreed', 'estate-not-ours-to-decide', 'dispute-route-missing'],
  },
  {
    text: 'MJ 2016',
    complaint: 'Relinquishing control is hard',
    rules: ['transfer-undecided', 'decider-lacks-power'],
    whyNot: 'Whether a partner wants to let go is not in the text of a plan; who has been given the power is.',
  },
  {
    text: 'HSJ 2015',
    complaint: 'Commissioning is "scattered across nearly 400 separate organisations"',
    rules: [
      'partners-one-sided',
      'commissioner-missing-for-place',
      'commissioner-outside-place',
      'commissioner-not-in-period',
    ],
  },
  {
    text: 'HSJ 2015',
    complaint: 'A single ringfenced budget with a single local commissioner',
    rules: ['option-not-chosen', 'option-incomplete', 'missing-milestone'],
  },
  {
    text: 'HSJ 2015',
    complaint: '"by 2020 at the very latest (areas that can move more quickly should do so from 2017)"',
    rules: ['deadline-past-limit', 'fast-area-not-from-2017', 'deadline-outside-period'],
  },
  {
    text: 'HSJ 2015',
    complaint:
      '"all spending on adult social care, community health, primary care, mental health, public health and defined acute services"',
    rules: ['service-missing', 'acute-not-defined', 'missing-budget-line', 'missing-budget-amount'],
  },
  {
    text: 'HSJ 2015',
    complaint: '"bring together existing better care fund plans – so there is one plan, for one place"',
    rules: [
      'two-plans-one-place',
      'bcf-scheme-orphaned',
      'bcf-scheme-unknown',
      'bcf-plan-unreadable',
      'bcf-money-lost',
      'place-code-unknown',
      'place-code-superseded',
      'place-name-mismatch',
    ],
  },
  {
    text: 'HSJ 2015',
    complaint: '"with one set of oversight and support arrangements"',
    rules: ['oversight-not-single'],
  },
  {
    text: 'HSJ 2015',
    complaint: '"a battle for control between councils and the NHS"',
    rules: ['dispute-route-missing'],
  },
  {
    text: 'HSJ 2015',
    complaint: 'Boards are "far from ready" and need "a robust capability assessment"',
    rules: ['option-incomplete', 'decider-lacks-power'],
  },
  {
    text: 'HSJ 2015',
    complaint: 'Boards are seen "as another council committee rather than genuinely equal partners"',
    rules: ['partners-one-sided', 'decider-lacks-power', 'dispute-route-missing'],
  },
  {
    text: 'HSJ 2015',
    complaint:
      'Local solutions are "much harder where there is history of poor relationships or financial and performance challenges"',
    rules: ['option-incomplete', 'partner-deficit-silent'],
  },
  {
    text: 'HSJ 2015',
    complaint: '"One size fits all": no option would work everywhere',
    rules: ['option-not-chosen'],
  },
  {
    text: 'HSJ 2015',
    complaint: 'Past precedents in lead commissioning do "not bode well"',
    rules: ['option-incomplete', 'accountable-without-power'],
    whyNot: 'What went wrong elsewhere is not in a plan; that the lead has a name and the power is asked for.',
  },
  {
    text: 'HSJ 2015',
    complaint: '"The distracting turmoil of another structural upheaval"',
    rules: ['commissioner-not-in-period', 'place-code-superseded'],
    whyNot: 'Whether to reorganise is for Parliament; bodies that a reorganisation has ended are found.',
  },
  {
    text: 'HSJ 2015',
    complaint: 'Fault lines between the NHS and social care in entitlements',
    rules: [],
    whyNot: 'Who is entitled to what is set by national law, not by a local plan.',
  },
  {
    text: 'HSJ 2015',
    complaint: '"a new, single national outcomes framework"',
    rules: [
      'outcome-uncoded',
      'outcome-no-baseline',
      'outcome-wrong-direction',
      'outcome-code-renumbered',
      'outcome-unfunded',
    ],
  },
  { text: 'HSJ 2015', complaint: 'Progress "has been glacial"', rules: ['milestone-overdue', 'no-review-date'] },
  {
    text: 'Lowdown 2022',
    complaint: '"just four instances of the \'£\' sign in 70 pages"',
    rules: ['seriousness-pound-signs', 'pound-unreconciled'],
  },
  {
    text: 'Lowdown 2022',
    complaint: '"a wish list rather than a vision"',
    rules: ['promise-no-owner', 'placeholder-left', 'date-vague', 'missing-budget-line'],
  },
  {
    text: 'Lowdown 2022',
    complaint: 'No "workforce plan" and no word on "the scale of staff shortages"',
    rules: ['no-workforce-plan', 'new-service-no-staff', 'required-risk-missing'],
  },
  {
    text: 'Lowdown 2022',
    complaint: 'Staff would move only towards the better paid employer',
    rules: ['one-way-staff-transfer'],
  },
  {
    text: 'Lowdown 2022',
    complaint: 'The NHS budget becomes "exposed to … funding pressures in social care"',
    rules: ['risk-share-uncapped', 'section-75-term-missing', 'pool-manager-missing'],
  },
  {
    text: 'Lowdown 2022',
    complaint: 'A single accountable person "without altering the underlying … accountabilities"',
    rules: ['unassigned-accountable-lead', 'accountable-without-power'],
  },
  {
    text: 'Lowdown 2022',
    complaint: 'Accountability "feels very opaque and potentially confused"',
    rules: ['accountability-cycle', 'accountability-fork'],
  },
  {
    text: 'Lowdown 2022',
    complaint: 'Twelve bodies, and a chair "struggling to navigate what each group does"',
    rules: ['too-many-bodies', 'body-does-nothing'],
  },
  { text: 'Lowdown 2022', complaint: '"misplaced belief in the magical powers of data"', rules: ['data-magic'] },
  {
    text: 'Lowdown 2022',
    complaint: 'Neither system is funded appropriately',
    rules: ['partner-deficit-silent'],
    whyNot: 'How much the nation spends is not for a local plan; what each partner lacks is asked for.',
  },
  {
    text: 'Lowdown 2022',
    complaint: 'Inequalities in health that no care service can compensate for',
    rules: [],
    whyNot: 'No tool can tell from a plan whether its outcomes are the right ones.',
  },
  {
    text: 'Lowdown 2022',
    complaint: '"An illusion": vague promises of "joined up and seamless services"',
    rules: ['promise-no-owner', 'outcome-uncoded', 'outcome-no-baseline', 'outcome-unfunded'],
  },
  {
    text: 'Lowdown 2022',
    complaint: 'Staff cannot be pooled between two systems that are both under-staffed',
    rules: ['no-workforce-plan', 'one-way-staff-transfer', 'pay-gap-uncosted'],
  },
  {
    text: 'Lowdown 2022',
    complaint: 'Services are privatised and fragmented',
    rules: ['stop-not-agreed', 'sharing-no-agreement'],
    whyNot: 'Who should provide is a political choice; that providers agree and share records is asked for.',
  },
  {
    text: 'Lowdown 2022',
    complaint: 'Proposals that are controversial with NHS and council staff',
    rules: [],
    whyNot: 'Whether staff agree with a plan is not in its text.',
  },
  {
    text: 'Health MJ 2017',
    complaint: '"differences in pay scales between the NHS and local authorities would force costs upwards"',
    rules: ['pay-gap-uncosted'],
  },
  {
    text: 'Health MJ 2017',
    complaint: '"healthcare budget deficits would create further pressures" on councils',
    rules: ['partner-deficit-silent', 'risk-share-uncapped'],
  },
  {
    text: 'Health MJ 2017',
    complaint: 'Systems are incompatible and records cannot be reached',
    rules: ['sharing-no-agreement', 'agreement-expired', 'data-magic'],
  },
  {
    text: 'Health MJ 2017',
    complaint: '43 % of directors saw "little or no impact" of the Better Care Fund',
    rules: ['no-review-date', 'outcome-no-baseline', 'relabelled-share'],
  },
  {
    text: 'Health MJ 2017',
    complaint: '"Different funding streams are a hindrance"',
    rules: ['pooled-in-name-only', 'shares-not-whole', 'money-unconfirmed'],
  },
  {
    text: 'Health MJ 2017',
    complaint: 'A board of 37 organisations and NHS England',
    rules: ['too-many-bodies', 'oversight-not-single'],
    whyNot: 'The number of members of one body is not limited: the sample of Greater Manchester has 38.',
  },
  {
    text: 'Health MJ 2017',
    complaint: 'Ceding the national budget for social care to one department',
    rules: [],
    whyNot: 'A decision of Parliament, not of a place.',
  },
  {
    text: 'Health MJ 2017',
    complaint: 'A single pooled budget in every local area by 2020',
    rules: ['missing-milestone', 'deadline-past-limit', 'pooled-in-name-only'],
  },
  {
    text: 'Health MJ 2017',
    complaint: 'Every arrangement "should have the same aims and desired outcomes"',
    rules: ['outcome-uncoded', 'outcome-code-renumbered'],
  },
  {
    text: 'Health MJ 2017',
    complaint: 'Boards "are not fit for this role in their current form", and need legislation',
    rules: ['option-incomplete'],
  },
  {
    text: 'Health MJ 2017',
    complaint: 'Success is found only "in local initiatives that focus on specific areas of care or patient groups"',
    rules: ['service-missing', 'missing-budget-line'],
  },
  {
    text: 'Health MJ 2017',
    complaint: '"National funding mechanisms working against them"',
    rules: ['below-nhs-minimum', 'money-unconfirmed'],
    whyNot:
      'How the nation pays is not for a local plan; what it asks of one, and when its money is known, is checked.',
  },
];
