/**
 * A new plan for a place, as text in canonical form. What national tables and the framework know is filled in; whatever
 * people must decide is left open in the places where the rules ask for it, so that its findings are the list of what is
 * still to do. It never has a fault in the text itself.
 */
import { type Framework, titleOf } from '../reference/framework';
import type { ReferencePlace } from '../reference/places';
import { writeText } from '../syntax/tree/write-scalar';
import { say } from '../text/say';
import { type CalendarDate, lastDayOfYear, yearOf, yearsBetween } from '../values/calendar';
import { knownPartners, type StartingPartner } from './known-partners';
import type { Period } from './usual-period';

export interface NewPlan {
  readonly place: ReferencePlace;
  readonly period: Period;
  readonly framework: Framework;
  /** How the place will commission; absent while it is not chosen. */
  readonly option?: string;
  /** `draft` when absent. */
  readonly status?: 'draft' | 'consultation';
}

/** The text of the plan. */
export function newPlan(asked: NewPlan): string {
  const known = knownPartners(asked.place, asked.period);
  const sections = [
    head(asked),
    [
      'partners:',
      ...known.notes.map(note => `  # ${note}`),
      ...[...known.partners, ...known.small].map(partner => `  - ${flow({ ...partner })}`),
    ],
    [
      '# Who answers for something, like: - {id: a-example, name: A. Example, post: Director, employer: council}',
      'people:',
    ],
    governance(asked, known.partners),
    services(asked),
    budget(asked, known.partners),
    ['schemes:'],
    milestones(asked),
    outcomes(asked),
    signOff(asked, known.partners),
  ];
  return `${sections
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** What stands where nobody is named yet. */
const NOBODY = 'TBC';
const BOARD = 'health-and-wellbeing-board';
const SERVICES = ['adult-social-care', 'community-health', 'primary-care', 'mental-health', 'public-health', 'acute'];
/** What a council and the NHS bring together where a framework does not say which services. */
const USUAL_SERVICES = ['adult-social-care', 'community-health'];
const COUNCIL_SERVICES: ReadonlySet<string> = new Set(['adult-social-care', 'public-health']);

function head({ place, period, framework, status }: NewPlan): readonly string[] {
  return [
    '# The council, its NHS commissioners and their codes are from national tables. Write names where it says TBC, and',
    '# an amount behind each year; what is still to do is underlined.',
    'one_plan: 1',
    `title: ${writeText(say`One plan for ${place.name}, ${period.from.slice(0, 4)} to ${period.to.slice(0, 4)}`, 'block')}`,
    `status: ${status ?? 'draft'}`,
    `framework: ${framework.id}`,
    `period: ${flow({ ...period })}`,
    `place: ${flow({ code: place.code, name: place.name })}`,
  ];
}

function governance({ place, option, framework }: NewPlan, partners: readonly StartingPartner[]): readonly string[] {
  const choice =
    option === undefined && framework.options.values.length === 0
      ? []
      : [option === undefined ? 'option:' : `option: ${option}`];
  return [
    'governance:',
    ...indented(2, [
      ...choice,
      ...needsOf(option),
      `accountable_lead: ${NOBODY}`,
      'bodies:',
      `  - id: ${BOARD}`,
      `    name: ${writeText(say`${place.name} Health and Wellbeing Board`, 'block')}`,
      `    type: ${BOARD}`,
      `    members: [${partners.map(({ id }) => id).join(', ')}]`,
      '    accountable_to: council',
      'decisions:',
      `  - ${flow({ id: 'approve-plan', what: say`Approve the plan and its budget`, decider: BOARD })}`,
      '  - id: spend-budget',
      `    what: ${writeText(say`Spend within the agreed budget`, 'block')}`,
      `    decider: ${NOBODY}`,
      '    limit:',
      `oversight: ${flow({ body: BOARD, reports: 'quarterly' })}`,
    ]),
  ];
}

/** What the chosen option asks for. */
function needsOf(option: string | undefined): readonly string[] {
  switch (option) {
    case 'existing-arrangements':
      return [`case: ${NOBODY}`];
    case 'single-commissioner':
      return [`lead_commissioner: ${NOBODY}`];
    case 'health-and-wellbeing-board':
      return [`legislation: ${NOBODY}`];
    default:
      return [];
  }
}

/** Acute services must be defined: a place names those that it brings in. */
const ACUTE = `{in_scope: tbc, definition: ${NOBODY}}`;

function services({ framework }: NewPlan): readonly string[] {
  const names = framework.services.values.length > 0 ? framework.services.values : SERVICES;
  return ['services:', ...names.map(name => `  ${name}: ${name === 'acute' ? ACUTE : '{in_scope: tbc}'}`)];
}

function budget(asked: NewPlan, partners: readonly StartingPartner[]): readonly string[] {
  const { framework, period } = asked;
  const years = yearsBetween(period.from, period.to).map(year => `${year}:`);
  const lines = framework.services.values.length > 0 ? framework.services.values : USUAL_SERVICES;
  const commissioner = partners[1] ?? partners[0];
  const payer = (service: string) => (COUNCIL_SERVICES.has(service) ? 'council' : (commissioner?.id ?? 'council'));
  return [
    'budget:',
    ...indented(2, [
      'contributions:',
      ...partners.flatMap(({ id, type }) =>
        item([
          `id: ${id}-money`,
          `partner: ${id}`,
          `source: ${type === 'upper-tier-council' ? councilSource(framework) : 'nhs-minimum'}`,
          'amounts:',
          ...indented(2, years),
        ]),
      ),
      '',
      '# Who pays for each line is a guess: change it under funded_by.',
      'lines:',
      ...lines.flatMap(service =>
        item([
          `id: ${service}`,
          `title: ${titleOf(service)}`,
          `service: ${service}`,
          `lead: ${NOBODY}`,
          `funded_by: ${payer(service)}-money`,
          'amounts:',
          ...indented(2, years),
        ]),
      ),
    ]),
  ];
}

/** The framework's own name for what councils put in. */
function councilSource({ fundingSources }: Framework): string {
  const own = ['local-authority', 'local-authority-better-care-grant'];
  return fundingSources.values.find(source => own.includes(source)) ?? 'local-authority';
}

/** The framework's milestones, none of them after its limits, and a review at the end of each year. */
function milestones({ framework, period }: NewPlan): readonly string[] {
  const entries = framework.milestones.values.map(({ type, by }, index) =>
    flow({
      id: type,
      title: titleOf(type),
      type,
      lead: NOBODY,
      deadline: dueDate(index, period, by ?? framework.lastDate),
    }),
  );
  const reviews = yearsBetween(period.from, period.to).map(year => {
    const deadline = earlier(lastDayOfYear(year), period.to);
    return flow({ id: `review-${year}`, title: say`Review of ${year}`, type: 'review', lead: NOBODY, deadline });
  });
  return ['milestones:', ...[...entries, ...reviews].map(entry => `  - ${entry}`)];
}

/** The first on 1 October, the next on 1 April, and so on: within the limit where it has not passed, and the period. */
function dueDate(index: number, period: Period, limit: Framework['lastDate']): CalendarDate {
  const year = Number(yearOf(period.from).slice(0, 4)) + Math.floor((index + 1) / 2);
  const proposed = index % 2 === 0 ? `${year}-10-01` : `${year}-04-01`;
  return later(earlier(proposed, limitOf(limit, period)), period.from);
}

function limitOf(limit: Framework['lastDate'], { to }: Period): CalendarDate {
  return limit === 'period' ? to : earlier(limit, to);
}

function earlier(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one < other ? one : other;
}

function later(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one > other ? one : other;
}

function outcomes({ framework }: NewPlan): readonly string[] {
  const asked = framework.outcomes.values.map(({ framework: list, edition, code, name }) =>
    item([
      `id: ${(code ?? list).toLowerCase()}`,
      `framework: ${list}`,
      ...(edition === undefined ? [] : [`edition: ${writeText(edition, 'block')}`]),
      ...(code === undefined ? [] : [`code: ${writeText(code, 'block')}`]),
      `name: ${writeText(name, 'block')}`,
      `lead: ${NOBODY}`,
    ]),
  );
  return ['outcomes:', ...asked.flat()];
}

/** Who signs is asked for when the plan is agreed; until then it is a reminder. */
function signOff({ framework }: NewPlan, partners: readonly StartingPartner[]): readonly string[] {
  const [council, ...commissioners] = partners;
  const signatures = framework.signOff.values.flatMap(({ role, per }) => {
    const signers = per === 'icb' ? commissioners : council ? [council] : [];
    return signers.map(({ id }) => `#   - {role: ${writeText(role, 'flow')}, person: , organisation: ${id}, date: }`);
  });
  if (signatures.length === 0) return [];
  const asker =
    framework.signOff.status === 'own-list' ? say`Our own list for ${framework.shortTitle}` : framework.shortTitle;
  return [say`# ${asker} asks for these signatures once the plan is agreed.`, '# sign_off:', ...signatures];
}

function item(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`);
}

function indented(columns: number, lines: readonly string[]): readonly string[] {
  return lines.map(line => (line === '' ? '' : ' '.repeat(columns) + line));
}

function flow(values: Readonly<Record<string, string>>): string {
  const entries = Object.entries(values).map(
    ([key, value]) => `${key}: ${plainDate(value) ? value : writeText(value, 'flow')}`,
  );
  return `{${entries.join(', ')}}`;
}

/** Dates stand without quotes in a plan. */
function plainDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value);
}

/** The usual name of the file of a place's plan: `north-yorkshire.plan.yaml`. */
export function fileNameFor({ name }: ReferencePlace): string {
  const words = name
    .toLowerCase()
    .replace(/['’.]/g, '')
    .split(/[^a-z0-9]+/);
  return `${words.filter(word => word !== '').join('-')}.plan.yaml`;
}
