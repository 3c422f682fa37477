/** `textDocument/hover`: what is told of the word under the cursor. */
import { type Hover, HoverRequest } from 'vscode-languageserver';
import { rulePageAddress } from '../../rule-page-address';
import { documentAt } from '../document';
import { offsetFrom } from '../from-lsp';
import { markdownOf, plainTextOf } from '../markdown';
import { request } from '../method';
import { rangeOf } from '../to-lsp';

export const hover = request(
  HoverRequest.type,
  () => ({ hoverProvider: true }),
  (session, { textDocument, position }): Hover | null => {
    const document = documentAt(session, textDocument.uri);
    const info = document && session.workspace.hover(document.key, offsetFrom(position, document.lines));
    if (!info) return null;
    const pageOf = (rule: string) => session.host.rulePage(rule) ?? rulePageAddress(rule);
    const contents = session.client.markdownHovers ? markdownOf(info, pageOf) : plainTextOf(info);
    return { contents, range: rangeOf(info.at, document.lines) };
  },
);
