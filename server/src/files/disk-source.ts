/** The files of this machine by key, read and found in the same way for the editor and the command line. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from '../core/index';
import type { FileText } from '../workspace/file-text';
import { isInside, keyOfPath, pathFrom } from '../workspace/uri';
import { type Files, machineFiles } from './disk';
import { findPlans } from './find-plans';

/** The files of this machine for an editor. Read only. */
export const diskSource = {
  read: (key: string, roots?: readonly string[]): FileText => withoutMark(readInside(machineFiles, key, roots)),
  findPlans: async (folder: string): Promise<readonly string[]> => {
    const path = pathOf(folder);
    if (path === undefined) return [];
    const { plans } = await findPlans([path], path, machineFiles).catch(() => ({ plans: [] }));
    return plans.map(plan => keyOfPath(join(path, plan)));
  },
  isRepository: (folder: string): boolean => isRepository(machineFiles, folder),
};

/** The content of the file `key`. With `roots`, its real path must lie in one of these folders. */
export function readInside(
  files: Pick<Files, 'read' | 'locate'>,
  key: string,
  roots: readonly string[] | undefined,
): FileText {
  const path = pathOf(key);
  if (path === undefined) return { kind: 'unreadable', why: say`is not there` };
  if (roots === undefined) return files.read(path);
  let why = say`lies outside the folder of the plans`;
  for (const root of roots.filter(folder => isInside(key, folder))) {
    const folder = pathOf(root);
    if (folder === undefined) continue;
    const located = files.locate(folder, join(folder, 'any file'), pathFrom(root, key));
    if ('path' in located) return files.read(located.path);
    why = located.why;
  }
  return { kind: 'unreadable', why };
}

/** Whether a folder is the root of a repository. */
export function isRepository(files: Pick<Files, 'kindOf'>, folder: string): boolean {
  const path = pathOf(folder);
  return path !== undefined && files.kindOf(join(path, '.git')) !== 'nothing';
}

/** The path of the file `key`; `undefined` where it is not on this machine. */
export function pathOf(key: string): string | undefined {
  try {
    return fileURLToPath(key);
  } catch {
    return undefined;
  }
}

/** Editors hide a byte order mark and do not count it in columns. */
function withoutMark(file: FileText): FileText {
  return file.kind === 'text' ? { ...file, text: file.text.replace(/^\ufeff/, '') } : file;
}
