/** `workspace/symbol`: items of all plans by name or id. */
import { type SymbolInformation, WorkspaceSymbolRequest } from 'vscode-languageserver';
import { findSymbols, visible } from '../../core/index';
import { request } from '../method';
import { locationsOf } from '../read-document';
import { symbolKindOf } from '../symbol-kinds';

export const workspaceSymbol = request(
  WorkspaceSymbolRequest.type,
  () => ({ workspaceSymbolProvider: true }),
  async (session, { query }): Promise<SymbolInformation[]> => {
    await session.prepared;
    await session.plans.scanned();
    for (const key of session.open.keys()) session.plans.analysis(key);
    return findSymbols(session.plans.project, query).flatMap(({ uri, at, name, id, kind, plan }) =>
      locationsOf(session, uri, at).map(location => ({
        name: visible(name === id ? name : `${name} (${id})`),
        kind: symbolKindOf(kind),
        location,
        containerName: visible(plan),
      })),
    );
  },
);
