/** `too-many-bodies`: more bodies than anybody can find their way in. */
import { say } from '../text/say';
import { quotedName } from './shared/quoted-name';
import type { Rule } from './shared/rule';

export const tooManyBodies: Rule = {
  id: 'too-many-bodies',
  severity: { writing: 'info', agreed: 'warning' },
  summary: 'The plan is run by more than eleven bodies.',
  why: 'With twelve bodies in one place even those who sit on them lost their way.',
  source: 'The Lowdown 2022: "no less than twelve separate bodies, is absolutely daft" (Norfolk and Waveney)',
  answers: [{ text: 'Lowdown 2022', words: 'involving no less than twelve separate bodies' }],
  options: { most: { default: 11, description: 'How many bodies a plan may have.' } },
  examples: {
    bad: examplePlan(12),
    good: examplePlan(2),
  },
  *check({ plan, options }) {
    const { bodies, bodyList } = plan.governance;
    const most = options['most'] ?? 0;
    if (bodies.length <= most) return;
    yield {
      at: bodyList.at,
      message: say`The plan is run by ${bodies.length} bodies, more than ${most}. Merge those that decide alike, or take out those that only meet.`,
      related: bodies.slice(0, 20).map(body => ({ at: body.at, message: say`Body ${quotedName(body)}` })),
    };
  },
};

function examplePlan(bodies: number): string {
  const head =
    'governance:\n  option: single-commissioner\n  lead_commissioner: county\n  accountable_lead: a-example\n';
  const places = 'Aire Calder Derwent Esk Foss Leven Nidd Ouse Rye Skell Swale Ure'.split(' ').slice(0, bodies);
  const list = places.map(
    name =>
      `    - {id: ${name.toLowerCase()}, name: ${name} Alliance, members: [county, ccg], accountable_to: county}\n`,
  );
  return `${head}  bodies:\n${list.join('')}`;
}
