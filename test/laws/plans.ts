/** The plans that the laws are tried on, and how they are judged: with every rule, as agreed, on one day. */
import {
  type Analysis,
  analyse,
  type Finding,
  judge,
  noSettings,
  noWorkspace,
  type Settings,
} from '../../server/src/core/index';
import { allSamples, type PlanText, ruleFixtures } from '../support/plan-texts';

/** Given by `ONEPLAN_SEED` to try others; the same in every run otherwise, so that a failure is one of the change that made it. */
export const seed = Number(process.env['ONEPLAN_SEED'] ?? 20151117);

export const asAgreed: Settings = { ...noSettings, as: 'agreed', today: '2019-01-01' };

/** Samples and fixtures that are plans and can be read; the longest left out, which say the same more often. */
export const plans: readonly PlanText[] = [...allSamples(), ...ruleFixtures()].filter(({ text }) => {
  const { document, faults } = analyse(text);
  return text.length < 40_000 && document?.kind === 'one-plan' && !faults.some(({ rule }) => rule === 'yaml-syntax');
});

export function findingsOf(analysis: Analysis, settings: Settings = asAgreed): readonly Finding[] {
  return judge(analysis, settings, noWorkspace).findings;
}
