/** The plans that the laws are tried on, and how they are judged: with every rule, as agreed, on one day, among other documents. */
import { basename } from 'node:path';
import { type Analysis, analyse } from '../../server/src/core/for-workspace';
import type { Finding, Settings } from '../../server/src/core/index';
import { judge } from '../../server/src/core/judge';
import type { BcfPlan } from '../../server/src/core/model/bcf-plan';
import type { OtherPlan, Workspace } from '../../server/src/core/model/workspace';
import { noSettings } from '../../server/src/core/settings';
import { allSamples, fixtureDocuments, type PlanText, ruleFixtures } from '../support/plan-texts';

export const asAgreed: Settings = { ...noSettings, as: 'agreed', today: '2019-01-01' };

/** Samples and fixtures that are plans and can be read; the longest left out, which say the same more often. */
export const plans: readonly PlanText[] = [...allSamples(), ...ruleFixtures()].filter(({ text }) => {
  const { document, faults } = analyse(text);
  return text.length < 40_000 && document?.kind === 'one-plan' && !faults.some(({ rule }) => rule === 'yaml-syntax');
});

export function findingsOf(
  analysis: Analysis,
  settings: Settings = asAgreed,
  workspace: Workspace = around,
): readonly Finding[] {
  return judge(analysis, settings, workspace).findings;
}

/** Every old plan of the samples and fixtures under the name of its file, and one plan for a place that many others are for; each text changed first. */
export function workspaceOf(change: (text: string) => string): Workspace {
  const oldPlans = new Map<string, BcfPlan>();
  const otherPlans: OtherPlan[] = [];
  for (const { name, text } of [...allSamples(), ...fixtureDocuments()]) {
    const { document } = analyse(change(text));
    if (document?.kind === 'bcf-plan') oldPlans.set(basename(name), document);
    else if (document && name.endsWith('north-yorkshire.plan.yaml')) otherPlans.push({ uri: name, plan: document });
  }
  return {
    otherPlans,
    incorporated: path => {
      const plan = oldPlans.get(basename(path));
      return plan ? { state: 'read', uri: path, plan } : { state: 'unreadable', why: 'is not there' };
    },
  };
}

const around = workspaceOf(text => text);
