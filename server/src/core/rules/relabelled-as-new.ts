/** `relabelled-as-new`: a scheme that is called new, although a plan that is brought in has it under the same or a near name. */

import type { BcfScheme } from '../model/bcf-plan';
import type { Field } from '../model/field';
import type { Scheme } from '../model/items';
import type { Plan } from '../model/plan';
import type { PlanIndex } from '../model/plan-index';
import type { Workspace } from '../model/workspace';
import { areNear, foldName, tellingWords } from '../text/near-names';
import { say } from '../text/say';
import { formatMoney } from '../values/money';
import { quotedName } from './shared/quoted-name';
import type { Rule } from './shared/rule';

export const relabelledAsNew: Rule = {
  id: 'relabelled-as-new',
  severity: { writing: 'warning', agreed: 'error' },
  summary: 'A scheme is called new, but an old plan already has it.',
  why: 'A new label on an old project changes nothing. The match is by near name, the same provider where both are known, and an amount within ten per cent.',
  source: 'HSJ 2013: attaching an "integration" label to as many existing projects as possible',
  answers: [{ text: 'HSJ 2013', words: 'attaching an “integration” label to as many existing projects as possible' }],
  options: {
    percent: { default: 10, description: 'How many per cent the amounts may differ for a scheme to be the same.' },
  },
  restsOn: [
    'budget',
    'budget/lines',
    'budget/lines/amounts',
    'budget/lines/provider',
    'budget/lines/scheme',
    'incorporates/plan',
    'partners',
    'partners/id',
    'partners/name',
    'period',
    'period/from',
    'period/to',
    'schemes/id',
    'schemes/name',
  ],
  examples: {
    bad: planExample('new'),
    good: planExample('existing'),
    files: {
      'bcf.plan.yaml': `bcf_plan: 1
title: Better Care Fund plan 2016-17
place: {code: E10000023, name: North Yorkshire}
year: 2016-17
schemes:
  - {id: NY-01, name: Falls service, amount: £1.15m}
`,
    },
  },
  *check({ plan, index, workspace, options }) {
    const old = oldSchemes(plan, workspace);
    if (old.size === 0) return;
    for (const scheme of plan.schemes.items) {
      if (scheme.novelty.value !== 'new') continue;
      const match = matchOf(scheme, old, plan, index, options['percent'] ?? 0);
      if (!match) continue;
      const { name, id, amount } = match.scheme;
      const called = quotedName({ id, name });
      yield {
        at: scheme.novelty.at,
        message:
          amount.value === undefined
            ? say`${scheme.called} is called new, but ${match.plan} already had ${called}. Write "existing", or "changed" with what changes.`
            : say`${scheme.called} is called new, but ${match.plan} already had ${called} for ${formatMoney(amount.value)}. Write "existing", or "changed" with what changes.`,
        related: [{ at: match.scheme.at, message: say`The scheme in ${match.plan}`, uri: match.uri }],
        fixes: [{ title: say`Write existing`, safe: false, edits: [{ at: scheme.novelty.at, text: 'existing' }] }],
      };
    }
  },
};

interface OldScheme {
  readonly scheme: BcfScheme;
  readonly words: ReadonlySet<string>;
  /** The old plan, as a message calls it. */
  readonly plan: string;
  readonly uri: string;
}

/** The schemes of the plans that are brought in, under each word of their names that tells them apart. */
function oldSchemes(plan: Plan, workspace: Workspace): ReadonlyMap<string, readonly OldScheme[]> {
  const byWord = new Map<string, OldScheme[]>();
  for (const { plan: path } of plan.incorporates.items) {
    if (path.value === undefined) continue;
    const found = workspace.incorporated(path.value);
    if (found.state !== 'read') continue;
    for (const scheme of found.plan.schemes.items) {
      const words = tellingWords(scheme.name.value ?? '');
      const title = `"${found.plan.title.value ?? path.value}"`;
      for (const word of words) {
        const others = byWord.get(word) ?? [];
        byWord.set(word, others);
        others.push({ scheme, words, plan: title, uri: found.uri });
      }
    }
  }
  return byWord;
}

function matchOf(
  scheme: Scheme,
  old: ReadonlyMap<string, readonly OldScheme[]>,
  plan: Plan,
  index: PlanIndex,
  percent: number,
): OldScheme | undefined {
  const words = tellingWords(scheme.name.value ?? '');
  const near = new Set([...words].flatMap(word => old.get(word) ?? []));
  const providers = providersOf(scheme, index);
  const year = plan.years.find(name => (index.moneyOfScheme(scheme, name) ?? 0) > 0);
  const amount = year === undefined ? undefined : index.moneyOfScheme(scheme, year);
  return [...near].find(
    candidate =>
      areNear(words, candidate.words) &&
      isSameProvider(candidate.scheme.provider, providers) &&
      isWithin(amount, candidate.scheme.amount.value, percent),
  );
}

function isSameProvider({ value }: Field<string>, providers: ReadonlySet<string>): boolean {
  return value === undefined || providers.size === 0 || providers.has(foldName(value));
}

function isWithin(amount: number | undefined, old: number | undefined, percent: number): boolean {
  return amount !== undefined && old !== undefined && Math.abs(amount - old) * 100 <= Math.abs(old) * percent;
}

/** The ids and names of those who provide the scheme. */
function providersOf(scheme: Scheme, index: PlanIndex): ReadonlySet<string> {
  const providers = index.linesOfScheme(scheme.id.value).flatMap(({ provider }) => {
    const partner = index.partner(provider);
    return [provider.value, partner?.name.value].flatMap(name => (name === undefined ? [] : [foldName(name)]));
  });
  return new Set(providers);
}

function planExample(novelty: string): string {
  return `schemes:
  - {id: falls-response, name: Integrated Falls Service, lead: a-example, novelty: ${novelty}}
incorporates:
  - plan: bcf.plan.yaml
    schemes: {NY-01: falls-response}
`;
}
