/**
 * Builds `dist/`: one minified file for each entry, with everything bundled in it that it needs. What the command line
 * needs only now and then stands beside it in `dist/seldom/`, so that it starts fast; see `scripts/code-cache.mjs` for the
 * rest of its start. An entry whose source is not there is left out. `--source-maps` adds maps for stepping through.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeFastStart } from './scripts/code-cache.mjs';

const root = dirname(fileURLToPath(import.meta.url));

/** What is built: `node` for a process, `browser` for a web worker. */
const entries = [
  { from: 'server/src/node/cli.ts', to: 'cli.main.js', platform: 'node', plugins: [besideTheProgram()] },
  { from: 'server/src/node/server.ts', to: 'server.js', platform: 'node' },
  { from: 'server/src/browser/server.ts', to: 'server.browser.js', platform: 'browser' },
  { from: 'client/src/extension.node.ts', to: 'extension.js', platform: 'node' },
  { from: 'client/src/extension.browser.ts', to: 'extension.browser.js', platform: 'browser' },
];

/** Packages that a run of the command line loads only when it needs them. */
const seldom = ['commander', 'csv-parse/sync', 'diff', 'globby', 'ignore', 'picocolors', 'yaml'];

const common = { absWorkingDir: root, bundle: true, minify: true, legalComments: 'none', logLevel: 'warning' };

const present = entries.filter(({ from }) => existsSync(join(root, from)));
await Promise.all([...present.map(bundle), ...seldom.map(bundlePackage)]);
if (existsSync(join(root, 'dist/cli.main.js'))) await writeFastStart(join(root, 'dist'), 'cli');

async function bundle({ from, to, platform, plugins = [] }) {
  const worker = platform === 'browser' && from.startsWith('server/');
  await build({
    ...common,
    entryPoints: [from],
    outfile: `dist/${to}`,
    platform,
    // VS Code loads its extensions as CommonJS in the browser too; a worker has no module system.
    format: worker ? 'iife' : 'cjs',
    target: platform === 'node' ? 'node20.19' : 'es2022',
    // A worker has no document: packages that come in a form for workers are taken in it.
    conditions: worker ? ['worker'] : [],
    external: from.startsWith('client/') ? ['vscode'] : [],
    plugins,
    // The start of the command line runs its bundle as a script, in which only `require` loads.
    supported: platform === 'node' ? { 'dynamic-import': false } : {},
    sourcemap: process.argv.includes('--source-maps'),
  });
}

async function bundlePackage(name) {
  await build({
    ...common,
    stdin: { contents: `module.exports = require('${name}');`, resolveDir: root },
    outfile: `dist/seldom/${name}.js`,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
  });
}

/** Leaves the seldom needed packages out of a bundle; they are asked for by `require` when it comes to them. */
function besideTheProgram() {
  return {
    name: 'beside-the-program',
    setup(build) {
      const names = new RegExp(`^(?:${seldom.join('|')})$`);
      build.onResolve({ filter: names }, ({ path }) => ({ path: `./seldom/${path}.js`, external: true }));
    },
  };
}
