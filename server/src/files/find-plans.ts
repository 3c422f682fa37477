/**
 * Finds plans by paths: files are taken as they are; folders and globs are searched, respecting `.gitignore` inside and
 * outside of a repository and not following links. Sorted by path, without duplicates.
 */
import { resolve } from 'node:path';
import type { Files } from './disk';
import { shownPath } from './plan-path';

export interface FoundPlans {
  /** Paths as shown to users. */
  readonly plans: readonly string[];
  readonly standardInput: boolean;
  /** What could not be found, as sentences. */
  readonly complaints: readonly string[];
}

const planFiles = '*.plan.{yaml,yml}';

/** Whether the name of a file makes it a plan. */
export function isNamedAsPlan(path: string): boolean {
  return /\.plan\.ya?ml$/i.test(path);
}

export async function findPlans(
  paths: readonly string[],
  folder: string,
  files: Pick<Files, 'kindOf'>,
): Promise<FoundPlans> {
  const plans = new Set<string>();
  const complaints: string[] = [];
  const add = (found: readonly string[]) => {
    for (const path of found) plans.add(shownPath(folder, path));
  };
  for (const path of paths.filter(given => given !== '-')) {
    const absolute = resolve(folder, path);
    const kind = files.kindOf(absolute);
    if (kind === 'file') add([absolute]);
    else if (kind === 'other')
      complaints.push(`The file "${path}" is neither a file nor a folder. Give the path of a plan.`);
    else if (kind === 'folder') {
      const found = await search(`**/${planFiles}`, absolute);
      add(found);
      if (found.length === 0)
        complaints.push(`There is no plan in the folder "${path}": the file name of a plan ends in ".plan.yaml".`);
    } else if (/[*?[\]{}!()]/.test(path)) {
      const found = await search(path.replaceAll('\\', '/'), folder);
      add(found);
      if (found.length === 0) complaints.push(`The pattern "${path}" matches no file. Check it, and put it in quotes.`);
    } else complaints.push(`The file "${path}" is not there. Check the path.`);
  }
  return { plans: [...plans].sort(), standardInput: paths.includes('-'), complaints };
}

/** Loaded on first use, so that a run on plain files starts without it. */
async function search(pattern: string, folder: string): Promise<readonly string[]> {
  const { globby } = await import('globby');
  return globby(pattern, {
    cwd: folder,
    absolute: true,
    gitignore: true,
    dot: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
    followSymbolicLinks: false,
    suppressErrors: true,
    expandDirectories: false,
  });
}
