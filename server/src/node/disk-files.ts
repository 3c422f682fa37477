/** Files of this machine for the language server, read and found as the command line does. Nothing is ever written. */

import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findPlans } from '../cli/lint/find-plans';
import { say } from '../core/index';
import { isInside, keyOf, pathFrom } from '../lsp/document-uri';
import type { FileSource, FileText } from '../lsp/file-source';
import { machineFiles } from './files';

/** The files of this machine. */
export const diskFiles: FileSource = {
  read: async (key, roots) => withoutMark(readIn(key, roots)),
  findPlans: async folder => {
    const path = pathOf(folder);
    if (path === undefined) return [];
    const { plans } = await findPlans([path], { folder: path, files: machineFiles }).catch(() => ({ plans: [] }));
    return plans.map(plan => keyOf(pathToFileURL(join(path, plan)).href));
  },
  isRepository: async folder => {
    const path = pathOf(folder);
    return path !== undefined && machineFiles.kindOf(join(path, '.git')) !== 'nothing';
  },
};

function readIn(key: string, roots: readonly string[] | undefined): FileText {
  const path = pathOf(key);
  if (path === undefined) return { kind: 'unreadable', why: say`is not there` };
  if (roots === undefined) return machineFiles.read(path);
  let why = say`lies outside the folder of the plans`;
  for (const root of roots.filter(folder => isInside(key, folder))) {
    const folder = pathOf(root);
    if (folder === undefined) continue;
    const located = machineFiles.locate(folder, join(folder, 'any file'), pathFrom(root, key));
    if ('path' in located) return machineFiles.read(located.path);
    why = located.why;
  }
  return { kind: 'unreadable', why };
}

/** Editors show no byte order mark and count no column for it. */
function withoutMark(file: FileText): FileText {
  return file.kind === 'text' ? { ...file, text: file.text.replace(/^\ufeff/, '') } : file;
}

function pathOf(key: string): string | undefined {
  try {
    return fileURLToPath(key);
  } catch {
    return undefined;
  }
}
