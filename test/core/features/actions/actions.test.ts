/** The actions of the light bulb: what each writes, and what every one of them keeps. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applied } from '../../../../server/src/core/features/actions/add-what-agreement-needs';
import {
  type Action,
  actionsAt,
  addWhatAgreementNeeds,
  analyse,
  type Project,
} from '../../../../server/src/core/for-workspace';
import { applyEdits, type Finding, rulePages, type Settings } from '../../../../server/src/core/index';
import { judge } from '../../../../server/src/core/judge';
import { noWorkspace } from '../../../../server/src/core/model/workspace';
import { noSettings } from '../../../../server/src/core/settings';
import { inPlan } from '../../../support/examples';
import { projectOf, settingsOf } from '../../../support/fixture';
import { allSamples, soundSamples } from '../../../support/plan-texts';
import { carriageReturns, fourSpaces } from '../../../support/relayout';
import { asJson } from '../../syntax/plain-data';

const cases = join(__dirname, 'cases');

describe('actions', () => {
  for (const name of readdirSync(cases)) {
    it(`write what ${name} says`, () => {
      const content = readFileSync(join(cases, name), 'utf8');
      const actual = content
        .split(/^(?=# === )/m)
        .map(part => caseWithResult(part))
        .join('');
      if (process.env['UPDATE']) writeFileSync(join(cases, name), actual);
      else assert.equal(actual, content);
    });
  }

  for (const { name, text } of soundSamples()) {
    for (const [layout, change] of Object.entries({
      'as it is': (same: string) => same,
      'indented by four': fourSpaces,
      'with carriage returns': carriageReturns,
    })) {
      if (text.length > 40_000 && layout !== 'as it is') continue;
      it(`answer their findings in ${name} ${layout}, and break nothing`, () => {
        for (const mutant of mutants(change(text))) answersFindings(mutant);
      });
    }
  }

  it('answer the finding of each rule that can be answered by adding something, in its example', () => {
    const answered = rulePages().filter(page => {
      const { bad, files = {}, today, readAs } = page.examples;
      if (readAs !== undefined) return false;
      const project = projectOf(
        [{ path: 'a.plan.yaml', text: inPlan(bad) }, ...Object.entries(files).map(([path, text]) => ({ path, text }))],
        { ...settingsOf(bad), ...(today ? { today } : {}) },
      );
      return answersExample(project, page.id, { ...settingsOf(bad), ...(today ? { today } : {}) });
    });
    assert.ok(answered.length >= 39, answered.map(({ id }) => id).join(', '));
  });

  for (const { name, text } of allSamples()) {
    it(`write ${name} otherwise without a change of meaning`, () => {
      const analysis = analyse(text);
      const judgement = judge(analysis, noSettings, noWorkspace);
      const before = JSON.stringify(sortedJson(asJson(analysis.tree.root)));
      for (let offset = 3; offset < text.length; offset += Math.ceil(text.length / 60)) {
        for (const action of actionsAt(analysis, judgement, noSettings, { start: offset, end: offset }, 'writing')) {
          if (action.kind !== 'rewrite') continue;
          const after = analyse(applied(text, action));
          assert.equal(JSON.stringify(sortedJson(asJson(after.tree.root))), before, `${action.title} at ${offset}`);
        }
      }
    });
  }

  it('add what a draft still needs to be agreed, once', () => {
    const text =
      'one_plan: 1\ntitle: A plan\nplace: {code: E10000023, name: North Yorkshire}\nperiod: {from: 2017-04-01, to: 2019-03-31}\n\nschemes:\n  - {id: falls, name: Falls response, lead: a-example, novelty: new}\n';
    const edits = addWhatAgreementNeeds(analyse(text), noSettings, noWorkspace);
    const after = analyse(applyEdits(text, edits));
    const rules = judge(after, { ...noSettings, as: 'agreed' }, noWorkspace).findings.map(({ rule }) => rule);
    for (const rule of ['missing-milestone', 'service-missing', 'missing-budget-line', 'missing-budget-amount'])
      assert.ok(!rules.includes(rule), rule);
    assert.match(after.text, /amounts: \{2017-18: £0, 2018-19: £0\}/);
    assert.deepEqual(addWhatAgreementNeeds(after, noSettings, noWorkspace), []);
  });
});

/** Whether there are actions for the rule's finding; each of them takes it away, or changes what it says. */
function answersExample(project: Project, rule: string, settings: Settings): boolean {
  const uri = 'a.plan.yaml';
  const analysis = project.analysis(uri);
  const judgement = project.judge(uri);
  const finding = judgement?.findings.find(found => found.rule === rule);
  if (!analysis || !judgement || !finding) return false;
  const { text } = analysis;
  const actions = actionsAt(analysis, judgement, settings, finding.at, 'findings').filter(
    action => action.finding === finding && !action.title.startsWith('Waive'),
  );
  for (const action of actions) {
    project.set(uri, applied(text, action));
    const after = project.judge(uri)?.findings ?? assert.fail(rule);
    const what = `${rule}: ${action.title}\n${changedLines(text, applied(text, action))}`;
    // Words that are still to be written are no answer: the finding stays until they are.
    const isOpen = action.edits.some(({ text: added }) => added.includes('TBC'));
    assert.ok(isOpen || !after.some(other => other.rule === rule && other.message === finding.message), what);
    assert.deepEqual(newFaults(judgement.findings, after, true), [], what);
  }
  return actions.length > 0;
}

/** A case is a plan with `$0` where the cursor is, then the title of the action, then the plan after it, tab stops shown. */
function caseWithResult(part: string): string {
  const [plan = '', title = ''] = part.split(/^# --- (.*)\n/m);
  const text = plan.replace(/^# === .*\n/, '').replace('$0', '');
  const cursor = plan.replace(/^# === .*\n/, '').indexOf('$0');
  const actions = offered(text, cursor);
  const action = actions.find(candidate => candidate.title === title);
  assert.ok(action, `"${title}" is not among: ${actions.map(candidate => candidate.title).join('; ')}`);
  return `${plan}# --- ${title}\n${snippetText(text, action)}`;
}

function offered(text: string, offset: number): readonly Action[] {
  const analysis = analyse(text);
  const judgement = judge(analysis, noSettings, noWorkspace);
  const range = { start: offset, end: offset };
  return [
    ...actionsAt(analysis, judgement, noSettings, range, 'findings'),
    ...actionsAt(analysis, judgement, noSettings, range, 'writing'),
  ];
}

/** The text with the tab stops of the action standing in it. */
function snippetText(text: string, { edits }: Action): string {
  return applyEdits(text, edits);
}

/** Plans that each lack something: a line taken away, a lead, an amount, a milestone. */
function mutants(text: string): readonly string[] {
  const found: string[] = [];
  const lines = text.split(/(?<=\n)/);
  const step = Math.max(1, Math.ceil(lines.length / 12));
  for (let index = 2; index < lines.length; index += step)
    found.push([...lines.slice(0, index), ...lines.slice(index + 1)].join(''));
  const places = [
    /(lead: )[a-z-]+/g,
    /, lead: [a-z-]+/g,
    /, 20\d\d-\d\d: £[\d.]+[mk]?(?=\})/g,
    /type: integrated-budget/g,
    /(accountable_lead:) \S+/g,
    /(amounts:) \{[^}]*\}/g,
    /(: £)\d+/g,
  ];
  for (const place of places) {
    const matches = [...text.matchAll(place)];
    for (const match of [matches[0], matches[Math.floor(matches.length / 2)]]) {
      if (!match) continue;
      const kept = /(: £)/.test(match[1] ?? '') ? `${match[1]}9` : (match[1] ?? '');
      found.push(text.slice(0, match.index) + kept + text.slice(match.index + match[0].length));
    }
  }
  return found;
}

function answersFindings(text: string): void {
  const analysis = analyse(text);
  const judgement = judge(analysis, noSettings, noWorkspace);
  const some = judgement.findings.filter(
    (_, index) => index % Math.max(1, Math.ceil(judgement.findings.length / 4)) === 0,
  );
  for (const finding of some) {
    for (const action of actionsAt(analysis, judgement, noSettings, finding.at, 'findings')) {
      if (action.finding !== finding) continue;
      const after = analyse(applied(text, action));
      const again = judge(after, noSettings, noWorkspace);
      const what = `${action.title} for ${finding.message}\n${changedLines(text, after.text)}`;
      const isOpen = action.edits.some(({ text: added }) => added.includes('TBC'));
      assert.ok(
        isOpen ||
          !again.findings.some(other => other.fingerprint === finding.fingerprint && other.message === finding.message),
        what,
      );
      assert.deepEqual(
        newFaults(
          judgement.findings,
          again.findings,
          analysis.references.definitions.some(({ kind }) => kind === 'contribution'),
        ),
        [],
        what,
      );
      if (!/(?<!\r)\n/.test(text)) assert.doesNotMatch(after.text, /(?<!\r)\n/, what);
    }
  }
}

/** Rules on the text itself that find more than before; what a rule on the plan asks for next is no fault. */
function newFaults(
  before: readonly Finding[],
  after: readonly Finding[],
  hasContributions: boolean,
): readonly string[] {
  return [...textRuleIds].filter(rule => {
    // Where nobody pays anything yet, a new line cannot say who pays for it.
    const isMoney = ({ detail }: Finding) => rule === 'missing-key' && detail === 'funded_by' && !hasContributions;
    const count = (findings: readonly Finding[]) =>
      findings.filter(other => other.rule === rule && !isMoney(other)).length;
    return count(after) > count(before);
  });
}

const textRuleIds = new Set(
  rulePages()
    .filter(page => !('check' in page))
    .map(({ id }) => id),
);

function changedLines(before: string, after: string): string {
  const known = new Set(before.split('\n'));
  return after
    .split('\n')
    .filter(line => !known.has(line))
    .join('\n');
}

/** Mappings have no order. */
function sortedJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortedJson(inner)]),
  );
}
