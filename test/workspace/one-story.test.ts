/**
 * One story through two hosts: one that answers every need at once, as the command line does, and one that answers later and
 * in another order, as an editor's files do. After every step both workspaces tell the same findings.
 */
import assert from 'node:assert/strict';
import type { FileText } from '../../server/src/workspace/file-text';
import type { Need } from '../../server/src/workspace/inputs';
import { isInside } from '../../server/src/workspace/uri';
import { Workspace } from '../../server/src/workspace/workspace';

const folder = 'file:///plans';
const one = `${folder}/one.plan.yaml`;
const two = `${folder}/two.plan.yaml`;
const configuration = `${folder}/oneplan.config.yaml`;

const plan = (lead: string, more = '') => `one_plan: 1
title: One plan
status: draft
period: {from: 2017-04-01, to: 2019-03-31}
place: {code: E10000023, name: North Yorkshire}
schemes:
  - {id: falls, name: Falls service, lead: ${lead}, novelty: existing}
${more}`;
const old = 'bcf_plan: 1\ntitle: Old\nplace: {code: E10000023, name: North Yorkshire}\nyear: 2016-17\nschemes:\n';
const framework =
  'id: ours\ntitle: Our region\nshort_title: Our region\nsource: {title: Ours}\nlast_date: 2027-03-31\n';

/** What stands in the files, and who is told of it. */
class Story {
  readonly files = new Map<string, string>();
  readonly workspace = new Workspace({ roots: () => [folder], overrides: () => ({}) });
  dropped = 0;

  /** Writes a file, as somebody else does. */
  write(uri: string, text: string): void {
    this.files.set(uri, text);
    this.workspace.fileChanged(uri);
  }

  /** Answers every need as soon as it is there. */
  answerAtOnce(): void {
    for (let needs = this.workspace.needs(); needs.length > 0; needs = this.workspace.needs()) {
      for (const need of needs) assert.ok(this.answer(need));
    }
  }

  /**
   * Answers the needs one by one, the last first, after a turn each. Of every file an older answer, with another text, comes
   * after the newer one: it must be dropped.
   */
  async answerLate(): Promise<void> {
    const late: { readonly need: Need & { kind: 'file' }; readonly answer: FileText }[] = [];
    for (let needs = this.workspace.needs(); needs.length > 0; needs = this.workspace.needs()) {
      for (const need of [...needs].reverse()) {
        await Promise.resolve();
        if (need.kind === 'file' && !late.some(({ need: { key } }) => key === need.key)) {
          late.push({ need, answer: { kind: 'text', text: 'one_plan: 1\ntitle: Of yesterday\n' } });
          this.workspace.fileChanged(need.uri);
        } else this.answer(need);
      }
    }
    for (const { need, answer } of late) {
      assert.equal(this.workspace.give(need, answer), false, `A late answer was taken: ${need.key}`);
      this.dropped++;
    }
  }

  /** All findings, and what the workspace knows of each document beside them. */
  told(): readonly string[] {
    const { workspace } = this;
    const plans = workspace.uris().filter(uri => workspace.isPlan(uri));
    return [
      ...plans.flatMap(uri => [uri, ...(workspace.judge(uri)?.findings ?? []).map(inWords)]),
      ...workspace
        .settingsFiles()
        .flatMap(uri => [uri, ...(workspace.settingsFile(uri)?.judgement.findings ?? []).map(inWords)]),
    ];
  }

  fingerprintsOf(uri: string): readonly string[] {
    return (this.workspace.judgeAll(uri)?.findings ?? []).map(({ fingerprint }) => fingerprint);
  }

  private answer(need: Need): boolean {
    if (need.kind === 'repository') return this.workspace.give(need, need.uri === folder);
    if (need.kind === 'search') {
      const found = [...this.files.keys()].filter(uri => isInside(uri, need.uri) && uri.endsWith('.plan.yaml'));
      return this.workspace.give(need, found);
    }
    const text = this.files.get(need.uri);
    return this.workspace.give(
      need,
      text === undefined ? { kind: 'unreadable', why: 'is not there' } : { kind: 'text', text },
    );
  }
}

function inWords({
  rule,
  at,
  severity,
  message,
}: {
  rule: string;
  at: { start: number; end: number };
  severity: string;
  message: string;
}): string {
  return `${at.start}-${at.end} ${severity}[${rule}] ${message}`;
}

/** What happens, step by step; each changes what is told. */
const steps: readonly (readonly [what: string, happen: (story: Story) => void])[] = [
  [
    'folders are searched',
    ({ files, workspace }) => {
      files.set(one, plan('TBC'));
      files.set(two, plan('nobody'));
      workspace.search([folder]);
    },
  ],
  ['a plan is opened', ({ workspace }) => workspace.open(one, plan('somebody'), 'oneplan')],
  ['it is edited', ({ workspace }) => workspace.change(one, plan('somebody else'))],
  ['a file is changed on the disk', story => story.write(two, plan('TBC', 'people:\n'))],
  ['a configuration is written', story => story.write(configuration, 'rules: {unknown-reference: off}\n')],
  ['the configuration is changed', story => story.write(configuration, 'as: agreed\nframeworks: [ours.yaml]\n')],
  ['the framework that it names is written', story => story.write(`${folder}/ours.yaml`, framework)],
  [
    'a plan is incorporated that is not there',
    ({ workspace }) => workspace.change(one, plan('TBC', 'incorporates:\n  - {plan: old/bcf.yaml, schemes: {}}\n')),
  ],
  ['it is put there', story => story.write(`${folder}/old/bcf.yaml`, `${old}  - {id: A1, name: Falls, amount: £9k}\n`)],
  ['it is changed', story => story.write(`${folder}/old/bcf.yaml`, `${old}  - {id: A2, name: Beds, amount: much}\n`)],
  [
    'a baseline holds what is found',
    story => {
      const findings = { 'two.plan.yaml': story.fingerprintsOf(two) };
      story.files.set(`${folder}/known.json`, JSON.stringify({ version: 1, findings }));
      story.write(configuration, 'baseline: known.json\n');
    },
  ],
  ['a plan is passed over', story => story.write(configuration, 'ignore: [two.plan.yaml]\n')],
  ['the plan is closed', ({ workspace }) => workspace.close(one)],
  [
    'its file is deleted',
    story => {
      story.files.delete(one);
      story.workspace.fileChanged(one);
      story.workspace.searchAgain();
    },
  ],
];

describe('the workspace', () => {
  it('tells the same to a host that answers at once and to one that answers late, after every step', async () => {
    const [atOnce, late] = [new Story(), new Story()];
    let before: readonly string[] = [];
    for (const [what, happen] of steps) {
      happen(atOnce);
      atOnce.answerAtOnce();
      happen(late);
      await late.answerLate();
      assert.deepEqual(late.told(), atOnce.told(), what);
      assert.notDeepEqual(atOnce.told(), before, `Nothing is told of it: ${what}`);
      before = atOnce.told();
    }
    assert.ok(late.dropped > steps.length, `${late.dropped} late answers were dropped`);
  });

  it('keeps what it knew of a file until the newest need is answered', () => {
    const story = new Story();
    story.files.set(one, plan('TBC'));
    story.workspace.include([one]);
    story.answerAtOnce();
    const known = story.told();
    story.write(one, plan('nobody'));
    const [need] = story.workspace.needs();
    assert.ok(need?.kind === 'file' && need.uri === one);
    assert.deepEqual(story.told(), known);
    story.write(one, plan('somebody'));
    const [newer] = story.workspace.needs();
    assert.ok(newer?.kind === 'file' && newer.key === need.key && newer.revision > need.revision);
    assert.equal(story.workspace.isOpen(need), false);
    assert.equal(story.workspace.give(newer, { kind: 'text', text: plan('somebody') }), true);
    assert.equal(story.workspace.give(need, { kind: 'text', text: plan('nobody') }), false);
    assert.equal(story.workspace.text(one), plan('somebody'));
    assert.deepEqual(story.workspace.needs(), []);
  });
});
