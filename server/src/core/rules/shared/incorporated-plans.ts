/** The old plans that a plan brings in and that can be read, each with what the plan says became of its schemes. */
import type { BcfPlan, BcfScheme, Became, Incorporated } from '../../model/bcf-plan';
import type { RuleContext } from './rule';

export interface IncorporatedSchemes {
  readonly incorporated: Incorporated;
  readonly uri: string;
  readonly old: BcfPlan;
  /** The schemes of the old plan by id; of two with one id the first. */
  readonly schemes: ReadonlyMap<string, BcfScheme>;
  /** What became of each, by the id that the old plan has; of two the first. */
  readonly became: ReadonlyMap<string, Became>;
}

export function* incorporatedPlans({ plan, workspace }: RuleContext): Iterable<IncorporatedSchemes> {
  for (const incorporated of plan.incorporates.items) {
    const path = incorporated.plan.value;
    const found = path === undefined ? undefined : workspace.incorporated(path);
    if (found?.state !== 'read') continue;
    const schemes = new Map<string, BcfScheme>();
    for (const scheme of found.plan.schemes.items) {
      if (scheme.id.value !== undefined && !schemes.has(scheme.id.value)) schemes.set(scheme.id.value, scheme);
    }
    const became = new Map<string, Became>();
    for (const entry of incorporated.schemes) {
      if (entry.old.value !== undefined && !became.has(entry.old.value)) became.set(entry.old.value, entry);
    }
    yield { incorporated, uri: found.uri, old: found.plan, schemes, became };
  }
}

/**
 * The id of the scheme that an author most likely meant by `written`, which no scheme has: the same but for case, signs
 * and leading zeros, or the scheme's name. Ids of one plan differ by a digit, so that the nearest one is only a guess.
 */
export function meantScheme(written: string, schemes: Iterable<BcfScheme>): string | undefined {
  const folded = fold(written);
  for (const { id, name } of schemes) {
    if (id.value === undefined) continue;
    if (fold(id.value) === folded || name.value?.toLowerCase() === written.toLowerCase()) return id.value;
  }
  return undefined;
}

function fold(id: string): string {
  return id
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/(?<!\d)0+(?=\d)/g, '');
}
