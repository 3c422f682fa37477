/** What the reference tables and the framework know for the plan that is being written: used where it is completed. */
import type { Analysis } from '../analysis';
import type { CalendarDate } from '../model/calendar';
import { commissionersOf } from '../reference/commissioners';
import { defaultFramework, type Framework, frameworkNamed } from '../reference/framework';
import { placeWithCode } from '../reference/places';
import type { Settings } from '../settings';
import { nodesAt } from './nodes-at';

/** An organisation that the tables know for the plan's place. */
export interface KnownPartner {
  readonly type: 'upper-tier-council' | 'clinical-commissioning-group' | 'integrated-care-board';
  readonly code: string;
  readonly name: string;
  readonly why: string;
}

/** The framework that the plan is judged by. */
export function frameworkOf({ analysis, settings }: { analysis: Analysis; settings: Settings }): Framework | undefined {
  const named = analysis.document?.kind === 'one-plan' ? analysis.document.framework.value : undefined;
  const id = settings.framework ?? named ?? defaultFramework;
  return frameworkNamed(id, settings.frameworks) ?? frameworkNamed(defaultFramework);
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

/** What stands under `key` in the mapping in which the cursor is; `undefined` where it is not there, or not read. */
export function writtenBeside(
  { analysis, offset }: { readonly analysis: Analysis; readonly offset: number },
  key: string,
): string | undefined {
  const around = nodesAt(analysis.tree.root, offset).findLast(({ node }) => node.kind === 'map')?.node;
  const value = around?.kind === 'map' ? around.get(key) : undefined;
  return value?.kind === 'scalar' && value.text !== '' ? value.text : undefined;
}

function percent(share: number): string {
  return share >= 0.995 ? 'all' : share < 0.01 ? 'less than 1 %' : `${Math.round(share * 100)} %`;
}
