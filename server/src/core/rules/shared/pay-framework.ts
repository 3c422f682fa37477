/** Which terms staff are paid on: what the plan says, or else what organisations of the kind use. */
import type { Partner } from '../../model/items';
import type { PlanIndex } from '../../model/plan-index';
import type { WorkforceGroup } from '../../model/resources';

/** A group of staff that moves to another organisation. */
export interface Move {
  readonly from: Partner;
  readonly to: Partner;
  /** The terms before and after, as they are written; `undefined` where they are not known. */
  readonly termsBefore: string | undefined;
  readonly termsAfter: string | undefined;
}

/** The move of a group; none where it stays, or where an organisation is not known. */
export function moveOf(group: WorkforceGroup, index: PlanIndex): Move | undefined {
  const from = index.partner(group.employer);
  const to = index.partner(group.movesTo);
  if (!from || !to || from === to) return undefined;
  const termsBefore = group.payFramework.value ?? termsOf(from);
  return { from, to, termsBefore, termsAfter: termsOf(to) };
}

/** Whether the staff keep their terms; `undefined` where those of one side are not known. */
export function keepsTerms({ termsBefore, termsAfter }: Move): boolean | undefined {
  if (termsBefore === undefined || termsAfter === undefined) return undefined;
  return frameworkMeant(termsBefore) === frameworkMeant(termsAfter);
}

/** One word for a pay framework by whatever name people have for it. */
function frameworkMeant(terms: string): string {
  const plain = terms
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
  return USUAL_NAMES.find(([names]) => names.test(plain))?.[1] ?? plain;
}

const USUAL_NAMES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:afc|a4c|agenda for change)\b/, 'afc'],
  [/\b(?:njc|national joint council|green book)\b/, 'njc'],
  [/\b(?:jnc|joint negotiating committee)\b/, 'jnc'],
  [/\b(?:vsm|very senior managers?)\b/, 'vsm'],
];

/** Whether the partner is an organisation of the NHS. */
export function isNhs({ type }: Partner): boolean {
  return type.value !== undefined && NHS.has(type.value);
}

function termsOf(partner: Partner): string | undefined {
  if (partner.payFramework.value !== undefined) return partner.payFramework.value;
  if (isNhs(partner)) return 'Agenda for Change';
  return partner.type.value !== undefined && COUNCILS.has(partner.type.value) ? 'NJC' : undefined;
}

const NHS: ReadonlySet<string> = new Set([
  'clinical-commissioning-group',
  'integrated-care-board',
  'nhs-trust',
  'nhs-foundation-trust',
  'nhs-england',
]);
const COUNCILS: ReadonlySet<string> = new Set(['upper-tier-council', 'district-council', 'combined-authority']);
