/** `textDocument/semanticTokens`: for a whole plan, for a range, or as a delta. */
import {
  type SemanticTokens,
  type SemanticTokensDelta,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver';
import { type SemanticToken, tokenModifiers, tokenTypes } from '../../workspace/workspace';
import { type Document, documentAt } from '../document';
import { spanFrom } from '../from-lsp';
import { noCapabilities, request } from '../method';
import type { Session } from '../session';

export const semanticTokensFull = request(
  SemanticTokensRequest.type,
  () => ({
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: { delta: true },
      range: true,
    },
  }),
  (session, { textDocument }): SemanticTokens => {
    const document = documentAt(session, textDocument.uri);
    return document
      ? remember(session, document.key, encoded(document, session.workspace.semanticTokens(document.key)))
      : { data: [] };
  },
);

export const semanticTokensDelta = request(
  SemanticTokensDeltaRequest.type,
  noCapabilities,
  (session, { textDocument, previousResultId }): SemanticTokens | SemanticTokensDelta => {
    const document = documentAt(session, textDocument.uri);
    if (!document) return { data: [] };
    const before = answered.get(session)?.get(document.key);
    const now = remember(session, document.key, encoded(document, session.workspace.semanticTokens(document.key)));
    if (before?.resultId !== previousResultId || !before) return now;
    return { resultId: now.resultId, edits: changes(before.data, now.data) };
  },
);

export const semanticTokensRange = request(
  SemanticTokensRangeRequest.type,
  noCapabilities,
  (session, { textDocument, range }): SemanticTokens => {
    const document = documentAt(session, textDocument.uri);
    if (!document) return { data: [] };
    const tokens = session.workspace.semanticTokens(document.key, spanFrom(range, document.lines));
    return { data: encoded(document, tokens) };
  },
);

interface Answer {
  readonly resultId: string;
  readonly data: number[];
}

/** The last answer for each open document, which deltas refer to. */
const answered = new WeakMap<Session, Map<string, Answer>>();

function remember(session: Session, key: string, data: number[]): Answer {
  const known = answered.get(session) ?? new Map<string, Answer>();
  answered.set(session, known);
  for (const other of known.keys()) if (!session.open.has(other)) known.delete(other);
  const answer = { resultId: String(Number(known.get(key)?.resultId ?? 0) + 1), data };
  known.set(key, answer);
  return answer;
}

/** Five numbers a token; line and column relative to the token before. */
function encoded({ lines }: Document, tokens: readonly SemanticToken[] = []): number[] {
  const data: number[] = [];
  let before = { line: 0, column: 0 };
  for (const { at, type, modifiers } of tokens) {
    const place = lines.positionAt(at.start);
    const column = place.line === before.line ? place.column - before.column : place.column;
    const bits = modifiers.reduce((all, modifier) => all | (1 << tokenModifiers.indexOf(modifier)), 0);
    data.push(place.line - before.line, column, at.end - at.start, tokenTypes.indexOf(type), bits);
    before = place;
  }
  return data;
}

/** The range of numbers between the common start and the common end. */
function changes(before: readonly number[], now: readonly number[]): SemanticTokensDelta['edits'] {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start++;
  let kept = 0;
  while (kept < shorter - start && before[before.length - 1 - kept] === now[now.length - 1 - kept]) kept++;
  if (start === before.length && start === now.length) return [];
  return [{ start, deleteCount: before.length - start - kept, data: now.slice(start, now.length - kept) }];
}
