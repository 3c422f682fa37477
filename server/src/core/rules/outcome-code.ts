/** What the code of an outcome means in its edition: the question behind the rules on codes and on their direction. */
import { readYear } from '../model/calendar';
import type { Outcome } from '../model/items';
import type { Plan } from '../model/plan';
import type { Framework } from '../reference/framework';
import {
  codesIn,
  isComplete,
  likeness,
  looksLikeCode,
  type Measure,
  measuresOf,
  measureWith,
  type OutcomesFramework,
  outcomesFrameworkNamed,
} from '../reference/measures';
import { nearest } from '../text/nearest';

export type CodeStanding =
  | { readonly kind: 'right'; readonly measure: Measure }
  /** Listed by the national framework of the plan, or of a measure that our lists do not hold. */
  | { readonly kind: 'open' }
  | { readonly kind: 'unknown-framework' }
  /** No code of the edition; `meant` is the one that the author most likely meant. */
  | {
      readonly kind: 'uncoded';
      readonly framework: OutcomesFramework;
      readonly year: string | undefined;
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

export function codeStanding(outcome: Outcome, plan: Plan, policy: Framework): CodeStanding {
  const written = outcome.framework.value;
  if (written === undefined || !outcome.code.given) return { kind: 'open' };
  if (isListed(outcome, policy)) return { kind: 'open' };
  const framework = outcomesFrameworkNamed(written);
  if (framework === undefined) return { kind: 'unknown-framework' };
  const year = editionOf(outcome, plan);
  const named = measureNamed(framework, outcome.name.value);
  const code = outcome.code.value;
  const namedCode = named && codesIn(named, year)[0];
  if (code === undefined) return { kind: 'uncoded', framework, year, meant: namedCode };
  const own = measureWith(framework, code, year);
  const alike = (measure: Measure) => likeness(outcome.name.value ?? '', measure.name);
  if (own) {
    const differs = named && named !== own && alike(named) > alike(own) + 0.3;
    return differs && namedCode !== undefined && year !== undefined
      ? { kind: 'renumbered', framework, year, means: own, measure: named, code: namedCode }
      : { kind: 'right', measure: own };
  }
  const elsewhere = measuresOf(framework).filter(other => other.code === code || other.formerCode === code);
  const moved = elsewhere.find(other => other === named) ?? (isComplete(framework, year) ? elsewhere[0] : undefined);
  const movedTo = moved && codesIn(moved, year)[0];
  if (moved && movedTo !== undefined && year !== undefined)
    return { kind: 'renumbered', framework, year, means: undefined, measure: moved, code: movedTo };
  if (!isComplete(framework, year) && looksLikeCode(framework, code)) return { kind: 'open' };
  return { kind: 'uncoded', framework, year, meant: namedCode ?? codeMeant(framework, code, year) };
}

/** The financial year of the edition that an outcome names, or else of the plan's first year. */
function editionOf(outcome: Outcome, plan: Plan): string | undefined {
  const reading = readYear(outcome.edition.value ?? '');
  if ('year' in reading) return reading.year;
  return reading.suggestion ?? plan.years[0];
}

function isListed(outcome: Outcome, policy: Framework): boolean {
  return policy.outcomes.values.some(
    listed =>
      listed.framework.toLowerCase() === outcome.framework.value?.toLowerCase() &&
      (listed.code === undefined ? listed.name === outcome.name.value : listed.code === outcome.code.value) &&
      outcomesFrameworkNamed(listed.framework) === undefined,
  );
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
function codeMeant(framework: OutcomesFramework, written: string, year: string | undefined): string | undefined {
  const codes = measuresOf(framework).flatMap(measure => codesIn(measure, year));
  const plain = written.toUpperCase().replace(framework, '').replace(/\s+/g, '');
  return codes.find(code => code.toUpperCase() === plain) ?? (written.length > 3 ? nearest(written, codes) : undefined);
}
