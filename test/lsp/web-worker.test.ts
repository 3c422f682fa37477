/**
 * The server of the web extension: its bundle runs where there is nothing but what a web worker has, and reads the files of
 * a virtual workspace through the client alone.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import '../support/lsp-client';
import { limits } from '../../server/src/core/index';
import { oldPlan, planWithOldPlan, smallPlan } from '../support/small-plans';

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: unknown;
}

/** What the server uses of the worker that it runs in; of errors it hears from the worker itself. */
interface Worker {
  onmessage: (event: { readonly data: unknown }) => void;
  readonly addEventListener: () => void;
  readonly postMessage: (message: Message) => void;
}

const folder = 'vscode-vfs://github/council/plans';

/** The files of a virtual workspace, by address. */
const files: Readonly<Record<string, string>> = {
  [`${folder}/one.plan.yaml`]: planWithOldPlan('old/bcf.plan.yaml'),
  [`${folder}/old/bcf.plan.yaml`]: oldPlan('A1', 'B2'),
  [`${folder}/late.plan.yaml`]: smallPlan({ place: 'E08000003', name: 'Manchester', deadline: '2021-04-01' }),
  [`${folder}/oneplan.config.yaml`]: 'rules: {deadline-past-limit: error}\n',
};

describe('the server in a web worker', () => {
  it('checks a virtual workspace with nothing of Node', async () => {
    const asked: string[] = [];
    const client = startWorker(asked);
    await client.request('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: folder, name: 'plans' }],
      capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
      initializationOptions: { readsFiles: true },
    });
    client.notify('initialized', {});
    const { items } = (await client.request('workspace/diagnostic', { previousResultIds: [] })) as {
      readonly items: readonly { readonly uri: string; readonly items: readonly Diagnostic[] }[];
    };
    const found = new Map(items.map(item => [item.uri, item.items]));
    assert.deepEqual([...found.keys()].sort(), Object.keys(files).sort());
    const late = found.get(`${folder}/late.plan.yaml`)?.find(({ code }) => code === 'deadline-past-limit');
    assert.equal(late?.severity, 1);
    assert.ok(found.get(`${folder}/one.plan.yaml`)?.some(({ code }) => code === 'bcf-scheme-orphaned'));
    assert.ok(
      asked.every(uri => uri.startsWith(folder) || uri.endsWith('/oneplan.config.yaml')),
      asked.join('\n'),
    );
    await client.request('shutdown', undefined);
  });
});

/** Runs the bundle in a world of its own, and answers what it asks about files; `asked` tells which were asked for. */
function startWorker(asked: string[]) {
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  const worker: Worker = {
    onmessage: () => assert.fail('The server does not listen.'),
    addEventListener: () => {},
    postMessage: message => received(structuredClone(message)),
  };
  const send = (message: object) => {
    setImmediate(() => worker.onmessage({ data: structuredClone({ jsonrpc: '2.0', ...message }) }));
  };
  const answers: Readonly<Record<string, (params: Record<string, unknown>) => unknown>> = {
    'oneplan/readFile': ({ uri, most }) => {
      assert.equal(most, limits.size);
      asked.push(String(uri));
      const text = files[String(uri)];
      return text === undefined ? { why: 'is not there' } : { text };
    },
    'oneplan/findPlans': () => Object.keys(files).filter(uri => uri.endsWith('.plan.yaml')),
  };
  const received = ({ id, method, params = {}, result, ...rest }: Message) => {
    if (method !== undefined && id !== undefined) send({ id, result: answers[method]?.(params) ?? null });
    if (method !== undefined || typeof id !== 'number') return;
    const { resolve, reject } = waiting.get(id) ?? assert.fail(`An answer to nothing: ${id}`);
    if ('error' in rest) reject(new Error(JSON.stringify(rest.error)));
    else resolve(result);
  };
  const globals = {
    self: worker,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    queueMicrotask,
    TextDecoder,
    TextEncoder,
    URL,
    performance,
    console,
  };
  const bundle = join(__dirname, '..', '..', 'dist', 'server.browser.js');
  runInContext(readFileSync(bundle, 'utf8'), createContext(globals), { filename: 'server.browser.js' });
  return {
    request: (method: string, params: unknown): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject });
        send({ id, method, ...(params === undefined ? {} : { params }) });
      }),
    notify: (method: string, params: unknown) => send({ method, params }),
  };
}
