/** `required-risk-missing`: a kind of risk that every joint plan runs, and no risk of the plan covers. One finding lists them. */

import type { RiskArea } from '../schema/plan-document.generated';
import { english, listAnd, said, say } from '../text/say';
import { mistyped } from './shared/mistyped';
import type { Rule } from './shared/rule';

export const requiredRiskMissing: Rule = {
  id: 'required-risk-missing',
  severity: { writing: 'info', agreed: 'warning' },
  summary: 'The risks leave out one of six kinds that every joint plan runs.',
  why: 'Providers, demand, deficits, staff, records and buildings have each undone joint plans before.',
  source:
    "The project's own list, from HSJ 2013 (hospitals, demand), Thomson 2016, The MJ (deficits, PFI) and The Lowdown 2022 (staff, data)",
  answers: [
    { text: 'HSJ 2013', words: 'hear the camel’s back beginning to break' },
    { text: 'MJ 2016', words: 'serious problems, including a massive budget deficit' },
    { text: 'Lowdown 2022', words: 'high levels of risk being carried across all the different players in a system' },
  ],
  examples: { bad: risksCovering(['demand', 'deficit']), good: risksCovering(requiredAreas()) },
  *check({ plan }) {
    const { risks } = plan;
    if (risks.none !== undefined || risks.unread) return;
    const covered = new Set<string | undefined>(risks.items.map(({ covers }) => covers.value));
    const meant = mistyped(
      covered,
      requiredAreas().map(word => ({ word })),
    );
    const missing = requiredAreas().filter(area => !covered.has(area) && !meant.has(area));
    const [first] = missing;
    if (first === undefined) return;
    const areas = listAnd(missing.map(area => said(AREAS[area])));
    yield {
      at: risks.at,
      message:
        missing.length === 1
          ? say`The risks leave out ${areas}. Add a risk that covers it, like "covers: ${first}".`
          : say`The risks leave out ${areas}. Add ${missing.length} risks that cover them, like "covers: ${first}".`,
    };
  },
};

/** The six kinds, as a message calls them. */
const AREAS: Readonly<Record<RiskArea, string>> = {
  'provider-failure': english`a provider that fails`,
  demand: english`demand`,
  deficit: english`a deficit`,
  workforce: english`staff`,
  data: english`records`,
  estates: english`buildings`,
};

function requiredAreas(): readonly RiskArea[] {
  return ['provider-failure', 'demand', 'deficit', 'workforce', 'data', 'estates'];
}

function risksCovering(areas: readonly RiskArea[]): string {
  const risks = areas.map(
    area =>
      `  - {id: ${area}, what: Risk of ${area}, likelihood: 3, impact: 3, exposure: £1m, owner: a-example, mitigation: Watched monthly, covers: ${area}}\n`,
  );
  return `risks:\n${risks.join('')}`;
}
