/** A folder of files on the disk for a test, by path, and their addresses as VS Code spells them. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keyOf } from '../../server/src/workspace/uri';

export interface FolderOfPlans {
  readonly path: string;
  /** The address of the folder. */
  readonly uri: string;
  /** The address of a file in it. */
  uriOf(file: string): string;
  write(file: string, content: string | Uint8Array): void;
  /** Puts a link to `target`, a path of the disk. */
  link(file: string, target: string): void;
  remove(file: string): void;
  /** Deletes the folder. */
  dispose(): void;
}

/** Makes a folder with `files`, texts by path. */
export function folderOfPlans(files: Readonly<Record<string, string | Uint8Array>> = {}): FolderOfPlans {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'oneplan-')));
  const folder: FolderOfPlans = {
    path,
    uri: keyOf(pathToFileURL(path).href),
    uriOf: file => keyOf(pathToFileURL(join(path, file)).href),
    write: (file, content) => {
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), content);
    },
    link: (file, target) => symlinkSync(target, join(path, file)),
    remove: file => rmSync(join(path, file), { recursive: true }),
    dispose: () => rmSync(path, { recursive: true, force: true }),
  };
  for (const [file, content] of Object.entries(files)) folder.write(file, content);
  return folder;
}
