/** Paths as shown to users: relative to the working folder, with `/`. */
import { isAbsolute, relative, resolve, sep } from 'node:path';

/** The absolute `path` relative to `folder`; still absolute where there is no relative path (another drive). */
export function shownPath(folder: string, path: string): string {
  const way = relative(folder, path);
  return (isAbsolute(way) ? path : way).split(sep).join('/');
}

/** The absolute path of a shown one. */
export function absolutePath(folder: string, path: string): string {
  return resolve(folder, path);
}

/** Whether `path` is `folder` or lies in it; both absolute. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`));
}
