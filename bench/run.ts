/**
 * Times the command line and the language server beside their peers, and prints ratios: read those, not the milliseconds,
 * which depend on the machine. `npm run bench -- cli` or `-- server` runs one half; `--quick` takes fewer turns. What
 * hostile texts cost is measured by `npm run bench -- shapes`.
 */
import { mkdirSync } from 'node:fs';
import { benchBrokenStates } from './broken-states';
import { benchCommandLine } from './command-line';
import { benchLanguageServers } from './language-servers';
import { cache } from './peers';
import { benchShapes } from './shapes/bench-shapes';

async function main(args: readonly string[]): Promise<void> {
  const quick = args.includes('--quick');
  const wanted = (part: string) => args.includes(part) || !args.some(arg => arg === 'cli' || arg === 'server');
  mkdirSync(cache, { recursive: true });
  if (args.includes('shapes')) return benchShapes(args);
  if (wanted('cli')) await benchCommandLine(quick ? 3 : 11);
  if (wanted('server')) await benchLanguageServers(quick ? 14 : 44);
  if (wanted('server')) await benchBrokenStates(quick ? 8 : 22);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  error => {
    console.error(error);
    process.exit(1);
  },
);
