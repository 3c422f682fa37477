/**
 * Document URIs. Editors spell one URI in several ways (`c%3A` and `C:`, `%20` and a space); inside the program each
 * document has one key, which is the URI in the spelling of VS Code.
 */
import { URI, Utils } from 'vscode-uri';

/**
 * The key of the document at `uri`: equal for every spelling of one URI. Never throws; anything but a URI is returned
 * as it is.
 */
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

/** The key of the parent folder of `key`, without a trailing slash; `undefined` at the root. */
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

/**
 * The decoded path from `folder` to `key`, with `..` where it does not lie below: `../old/bcf.plan.yaml`; `undefined`
 * where there is no such path.
 */
export function wayFrom(folder: string, key: string): string | undefined {
  let up = '';
  for (let above: string | undefined = folder; above !== undefined; above = folderOf(above), up += '../') {
    if (isInside(key, above)) return up + pathFrom(above, key);
  }
  return undefined;
}

/**
 * The key of `path` (with `/`, decoded) relative to `folder`; `..` never goes above the root. @throws URIError for half
 * a surrogate pair.
 */
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
