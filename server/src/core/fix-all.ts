/**
 * Applies the safe fixes of a document, again and again until nothing more can be put right: on demand and on save in the
 * editor, and by `--fix`. It never touches a text that cannot be read whole, and never returns one that is worse.
 */
import type { Finding, Fix } from './finding';
import { breaksReading, readingOf } from './reading';
import { applyEdits, overlap, type TextEdit } from './text/edit';
import { withLineEndsOf } from './text/line-break';

/** So often is a text gone over: fixes that undo one another end there. */
const PASSES = 10;

/**
 * `text` with all safe fixes applied; `text` itself when there is nothing to put right or it must not be changed.
 * `findingsOf` judges any text in the place of this one: `everyFinding`, so that nothing beyond what is reported is passed by.
 */
export function fixAll(text: string, findingsOf: (text: string) => readonly Finding[]): string {
  const seen = new Set([text]);
  let current = text;
  let findings = findingsOf(text);
  for (let pass = 0; pass < PASSES; pass++) {
    const edits = safeEdits(findings);
    if (edits.length === 0) break;
    const next = applyEdits(current, withLineEndsOf(current, edits));
    const found = findingsOf(next);
    if (seen.has(next) || isWorse(findings, found)) break;
    seen.add(next);
    current = next;
    findings = found;
  }
  return current;
}

/** The edits of the safe fixes that do not get into one another's way; none for a text that must not be changed. */
export function safeEdits(findings: readonly Finding[]): readonly TextEdit[] {
  if (readingOf(findings) === 'broken') return [];
  const chosen = new EditsApart();
  for (const finding of findings) chosen.add(safeFix(finding)?.edits ?? []);
  return chosen.all;
}

/** Edits that are about places of their own, in the order of the text. */
class EditsApart {
  readonly all: TextEdit[] = [];

  /** Takes `edits`, all or, where one of them would get into the way of an earlier one, none. */
  add(edits: readonly TextEdit[]): void {
    const isFree = ({ at }: TextEdit) => {
      const index = this.indexAfter(at.start);
      return ![this.all[index - 1], this.all[index]].some(other => other && overlap(at, other.at));
    };
    if (!edits.every(isFree)) return;
    for (const edit of edits) this.all.splice(this.indexAfter(edit.at.start), 0, edit);
  }

  /** Index of the first edit that starts after `offset`. Findings come in the order of the text, so mostly it is the end. */
  private indexAfter(offset: number): number {
    let [low, high] = [0, this.all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.all[middle]?.at.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function safeFix({ fixes }: Finding): Fix | undefined {
  return fixes?.find(fix => fix.safe);
}

/** Whether more is wrong with the text itself than before: a fix has then broken it. */
function isWorse(before: readonly Finding[], after: readonly Finding[]): boolean {
  const faults = (findings: readonly Finding[]) => findings.filter(breaksReading).length;
  return faults(after) > faults(before);
}
