/** `agreement-expired`: an agreement to share records that ends before the plan does, and no other takes its place. */

import type { DataAgreement } from '../model/resources';
import { say } from '../text/say';
import { addDays, type CalendarDate, formatDate } from '../values/calendar';
import type { Rule } from './shared/rule';

export const agreementExpired: Rule = {
  id: 'agreement-expired',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'An agreement to share records ends before the plan does.',
  why: 'On the day it expires, staff may no longer see the records that their service depends on.',
  source: 'Health MJ 2017: "Shared access to patient and client data … is essential"',
  answers: [{ text: 'Health MJ 2017', words: 'Shared access to patient and client data' }],
  restsOn: ['data_sharing/agreements/parties', 'data_sharing/agreements/signed', 'period', 'period/to'],
  examples: { bad: planExample('2018-03-31'), good: planExample('2020-09-30') },
  *check({ plan, today }) {
    const last = plan.to.value;
    const agreements = plan.dataSharing.agreements.items;
    for (const agreement of agreements) {
      const expires = agreement.expires.value;
      if (expires === undefined || last === undefined || expires >= last) continue;
      const followsBy = addDays(expires, 1);
      if (agreements.some(other => takesOver(other, agreement, expires, followsBy))) continue;
      const isOver = today !== undefined && expires < today;
      yield {
        at: agreement.expires.at,
        message: isOver
          ? say`${agreement.called} expired on ${expires}, before the plan ends on ${formatDate(last)}. Renew it and write the new date, or add the agreement that follows it.`
          : say`${agreement.called} expires on ${expires}, before the plan ends on ${formatDate(last)}. Extend it and write the new date, or add the agreement that follows it.`,
      };
    }
  },
};

/** Whether `other` was signed after `agreement` and by `followsBy`, goes on after `expires`, and has all its parties. */
function takesOver(
  other: DataAgreement,
  agreement: DataAgreement,
  expires: CalendarDate,
  followsBy: CalendarDate,
): boolean {
  const signed = other.signed.value;
  if (other === agreement || signed === undefined || signed > followsBy) return false;
  if (agreement.signed.value !== undefined && signed <= agreement.signed.value) return false;
  if (other.expires.given && (other.expires.value === undefined || other.expires.value <= expires)) return false;
  const parties = new Set(other.parties.map(({ value }) => value));
  return agreement.parties.every(({ value }) => parties.has(value));
}

function planExample(expires: string): string {
  return `data_sharing:
  agreements:
    - {id: care-record, parties: [county, ccg, trust], purpose: One record for falls, signed: 2017-03-01, expires: ${expires}}
`;
}
