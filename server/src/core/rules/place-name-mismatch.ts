/** `place-name-mismatch`: the code of the place and its name are those of two places. */

import type { Fix } from '../finding';
import { isNameOf, placesNamed, placeWithCode, standingIn } from '../reference/places';
import { writeText } from '../syntax/tree/write-scalar';
import { say } from '../text/say';
import { shorten } from '../text/words';
import type { Rule } from './shared/rule';

export const placeNameMismatch: Rule = {
  id: 'place-name-mismatch',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'The code of the place does not go with its name.',
  why: 'Readers go by the name and tools by the code. Where they differ, the plan is counted for a place that it is not about.',
  source: 'Office for National Statistics, names and GSS codes of counties and unitary authorities',
  examples: {
    bad: 'place: {code: E10000023, name: York}\n',
    good: 'place: {code: E10000023, name: North Yorkshire County Council}\n',
  },
  *check({ plan }) {
    const { code, name } = plan.place;
    const { from, to } = plan;
    const place = placeWithCode(code.value ?? '');
    if (!place || name.value === undefined || isNameOf(place, name.value)) return;
    const isCurrent = (other: typeof place) =>
      from.value === undefined || to.value === undefined || standingIn(other, from.value, to.value) === 'current';
    if (!isCurrent(place)) return; // the code is wrong for the period, and a finding of its own
    const others = placesNamed(name.value).filter(isCurrent);
    const other = others.length === 1 ? others[0] : undefined;
    const fixes: Fix[] = [
      { title: say`Write ${place.name}`, safe: false, edits: [{ at: name.at, text: writeText(place.name, 'flow') }] },
    ];
    if (other) fixes.push({ title: say`Write ${other.code}`, safe: false, edits: [{ at: code.at, text: other.code }] });
    yield {
      at: name.at,
      message: other
        ? say`The code "${place.code}" is that of ${place.name}, and the name here is "${shorten(name.value)}". Write the name "${place.name}", or the code "${other.code}" of ${other.name}.`
        : say`The code "${place.code}" is that of ${place.name}, and the name here is "${shorten(name.value)}". Write the name "${place.name}".`,
      related: [{ at: code.at, message: say`The code of ${place.name}` }],
      fixes,
    };
  },
};
