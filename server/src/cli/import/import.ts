/** `oneplan import`: converts a saved sheet into an old plan, and reports its findings by cell. */
import { importOldPlan, type SchemeField, schemeFields, visible } from '../../core/index';
import { absolutePath } from '../../files/plan-path';
import type { ExitStatus, Io } from '../io';
import { UsageError } from '../usage-error';
import { decodeSpreadsheet } from './decode-spreadsheet';
import { importJson, importText } from './import-text';
import { readCsv } from './read-csv';

export interface ImportOptions {
  /** The path of the sheet. */
  readonly file: string;
  /** The file to create; "-" or none means standard output. */
  readonly output: string | undefined;
  /** What the options say about the old plan in addition to the sheet. */
  readonly about: Parameters<typeof importOldPlan>[1];
  /** Headings of fields, each as `field=heading`. */
  readonly columns: readonly string[];
  readonly format: 'text' | 'json';
}

/** Makes the old plan; returns 1 when cells need a person's decision, 2 when no plan can be made. */
export async function importSheet(options: ImportOptions, io: Io): Promise<ExitStatus> {
  const { file, about, columns, format } = options;
  const found = io.files.readBytes(absolutePath(io.folder, file));
  if ('why' in found) throw new UsageError(`The file "${file}" ${found.why}. Give the path of a CSV file.`);
  const rows = await readCsv(decodeSpreadsheet(found.bytes), file);
  const imported = importOldPlan(rows, about, columnsNamed(columns));
  if ('mistakes' in imported) {
    for (const mistake of imported.mistakes) io.stderr(`oneplan: ${visible(mistake)}\n`);
    return 2;
  }
  const output = options.output === '-' ? undefined : options.output;
  if (output !== undefined) writeNew(output, imported.text, io);
  if (format === 'json') io.stdout(importJson(imported, io.tool, output));
  else {
    io.stderr(importText(imported));
    if (output === undefined)
      io.stdout(io.isTerminal() ? imported.text.split('\n').map(visible).join('\n') : imported.text);
  }
  return imported.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** Writes a new file and never overwrites one. @throws UsageError where it cannot. */
function writeNew(output: string, text: string, io: Io): void {
  const path = absolutePath(io.folder, output);
  if (io.files.kindOf(path) !== 'nothing') {
    throw new UsageError(`The file "${output}" is there already. Give another --output, or take it away.`);
  }
  const failed = io.files.write(path, text);
  if (failed) throw new UsageError(`The file "${output}" ${failed.why}. Give another --output.`);
}

/** @throws UsageError when a `--column` names no field. */
function columnsNamed(columns: readonly string[]): ReadonlyMap<SchemeField, string> {
  const named = new Map<SchemeField, string>();
  for (const written of columns) {
    const equals = written.indexOf('=');
    const field = schemeFields.find(known => known === written.slice(0, equals).trim());
    if (!field || written.slice(equals + 1).trim() === '') {
      throw new UsageError(
        `--column needs a field and a heading, and "${written}" has none. Write for example --column name="Scheme Title".`,
      );
    }
    named.set(field, written.slice(equals + 1).trim());
  }
  return named;
}
