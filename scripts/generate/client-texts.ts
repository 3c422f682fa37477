/**
 * Collects the texts that the extension shows (`vscode.l10n.t`) into the bundle that translators start from. A text that
 * is put together in the code could not be translated, so it is refused.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './schema-file';

/** The bundle by its path: each text under itself, in the order of the alphabet. */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  const folder = join(root, 'client/src');
  const files = (await readdir(folder)).filter(name => name.endsWith('.ts')).sort();
  const texts = new Set<string>();
  for (const file of files)
    for (const text of textsIn(await readFile(join(folder, file), 'utf8'), file)) texts.add(text);
  const bundle = Object.fromEntries([...texts].sort().map(text => [text, text]));
  return new Map([['l10n/bundle.l10n.json', `${JSON.stringify(bundle, null, 2)}\n`]]);
}

/** The texts of one file. Throws where one is not a plain text in quotes. */
function textsIn(code: string, file: string): readonly string[] {
  return [...code.matchAll(/l10n\.t\(\s*/g)].map(call => {
    const start = call.index + call[0].length;
    const literal = /^(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")\s*[,)]/.exec(code.slice(start));
    const written = literal?.[1] ?? literal?.[2];
    if (written === undefined) throw new Error(`client/src/${file}: a text for translation must be one plain text.`);
    return written.replace(/\\(.)/g, '$1');
  });
}
