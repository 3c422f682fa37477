/**
 * Files of this machine for the language server. Only regular files below a size are ever opened; one that a plan names
 * must in truth, links followed, lie in one of the workspace's folders. Nothing is ever written.
 */
import { constants } from 'node:fs';
import { type FileHandle, open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { keyOf } from '../lsp/document-uri';
import type { FileSource, FileText } from '../lsp/file-source';
import { ignores } from '../lsp/ignores';

/** In bytes. A plan of 5 MB is read; nobody writes one of 64. */
const LARGEST = 64 * 1024 * 1024;
/** A folder is searched so deep; links to folders are not followed, so this is never met by accident. */
const DEEPEST = 64;

export class DiskFiles implements FileSource {
  async read(key: string, roots?: readonly string[]): Promise<FileText> {
    const path = pathOf(key);
    if (path === undefined) return { kind: 'none', why: 'is not there' };
    try {
      if (roots && !(await liesIn(path, roots))) return { kind: 'none', why: 'lies outside the folder of the plans' };
      return await readRegularFile(path);
    } catch (error) {
      return { kind: 'none', why: whyNot(error) };
    }
  }

  async findPlans(folder: string, ignore: readonly string[]): Promise<readonly string[]> {
    const path = pathOf(folder);
    if (path === undefined) return [];
    const found: string[] = [];
    await search(path, '', [{ below: '', isIgnored: ignores(ignore) }], found);
    return found.sort().map(plan => keyOf(pathToFileURL(join(path, plan)).href));
  }
}

function pathOf(key: string): string | undefined {
  try {
    return fileURLToPath(key);
  } catch {
    return undefined;
  }
}

async function liesIn(path: string, roots: readonly string[]): Promise<boolean> {
  const real = await realpath(path);
  for (const root of roots) {
    const folder = pathOf(root);
    const top = folder && (await realpath(folder).catch(() => undefined));
    if (top && (real === top || real.startsWith(top.endsWith(sep) ? top : top + sep))) return true;
  }
  return false;
}

async function readRegularFile(path: string): Promise<FileText> {
  // To open a pipe would be to wait for its other end, so what it is comes first and is looked at again when it is open.
  if (!(await stat(path)).isFile()) return { kind: 'none', why: 'is no file with text in it' };
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    return await readOpenFile(file);
  } finally {
    await file.close();
  }
}

async function readOpenFile(file: FileHandle): Promise<FileText> {
  const is = await file.stat();
  if (!is.isFile()) return { kind: 'none', why: 'is no file with text in it' };
  if (is.size > LARGEST) return { kind: 'none', why: 'is too large to be read' };
  return textOf(await file.readFile());
}

/** A byte order mark is no part of the text: editors do not show it. */
function textOf(bytes: Uint8Array): FileText {
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const message = 'This file is not saved as UTF-8 text. Open it in the program that wrote it and save it as UTF-8.';
    return { kind: 'not-text', fault: { rule: 'not-text', at: { start: 0, end: 0 }, message } };
  }
}

function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EACCES' || code === 'EPERM' ? 'may not be read' : 'is not there';
}

interface Ignoring {
  /** The folder that the patterns are written from, as a path from the top, with a slash at its end or empty. */
  readonly below: string;
  readonly isIgnored: (path: string) => boolean;
}

/** Adds the plans in `top/below` and deeper to `found`, as paths from the top with `/`. */
async function search(top: string, below: string, ignoring: readonly Ignoring[], found: string[]): Promise<void> {
  const folder = join(top, below);
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const own = entries.some(entry => entry.name === '.gitignore' && entry.isFile())
    ? await readFile(join(folder, '.gitignore'), 'utf8').catch(() => '')
    : '';
  const all = own === '' ? ignoring : [...ignoring, { below, isIgnored: ignores(own.split(/\r?\n/)) }];
  for (const entry of entries) {
    const path = `${below}${entry.name}`;
    const named = entry.isDirectory() ? `${path}/` : path;
    if (all.some(({ below: from, isIgnored }) => isIgnored(named.slice(from.length)))) continue;
    if (entry.isFile() && /\.plan\.ya?ml$/.test(entry.name)) found.push(path);
    const isPlace = entry.isDirectory() && entry.name !== '.git' && entry.name !== 'node_modules';
    if (isPlace && path.split('/').length < DEEPEST) await search(top, named, all, found);
  }
}
