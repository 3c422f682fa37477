/** Files that only the client can read: those of a virtual workspace, and all of them in a browser. */

import { type Connection, RequestType } from 'vscode-languageserver';
import { say } from '../core/index';
import type { ClientAbilities } from './client-abilities';
import { isInside, keyOf } from './document-uri';
import type { FileSource, FileText } from './file-source';

/** What the client is asked for: the text of a file in the workspace, or why it cannot be read, to follow "The file". */
export const readFileRequest = new RequestType<
  { readonly uri: string },
  { readonly text: string } | { readonly why: string },
  void
>('oneplan/readFile');

/** What the client is asked for: the addresses of all plans in a folder of the workspace. */
export const findPlansRequest = new RequestType<{ readonly folder: string }, readonly string[], void>(
  'oneplan/findPlans',
);

const notThere = (): FileText => ({ kind: 'unreadable', why: say`is not there` });

/** The files that `client` reads for the server; there are none where it does not say that it can. */
export function clientFiles(connection: Connection, client: ClientAbilities): FileSource {
  const read = async (key: string): Promise<FileText> => {
    const file = await connection.sendRequest(readFileRequest, { uri: key });
    return 'text' in file ? { kind: 'text', text: file.text } : { kind: 'unreadable', why: file.why };
  };
  const find = async (folder: string): Promise<readonly string[]> => {
    const found = await connection.sendRequest(findPlansRequest, { folder });
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
