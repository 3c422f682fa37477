/** `signoff-delegated`: somebody signed in the place of a person whose signature may not be delegated. */
import { say } from '../text/say';
import { shorten } from '../text/words';
import type { Rule } from './shared/rule';
import { roleNamed } from './shared/sign-off-roles';

export const signoffDelegated: Rule = {
  id: 'signoff-delegated',
  severity: { writing: 'off', agreed: 'error' },
  summary: 'A role that may not be delegated was signed by somebody else.',
  why: 'In 2025-26 every chief executive of a council or an integrated care board signs in person. A plan signed by a deputy is sent back.',
  source: 'North Yorkshire Health and Wellbeing Board, March 2025: sign-off by chief executives may not be delegated',
  restsOn: ['framework', 'sign_off/role'],
  examples: {
    bad: '#! as: agreed\nsign_off:\n  - {role: Health and Wellbeing Board Chair, person: a-example, organisation: county, date: 2017-03-24, delegated: true}\n',
    good: '#! as: agreed\nsign_off:\n  - {role: Health and Wellbeing Board Chair, person: a-example, organisation: county, date: 2017-03-24, delegated: false}\n',
  },
  *check({ plan, framework }) {
    for (const { role, delegated } of plan.signOff.items) {
      if (delegated.value !== true) continue;
      const known = roleNamed(role.value, framework);
      if (known?.delegable !== false) continue;
      yield {
        at: delegated.at,
        message: say`The ${shorten(role.value ?? '')} may not let anybody else sign under ${framework.shortTitle}. Have the plan signed in person, and take "delegated: true" out.`,
      };
    }
  },
};
