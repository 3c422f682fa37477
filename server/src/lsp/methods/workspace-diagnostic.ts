/** `workspace/diagnostic`: the findings of every plan in the workspace's folders, open or not, and of the configuration. */
import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { keyOf } from '../../workspace/uri';
import { noCapabilities, request } from '../method';
import type { Session } from '../session';
import { yieldToEventLoop } from '../yield-to-event-loop';

export const workspaceDiagnostic = request(
  WorkspaceDiagnosticRequest.type,
  noCapabilities,
  async (session, { previousResultIds }, token): Promise<WorkspaceDiagnosticReport> => {
    const known = new Map(previousResultIds.map(({ uri, value }) => [keyOf(uri), value]));
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    await session.prepared;
    await session.settled();
    const keys = session.reports.keys();
    for (const key of keys) {
      // A workspace may be large: requests that arrive meanwhile go first.
      await yieldToEventLoop();
      if (token.isCancellationRequested) {
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
      }
      await session.ready(key);
      items.push(reportOn(session, key, known.get(key)));
    }
    for (const key of known.keys()) {
      if (!keys.includes(key)) items.push(gone(session, key));
    }
    return { items };
  },
);

function reportOn(session: Session, key: string, known: string | undefined): WorkspaceDocumentDiagnosticReport {
  const report = session.reports.of(key);
  // The client pulls open documents itself, and takes only that answer.
  if (!session.open.has(key)) session.reports.tell(key, report);
  const uri = session.open.uriOf(key);
  const version = session.open.versionOf(key);
  if (known === report.resultId) {
    return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId: report.resultId };
  }
  return { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId: report.resultId, items: [...report.items] };
}

/** An empty report for a document that no longer exists and whose findings the client still shows. */
function gone(session: Session, key: string): WorkspaceDocumentDiagnosticReport {
  session.reports.forget(key);
  return { kind: DocumentDiagnosticReportKind.Full, uri: session.open.uriOf(key), version: null, items: [] };
}
