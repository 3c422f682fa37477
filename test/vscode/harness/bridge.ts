/**
 * The wire between the tests, which run inside the extension host, and the person at the window: a small HTTP server on
 * 127.0.0.1. `POST /<secret>/<deed>` with the arguments as JSON answers with `{value}` or `{error}`; `POST /<secret>/report`
 * receives the results. The secret keeps other programs of the machine out.
 */

import { randomBytes } from 'node:crypto';
import * as http from 'node:http';
import type { Deeds } from './person.js';

/** What the runner in the extension host tells as it goes. */
export type Report =
  | { readonly kind: 'passed'; readonly title: string; readonly milliseconds: number }
  | { readonly kind: 'failed'; readonly title: string; readonly error: string }
  | { readonly kind: 'done'; readonly passed: number; readonly failed: number };

export interface Bridge {
  /** Where the tests reach the bridge. */
  readonly address: string;
  close(): void;
}

/** Opens the bridge. Deeds wait until the page is there; reports are handed on in order. */
export function openBridge(person: Promise<Deeds>, onReport: (report: Report) => void): Promise<Bridge> {
  const secret = randomBytes(16).toString('hex');
  const server = http.createServer((request, response) => {
    const [, given, deed = ''] = (request.url ?? '').split('/');
    if (given !== secret || request.method !== 'POST') {
      response.writeHead(404).end();
      return;
    }
    answer(request, deed, person, onReport).then(
      value => response.end(JSON.stringify({ value })),
      error => response.end(JSON.stringify({ error: error instanceof Error ? error.message : String(error) })),
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const listening = server.address();
      const port = typeof listening === 'object' && listening ? listening.port : 0;
      resolve({ address: `http://127.0.0.1:${port}/${secret}`, close: () => closeNow(server) });
    });
  });
}

async function answer(
  request: http.IncomingMessage,
  deed: string,
  person: Promise<Deeds>,
  onReport: (report: Report) => void,
): Promise<unknown> {
  const sent: unknown = JSON.parse(await body(request));
  if (deed === 'report') {
    onReport(sent as Report);
    return undefined;
  }
  const deeds: Readonly<Record<string, (sent: never) => Promise<unknown>>> = await person;
  const asked = deeds[deed];
  if (!asked) throw new Error(`The page can not do "${deed}".`);
  return asked(sent as never);
}

async function body(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function closeNow(server: http.Server): void {
  server.close();
  server.closeAllConnections();
}
