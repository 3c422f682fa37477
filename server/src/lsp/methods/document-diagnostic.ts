/** `textDocument/diagnostic`: the findings of one document, and those of others that have changed with it. */
import {
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type FullDocumentDiagnosticReport,
  LSPErrorCodes,
  type RelatedFullDocumentDiagnosticReport,
  ResponseError,
} from 'vscode-languageserver';
import { keyOf } from '../../workspace/uri';
import { request } from '../method';
import type { Session } from '../session';
import { yieldToEventLoop } from '../yield-to-event-loop';

export const documentDiagnostic = request(
  DocumentDiagnosticRequest.type,
  client =>
    client.pullsDiagnostics
      ? { diagnosticProvider: { identifier: 'oneplan', interFileDependencies: true, workspaceDiagnostics: true } }
      : {},
  async (session, { textDocument, previousResultId }, token): Promise<DocumentDiagnosticReport> => {
    const key = keyOf(textDocument.uri);
    // Changes and cancellations that have come in already go first.
    await yieldToEventLoop();
    if (token.isCancellationRequested) throw cancelled();
    await session.ready(key);
    if (token.isCancellationRequested) throw cancelled();
    const report = session.reports.of(key);
    session.reports.tell(key, report);
    const related = session.client.relatedDocuments ? relatedDocuments(session, key) : undefined;
    const also = related && Object.keys(related).length > 0 ? { relatedDocuments: related } : {};
    if (previousResultId === report.resultId) {
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: report.resultId, ...also };
    }
    return full(report.resultId, report.items, also);
  },
);

/** Open documents of which the client knows something that no longer holds. */
function relatedDocuments(session: Session, asked: string): Record<string, FullDocumentDiagnosticReport> {
  const related: Record<string, FullDocumentDiagnosticReport> = {};
  for (const key of session.open.keys()) {
    const told = session.reports.toldOf(key);
    if (key === asked || !told) continue;
    const report = session.reports.of(key);
    if (report.resultId === told.resultId) continue;
    session.reports.tell(key, report);
    related[session.open.uriOf(key)] = full(report.resultId, report.items, {});
  }
  return related;
}

function full(
  resultId: string,
  items: readonly FullDocumentDiagnosticReport['items'][number][],
  also: Pick<RelatedFullDocumentDiagnosticReport, 'relatedDocuments'>,
): RelatedFullDocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...items], ...also };
}

function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
