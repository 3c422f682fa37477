/** *Add the missing line*: a budget line for a scheme or a service in scope, with every year of the period. */

import { writeText } from '../../syntax/tree/write-scalar';
import { say } from '../../text/say';
import { shorten } from '../../text/words';
import { idFrom } from '../shared/new-id';
import { snippetText, TabStops } from '../shared/snippet';
import type { Action, PlanActionContext } from './action';
import { insertItem, type Values } from './insert';

export function addMissingLine(context: PlanActionContext): readonly Action[] {
  const { plan, analysis, findings } = context;
  return findings
    .filter(({ rule }) => rule === 'missing-budget-line')
    .flatMap(finding => {
      const scheme = plan.schemes.items.find(item => item.at.start === finding.at.start);
      const service = plan.services.scopes.find(scope => scope.at.start === finding.at.start);
      const name = scheme?.name.value ?? scheme?.id.value ?? service?.name;
      if (name === undefined) return [];
      const values = lineValues(context, {
        title: scheme ? name : titleOf(name),
        service: scheme?.services[0]?.value ?? service?.name,
        scheme: scheme?.id.value,
        // The scheme's own lead, where the plan defines that id.
        lead: scheme && context.index.person(scheme.lead) ? scheme.lead.value : undefined,
        amount: () => '0',
      });
      const edit = insertItem(analysis, ['budget', 'lines'], values);
      const title = say`Add a budget line for ${scheme ? `"${shorten(name)}"` : name}`;
      return edit ? [{ title, kind: 'quickfix' as const, finding, edits: [edit] }] : [];
    });
}

/** Known values of a new line; everything else is a tab stop or a choice. */
export interface KnownOfLine {
  readonly title: string;
  readonly service: string | undefined;
  readonly scheme: string | undefined;
  readonly lead: string | undefined;
  /** The amount of a year in pounds, without the pound sign. */
  readonly amount: (year: string) => string;
}

/** Keys and values of a new budget line as a snippet: unknown values are choices or tab stops. */
export function lineValues({ plan, analysis }: PlanActionContext, known: KnownOfLine): Values {
  const stops = new TabStops();
  const inScope = plan.services.scopes.filter(({ inScope }) => inScope.value === true).map(({ name }) => name);
  const people = idsOf(plan.people.items);
  const contributions = idsOf(plan.budget.contributions.items);
  const fixed = (text: string | undefined, choices: readonly string[]) => {
    // Where there is only one, there is nothing to choose.
    const only = text ?? (choices.length === 1 ? choices[0] : undefined);
    return only === undefined ? stops.choice(choices) : snippetText(only);
  };
  const id = idFrom(known.title, 'line', analysis);
  return [
    ['id', snippetText(id)],
    ['title', snippetText(writeText(known.title, 'flow'))],
    ['service', fixed(known.service, inScope.length > 0 ? inScope : ['community-health'])],
    ...(known.scheme === undefined ? [] : [['scheme', snippetText(known.scheme)] as const]),
    ['lead', fixed(known.lead, people)],
    ['funded_by', fixed(undefined, contributions)],
    ['amounts', amounts(plan.years, stops, known.amount)],
  ];
}

/** `{2017-18: £0, 2018-19: £0}`, each amount a tab stop. */
export function amounts(years: readonly string[], stops: TabStops, amount: (year: string) => string): string {
  return `{${years.map(year => `${year}: £${stops.next(amount(year))}`).join(', ')}}`;
}

/** The ids that stand, in the order of `items`. */
export function idsOf(items: readonly { readonly id: { readonly value: string | undefined } }[]): readonly string[] {
  return items.flatMap(({ id }) => id.value ?? []);
}

function titleOf(service: string): string {
  return service.charAt(0).toUpperCase() + service.slice(1).replaceAll('-', ' ');
}
