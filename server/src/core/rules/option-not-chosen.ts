/** `option-not-chosen`: the plan does not say by which of the framework's options its place commissions. */
import { listOr, say } from '../text/say';
import type { Rule } from './shared/rule';

export const optionNotChosen: Rule = {
  id: 'option-not-chosen',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'The plan does not choose one of the commissioning options of the national framework.',
  why: 'Local partners are to agree which option would work best for them. All could work in some places but none would work everywhere, so somebody has to choose.',
  source: 'Humphries 2015, HSJ: "All of these options could work in some places but none would work everywhere"',
  answers: [
    { text: 'HSJ 2015', words: 'All of these options could work in some places but none would work everywhere' },
  ],
  examples: {
    bad: 'governance:\n  accountable_lead: a-example\n',
    good: 'governance:\n  option: single-commissioner\n  lead_commissioner: county\n  accountable_lead: a-example\n',
  },
  *check({ plan, framework }) {
    const options = framework.options.values;
    const { option, at, unread } = plan.governance;
    if (options.length === 0 || unread) return;
    if (!option.given) {
      const message = say`The plan does not choose a commissioning option. Add "option" under "governance" with ${listOr(options)}.`;
      yield { at: option.key ?? at, message };
    } else if (option.value !== undefined && KNOWN.has(option.value) && !options.includes(option.value)) {
      const message = say`The option "${option.value}" is none of those in ${framework.shortTitle}. Choose ${listOr(options)}.`;
      yield { at: option.at, message };
    }
  },
};

/** The options of the format; a word outside it is the schema's to report. */
const KNOWN: ReadonlySet<string> = new Set([
  'existing-arrangements',
  'single-commissioner',
  'health-and-wellbeing-board',
]);
