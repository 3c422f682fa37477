/** Reads files and folders of plans with the yaml package, and does nothing with them: what parsing alone costs. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';

for (const path of process.argv.slice(2)) {
  const files = statSync(path).isDirectory() ? readdirSync(path).map(name => join(path, name)) : [path];
  for (const file of files) parseDocument(readFileSync(file, 'utf8'), { uniqueKeys: false, prettyErrors: false });
}
