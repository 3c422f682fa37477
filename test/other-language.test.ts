/**
 * Another language: an invented one, in which every letter is wide, shows what is not translated. What stays in narrow
 * letters must come from the plan, the tables or the format: names, ids, codes, keys and listed values.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  actionsAt,
  codeLenses,
  hintKinds,
  hover,
  inlayHints,
  noSettings,
  rulePages,
  speak,
} from '../server/src/core/index';
import { projectOf, settingsOf } from './support/fixture';
import { allSamples, type PlanText, ruleFixtures } from './support/plan-texts';

const root = join(__dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const english = Object.keys(JSON.parse(read('l10n/bundle.l10n.json')));
const wide = (text: string) =>
  text.replace(/\{\d+\}|[A-Za-z]/g, part =>
    part.length > 1 ? part : String.fromCharCode(part.charCodeAt(0) + 0xff21 - 0x41),
  );

describe('another language', () => {
  before(() => speak(Object.fromEntries(english.map(text => [text, wide(text)]))));
  after(() => speak(undefined));

  it('is spoken by every finding and fix of the rules and the samples', () => {
    let heard = 0;
    for (const plan of [...allSamples(), ...ruleFixtures()]) {
      const check = checkerOf(plan);
      for (const as of ['writing', 'agreed'] as const) {
        for (const { rule, message, related = [], fixes = [] } of judged(plan, as).findings) {
          for (const text of [message, ...related.map(other => other.message), ...fixes.map(({ title }) => title)]) {
            check(rule, text);
            heard++;
          }
        }
      }
    }
    assert.ok(heard > 5_000, `${heard} texts`);
  });

  it('is asked for what people read, and never for what a plan is written in', () => {
    const keys = new RegExp(`^[\\s{-]*(?:${[...wordsOfFormat()].filter(word => /^[a-z_]+$/.test(word)).join('|')}): `);
    assert.deepEqual(
      english.filter(text => keys.test(text)),
      [],
      'a translation of this could no longer be read as a plan: only texts that people read are tagged say',
    );
  });

  it('is spoken by hovers, hints, lenses and the light bulb', () => {
    let heard = 0;
    for (const plan of allSamples()) {
      const check = checkerOf(plan);
      const say = (what: string, text: string) => {
        check(what, text);
        heard++;
      };
      const { project, settings, findings, framework } = judged(plan, 'writing');
      const analysis = project.analysis(plan.name);
      assert.ok(analysis);
      for (const { title } of codeLenses(analysis)) say('lens', title);
      const all = { start: 0, end: plan.text.length };
      for (const { tip } of inlayHints(analysis, all, new Set(hintKinds), settings)) say('hint', tip ?? '');
      for (const { at } of findings.slice(0, 20)) {
        for (const group of ['findings', 'writing'] as const)
          for (const { title } of actionsAt(analysis, { findings, framework }, settings, at, group))
            say('action', title);
      }
      for (let offset = 0; offset < plan.text.length; offset += 97) {
        const told = hover(analysis, offset, settings);
        if (!told) continue;
        say('hover', told.title);
        for (const part of told.parts) {
          if (part.kind === 'text') say('hover', part.text);
          if (part.kind === 'facts') for (const { label, value } of part.facts) say('hover', `${label}: ${value}`);
          if (part.kind === 'rule') say('hover', part.why);
        }
      }
    }
    assert.ok(heard > 5_000, `${heard} texts`);
  });
});

function judged({ name, text }: PlanText, as: 'writing' | 'agreed') {
  const settings = { ...noSettings, ...settingsOf(text), ...(as === 'agreed' ? { as } : {}) };
  const project = projectOf([{ path: name, text }] as unknown as Parameters<typeof projectOf>[0], settings);
  const judgement = project.judge(name);
  assert.ok(judgement);
  return { project, settings, findings: judgement.findings, framework: judgement.framework };
}

/** Words that are data and not text: of the tables, the frameworks, and the keys and listed values of the format. */
const data = new Set([...tables(), ...wordsOfFormat(), ...rulePages().map(({ id }) => id)].flatMap(wordsIn));

/** Fails on a text with a word that is neither translated nor of the plan or the data; what is quoted is as it was written. */
function checkerOf({ name, text }: PlanText): (what: string, said: string) => void {
  const known = new Set(wordsIn(text));
  return (what, said) => {
    const bare = wordsIn(said.replace(/"[^"]*"|`[^`]*`/g, ' '));
    const strange = bare.filter(word => !data.has(word) && !known.has(word) && !cutOff(word, known));
    assert.deepEqual(strange, [], `${name}: ${what}: ${said}`);
  };
}

function cutOff(word: string, known: ReadonlySet<string>): boolean {
  return [...known].some(whole => whole.startsWith(word) || whole.replace(/[^a-z]/g, '').startsWith(word));
}

function wordsIn(text: string): readonly string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z][a-z'’]+/g) ?? []
  );
}

function tables(): readonly string[] {
  return readdirSync(join(root, 'schemas'), { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(?:csv|yaml)$/.test(file))
    .map(file => read(join('schemas', file)));
}

function wordsOfFormat(): readonly string[] {
  const words: string[] = [];
  JSON.parse(read('schemas/plan.schema.json'), (key, value: unknown) => {
    words.push(key);
    if (key === 'enum' && Array.isArray(value)) words.push(...value.map(String));
    return value;
  });
  return words;
}
