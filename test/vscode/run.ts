/**
 * The one entry of the tests in a real VS Code. It opens a window (the desktop's VS Code where that can be downloaded and
 * shown, otherwise the registry's) for each way in which the extension comes, lets the tests run in its extension host and
 * ends with `vscode: N passed, N failed`.
 * Exit status: 0 all passed, 1 a test failed or the window died.
 */

import { rmSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { type Bridge, openBridge, type Report } from './harness/bridge.js';
import { bundleSuite } from './harness/bundle-suite.js';
import { exists } from './harness/cached-install.js';
import { killChildrenAtExit } from './harness/child-process.js';
import { downloadDesktop, openDesktopWindow } from './harness/desktop-window.js';
import { patience } from './harness/patience.js';
import { type Deeds, personAt } from './harness/person.js';
import { results, root, sample, workspaceTemplate } from './harness/places.js';
import { inWideLetters, type PreparedExtension, packaged, sources, WIDE } from './harness/prepared-extension.js';
import { openRegistryWindow } from './harness/registry-window.js';
import type { TestWindow, WindowRequest } from './harness/test-window.js';

/** For a machine that does nothing else, in milliseconds. */
const RUN_TIMEOUT = 600_000;

/** A folder of tests, with the extension that they are about. */
interface Round {
  readonly tests: string;
  readonly prepare: (folder: string) => Promise<PreparedExtension>;
  readonly language?: string;
}

const rounds: readonly Round[] = [
  { tests: 'suite', prepare: sources },
  { tests: 'packaged', prepare: packaged },
  { tests: 'another-language', prepare: inWideLetters, language: WIDE },
];

interface Outcome {
  passed: number;
  failed: number;
  done: boolean;
}

killChildrenAtExit();
main().then(
  status => process.exit(status),
  error => {
    console.error(error);
    process.exit(1);
  },
);

async function main(): Promise<number> {
  for (const built of ['extension.js', 'server.js']) {
    if (await exists(path.join(root, 'dist', built))) continue;
    throw new Error(`dist/${built} is not there. Build the extension first.`);
  }
  await fs.rm(path.join(results, 'screenshots'), { recursive: true, force: true });
  await fs.mkdir(results, { recursive: true });
  const only = option('--in') ?? (option('--grep') === undefined ? undefined : 'suite');
  const total = { passed: 0, failed: 0 };
  for (const round of rounds) {
    if (only !== undefined && round.tests !== only) continue;
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'oneplan-vscode-'));
    // However the run ends; the editor's processes have been killed by then.
    process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
    const { passed, failed } = await runIn(folder, round);
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`vscode: ${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

/** The word behind `name` on the command line. */
function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

async function runIn(folder: string, round: Round): Promise<Outcome> {
  const outcome: Outcome = { passed: 0, failed: 0, done: false };
  const log: string[] = [];
  const logFile = path.join(results, `vscode-${round.tests}.log`);
  let seat: (person: Deeds | Promise<Deeds>) => void = () => {};
  const person = new Promise<Deeds>(resolve => {
    seat = resolve;
  });
  const bridge = await openBridge(person, report => note(outcome, report));
  let window: TestWindow | undefined;
  try {
    window = await openWindow(await request(folder, bridge, round), line => log.push(line));
    console.log(`Running ${round.tests} in ${window.name}`);
    seat(window.page.then(personAt));
    await withinTime(window.ended);
  } catch (error) {
    // A runner that ended with failures has reported them already.
    if (!outcome.done) console.error(String(error));
  } finally {
    await window?.close();
    bridge.close();
    await fs.writeFile(logFile, `${log.join('\n')}\n`);
  }
  if (!outcome.done) {
    outcome.failed++;
    console.error(`The tests broke off. The log is in ${path.relative(root, logFile)}; it ends:`);
    console.error(
      log
        .map(entry => entry.split('\n', 1)[0])
        .slice(-15)
        .join('\n'),
    );
  }
  return outcome;
}

/** What to open: a copy of the workspace, with the extension as the round is to have it. */
async function request(folder: string, bridge: Bridge, { tests, prepare, language }: Round): Promise<WindowRequest> {
  const workspace = path.join(folder, 'workspace');
  await fs.cp(workspaceTemplate, workspace, { recursive: true });
  await fs.cp(sample, path.join(workspace, 'wirral.plan.yaml'));
  const profile = path.join(folder, 'profile');
  await fs.mkdir(profile);
  const grep = option('--grep');
  return {
    workspace,
    profile,
    ...(await prepare(folder)),
    tests: await bundleSuite(tests),
    language,
    environment: { ONEPLAN_TEST_BRIDGE: bridge.address, ...(grep ? { ONEPLAN_TEST_GREP: grep } : {}) },
  };
}

/** `ONEPLAN_VSCODE=desktop` or `registry` decides; otherwise the desktop's, and the registry's where that fails. */
async function openWindow(asked: WindowRequest, log: (line: string) => void): Promise<TestWindow> {
  const choice = process.env['ONEPLAN_VSCODE'];
  if (choice === 'registry') return openRegistryWindow(asked, log);
  try {
    return await openDesktopWindow(await downloadDesktop(), asked);
  } catch (error) {
    if (choice === 'desktop') throw error;
    console.log(`The desktop VS Code cannot be used here (${error instanceof Error ? error.message : error}).`);
    return openRegistryWindow(asked, log);
  }
}

function note(outcome: Outcome, report: Report): void {
  if (report.kind === 'passed') {
    outcome.passed++;
    console.log(`  ok ${report.title} (${report.milliseconds} ms)`);
  } else if (report.kind === 'failed') {
    outcome.failed++;
    console.error(`  FAILED ${report.title}\n${report.error}`);
  } else {
    outcome.done = true;
  }
}

async function withinTime(ended: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = patience(RUN_TIMEOUT);
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`The tests did not end in ${Math.round(limit / 60_000)} minutes.`)),
      limit,
    );
  });
  await Promise.race([ended, late]).finally(() => clearTimeout(timer));
}
