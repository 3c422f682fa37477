/** Bundles the tests for the extension host: one file, with `vscode` given by the host and mocha from the project. */

import * as fs from 'node:fs';
import * as path from 'node:path';
import { build } from 'esbuild';
import { bundledSuite, root } from './places.js';

/** Makes `dist/test-vscode/index.js` from the runner and every `suite/*.test.ts`. */
export async function bundleSuite(): Promise<void> {
  const folder = path.join(root, 'test', 'vscode', 'suite');
  const tests = fs.readdirSync(folder).filter(name => name.endsWith('.test.ts'));
  if (tests.length === 0) throw new Error('There is no test in test/vscode/suite.');
  const imports = tests.sort().map(name => `() => require('./${name}')`);
  await build({
    stdin: {
      contents: `import { runTests } from './run-tests';\nexport const run = () => runTests([${imports.join(', ')}]);`,
      resolveDir: folder,
      loader: 'ts',
    },
    outfile: bundledSuite,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}
