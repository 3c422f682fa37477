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
import { say } from '../../text/say';
import { wordMeant } from '../../text/word-meant';
import { readYear, yearStarting } from '../../values/calendar';

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
      readonly edition: string;
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
  const edition = outcome.edition.given ? editionName(outcome, framework) : framework;
  const spoken = editionName(outcome, framework);
  if (code === undefined) {
    return isOpen(outcome.code) ? { kind: 'uncoded', edition, codes, meant: namedCode } : { kind: 'open' };
  }
  const own = measureWith(framework, code, year);
  const alike = (measure: Measure) => likeness(outcome.name.value ?? '', measure.name);
  if (own) {
    const differs = named && named !== own && alike(named) > alike(own) + 0.3;
    return differs && namedCode !== undefined && year !== undefined
      ? { kind: 'renumbered', edition: spoken, means: own, measure: named, code: namedCode }
      : { kind: 'right', measure: own };
  }
  if (listed.some(measure => measure.code === code)) return { kind: 'open' };
  const plain = codeWritten(code, framework);
  if (plain !== code && measureWith(framework, plain, year)) return { kind: 'uncoded', edition, codes, meant: plain };
  const elsewhere = measuresOf(framework).filter(({ code: now, formerCode }) =>
    [code, plain].some(one => one === now || one === formerCode),
  );
  const moved = elsewhere.find(other => other === named) ?? (isRenumbered(framework, year) ? elsewhere[0] : undefined);
  const movedTo = moved && codesIn(moved, year)[0];
  if (moved && movedTo !== undefined && year !== undefined)
    return { kind: 'renumbered', edition: spoken, means: undefined, measure: moved, code: movedTo };
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
  // One sign of a short code is too much to guess at.
  const plain = code?.toUpperCase().replace(/\s+/g, '');
  const same = codes.find(other => other.toUpperCase() === plain);
  const meant = named?.code ?? same ?? (code === undefined || code.length <= 3 ? undefined : wordMeant(code, codes));
  return { kind: 'uncoded', edition: framework, codes, meant };
}

/** The first financial year of the edition that an outcome names; where it names none, that in which the plan begins. */
function editionOf({ edition }: Outcome, plan: Plan): string | undefined {
  if (!edition.given) return plan.years[0];
  const written = edition.value ?? '';
  const [, first, last] = YEARS_TOGETHER.exec(written) ?? [];
  if (first !== undefined && Number(last) > Number(first.slice(2))) return yearStarting(Number(first));
  const reading = readYear(written);
  return 'year' in reading ? reading.year : reading.suggestion;
}

/** "2023-25", "2023 to 2025": the edition of more than one year. */
const YEARS_TOGETHER = /^\s*(20\d\d)\s*(?:[-/\u2010-\u2015]|to)\s*(?:20)?(\d\d)\s*$/i;

/** How messages call the edition: as the author does. */
function editionName({ edition }: Outcome, framework: OutcomesFramework): string {
  if (!edition.given) return say`${framework} when the plan begins`;
  return `${framework} ${edition.value ?? ''}`.trim();
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

/** The code that is meant by one that is written as people say it. */
function codeMeant(written: string, codes: readonly string[], framework: OutcomesFramework): string | undefined {
  const plain = codeWritten(written, framework);
  const same = codes.find(code => code.toUpperCase() === plain);
  if (same !== undefined) return same;
  if (plain !== written && looksLikeCode(framework, plain)) return plain;
  return written.length > 3 ? nearest(written, codes) : undefined;
}

/** "2c", "ASCOF 2C", "2A (2)" and "2A part 2" in the form of the framework: "2C", "2A(2)". */
function codeWritten(written: string, framework: string): string {
  return written
    .toUpperCase()
    .replace(framework.toUpperCase(), '')
    .replace(/\s*[-,]?\s*\bP(?:AR)?T\.?\s*([0-9A-Z])\b/, '($1)')
    .replace(/[\s:]+/g, '')
    .replace(/^(\d[A-Z])[-/.]?(\d)$/, '$1($2)');
}
