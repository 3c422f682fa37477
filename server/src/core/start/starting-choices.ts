/** What an editor asks before it makes a new plan: the places, and the frameworks with their usual period and options. */
import { defaultFramework, type Framework, shippedFrameworks } from '../reference/framework';
import { placesIn, type ReferencePlace } from '../reference/places';
import { type Period, usualPeriod } from './usual-period';

export interface StartingChoices {
  /** In the order of the table; a place whose code changed is there with each code. */
  readonly places: readonly ReferencePlace[];
  readonly frameworks: readonly StartingFramework[];
}

interface StartingFramework {
  readonly id: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly period: Period;
  /** The commissioning options of which a place chooses one; none where the framework asks for none. */
  readonly options: readonly string[];
}

/** All choices: `own` are a team's own frameworks, which come first, before the usual one. */
export function startingChoices(own: readonly Framework[]): StartingChoices {
  const ids = new Set(own.map(({ id }) => id));
  const shipped = shippedFrameworks().filter(({ id }) => !ids.has(id));
  const isDefault = ({ id }: Framework) => id === defaultFramework;
  const all = [...own, ...shipped.filter(isDefault), ...shipped.filter(framework => !isDefault(framework))];
  return {
    places: placesIn('0000-01-01', '9999-12-31'),
    frameworks: all.map(framework => ({
      id: framework.id,
      title: framework.title,
      shortTitle: framework.shortTitle,
      period: usualPeriod(framework),
      options: framework.options.values,
    })),
  };
}
