/**
 * A window of the desktop VS Code, downloaded once by `@vscode/test-electron`. Its page is reached through the
 * debugging port of the program, so tests act as a person in the same way as in the registry's window.
 */

import * as path from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { chromium, type Page } from 'playwright-core';
import { runToEnd } from './child-process.js';
import { freePort } from './free-port.js';
import { patience } from './patience.js';
import { cache } from './places.js';
import type { TestWindow, WindowRequest } from './test-window.js';

const IDLE_DOWNLOAD = 15_000;
const PAGE_TIMEOUT = 60_000;

/** Downloads the newest stable VS Code, or takes it from the cache. Rejects where it cannot be downloaded or shown. */
export async function downloadDesktop(): Promise<string> {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    throw new Error('There is no display; start the tests with xvfb-run to use the desktop VS Code.');
  }
  return downloadAndUnzipVSCode({ version: 'stable', cachePath: cache, timeout: IDLE_DOWNLOAD });
}

/** Opens a window of the VS Code at `executable`; its extension host runs the tests at once. */
export async function openDesktopWindow(executable: string, request: WindowRequest): Promise<TestWindow> {
  const profile = ['--user-data-dir', path.join(request.profile, 'user'), '--extensions-dir', extensions(request)];
  if (request.vsix) await installPackagedExtension(executable, profile, request.vsix);
  const port = await freePort();
  const ended = runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: request.extension,
    extensionTestsPath: request.tests,
    extensionTestsEnv: request.environment,
    launchArgs: [
      request.workspace,
      ...profile,
      ...(request.language === undefined ? [] : [`--locale=${request.language}`]),
      `--remote-debugging-port=${port}`,
      ...['--disable-workspace-trust', '--skip-welcome', '--skip-release-notes', '--disable-updates'],
    ],
  }).then(() => {});
  ended.catch(() => {});
  const page = connect(port);
  page.catch(() => {});
  return { name: 'VS Code (desktop)', page, ended, close: () => disconnect(page) };
}

function extensions(request: WindowRequest): string {
  return path.join(request.profile, 'extensions');
}

async function installPackagedExtension(executable: string, profile: readonly string[], vsix: string): Promise<void> {
  const [cli, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable);
  if (cli === undefined) throw new Error(`No command line was found beside ${executable}.`);
  await runToEnd(cli, [...args, ...profile, '--install-extension', vsix], { timeout: 120_000 });
}

/** The page of the workbench, as soon as the program shows one. */
async function connect(port: number): Promise<Page> {
  const deadline = Date.now() + patience(PAGE_TIMEOUT);
  for (;;) {
    try {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      const pages = browser.contexts().flatMap(context => context.pages());
      const workbench = pages.find(page => page.url().includes('workbench'));
      if (workbench) return workbench;
      await browser.close();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    if (Date.now() > deadline) throw new Error(`VS Code showed no window within ${patience(PAGE_TIMEOUT) / 1000} s.`);
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}

async function disconnect(page: Promise<Page>): Promise<void> {
  await page.then(
    shown => shown.context().browser()?.close(),
    () => {},
  );
}
