/** Files that only the client can read: those of a virtual workspace, and all of them in a browser. */
import { type Connection, RequestType } from 'vscode-languageserver';
import type { ClientAbilities } from './client-abilities';
import { isInside, keyOf, pathFrom } from './document-uri';
import type { FileSource, FileText } from './file-source';
import { ignores } from './ignores';

/** What the client is asked for: the text of a file in the workspace, or why it cannot be read. */
export const readFileRequest = new RequestType<{ readonly uri: string }, ClientFile, void>('oneplan/readFile');

/** What the client is asked for: the addresses of all plans in a folder of the workspace. */
export const findPlansRequest = new RequestType<{ readonly folder: string }, readonly string[], void>(
  'oneplan/findPlans',
);

export type ClientFile = { readonly text: string } | { readonly why: string };

export class ClientFiles implements FileSource {
  constructor(
    private readonly connection: Connection,
    private readonly client: ClientAbilities,
  ) {}

  async read(key: string, roots?: readonly string[]): Promise<FileText> {
    const isOutside = roots !== undefined && !roots.some(root => isInside(key, root));
    if (!this.client.own.readsFiles || isOutside) return { kind: 'none', why: 'is not there' };
    try {
      const file = await this.connection.sendRequest(readFileRequest, { uri: key });
      return 'text' in file ? { kind: 'text', text: file.text } : { kind: 'none', why: file.why };
    } catch {
      return { kind: 'none', why: 'is not there' };
    }
  }

  async findPlans(folder: string, ignore: readonly string[]): Promise<readonly string[]> {
    if (!this.client.own.readsFiles) return [];
    try {
      const found = await this.connection.sendRequest(findPlansRequest, { folder });
      const isIgnored = ignores(ignore);
      return found.map(keyOf).filter(key => isInside(key, folder) && !isIgnored(pathFrom(folder, key)));
    } catch {
      return [];
    }
  }
}
