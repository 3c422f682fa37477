/**
 * VS Code for the web with our extension in it: the page's own extension host, a worker, runs the extension and the
 * language server. Both, and a sibling that claims all YAML, reach the page as they would from a web server.
 */

import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { patience } from '../vscode/harness/patience.js';
import { root } from '../vscode/harness/places.js';
import { siblingFiles } from './yaml-sibling.js';

const OWN = '/one-plan-extension';
const SIBLING = '/yaml-sibling';
const START_TIMEOUT = 60_000;

/** What the page opens: a folder, a workspace of several, or nothing. */
export type Opened = { readonly folder: string } | { readonly workspace: string } | { readonly nothing: true };

/** Opens a page of the VS Code that `port` serves, and waits until it can be worked with. The caller closes its context. */
export async function openWebWindow(browser: Browser, port: number, opened: Opened): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  await serveExtensions(context);
  await addExtensions(context, port);
  const page = await context.newPage();
  const payload = JSON.stringify([['skipWelcome', 'true']]);
  const asked = 'nothing' in opened ? { ew: 'true' } : opened;
  const query = new URLSearchParams({ ...asked, payload });
  await page.goto(`http://127.0.0.1:${port}/?${query}`, {
    waitUntil: 'domcontentloaded',
    timeout: patience(START_TIMEOUT),
  });
  await page
    .locator('.statusbar-item')
    .first()
    .waitFor({ timeout: patience(START_TIMEOUT) });
  if ('nothing' in opened) return page;
  await declineTrust(page);
  // VS Code takes a workspace for empty where its file is slow to come; the second time it is there.
  if (!(await showsFiles(page))) await page.reload({ waitUntil: 'domcontentloaded', timeout: patience(START_TIMEOUT) });
  return page;
}

function showsFiles(page: Page): Promise<boolean> {
  const files = page.locator('.explorer-folders-view .monaco-list-row').first();
  return files.waitFor({ timeout: 30_000 }).then(
    () => true,
    () => false,
  );
}

/** Extensions are fetched by a worker, so they come from the page's own address. */
async function serveExtensions(context: BrowserContext): Promise<void> {
  await context.route(
    url => url.pathname.startsWith(`${OWN}/`),
    route => {
      const file = path.join(root, new URL(route.request().url()).pathname.slice(OWN.length));
      return fs.existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404 });
    },
  );
  await context.route(
    url => url.pathname.startsWith(`${SIBLING}/`),
    route => {
      const body = siblingFiles[new URL(route.request().url()).pathname.slice(SIBLING.length + 1)];
      return body === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ body });
    },
  );
}

/** Writes both extensions into what the page is told of its product. */
async function addExtensions(context: BrowserContext, port: number): Promise<void> {
  const extensions = [OWN, SIBLING].map(folder => ({ scheme: 'http', authority: `127.0.0.1:${port}`, path: folder }));
  await context.route(
    url => url.pathname === '/',
    async route => {
      const response = await route.fetch();
      const html = await response.text();
      const body = html.replace(
        /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/,
        (_, start, json) => {
          const settings = JSON.parse(json.replaceAll('&quot;', '"'));
          settings.additionalBuiltinExtensions = extensions;
          return `${start}${JSON.stringify(settings).replaceAll('"', '&quot;')}"`;
        },
      );
      await route.fulfill({ response, body });
    },
  );
}

/** The folder stays untrusted: plans must be checked all the same. */
async function declineTrust(page: Page): Promise<void> {
  await page
    .getByText("No, I don't trust the authors")
    .first()
    .click({ timeout: patience(20_000) });
}
