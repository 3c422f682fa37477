/** `textDocument/hover`: what is told of the word under the cursor. */
import { type Hover, HoverRequest, type Position } from 'vscode-languageserver';
import { hover as hoverAt, hoverSettingsFile, type LineIndex, type Hover as Told } from '../../core/index';
import { offsetFrom } from '../from-lsp';
import { markdownOf, plainTextOf } from '../markdown';
import { request } from '../method';
import { readDocument, readSettingsFile } from '../read-document';
import { rulePageAddress } from '../rule-page-address';
import type { Session } from '../session';
import { rangeOf } from '../to-lsp';

export const hover = request(
  HoverRequest.type,
  () => ({ hoverProvider: true }),
  (session, { textDocument, position }): Hover | null => {
    const { told, lines } = toldOf(session, textDocument.uri, position) ?? {};
    if (!told || !lines) return null;
    const pageOf = (rule: string) => session.host.rulePage(rule) ?? rulePageAddress(rule);
    const contents = session.client.markdownHovers ? markdownOf(told, pageOf) : plainTextOf(told);
    return { contents, range: rangeOf(told.at, lines) };
  },
);

function toldOf(
  session: Session,
  uri: string,
  position: Position,
): { told: Told | undefined; lines: LineIndex } | undefined {
  const document = readDocument(session, uri);
  if (document) {
    const { analysis, lines, key } = document;
    return { told: hoverAt(analysis, offsetFrom(position, lines), session.configurations.settings(key)), lines };
  }
  const file = readSettingsFile(session, uri);
  return file && { told: hoverSettingsFile(file.text, file.kind, offsetFrom(position, file.lines)), lines: file.lines };
}
