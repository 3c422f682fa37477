/** The change of a file as a unified diff. */
import { FEW_CHANGES, type LineChange, lineChanges } from '../../core/index';

/** Lines of context around a change. */
const CONTEXT = 3;

/** The diff from `before` to `after` of the file at `path`: minimal, or of very many changes a coarser one. */
export async function unifiedDiff(path: string, before: string, after: string): Promise<string> {
  const { createTwoFilesPatch, formatPatch } = await import('diff');
  const names = [`a/${path}`, `b/${path}`] as const;
  const options = { context: CONTEXT, maxEditLength: FEW_CHANGES };
  const least = createTwoFilesPatch(...names, before, after, '', '', options);
  const [oldFileName, newFileName] = names;
  const patch =
    least ?? formatPatch({ oldFileName, newFileName, oldHeader: '', newHeader: '', hunks: hunksOf(before, after) });
  return patch.replace(/^=+\n/, '');
}

interface Hunk {
  oldStart: number;
  oldLines: number;
  newStart: number;
  newLines: number;
  lines: string[];
}

function hunksOf(before: string, after: string): Hunk[] {
  const old = linesOf(before);
  const hunks: Hunk[] = [];
  let moved = 0;
  let group: LineChange[] = [];
  const close = () => {
    const hunk = hunkOf(group, old, moved);
    if (!hunk) return;
    hunks.push(hunk);
    moved += hunk.newLines - hunk.oldLines;
    group = [];
  };
  for (const change of lineChanges(old, linesOf(after))) {
    const last = group.at(-1);
    if (last && change.at - (last.at + last.removed) > 2 * CONTEXT) close();
    group.push(change);
  }
  close();
  return hunks;
}

/** One hunk of adjacent changes; `moved` is by how many lines it stands lower in the new text. */
function hunkOf(changes: readonly LineChange[], old: readonly string[], moved: number): Hunk | undefined {
  const [first, last] = [changes[0], changes.at(-1)];
  if (!first || !last) return undefined;
  const start = Math.max(0, first.at - CONTEXT);
  const end = Math.min(old.length, last.at + last.removed + CONTEXT);
  const lines: string[] = [];
  let newLines = 0;
  const add = (sign: string, line: string) => {
    lines.push(`${sign}${line.replace(/\n$/, '')}`);
    if (!line.endsWith('\n')) lines.push('\\ No newline at end of file');
    if (sign !== '-') newLines++;
  };
  let at = start;
  for (const change of changes) {
    for (; at < change.at; at++) add(' ', old[at] ?? '');
    for (; at < change.at + change.removed; at++) add('-', old[at] ?? '');
    for (const line of change.added) add('+', line);
  }
  for (; at < end; at++) add(' ', old[at] ?? '');
  return { oldStart: start + 1, oldLines: end - start, newStart: start + 1 + moved, newLines, lines };
}

/** Lines with their line breaks. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
