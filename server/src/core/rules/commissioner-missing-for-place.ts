/** `commissioner-missing-for-place`: a CCG or integrated care board covers a part of the place and is no partner. */

import { boardsAfter, boardsBefore, commissionersOf, firstDayOfBoards } from '../reference/commissioners';
import { placeWithCode } from '../reference/places';
import { listAnd, listOr, say } from '../text/say';
import type { CalendarDate } from '../values/calendar';
import { commissionersAmong, nameAndCode, outsidePeriod, type PlanCommissioner } from './shared/plan-commissioners';
import type { Rule } from './shared/rule';

/** Of a place; below this a commissioner is told of as information. */
const smallShare = 0.02;

export const commissionerMissingForPlace: Rule = {
  id: 'commissioner-missing-for-place',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'An NHS commissioner covers a part of the place and is not among the partners.',
  why: 'A plan for one place needs everyone who commissions for it. North Yorkshire has three integrated care boards, and the smallest covers under one per cent of it and signed all the same.',
  source:
    'North Yorkshire Health and Wellbeing Board, March 2025; Office for National Statistics, lookups of small areas',
  restsOn: [
    'partners/code',
    'partners/name',
    'partners/type',
    'period',
    'period/from',
    'period/to',
    'place',
    'place/code',
  ],
  examples: {
    bad: 'period: {from: 2023-04-01, to: 2025-03-31}\nplace: {code: E10000029, name: Suffolk}\npartners:\n  - {id: county, name: Suffolk County Council, type: upper-tier-council}\n  - {id: icb, name: NHS Suffolk and North East Essex Integrated Care Board, type: integrated-care-board, code: QJG}\n',
    good: 'period: {from: 2023-04-01, to: 2025-03-31}\nplace: {code: E10000029, name: Suffolk}\npartners:\n  - {id: county, name: Suffolk County Council, type: upper-tier-council}\n  - {id: icb, name: NHS Suffolk and North East Essex Integrated Care Board, type: integrated-care-board, code: QJG}\n  - {id: waveney, name: NHS Norfolk and Waveney Integrated Care Board, type: integrated-care-board, code: QMM}\n',
  },
  *check({ plan }) {
    const { from, to, place, partners } = plan;
    const code = place.code.value;
    if (code === undefined || from.value === undefined || to.value === undefined || partners.unread) return;
    const listed = commissionersAmong(plan);
    // Without any, another rule speaks; one that is in no table may be the one that seems to be missing.
    if (listed.length === 0 || listed.some(({ known }) => !known)) return;
    const there = countedAs(listed, from.value, to.value);
    if (there === 'anyone') return;
    const needed = commissionersOf(code, dayOf(listed, from.value, to.value));
    const absent = needed.filter(({ options }) => !options.some(option => there.has(option.code)));
    // Where one of two is missing for certain, adding it may be enough.
    const certain = new Set(absent.flatMap(({ options }) => (options.length === 1 ? (options[0]?.code ?? []) : [])));
    const missing = absent.filter(
      ({ options }) => options.length === 1 || !options.some(option => certain.has(option.code)),
    );
    const name = place.name.value ?? placeWithCode(code)?.name ?? code;
    for (const { options, share } of missing.filter(({ share }) => share >= smallShare)) {
      yield {
        at: partners.at,
        message:
          share >= 0.995
            ? say`${listOr(options.map(nameAndCode))} covers ${name} and is not among the partners. Add it under "partners" with its name, type and code, or give the reason in a waiver.`
            : say`${listOr(options.map(nameAndCode))} covers about ${Math.round(share * 100)}% of ${name} and is not among the partners. Add it under "partners" with its name, type and code, or give the reason in a waiver.`,
        detail: codesOf(options),
      };
    }
    const small = missing.filter(({ share }) => share < smallShare);
    if (small.length === 0) return;
    const names = listAnd(small.map(({ options }) => listOr(options.map(nameAndCode))));
    yield {
      at: partners.at,
      message:
        small.length === 1
          ? say`${names} covers less than 2% of ${name}, without being among the partners. Ask it whether to sign the plan as well.`
          : say`${names} each cover less than 2% of ${name}, without being among the partners. Ask them whether to sign the plan as well.`,
      atMost: 'info',
      detail: `small ${small.map(({ options }) => codesOf(options)).join(' ')}`,
    };
  },
};

/** The day whose commissioners are asked for: the first of the period, or the first of the boards where the plan names some. */
function dayOf(listed: readonly PlanCommissioner[], from: CalendarDate, to: CalendarDate): CalendarDate {
  const boards = listed.some(({ kind }) => kind === 'board');
  return boards && from < firstDayOfBoards && to >= firstDayOfBoards ? firstDayOfBoards : from;
}

/**
 * The codes that the listed commissioners stand for: a board for those before and after it as well, since a period may
 * begin before a merger and end after it. A group that is gone, of which another rule tells, may stand for anyone.
 */
function countedAs(
  listed: readonly PlanCommissioner[],
  from: CalendarDate,
  to: CalendarDate,
): ReadonlySet<string> | 'anyone' {
  const codes = new Set<string>();
  for (const { known } of listed) {
    if (!known) continue;
    if (known.kind === 'group' && outsidePeriod(known, from, to)) return 'anyone';
    codes.add(known.code);
    // Of a board named too early another rule tells, with the one that was there before it.
    const isTooEarly = outsidePeriod(known, from, to) === 'not yet';
    const gone = boardsBefore(known.code).filter(({ latest }) => isTooEarly || (latest !== undefined && latest < to));
    for (const other of [...boardsAfter(known.code), ...gone]) codes.add(other.code);
  }
  return codes;
}

function codesOf(options: readonly { readonly code: string }[]): string {
  return options.map(({ code }) => code).join(' ');
}
