/** Values that are wrong in one way each, with the one fault that their validator must find and where. */
import type { PlanUnit } from '../../../server/src/core/schema/validators.generated';

/** A wrong value: which validator, the value, and the place, the part of the schema and the key of its one fault. */
export interface ValidatorCase {
  readonly unit: PlanUnit | 'config' | 'framework';
  readonly value: unknown;
  readonly at: string;
  readonly path: string;
  readonly key: string | undefined;
}

const refused = (
  unit: ValidatorCase['unit'],
  value: unknown,
  at: string,
  path: string,
  key?: string,
): ValidatorCase => ({
  unit,
  value,
  at,
  path: `#/$defs/${path}`,
  key,
});

const plan = { one_plan: 1, title: 'One plan', status: 'draft', period: {}, place: {} };
const partner = { id: 'county', name: 'County Council', type: 'upper-tier-council' };
const line = { id: 'falls', title: 'Falls', service: 'acute', funded_by: 'ccg' };
const framework = { id: 'ours', title: 'Ours', short_title: 'Ours', source: { title: 'Ours' }, last_date: 'period' };

/** One fault each: the whole list of what a validator finds is compared. */
export const validatorCases: readonly ValidatorCase[] = [
  refused('one-plan', { ...plan, one_plan: '1' }, '/one_plan', 'version/type'),
  refused('one-plan', { ...plan, title: undefined }, '', 'one-plan/required'),
  refused('one-plan', { ...plan, title: ['a'] }, '/title', 'text/type'),
  refused('one-plan', { ...plan, status: 'drafted' }, '/status', 'plan-status/enum'),
  refused('one-plan', { ...plan, pace: 'faster' }, '/pace', 'pace/enum'),
  refused('one-plan', { ...plan, partner: [] }, '', 'one-plan/additionalProperties'),
  refused('one-plan', { ...plan, partners: {} }, '/partners', 'one-plan/properties/partners/type'),
  refused('one-plan', { ...plan, stops: 'none' }, '/stops', 'one-plan/properties/stops/type'),
  refused('one-plan', { ...plan, workforce: [] }, '/workforce', 'one-plan/properties/workforce/type'),
  refused('one-plan', 'a plan', '', 'one-plan/type'),
  refused(
    'bcf-plan',
    { bcf_plan: 1, title: 'A', place: {}, year: '2016', schemes: [] },
    '/year',
    'financial-year/pattern',
  ),
  refused('period', { from: '01/04/2017', to: '2020-03-31' }, '/from', 'date/pattern'),
  refused('period', { from: '2017-04-01', to: 2020 }, '/to', 'date/type'),
  refused(
    'place',
    { code: 'E10000023', name: 'North Yorkshire', population: '1,150,000' },
    '/population',
    'whole-number/type',
  ),
  refused('partner', { ...partner, id: 'The County' }, '/id', 'id/pattern'),
  refused('partner', { ...partner, type: 'council' }, '/type', 'partner-type/enum'),
  refused('partner', { ...partner, forecast: { '2017/18': '£1m' } }, '/forecast', 'financial-year/pattern', '2017/18'),
  refused('partner', { ...partner, forecast: { '2017-18': '£1,25m' } }, '/forecast/2017-18', 'money/pattern'),
  refused('partner', { ...partner, forecast: { '2017-18': 12.5 } }, '/forecast/2017-18', 'money/type'),
  refused('person', { id: 'a', name: 'A', post: 'B' }, '', 'person/required'),
  refused('governance', { option: 'single-commisioner' }, '/option', 'commissioning-option/enum'),
  refused(
    'governance',
    { oversight: [{ body: 'a', reports: 'weekly' }] },
    '/oversight/0/reports',
    'reporting-frequency/enum',
  ),
  refused(
    'governance',
    { disputes: { steps: 'talk', final_decider: 'x', days: 3 } },
    '/disputes/steps',
    'dispute-route/properties/steps/type',
  ),
  refused('decision', { id: 'a', what: 'b', approvals: 1.5 }, '/approvals', 'whole-number/type'),
  refused('decision', { id: 'a', what: 'b', approvals: -1 }, '/approvals', 'whole-number/minimum'),
  refused('services', { acute: { in_scope: 'yes' } }, '/acute/in_scope', 'in-scope/enum'),
  refused('services', { hospitals: { in_scope: true } }, '', 'services/additionalProperties'),
  refused('budget-line', { ...line, service: 'hospital' }, '/service', 'service-name/enum'),
  refused('budget-line', { ...line, funded_by: { ccg: 101 } }, '/funded_by/ccg', 'percent/maximum'),
  refused('budget-line', { ...line, funded_by: ['ccg'] }, '/funded_by', 'reference/type'),
  refused('budget-line', { ...line, amounts: '£1m' }, '/amounts', 'amounts/type'),
  refused('budget', { gap: { '2017-18': { nhs: '£1m' } } }, '/gap/2017-18', 'gap-year/required'),
  refused('budget', { lines: {} }, '/lines', 'budget/properties/lines/type'),
  refused('fund', { id: 'a', name: 'b', kind: 'pooled', legal_basis: 's75' }, '/legal_basis', 'legal-basis/enum'),
  refused('scheme', { id: 'a', name: 'b', novelty: 'new', services: ['falls'] }, '/services/0', 'service-name/enum'),
  refused('scheme', { id: 'a', name: 'b', novelty: 'new', shares_records: 'yes' }, '/shares_records', 'yes-no/type'),
  refused('milestone', { id: 'a', title: 'b' }, '', 'milestone/required'),
  refused('milestone', { id: 'a', title: 'b', deadline: 'Spring 2018' }, '/deadline', 'date/pattern'),
  refused(
    'outcome',
    { id: 'a', framework: 'ASCOF', code: '1A', name: 'b', targets: { '2018-19': 'less' } },
    '/targets/2018-19',
    'number/type',
  ),
  refused('risk', { id: 'a', what: 'b', likelihood: 6, impact: 2 }, '/likelihood', 'one-to-five/maximum'),
  refused('site', { site: 'a', owner: 'pfi', charge_ends: '2036-37' }, '/charge_ends', 'calendar-year/type'),
  refused('stops', 'nothing', '', 'stops/else/type'),
  refused('stops', { none: undefined }, '', 'none/required'),
  refused('none', { none: 'No buildings', sites: [] }, '', 'none/additionalProperties'),
  refused('data-sharing-plan', { agreement: [], agreements: [] }, '', 'data-sharing-plan/additionalProperties'),
  refused(
    'incorporated-plan',
    { plan: 'a', schemes: { 'NY 03': 'falls' } },
    '/schemes',
    'bcf-scheme-id/pattern',
    'NY 03',
  ),
  refused(
    'incorporated-plan',
    { plan: 'a', schemes: { a: { stopped: 'b' } } },
    '/schemes/a',
    'stopped-scheme/required',
  ),
  refused('bcf-scheme', { id: '-1', name: 'a', amount: '£1m' }, '/id', 'bcf-scheme-id/pattern'),
  refused('narrative', { vision: ['a'] }, '/vision', 'prose/type'),
  refused('config', { rules: { 'too-many-bodies': 'none' } }, '/rules/too-many-bodies', 'severity/enum'),
  refused(
    'config',
    { rules: { 'too-many-bodies': { level: 'off' } } },
    '/rules/too-many-bodies',
    'rule-with-options/additionalProperties',
  ),
  refused('config', { as: 'draft' }, '/as', 'judged-as/enum'),
  refused('framework', { ...framework, last_date: '2020' }, '/last_date', 'last-date/pattern'),
  refused('framework', { ...framework, services: { values: ['hospital'] } }, '/services/values/0', 'service/enum'),
];
