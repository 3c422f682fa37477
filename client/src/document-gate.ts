/**
 * Middleware between VS Code and the language server that keeps withheld documents from the server. After a crash,
 * documents are sent one by one, each when the one before it has been read, so that a second crash names its cause.
 */

import type * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import type { CrashRecord } from './crash-record.js';
import { createOpeningQueue, type OpeningQueue } from './opening-queue.js';

export interface DocumentGate {
  /** The middleware of the language client. */
  readonly middleware: Middleware;
  /** From now on sends documents one by one, until none is waiting. */
  openOneByOne(): void;
  /** The server has finished reading a document. */
  read(uri: string): void;
  /** Sends everything at once again. */
  reset(): void;
}

/** How long a document may keep the others waiting after a crash, in milliseconds. */
const PATIENCE = 5_000;

/** A gate that is open until a crash. */
export function createDocumentGate(record: CrashRecord): DocumentGate {
  const queue = createOpeningQueue(PATIENCE);
  return {
    middleware: middlewareOf(record, queue),
    openOneByOne: queue.open,
    read: uri => {
      record.read(uri);
      queue.read(uri);
    },
    reset: queue.close,
  };
}

/** The middleware for all requests and notifications. */
function middlewareOf(record: CrashRecord, queue: OpeningQueue): Middleware {
  const isOut = (document: vscode.TextDocument) => {
    const uri = document.uri.toString();
    return record.isWithheld(uri) || queue.isWaiting(uri);
  };

  return {
    didOpen: (document, next) => {
      const uri = document.uri.toString();
      return queue.pass(uri, async () => {
        if (record.isWithheld(uri) || document.isClosed) return false;
        record.given(uri);
        await next(document);
        return true;
      });
    },
    didChange: async (event, next) => {
      if (isOut(event.document)) return;
      record.given(event.document.uri.toString());
      await next(event);
    },
    didSave: async (document, next) => {
      if (!isOut(document)) await next(document);
    },
    didClose: async (document, next) => {
      if (isOut(document)) return;
      record.read(document.uri.toString());
      await next(document);
    },
    sendRequest: async (type, param, token, next) => {
      const uri = documentOf(param);
      if (uri === undefined) return next(type, param, token);
      await queue.passed(uri);
      const method = typeof type === 'string' ? type : type.method;
      // The two empty results that VS Code accepts for every request about a document.
      if (record.isWithheld(uri)) return (method === 'textDocument/diagnostic' ? NO_FINDINGS : null) as never;
      const answered = record.asked(uri);
      try {
        return await next(type, param, token);
      } finally {
        answered();
      }
    },
  };
}

const NO_FINDINGS = { kind: 'full', items: [] };

function documentOf(param: unknown): string | undefined {
  if (typeof param !== 'object' || param === null || !('textDocument' in param)) return undefined;
  const { textDocument } = param;
  if (typeof textDocument !== 'object' || textDocument === null || !('uri' in textDocument)) return undefined;
  return typeof textDocument.uri === 'string' ? textDocument.uri : undefined;
}
