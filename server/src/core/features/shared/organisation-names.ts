/** The names behind the codes that the Organisation Data Service gives to NHS organisations, with their days. */

import {
  clinicalCommissioningGroupsJson,
  integratedCareBoardSuccessionsJson,
  integratedCareBoardsJson,
  nhsTrustsJson,
} from '../../reference/tables.generated';
import type { CalendarDate } from '../../values/calendar';

export interface Organisation {
  readonly code: string;
  readonly name: string;
  readonly kind: 'clinical commissioning group' | 'integrated care board' | 'NHS trust';
  /** The first and the last day, where they are known. */
  readonly from: CalendarDate | undefined;
  readonly to: CalendarDate | undefined;
  /** The days on which it is known to have been there, for a group whose first and last day are not. */
  readonly seen: readonly CalendarDate[];
  /** Codes of what came after it. */
  readonly successors: readonly string[];
}

/** The organisation with this code, in any case. */
export function organisationWith(code: string): Organisation | undefined {
  known ??= readAll();
  return known.get(code.toUpperCase());
}

let known: ReadonlyMap<string, Organisation> | undefined;

function readAll(): ReadonlyMap<string, Organisation> {
  const all = new Map<string, Organisation>();
  for (const [code = '', name = ''] of rowsOf(nhsTrustsJson)) all.set(code, { ...OPEN, code, name, kind: 'NHS trust' });
  for (const [day = '', code = '', , name = ''] of rowsOf(clinicalCommissioningGroupsJson)) {
    const seen = [...(all.get(code)?.seen ?? []), day];
    all.set(code, { ...OPEN, code, name, kind: 'clinical commissioning group', seen });
  }
  const successions = rowsOf(integratedCareBoardSuccessionsJson);
  for (const [code = '', , name = '', from, to] of rowsOf(integratedCareBoardsJson)) {
    const successors = successions.flatMap(([old, next]) => (old === code && next ? [next] : []));
    const days = { from: from || undefined, to: to || undefined };
    all.set(code, { ...OPEN, ...days, code, name, kind: 'integrated care board', successors });
  }
  return all;
}

const OPEN = { from: undefined, to: undefined, seen: [], successors: [] };

function rowsOf(json: string): readonly (readonly string[])[] {
  return JSON.parse(json);
}
