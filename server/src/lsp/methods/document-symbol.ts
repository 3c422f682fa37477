/** `textDocument/documentSymbol`: the outline, of which editors also make breadcrumbs and lines that stay in view. */
import { type DocumentSymbol, DocumentSymbolRequest, type SymbolInformation } from 'vscode-languageserver';
import { type LineIndex, visible } from '../../core/index';
import type { PlanSymbol } from '../../workspace/workspace';
import { documentAt } from '../document';
import { request } from '../method';
import { symbolKindOf } from '../symbol-kinds';
import { rangeOf } from '../to-lsp';

export const documentSymbol = request(
  DocumentSymbolRequest.type,
  () => ({ documentSymbolProvider: { label: 'One Plan' } }),
  (session, { textDocument }): DocumentSymbol[] | SymbolInformation[] | null => {
    const document = documentAt(session, textDocument.uri);
    const symbols = document && session.workspace.symbols(document.key);
    if (!symbols) return null;
    const { lines, uri } = document;
    return session.client.nestedSymbols
      ? symbols.map(symbol => nested(symbol, lines))
      : symbols.flatMap(symbol => flat(symbol, '', uri, lines));
  },
);

function nested(symbol: PlanSymbol, lines: LineIndex): DocumentSymbol {
  return {
    name: visible(symbol.name),
    ...(symbol.detail === '' ? {} : { detail: visible(symbol.detail) }),
    kind: symbolKindOf(symbol.item ?? symbol.kind),
    range: rangeOf(symbol.at, lines),
    selectionRange: rangeOf(symbol.nameAt, lines),
    children: symbol.children.map(child => nested(child, lines)),
  };
}

function flat(symbol: PlanSymbol, containerName: string, uri: string, lines: LineIndex): SymbolInformation[] {
  const own: SymbolInformation = {
    name: visible(symbol.name),
    kind: symbolKindOf(symbol.item ?? symbol.kind),
    location: { uri, range: rangeOf(symbol.at, lines) },
    ...(containerName === '' ? {} : { containerName }),
  };
  return [own, ...symbol.children.flatMap(child => flat(child, symbol.name, uri, lines))];
}
