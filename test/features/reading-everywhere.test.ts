/**
 * Reading features at every seventh place of every sample, sound or broken, and of texts that break off or lose a line:
 * nothing is thrown, every place lies inside its text, no answer takes long.
 */
import assert from 'node:assert/strict';
import { dirname, join, normalize } from 'node:path';
import { codeLenses } from '../../server/src/core/features/code-lenses';
import { linksOf } from '../../server/src/core/features/document-links';
import { foldsOf } from '../../server/src/core/features/folding';
import { threadBack, threadItemAt, threadOn } from '../../server/src/core/features/golden-thread';
import { hover } from '../../server/src/core/features/hover';
import { hintKinds, inlayHints } from '../../server/src/core/features/inlay-hints';
import { occurrencesOf, targetAt } from '../../server/src/core/features/navigation';
import { prepareRename, rename } from '../../server/src/core/features/rename';
import { selectionsAt } from '../../server/src/core/features/selection-ranges';
import { semanticTokens } from '../../server/src/core/features/semantic-tokens';
import { type PlanSymbol, symbolsOf } from '../../server/src/core/features/symbols';
import { findSymbols } from '../../server/src/core/features/workspace-symbols';
import { applyEdits, noSettings, Project, type Span } from '../../server/src/core/index';
import { allSamples, type PlanText } from '../support/plan-texts';

const settings = { ...noSettings, today: '2018-01-01' };

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

describe('reading features everywhere', () => {
  const samples = allSamples();

  for (const sample of samples) {
    it(`answer at every seventh place of ${sample.name}`, () => {
      const project = projectOf(samples);
      askWhole(project, sample.name);
      for (let offset = 0; offset <= sample.text.length; offset += 7) askAt(project, sample.name, offset);
    }).timeout(60_000);
  }

  for (const sample of samples.filter(({ text }) => text.length < 30_000)) {
    it(`answer in what is left when ${sample.name} breaks off or loses lines`, () => {
      const project = projectOf(samples);
      for (const { text, at } of brokenTexts(sample.text)) {
        project.set(sample.name, text);
        askWhole(project, sample.name);
        for (const offset of [at - 9, at - 1, at, at + 1, at + 12])
          askAt(project, sample.name, Math.max(0, Math.min(text.length, offset)));
      }
    }).timeout(60_000);
  }
});

describe('every reference of every sample', () => {
  const samples = allSamples();

  for (const { name } of samples.filter(sample => !sample.name.includes('broken'))) {
    it(`resolves in ${name} and is found from its definition`, () => {
      const project = projectOf(samples);
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
    }).timeout(60_000);

    it(`survives in ${name} a rename of everything there and back`, () => {
      const project = projectOf(samples);
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
    }).timeout(60_000);
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

/** Asks for all that concerns the whole text. */
function askWhole(project: Project, uri: string): void {
  const analysis = project.analysis(uri);
  assert.ok(analysis);
  const { text } = analysis;
  const all = { start: 0, end: text.length };
  const started = performance.now();
  const inside = (span: Span) => assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
  const visit = (symbol: PlanSymbol) => {
    assert.notEqual(symbol.name, '');
    inside(symbol.at);
    assert.ok(symbol.at.start <= symbol.nameAt.start && symbol.nameAt.end <= symbol.at.end, symbol.name);
    for (const child of symbol.children) visit(child);
  };
  for (const symbol of symbolsOf(analysis)) visit(symbol);
  for (const { first, last } of foldsOf(analysis))
    assert.ok(first >= 0 && first < last && last < analysis.lines.lineCount);
  for (const { at } of linksOf(analysis, settings)) inside(at);
  for (const { after } of inlayHints(analysis, all, new Set(hintKinds), settings)) inside({ start: after, end: after });
  for (const { at, places } of codeLenses(analysis)) for (const span of [at, ...places]) inside(span);
  let end = 0;
  for (const { at } of semanticTokens(analysis, all)) {
    inside(at);
    assert.ok(at.start >= end && at.end > at.start, 'tokens in order, none empty');
    end = at.end;
  }
  for (const { at, uri: where } of findSymbols(project, 'a')) {
    assert.ok(at.end <= (project.analysis(where)?.text.length ?? -1));
  }
  assert.ok(performance.now() - started < 2_000);
}

/** Asks for all that concerns one place. */
function askAt(project: Project, uri: string, offset: number): void {
  const analysis = project.analysis(uri);
  assert.ok(analysis);
  const { length } = analysis.text;
  const started = performance.now();
  const told = hover(analysis, offset, settings);
  if (told) {
    assert.ok(told.at.start <= offset && offset <= told.at.end && told.at.end <= length);
    assert.notEqual(told.title, '');
    assert.ok(told.parts.length > 0, told.title);
  }
  const target = targetAt(project, uri, offset);
  if (target) {
    assert.ok(target.at.start <= offset && offset <= target.at.end);
    for (const place of occurrencesOf(project, target))
      assert.ok(place.at.end <= (project.analysis(place.uri)?.text.length ?? -1));
  }
  const prepared = prepareRename(project, uri, offset);
  if ('at' in prepared) assert.ok(prepared.at.end <= length);
  let inner: Span = { start: offset, end: offset };
  for (const span of selectionsAt(analysis, offset)) {
    assert.ok(span.start <= inner.start && span.end >= inner.end && span.end <= length);
    inner = span;
  }
  const knot = threadItemAt(analysis, offset);
  if (knot) {
    assert.ok(knot.at.start <= knot.nameAt.start && knot.nameAt.end <= knot.at.end && knot.at.end <= length);
    for (const { item, from } of [
      ...threadOn(analysis, knot.kind, knot.id),
      ...threadBack(analysis, knot.kind, knot.id),
    ])
      for (const span of [item.at, ...from]) assert.ok(span.end <= length);
  }
  assert.ok(performance.now() - started < 2_000);
}
