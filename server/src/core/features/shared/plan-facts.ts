/** What the reference tables and the framework know for the plan that is being written: used where it is completed. */

import type { Analysis } from '../../analysis';
import { nodesAt } from '../../cursor/nodes-at';
import { commissionersOf } from '../../reference/commissioners';
import type { Framework } from '../../reference/framework';
import { placeWithCode } from '../../reference/places';
import { frameworkOf, type Settings } from '../../settings';
import type { MapNode } from '../../syntax/tree/node';
import { say } from '../../text/say';
import type { CalendarDate } from '../../values/calendar';

/** An organisation that the tables know for the plan's place. */
export interface KnownPartner {
  readonly type: 'upper-tier-council' | 'clinical-commissioning-group' | 'integrated-care-board';
  readonly code: string;
  readonly name: string;
  readonly why: string;
}

/** The framework that the plan is judged by; none where there is no plan. */
export function planFramework(of: { analysis: Analysis; settings: Settings }): Framework | undefined {
  const { document } = of.analysis;
  return document?.kind === 'one-plan' ? frameworkOf(document, of.settings) : undefined;
}

/** The plan's period, or all days while it is not known. */
export function periodOf({ document }: Analysis): { readonly from: CalendarDate; readonly to: CalendarDate } {
  const plan = document?.kind === 'one-plan' ? document : undefined;
  return { from: plan?.from.value ?? '0000-01-01', to: plan?.to.value ?? '9999-12-31' };
}

/** The council of the plan's place and its NHS commissioners on the first day of the period, as far as they are known. */
export function partnersOfPlace(analysis: Analysis): readonly KnownPartner[] {
  const { document } = analysis;
  if (document?.kind !== 'one-plan') return [];
  const place = placeWithCode(document.place.code.value ?? '');
  if (!place) return [];
  const council: KnownPartner = {
    type: 'upper-tier-council',
    code: place.code,
    name: place.officialName,
    why: `The council of ${place.name}.`,
  };
  const commissioners = commissionersOf(place.code, document.from.value ?? '9999-12-31').flatMap(({ options, share }) =>
    options.map(({ kind, code, name }): KnownPartner => {
      const type = kind === 'group' ? 'clinical-commissioning-group' : 'integrated-care-board';
      return { type, code, name, why: `Covers ${percent(share)} of ${place.name}.` };
    }),
  );
  return [council, ...commissioners];
}

/** The innermost mapping in which the cursor stands. */
export function mapAround({ analysis, offset }: AtCursor): MapNode | undefined {
  const around = nodesAt(analysis.tree.root, offset).findLast(({ node }) => node.kind === 'map')?.node;
  return around?.kind === 'map' ? around : undefined;
}

/**
 * The value of `key` beside what is being typed: in the mapping of the cursor, or the next one around it that has the
 * key; `undefined` where it is absent or not parsed.
 */
export function writtenBeside({ analysis, offset }: AtCursor, key: string): string | undefined {
  // On an empty line the cursor comes after what is written above it.
  for (const at of [offset, analysis.text.slice(0, offset).trimEnd().length]) {
    const around = nodesAt(analysis.tree.root, at).findLast(({ node }) => node.kind === 'map' && node.get(key))?.node;
    const value = around?.kind === 'map' ? around.get(key) : undefined;
    if (value?.kind === 'scalar' && value.text !== '') return value.text;
  }
  return undefined;
}

interface AtCursor {
  readonly analysis: Analysis;
  readonly offset: number;
}

function percent(share: number): string {
  return share >= 0.995 ? 'all' : share < 0.01 ? say`less than 1 %` : `${Math.round(share * 100)} %`;
}
