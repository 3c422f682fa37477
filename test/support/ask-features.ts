/** Asks the features of the editor whatever they can be asked, and checks of each answer what holds of any. */
import assert from 'node:assert/strict';
import { applied } from '../../server/src/core/features/actions/add-what-agreement-needs';
import { codeLenses } from '../../server/src/core/features/code-lenses';
import { foldsOf } from '../../server/src/core/features/folding';
import { hover } from '../../server/src/core/features/hover/hover';
import { hintKinds, inlayHints } from '../../server/src/core/features/inlay-hints';
import { linksOf } from '../../server/src/core/features/navigation/document-links';
import { type PlanSymbol, symbolsOf } from '../../server/src/core/features/navigation/document-symbols';
import { threadBack, threadItemAt, threadOn } from '../../server/src/core/features/navigation/golden-thread';
import { prepareRename, rename } from '../../server/src/core/features/navigation/rename';
import { occurrencesOf, targetAt } from '../../server/src/core/features/navigation/targets';
import { findSymbols } from '../../server/src/core/features/navigation/workspace-symbols';
import { selectionsAt } from '../../server/src/core/features/selection-ranges';
import { semanticTokens } from '../../server/src/core/features/semantic-tokens';
import {
  actionsAt,
  addWhatAgreementNeeds,
  complete,
  formatRange,
  formatWhileTyping,
  type Project,
  withoutTabStops,
} from '../../server/src/core/for-workspace';
import { applyEdits, formatDocument, type Span } from '../../server/src/core/index';
import { noSettings } from '../../server/src/core/settings';
import { keepsTo } from './resource-usage';

/** A day is given, so that the features that count days speak too. */
export const settings = { ...noSettings, today: '2018-01-01' };

/** `ask` in the two seconds that every answer is promised in. */
const inTime =
  <Given extends readonly unknown[]>(ask: (...given: Given) => void) =>
  (...given: Given): void =>
    keepsTo(2_000, () => ask(...given), 'an answer');

/** Asks the reading features for all that concerns the whole text. */
export const askWhole = inTime(whole);

/** Asks the reading features for all that concerns one place. */
export const askAt = inTime(at);

/** Asks what writes: completion, actions, formatting, renaming. Each edit can be made; nothing is said twice in one place. */
export const askWritingAt = inTime(writingAt);

/** Asks what writes in the whole text: formatting. */
export const askFormatting = inTime(formatting);

/** Asks for the skeleton of what is still needed: many analyses, one after the other. */
export const askSkeleton = inTime(skeleton);

function whole(project: Project, uri: string): void {
  const analysis = project.analysis(uri);
  assert.ok(analysis);
  const { text } = analysis;
  const all = { start: 0, end: text.length };
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
}

function at(project: Project, uri: string, offset: number): void {
  const analysis = project.analysis(uri);
  assert.ok(analysis);
  const { length } = analysis.text;
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
}

function writingAt(project: Project, uri: string, offset: number): void {
  const analysis = project.analysis(uri);
  const judgement = project.judge(uri);
  assert.ok(analysis && judgement);
  const { text, tree, document } = analysis;
  const offered = complete(analysis, offset, settings);
  for (const { label, edit, snippet } of offered) {
    assert.notEqual(label, '');
    applyEdits(text, [{ ...edit, text: snippet ? withoutTabStops(edit.text) : edit.text }]);
  }
  const at = { start: offset, end: offset };
  for (const group of ['findings', 'writing'] as const)
    for (const action of actionsAt(analysis, judgement, settings, at, group)) {
      assert.notEqual(action.title, '');
      applied(text, action);
    }
  applyEdits(text, formatRange(tree, { start: Math.max(0, offset - 40), end: offset }));
  for (const typed of ['\n', '-'])
    applyEdits(text, formatWhileTyping(tree, document?.kind ?? 'one-plan', offset, typed));
  const renamed = rename(project, uri, offset, 'another-name');
  if ('edits' in renamed)
    for (const [where, edits] of renamed.edits) applyEdits(project.analysis(where)?.text ?? '', edits);
}

function formatting(project: Project, uri: string): void {
  const analysis = project.analysis(uri);
  assert.ok(analysis);
  applyEdits(analysis.text, formatDocument(analysis.tree));
}

function skeleton(project: Project, uri: string): void {
  const analysis = project.analysis(uri);
  assert.ok(analysis);
  applyEdits(analysis.text, addWhatAgreementNeeds(analysis, settings, project.around(uri)));
}
