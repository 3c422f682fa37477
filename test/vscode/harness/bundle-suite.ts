/** Bundles the tests for the extension host: one file, with `vscode` given by the host and mocha from the project. */

import * as fs from 'node:fs';
import * as path from 'node:path';
import { build } from 'esbuild';
import { bundledTests, root } from './places.js';

/** Makes `dist/test-vscode/<name>.js` from the runner and every `*.test.ts` of the folder `name`; its path. */
export async function bundleSuite(name: string): Promise<string> {
  const folder = path.join(root, 'test', 'vscode', name);
  const tests = fs.readdirSync(folder).filter(name => name.endsWith('.test.ts'));
  if (tests.length === 0) throw new Error(`There is no test in ${folder}.`);
  const imports = tests.sort().map(name => `() => require('./${name}')`);
  const outfile = bundledTests(name);
  await build({
    stdin: {
      contents: `import { runTests } from '../suite/run-tests';\nexport const run = () => runTests([${imports.join(', ')}]);`,
      resolveDir: folder,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return outfile;
}
