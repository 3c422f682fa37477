/**
 * Texts made to exhaust a reader, each opened three times by the server, alone, and three times by the command line, as the
 * end of a plan: an answer in two seconds of a processor each time, the same one, from processes that hold no more than 512 MB.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { LspClient } from '../support/lsp-client';
import { folderWith, program } from '../support/oneplan';
import { assertKept, measured, type Usage, usageIn } from '../support/resource-usage';
import { smallPlan } from '../support/small-plans';
import { bombs, soundBombs } from './bombs';
import { inTime } from './promises';

/** Megabytes, of which Node itself takes a part. */
const most = 512;
const limits = ['--max-old-space-size=400'];
/** What the program itself takes to start, in milliseconds. */
const start = 1_000;

describe('a text made to exhaust a reader', () => {
  let client: LspClient;

  before(async () => {
    client = await LspClient.start({ nodeOptions: limits, measured: true });
  });
  after(async () => {
    assertModest(await client.usage());
    assert.equal(await client.stop(), 0);
    assert.deepEqual(client.log, []);
  });

  for (const [name, text] of Object.entries({ ...bombs, ...soundBombs })) {
    it(`is answered in time: ${name}`, async () => {
      const [found] = await Promise.all([askServer(text), askCommandLine(text)]);
      if (name in bombs) assert.notEqual(found, '[]', 'something is found');
    });
  }

  async function askServer(text: string): Promise<string> {
    const uri = 'file:///plans/bomb.plan.yaml';
    const answers = new Set<string>();
    for (let time = 0; time < 3; time++) {
      await client.open(uri, text);
      const used = await client.processorTime(async () => {
        answers.add(JSON.stringify(await client.diagnostics(uri)));
      });
      assertKept(inTime, used, 'the server');
      await client.close(uri);
    }
    assert.equal(answers.size, 1);
    return [...answers].join();
  }

  async function askCommandLine(text: string): Promise<void> {
    const inPlan = `${smallPlan()}\nnarrative:\n  more: x\n${text}`;
    const names = ['a.yaml', 'b.yaml', 'c.yaml'];
    const folder = folderWith(Object.fromEntries(names.map(name => [name, inPlan])));
    const file = join(folder, 'used');
    const { status, out, told } = await runProgram(folder, ['lint', '--format', 'json', ...names], file);
    assert.equal(told, '');
    assert.equal(status, 1);
    const used = usageIn(file);
    assertKept(start + 3 * inTime, used.processor, 'the command line');
    const files: { path: string; problems: { rule: string }[] }[] = JSON.parse(out).files;
    assert.equal(files.length, names.length);
    const answers = files.map(({ path, problems }) => JSON.stringify(problems.filter(isOfText)).replaceAll(path, ''));
    assert.equal(new Set(answers).size, 1);
    assertModest(used);
  }
});

interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly told: string;
}

function runProgram(folder: string, args: readonly string[], usageFile: string): Promise<Outcome> {
  const options = { cwd: folder, maxBuffer: 256 * 1024 * 1024, env: { ...process.env, RESOURCE_USAGE: usageFile } };
  return new Promise(resolve => {
    const child = execFile(process.execPath, [...measured, ...limits, program, ...args], options, (_, out, told) =>
      resolve({ status: child.exitCode ?? -1, out, told }),
    );
  });
}

/** Three plans of one place are told of each other. */
function isOfText({ rule }: { readonly rule: string }): boolean {
  return rule !== 'two-plans-one-place';
}

function assertModest({ memory }: Usage): void {
  assert.ok(memory > 10 && memory <= most, `${Math.round(memory)} MB`);
}
