/** `oneplan format`: formats files as the editor does. A plan with syntax faults is left as it is. */
import { dirname } from 'node:path';
import { applyEdits, formatDocument, isBroken, parse, visible } from '../../core/index';
import { findPlans } from '../../files/find-plans';
import { absolutePath, isInside } from '../../files/plan-path';
import type { ExitStatus, Io } from '../io';
import { type ChangedText, diffOf } from '../lint/put-right-plans';

export interface FormatOptions {
  readonly paths: readonly string[];
  /** Only lists plans that are not formatted. */
  readonly check: boolean;
  /** Only shows what would change. */
  readonly diff: boolean;
}

/** Formats the plans; 1 when one is not formatted and nothing may be written, 2 when one cannot be formatted. */
export async function formatPlans({ paths, check, diff }: FormatOptions, io: Io): Promise<ExitStatus> {
  const found = await findPlans(paths.length === 0 ? ['.'] : paths, io.folder, io.files);
  const complaints = [...found.complaints];
  const changed: ChangedText[] = [];
  for (const path of found.plans) {
    const reading = io.files.read(absolutePath(io.folder, path));
    if (reading.kind === 'unreadable') complaints.push(`The file "${path}" ${reading.why}. Check it.`);
    else if (reading.kind === 'fault') complaints.push(`The file "${path}" is not text, so it was left as it is.`);
    else {
      const after = formattedText(reading.text);
      if (after === undefined) complaints.push(unsound(path));
      else if (after !== reading.text) changed.push({ path, before: reading.text, after });
    }
  }
  const onlyLooks = check || diff;
  if (found.standardInput) complaints.push(...formatInput(io, onlyLooks, changed));
  if (diff) io.stdout(await diffOf(changed, io));
  else if (onlyLooks) for (const { path } of changed) io.stdout(`${visible(path)}\n`);
  else complaints.push(...(await write(changed, io)));
  for (const complaint of complaints) io.stderr(`oneplan: ${visible(complaint)}\n`);
  if (complaints.length > 0) return 2;
  return onlyLooks && changed.length > 0 ? 1 : 0;
}

/** The formatted text; `undefined` where syntax faults must be fixed first. */
function formattedText(text: string): string | undefined {
  const tree = parse(text);
  return isBroken(tree) ? undefined : applyEdits(text, formatDocument(tree));
}

/** Formats standard input to standard output; text that cannot be formatted is copied unchanged. */
function formatInput(io: Io, onlyLooks: boolean, changed: ChangedText[]): readonly string[] {
  const reading = io.readInput();
  if (reading.kind !== 'text') return ['Standard input is not text.'];
  const after = formattedText(reading.text);
  if (!onlyLooks) io.stdout(after ?? reading.text);
  else if (after !== undefined && after !== reading.text)
    changed.push({ path: 'stdin.plan.yaml', before: reading.text, after });
  return after === undefined ? [unsound('-')] : [];
}

async function write(changed: readonly ChangedText[], io: Io): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (const { path, before, after } of changed) {
    const absolute = absolutePath(io.folder, path);
    const root = isInside(io.folder, absolute) ? io.folder : dirname(absolute);
    const failed = await io.uninterrupted(() => io.files.replace(root, absolute, before, after));
    if (failed) complaints.push(`The file "${path}" ${failed.why}, so it was left as it is.`);
    else io.stderr(`Formatted: ${visible(path)}\n`);
  }
  return complaints;
}

function unsound(path: string): string {
  return `The file "${path}" has faults in its text, so it was left as it is. Put right what "oneplan lint" finds in it first.`;
}
