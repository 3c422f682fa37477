/** What is told at the cursor, case by case. `UPDATE=1` rewrites what the cases expect, for review. */
import assert from 'node:assert/strict';
import {
  codeLenses,
  findSymbols,
  foldsOf,
  type HintKind,
  hintKinds,
  hover,
  inlayHints,
  linksOf,
  occurrencesOf,
  type PlanSymbol,
  prepareRename,
  rename,
  selectionsAt,
  semanticTokens,
  symbolsOf,
  type ThreadLink,
  targetAt,
  threadBack,
  threadItemAt,
  threadOn,
} from '../../../server/src/core/for-workspace';
import { applyEdits } from '../../../server/src/core/index';
import { type Reading, type ReadingCase, readingCases, readingOf, rewriteCases } from './case';

/** How what each feature gives is written down. */
const told: Readonly<Record<string, (reading: Reading, each: ReadingCase) => readonly string[]>> = {
  hover: ({ offset, text, settings, ...reading }) => {
    const found = hover(analysisOf(reading), offset, settings);
    if (!found) return ['nothing'];
    const parts = found.parts.flatMap(part => {
      switch (part.kind) {
        case 'facts':
          return part.facts.map(({ label, value }) => `- ${label}: ${value}`);
        case 'rule':
          return [`rule ${part.rule}: ${part.why}`];
        default:
          return [`${part.kind}: ${part.text}`];
      }
    });
    return [`"${text.slice(found.at.start, found.at.end)}" ${found.title}`, ...parts];
  },
  definition: reading => {
    const target = targetAt(reading.project, reading.uri, reading.offset);
    if (!target) return ['nothing'];
    const { definition, uri, kind, id } = target;
    return [
      `${kind} ${id}`,
      definition ? `defined at ${placeOf(reading, uri, definition.at.start)}` : 'defined nowhere',
    ];
  },
  references: reading => {
    const target = targetAt(reading.project, reading.uri, reading.offset);
    if (!target) return ['nothing'];
    return occurrencesOf(reading.project, target).map(
      ({ uri, at, role }) => `${role} ${placeOf(reading, uri, at.start)}`,
    );
  },
  rename: (reading, { given }) => {
    const { project, uri, offset } = reading;
    const prepared = prepareRename(project, uri, offset);
    if ('refused' in prepared) return [`refused: ${prepared.refused}`];
    const renamed = rename(project, uri, offset, given.get('to') ?? '');
    if ('refused' in renamed) return [`${prepared.id} refused: ${renamed.refused}`];
    return [...renamed.edits].flatMap(([where, edits]) => [
      `# --- ${where}`,
      ...applyEdits(project.analysis(where)?.text ?? '', edits)
        .trimEnd()
        .split('\n'),
    ]);
  },
  outline: reading => symbolsOf(analysisOf(reading)).flatMap(symbol => outline(symbol, '')),
  find: ({ project }, { given }) =>
    findSymbols(project, given.get('query') ?? '').map(
      ({ name, id, kind, uri, plan }) => `${kind} ${name} (${id}) in ${uri}, ${plan}`,
    ),
  links: ({ text, settings, ...reading }) =>
    linksOf(analysisOf(reading), settings).map(
      ({ at, to, title }) => `${text.slice(at.start, at.end)} → ${'path' in to ? to.path : to.address} (${title})`,
    ),
  folds: reading => {
    const { lines, text } = analysisOf(reading);
    const lineAt = (line: number) => text.slice(lines.startOf(line), lines.endOf(line)).trim();
    return foldsOf(analysisOf(reading)).map(
      ({ first, last, kind }) => `${kind} ${first + 1}–${last + 1}: ${lineAt(first)} … ${lineAt(last)}`,
    );
  },
  selection: ({ offset, text, ...reading }) =>
    selectionsAt(analysisOf(reading), offset).map(({ start, end }) => JSON.stringify(text.slice(start, end))),
  thread: ({ offset, ...reading }) => {
    const analysis = analysisOf(reading);
    const item = threadItemAt(analysis, offset);
    if (!item) return ['nothing'];
    const link =
      (way: string) =>
      ({ item: { kind, name, detail }, from }: ThreadLink) =>
        `${way} ${kind} ${name} (${detail}), said at ${from.map(({ start }) => placeOf(reading, reading.uri, start)).join(' and ')}`;
    return [
      `${item.kind} ${item.name} (${item.detail})`,
      ...threadOn(analysis, item.kind, item.id).map(link('on to')),
      ...threadBack(analysis, item.kind, item.id).map(link('back to')),
    ];
  },
  hints: ({ text, settings, ...reading }, { given }) => {
    const kinds = given.get('kinds')?.split(',') as HintKind[] | undefined;
    const hints = inlayHints(
      analysisOf(reading),
      { start: 0, end: text.length },
      new Set(kinds ?? hintKinds),
      settings,
    );
    const shown = applyEdits(
      text,
      hints.map(({ after, label }) => ({ at: { start: after, end: after }, text: `«${label}»` })),
    );
    return shown.trimEnd().split('\n');
  },
  lenses: reading =>
    codeLenses(analysisOf(reading)).map(
      ({ at, title, places }) =>
        `above ${placeOf(reading, reading.uri, at.start)}: ${title}${places.length > 0 ? ` → ${places.map(({ start }) => placeOf(reading, reading.uri, start)).join(' and ')}` : ''}`,
    ),
  tokens: ({ text, ...reading }) =>
    semanticTokens(analysisOf(reading), { start: 0, end: text.length }).map(
      ({ at, type, modifiers }) => `${[type, ...modifiers].join('.')} ${text.slice(at.start, at.end)}`,
    ),
};

describe('reading features', () => {
  const cases = readingCases();
  if (process.env['UPDATE']) rewriteCases(cases.map(each => ({ ...each, expected: tell(each) })));
  for (const each of process.env['UPDATE'] ? [] : cases) {
    it(`${each.head} (${each.file})`, () => assert.equal(tell(each), each.expected));
  }
  it('have a case each', () => {
    assert.deepEqual([...new Set(cases.map(({ feature }) => feature))].sort(), Object.keys(told).sort());
  });
});

function tell(each: ReadingCase): string {
  const write = told[each.feature] ?? assert.fail(`There is no feature "${each.feature}".`);
  return write(readingOf(each), each).join('\n');
}

function analysisOf({ project, uri }: Pick<Reading, 'project' | 'uri'>) {
  return project.analysis(uri) ?? assert.fail('The document is not known.');
}

/** "one.plan.yaml:4:5 (lead: a-example)": the place and the line that it stands in. */
function placeOf({ project }: Pick<Reading, 'project'>, uri: string, offset: number): string {
  const { lines, text } = project.analysis(uri) ?? assert.fail(uri);
  const { line, column } = lines.positionAt(offset);
  return `${uri === 'one.plan.yaml' ? '' : uri}:${line + 1}:${column + 1} (${text.slice(lines.startOf(line), lines.endOf(line)).trim()})`;
}

function outline({ name, detail, kind, item, children }: PlanSymbol, indent: string): readonly string[] {
  const own = `${indent}${name}${detail === '' ? '' : ` · ${detail}`} [${item ?? kind}]`;
  return [own, ...children.flatMap(child => outline(child, `${indent}  `))];
}
