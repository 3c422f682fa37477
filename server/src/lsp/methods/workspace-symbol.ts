/** `workspace/symbol`: items of all plans by name or id. */
import { type SymbolInformation, WorkspaceSymbolRequest } from 'vscode-languageserver';
import { visible } from '../../core/index';
import { locationsOf } from '../document';
import { request } from '../method';
import { symbolKindOf } from '../symbol-kinds';

export const workspaceSymbol = request(
  WorkspaceSymbolRequest.type,
  () => ({ workspaceSymbolProvider: true }),
  async (session, { query }): Promise<SymbolInformation[]> => {
    await session.prepared;
    await session.settled();
    return session.workspace.findSymbols(query).flatMap(({ uri, at, name, id, kind, plan }) =>
      locationsOf(session, uri, at).map(location => ({
        name: visible(name === id ? name : `${name} (${id})`),
        kind: symbolKindOf(kind),
        location,
        containerName: visible(plan),
      })),
    );
  },
);
