/**
 * Builds `dist/`: one minified file for each entry, with everything bundled in it that it needs. What the command line
 * needs only now and then stands beside it in `dist/seldom/`, so that it starts fast. Both programs start from compiled
 * code, see `scripts/code-cache.mjs`; but with `--source-maps`, which adds maps for stepping through, they start plainly.
 * The licences of what is bundled are written beside them. An entry whose source is not there is left out.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeFastStart } from './scripts/code-cache.mjs';
import { writeNotices } from './scripts/notices.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const sourcemap = process.argv.includes('--source-maps');

/** Programs that start from compiled code. */
const startFast = sourcemap ? [] : ['cli', 'server'];

/** What is built: `node` for a process, `browser` for a web worker. */
const entries = [
  { from: 'server/src/node/cli.ts', to: 'cli.js', platform: 'node', plugins: [besideTheProgram()] },
  { from: 'server/src/node/server.ts', to: 'server.js', platform: 'node' },
  { from: 'server/src/browser/server.ts', to: 'server.browser.js', platform: 'browser' },
  { from: 'client/src/extension.node.ts', to: 'extension.js', platform: 'node' },
  { from: 'client/src/extension.browser.ts', to: 'extension.browser.js', platform: 'browser' },
];

/** Packages that a run of the command line loads only when it needs them. */
const seldom = ['csv-parse/sync', 'diff', 'globby', 'ignore', 'picocolors', 'yaml'];

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

const present = entries.filter(({ from }) => existsSync(join(root, from)));
const metafiles = await Promise.all([...present.map(bundle), ...seldom.map(bundlePackage)]);
for (const name of startFast) writeFastStart(join(root, 'dist'), name);
writeNotices(root, metafiles);

async function bundle({ from, to, platform, plugins = [] }) {
  const worker = platform === 'browser' && from.startsWith('server/');
  const isMain = startFast.some(name => to === `${name}.js`);
  const { metafile } = await build({
    ...common,
    entryPoints: [from],
    outfile: `dist/${isMain ? to.replace('.js', '.main.js') : to}`,
    platform,
    // VS Code loads its extensions as CommonJS in the browser too; a worker has no module system.
    format: worker ? 'iife' : 'cjs',
    target: platform === 'node' ? 'node20.19' : 'es2022',
    // A worker has no document: packages that come in a form for workers are taken in it.
    conditions: worker ? ['worker'] : [],
    external: from.startsWith('client/') ? ['vscode'] : [],
    plugins,
    // A fast start runs its bundle as a script, in which only `require` loads.
    supported: platform === 'node' ? { 'dynamic-import': false } : {},
    sourcemap,
  });
  return metafile;
}

async function bundlePackage(name) {
  const { metafile } = await build({
    ...common,
    stdin: { contents: `module.exports = require('${name}');`, resolveDir: root },
    outfile: `dist/seldom/${name}.js`,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
  });
  return metafile;
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
