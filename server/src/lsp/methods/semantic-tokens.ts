/** `textDocument/semanticTokens`: what stands out by its meaning, for a whole plan, for a part, or as changes. */
import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver';
import { type Span, semanticTokens, tokenModifiers, tokenTypes } from '../../core/index';
import { spanFrom } from '../from-lsp';
import { noCapabilities, request } from '../method';
import { type ReadDocument, readDocument } from '../read-document';
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
    const document = readDocument(session, textDocument.uri);
    if (!document) return { data: [] };
    const builder = builderFor(session, document.key);
    push(builder, document, wholeOf(document));
    return builder.build();
  },
);

export const semanticTokensDelta = request(
  SemanticTokensDeltaRequest.type,
  noCapabilities,
  (session, { textDocument, previousResultId }): SemanticTokens | SemanticTokensDelta => {
    const document = readDocument(session, textDocument.uri);
    if (!document) return { data: [] };
    const builder = builderFor(session, document.key);
    builder.previousResult(previousResultId);
    push(builder, document, wholeOf(document));
    return builder.buildEdits();
  },
);

export const semanticTokensRange = request(
  SemanticTokensRangeRequest.type,
  noCapabilities,
  (session, { textDocument, range }): SemanticTokens => {
    const document = readDocument(session, textDocument.uri);
    if (!document) return { data: [] };
    const builder = new SemanticTokensBuilder();
    push(builder, document, spanFrom(range, document.lines));
    return { data: builder.build().data };
  },
);

/** What was answered last for each open document: changes are told against it. */
const builders = new WeakMap<Session, Map<string, SemanticTokensBuilder>>();

function builderFor(session: Session, key: string): SemanticTokensBuilder {
  const known = builders.get(session) ?? new Map<string, SemanticTokensBuilder>();
  builders.set(session, known);
  for (const other of known.keys()) if (!session.open.has(other)) known.delete(other);
  const builder = known.get(key) ?? new SemanticTokensBuilder();
  known.set(key, builder);
  return builder;
}

function wholeOf({ analysis }: ReadDocument): Span {
  return { start: 0, end: analysis.text.length };
}

function push(builder: SemanticTokensBuilder, { analysis, lines }: ReadDocument, span: Span): void {
  for (const { at, type, modifiers } of semanticTokens(analysis, span)) {
    const { line, column } = lines.positionAt(at.start);
    const bits = modifiers.reduce((all, modifier) => all | (1 << tokenModifiers.indexOf(modifier)), 0);
    builder.push(line, column, at.end - at.start, tokenTypes.indexOf(type), bits);
  }
}
