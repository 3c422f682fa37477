/**
 * The extension in a real browser, as VS Code for the web runs it: `npx tsx test/browser/run.ts`, after a build. Ends with
 * `browser: N passed, N failed`; exit status 1 when anything failed.
 */

import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../vscode/harness/browser.js';
import { kill, killChildrenAtExit } from '../vscode/harness/child-process.js';
import { patience } from '../vscode/harness/patience.js';
import { type Deeds, personAt } from '../vscode/harness/person.js';
import { root } from '../vscode/harness/places.js';
import { installVsCode, startServer, writeSettings } from '../vscode/harness/registry-window.js';
import { type Opened, openWebWindow } from './web-window.js';

const unfinished = `one_plan: 1
title: A plan
status: draft
period: {from: 2017-04-01, to: 2020-03-31}
place: {code: E10000023, name: North Yorkshire}
governance: {accountable_lead: TBC}
`;
const quiet = 'rules: {unassigned-accountable-lead: off}\n';

/** Whoever sits before the page: the person of the other tests, and the page for what only a browser has. */
interface Seat {
  readonly person: Deeds;
  readonly page: Page;
}

interface Case {
  readonly title: string;
  /** Files by their paths below the folder of the case. */
  readonly files: Readonly<Record<string, string>>;
  readonly open: (folder: string) => Opened;
  readonly test: (seat: Seat) => Promise<void>;
}

const cases: readonly Case[] = [
  {
    title: 'finds in an untrusted folder what it finds everywhere, and says so under the word',
    files: { 'a.plan.yaml': unfinished },
    open: folder => ({ folder }),
    test: async ({ person, page }) => {
      await openFile(page, 'a.plan.yaml');
      await person.waitFor({ widget: 'squiggles', text: '' });
      await showProblems(person, page, 'accountable lead');
      await person.waitFor({ widget: 'problems', text: 'The plan has no accountable lead' });
      await person.waitFor({ widget: 'statusBar', text: 'Restricted Mode' });
      await person.pointAt({ widget: 'languageStatus', text: '' });
      await person.waitFor({ widget: 'languageStatusDetails', text: 'to do before it can be agreed' });
    },
  },
  {
    title: 'reads the old plans that a plan brings in, though the server has no disk',
    // The scheme that the old plan does not have can only be told by somebody who has read it.
    files: Object.fromEntries(
      samplesIn('two-bcf-plans').map(([name, text]) => [name, text.replace('P1: re', 'P99: re')]),
    ),
    open: folder => ({ folder }),
    test: async ({ person, page }) => {
      await openFile(page, 'one.plan.yaml');
      await showProblems(person, page, 'bcf-');
      const shown = await person.waitFor({ widget: 'problems', text: 'bcf-scheme-unknown' });
      assert.ok(
        shown.some(text => text.includes('"P99"')),
        shown.join('\n'),
      );
      assert.ok(!shown.some(text => text.includes('bcf-plan-unreadable')), shown.join('\n'));
    },
  },
  {
    title: 'makes a new plan without any folder, and checks it',
    files: {},
    open: () => ({ nothing: true }),
    test: async ({ person, page }) => {
      await person.press({ keys: ['ControlOrMeta+Shift+E'] });
      await page.getByRole('button', { name: 'New plan' }).click();
      await person.waitFor({ widget: 'quickInput', text: 'Barnsley' });
      await person.type({ text: 'Leeds' });
      await person.press({ keys: ['Enter'] });
      await person.waitFor({ widget: 'quickInput', text: 'Beyond Barker (2015)' });
      await person.click({ widget: 'quickInput', text: 'Beyond Barker (2015)' });
      await person.waitFor({ widget: 'quickInput', text: '2017-04-01' });
      await person.press({ keys: ['Enter'] });
      await person.waitFor({ widget: 'quickInput', text: 'Not chosen yet' });
      await person.press({ keys: ['Enter'] });
      await person.waitFor({ widget: 'editor', text: 'title: One plan for Leeds' });
      await person.waitFor({ widget: 'squiggles', text: '' });
    },
  },
  {
    title: 'gives each of several folders its own configuration',
    files: {
      'both.code-workspace': JSON.stringify({ folders: [{ path: 'loud' }, { path: 'quiet' }] }),
      'loud/loud.plan.yaml': unfinished,
      'quiet/quiet.plan.yaml': unfinished.replace('E10000023, name: North Yorkshire', 'E08000035, name: Leeds'),
      'quiet/oneplan.config.yaml': quiet,
    },
    open: folder => ({ workspace: path.join(folder, 'both.code-workspace') }),
    test: async ({ person, page }) => {
      for (const name of ['loud', 'quiet']) {
        await openFile(page, name);
        await openFile(page, `${name}.plan.yaml`);
        await person.waitFor({ widget: 'squiggles', text: '' });
      }
      await showProblems(person, page, 'partners-one-sided');
      await person.waitFor({ widget: 'problems', text: 'loud.plan.yaml' });
      await person.waitFor({ widget: 'problems', text: 'quiet.plan.yaml' });
      await showProblems(person, page, 'unassigned-accountable-lead');
      const shown = await person.waitFor({ widget: 'problems', text: 'The plan has no accountable lead' });
      assert.ok(!shown.some(text => text.includes('quiet.plan.yaml')), shown.join('\n'));
    },
  },
  {
    title: 'is alone with its plans, though a sibling takes all YAML for its own',
    files: { 'a.plan.yaml': unfinished, 'notes.yaml': 'some: notes\n' },
    open: folder => ({ folder }),
    test: async ({ person, page }) => {
      await openFile(page, 'notes.yaml');
      await openFile(page, 'a.plan.yaml');
      await person.waitFor({ widget: 'statusBar', text: 'One Plan' });
      await showProblems(person, page, 'The plan has no accountable lead');
      const own = await person.waitFor({ widget: 'problems', text: 'The plan has no accountable lead' });
      // The file and its one finding.
      assert.equal(own.length, 2, own.join('\n'));
      await person.pointAt({ widget: 'editor', text: 'TBC' });
      const said = await person.waitFor({ widget: 'hover', text: 'The plan has no accountable lead' });
      assert.ok(!said.some(text => text.includes('The sibling')), said.join('\n'));
      await showProblems(person, page, 'yaml-sibling');
      const others = await person.waitFor({ widget: 'problems', text: 'The sibling has read this file' });
      assert.deepEqual([others.length, others[0]?.startsWith('notes.yaml')], [2, true], others.join('\n'));
    },
  },
];

/** A worker starts slowly, even on a machine that does nothing else. */
const WAIT = 30_000;

killChildrenAtExit();
main().then(
  status => process.exit(status),
  error => {
    console.error(error);
    console.log('browser: 0 passed, 1 failed');
    process.exit(1);
  },
);

async function main(): Promise<number> {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'oneplan-browser-'));
  process.once('exit', () => fs.rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  const profile = path.join(home, 'profile');
  await writeSettings(profile);
  const { server, port } = await startServer(await installVsCode(), { profile, environment: {} });
  const browser = await launchBrowser();
  let failed = 0;
  for (const [index, one] of cases.entries()) {
    const said = await runCase(one, path.join(home, `case-${index + 1}`), browser, port);
    if (said === undefined) console.log(`  ok ${one.title}`);
    else {
      failed++;
      console.error(`  FAILED ${one.title}\n${said}`);
    }
  }
  await browser.close();
  kill(server);
  console.log(`browser: ${cases.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** What went wrong, if anything did. */
async function runCase(one: Case, folder: string, browser: Browser, port: number): Promise<string | undefined> {
  for (const [name, text] of Object.entries(one.files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  let page: Page | undefined;
  try {
    page = await openWebWindow(browser, port, one.open(folder));
    const person = personAt(page);
    page.setDefaultTimeout(patience(WAIT));
    await one.test({ person, page });
    return undefined;
  } catch (error) {
    const file = path.join(root, 'test-results', 'screenshots', `failed-browser-${path.basename(folder)}.png`);
    await page?.screenshot({ path: file }).catch(() => {});
    return `${error instanceof Error ? error.stack : error}\n${file}`;
  } finally {
    await page?.context().close();
  }
}

/** Opens a file, or a folder, that the explorer shows. */
async function openFile(page: Page, name: string): Promise<void> {
  const exact = new RegExp(`^${name.replaceAll('.', '\\.')}`);
  await page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: exact }).first().dblclick();
}

/** Shows the list of problems, and of it what has the words. */
async function showProblems(person: Deeds, page: Page, words: string): Promise<void> {
  const filter = page.locator('.panel .viewpane-filter input').first();
  if (!(await filter.isVisible())) await person.press({ keys: ['ControlOrMeta+Shift+M'] });
  // The list forgets a filter that is written before it is there itself.
  if ((await filter.inputValue()) === '') await person.waitFor({ widget: 'problems', text: '' });
  await filter.fill(words);
}

function samplesIn(folder: string): readonly (readonly [string, string])[] {
  const from = path.join(root, 'samples', folder);
  return fs.readdirSync(from).map(name => [name, fs.readFileSync(path.join(from, name), 'utf8')]);
}
