/** A team's own framework: it changes what is asked, completed, hovered and reported. */
import assert from 'node:assert/strict';
import { readFramework } from '../../../server/src/core/config/own-framework';
import { complete } from '../../../server/src/core/features/completion/completion';
import { analyse, hover } from '../../../server/src/core/for-workspace';
import type { Settings } from '../../../server/src/core/index';
import { judge } from '../../../server/src/core/judge';
import { noWorkspace } from '../../../server/src/core/model/workspace';
import { noSettings } from '../../../server/src/core/settings';
import { folderWith, oneplan } from '../../support/oneplan';
import { own, plan } from './our-region';

function settings(): Settings {
  const { framework, faults } = readFramework(own);
  assert.deepEqual(faults, []);
  assert.ok(framework);
  return { ...noSettings, frameworks: [framework] };
}

function messages(text: string, given: Settings): readonly string[] {
  return judge(analyse(text), given, noWorkspace).findings.map(
    ({ severity, rule, message }) => `${severity} ${rule}: ${message}`,
  );
}

describe("a team's own framework", () => {
  it('changes what is asked, and how it is told', () => {
    const found = messages(plan('our-region'), settings()).join('\n');
    assert.match(
      found,
      /error deadline-past-limit: Milestone "Late" is due on 2019-12-31, after 30 June 2019, the last date in Our region \(2019\)/,
    );
    assert.match(found, /missing-milestone: .*procurement/);
    assert.doesNotMatch(found, /single-commissioning-function|Beyond Barker/);
    assert.match(found, /service-missing: .*acute/);
    assert.doesNotMatch(found, /service-missing: .*public-health/);
    assert.match(found, /option-not-chosen: .* with single-commissioner\./);
    const agreed = messages(plan('our-region'), { ...settings(), as: 'agreed' }).join('\n');
    assert.match(agreed, /signoff-missing: .*Regional Director/);
  });
  it('is not known without the configuration', () => {
    assert.match(
      messages(plan('our-region'), noSettings).join('\n'),
      /unknown-framework: There is no framework "our-region"/,
    );
  });
  it('is completed: its id, its milestones, its last date', () => {
    const text = plan('our-region');
    const labels = (at: number, given: Settings) =>
      complete(analyse(text), at, given).map(({ label, detail }) => `${label} ${detail ?? ''}`);
    const atId = text.indexOf('our-region') + 1;
    assert.ok(labels(atId, settings()).some(label => label.startsWith('our-region Our region (2019)')));
    assert.ok(!labels(atId, noSettings).some(label => label.startsWith('our-region')));
    const atDate = text.indexOf('2019-12-31');
    assert.ok(
      labels(atDate, settings()).some(label => /^2019-06-30 .*Our region \(2019\)/.test(label)),
      labels(atDate, settings()).join('\n'),
    );
    const atItem = `${text}  - `;
    const items = complete(analyse(atItem), atItem.length, settings());
    assert.ok(
      items.some(
        ({ detail, edit }) => detail === 'Asked for by Our region (2019)' && edit.text.includes('procurement'),
      ),
      JSON.stringify(items),
    );
  });
  it('is hovered', () => {
    const text = plan('our-region');
    const shown = JSON.stringify(hover(analyse(text), text.indexOf('our-region') + 1, settings()));
    assert.match(shown, /Joint plans in our region/);
    assert.match(shown, /30 June 2019/);
    assert.match(shown, /Regional Director/);
  });
  it('changes which outcome codes are right, and what is advised', () => {
    const outcome = (framework: string, code: string) =>
      `${plan('our-region')}outcomes:\n  - {id: a, framework: ${framework}, code: ${code}, name: Something, lead: TBC}\n`;
    const uncoded = (framework: string, code: string, given: Settings) =>
      messages(outcome(framework, code), given).find(message => message.includes('outcome-uncoded'));
    assert.equal(uncoded('Region', 'R1', settings()), undefined);
    assert.match(
      uncoded('region', 'R9', settings()) ?? '',
      /has the code "R9", which is none of region\. Write "R1" or "R2", or give the reason in a waiver\.$/,
    );
    assert.match(uncoded('Region', 'r 2', settings()) ?? '', /Write "R2", or give/);
    assert.match(uncoded('County', 'R1', settings()) ?? '', /none of Region, BCF, ASCOF, NHSOF or PHOF/);
    assert.match(uncoded('Region', 'R1', noSettings) ?? '', /none of ASCOF, NHSOF, PHOF or BCF/);
  });
  it('puts first in completion what it names', () => {
    const completed = (rest: string, given: Settings) => {
      const text = plan('our-region') + rest;
      const at = text.indexOf('$0');
      return complete(analyse(text.replace('$0', '')), at, given).map(
        ({ label, detail }) => `${label} | ${detail ?? ''}`,
      );
    };
    const source = 'budget:\n  contributions:\n    - {id: a, partner: b, source: $0}\n';
    assert.equal(completed(source, settings())[0], 'public-health-grant | Our region (2019)');
    assert.equal(completed(source, noSettings)[0], 'nhs-minimum | Beyond Barker (2015)');
    const type = `milestones:\n  - {id: a, type: $0}\n`;
    const anew = (rest: string) => plan('our-region').replace(/milestones:[\s\S]*/, rest);
    const types = anew(type);
    const offered = complete(analyse(types.replace('$0', '')), types.indexOf('$0'), settings());
    assert.equal(offered[0]?.label, 'procurement');
    assert.equal(completed('outcomes:\n  - {id: a, framework: $0}\n', settings())[0], 'Region | ');
    const codes = completed('outcomes:\n  - {id: a, framework: Region, code: $0}\n', settings());
    assert.deepEqual(codes, [
      'R1 | People who would recommend their care',
      'R2 | Days at home after a stay in hospital',
    ]);
    const whole = completed(
      'outcomes:\n  - {id: a, framework: Region, code: R2, name: B, lead: TBC}\n  - $0\n',
      settings(),
    );
    assert.deepEqual(whole.slice(1, 3), [
      'Region R1: People who would recommend their care | Asked for by Our region (2019)',
      'BCF NEIGHBOUR1: People with a neighbourhood team | Asked for by Our region (2019)',
    ]);
    assert.ok(
      whole.some(label => label.startsWith('ASCOF 1A')),
      'others are offered behind them',
    );
  });
  it('is told of where what it names is hovered, with its clause or as a list of its own', () => {
    const text = `${plan('our-region')}budget:
  contributions:
    - {id: a, partner: b, source: public-health-grant}
    - {id: c, partner: b, source: nhs-minimum}
outcomes:
  - {id: a, framework: Region, code: R2, name: At home, lead: TBC}
  - {id: b, framework: NHSOF, code: 4c, name: Friends and family test, lead: TBC}
sign_off:
  - {role: Regional Director, person: x, organisation: y, date: 2019-01-01}
`;
    const told = (word: string) => {
      const { title, parts } = hover(analyse(text), text.indexOf(word) + 1, settings()) ?? assert.fail(word);
      const facts = parts.flatMap(part => (part.kind === 'facts' ? part.facts : []));
      return [title, ...facts.map(({ label, value }) => `${label}: ${value}`)].join('\n');
    };
    assert.match(told('public-health-grant'), /Our region \(2019\): names it\nList: our own, not an official one/);
    assert.match(told('nhs-minimum'), /Our region \(2019\): does not name it/);
    assert.match(told('R2'), /^R2: Days at home after a stay in hospital\nOur region \(2019\): lists it/);
    assert.match(told('4c'), /Not checked: our own list of NHSOF is not complete/);
    const role = told('Regional Director');
    assert.match(
      role,
      /asks for it of each council\nMay be delegated: no\nSource: Guidance of our region, paragraph 9$/,
    );
    const whole = told('our-region');
    assert.match(whole, /Outcome measures \(our own list\): R1 \(People who would recommend their care\)/);
    assert.match(whole, /Sources of money \(our own list\): public-health-grant/);
    assert.match(whole, /Rules that weigh otherwise: deadline-past-limit \(error while writing, error once agreed\)/);
    assert.match(whole, /Conditions \(our own list\): All is in time/);
  });
  it('is loaded from the configuration, and its conditions are in the reports', () => {
    const folder = folderWith({
      'oneplan.config.yaml': 'frameworks: [guidance/our-region.yaml]\n',
      'guidance/our-region.yaml': own,
      'plans/a.plan.yaml': plan('our-region'),
    });
    const { files } = JSON.parse(oneplan(folder, ['lint', '--as', 'agreed', '--format', 'json']).out);
    assert.equal(files[0].framework, 'our-region');
    assert.deepEqual(files[0].readiness.conditions, [{ id: 'in-time', title: 'All is in time', toDo: 2 }]);
    assert.match(oneplan(folder, ['lint', '--as', 'agreed']).out, /^ {2}Condition "All is in time": 2$/m);
  });
});
