/**
 * Values that the reference tables and the framework know: places by name or code, measures by code or words, roles that
 * sign. What belongs together is written together: a place's name with its code, a measure's name with its code.
 */

import { type Framework, isSameFramework } from '../../reference/framework';
import {
  codesIn,
  type Measure,
  measuresOf,
  outcomesFrameworkNamed,
  outcomesFrameworks,
} from '../../reference/measures';
import { placesIn, type ReferencePlace } from '../../reference/places';
import type { Shape } from '../../schema/shape';
import { writeText } from '../../syntax/tree/write-scalar';
import { say } from '../../text/say';
import { formatDate, yearOf } from '../../values/calendar';
import { delegationWords } from '../shared/named-by-framework';
import { partnersOfPlace, periodOf, planFramework, writtenBeside } from '../shared/plan-facts';
import type { Completion, CompletionContext } from './context';

/** The values known for the key that is being written; none for most keys. */
export function knownValues(context: CompletionContext): readonly Completion[] {
  const { cursor, shapes } = context;
  const def = shapes[0]?.def;
  const { key } = cursor;
  if (cursor.role !== 'value' || key === undefined || !isKnownValue(def, key)) return [];
  if (key === 'role') return roles(context);
  if (key !== 'code' && key !== 'name') return years(context, key);
  if (def === 'partner') return partners(context, key);
  return def === 'outcome' ? measures(context, key) : places(context, key);
}

/** Whether the tables or the framework know values for `key` of the shape that is named `def`. */
export function isKnownValue(def: string | undefined, key: string): boolean {
  return def !== undefined && (known[def]?.includes(key) ?? false);
}

const known: Readonly<Record<string, readonly string[]>> = {
  place: ['code', 'name'],
  'bcf-place': ['code', 'name'],
  partner: ['code', 'name'],
  outcome: ['code', 'name', 'edition'],
  baseline: ['period'],
  'bcf-plan': ['year'],
  signature: ['role'],
};

function places(context: CompletionContext, key: 'code' | 'name'): readonly Completion[] {
  const { from, to } = periodOf(context.analysis);
  const title = context.analysis.document?.title.value?.toLowerCase() ?? '';
  const isMeant = (place: ReferencePlace) => (title.includes(place.name.toLowerCase()) ? 0 : 1);
  return [...placesIn(from, to)]
    .sort((a, b) => isMeant(a) - isMeant(b))
    .map(place => ({
      label: key === 'code' ? place.code : place.name,
      kind: 'code',
      detail: key === 'code' ? place.name : place.code,
      documentation: `${place.officialName}${lifeOf(place)}`,
      filter: `${place.name} ${place.code} ${place.officialName}`,
      edit: { at: context.cursor.word, text: together(context, key, { code: place.code, name: place.name }) },
      snippet: false,
    }));
}

/** Whole places, where a place stands behind its key: the code and the name together. */
export function placesOfPlan(context: CompletionContext, shape: Shape): readonly Completion[] {
  const inside = { ...context, shapes: [shape], cursor: { ...context.cursor, flow: true, siblings: [] } };
  return places(inside, 'name').map(completion => {
    const { label: name, detail: code = '' } = completion;
    const text = `{code: ${written(inside, code)}, name: ${written(inside, name)}}`;
    return { ...completion, edit: { at: context.cursor.word, text } };
  });
}

function lifeOf({ validFrom, validTo }: ReferencePlace): string {
  const from = validFrom === undefined ? '' : say`from ${formatDate(validFrom)}`;
  const to = validTo === undefined ? '' : say`until ${formatDate(validTo)}`;
  const both = [from, to].filter(part => part !== '').join(' ');
  return both === '' ? '' : `, ${both}`;
}

function partners(context: CompletionContext, key: 'code' | 'name'): readonly Completion[] {
  return partnersOfPlace(context.analysis).map(({ code, name, why }) => ({
    label: key === 'code' ? code : name,
    kind: 'code',
    detail: key === 'code' ? name : code,
    documentation: why,
    filter: `${name} ${code}`,
    edit: { at: context.cursor.word, text: together(context, key, { code, name }) },
    snippet: false,
  }));
}

function measures(context: CompletionContext, key: 'code' | 'name'): readonly Completion[] {
  const framework = writtenBeside(context, 'framework');
  const known = framework === undefined ? undefined : outcomesFrameworkNamed(framework);
  const edition = writtenBeside(context, 'edition');
  const year = edition !== undefined && /^\d{4}-\d{2}$/.test(edition) ? edition : undefined;
  const asked = askedMeasures(context, key, framework);
  const isAsked = (of: string, code: string) =>
    asked.some(measure => measure.code === code && isSameFramework(measure.framework, of));
  const national = framework !== undefined && !known && asked.length > 0 ? [] : known ? [known] : outcomesFrameworks;
  const others = national.flatMap(measuresOf).flatMap(measure =>
    codesIn(measure, year)
      .slice(0, 1)
      .filter(code => !isAsked(measure.framework, code))
      .map(code => ({
        label: key === 'code' ? code : measure.name,
        kind: 'code' as const,
        detail: key === 'code' ? measure.name : `${measure.framework} ${code}`,
        documentation: standingOf(measure),
        filter: `${code} ${measure.name}`,
        edit: {
          at: context.cursor.word,
          text: together(context, key, { framework: measure.framework, code, name: measure.name }),
        },
        snippet: false,
      })),
  );
  return [...asked.map(({ completion }) => completion), ...others];
}

/** The measures that the plan's framework asks for, as far as they are of the outcomes framework `written`. */
function askedMeasures(context: CompletionContext, key: 'code' | 'name', written: string | undefined) {
  const policy = planFramework(context);
  return (policy?.outcomes.values ?? []).flatMap(({ framework, edition, code, name }) => {
    if ((key === 'code' && code === undefined) || (written !== undefined && !isSameFramework(framework, written)))
      return [];
    const values = {
      framework,
      ...(edition === undefined ? {} : { edition }),
      ...(code === undefined ? {} : { code }),
      name,
    };
    const completion: Completion = {
      label: key === 'code' ? (code ?? name) : name,
      kind: 'code',
      detail: key === 'code' ? name : [framework, code].filter(part => part !== undefined).join(' '),
      documentation: askedBy(policy),
      filter: `${code ?? ''} ${name}`.trim(),
      edit: { at: context.cursor.word, text: together(context, key, values) },
      snippet: false,
    };
    return [{ framework, code, completion }];
  });
}

function askedBy(policy: Framework | undefined): string {
  const title = policy?.shortTitle ?? '';
  return policy?.outcomes.status === 'own-list'
    ? say`Asked for by ${title}, in the project's own words.`
    : say`Asked for by ${title}.`;
}

function standingOf({ framework, unit, goodIs, isOfficial }: Measure): string {
  const list = isOfficial ? framework : say`${framework}, from the project's own list`;
  return say`${list}. Measured as ${unit}; ${goodIs} is better.`;
}

/** Financial years: of an old plan those of the Better Care Fund, of a baseline those before the plan begins. */
function years({ analysis, cursor }: CompletionContext, key: string): readonly Completion[] {
  const from = analysis.document?.kind === 'one-plan' ? analysis.document.from.value : undefined;
  const first = from === undefined ? undefined : Number(yearOf(from).slice(0, 4));
  const list =
    key === 'year'
      ? yearsFrom(firstFundYear, lastFundYear)
      : first === undefined
        ? []
        : key === 'period'
          ? yearsFrom(first - 3, first - 1).reverse()
          : yearsFrom(first, first + 2);
  return list.map(text => ({ label: text, kind: 'year', edit: { at: cursor.word, text }, snippet: false }));
}

/** The Better Care Fund began in 2015-16; its plans are known to the year after the newest framework. */
const firstFundYear = 2015;
const lastFundYear = 2026;

function yearsFrom(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => yearOf(`${first + index}-04-01`));
}

function roles(context: CompletionContext): readonly Completion[] {
  const framework = planFramework(context);
  return (framework?.signOff.values ?? []).map(({ role, delegable }) => ({
    label: role,
    kind: 'value',
    detail: framework?.shortTitle ?? '',
    documentation: delegationWords(delegable),
    edit: { at: context.cursor.word, text: written(context, role) },
    snippet: false,
  }));
}

/** The value of `key`, and the other keys that go with it as far as the item lacks them and its line ends here. */
function together(context: CompletionContext, key: string, values: Readonly<Record<string, string>>): string {
  const { cursor, analysis } = context;
  const behind = /^[^\r\n]*/.exec(analysis.text.slice(cursor.word.end))?.[0] ?? '';
  const canAdd = cursor.flow ? /^\s*(?:[,}]|$)/.test(behind) : behind.trim() === '';
  const missing = canAdd ? Object.keys(values).filter(other => other !== key && !cursor.siblings.includes(other)) : [];
  const separator = cursor.flow ? ', ' : `\n${' '.repeat(cursor.column)}`;
  const own = written(context, values[key] ?? '');
  return [own, ...missing.map(other => `${other}: ${written(context, values[other] ?? '')}`)].join(separator);
}

function written({ cursor }: CompletionContext, text: string): string {
  return writeText(text, cursor.flow ? 'flow' : 'block');
}
