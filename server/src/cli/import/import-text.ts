/** The result of `oneplan import`, as text and as JSON. */
import { count, type ImportedPlan, type SheetFinding, visible, visibleJson } from '../../core/index';
import type { Io } from '../io';

/** The recognised columns, the findings by row and cell, and the counts. */
export function importText({ columns, schemes, findings }: ImportedPlan): string {
  const understood = [...columns].map(([field, { letters, heading }]) => `  ${field}: column ${letters} "${heading}"`);
  const rows = schemes.reduce((sum, scheme) => sum + scheme.rows.length, 0);
  const lines = [
    'Columns:',
    ...understood,
    ...findings.map(finding => `${placeOf(finding)}${finding.severity}: ${finding.message}`),
    `${count(schemes.length, 'scheme')} from ${count(rows, 'row')}.`,
  ];
  return `${lines.map(visible).join('\n')}\n`;
}

/** The result as JSON; includes the plan itself where it is not written to a file. */
export function importJson(imported: ImportedPlan, { name, version }: Io['tool'], output: string | undefined): string {
  const { columns, schemes, findings, text } = imported;
  const of = (severity: SheetFinding['severity']) => findings.filter(finding => finding.severity === severity).length;
  return `${visibleJson({
    version: 1,
    tool: { name, version },
    columns: Object.fromEntries([...columns].map(([field, { letters, heading }]) => [field, { letters, heading }])),
    findings: findings.map(({ severity, row, column, message }) => ({
      severity,
      ...(row === undefined ? {} : { row }),
      ...(column ? { column: column.letters, heading: column.heading } : {}),
      message,
    })),
    schemes: schemes.map(({ id, name: called, rows }) => ({ id, name: called, rows })),
    summary: { schemes: schemes.length, errors: of('error'), warnings: of('warning'), infos: of('info') },
    ...(output === undefined ? { plan: text } : { output }),
  })}\n`;
}

/** `Row 7, column F "Expenditure (£)": `. */
function placeOf({ row, column }: SheetFinding): string {
  if (row === undefined) return '';
  return column ? `Row ${row}, column ${column.letters} "${column.heading}": ` : `Row ${row}: `;
}
