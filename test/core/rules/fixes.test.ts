/**
 * The promise of every fix, held on every sample, fixture and example of a rule: applied, its finding is gone and none is
 * new; and correcting everything twice is correcting it once.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fixAll, Project } from '../../../server/src/core/for-workspace';
import { applyEdits, type Finding, rulePages, type Settings } from '../../../server/src/core/index';
import { inPlan } from '../../support/examples';
import { type FixturePart, runFixture, settingsOf } from '../../support/fixture';
import { allSamples } from '../../support/plan-texts';

interface Case {
  readonly name: string;
  readonly parts: readonly FixturePart[];
  /** The document whose fixes are tried. */
  readonly part: FixturePart;
  readonly settings: Settings;
}

describe('every fix', () => {
  for (const [kind, cases] of Object.entries({ samples: samples(), fixtures: fixtures(), examples: examples() })) {
    it(`of the ${kind} removes its finding and adds none`, () => {
      let tried = 0;
      for (const each of cases) tried += tryFixes(each);
      assert.ok(tried > 10, `only ${tried} fixes among the ${kind}`);
    });

    it(`of the ${kind} at once, twice is once, and nothing is worse`, () => {
      for (const { name, parts, part, settings } of cases) {
        const findingsOf = (text: string) => findingsIn(parts, { ...part, text }, settings);
        const once = fixAll(part.text, findingsOf);
        assert.equal(fixAll(once, findingsOf), once, name);
        assert.deepEqual(added(findingsOf(part.text), findingsOf(once)), [], name);
      }
    });
  }
});

function tryFixes({ name, parts, part, settings }: Case): number {
  const before = findingsIn(parts, part, settings);
  let tried = 0;
  for (const finding of before) {
    for (const fix of finding.fixes ?? []) {
      tried++;
      const after = findingsIn(parts, { ...part, text: applyEdits(part.text, fix.edits) }, settings);
      const what = `${name}: ${fix.title}\n${finding.message}`;
      assert.ok(count(after, finding) < count(before, finding), what);
      const news = added(before, after);
      // A word that is put right by judgement is read at last: what its item then lacks is no fault of the fix.
      assert.deepEqual(fix.safe ? news : news.filter(other => !uncovered.has(other.rule)), [], what);
    }
  }
  return tried;
}

/** Rules that may speak of what could not be read before: of the plan, and of what stands under a key now known. */
const uncovered = new Set([
  ...rulePages().flatMap(page => ('check' in page ? page.id : [])),
  'missing-key',
  'unknown-key',
  'unknown-reference',
]);

/** Findings that were not there before; one whose words have changed is the same by its fingerprint. */
function added(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  return after.filter(finding => !before.some(other => isSame(other, finding)));
}

/** How often it is said: one slip may stand at several places. */
function count(findings: readonly Finding[], { rule, message }: Finding): number {
  return findings.filter(other => other.rule === rule && other.message === message).length;
}

function isSame(one: Finding, other: Finding): boolean {
  return one.rule === other.rule && (one.fingerprint === other.fingerprint || one.message === other.message);
}

function findingsIn(parts: readonly FixturePart[], part: FixturePart, settings: Settings): readonly Finding[] {
  const all = [...parts.filter(({ path }) => path !== part.path), part];
  const project = new Project({
    locate: (from, path) => {
      const uri = normalize(join(dirname(from), path));
      return all.some(other => other.path === uri) ? { uri } : { why: 'is not there' };
    },
    settings: () => settings,
  });
  for (const { path, text } of all) project.set(path, text);
  return project.judge(part.path)?.findings ?? [];
}

function samples(): readonly Case[] {
  const all = allSamples().map(({ name, text }) => ({ path: name, text }));
  return all
    .filter(({ text }) => text.length < 40_000)
    .map(part => ({
      name: part.path,
      // What stands in the same folder can be named; other plans of the same place are other samples.
      parts: all.filter(other => dirname(other.path) === dirname(part.path) && other.text.startsWith('bcf_plan')),
      part,
      settings: settingsOf(''),
    }));
}

function fixtures(): readonly Case[] {
  const folder = join(__dirname, '..', '..', 'rules');
  return readdirSync(folder)
    .filter(name => name.endsWith('.plan.yaml'))
    .flatMap(name => {
      const content = readFileSync(join(folder, name), 'utf8');
      if (/^#! read as:/m.test(content)) return [];
      const { documents } = runFixture(name, content, name.split('.')[0] ?? '');
      const parts = documents.map(({ path, text }) => ({ path, text }));
      return parts.map(part => ({ name: `${name} ${part.path}`, parts, part, settings: settingsOf(content) }));
    });
}

function examples(): readonly Case[] {
  return rulePages().flatMap(({ id, examples: { bad, files = {}, today, readAs } }) => {
    if (readAs !== undefined && readAs !== 'document') return [];
    const part = { path: 'example.plan.yaml', text: readAs === 'document' ? bad : inPlan(bad) };
    const parts = [part, ...Object.entries(files).map(([path, text]) => ({ path, text }))];
    return [{ name: id, parts, part, settings: { ...settingsOf(bad), ...(today ? { today } : {}) } }];
  });
}
