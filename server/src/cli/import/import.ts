/** `oneplan import`: reads a saved sheet, makes an old plan of it, and tells what was found in which cell. */
import { importOldPlan, type SchemeField, schemeFields, visible } from '../../core/index';
import { type Given, lastValue, valuesOf } from '../command';
import type { ExitStatus, Io } from '../io';
import { absolutePath } from '../lint/plan-path';
import { UsageError } from '../usage-error';
import { decodeSpreadsheet } from './decode-spreadsheet';
import { importJson, importText } from './import-text';
import { readCsv } from './read-csv';

export async function importSheet(given: Given, io: Io): Promise<ExitStatus> {
  const [file = ''] = given.arguments;
  const found = io.files.readBytes(absolutePath(io.folder, file));
  if ('why' in found) throw new UsageError(`The file "${file}" ${found.why}. Give the path of a CSV file.`);
  const rows = await readCsv(decodeSpreadsheet(found.bytes), file);
  const said = { title: lastValue(given, 'title'), place: lastValue(given, 'place'), year: lastValue(given, 'year') };
  const imported = importOldPlan(rows, said, columnsNamed(given));
  if ('mistakes' in imported) {
    for (const mistake of imported.mistakes) io.tell(`oneplan: ${visible(mistake)}\n`);
    return 2;
  }
  const named = lastValue(given, 'output');
  const output = named === '-' ? undefined : named;
  if (output !== undefined) writeNew(output, imported.text, io);
  if (lastValue(given, 'format') === 'json') io.out(importJson(imported, io.tool, output));
  else {
    io.tell(importText(imported));
    if (output === undefined)
      io.out(io.isTerminal() ? imported.text.split('\n').map(visible).join('\n') : imported.text);
  }
  return imported.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** Nobody's work is written over. @throws UsageError */
function writeNew(output: string, text: string, io: Io): void {
  const path = absolutePath(io.folder, output);
  if (io.files.kindOf(path) !== 'nothing') {
    throw new UsageError(`The file "${output}" is there already. Give another --output, or take it away.`);
  }
  const failed = io.files.write(path, text);
  if (failed) throw new UsageError(`The file "${output}" ${failed.why}. Give another --output.`);
}

/** @throws UsageError when a `--column` names no field. */
function columnsNamed(given: Given): ReadonlyMap<SchemeField, string> {
  const named = new Map<SchemeField, string>();
  for (const written of valuesOf(given, 'column')) {
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
