/**
 * The NHS commissioners of England: clinical commissioning groups until June 2022, integrated care boards since July
 * 2022, and which of them covers which place. Groups are known as they stood on three days, so that much of their
 * mergers is not known: whatever cannot be told from that is left undecided.
 */
import { addDays, type CalendarDate } from '../values/calendar';
import { placeWithCode, predecessorsOf, type ReferencePlace, successorsOf } from './places';
import {
  clinicalCommissioningGroupsJson,
  integratedCareBoardSuccessionsJson,
  integratedCareBoardsJson,
  placeClinicalCommissioningGroupOverlapsJson,
  placeIntegratedCareBoardOverlapsJson,
} from './tables.generated';

export interface Commissioner {
  readonly kind: 'group' | 'board';
  /** The code of the Organisation Data Service: `QOQ`, `03Q`. */
  readonly code: string;
  readonly name: string;
  /** The days between which it is known to have been there; `to` is absent while it is. */
  readonly from: CalendarDate;
  readonly to: CalendarDate | undefined;
  /** The days between which it may have been there: on any other day it surely was not. */
  readonly earliest: CalendarDate;
  readonly latest: CalendarDate | undefined;
}

/** Who must be among the partners of a place: one of `options`, which covers `share` (0 to 1) of it. */
export interface NeededCommissioner {
  readonly options: readonly Commissioner[];
  readonly share: number;
}

export const firstDayOfBoards: CalendarDate = '2022-07-01';

/** The commissioner with `code`, or else the one that goes by `name` in any usual form. */
export function commissionerNamed(
  kind: Commissioner['kind'],
  code: string | undefined,
  name: string | undefined,
): Commissioner | undefined {
  const { byCode, byName } = table();
  const coded = code === undefined ? undefined : byCode.get(code.toUpperCase());
  return coded?.kind === kind ? coded : byName.get(`${kind} ${fold(name ?? '')}`);
}

/** The boards that took over from the board with `code`, in whole or in part. */
export function boardsAfter(code: string): readonly Commissioner[] {
  return table().after.get(code) ?? [];
}

/** The boards from which the board with `code` took over, in whole or in part. */
export function boardsBefore(code: string): readonly Commissioner[] {
  return table().before.get(code) ?? [];
}

/** Whether `commissioner` covers a part of the place with `placeCode`; `unknown` where the tables cannot tell. */
export function covers(commissioner: Commissioner, placeCode: string): 'some' | 'none' | 'unknown' {
  const places = placesToday(placeCode);
  if (places.length === 0) return 'unknown';
  const { overlaps } = table();
  const has = (code: string) => places.some(place => overlaps.get(place.code)?.some(([other]) => other === code));
  if (commissioner.kind === 'group') {
    if (commissioner.to !== LAST_DAY_OF_GROUPS) return 'unknown';
    return has(commissioner.code) ? 'some' : 'none';
  }
  if (has(commissioner.code)) return 'some';
  const earlier = boardsBefore(commissioner.code).filter(board => has(board.code));
  if (earlier.length === 0) return 'none';
  return earlier.some(board => boardsAfter(board.code).length === 1) ? 'some' : 'unknown';
}

/** The commissioners of the place with `placeCode` on `day`, the largest share first, as far as they are known. */
export function commissionersOf(placeCode: string, day: CalendarDate): readonly NeededCommissioner[] {
  const places = placesToday(placeCode);
  // A place that went into a larger one: the shares of the larger one are not its own.
  if (places.some(place => place.code !== placeCode && predecessorsOf(place).length > 1)) return [];
  const { overlaps, byCode } = table();
  const kind = day < firstDayOfBoards ? 'group' : 'board';
  const needed = new Map<string, { options: readonly Commissioner[]; shares: Map<string, number> }>();
  for (const place of places) {
    for (const [code, share] of overlaps.get(place.code) ?? []) {
      const known = byCode.get(code);
      if (known?.kind !== kind) continue;
      const options = wasThere(known, day) ? [known] : boardsAfter(code).filter(board => wasThere(board, day));
      if (options.length === 0) continue;
      const key = options.map(option => option.code).join(' ');
      const entry = needed.get(key) ?? { options, shares: new Map<string, number>() };
      entry.shares.set(place.code, (entry.shares.get(place.code) ?? 0) + share);
      needed.set(key, entry);
    }
  }
  return [...needed.values()]
    .map(({ options, shares }) => ({ options, share: Math.max(...shares.values()) }))
    .sort((a, b) => b.share - a.share);
}

/** A board that had ended by the day that was asked for, with those that took over from it. */
export interface EndedBoard {
  readonly board: Commissioner;
  readonly after: readonly Commissioner[];
}

/** The boards of the place with `placeCode` that had ended before `day`, the largest share first. */
export function boardsEndedBefore(placeCode: string, day: CalendarDate): readonly EndedBoard[] {
  const { overlaps, byCode } = table();
  const ended = new Map<string, EndedBoard & { readonly share: number }>();
  for (const [code, share] of placesToday(placeCode).flatMap(place => overlaps.get(place.code) ?? [])) {
    const board = byCode.get(code);
    const after = boardsAfter(code);
    if (board?.kind !== 'board' || board.to === undefined || board.to >= day || after.length === 0) continue;
    ended.set(code, { board, after, share });
  }
  return [...ended.values()].sort((a, b) => b.share - a.share);
}

/** Whether it is known to have been there on `day`. */
function wasThere({ from, to }: Commissioner, day: CalendarDate): boolean {
  return from <= day && (to === undefined || day <= to);
}

/** The places of today that the place with `code` became; the place itself while it is current. */
function placesToday(code: string): readonly ReferencePlace[] {
  const place = placeWithCode(code);
  if (!place) return [];
  const later = successorsOf(place);
  return later.length === 0 ? [place] : later.flatMap(next => placesToday(next.place.code));
}

const FIRST_DAY_OF_GROUPS = '2013-04-01';
const LAST_DAY_OF_GROUPS = '2022-06-30';

interface Table {
  readonly byCode: ReadonlyMap<string, Commissioner>;
  /** By kind and folded name. */
  readonly byName: ReadonlyMap<string, Commissioner>;
  readonly after: ReadonlyMap<string, readonly Commissioner[]>;
  readonly before: ReadonlyMap<string, readonly Commissioner[]>;
  /** Code and share of each commissioner of a place of today. */
  readonly overlaps: ReadonlyMap<string, readonly (readonly [string, number])[]>;
}

let read: Table | undefined;

/** Read on first use: most runs of most documents never ask. */
function table(): Table {
  read ??= readTable();
  return read;
}

function readTable(): Table {
  const all = [...readGroups(), ...readBoards()];
  const byCode = new Map(all.map(commissioner => [commissioner.code, commissioner]));
  const byName = new Map(all.map(commissioner => [`${commissioner.kind} ${fold(commissioner.name)}`, commissioner]));
  const after = new Map<string, Commissioner[]>();
  const before = new Map<string, Commissioner[]>();
  for (const [old = '', next = ''] of rowsOf(integratedCareBoardSuccessionsJson)) {
    const board = byCode.get(next);
    const earlier = byCode.get(old);
    if (!board || !earlier) continue;
    after.set(old, [...(after.get(old) ?? []), board]);
    before.set(next, [...(before.get(next) ?? []), earlier]);
  }
  const overlaps = new Map<string, (readonly [string, number])[]>();
  const shares = [
    ...rowsOf(placeClinicalCommissioningGroupOverlapsJson),
    ...rowsOf(placeIntegratedCareBoardOverlapsJson),
  ];
  for (const [place = '', code = '', share] of shares) {
    overlaps.set(place, [...(overlaps.get(place) ?? []), [code, Number(share)]]);
  }
  return { byCode, byName, after, before, overlaps };
}

function readBoards(): readonly Commissioner[] {
  return rowsOf(integratedCareBoardsJson).map(([code = '', , name = '', from = '', to]) => ({
    kind: 'board' as const,
    code,
    name,
    from,
    to: to || undefined,
    earliest: from,
    latest: to || undefined,
  }));
}

/** A group was there from the first to the last day on which it is listed, and surely not on a day without it. */
function readGroups(): readonly Commissioner[] {
  const rows = rowsOf(clinicalCommissioningGroupsJson);
  const days = [...new Set(rows.map(([day = '']) => day))].sort();
  const listed = new Map<string, { name: string; days: string[] }>();
  for (const [day = '', code = '', , name = ''] of rows) {
    const group = listed.get(code) ?? { name, days: [] };
    group.days.push(day);
    group.name = name;
    listed.set(code, group);
  }
  return [...listed].map(([code, group]) => {
    const first = group.days[0] ?? '';
    const last = group.days.at(-1) ?? '';
    const previous = days[days.indexOf(first) - 1];
    const next = days[days.indexOf(last) + 1];
    return {
      kind: 'group' as const,
      code,
      name: group.name,
      from: first,
      to: next === undefined ? LAST_DAY_OF_GROUPS : last,
      earliest: previous === undefined ? FIRST_DAY_OF_GROUPS : addDays(previous, 1),
      latest: next === undefined ? LAST_DAY_OF_GROUPS : addDays(next, -1),
    };
  });
}

function rowsOf(json: string): readonly (readonly string[])[] {
  return JSON.parse(json);
}

/** "NHS Vale of York CCG", "Vale of York Clinical Commissioning Group" and "vale of york" are the same name. */
function fold(name: string): string {
  return name
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/\b(?:nhs|ccg|icb|clinical commissioning group|integrated care board|the)\b/g, ' ')
    .replace(/[^a-z]+/g, ' ')
    .trim();
}
