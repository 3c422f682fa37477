/** An old plan from a sheet of a spreadsheet: its rows → a `bcf_plan: 1`, with what was found by row and cell. Nothing is left out silently. */
import { say } from '../text/say';
import { aboutPlan, type SaidOfPlan } from './about-plan';
import { type Column, columnsOf, type SchemeField } from './columns';
import { gatherSchemes, type ImportedScheme } from './gather-schemes';
import { schemeRows } from './scheme-rows';
import type { SheetFinding, SheetRow } from './sheet';
import { writeOldPlan } from './write-old-plan';

export interface ImportedPlan {
  readonly text: string;
  readonly columns: ReadonlyMap<SchemeField, Column>;
  readonly schemes: readonly ImportedScheme[];
  /** In the order of the sheet; those of the whole first. */
  readonly findings: readonly SheetFinding[];
}

/** `named` are headings that the author gives for fields. Mistakes are sentences: nothing could be read then. */
export function importOldPlan(
  rows: readonly SheetRow[],
  said: SaidOfPlan,
  named: ReadonlyMap<SchemeField, string>,
): ImportedPlan | { readonly mistakes: readonly string[] } {
  const columns = columnsOf(rows, named);
  if ('mistakes' in columns) return columns;
  const findings: SheetFinding[] = [];
  const about = aboutPlan(said, columns.above, findings);
  const schemes = gatherSchemes(schemeRows(columns, findings), columns, findings);
  if (schemes.length === 0) {
    const message = say`No scheme stands below the headings. Check that the right sheet was saved.`;
    findings.push({ severity: 'error', row: undefined, column: undefined, message });
  }
  findings.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  return { text: writeOldPlan(about, schemes), columns: columns.of, schemes, findings };
}
