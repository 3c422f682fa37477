/**
 * The extension as each window is to have it: its sources, the package that is made of them, or a copy that speaks an
 * invented language. Nothing is written into the sources.
 */

import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { runToEnd } from './child-process.js';
import { root } from './places.js';
import { widened } from './wide-language.js';

/** What a window loads: a folder, and a package to install beside it. */
export interface PreparedExtension {
  readonly extension: string;
  readonly vsix: string | undefined;
}

/** The sources with what the build put in `dist/`. */
export async function sources(): Promise<PreparedExtension> {
  return { extension: root, vsix: undefined };
}

/** Packages the extension by `npm run package`, or takes the package that `ONEPLAN_VSIX` names. */
export async function packaged(folder: string): Promise<PreparedExtension> {
  const given = process.env['ONEPLAN_VSIX'];
  const vsix = given ? path.resolve(given) : path.join(folder, 'oneplan.vsix');
  if (!given) await runToEnd('npm', ['run', 'package', '--', '--out', vsix], { cwd: root, timeout: 300_000 });
  return { extension: await emptyExtension(folder), vsix };
}

/** The sources in another language: each text as `widened` gives it. */
export async function inWideLetters(folder: string): Promise<PreparedExtension> {
  const extension = path.join(folder, 'wide');
  await fs.mkdir(path.join(extension, 'l10n'), { recursive: true });
  // Copied, not linked: VS Code knows by the path of the program which extension's texts it asks for.
  for (const part of ['package.json', 'package.nls.json', 'client', 'dist', 'docs'])
    await fs.cp(path.join(root, part), path.join(extension, part), { recursive: true });
  await translate('package.nls.json', path.join(extension, `package.nls.${WIDE}.json`));
  await translate('l10n/bundle.l10n.json', path.join(extension, 'l10n', `bundle.l10n.${WIDE}.json`));
  return { extension, vsix: undefined };
}

/** The invented language, as VS Code is told of it. */
export const WIDE = 'x-wide';

async function translate(from: string, to: string): Promise<void> {
  const texts: Readonly<Record<string, string>> = JSON.parse(await fs.readFile(path.join(root, from), 'utf8'));
  const translated = Object.entries(texts).map(([name, text]) => [name, widened(text)]);
  await fs.writeFile(to, JSON.stringify(Object.fromEntries(translated)));
}

/** VS Code runs tests only for an extension under development: beside an installed package that is an empty one. */
async function emptyExtension(folder: string): Promise<string> {
  const extension = path.join(folder, 'empty');
  await fs.mkdir(extension);
  const manifest = { name: 'empty', publisher: 'test', version: '0.0.1', engines: { vscode: '^1.91.0' } };
  await fs.writeFile(path.join(extension, 'package.json'), JSON.stringify(manifest));
  return extension;
}
