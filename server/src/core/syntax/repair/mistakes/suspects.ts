/** Where the cause of a fault is looked for. */
import type { LibraryFault } from '../../library/read-yaml';
import { contentAfter, contentBefore, type Line, lineAt } from './line';

/** Lines on which the cause of `fault` may stand. */
export function suspects(text: string, fault: LibraryFault): readonly Line[] {
  const lines = new Map<number, Line>();
  const add = (line: Line | undefined) => line && lines.set(line.start, line);
  const first = lineAt(text, Math.min(fault.from, text.length));
  add(first);
  const above = contentBefore(text, first);
  const last = lineAt(text, Math.max(fault.from, Math.min(fault.to, text.length) - 1));
  const below = contentAfter(text, first);
  if (last.start !== first.start) add(below);
  add(above);
  add(below);
  add(last);
  if (above) add(contentBefore(text, above));
  return [...lines.values()];
}
