/**
 * The words that users read: every contributed text is in `package.nls.json` and nowhere else, and all texts can be read by
 * people who write plans, not programs.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulePages } from '../server/src/core/index';
import { readabilityOf } from './support/reading-age';

const root = join(__dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const manifest: unknown = JSON.parse(read('package.json'));
const texts: Readonly<Record<string, string>> = JSON.parse(read('package.nls.json'));

/** Keys of a manifest whose texts people see. */
const SHOWN: ReadonlySet<string> = new Set(
  'title category description markdownDescription enumDescriptions markdownEnumDescriptions patternErrorMessage name contextualTitle contents altText displayName deprecationMessage'.split(
    ' ',
  ),
);

describe('contributed texts', () => {
  const used = new Set<string>();
  const bare: string[] = [];
  const visit = (value: unknown, key: string, path: string) => {
    if (typeof value === 'string') {
      const name = /^%(.+)%$/.exec(value)?.[1];
      if (name !== undefined) used.add(name);
      else if (SHOWN.has(key) && value !== '') bare.push(`${path}: ${value}`);
    } else if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, key, `${path}[${index}]`);
    else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) visit(inner, name, `${path}.${name}`);
  };
  visit((manifest as { contributes: unknown }).contributes, '', 'contributes');
  // The description is read by the package registry too, which knows no other file.
  visit((manifest as Record<string, unknown>)['displayName'], 'displayName', 'displayName');

  it('are all in package.nls.json', () => assert.deepEqual(bare, []));
  it('are all used, and all there', () => {
    assert.deepEqual(
      Object.keys(texts).filter(name => !used.has(name)),
      [],
    );
    assert.deepEqual(
      [...used].filter(name => !texts[name]),
      [],
    );
  });
  it('name pictures that are there', () => {
    const { walkthroughs } = (
      manifest as { contributes: { walkthroughs: { steps: { media: { image: string } }[] }[] } }
    ).contributes;
    const images = walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.image));
    assert.ok(images.length >= 9);
    for (const image of images) assert.equal(readFileSync(join(root, image)).subarray(1, 4).toString(), 'PNG', image);
  });
});

/** Words of our trade, not of theirs. */
const JARGON =
  /\b(?:invalid|property|properties|object|array|null|schema|boolean|string|integer|parse[drs]?|parsing|token|node|regex|enum|whitelist|blacklist|utili[sz]e|leverage|deprecated|diagnostics?|JSON|LSP)\b/i;

interface Group {
  readonly texts: readonly string[];
  /** The mean grade of all texts together, the grade of one of two sentences, and the words of one sentence. */
  readonly mean: number;
  readonly longest: number;
}

const groups: Readonly<Record<string, () => Group>> = {
  'messages of findings': () => ({ texts: messages(), mean: 8, longest: 40 }),
  'summaries of rules': () => ({ texts: rulePages().map(({ summary }) => summary), mean: 8, longest: 30 }),
  'reasons of rules': () => ({ texts: rulePages().map(({ why }) => why), mean: 9, longest: 35 }),
  'descriptions of the format': () => ({ texts: descriptions(), mean: 9, longest: 40 }),
  'texts of the editor': () => ({ texts: Object.values(texts), mean: 8, longest: 35 }),
  'all texts that are translated': () => ({
    texts: Object.keys(JSON.parse(read('l10n/bundle.l10n.json'))),
    mean: 8,
    longest: 40,
  }),
};

describe('words that users read', () => {
  for (const [what, group] of Object.entries(groups)) {
    it(`${what} can be read by somebody who left school at sixteen`, () => {
      const { texts: all, mean, longest } = group();
      assert.ok(all.length >= 20, `${all.length} texts`);
      const read = all.map(text => ({ text, ...readabilityOf(text) })).sort((a, b) => b.grade - a.grade);
      const average = read.reduce((sum, { grade }) => sum + grade, 0) / read.length;
      const worst = read.slice(0, 3).map(({ text, grade }) => `grade ${grade.toFixed(1)}: ${text}`);
      assert.ok(average <= mean, `The mean is grade ${average.toFixed(1)}, over ${mean}.\n${worst.join('\n')}`);
      const long = read.filter(({ longest: words }) => words > longest).map(({ text }) => text);
      assert.deepEqual(long, [], `sentences of more than ${longest} words`);
    });
    it(`${what} use no words of programmers`, () => {
      const own = group().texts.map(text => text.replace(/NHS Property Services|"[^"]*"|`[^`]*`|\]\([^)]*\)/g, ''));
      assert.deepEqual(
        own.filter(text => JARGON.test(text)),
        [],
      );
    });
  }
});

/** Every message that the fixtures of the rules expect. */
function messages(): readonly string[] {
  const folder = join(root, 'test/rules');
  const fixtures = readdirSync(folder).filter(name => name.endsWith('.yaml'));
  return fixtures.flatMap(name =>
    [...read(`test/rules/${name}`).matchAll(/(?:error|warning|info)\[[a-z0-9-]+\]: (.+)$/gm)].map(
      ([, text = '']) => text,
    ),
  );
}

function descriptions(): readonly string[] {
  const found: string[] = [];
  JSON.parse(read('schemas/plan.schema.json'), (key, value: unknown) => {
    if (key === 'description' && typeof value === 'string') found.push(value);
    return value;
  });
  return found;
}

describe('the reading age', () => {
  it('tells easy from hard', () => {
    assert.ok(readabilityOf('The cat sat on the mat.').grade < 1);
    const hard = 'Organisational interdependencies necessitate multidisciplinary transformation methodologies.';
    assert.ok(readabilityOf(hard).grade > 20);
    assert.equal(readabilityOf(`Write "${hard}".`).longest, 2);
  });
});
