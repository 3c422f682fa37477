/** An old plan as text: `bcf_plan: 1` with a scheme on each line, or on several where it has a description. */

import { writeText } from '../syntax/tree/write-scalar';
import { formatMoneyShort } from '../values/money';
import type { AboutPlan } from './about-plan';
import type { ImportedScheme } from './gather-schemes';

/** The text of the plan; what is not known is left out for the author to fill. */
export function writeOldPlan({ title, place, year }: AboutPlan, schemes: readonly ImportedScheme[]): string {
  const head = [
    'bcf_plan: 1',
    `title: ${writeText(title, 'block')}`,
    `place: {${pairs({ code: place.code, name: place.name }).join(', ')}}`,
    year === '' ? 'year:' : `year: ${year}`,
  ];
  const list = schemes.length === 0 ? ['schemes: []'] : ['schemes:', ...schemes.flatMap(schemeLines)];
  return `${[...head, '', ...list].join('\n')}\n`;
}

function schemeLines({ id, name, amount, provider, lead, description }: ImportedScheme): readonly string[] {
  const money = amount === undefined ? '' : formatMoneyShort(amount);
  const parts = pairs({ id, name, amount: money, provider, lead, description });
  if (description === '') return [`  - {${parts.join(', ')}}`];
  return parts.map((part, index) => `  ${index === 0 ? '-' : ' '} ${part}`);
}

function pairs(values: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(values).flatMap(([key, value]) =>
    value === '' ? [] : [`${key}: ${writeText(value, 'flow')}`],
  );
}
