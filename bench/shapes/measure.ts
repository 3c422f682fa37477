/** What one text costs the command line and the language server: processor time and peak memory of whole processes. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LanguageClient } from '../../test/support/language-client';
import { measured, type Usage, usageIn } from '../../test/support/resource-usage';
import { environment, root } from '../peers';

const uri = 'file:///plans/shape.plan.yaml';
/** Nothing that takes longer is waited for, in milliseconds. */
const patience = 300_000;

/** What `oneplan` with `command` uses for a plan that holds `text`. @throws Error when it does not end. */
export function usedByCommandLine(command: readonly string[], text: string): Usage {
  const folder = mkdtempSync(join(tmpdir(), 'oneplan-shape-'));
  try {
    writeFileSync(join(folder, 'shape.plan.yaml'), text);
    const used = join(folder, 'used');
    const args = [...measured, join(root, 'dist/cli.js'), ...command, 'shape.plan.yaml'];
    const env = { ...environment(), RESOURCE_USAGE: used };
    const { status, signal } = spawnSync(process.execPath, args, {
      cwd: folder,
      env,
      stdio: 'ignore',
      timeout: patience,
    });
    if (status === null || status > 1) throw new Error(`ended with ${status ?? signal}`);
    return usageIn(used);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the server uses to open `text`, tell its findings, and answer a hover, a completion and a question for symbols. */
export async function usedByServer(text: string): Promise<Usage> {
  const client = new LanguageClient({
    command: [join(root, 'dist/server.js'), '--stdio'],
    environment: environment(),
    measured: true,
  });
  await client.initialize({ processId: process.pid, rootUri: null, workspaceFolders: null, capabilities: {} });
  await client.open(uri, text);
  await client.until('findings', () => client.published.some(published => published.uri === uri));
  const textDocument = { uri };
  const position = { line: Math.floor(text.split('\n').length / 2), character: 5 };
  await client.connection.sendRequest('textDocument/hover', { textDocument, position });
  await client.connection.sendRequest('textDocument/completion', { textDocument, position });
  await client.connection.sendRequest('textDocument/documentSymbol', { textDocument });
  const used = await client.usage();
  await client.kill();
  return used;
}
