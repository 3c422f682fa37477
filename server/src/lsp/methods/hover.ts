/** `textDocument/hover`: what is told of the word under the cursor. */
import { type Hover, HoverRequest } from 'vscode-languageserver';
import { hover as hoverAt } from '../../core/index';
import { offsetFrom } from '../from-lsp';
import { markdownOf, plainTextOf } from '../markdown';
import { request } from '../method';
import { readDocument } from '../read-document';
import { rulePageAddress } from '../rule-page-address';
import { rangeOf } from '../to-lsp';

export const hover = request(
  HoverRequest.type,
  () => ({ hoverProvider: true }),
  (session, { textDocument, position }): Hover | null => {
    const document = readDocument(session, textDocument.uri);
    if (!document) return null;
    const { analysis, lines, key } = document;
    const told = hoverAt(analysis, offsetFrom(position, lines), session.configurations.settings(key));
    if (!told) return null;
    const pageOf = (rule: string) => session.host.rulePage(rule) ?? rulePageAddress(rule);
    const contents = session.client.markdownHovers ? markdownOf(told, pageOf) : plainTextOf(told);
    return { contents, range: rangeOf(told.at, lines) };
  },
);
