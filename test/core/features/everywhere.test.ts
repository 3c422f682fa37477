/**
 * Reading features at every seventh place of every sample, sound or broken, and of texts that break off or lose a line:
 * nothing is thrown, every place lies inside its text, no answer takes long.
 */
import assert from 'node:assert/strict';
import { dirname, join, normalize } from 'node:path';
import { rename } from '../../../server/src/core/features/navigation/rename';
import { occurrencesOf, targetAt } from '../../../server/src/core/features/navigation/targets';
import { Project } from '../../../server/src/core/for-workspace';
import { applyEdits } from '../../../server/src/core/index';
import { askAt, askWhole, settings } from '../../support/ask-features';
import { allSamples, type PlanText } from '../../support/plan-texts';

/** A project of the texts, each found by its path from the one that names it. */
function projectOf(texts: readonly PlanText[]): Project {
  const project = new Project({
    locate: (from, path) => {
      const uri = normalize(join(dirname(from), path));
      return texts.some(({ name }) => name === uri) ? { uri } : { why: 'is not there' };
    },
    settings: () => settings,
  });
  for (const { name, text } of texts) project.set(name, text);
  return project;
}

/** Puts back what a test has changed; a text that stands as it was costs nothing. */
function asTheyWere(project: Project, texts: readonly { readonly name: string; readonly text: string }[]): void {
  for (const { name, text } of texts) project.set(name, text);
}

describe('reading features everywhere', () => {
  const samples = allSamples();
  const project = projectOf(samples);
  afterEach(() => asTheyWere(project, samples));

  for (const sample of samples) {
    it(`answer at every seventh place of ${sample.name}`, () => {
      askWhole(project, sample.name);
      for (let offset = 0; offset <= sample.text.length; offset += 7) askAt(project, sample.name, offset);
    });
  }

  for (const sample of samples.filter(({ text }) => text.length < 30_000)) {
    it(`answer in what is left when ${sample.name} breaks off or loses lines`, () => {
      for (const { text, at } of brokenTexts(sample.text)) {
        project.set(sample.name, text);
        askWhole(project, sample.name);
        for (const offset of [at - 9, at - 1, at, at + 1, at + 12])
          askAt(project, sample.name, Math.max(0, Math.min(text.length, offset)));
      }
    });
  }
});

describe('every reference of every sample', () => {
  const samples = allSamples();
  const project = projectOf(samples);
  afterEach(() => asTheyWere(project, samples));

  for (const { name } of samples.filter(sample => !sample.name.includes('broken'))) {
    it(`resolves in ${name} and is found from its definition`, () => {
      for (const { at } of project.analysis(name)?.references.references ?? []) {
        const target = targetAt(project, name, at.start);
        assert.ok(target?.definition, `${at.text} at ${at.start} leads nowhere`);
        const back = targetAt(project, target.uri, target.definition.at.start);
        assert.ok(back, `nothing at the definition of ${at.text}`);
        const places = occurrencesOf(project, back);
        assert.ok(
          places.some(place => place.uri === name && place.at.start === at.start),
          `${at.text} is not found`,
        );
        assert.equal(places[0]?.role, 'definition');
      }
    });

    it(`survives in ${name} a rename of everything there and back`, () => {
      const before = new Map(samples.map(sample => [sample.name, sample.text]));
      const ids = [...(project.analysis(name)?.references.definitions ?? [])].map(({ id }) => id.text);
      let renamed = 0;
      for (let index = 0; index < ids.length; index++) {
        const place = () => project.analysis(name)?.references.definitions[index]?.id.start ?? -1;
        const old = ids[index] ?? '';
        const count = occurrencesOf(project, targetAt(project, name, place()) ?? assert.fail(old)).length;
        assert.equal(
          apply(project, rename(project, name, place(), `renamed-${old.toLowerCase().replace(/[^a-z0-9-]/g, '-')}`)),
          count,
        );
        assert.deepEqual(newFaults(project, name), [], `after the rename of ${old}`);
        assert.equal(apply(project, rename(project, name, place(), old)), count);
        renamed += count;
      }
      for (const [uri, text] of before) assert.equal(project.analysis(uri)?.text, text, uri);
      assert.ok(renamed > 0);
    });
  }

  /** Makes the edits; the number of places that they changed. */
  function apply(project: Project, result: ReturnType<typeof rename>): number {
    if ('refused' in result) assert.fail(result.refused);
    let changed = 0;
    for (const [uri, edits] of result.edits) {
      project.set(uri, applyEdits(project.analysis(uri)?.text ?? '', edits));
      changed += edits.length;
    }
    return changed;
  }

  function newFaults(project: Project, uri: string): readonly string[] {
    return (project.judge(uri)?.findings ?? [])
      .filter(({ rule }) => rule === 'unknown-reference' || rule === 'duplicate-id' || rule === 'bcf-scheme-unknown')
      .map(({ message }) => message);
  }
});

function* brokenTexts(text: string): Generator<{ readonly text: string; readonly at: number }> {
  for (let end = 11; end < text.length; end += Math.ceil(text.length / 25)) yield { text: text.slice(0, end), at: end };
  const lines = text.split(/(?<=\n)/);
  for (let index = 3; index < lines.length; index += Math.ceil(lines.length / 10)) {
    const before = lines.slice(0, index).join('');
    yield { text: before + lines.slice(index + 1).join(''), at: before.length };
    for (const extra of ['  - {id: a, lead: [', '"', '\t', 'lead: &x ', '- *x', ': {', '    - |'])
      yield { text: `${before}${extra}\n${lines.slice(index).join('')}`, at: before.length + extra.length };
  }
}
