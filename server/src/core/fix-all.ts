/**
 * Applies the safe fixes of a document, again and again until nothing more can be put right: on demand and on save in the
 * editor, and by `--fix`. It never touches a text that cannot be read whole, and never returns one that is worse.
 */
import type { Finding, Fix } from './finding';
import { applyEdits, overlap, type TextEdit } from './text/edit';

/** So often is a text gone over: fixes that undo one another end there. */
const PASSES = 10;

/** What makes a text unsafe to change, unless it can itself be put right safely. */
const UNREADABLE: ReadonlySet<string> = new Set(['yaml-syntax', 'too-large', 'not-text']);

/**
 * `text` with all safe fixes applied; `text` itself when there is nothing to put right or it must not be changed.
 * `findingsOf` judges any text in the place of this one.
 */
export function putRight(text: string, findingsOf: (text: string) => readonly Finding[]): string {
  const seen = new Set([text]);
  let current = text;
  let findings = findingsOf(text);
  for (let pass = 0; pass < PASSES; pass++) {
    const edits = safeEdits(findings);
    if (edits.length === 0) break;
    const next = applyEdits(current, edits);
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
  if (findings.some(finding => UNREADABLE.has(finding.rule) && !safeFix(finding))) return [];
  const chosen: TextEdit[] = [];
  for (const finding of findings) {
    const edits = safeFix(finding)?.edits ?? [];
    const isFree = edits.every(({ at }) => !chosen.some(other => overlap(at, other.at)));
    if (isFree) chosen.push(...edits);
  }
  return chosen;
}

function safeFix({ fixes }: Finding): Fix | undefined {
  return fixes?.find(fix => fix.safe);
}

/** Whether more is wrong with the text itself than before: a fix has then broken it. */
function isWorse(before: readonly Finding[], after: readonly Finding[]): boolean {
  const faults = (findings: readonly Finding[]) => findings.filter(({ rule }) => UNREADABLE.has(rule)).length;
  return faults(after) > faults(before);
}
