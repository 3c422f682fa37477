/**
 * Faults put into plans one at a time, by text edits on the tree: a key deleted, written twice or unknown, a value of the
 * wrong kind. Everything else of the text stays as it was, so that findings can be followed from one text to the other.
 */
import type { Analysis } from '../../server/src/core/for-workspace';
import { LineIndex, type Span, type TextEdit } from '../../server/src/core/index';
import type { Entry, MapNode, Node } from '../../server/src/core/syntax/tree/node';

/** A key of the plan with its value, and the way to it: `schemes`, `3`, `lead`. */
export interface EntryPlace {
  readonly path: readonly string[];
  readonly map: MapNode;
  readonly entry: Entry;
}

export interface Fault {
  readonly what: string;
  readonly edit: TextEdit;
  /** The stretch of the old text that the fault concerns: a finding in it may go with it. */
  readonly touched: Span;
  readonly path: readonly string[];
}

/** Values that are wrong nearly everywhere. */
const wrongValues = ['TBC', 'nobody-knows', '[]'] as const;
export const faultKinds = ['delete', 'duplicate', 'unknown', ...wrongValues] as const;
export type FaultKind = (typeof faultKinds)[number];

/** Every key of the plan, in the order of its text. */
export function entriesOf({ tree }: Analysis): readonly EntryPlace[] {
  const found: EntryPlace[] = [];
  const visit = (node: Node, path: readonly string[]): void => {
    if (node.kind === 'scalar') return;
    if (node.kind === 'list') for (const [index, item] of node.items.entries()) visit(item, [...path, String(index)]);
    else
      for (const entry of node.entries) {
        found.push({ path: [...path, entry.key.text], map: node, entry });
        visit(entry.value, [...path, entry.key.text]);
      }
  };
  visit(tree.root, []);
  return found;
}

/** The fault of `kind` at `place`; `undefined` where it would not be one, or break the text of its neighbours. */
export function faultAt({ text }: Analysis, place: EntryPlace, kind: FaultKind): Fault | undefined {
  const { map, entry, path } = place;
  const { key, value } = entry;
  const end = Math.max(key.end, value.end);
  const touched = { start: key.start, end };
  const fault = (edit: TextEdit): Fault => ({ what: kind, edit, touched, path });
  const lines = new LineIndex(text);
  const lineStart = lines.startOf(lines.positionAt(key.start).line);
  const lastLine = lines.positionAt(Math.max(key.start, text.slice(0, end).trimEnd().length)).line;
  const standsAlone = text.slice(lineStart, key.start).trim() === '';
  if (kind === 'delete') {
    if (map.entries.length < 2) return undefined;
    if (map.style === 'flow') return fault({ at: withComma(map, entry), text: '' });
    return standsAlone ? fault({ at: { start: lineStart, end: lines.startOf(lastLine + 1) }, text: '' }) : undefined;
  }
  if (kind === 'duplicate' || kind === 'unknown') {
    const name = kind === 'duplicate' ? key.text : 'mystery';
    if (map.style === 'flow')
      return { ...fault({ at: { start: end, end }, text: `, ${name}: TBC` }), touched: { start: end, end } };
    if (!standsAlone) return undefined;
    const at = { start: lineStart, end: lineStart };
    const line = `${text.slice(lineStart, key.start)}${name}: TBC\n`;
    // The second of two keys is the one too many; put first, the new one takes the place of the old.
    return kind === 'unknown' ? { ...fault({ at, text: line }), touched: at } : undefined;
  }
  if (value.kind !== 'scalar' && !(value.style === 'flow')) return undefined;
  if (value.kind === 'scalar' && (value.style === 'literal' || value.style === 'folded')) return undefined;
  if (value.end === value.start) return undefined;
  return fault({ at: { start: value.start, end: value.end }, text: kind });
}

/** A key with the comma that parts it from the next, or from the one before. */
function withComma(map: MapNode, entry: Entry): Span {
  const index = map.entries.indexOf(entry);
  const next = map.entries[index + 1];
  const before = map.entries[index - 1];
  if (next) return { start: entry.key.start, end: next.key.start };
  const start = before ? Math.max(before.key.end, before.value.end) : entry.key.start;
  return { start, end: Math.max(entry.key.end, entry.value.end) };
}
