/** The texts that are tried out: plans that are sound, plans with faults, mistakes in their surroundings, the YAML test suite. */

import { mistakes, suiteCases } from '../core/syntax/texts';
import { allSamples, ruleFixtures } from '../support/plan-texts';

/** Short enough for thousands of changes; the long samples once in a while. */
const short = 2_600;
const long = 30_000;

/** Chooses a text: mostly short ones, in one of forty cases a long one. */
export function textFor(number: number): string {
  const texts = number % 40 === 0 ? longTexts : shortTexts;
  return texts[Math.floor(number / 40) % texts.length] ?? '';
}

const all = [...allSamples(), ...ruleFixtures(), ...mistakes(), ...suiteCases()].map(({ text }) => text);
const shortTexts = all.filter(text => text.length <= short);
const longTexts = all.filter(text => text.length > short && text.length <= long);
