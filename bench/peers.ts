/** The programs that we are timed beside: from the registry, in exact versions, kept in `.bench/`. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

export const root = dirname(__dirname);

/** Where everything of the bench is kept that is not a source. */
export const cache = join(root, '.bench');

const versions = { 'yaml-language-server': '2.0.0', '@stoplight/spectral-cli': '6.16.3' };

/** A file of an installed peer, or `undefined` when it cannot be had; installed on first use. */
export function peerFile(name: keyof typeof versions, file: string): string | undefined {
  const folder = join(cache, 'peers');
  const path = join(folder, 'node_modules', name, file);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'package.json'))) writeFileSync(join(folder, 'package.json'), '{"private": true}\n');
  console.log(`Installing ${name} ${versions[name]} into .bench/ …`);
  const args = [
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '-E',
    `${name}@${versions[name]}`,
  ];
  const { status } = spawnSync('npm', args, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  return status === 0 && existsSync(path) ? path : undefined;
}

/** One of the small programs in `bench/programs`, bundled as ours are. */
export async function program(name: 'echo-server' | 'parse-yaml' | 'nothing'): Promise<string> {
  const outfile = join(cache, `${name}.js`);
  await build({
    entryPoints: [join(root, 'bench/programs', `${name}.ts`)],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    logLevel: 'warning',
  });
  return outfile;
}

/** The environment of every timed process: without what some machines add to each start of Node. */
export function environment(): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...rest } = process.env;
  return rest;
}
