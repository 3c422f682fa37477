/** What must hold of the reading of any text, and the `yaml` package as the judge of what a text says. */
import assert from 'node:assert/strict';
import { isAlias, isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import type { Fault } from '../../../server/src/core/finding';
import { parse, type SyntaxTree } from '../../../server/src/core/syntax/parse';
import type { Node } from '../../../server/src/core/syntax/tree/node';
import type { Span } from '../../../server/src/core/text/span';
import { plainData } from './plain-data';

/** What YAML allows and a plan does not, and what it accepts though it was meant otherwise. */
const ownRefusals = new Set(
  `tag merge-key key-not-a-word too-many-aliases control-character text-starts-with-sign directive no-space-after-colon
dash-without-space dash-twice bullet columns missing-dash merge-conflict second-document`.split(/\s+/),
);

/** Reads `text` and checks places and data; `previous` is the tree of the version before, if there is one. */
export function checkReading(text: string, previous?: SyntaxTree): SyntaxTree {
  const tree = parse(text, previous);
  checkPlaces(tree);
  const oracle = judge(text);
  const told = tree.faults.filter(({ rule }) => rule !== 'duplicate-key');
  const show = () =>
    JSON.stringify({ text: text.slice(0, 2000), faults: tree.faults.map(({ detail, message }) => [detail, message]) });
  if (!oracle.sound) {
    const silent = told.length === 0 && !hasUnassignedMark(text) && !hasLineOfTabs(text);
    assert.ok(!silent, `a text that is not sound was read without a fault: ${show()}`);
    return tree;
  }
  if (!oracle.data) return tree;
  // What looks otherwise than it reads was put right before the rest was read.
  if (told.some(({ rule, detail }) => rule === 'read-differently' || /control|conflict/.test(detail ?? '')))
    return tree;
  const syntax = told.filter(fault => fault.rule === 'yaml-syntax' && !ownRefusals.has(fault.detail ?? ''));
  assert.deepEqual(
    syntax.map(({ message }) => message),
    [],
    `a sound text was refused: ${show()}`,
  );
  // A text that says nothing has an empty plan for its root.
  const expected = oracle.data.root ?? { map: [] };
  if (told.length === 0) assert.deepEqual(plainData(tree.other ?? tree.root) ?? { map: [] }, expected, show());
  return tree;
}

/** Every place of `tree` lies inside its text. */
export function checkPlaces(tree: SyntaxTree): void {
  const inside = (at: Span, what: string) =>
    assert.ok(
      at.start >= 0 && at.start <= at.end && at.end <= tree.text.length,
      `${what} ${at.start}-${at.end} of ${tree.text.length}`,
    );
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    inside(node, node.kind);
    if (node.kind === 'list') for (const item of node.items) visit(item);
    if (node.kind === 'map')
      for (const { key, value } of node.entries) {
        visit(key);
        visit(value);
      }
  };
  visit(tree.root);
  if (tree.other) visit(tree.other);
  for (const fault of tree.faults) checkFault(fault, inside);
}

function checkFault({ at, message, fixes, related, rule }: Fault, inside: (at: Span, what: string) => void): void {
  inside(at, rule);
  assert.ok(message.length > 10 && message.length < 400, message);
  assert.doesNotMatch(message, /[\p{Cc}\p{Cs}]/u);
  for (const other of related ?? []) inside(other.at, 'related');
  for (const fix of fixes ?? []) for (const edit of fix.edits) inside(edit.at, 'edit');
}

/** What the `yaml` package says of `text`; `sound` without errors, `data` only where it has no warning either. */
function judge(text: string): { readonly sound: boolean; readonly data?: { readonly root: unknown } } {
  const documents = parseAllDocuments(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  if ('empty' in documents) return { sound: documents.errors.length === 0, data: { root: undefined } };
  const [first, ...others] = documents;
  if (!first || documents.some(({ errors }) => errors.length > 0)) return { sound: false };
  if (others.some(({ contents }) => contents !== null && contents.range[0] < contents.range[1]))
    return { sound: false };
  if (others.length > 0 || first.warnings.length > 0) return { sound: true };
  // A list or mapping as a key is no part of a plan.
  if (hasComplexKey(first.contents)) return { sound: true };
  return { sound: true, data: { root: first.contents === null ? undefined : data(first.contents, new Map()) } };
}

function hasComplexKey(node: unknown): boolean {
  if (isSeq(node)) return node.items.some(hasComplexKey);
  return (
    isMap(node) && node.items.some(({ key, value }) => isMap(key) || isSeq(key) || isAlias(key) || hasComplexKey(value))
  );
}

function data(node: unknown, anchors: Map<string, unknown>): unknown {
  if (isAlias(node)) return anchors.get(node.source);
  const value = content(node, anchors);
  if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor) anchors.set(node.anchor, value);
  return value;
}

function content(node: unknown, anchors: Map<string, unknown>): unknown {
  if (isScalar(node)) return typeof node.value === 'string' ? (node.source ?? node.value) : (node.value ?? null);
  if (isSeq(node)) return node.items.map(item => data(item, anchors));
  if (!isMap(node)) return null;
  return {
    map: node.items.map(({ key, value }) => {
      const read = data(key, anchors);
      const name = isScalar(key) ? (key.source ?? '') : read;
      return [name, value === null ? null : data(value, anchors)];
    }),
  };
}

/** `lead: -` and `lead: ?` are read as texts without a word: a rule speaks of them. */
function hasUnassignedMark(text: string): boolean {
  return /[:,]\s*[-?]\s*(?:[,}\r\n#]|$)/.test(text);
}

/** A line with nothing but a tab on it is an empty line in YAML; the package minds it below an absent value. */
function hasLineOfTabs(text: string): boolean {
  return /^[ ]*\t[ \t]*$/m.test(text);
}
