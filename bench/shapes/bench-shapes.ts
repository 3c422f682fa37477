/**
 * Measures every shape at n, 2n and 4n characters, and prints a table: `npm run bench -- shapes`, with `--only <words>` for
 * some, `--largest <characters>` for another 4n, and `--write` to put it into `docs/shapes.md`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Usage } from '../../test/support/resource-usage';
import { root } from '../peers';
import { growth } from '../statistics';
import { shapes } from './index';
import { usedByCommandLine, usedByServer } from './measure';
import type { Shape } from './shape';

interface Row {
  readonly name: string;
  readonly commandLine: readonly Usage[];
  readonly server: readonly Usage[];
  readonly failed: string | undefined;
}

/** Below so many milliseconds beside the start of a process nothing can be said of how time grows. */
const TELLING = 250;
const bounds = { time: 2_000, memory: 512, exponent: 1.3 };

export async function benchShapes(args: readonly string[]): Promise<void> {
  const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const largest = Number(option('--largest') ?? 1_048_576);
  const only = option('--only');
  const sizes = [largest / 4, largest / 2, largest];
  const small = 'one_plan: 1\ntitle: A plan\n';
  const start = { commandLine: usedByCommandLine(['lint'], small), server: await usedByServer(small) };
  const rows: Row[] = [];
  for (const shape of shapes) {
    if (only !== undefined && !shape.name.includes(only)) continue;
    rows.push(await measure(shape, sizes));
    console.log(lineOf(rows.at(-1), sizes, start));
  }
  const lines = [...headOf(sizes, start), ...rows.map(row => lineOf(row, sizes, start)), ''];
  if (args.includes('--write')) writeFileSync(join(root, 'docs/shapes.md'), lines.join('\n'));
}

async function measure(shape: Shape, sizes: readonly number[]): Promise<Row> {
  const commandLine: Usage[] = [];
  const server: Usage[] = [];
  try {
    for (const size of sizes) {
      const text = shape.text(size);
      commandLine.push(usedByCommandLine(shape.command ?? ['lint'], text));
      if (!shape.command) server.push(await usedByServer(text));
    }
  } catch (error) {
    return { name: shape.name, commandLine, server, failed: error instanceof Error ? error.message : String(error) };
  }
  return { name: shape.name, commandLine, server, failed: undefined };
}

interface Start {
  readonly commandLine: Usage;
  readonly server: Usage;
}

function headOf(sizes: readonly number[], { commandLine, server }: Start): readonly string[] {
  const kilobytes = sizes.map(size => `${Math.round(size / 1024)}`).join(' · ');
  return [
    '# Shapes of input',
    '',
    'Made by `npm run bench -- shapes --write`. Each text is checked by the command line, and opened in the language server,',
    'which is asked for a hover, a completion and its symbols as well. Times are seconds of the processor, of all threads of',
    `whole processes, for texts of ${kilobytes} KB; an empty plan takes ${seconds(commandLine)} and ${seconds(server)}. Memory is the most`,
    'megabytes that were held for the largest. The exponent says how time grows beside that of an empty plan (1: twice the',
    'text, twice the time), where there is enough of it to tell. What is outside of its bounds is **bold**.',
    '',
    '| shape | command line | exponent | memory | server | exponent | memory |',
    '|---|---|---|---|---|---|---|',
  ];
}

function lineOf(row: Row | undefined, sizes: readonly number[], start: Start): string {
  if (!row) return '';
  const cells = [...cellsOf(row.commandLine, sizes, start.commandLine), ...cellsOf(row.server, sizes, start.server)];
  return `| ${row.name}${row.failed === undefined ? '' : ` **${row.failed}**`} | ${cells.join(' | ')} |`;
}

function cellsOf(used: readonly Usage[], sizes: readonly number[], start: Usage): readonly string[] {
  const last = used.at(-1);
  if (!last) return ['', '', ''];
  const marked = (text: string, isOut: boolean) => (isOut ? `**${text}**` : text);
  const points = used.map(({ processor }, index) => ({
    size: sizes[index] ?? 0,
    time: Math.max(10, processor - start.processor),
  }));
  const exponent = growth(points);
  const isTelling = points.length === sizes.length && (points.at(-1)?.time ?? 0) > TELLING;
  return [
    marked(used.map(seconds).join(' · '), last.processor > bounds.time),
    isTelling ? marked(exponent.toFixed(1), exponent > bounds.exponent) : '',
    marked(last.memory.toFixed(0), last.memory > bounds.memory),
  ];
}

function seconds({ processor }: Usage): string {
  return (processor / 1_000).toFixed(2);
}
