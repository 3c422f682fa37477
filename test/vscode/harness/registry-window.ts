/**
 * A VS Code window made from what the package registry has: the server of `code-server`'s VS Code, with Chromium as its
 * window. It serves where VS Code itself cannot be downloaded, and runs the same tests.
 */

import type { ChildProcess } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { cachedInstall, npmInstall } from './cached-install.js';
import { collectOutput, kill, runToEnd, start } from './child-process.js';
import { freePort } from './free-port.js';
import { patience } from './patience.js';
import type { TestWindow, WindowRequest } from './test-window.js';

/** Carries VS Code 1.100.3, which runs on Node 20. */
const CODE_SERVER = '4.100.3';
const READY = 'Extension host agent listening';
const START_ATTEMPTS = 3;
const START_TIMEOUT = 60_000;

/** Opens a window; its extension host runs the tests at once. `log` receives the console of the extension host. */
export async function openRegistryWindow(request: WindowRequest, log: (line: string) => void): Promise<TestWindow> {
  const vscode = await installVsCode();
  await writeSettings(request.profile);
  if (request.vsix) await installPackagedExtension(vscode, request.profile, request.vsix);
  const { server, port } = await startServer(vscode, request);
  const close = (browser?: Browser) => async () => {
    await browser?.close().catch(() => {});
    kill(server);
  };
  try {
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    if (request.language !== undefined) await page.addInitScript(speak(request.language));
    const { ended } = await listenToTests(page, server, log);
    await page.goto(address(port, request), { waitUntil: 'domcontentloaded', timeout: patience(START_TIMEOUT) });
    return { name: `VS Code of code-server ${CODE_SERVER}`, page: Promise.resolve(page), ended, close: close(browser) };
  } catch (error) {
    await close()();
    throw error;
  }
}

/** The folder of VS Code's server, with the packages that it needs at run time. */
export async function installVsCode(): Promise<string> {
  const inside = path.join('node_modules', 'code-server', 'lib', 'vscode');
  const folder = await cachedInstall('code-server', CODE_SERVER, async unfinished => {
    const vscode = path.join(unfinished, inside);
    await npmInstall(vscode, ['--omit=dev']);
    // The window asks for its own libraries under the name that the desktop's archive has.
    await fs.symlink('node_modules', path.join(vscode, 'node_modules.asar'), 'junction');
  });
  return path.join(folder, inside);
}

/** Settings that keep the window quiet; they are the machine's, so that a test may change the user's. */
export async function writeSettings(profile: string): Promise<void> {
  const folder = path.join(profile, 'data', 'Machine');
  await fs.mkdir(folder, { recursive: true });
  const settings = {
    'workbench.startupEditor': 'none',
    'workbench.tips.enabled': false,
    'workbench.enableExperiments': false,
    'extensions.ignoreRecommendations': true,
    'git.enabled': false,
    'files.hotExit': 'off',
    // What a test types is dropped, and never saved unless the test saves it.
    'files.autoSave': 'off',
  };
  await fs.writeFile(path.join(folder, 'settings.json'), JSON.stringify(settings));
}

async function installPackagedExtension(vscode: string, profile: string, vsix: string): Promise<void> {
  const main = path.join(vscode, 'out', 'server-main.js');
  await runToEnd(process.execPath, [main, '--install-extension', vsix, '--server-data-dir', profile], {
    timeout: 120_000,
  });
}

/** A server that listens. A port may be taken between choosing and using it, so it tries again. */
export async function startServer(
  vscode: string,
  request: Pick<WindowRequest, 'profile' | 'environment'>,
): Promise<{ server: ChildProcess; port: number }> {
  const failures: string[] = [];
  for (let attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
    const port = await freePort();
    const server = start(
      process.execPath,
      [
        path.join(vscode, 'out', 'server-main.js'),
        ...['--host', '127.0.0.1', '--port', String(port), '--server-data-dir', request.profile],
        ...['--without-connection-token', '--accept-server-license-terms', '--telemetry-level', 'off'],
      ],
      { env: { ...process.env, ...request.environment } },
    );
    const failure = await untilReady(server);
    if (failure === undefined) return { server, port };
    kill(server);
    failures.push(`Attempt ${attempt}: ${failure}`);
  }
  throw new Error(`The VS Code server did not start.\n${failures.join('\n')}`);
}

/** Why the server did not get ready, or undefined when it did. */
function untilReady(server: ChildProcess): Promise<string | undefined> {
  const output = collectOutput(server);
  const limit = patience(START_TIMEOUT);
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve(`silent for ${Math.round(limit / 1000)} s\n${output.tail()}`), limit);
    const settle = (failure: string | undefined) => {
      clearTimeout(timer);
      resolve(failure);
    };
    server.stdout?.on('data', () => {
      if (output.all().includes(READY)) settle(undefined);
    });
    server.once('error', error => settle(String(error)));
    server.once('exit', code => settle(`ended with status ${code}\n${output.tail()}`));
  });
}

/**
 * Listens to what VS Code tells the page that automates it. The promise inside resolves when the runner has ended and
 * rejects when the window or the server dies first; it is wrapped so that waiting for the listeners is not waiting for it.
 */
async function listenToTests(
  page: Page,
  server: ChildProcess,
  log: (line: string) => void,
): Promise<{ readonly ended: Promise<void> }> {
  let resolve: () => void = () => {};
  let reject: (error: Error) => void = () => {};
  const ended = new Promise<void>((settle, fail) => {
    resolve = settle;
    reject = fail;
  });
  // Whoever waits sees the failure; until then it must not count as unhandled.
  ended.catch(() => {});
  page.once('crash', () => reject(new Error('The browser page crashed.')));
  server.once('exit', code => reject(new Error(`The VS Code server ended with status ${code}.`)));
  await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) =>
    log(`[${type}] ${args.map(String).join(' ')}`),
  );
  await page.exposeFunction('codeAutomationExit', () => resolve());
  return { ended };
}

/** A script of the page, before its own: VS Code takes its language from there when its scripts are loaded. */
function speak(language: string): string {
  // English is written over it with the built-in texts, and that must not fail.
  return `Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => ${JSON.stringify(language)}, set: () => {} });`;
}

function address(port: number, { workspace, extension, tests }: WindowRequest): string {
  const remote = (file: string) => `vscode-remote://127.0.0.1:${port}${file}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(tests)],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  const query = new URLSearchParams({ folder: workspace, payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query}`;
}
