/**
 * Key press → findings, opening, completion, hover, memory and start of our server, of yaml-language-server with our schema,
 * and of a server that finds nothing. Each plan is open in all of them at once, and they take turns.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import { parseDocument } from 'yaml';
import { peerFile, program, root } from './peers';
import { planOf } from './plan-of';
import { growth, median, p95, table } from './statistics';
import { type Server, TimedClient } from './timed-client';

const sizes = [300, 2_000, 20_000, 100_000];
const ours = 'One Plan';
const echo = 'echo';

interface Figures {
  readonly server: string;
  readonly size: number;
  readonly open: number;
  readonly keys: readonly number[];
  readonly completion: number;
  readonly hover: number;
  readonly memory: number | undefined;
}

/** Times `presses` key presses for each plan and server, and prints the tables. */
export async function benchLanguageServers(presses: number): Promise<void> {
  const servers = await everyone();
  await printStarts(servers);
  const figures: Figures[] = [];
  for (const size of sizes) figures.push(...(await timeSize(servers, size, presses)));
  const of = (server: string, size: number) => figures.find(figure => figure.server === server && figure.size === size);
  console.log(`\nIn the editor (median and p95 of ${presses} key presses; "×" is our time divided by theirs)\n`);
  const rows = figures.map(figure => {
    const mine = of(ours, figure.size);
    const ratio = mine && figure.server !== ours ? `${(median(mine.keys) / median(figure.keys)).toFixed(3)} ×` : '';
    return [
      `${figure.size.toLocaleString('en-GB')} lines, ${figure.server}`,
      ms(median(figure.keys)),
      ms(p95(figure.keys)),
      ratio,
      ms(figure.open),
      figure.server === echo ? '–' : ms(figure.completion),
      figure.server === echo ? '–' : ms(figure.hover),
      figure.memory === undefined ? '' : `${figure.memory.toFixed(0)} MB`,
    ];
  });
  console.log(table([['', 'key press', 'p95', 'to theirs', 'open', 'completion', 'hover', 'memory'], ...rows]));
  const large = 20_000;
  const parse = parseTime(planOf(large));
  const open = of(ours, large)?.open ?? Number.NaN;
  console.log(
    `\nOpening ${large.toLocaleString('en-GB')} lines: ${(open / parse).toFixed(2)} × a plain yaml parse (${ms(parse)})`,
  );
  const points = sizes.slice(1).map(size => ({ size, time: median(of(ours, size)?.keys ?? []) }));
  console.log(`Growth of a key press from 2,000 to 100,000 lines: exponent ${growth(points).toFixed(2)}`);
}

async function everyone(): Promise<readonly Server[]> {
  const yaml = peerFile('yaml-language-server', 'bin/yaml-language-server');
  const schema = pathToFileURL(join(root, 'schemas/plan.schema.json')).href;
  const settings = {
    yaml: {
      schemas: { [schema]: '*.plan.yaml' },
      schemaStore: { enable: false },
      validate: true,
      completion: true,
      hover: true,
    },
  };
  return [
    { name: ours, command: [join(root, 'dist/server.js'), '--stdio'], settings: {} },
    ...(yaml ? [{ name: 'yaml-language-server', command: [yaml, '--stdio'], settings }] : []),
    { name: echo, command: [await program('echo-server'), '--stdio'], settings: {} },
  ];
}

async function printStarts(servers: readonly Server[]): Promise<void> {
  const times = new Map<string, number[]>(servers.map(({ name }) => [name, []]));
  for (let turn = 0; turn < 15; turn++) {
    for (const server of servers) {
      const { client, time } = await TimedClient.start(server);
      client.stop();
      times.get(server.name)?.push(time);
    }
  }
  const least = median(times.get(echo) ?? []);
  console.log('\nFrom the start of a server to its answer to "initialize" (median of 15)\n');
  const rows = servers.map(({ name }) => [
    name,
    ms(median(times.get(name) ?? [])),
    `${(median(times.get(name) ?? []) / least).toFixed(2)} × echo`,
  ]);
  console.log(table(rows));
}

async function timeSize(servers: readonly Server[], size: number, presses: number): Promise<readonly Figures[]> {
  const text = planOf(size);
  const lines = text.split('\n');
  // In the middle of a value from a list: a letter more makes a finding, a letter less takes it away.
  const types = lines.flatMap((line, index) => (line === '    type: review' ? [index] : []));
  const line = types[types.length >> 1] ?? 0;
  const end = lines[line]?.length ?? 0;
  const spoken = (found: readonly Diagnostic[]) => found.some(({ range }) => range.start.line === line);
  const running = [];
  for (const server of servers) {
    const { client } = await TimedClient.start(server);
    const open = await client.open(text, server.name === 'yaml-language-server' ? 'yaml' : 'oneplan');
    running.push({
      server: server.name,
      client,
      open,
      keys: [] as number[],
      asked: { completion: [] as number[], hover: [] as number[] },
    });
  }
  try {
    for (let press = 0; press < presses; press++) {
      for (const { server, client, keys } of running) {
        const anything = server === echo;
        const wrong = press % 2 === 0;
        const expected = (found: readonly Diagnostic[]) => anything || spoken(found) === wrong;
        const time = wrong
          ? await client.change(line, end, end, 'x', expected)
          : await client.change(line, end, end + 1, '', expected);
        // The first presses find code that is still being compiled.
        if (press >= 4) keys.push(time);
      }
    }
    for (let turn = 0; turn < 5; turn++) {
      for (const { server, client, asked } of running) {
        if (server === echo) continue;
        asked.completion.push(await client.ask('textDocument/completion', line, end));
        asked.hover.push(await client.ask('textDocument/hover', line, 6));
      }
    }
    return running.map(({ server, client, open, keys, asked }) => ({
      server,
      size,
      open,
      keys,
      completion: median(asked.completion),
      hover: median(asked.hover),
      memory: client.memory(),
    }));
  } finally {
    for (const { client } of running) client.stop();
  }
}

/** The first parse of `text` by the yaml package in this process, whose code is as cold as a server's. */
function parseTime(text: string): number {
  const begun = performance.now();
  parseDocument(text, { uniqueKeys: false, prettyErrors: false });
  return performance.now() - begun;
}

function ms(time: number): string {
  return Number.isNaN(time) ? 'failed' : `${time.toFixed(time < 10 ? 1 : 0)} ms`;
}
