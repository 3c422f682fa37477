/** What the code of an outcome means in its edition: the question behind the rules on codes and on their direction. */

import { isOpen } from '../../model/field';
import type { Outcome } from '../../model/items';
import type { Plan } from '../../model/plan';
import { type Framework, isSameFramework, outcomesFrameworksOf } from '../../reference/framework';
import {
  codesIn,
  isComplete,
  isRenumbered,
  likeness,
  looksLikeCode,
  type Measure,
  measuresOf,
  measureWith,
  type OutcomesFramework,
  outcomesFrameworkNamed,
} from '../../reference/measures';
import { nearest } from '../../text/nearest';
import { readYear } from '../../values/calendar';

export type CodeStanding =
  | { readonly kind: 'right'; readonly measure: Measure }
  /** Listed by the national framework of the plan, or of a measure that our lists do not hold. */
  | { readonly kind: 'open' }
  /** None of the frameworks that are `known`. */
  | { readonly kind: 'unknown-framework'; readonly known: readonly string[] }
  /** No code of `edition` ("ASCOF 2023-24"), which has `codes`; `meant` is the one that the author most likely meant. */
  | {
      readonly kind: 'uncoded';
      readonly edition: string;
      readonly codes: readonly string[];
      readonly meant: string | undefined;
    }
  /** A code of another edition, or of another measure (`means`); `measure` goes by `code` in this edition. */
  | {
      readonly kind: 'renumbered';
      readonly framework: OutcomesFramework;
      readonly year: string;
      readonly means: Measure | undefined;
      readonly measure: Measure;
      readonly code: string;
    };

/** How the code of `outcome` stands in its framework, in the edition that it names or else that of the plan's first year. */
export function codeStanding(outcome: Outcome, plan: Plan, policy: Framework): CodeStanding {
  const written = outcome.framework.value;
  if (written === undefined || !outcome.code.given) return { kind: 'open' };
  const framework = outcomesFrameworkNamed(written);
  const listed = policy.outcomes.values.filter(measure => isSameFramework(measure.framework, written));
  if (framework === undefined) return listed.length > 0 ? ownStanding(outcome, written, listed) : noFramework(policy);
  const year = editionOf(outcome, plan);
  const named = measureNamed(framework, outcome.name.value);
  const code = outcome.code.value;
  const namedCode = named && codesIn(named, year)[0];
  const codes = measuresOf(framework).flatMap(measure => codesIn(measure, year));
  const edition = year === undefined ? framework : `${framework} ${year}`;
  if (code === undefined) {
    return isOpen(outcome.code) ? { kind: 'uncoded', edition, codes, meant: namedCode } : { kind: 'open' };
  }
  const own = measureWith(framework, code, year);
  const alike = (measure: Measure) => likeness(outcome.name.value ?? '', measure.name);
  if (own) {
    const differs = named && named !== own && alike(named) > alike(own) + 0.3;
    return differs && namedCode !== undefined && year !== undefined
      ? { kind: 'renumbered', framework, year, means: own, measure: named, code: namedCode }
      : { kind: 'right', measure: own };
  }
  if (listed.some(measure => measure.code === code)) return { kind: 'open' };
  const elsewhere = measuresOf(framework).filter(other => other.code === code || other.formerCode === code);
  const moved = elsewhere.find(other => other === named) ?? (isRenumbered(framework, year) ? elsewhere[0] : undefined);
  const movedTo = moved && codesIn(moved, year)[0];
  if (moved && movedTo !== undefined && year !== undefined)
    return { kind: 'renumbered', framework, year, means: undefined, measure: moved, code: movedTo };
  if (!isComplete(framework, year) && looksLikeCode(framework, code)) return { kind: 'open' };
  return { kind: 'uncoded', edition, codes, meant: namedCode ?? codeMeant(code, codes, framework) };
}

function noFramework(policy: Framework): CodeStanding {
  return { kind: 'unknown-framework', known: outcomesFrameworksOf(policy) };
}

/** An outcome of a list that only the national framework of the plan, or the team's own, gives. */
function ownStanding(outcome: Outcome, framework: string, listed: Framework['outcomes']['values']): CodeStanding {
  const code = outcome.code.value;
  const name = outcome.name.value;
  const named = listed.find(measure => name !== undefined && likeness(name, measure.name) >= 0.6);
  const codes = listed.flatMap(measure => measure.code ?? []);
  // Where it gives measures by name alone, nothing can be said of their codes.
  if (codes.length < listed.length || (code !== undefined && codes.includes(code))) return { kind: 'open' };
  const meant = named?.code ?? (code === undefined ? undefined : codeMeant(code, codes, framework));
  return { kind: 'uncoded', edition: framework, codes, meant };
}

/** The financial year of the edition that an outcome names, or else of the plan's first year. */
function editionOf(outcome: Outcome, plan: Plan): string | undefined {
  const reading = readYear(outcome.edition.value ?? '');
  if ('year' in reading) return reading.year;
  return reading.suggestion ?? plan.years[0];
}

/** The measure that goes by `name`, or by nearly that. */
function measureNamed(framework: OutcomesFramework, name: string | undefined): Measure | undefined {
  let best: Measure | undefined;
  let most = 0.6;
  for (const measure of measuresOf(framework)) {
    const alike = likeness(name ?? '', measure.name);
    if (alike < most) continue;
    best = measure;
    most = alike;
  }
  return best;
}

/** "2c", "ASCOF 2C" and "2A (2)" are meant as the codes that they look like. */
function codeMeant(written: string, codes: readonly string[], framework: string): string | undefined {
  const plain = written.toUpperCase().replace(framework.toUpperCase(), '').replace(/\s+/g, '');
  return codes.find(code => code.toUpperCase() === plain) ?? (written.length > 3 ? nearest(written, codes) : undefined);
}
