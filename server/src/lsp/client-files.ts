/** Files that only the client can read: those of a virtual workspace, and all of them in a browser. */

import type { Connection } from 'vscode-languageserver';
import { limits, say } from '../core/index';
import type { FileText } from '../workspace/file-text';
import { isInside, keyOf } from '../workspace/uri';
import type { ClientCapabilities } from './client-capabilities';
import type { FileSource } from './file-source';
import { ownRequestType } from './own-types';

const notThere = (): FileText => ({ kind: 'unreadable', why: say`is not there` });

/** A file source that reads through `client`; it finds no files where the client does not offer to read them. */
export function clientFiles(connection: Connection, client: ClientCapabilities): FileSource {
  const read = async (key: string): Promise<FileText> => {
    const file = await connection.sendRequest(ownRequestType('oneplan/readFile'), { uri: key, most: limits.size });
    return 'text' in file ? { kind: 'text', text: file.text } : { kind: 'unreadable', why: file.why };
  };
  const find = async (folder: string): Promise<readonly string[]> => {
    const found = await connection.sendRequest(ownRequestType('oneplan/findPlans'), { folder });
    return found.map(keyOf).filter(key => isInside(key, folder));
  };
  const { readsFiles } = client.own;
  return {
    read: async (key, roots) => {
      if (!readsFiles || roots?.some(root => isInside(key, root)) === false) return notThere();
      return read(key).catch(notThere);
    },
    findPlans: async folder => (readsFiles ? find(folder).catch(() => []) : []),
    // The client reads nothing above the workspace's folders.
    isRepository: async () => false,
  };
}
