/**
 * Addresses of documents. Editors spell one address in several ways (`c%3A` and `C:`, `%20` and a space); inside the program
 * each document has one key, which is itself an address as VS Code spells it.
 */
import { URI, Utils } from 'vscode-uri';

/** The key of the document at `uri`: equal for every spelling of one address. Never throws; what is no address stays as it is. */
export function keyOf(uri: string): string {
  const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/.exec(uri)?.[0];
  if (scheme === undefined) return uri;
  try {
    return URI.parse(scheme.toLowerCase() + uri.slice(scheme.length)).toString();
  } catch {
    return uri;
  }
}

/** The key of the file at the absolute `path` of this machine. */
export function keyOfPath(path: string): string {
  return URI.file(path).toString();
}

/** The scheme of a key, such as `file` or `untitled`. */
export function schemeOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}

/** The key of the folder that holds the document or folder `key`, without a slash at its end; `undefined` at the top. */
export function folderOf(key: string): string | undefined {
  const bare = key.replace(/[?#].*$/s, '').replace(/\/+$/, '');
  const slash = bare.lastIndexOf('/');
  if (slash < 0 || /^[a-z0-9+.-]+:\/{0,2}$/.test(bare.slice(0, slash + 1))) return undefined;
  return bare.slice(0, slash);
}

/** The last part of the path, decoded: `north-yorkshire.plan.yaml`. */
export function nameOf(key: string): string {
  return decoded(key.slice(key.lastIndexOf('/') + 1));
}

/** Whether the document or folder `key` is the folder `folder` or lies below it. */
export function isInside(key: string, folder: string): boolean {
  const top = folder.replace(/\/+$/, '');
  return key === top || key.startsWith(`${top}/`);
}

/** The path of `key` from `folder`, decoded, as `a/b.plan.yaml`. */
export function pathFrom(folder: string, key: string): string {
  return decoded(key.slice(folder.replace(/\/+$/, '').length + 1));
}

/** The path of `key` from `folder`, decoded, by `..` where it does not lie below: `../old/bcf.plan.yaml`; `undefined` where no path leads there. */
export function wayFrom(folder: string, key: string): string | undefined {
  let up = '';
  for (let above: string | undefined = folder; above !== undefined; above = folderOf(above), up += '../') {
    if (isInside(key, above)) return up + pathFrom(above, key);
  }
  return undefined;
}

/** The key of what `path` (with `/`, decoded) names, seen from the folder `folder`; `..` never climbs above the top. @throws URIError for half a surrogate pair. */
export function resolveFrom(folder: string, path: string): string {
  return Utils.resolvePath(URI.parse(folder), path).toString();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
