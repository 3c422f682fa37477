/** `no-workforce-plan`: the plan does not say which staff it relies on. */
import { say } from '../text/say';
import type { Rule } from './shared/rule';

export const noWorkforcePlan: Rule = {
  id: 'no-workforce-plan',
  severity: { writing: 'info', agreed: 'error' },
  summary: 'The plan says nothing of the staff that it relies on.',
  why: 'Services are people. A plan without its groups of staff and their vacancies cannot be carried out.',
  source: 'The Lowdown 2022: "the lack of either a workforce plan, or adequate funding in health and social care"',
  answers: [{ text: 'Lowdown 2022', words: 'the lack of either a workforce plan, or adequate funding' }],
  restsOn: ['workforce/groups'],
  examples: {
    bad: 'title: One plan for North Yorkshire\n',
    good: `workforce:
  groups:
    - {group: Reablement workers, employer: county, wte: 112, vacancies: 9}
`,
  },
  *check({ plan }) {
    const { workforce } = plan;
    if (workforce.items.length > 0 || workforce.none !== undefined || workforce.unread) return;
    yield {
      at: workforce.at,
      message: say`The plan does not say which staff it relies on. List them by group under "groups" in "workforce", like "- {group: Reablement workers, employer: county, wte: 112, vacancies: 9}", or write "none:" with the reason.`,
    };
  },
};
