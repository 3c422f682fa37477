/** The language server as a process: over standard input and output for any editor, over IPC for VS Code. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { diskSource } from '../files/disk-source';
import { clientFiles } from '../lsp/client-files';
import { connectionOptions } from '../lsp/connection-options';
import type { FileSource } from '../lsp/file-source';
import type { Guard } from '../lsp/guard';
import { startServer } from '../lsp/server';
import type { Host } from '../lsp/session';
import { schemeOf } from '../workspace/uri';
import { standardConnection } from './standard-streams';
import { timeLimit } from './time-limit';

const host: Host = {
  files: (connection, client) => bothFiles(diskSource, clientFiles(connection, client)),
  rulePage: rule => {
    const page = join(__dirname, '..', 'docs', 'rules', `${rule}.md`);
    return existsSync(page) ? pathToFileURL(page).href : undefined;
  },
  timeLimit,
};

// These make the yaml package print debug output, which would corrupt the messages.
for (const variable of ['LOG_STREAM', 'LOG_TOKENS']) delete process.env[variable];
// Standard input and output are the default for an editor that names no transport.
const isElsewhere = process.argv.some(given => /^--(?:node-ipc|socket|pipe)/.test(given));
if (!isElsewhere && !process.argv.includes('--stdio')) process.argv.push('--stdio');
// The connection to the editor is closed.
process.once('disconnect', () => process.exit(1));
const guard: Guard = startServer(
  isElsewhere ? createConnection(ProposedFeatures.all, connectionOptions) : standardConnection(() => guard.isShutDown),
  host,
);

/** Files of this machine are read here; those of a virtual workspace only the client can read. */
function bothFiles(disk: FileSource, client: FileSource): FileSource {
  const sourceOf = (key: string) => (schemeOf(key) === 'file' ? disk : client);
  return {
    read: (key, roots) => sourceOf(key).read(key, roots),
    findPlans: folder => sourceOf(folder).findPlans(folder),
    isRepository: folder => sourceOf(folder).isRepository(folder),
  };
}
