/**
 * Builds `dist/`: one minified file for each entry, with everything bundled in it that it needs. An entry whose source is
 * not there is left out. `--source-maps` adds maps for stepping through the sources.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));

/** What is built: `node` for a process, `browser` for a web worker. */
const entries = [
  { from: 'server/src/node/cli.ts', to: 'cli.js', platform: 'node', banner: '#!/usr/bin/env node' },
  { from: 'server/src/node/server.ts', to: 'server.js', platform: 'node' },
  { from: 'server/src/browser/server.ts', to: 'server.browser.js', platform: 'browser' },
  { from: 'client/src/extension.node.ts', to: 'extension.js', platform: 'node' },
  { from: 'client/src/extension.browser.ts', to: 'extension.browser.js', platform: 'browser' },
];

const present = entries.filter(({ from }) => existsSync(join(root, from)));
await Promise.all(present.map(bundle));

async function bundle({ from, to, platform, banner }) {
  const worker = platform === 'browser' && from.startsWith('server/');
  await build({
    absWorkingDir: root,
    entryPoints: [from],
    outfile: `dist/${to}`,
    bundle: true,
    minify: true,
    platform,
    // VS Code loads its extensions as CommonJS in the browser too; a worker has no module system.
    format: worker ? 'iife' : 'cjs',
    target: platform === 'node' ? 'node20.19' : 'es2022',
    external: from.startsWith('client/') ? ['vscode'] : [],
    banner: banner ? { js: banner } : {},
    legalComments: 'none',
    sourcemap: process.argv.includes('--source-maps'),
    logLevel: 'warning',
  });
}
