/** Renames an id everywhere at once, or says why it cannot be done. */
import type { Project } from '../project';
import { noun } from '../schema/reference-faults';
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import { shorten } from '../text/words';
import { occurrencesOf, type Target, targetAt } from './navigation';

export type Prepared = { readonly at: Span; readonly id: string } | { readonly refused: string };
export type Renamed = { readonly edits: ReadonlyMap<string, readonly TextEdit[]> } | { readonly refused: string };

/** Whether the word at `offset` can be renamed; the span that will be. */
export function prepareRename(project: Project, uri: string, offset: number): Prepared {
  const target = targetAt(project, uri, offset);
  if (!target) return { refused: 'Put the cursor on an id to rename it.' };
  const why = refusal(project, target);
  return why === undefined ? { at: target.at, id: target.id } : { refused: why };
}

/** The edits, by document, that give the item at `offset` the id `to`. */
export function rename(project: Project, uri: string, offset: number, to: string): Renamed {
  const target = targetAt(project, uri, offset);
  if (!target) return { refused: 'Put the cursor on an id to rename it.' };
  const why = refusal(project, target) ?? collision(project, target, to);
  if (why !== undefined) return { refused: why };
  const edits = new Map<string, TextEdit[]>();
  for (const { uri: where, at } of occurrencesOf(project, target)) {
    const quote = project.analysis(where)?.text[at.start];
    const text = quote === '"' || quote === "'" ? `${quote}${to}${quote}` : to;
    edits.set(where, [...(edits.get(where) ?? []), { at, text }]);
  }
  return { edits };
}

function refusal(project: Project, { kind, id, uri, definition }: Target): string | undefined {
  if (!definition) return `There is no ${noun(kind)} with the id "${shorten(id)}" to rename.`;
  const twice =
    project.analysis(uri)?.references.definitions.filter(other => other.kind === kind && other.id.text === id) ?? [];
  return twice.length > 1
    ? `Two ${noun(kind)}s have the id "${shorten(id)}". Give one of them another id first.`
    : undefined;
}

function collision(project: Project, { kind, uri, id }: Target, to: string): string | undefined {
  const form = kind === 'bcf-scheme' ? /^[A-Za-z0-9][A-Za-z0-9._/-]*$/ : /^[a-z][a-z0-9-]*$/;
  if (!form.test(to))
    return `"${shorten(to)}" cannot be an id. Use small letters, digits and hyphens, starting with a letter, like falls-response.`;
  const taken = project
    .analysis(uri)
    ?.references.definitions.some(other => other.kind === kind && other.id.text === to);
  return taken && to !== id ? `Another ${noun(kind)} already has the id "${to}".` : undefined;
}
