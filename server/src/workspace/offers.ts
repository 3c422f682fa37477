/** The entries of a light bulb, whatever their origin: fixes of findings, actions, and all safe fixes at once. */
import { type Action, type ActionEdit, safeEdits } from '../core/for-workspace';
import { type Finding, type Span, say, type TextEdit, withLineEndsOf } from '../core/index';

/** One entry of a light bulb; preferred where it is the only fix of its finding and safe. */
export interface Offer extends Action {
  readonly isPreferred?: boolean;
}

/** The findings that `span` touches. */
export function touched(findings: readonly Finding[], { start, end }: Span): readonly Finding[] {
  return findings.filter(({ at }) => at.start <= end && start <= at.end);
}

/** The fixes of the findings that `span` touches, and for each of their rules all its safe fixes at once. */
export function fixOffers(text: string, findings: readonly Finding[], span: Span): readonly Offer[] {
  const here = touched(findings, span);
  const own = here.flatMap(finding =>
    (finding.fixes ?? []).map(
      ({ title, safe, edits }): Offer => ({
        title,
        kind: 'quickfix',
        edits: plain(text, edits),
        finding,
        ...(safe ? { isPreferred: true } : {}),
      }),
    ),
  );
  const all = [...new Set(here.map(({ rule }) => rule))].flatMap(rule => allOfRule(text, findings, rule));
  return [...own, ...all];
}

/** Edits of `text` without tab stops, with the line breaks of the text. */
function plain(text: string, edits: readonly TextEdit[]): readonly ActionEdit[] {
  return withLineEndsOf(text, edits).map(edit => ({ ...edit, snippet: false }));
}

/** Offered where a rule has several findings with a safe fix. */
function allOfRule(text: string, findings: readonly Finding[], rule: string): readonly Offer[] {
  const fixable = findings.filter(finding => finding.rule === rule && finding.fixes?.some(fix => fix.safe));
  if (fixable.length < 2) return [];
  const title = say`Put right all ${fixable.length} of ${rule}`;
  return [{ title, kind: 'quickfix', edits: plain(text, safeEdits(fixable)) }];
}
