/** Key presses that break the text of a long plan, as nearly every line is broken while it is typed, beside a plain parse. */
import { join } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import { parseDocument } from 'yaml';
import { root } from './peers';
import { planOf } from './plan-of';
import { median, p95, table } from './statistics';
import { TimedClient } from './timed-client';

interface State {
  readonly name: string;
  readonly line: number;
  readonly column: number;
  /** What is taken away there, and what is written instead. */
  readonly taken: string;
  readonly typed: string;
}

const size = 20_000;

/** Breaks the plan and puts it right `turns` times in each way, and prints how long the findings took. */
export async function benchBrokenStates(turns: number): Promise<void> {
  const text = planOf(size);
  const { client } = await TimedClient.start({
    name: 'One Plan',
    command: [join(root, 'dist/server.js'), '--stdio'],
    settings: {},
  });
  const times = new Map<string, number[]>();
  const parses: number[] = [];
  try {
    await client.open(text, 'oneplan');
    for (let turn = 0; turn < turns; turn++) {
      for (const state of statesOf(text)) {
        const time = await breakAndMend(client, state);
        // The first time finds code that is still being compiled.
        if (turn > 0) times.set(state.name, [...(times.get(state.name) ?? []), time]);
      }
      const begun = performance.now();
      parseDocument(text, { uniqueKeys: false, prettyErrors: false });
      if (turn > 0) parses.push(performance.now() - begun);
    }
  } finally {
    client.stop();
  }
  const parse = median(parses);
  const all = [...times.values()].flat();
  const row = (name: string, own: readonly number[]) => [
    name,
    `${median(own).toFixed(0)} ms`,
    `${p95(own).toFixed(0)} ms`,
    `${(p95(own) / parse).toFixed(2)} ×`,
  ];
  console.log(`\nText that is broken, ${size.toLocaleString('en-GB')} lines (a plain parse: ${parse.toFixed(0)} ms)\n`);
  const rows = [...times].map(([name, own]) => row(name, own));
  console.log(table([['', 'key press', 'p95', 'p95 to a parse'], ...rows, row('all together', all)]));
}

function statesOf(text: string): readonly State[] {
  const lines = text.split('\n');
  const types = lines.flatMap((line, index) => (line === '    type: review' ? [index] : []));
  const line = types[types.length >> 1] ?? 0;
  const at = (name: string, where: number, column: number, taken: string, typed: string): State => {
    return { name, line: where, column, taken, typed };
  };
  return [
    at('a quote is opened', line, 10, '', '"'),
    at('a bracket is opened', line, 10, '', '{'),
    at('a line is no longer indented', line, 0, '    ', ''),
    at('a quote at the top of the file', 1, (lines[1] ?? '').indexOf(': ') + 2, '', '"'),
    at('a heading loses its colon', lines.indexOf('milestones:'), 'milestones'.length, ':', ''),
  ];
}

/** How long the findings took after the text was broken; it is whole again in the end. */
async function breakAndMend(client: TimedClient, { line, column, taken, typed }: State): Promise<number> {
  const isBroken = (found: readonly Diagnostic[]) => found.some(({ code }) => code === 'yaml-syntax');
  const time = await client.change(line, column, column + taken.length, typed, isBroken);
  await client.change(line, column, column + typed.length, taken, found => !isBroken(found));
  return time;
}
