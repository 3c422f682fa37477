/**
 * Stands between VS Code and the language server and lets through what the server may see. A withheld document stays
 * out, whatever is asked about it. After a crash the documents go in one by one, each when the one before it has been
 * read, so that a second crash names its cause.
 */

import type * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import type { CrashRecord } from './crash-record.js';
import { createOpeningQueue, type OpeningQueue } from './opening-queue.js';

export interface DocumentGate {
  /** To be given to the language client. */
  readonly middleware: Middleware;
  /** Lets documents in one by one from now on, until all that wait are in. */
  openOneByOne(): void;
  /** The server has read a document to its end. */
  read(uri: string): void;
  /** Lets everything through again. */
  reset(): void;
}

/** So long may a document keep the others waiting after a crash, in milliseconds. */
const PATIENCE = 5_000;

/** A gate that lets everything through until a crash. */
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

/** What is asked of the server and told to it passes here. */
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
      // The two shapes of "nothing" that VS Code understands for every question about a document.
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
