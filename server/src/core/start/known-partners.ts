/** Who must be among the partners of a new plan, as far as the reference tables know: the council and the NHS commissioners. */

import {
  boardsEndedBefore,
  type Commissioner,
  commissionersOf,
  type EndedBoard,
  firstDayOfBoards,
  type NeededCommissioner,
} from '../reference/commissioners';
import type { ReferencePlace } from '../reference/places';
import { freeId, idOf } from '../text/id-words';
import { listAnd, listOr, say } from '../text/say';

import { formatDate } from '../values/calendar';
import type { Period } from './usual-period';

/** A partner as a new plan writes it. */
export interface StartingPartner {
  readonly id: string;
  readonly name: string;
  readonly type: 'upper-tier-council' | 'clinical-commissioning-group' | 'integrated-care-board';
  readonly code: string;
}

export interface KnownPartners {
  /** The council first, then the commissioners, the largest share first. */
  readonly partners: readonly StartingPartner[];
  /** Commissioners of so small a share of the place that they are asked, not counted on. */
  readonly small: readonly StartingPartner[];
  /** What the tables leave open and which boards have ended, to stand as comments above the list: a sentence each. */
  readonly notes: readonly string[];
  /** The same of the boards that have ended alone. */
  readonly ended: readonly string[];
}

/** A commissioner of less than this share of a place is asked, not counted on. */
const SMALL_SHARE = 0.02;
/** The shares are counts of small areas: they need not come to the whole. */
const NEARLY_ALL = 0.95;

/** The council of `place` and those who commission its NHS services on the first day of `period`. */
export function knownPartners(place: ReferencePlace, { from }: Period): KnownPartners {
  const needed = chosen(commissionersOf(place.code, from));
  const taken: string[] = ['council'];
  const asPartner = ({ commissioner: { kind, name, code } }: Chosen): StartingPartner => {
    const id = freeId(idOf(name.replace('Integrated Care Board', 'ICB'), 'partner'), other => taken.includes(other));
    taken.push(id);
    return { id, name, type: kind === 'group' ? 'clinical-commissioning-group' : 'integrated-care-board', code };
  };
  const council: StartingPartner = {
    id: 'council',
    name: place.officialName,
    type: 'upper-tier-council',
    code: place.code,
  };
  const partners = [council, ...needed.filter(({ share }) => share >= SMALL_SHARE).map(asPartner)];
  const small = needed.filter(({ share }) => share < SMALL_SHARE).map(asPartner);
  const ended = boardsEndedBefore(place.code, from).map(one => endOf(one, needed));
  return { partners, small, notes: [...ended, ...openIn(needed, from), ...smallIn(small)], ended };
}

/** "NHS Norfolk and Waveney Integrated Care Board ended on 31 March 2026. NHS Norfolk and Suffolk … took over from it." */
function endOf({ board, after }: EndedBoard, here: readonly Chosen[]): string {
  const own = after.filter(({ code }) =>
    here.some(({ commissioner, instead }) => commissioner.code === code && instead.length === 0),
  );
  const heirs = listOr((own.length > 0 ? own : after).map(({ name }) => name));
  return say`${board.name} ended on ${formatDate(board.to ?? '')}. ${heirs} took over from it here.`;
}

/** One of the possible commissioners, with those that it may be instead. */
interface Chosen {
  readonly commissioner: Commissioner;
  readonly instead: readonly Commissioner[];
  readonly share: number;
}

/**
 * One commissioner for each part of the place, each once. A board that was split left its parts to boards that the tables
 * cannot tell apart: where one of them has a part of the place for certain, it is taken to have the rest as well.
 */
function chosen(needed: readonly NeededCommissioner[]): readonly Chosen[] {
  const certain = new Set(needed.flatMap(({ options }) => (options.length === 1 ? (options[0]?.code ?? []) : [])));
  const all = new Map<string, Chosen>();
  for (const { options, share } of needed) {
    const commissioner = options.find(({ code }) => certain.has(code)) ?? options[0];
    if (!commissioner) continue;
    const before = all.get(commissioner.code);
    const instead = certain.has(commissioner.code) ? [] : options.filter(other => other !== commissioner);
    all.set(commissioner.code, { commissioner, instead, share: share + (before?.share ?? 0) });
  }
  return [...all.values()].sort((a, b) => b.share - a.share);
}

function openIn(needed: readonly Chosen[], from: string): readonly string[] {
  const open = needed.flatMap(({ instead }) => instead.map(({ name }) => name));
  if (open.length > 0) return [say`It may also be ${listOr(open)}: keep the right one.`];
  const share = needed.reduce((sum, next) => sum + next.share, 0);
  if (share >= NEARLY_ALL) return [];
  const kind = from < firstDayOfBoards ? say`clinical commissioning groups` : say`integrated care boards`;
  return [say`The tables do not know all ${kind} of ${from.slice(0, 4)}: add those that are missing.`];
}

function smallIn(small: readonly StartingPartner[]): readonly string[] {
  const names = listAnd(small.map(({ name }) => name));
  if (small.length === 0) return [];
  return small.length === 1
    ? [say`${names} covers less than 2% of the place: ask whether it signs as well.`]
    : [say`${names} each cover less than 2% of the place: ask whether they sign as well.`];
}
