/**
 * Runs the tests inside the extension host with mocha and reports each result over the bridge as it comes.
 * A test that is skipped or that stands alone (`only`) counts as a failure, and so does a run without tests.
 */

import Mocha from 'mocha';
import type { Report } from '../harness/bridge.js';
import { patience } from '../harness/patience.js';
import { person, tell } from './person.js';

/** A test that waits says sooner what did not come; this ends one that hangs. */
const TEST_TIMEOUT = 120_000;

/** Loads the test files, runs them and rejects when anything failed. `load` holds one function a file. */
export async function runTests(load: readonly (() => unknown)[]): Promise<void> {
  // Results go over the bridge; mocha's base reporter prints nothing.
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: patience(TEST_TIMEOUT),
    forbidOnly: true,
    forbidPending: true,
    reporter: Mocha.reporters.Base,
  });
  const grep = process.env['ONEPLAN_TEST_GREP'];
  if (grep) mocha.grep(new RegExp(grep));
  for (const [index, file] of load.entries()) {
    mocha.suite.emit('pre-require', globalThis as unknown as Mocha.MochaGlobals, `file ${index}`, mocha);
    file();
  }
  const { passed, failed } = await run(mocha);
  if (failed > 0 || passed === 0) throw new Error(`${failed} failed, ${passed} passed`);
}

function run(mocha: Mocha): Promise<{ readonly passed: number; readonly failed: number }> {
  const told: Promise<void>[] = [];
  const report = (result: Report) => told.push(tell(result));
  return new Promise((resolve, reject) => {
    let passed = 0;
    let failed = 0;
    const runner = mocha.run(() => {
      Promise.all(told)
        .then(() => tell({ kind: 'done', passed, failed }))
        .then(() => resolve({ passed, failed }), reject);
    });
    runner.on('pass', test => {
      passed++;
      report({ kind: 'passed', title: test.fullTitle(), milliseconds: test.duration ?? 0 });
    });
    runner.on('fail', (test, error: Error) => {
      failed++;
      const seen = person.screenshot(`failed ${test.fullTitle()}`).catch(() => 'no screenshot');
      told.push(
        seen.then(file => tell({ kind: 'failed', title: test.fullTitle(), error: `${error.stack ?? error}\n${file}` })),
      );
    });
  });
}
