/** Analysis → findings: runs the rules, gives each problem its severity and fingerprint, and applies the waivers. */

import type { Analysis } from './analysis';
import type { Fault, Finding, RuleSeverity, Severity } from './finding';
import { fingerprintOf, pathTo } from './fingerprint';
import { limits } from './limits';
import { type Plan, type Stage, stageOf } from './model/plan';
import type { Workspace } from './model/workspace';
import { type Framework, frameworkNamed, shippedFrameworks } from './reference/framework';
import { pageOf, ruleIds, rules } from './rules/index';
import type { Rule, RuleContext } from './rules/shared/rule';
import { withProvenFixes } from './safe-fixes';
import { frameworkOf, type Settings } from './settings';
import { nearest } from './text/nearest';
import { listOr, say } from './text/say';
import { grouped, shorten } from './text/words';
import { applyWaivers, type WaivedFinding } from './waivers/apply-waivers';

export interface Judgement {
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
  /** The framework that the plan was judged by. */
  readonly framework: Framework | undefined;
  readonly stage: Stage | 'superseded';
  /** Faults of ours: a rule that crashed, with what it threw, for the log. */
  readonly crashes: readonly { readonly rule: string; readonly error: unknown }[];
}

/** What all rules say of a plan, whatever its stage: the work that judgements at both stages share. */
export interface Problems {
  readonly framework: Framework | undefined;
  readonly faults: readonly Fault[];
  readonly crashes: readonly { readonly rule: string; readonly error: unknown }[];
}

/** Runs every rule that is not off at both stages. */
export function findProblems(analysis: Analysis, settings: Settings, workspace: Workspace): Problems {
  const { document } = analysis;
  const plan = document?.kind === 'one-plan' ? document : undefined;
  const framework = plan && frameworkOf(plan, settings);
  const crashes: { rule: string; error: unknown }[] = [];
  const faults: Fault[] = [...analysis.faults, ...frameworkFaults(plan, settings)];
  if (plan && framework && stageOf(plan.status.value) !== 'superseded') {
    for (const rule of rules) {
      const silent = STAGES.every(stage => severityOf(rule.id, stage, settings, framework) === 'off');
      if (!silent) faults.push(...run(rule, analysis, plan, framework, settings, workspace, crashes));
    }
  }
  return { framework, faults: withProvenFixes(faults, analysis), crashes };
}

const STAGES: readonly Stage[] = ['writing', 'agreed'];

/** Judges what was analysed by `settings`, with `workspace` around it; `problems` are those that the rules found in it. */
export function judge(
  analysis: Analysis,
  settings: Settings,
  workspace: Workspace,
  problems: Problems = findProblems(analysis, settings, workspace),
): Judgement {
  const { framework, crashes } = problems;
  const stage = judgedStage(analysis, settings);
  const sorted = inOrder(problems.faults.flatMap(fault => asFinding(fault, stage, settings, framework)));
  const findings = reported(sorted, analysis);
  const outcome = withoutWaived(findings, analysis, settings, stage, framework);
  const faultsOfWaivers = outcome.faults.flatMap(fault => asFinding(fault, stage, settings, framework));
  const all =
    faultsOfWaivers.length === 0
      ? outcome.findings
      : reported(inOrder([...outcome.findings, ...faultsOfWaivers]), analysis);
  return { findings: capped(all), waived: outcome.waived, framework, stage, crashes };
}

/**
 * All findings in the order of the text, those too that are not reported because there are so many: what fixes are taken
 * from. Their fingerprints are empty.
 */
export function everyFinding(analysis: Analysis, settings: Settings, workspace: Workspace): readonly Finding[] {
  const { faults, framework } = findProblems(analysis, settings, workspace);
  const stage = judgedStage(analysis, settings);
  const sorted = inOrder(faults.flatMap(fault => asFinding(fault, stage, settings, framework)));
  return withoutWaived(sorted, analysis, settings, stage, framework).findings;
}

function judgedStage({ document }: Analysis, settings: Settings): Stage | 'superseded' {
  const written = stageOf(document?.kind === 'one-plan' ? document.status.value : undefined);
  return written === 'superseded' ? written : (settings.as ?? written);
}

function withoutWaived(
  findings: readonly Finding[],
  analysis: Analysis,
  settings: Settings,
  stage: Stage | 'superseded',
  framework: Framework | undefined,
): ReturnType<typeof applyWaivers> {
  const isJudged = (rule: string) =>
    severityOf(rule, stage, settings, framework) !== 'off' &&
    (stage !== 'superseded' || !rules.some(({ id }) => id === rule));
  return applyWaivers(findings, analysis.waivers, analysis.lines, settings.today, ruleIds(), isJudged);
}

function frameworkFaults(plan: Plan | undefined, settings: Settings): readonly Fault[] {
  const id = plan?.framework.value;
  if (!plan || id === undefined || frameworkNamed(id, settings.frameworks)) return [];
  const known = [...new Set([...settings.frameworks, ...shippedFrameworks()].map(framework => framework.id))];
  const meant = nearest(id, known);
  const message = say`There is no framework "${shorten(id)}". Write ${listOr(known)}.`;
  const fixes = meant
    ? [{ title: say`Write ${meant}`, safe: false, edits: [{ at: plan.framework.at, text: meant }] }]
    : [];
  return [{ rule: 'unknown-framework', at: plan.framework.at, message, fixes }];
}

/** A rule that throws is a fault of ours: one finding says so, and every other rule stands. */
function run(
  rule: Rule,
  analysis: Analysis,
  plan: Plan,
  framework: Framework,
  settings: Settings,
  workspace: Workspace,
  crashes: { rule: string; error: unknown }[],
): readonly Fault[] {
  const index = analysis.index;
  if (!index) return [];
  const options = { ...defaultsOf(rule), ...settings.rules.get(rule.id)?.options };
  const context: RuleContext = { plan, index, framework, workspace, today: settings.today, options };
  const faults: Fault[] = [];
  try {
    for (const problem of rule.check(context)) {
      faults.push({ rule: rule.id, ...problem });
      if (faults.length > limits.findings) break;
    }
  } catch (error) {
    crashes.push({ rule: rule.id, error });
    const message = say`The rule "${rule.id}" could not be checked because of a fault in the tool. Everything else was checked; please report it.`;
    faults.push({ rule: 'rule-crashed', at: plan.title.at, message, detail: rule.id });
  }
  return faults;
}

function defaultsOf(rule: Rule): Record<string, number> {
  return Object.fromEntries(Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default]));
}

/** What a rule's problems are at `stage`: the configuration's word, else the framework's, else the rule's own. */
function severityOf(
  rule: string,
  stage: Stage | 'superseded',
  settings: Settings,
  framework: Framework | undefined,
): RuleSeverity {
  const judged = stage === 'superseded' ? 'agreed' : stage;
  const configured = settings.rules.get(rule)?.severity;
  const own = pageOf(rule)?.severity[judged] ?? 'error';
  return configured ?? framework?.severities?.[rule]?.[judged] ?? own;
}

function asFinding(
  fault: Fault,
  stage: Stage | 'superseded',
  settings: Settings,
  framework: Framework | undefined,
): readonly Finding[] {
  const severity = severityOf(fault.rule, stage, settings, framework);
  if (severity === 'off') return [];
  return [{ severity: fault.atMost ?? (severity satisfies Severity), fingerprint: '', ...fault }];
}

/** In the order of the text, the worst first at one place. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      a.at.start - b.at.start ||
      a.at.end - b.at.end ||
      weight[a.severity] - weight[b.severity] ||
      rankOf(a.rule) - rankOf(b.rule) ||
      compare(a.rule, b.rule) ||
      // The keys that an item lacks are told in the order in which they stand in it.
      (a.rule === 'missing-key' ? 0 : compare(a.message, b.message)),
  );
}

/** As many of `sorted` as are reported, and one more, each with a fingerprint of its own. */
function reported(sorted: readonly Finding[], analysis: Analysis): readonly Finding[] {
  const used = new Map<string, number>();
  return sorted.slice(0, limits.findings + 1).map(finding => {
    const plain = fingerprintOf(finding.rule, pathTo(analysis.tree.root, finding.at.start), finding.detail);
    const times = (used.get(plain) ?? 0) + 1;
    used.set(plain, times);
    return { ...finding, fingerprint: times === 1 ? plain : `${plain} #${times}` };
  });
}

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function capped(findings: readonly Finding[]): readonly Finding[] {
  const last = findings[limits.findings - 1];
  if (findings.length <= limits.findings || !last) return findings;
  const message = say`More than ${grouped(limits.findings)} findings: the rest are not shown. Put these right first.`;
  const more: Finding = { rule: 'too-large', at: last.at, message, severity: 'error', fingerprint: 'too-large' };
  return [...findings.slice(0, limits.findings - 1), more];
}

/** The place of a rule in the list of all: what comes first there is the more urgent. */
function rankOf(rule: string): number {
  ranks ??= new Map([...ruleIds()].map((id, rank) => [id, rank]));
  return ranks.get(rule) ?? ranks.size;
}

let ranks: ReadonlyMap<string, number> | undefined;

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
