/** Items of which more is known than their keys: partners of the place, milestones and roles of the framework, measures. */
import { type Framework, isSameFramework, lastDayFor, titleOf } from '../../reference/framework';
import {
  codesIn,
  type Measure,
  measuresOf,
  measureWith,
  outcomesFrameworkNamed,
  outcomesFrameworks,
} from '../../reference/measures';
import type { Shape } from '../../schema/shape';
import { say } from '../../text/say';
import { delegationWords } from '../shared/named-by-framework';
import { idFrom } from '../shared/new-id';
import { partnersOfPlace, planFramework } from '../shared/plan-facts';
import type { CompletionContext } from './context';

/** A whole item that completion offers: `values` are known, the rest is for the author. */
export interface ItemDraft {
  readonly label: string;
  readonly detail: string;
  readonly documentation: string;
  readonly values: Readonly<Record<string, string>>;
  /** What stands in a place to type for a start: a last date. */
  readonly suggested?: Readonly<Record<string, string>>;
  /** The keys of mappings within the item, each with a place to type. */
  readonly keys?: Readonly<Record<string, readonly string[]>>;
}

/** The items of `shape` that the plan may want and does not have. */
export function knownItems(context: CompletionContext, shape: Shape): readonly ItemDraft[] {
  switch (shape.def) {
    case 'partner':
      return partners(context);
    case 'milestone':
      return milestones(context);
    case 'outcome':
      return measures(context);
    case 'signature':
      return signatures(context);
    case 'incorporated-plan':
      return oldPlans(context);
    default:
      return [];
  }
}

function partners({ analysis }: CompletionContext): readonly ItemDraft[] {
  const { document } = analysis;
  const there = document?.kind === 'one-plan' ? document.partners.items : [];
  return partnersOfPlace(analysis)
    .filter(({ code, name }) => !there.some(partner => partner.code.value === code || partner.name.value === name))
    .map(({ code, name, type, why }) => ({
      label: name,
      detail: code,
      documentation: why,
      values: { id: idFrom(name, 'partner', analysis), name, type, code },
    }));
}

/** Milestones of the framework that are not there, each with the last day for it. */
function milestones(context: CompletionContext): readonly ItemDraft[] {
  const { document } = context.analysis;
  const framework = planFramework(context);
  if (document?.kind !== 'one-plan' || !framework) return [];
  const there = new Set(document.milestones.items.map(({ type }) => String(type.value)));
  return framework.milestones.values
    .filter(({ type }) => !there.has(type))
    .map(({ type, by }) => {
      const last = lastDayFor(by, document.to.value);
      return {
        label: titleOf(type),
        detail: say`Asked for by ${framework.shortTitle}`,
        documentation: say`A milestone of the type ${type}.`,
        values: { id: idFrom(type, 'milestone', context.analysis), title: titleOf(type), type },
        ...(last === undefined ? {} : { suggested: { deadline: last } }),
      };
    });
}

/** The measures that the framework asks for and the plan does not have, then all others. */
function measures(context: CompletionContext): readonly ItemDraft[] {
  const { document } = context.analysis;
  if (document?.kind !== 'one-plan') return [];
  const framework = planFramework(context);
  const asked = framework?.outcomes.values ?? [];
  const isThere = (measure: { readonly framework: string; readonly code?: string; readonly name: string }) =>
    document.outcomes.items.some(
      other =>
        isSameFramework(other.framework.value ?? '', measure.framework) &&
        (measure.code === undefined ? other.name.value === measure.name : other.code.value === measure.code),
    );
  const year = document.years[0];
  const others = outcomesFrameworks.flatMap(measuresOf).flatMap(measure =>
    codesIn(measure, year)
      .slice(0, 1)
      .filter(code => !asked.some(other => other.code === code && isSameFramework(other.framework, measure.framework)))
      .map(code => ({ measure, code })),
  );
  return [
    ...asked.filter(measure => !isThere(measure)).map(measure => askedMeasure(context, measure, framework)),
    ...others.map(({ measure, code }) => knownMeasure(context, measure, code, year)),
  ];
}

function askedMeasure(
  { analysis }: CompletionContext,
  { framework, edition, code, name }: Framework['outcomes']['values'][number],
  by: Framework | undefined,
): ItemDraft {
  const national = outcomesFrameworkNamed(framework);
  const measure = national && code !== undefined ? measureWith(national, code, edition) : undefined;
  const words = [framework, code].filter(part => part !== undefined).join(' ');
  return {
    label: `${words}: ${name}`,
    detail: say`Asked for by ${by?.shortTitle ?? ''}`,
    documentation: by?.outcomes.status === 'own-list' ? say`In the project's own words, not official ones.` : '',
    values: {
      id: idFrom(words, 'outcome', analysis),
      framework,
      ...(edition === undefined ? {} : { edition }),
      ...(code === undefined ? {} : { code }),
      name,
      ...(measure ? { good_is: measure.goodIs } : {}),
    },
  };
}

function knownMeasure(
  { analysis }: CompletionContext,
  { framework, name, unit, goodIs }: Measure,
  code: string,
  year: string | undefined,
): ItemDraft {
  return {
    label: `${framework} ${code}: ${name}`,
    detail: say`Outcome measure`,
    documentation: say`Measured as ${unit}; ${goodIs} is better.`,
    values: {
      id: idFrom(`${framework} ${code}`, 'outcome', analysis),
      framework,
      ...(year === undefined ? {} : { edition: year }),
      code,
      name,
      good_is: goodIs,
    },
  };
}

/** Old plans that are known and not brought in yet, with all their schemes: what became of each is for the author. */
function oldPlans({ analysis, oldPlans: around }: CompletionContext): readonly ItemDraft[] {
  const { document } = analysis;
  if (document?.kind !== 'one-plan') return [];
  const there = new Set(document.incorporates.items.map(({ plan }) => plan.value));
  return around
    .all()
    .filter(({ path }) => !there.has(path))
    .map(({ path, plan }) => ({
      label: plan.title.value ?? path,
      detail: path,
      documentation: say`The old plan with each of its schemes. Say what became of each.`,
      values: { plan: path },
      keys: { schemes: plan.schemes.items.flatMap(({ id }) => id.value ?? []) },
    }));
}

function signatures(context: CompletionContext): readonly ItemDraft[] {
  const { document } = context.analysis;
  const framework = planFramework(context);
  if (document?.kind !== 'one-plan' || !framework) return [];
  const there = new Set(document.signOff.items.map(({ role }) => role.value));
  return framework.signOff.values
    .filter(({ role, per }) => per !== 'plan' || !there.has(role))
    .map(({ role, delegable }) => ({
      label: role,
      detail: say`Asked for by ${framework.shortTitle}`,
      documentation: delegationWords(delegable),
      values: { role },
    }));
}
