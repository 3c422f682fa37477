/**
 * The files of this machine. Reads only regular files of limited size as strict UTF-8; follows a path written in a file
 * only inside the real path of the given folder; replaces a file whole or not at all. Nothing here throws.
 */

import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { limits, say } from '../core/index';
import type { FileText } from '../workspace/file-text';
import { textOf } from './decode';
import { isInside } from './plan-path';

/** Access to files by absolute paths; errors are values, never exceptions. */
export interface Files {
  /** The kind of the entry at `path`, links followed. */
  kindOf(path: string): 'file' | 'folder' | 'other' | 'nothing';
  read(path: string): FileText;
  /** The bytes of a file of any kind, such as a spreadsheet; or why not, to follow "The file". */
  readBytes(path: string): { readonly bytes: Uint8Array } | { readonly why: string };
  /** Resolves `written`, a path in the file `from`, inside `root`; or why it may not be read, to follow "The file". */
  locate(root: string, from: string, written: string): { readonly path: string } | { readonly why: string };
  /** Replaces `expected` by `text`, whole or not at all; returns why not, to follow "The file". */
  replace(root: string, path: string, expected: string, text: string): { readonly why: string } | undefined;
  /** Deletes temporary files that a killed run left in `folder`. */
  tidy(folder: string): void;
  /** Writes a report and the folders it needs; returns why not, to follow "The file". */
  write(path: string, text: string): { readonly why: string } | undefined;
  /** Whether both paths are the same file: links, hard links and other spellings included. */
  isSame(one: string, other: string): boolean;
  /** The path with all links followed; unchanged where nothing exists. */
  realPath(path: string): string;
}

/** The files of this machine. */
export const machineFiles: Files = {
  kindOf,
  read,
  readBytes,
  locate,
  replace,
  tidy,
  write,
  isSame,
  realPath,
};

/** The kind of the entry at `path`, links followed. */
function kindOf(path: string): 'file' | 'folder' | 'other' | 'nothing' {
  const found = attempt(() => statSync(path, { throwIfNoEntry: false }));
  if ('why' in found || !found.value) return 'nothing';
  return found.value.isFile() ? 'file' : found.value.isDirectory() ? 'folder' : 'other';
}

/** The content of the file at `path`. A device or a pipe is never read, so that nothing blocks. */
function read(path: string): FileText {
  const found = bytesAt(path);
  if ('why' in found) return { kind: 'unreadable', why: found.why };
  return 'tooLarge' in found ? tooLarge(found.tooLarge) : textOf(found.bytes);
}

/** The bytes of the file at `path`. */
function readBytes(path: string): { readonly bytes: Uint8Array } | { readonly why: string } {
  const found = bytesAt(path);
  return 'tooLarge' in found ? { why: say`is too large to be read` } : found;
}

function bytesAt(path: string): { readonly bytes: Buffer } | { readonly tooLarge: number } | { readonly why: string } {
  const kind = kindOf(path);
  if (kind !== 'file') return { why: notAFile[kind]() };
  const bytes = attempt(() => {
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const { size } = fstatSync(file);
      if (!fstatSync(file).isFile()) return 'other';
      return size > limits.size ? size : readFileSync(file);
    } finally {
      closeSync(file);
    }
  });
  if ('why' in bytes) return bytes;
  if (bytes.value === 'other') return { why: notAFile.other() };
  return typeof bytes.value === 'number' ? { tooLarge: bytes.value } : { bytes: bytes.value };
}

/** The fault of a file of `size` bytes, which is too large to be read. */
export function tooLarge(size: number): FileText {
  const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
  const message = say`The file has ${megabytes(size)} MB, and files of more than ${megabytes(limits.size)} MB are not checked. Divide it, or take out what is not the plan.`;
  return { kind: 'fault', fault: { rule: 'too-large', at: { start: 0, end: 0 }, message }, text: '' };
}

/**
 * Resolves `written`, relative to the file `from`, inside the folder `root`. Refuses a path that lies outside, by its
 * letters and then by its real path, and anything but a regular file.
 */
function locate(root: string, from: string, written: string): { readonly path: string } | { readonly why: string } {
  if (/^(?:[\\/~]|[A-Za-z][A-Za-z0-9+.-]*:)/.test(written))
    return { why: say`must be named by its path from this file` };
  if (written === '' || /[\0-\x1f\x7f]/.test(written)) return { why: notAFile.nothing() };
  const path = resolve(dirname(from), written.replaceAll('\\', '/'));
  if (!isInside(root, path)) return { why: outside() };
  const real = attempt(() => ({ root: realpathSync(root), path: realpathSync(path) }));
  if ('why' in real) return { why: real.why };
  if (!isInside(real.value.root, real.value.path)) return { why: outside() };
  const kind = kindOf(real.value.path);
  return kind === 'file' ? { path } : { why: notAFile[kind]() };
}

const outside = () => say`lies outside the folder of the plans`;

const notAFile = {
  nothing: () => say`is not there`,
  folder: () => say`is a folder`,
  other: () => say`is not an ordinary file`,
} as const;

/** Replaces `expected` by `text` in the file at `path`, whose real path must lie in `root`. */
function replace(root: string, path: string, expected: string, text: string): { readonly why: string } | undefined {
  const outcome = attempt(() => {
    const target = realpathSync(path);
    if (!isInside(realpathSync(root), target)) return outside();
    const { nlink, mode } = statSync(target);
    if (nlink > 1) return say`has a second name on the disk (a hard link)`;
    if ((mode & 0o222) === 0) return say`is write-protected`;
    // The file must still hold the text that was judged.
    const present = () => readFileSync(target).equals(Buffer.from(expected));
    if (!present()) return changed();
    return swap(target, mode, text, present) ? undefined : changed();
  });
  const why = 'why' in outcome ? outcome.why : outcome.value;
  return why === undefined ? undefined : { why };
}

const changed = () => say`was changed by somebody else meanwhile`;

/**
 * Writes a temporary file beside `target` and renames it, if `isStill` confirms the old content; cleans up on failure.
 */
function swap(target: string, mode: number, text: string, isStill: () => boolean): boolean {
  const beside = join(
    dirname(target),
    `${mark}${process.pid}-${Math.random().toString(16).slice(2).padEnd(12, '0').slice(0, 12)}.tmp`,
  );
  const file = openSync(beside, 'wx', 0o600);
  try {
    try {
      writeFileSync(file, text);
      fchmodSync(file, mode & 0o7777);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (!isStill()) return false;
    renameSync(beside, target);
    syncFolder(dirname(target));
    return true;
  } finally {
    rmSync(beside, { force: true });
  }
}

/** The prefix of temporary files beside a plan; the machine's name is followed by the process that writes them. */
const mark = `.oneplan-${encodeURIComponent(hostname())}-`;

const tidied = new Set<string>();

/** Deletes temporary files of killed processes of this machine. Once a folder. */
function tidy(folder: string): void {
  if (tidied.has(folder)) return;
  tidied.add(folder);
  attempt(() => {
    for (const name of readdirSync(folder)) {
      const process = name.startsWith(mark)
        ? /^(\d+)-[0-9a-f]{12}\.tmp$/.exec(name.slice(mark.length))?.[1]
        : undefined;
      if (process !== undefined && !isAlive(Number(process))) rmSync(join(folder, name), { force: true });
    }
  });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // A process of another user cannot be signalled, but exists.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Makes the rename survive a power cut; ignored where the system cannot sync folders. */
function syncFolder(folder: string): void {
  attempt(() => {
    const file = openSync(folder, 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  });
}

/** Writes a report. */
function write(path: string, text: string): { readonly why: string } | undefined {
  const outcome = attempt(() => {
    mkdirSync(dirname(path), { recursive: true });
    const there = lstatSync(path, { throwIfNoEntry: false });
    if (there?.isDirectory()) return notAFile.folder();
    writeFileSync(path, text);
    return undefined;
  });
  const why = 'why' in outcome ? outcome.why : outcome.value;
  return why === undefined ? undefined : { why };
}

/** Whether both paths are the same file: links, hard links and other spellings included. */
function isSame(one: string, other: string): boolean {
  const [first, second] = [one, other].map(path => {
    const found = attempt(() => statSync(path, { bigint: true, throwIfNoEntry: false }));
    return 'value' in found ? found.value : undefined;
  });
  return first !== undefined && first.ino === second?.ino && first.dev === second.dev;
}

/** The path with all links followed; unchanged where nothing exists. */
function realPath(path: string): string {
  const real = attempt(() => realpathSync(path));
  return 'value' in real ? real.value : path;
}

const reasons: Readonly<Record<string, () => string>> = {
  ENOENT: () => say`is not there`,
  ENOTDIR: () => say`is not there`,
  EACCES: () => say`may not be opened (no permission)`,
  EPERM: () => say`may not be changed (no permission)`,
  EROFS: () => say`is on a disk that cannot be written to`,
  EISDIR: () => say`is a folder`,
  ELOOP: () => say`is a link that leads round in a circle`,
  ENAMETOOLONG: () => say`has a name that is too long`,
  ENOSPC: () => say`cannot be written, because the disk is full`,
  EDQUOT: () => say`cannot be written, because the disk quota is used up`,
  EFBIG: () => say`cannot be written, because it would be too large`,
  EMFILE: () => say`cannot be opened, because too many files are open`,
};

function attempt<T>(work: () => T): { readonly value: T } | { readonly why: string } {
  try {
    return { value: work() };
  } catch (error) {
    const why = reasonOf(error);
    if (why === undefined) throw error;
    return { why };
  }
}

/** The reason in a system error, to follow its subject; `undefined` for any other error. */
export function reasonOf(error: unknown): string | undefined {
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? undefined : (reasons[code]?.() ?? say`cannot be opened (${code})`);
}
