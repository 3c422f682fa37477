/** *Add a partner that the tables know*: the council of the place, and the NHS commissioners of the plan's period. */

import type { Finding } from '../../finding';
import { writeText } from '../../syntax/tree/write-scalar';
import { say } from '../../text/say';
import { shorten } from '../../text/words';
import { idFrom } from '../shared/new-id';
import { type KnownPartner, partnersOfPlace } from '../shared/plan-facts';
import { snippetText } from '../shared/snippet';
import type { Action, PlanActionContext } from './action';
import { insertItem } from './insert';

/** Rules that a partner of the place answers. */
const answered = new Set(['partners-one-sided', 'commissioner-missing-for-place']);

export function addKnownPartners({ plan, analysis, findings }: PlanActionContext): readonly Action[] {
  const there = new Set(plan.partners.items.flatMap(({ code, name }) => [code.value, name.value?.toLowerCase()]));
  return findings
    .filter(({ rule }) => answered.has(rule))
    .flatMap(finding =>
      partnersOfPlace(analysis)
        .filter(({ code, name }) => !there.has(code) && !there.has(name.toLowerCase()))
        .filter(partner => isMeant(finding, partner))
        .flatMap(({ code, name, type }): Action[] => {
          const edit = insertItem(
            analysis,
            ['partners'],
            [
              ['id', idFrom(name, 'partner', analysis)],
              ['name', snippetText(writeText(name, 'flow'))],
              ['type', type],
              ['code', writeText(code, 'flow')],
            ],
          );
          const title = say`Add ${shorten(name)} to the partners`;
          return edit ? [{ title, kind: 'quickfix', finding, edits: [edit] }] : [];
        }),
    );
}

/**
 * A finding that names organisations by code is resolved by one of these; one about a missing side, by any of that
 * side.
 */
function isMeant({ rule, detail }: Finding, { code, type }: KnownPartner): boolean {
  if (rule !== 'partners-one-sided') return detail?.split(' ').includes(code) ?? false;
  return detail === undefined || (detail === 'council') === (type === 'upper-tier-council');
}
