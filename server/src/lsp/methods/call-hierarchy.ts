/**
 * `textDocument/prepareCallHierarchy` and what follows from it: the golden thread. "Outgoing" leads from an outcome
 * through schemes, budget lines and contributions to partners, "incoming" back.
 */
import {
  type CallHierarchyIncomingCall,
  CallHierarchyIncomingCallsRequest,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
} from 'vscode-languageserver';
import { visible } from '../../core/index';
import type { ThreadItem, ThreadLink } from '../../workspace/workspace';
import { type Document, documentAt } from '../document';
import { offsetFrom } from '../from-lsp';
import { noCapabilities, request } from '../method';
import type { Session } from '../session';
import { symbolKindOf } from '../symbol-kinds';
import { rangeOf } from '../to-lsp';

export const prepareCallHierarchy = request(
  CallHierarchyPrepareRequest.type,
  () => ({ callHierarchyProvider: true }),
  (session, { textDocument, position }): CallHierarchyItem[] | null => {
    const document = documentAt(session, textDocument.uri);
    const item = document && session.workspace.threadItem(document.key, offsetFrom(position, document.lines));
    return document && item ? [itemOf(document, item)] : null;
  },
);

export const outgoingCalls = request(
  CallHierarchyOutgoingCallsRequest.type,
  noCapabilities,
  (session, { item }): CallHierarchyOutgoingCall[] | null =>
    follow(session, item, 'threadOn', (to, fromRanges) => ({ to, fromRanges })),
);

export const incomingCalls = request(
  CallHierarchyIncomingCallsRequest.type,
  noCapabilities,
  (session, { item }): CallHierarchyIncomingCall[] | null =>
    follow(session, item, 'threadBack', (from, fromRanges) => ({ from, fromRanges })),
);

function follow<T>(
  session: Session,
  { uri, data }: CallHierarchyItem,
  way: 'threadOn' | 'threadBack',
  asCall: (item: CallHierarchyItem, fromRanges: CallHierarchyItem['range'][]) => T,
): T[] | null {
  const document = documentAt(session, uri);
  if (!document || !isKnot(data)) return null;
  const links: readonly ThreadLink[] | undefined = session.workspace[way](document.key, data.kind, data.id);
  if (!links) return null;
  return links.map(({ item, from }) =>
    asCall(
      itemOf(document, item),
      from.map(span => rangeOf(span, document.lines)),
    ),
  );
}

/** What an item carries along, so that it is found again in a later version of the plan. */
function isKnot(data: unknown): data is Pick<ThreadItem, 'kind' | 'id'> {
  const { kind, id } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  return typeof kind === 'string' && typeof id === 'string';
}

function itemOf({ uri, lines }: Document, { kind, id, name, detail, at, nameAt }: ThreadItem): CallHierarchyItem {
  return {
    name: visible(name),
    detail: visible(detail),
    kind: symbolKindOf(kind),
    uri,
    range: rangeOf(at, lines),
    selectionRange: rangeOf(nameAt, lines),
    data: { kind, id },
  };
}
