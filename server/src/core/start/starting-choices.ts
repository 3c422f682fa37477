/** What an editor asks before it makes a new plan: the places, and the frameworks with their usual period and options. */
import type { Framework } from '../reference/framework';
import { placesIn, type ReferencePlace } from '../reference/places';
import type { CalendarDate } from '../values/calendar';
import { frameworksInOrder, holdsDay } from './frameworks-of-day';
import { type Period, usualPeriod } from './usual-period';

export interface StartingChoices {
  /** In the order of the table; a place whose code changed is there with each code. */
  readonly places: readonly ReferencePlace[];
  readonly frameworks: readonly StartingFramework[];
}

export interface StartingFramework {
  readonly id: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly period: Period;
  /** Whether the period holds the day that was given: these stand first. */
  readonly holdsDay: boolean;
  /** The commissioning options of which a place chooses one; none where the framework asks for none. */
  readonly options: readonly string[];
}

/** All choices, the frameworks in the order in which they are proposed on `day`; `own` are a team's own frameworks. */
export function startingChoices(own: readonly Framework[], day?: CalendarDate): StartingChoices {
  return {
    places: placesIn('0000-01-01', '9999-12-31'),
    frameworks: frameworksInOrder(own, day).map(framework => ({
      id: framework.id,
      title: framework.title,
      shortTitle: framework.shortTitle,
      period: usualPeriod(framework),
      holdsDay: holdsDay(framework, day),
      options: framework.options.values,
    })),
  };
}
