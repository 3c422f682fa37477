/**
 * Another language: an invented one, in which every letter is wide, shows what is not translated. What stays in narrow
 * letters must come from the plan, the tables or the format: names, ids, codes, keys and listed values.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RenameRequest } from 'vscode-languageserver-protocol/node';
import { textsIn } from '../scripts/generate/texts';
import { actionsAt, codeLenses, hintKinds, hover, inlayHints } from '../server/src/core/for-workspace';
import { rulePages, speak } from '../server/src/core/index';
import { limits } from '../server/src/core/limits';
import { noSettings } from '../server/src/core/settings';
import { projectOf, settingsOf } from './support/fixture';
import { type FolderOfPlans, folderOfPlans } from './support/folder-of-plans';
import { LspClient } from './support/lsp-client';
import { allSamples, type PlanText, ruleFixtures } from './support/plan-texts';

const root = join(__dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const english = Object.keys(JSON.parse(read('l10n/bundle.l10n.json')));
const wide = (text: string) =>
  text.replace(/\{\d+\}|[A-Za-z]/g, part =>
    part.length > 1 ? part : String.fromCharCode(part.charCodeAt(0) + 0xff21 - 0x41),
  );

const translations = Object.fromEntries(english.map(text => [text, wide(text)]));
/** A language whose words for "and" and "or" are not in Latin letters. */
const locale = 'el';

describe('another language', () => {
  before(() => speak(translations, locale));
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

  it('is known before anything is said in it', () => {
    assert.deepEqual(textsIn('const late = () => say`A ${1}.`; const kept = english`B`;', 'a.ts'), ['A {0}.', 'B']);
    for (const early of ['const a = say`A`;', 'const a = [count(1, "line")];', 'class A { static a = said(b); }'])
      assert.throws(() => textsIn(early, 'a.ts'), /before the language is known/);
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

  describe('over the wire', () => {
    let client: LspClient;
    let folder: FolderOfPlans;
    const start = async () => {
      client = await LspClient.start({ folders: [folder.uri], locale, initializationOptions: { translations } });
      await client.until('the greeting', () => client.notes.length > 0);
    };
    afterEach(async () => {
      await client.stop();
      folder.dispose();
    });

    it('is spoken of files that cannot be read, and of what a configuration names', async () => {
      const named = [
        'gone.plan.yaml',
        'a-folder',
        'circle.plan.yaml',
        '../out.plan.yaml',
        '/root.plan.yaml',
        'link.plan.yaml',
      ];
      const title = (text: string) => `one_plan: 1\ntitle: ${text}\n`;
      folder = folderOfPlans({
        'one.plan.yaml': `${title('One')}incorporates:\n${named.map(plan => `  - {plan: ${plan}}\n`).join('')}`,
        'a-folder/readme.txt': '',
        'wide.plan.yaml': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(title('Wide'), 'utf16le')]),
        'pounds.plan.yaml': Buffer.from(title('£'), 'latin1'),
        'odd.plan.yaml': Buffer.concat([Buffer.from(title('')), Buffer.from([0xc1])]),
        'large.plan.yaml': Buffer.alloc(limits.size + 1, '#'),
        'oneplan.config.yaml': `rules: {no-such-rule: error}\nframeworks: [gone.yaml, a-folder, ../out.yaml, wide.plan.yaml]\nbaseline: gone.json\n`,
      });
      folder.link('circle.plan.yaml', 'circle.plan.yaml');
      folder.link('link.plan.yaml', '/etc/hostname');
      await start();
      const found = [...(await client.workspace()).values()].flat();
      const aboutFiles = ['not-text', 'too-large', 'bad-configuration', 'bcf-plan-unreadable'];
      const count = (rule: string) => found.filter(({ code }) => code === rule).length;
      assert.deepEqual(aboutFiles.map(count), [3, 1, 5, named.length], JSON.stringify(found, null, 1));
      for (const { code, message } of found) if (aboutFiles.includes(String(code))) wholly(String(message));
    });

    it('is spoken by the log, and where something is refused', async () => {
      const text = 'one_plan: 1\ntitle: One\nschemes:\n  - {id: a, name: A}\n  - {id: b, name: B}\n';
      folder = folderOfPlans({ 'one.plan.yaml': text });
      await start();
      for (const note of client.notes) wholly(note.replace(/ \d\S* /, ' '));
      const plan = {
        place: 'Leeds',
        period: { from: '2017-04-01', to: '2020-03-31' },
        framework: 'beyond-barker-2015',
      };
      for (const slip of [
        { framework: 'x' },
        { place: 'Nowhere' },
        { period: { from: '2020-04-01', to: '2019-03-31' } },
      ]) {
        const made = await client.ask('oneplan/newPlan', { ...plan, ...slip });
        wholly('why' in made ? made.why : assert.fail());
      }
      const uri = folder.uriOf('one.plan.yaml');
      await client.open(uri, text);
      const rename = (line: number, newName: string) =>
        client.connection.sendRequest(RenameRequest.type, {
          textDocument: { uri },
          position: { line, character: 10 },
          newName,
        });
      for (const [line, name] of [
        [0, 'x'],
        [3, 'b'],
        [3, 'Not an id'],
      ] as const)
        await assert.rejects(rename(line, name), ({ message }: Error) => wholly(message));
    });
  });
});

/** Fails on a text in which a word of two or more letters, outside quotes, is not in the wide letters of the language. */
function wholly(text: string): true {
  assert.doesNotMatch(text.replace(/"[^"]*"/g, ' '), /[A-Za-z]{2}/);
  assert.match(text, /[\uff21-\uff5a]/);
  return true;
}

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
