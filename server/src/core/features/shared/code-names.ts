/** The official name behind a code: of a place, of an organisation, of a measure. */

import { readOutcome } from '../../model/items';
import { type Framework, isSameFramework } from '../../reference/framework';
import {
  codesIn,
  isComplete,
  looksLikeCode,
  type Measure,
  measuresOf,
  measureWith,
  type OutcomesFramework,
  outcomesFrameworkNamed,
} from '../../reference/measures';
import { placeWithCode, predecessorsOf, type ReferencePlace, successorsOf } from '../../reference/places';
import type { MapNode } from '../../syntax/tree/node';
import { listAnd, say } from '../../text/say';
import { formatDate, readYear } from '../../values/calendar';
import { originFacts } from './named-by-framework';
import { type Organisation, organisationWith } from './organisation-names';

/** What a code means, with what else the tables tell of it. */
export interface CodeMeaning {
  readonly name: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

/**
 * What `code` means in the item, whose named shape is `of` ("place", "partner", "outcome"); `undefined` for a code that
 * the tables do not know.
 */
export function meaningOf(of: string, code: string, item: MapNode): CodeMeaning | undefined {
  if (of === 'outcome') return measureMeaning(code, item);
  const place = placeWithCode(code);
  if (place) return of === 'partner' ? { ...placeMeaning(place), name: place.officialName } : placeMeaning(place);
  const organisation = of === 'partner' ? organisationWith(code) : undefined;
  return organisation && organisationMeaning(organisation);
}

type Facts = CodeMeaning['facts'];

function placeMeaning(place: ReferencePlace): CodeMeaning {
  const after = successorsOf(place);
  const before = predecessorsOf(place);
  return {
    name: place.name,
    facts: [
      { label: say`Council`, value: place.officialName },
      ...days(place.validFrom, place.validTo),
      ...after.map(({ place: next, on, kind }) => ({
        label: kind === 'recoded' ? say`New code` : say`Followed by`,
        value: say`${next.name} (${next.code}) on ${formatDate(on)}`,
      })),
      ...(before.length > 0
        ? [{ label: say`Before`, value: listAnd(before.map(({ name, code }) => `${name} (${code})`)) }]
        : []),
    ],
  };
}

function organisationMeaning({ name, kind, from, to, seen, successors }: Organisation): CodeMeaning {
  const on = listAnd(seen.map(formatDate));
  const next = successors.map(code => `${organisationWith(code)?.name ?? code} (${code})`);
  return {
    name,
    facts: [
      { label: say`Kind`, value: kind },
      ...days(from, to),
      ...(on === '' ? [] : [{ label: say`In the list of`, value: on }]),
      ...(kind === 'clinical commissioning group'
        ? [{ label: say`Until`, value: say`30 June 2022 at the latest, when all groups ended` }]
        : []),
      ...(next.length > 0 ? [{ label: say`Followed by`, value: listAnd(next) }] : []),
    ],
  };
}

function days(from: string | undefined, to: string | undefined): Facts {
  return [
    ...(from === undefined ? [] : [{ label: say`From`, value: formatDate(from) }]),
    ...(to === undefined ? [] : [{ label: say`Until`, value: formatDate(to) }]),
  ];
}

function measureMeaning(code: string, item: MapNode): CodeMeaning | undefined {
  const outcome = readOutcome(item);
  const framework = outcomesFrameworkNamed(outcome.framework.value ?? '');
  if (!framework) return undefined;
  const reading = readYear(outcome.edition.value ?? '');
  const edition = 'year' in reading ? reading.year : undefined;
  const measure = measureWith(framework, code, edition);
  return measure && { name: measure.name, facts: measureFacts(framework, code, measure) };
}

/** What a code of an outcome means by the framework's own list; or that no list of ours has it. */
export function listedMeaning(code: string, item: MapNode, framework: Framework | undefined): CodeMeaning | undefined {
  const outcome = readOutcome(item);
  const written = outcome.framework.value ?? '';
  const listed = framework?.outcomes.values.find(
    measure => measure.code === code && isSameFramework(measure.framework, written),
  );
  if (framework && listed) {
    const facts = [{ label: framework.shortTitle, value: say`lists it` }, ...originFacts(framework.outcomes)];
    return { name: listed.name, facts };
  }
  const national = outcomesFrameworkNamed(written);
  const reading = readYear(outcome.edition.value ?? '');
  const year = 'year' in reading ? reading.year : undefined;
  if (!national || isComplete(national, year) || !looksLikeCode(national, code)) return undefined;
  const value = say`our own list of ${national} is not complete and does not hold this code: look it up in the published framework`;
  return { name: say`a code of ${national}`, facts: [{ label: say`Not checked`, value }] };
}

function measureFacts(framework: OutcomesFramework, code: string, measure: Measure): Facts {
  const { from, to, formerCode } = measure;
  const others = measuresOf(framework).filter(
    other => other !== measure && (other.code === code || other.formerCode === code),
  );
  return [
    { label: say`Framework`, value: framework },
    { label: say`A better value is`, value: measure.goodIs },
    ...(measure.unit === '' ? [] : [{ label: say`Unit`, value: measure.unit }]),
    ...(from === undefined ? [] : [{ label: say`This code from`, value: from }]),
    ...(to === undefined ? [] : [{ label: say`This code until`, value: to }]),
    ...(formerCode === undefined || formerCode === measure.code
      ? []
      : [{ label: say`Code before`, value: formerCode }]),
    ...others.map(other => ({
      label: say`In other editions`,
      value: say`the code of "${other.name}", now ${codesIn(other, undefined)[0] ?? other.code}`,
    })),
    ...(measure.isOfficial ? [] : [{ label: say`List`, value: say`the project's own, not an official one` }]),
  ];
}
