/** Who must be among the partners of a new plan, as far as the reference tables know: the council and the NHS commissioners. */

import { commissionersOf, firstDayOfBoards } from '../reference/commissioners';
import type { ReferencePlace } from '../reference/places';
import { freeId, idOf } from '../text/id-words';
import { say } from '../text/say';
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
  /** What the tables leave open, to stand as a comment above the list. */
  readonly doubt: string | undefined;
}

/** A commissioner of less than this share of a place is asked, not counted on. */
const SMALL_SHARE = 0.02;
/** The shares are counts of small areas: they need not come to the whole. */
const NEARLY_ALL = 0.95;

/** The council of `place` and those who commission its NHS services on the first day of `period`. */
export function knownPartners(place: ReferencePlace, { from }: Period): KnownPartners {
  const needed = commissionersOf(place.code, from).filter(({ share }) => share >= SMALL_SHARE);
  const taken: string[] = ['council'];
  const commissioners = needed.flatMap(({ options: [first] }): StartingPartner[] => {
    if (!first) return [];
    const id = freeId(idOf(first.name.replace('Integrated Care Board', 'ICB'), 'partner'), other =>
      taken.includes(other),
    );
    taken.push(id);
    const type = first.kind === 'group' ? 'clinical-commissioning-group' : 'integrated-care-board';
    return [{ id, name: first.name, type, code: first.code }];
  });
  const council: StartingPartner = {
    id: 'council',
    name: place.officialName,
    type: 'upper-tier-council',
    code: place.code,
  };
  return { partners: [council, ...commissioners], doubt: doubtAbout(needed, from) };
}

function doubtAbout(
  needed: readonly { readonly options: readonly { readonly name: string }[]; readonly share: number }[],
  from: string,
): string | undefined {
  const open = needed.flatMap(({ options: [, ...others] }) => others.map(({ name }) => name));
  if (open.length > 0) return say`It may also be ${open.join(' or ')}: keep the right one.`;
  const share = needed.reduce((sum, next) => sum + next.share, 0);
  if (share >= NEARLY_ALL) return undefined;
  const kind = from < firstDayOfBoards ? say`clinical commissioning groups` : say`integrated care boards`;
  return say`The tables do not know all ${kind} of ${from.slice(0, 4)}: add those that are missing.`;
}
