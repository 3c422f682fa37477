/** Renames an id everywhere at once, or says why it cannot be done. Renaming there and back gives the same bytes. */

import type { Project } from '../../project';
import { noun } from '../../schema/reference-faults';
import { writeText } from '../../syntax/tree/write-scalar';
import type { TextEdit } from '../../text/edit';
import { english, said, say } from '../../text/say';
import type { Span } from '../../text/span';
import { shorten } from '../../text/words';
import { isPlaceholder } from '../../values/placeholder';
import { type ReferenceIndex, referenceIndexOf } from '../shared/reference-index';
import { occurrencesOf, type Target, targetAt } from './targets';

export type Prepared = { readonly at: Span; readonly id: string } | { readonly refused: string };
export type Renamed = { readonly edits: ReadonlyMap<string, readonly TextEdit[]> } | { readonly refused: string };

/** Whether the word at `offset` can be renamed; the span that will be. */
export function prepareRename(project: Project, uri: string, offset: number): Prepared {
  const target = targetAt(project, uri, offset);
  if (!target) return { refused: said(NO_ID) };
  const why = refusal(project, target);
  if (why !== undefined) return { refused: why };
  const text = project.analysis(uri)?.text ?? '';
  return { at: within(text, target.at), id: target.id };
}

/** The edits, by document, that give the item at `offset` the id `to`. */
export function rename(project: Project, uri: string, offset: number, to: string): Renamed {
  const target = targetAt(project, uri, offset);
  if (!target) return { refused: said(NO_ID) };
  const why = refusal(project, target) ?? collision(project, target, to);
  if (why !== undefined) return { refused: why };
  const edits = new Map<string, TextEdit[]>();
  for (const { uri: where, at } of occurrencesOf(project, target)) {
    const text = project.analysis(where)?.text ?? '';
    const edit = { at: within(text, at), text: written(text, at, to) };
    const others = edits.get(where);
    if (others) others.push(edit);
    else edits.set(where, [edit]);
  }
  return { edits };
}

const NO_ID = english`Put the cursor on an id to rename it.`;

/** The id itself, without the quotes that it may stand in. */
function within(text: string, { start, end }: Span): Span {
  const quoted = end - start >= 2 && (text[start] === '"' || text[start] === "'") && text[start] === text[end - 1];
  return quoted ? { start: start + 1, end: end - 1 } : { start, end };
}

/** `to` as it is written in the place of the id at `at`: within its quotes, or with the line end of a text of its own. */
function written(text: string, at: Span, to: string): string {
  const inner = within(text, at);
  if (inner.start > at.start) return to;
  return writeText(to, 'flow') + (/\s*$/.exec(text.slice(at.start, at.end))?.[0] ?? '');
}

function refusal(project: Project, { kind, id, uri, definition }: Target): string | undefined {
  if (kind === 'service')
    return say`The names of the six services are fixed. Say in "services" which of them are in scope.`;
  if (kind === 'document') return say`This is the name of a file. Rename the file, then write its new path here.`;
  if (!definition)
    return isPlaceholder(id)
      ? say`Nobody is named here yet. Write the id of one of the people instead.`
      : say`There is no ${noun(kind)} with the id "${shorten(id)}" to rename.`;
  const analysis = project.analysis(uri);
  return analysis && referenceIndexOf(analysis).definitions(kind, id).length > 1
    ? say`More than one ${noun(kind)} has the id "${shorten(id)}". Give each an id of its own first.`
    : undefined;
}

function collision(project: Project, target: Target, to: string): string | undefined {
  const { kind, uri, id } = target;
  if (to === id) return undefined;
  const isOld = kind === 'bcf-scheme';
  if (!(isOld ? OLD_ID : ID).test(to))
    return isOld
      ? say`"${shorten(to)}" cannot be an id. Use letters, digits and . _ / -, like BCF-07.`
      : say`"${shorten(to)}" cannot be an id. Use small letters, digits and dashes, starting with a letter, like falls-response.`;
  if (isPlaceholder(to)) return say`"${shorten(to)}" stands for something that is still open. Choose another id.`;
  const analysis = project.analysis(uri);
  return analysis && takenBy(referenceIndexOf(analysis), kind, id, to);
}

const ID = /^[a-z][a-z0-9-]*$/;
const OLD_ID = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/;

/** Why `to` would come to mean something else: another item has it, of this kind or of one that shares a place with it. */
function takenBy(index: ReferenceIndex, kind: string, id: string, to: string): string | undefined {
  if (index.definitions(kind, to).length > 0) return say`Another ${noun(kind)} already has the id "${to}".`;
  const shared = index.uses(kind, id).flatMap(({ kinds }) => index.named(kinds, to) ?? [])[0];
  if (shared)
    return say`A ${noun(shared.kind)} has the id "${to}", and some places could mean either. Choose another id.`;
  const captured = index.written(to).find(({ kinds }) => kinds.includes(kind));
  return captured
    ? say`"${to}" is already written where a ${noun(kind)} can stand, and would then mean this one. Choose another id.`
    : undefined;
}
