/**
 * Resolves the path of a file that a plan or a configuration names: the only place that turns an author's path into an
 * address. The result lies inside the folders by its path alone; the file source checks the real path.
 */
import { say } from '../core/index';
import { folderOf, isInside, resolveFrom, schemeOf } from './uri';

/** The key of the file that `path` names in the document `from`; or why it may not be read, to follow "The file". */
export function locateNamed(
  from: string,
  path: string,
  roots: readonly string[],
): { readonly uri: string } | { readonly why: string } {
  const folder = folderOf(from);
  if (folder === undefined || schemeOf(from) === 'untitled') {
    return { why: say`can only be found from a plan that is saved` };
  }
  if (/^(?:[\\/~]|[A-Za-z][A-Za-z0-9+.-]*:)/.test(path)) return { why: say`must be named by its path from this file` };
  if (path === '' || /[\0-\x1f\x7f]|\p{Cs}/u.test(path)) return { why: say`is not there` };
  const uri = resolveFrom(folder, path.replaceAll('\\', '/'));
  if (!roots.some(root => isInside(uri, root))) return { why: say`lies outside the folder of the plans` };
  return { uri };
}
