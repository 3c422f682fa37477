/**
 * Finds a Chromium for the registry's VS Code: an installed one, else the one that a registry package carries,
 * else Debian's. A browser counts as found when it has printed its version.
 */

import * as fs from 'node:fs';
import * as path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { cachedInstall } from './cached-install.js';
import { runToEnd } from './child-process.js';

const INSTALLED = [
  process.env['CHROME_PATH'],
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

// Background services look up hosts at every start; on a closed network that only costs time.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a headless browser. Rejects with what was tried when there is none. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), headless: true, args: FLAGS });
}

async function findBrowser(): Promise<string> {
  for (const candidate of INSTALLED) {
    const found = candidate && (await whichRuns(candidate));
    if (found) return found;
  }
  const packaged = await packagedChromium().catch(error => String(error));
  if (await whichRuns(packaged)) return packaged;

  const debian = await debianChromium().catch(error => String(error));
  const installed = await whichRuns('/usr/bin/chromium');
  if (installed) return installed;
  throw new Error(`No Chromium starts here. Install Chrome or set CHROME_PATH.\n${packaged}\n${debian}`);
}

/** The absolute path of a program that answers `--version`. */
async function whichRuns(command: string): Promise<string | undefined> {
  const folders = path.isAbsolute(command) ? [''] : (process.env['PATH'] ?? '').split(path.delimiter);
  for (const folder of folders) {
    const file = path.join(folder, command);
    if (!fs.existsSync(file)) continue;
    // Chrome on Windows opens a window when asked for its version.
    if (process.platform === 'win32') return file;
    if (await runToEnd(file, ['--version'], { timeout: 20_000 }).catch(() => undefined)) return file;
  }
  return undefined;
}

/** The Chromium (Linux, x64) that the package carries compressed, unpacked beside it. */
async function packagedChromium(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('No packaged Chromium for this system.');
  const folder = await cachedInstall('@sparticuz/chromium', '147.0.0', async unfinished => {
    const packed = path.join(unfinished, 'node_modules', '@sparticuz', 'chromium', 'bin', 'chromium.br');
    await pipeline(
      fs.createReadStream(packed),
      createBrotliDecompress({ chunkSize: 1 << 21 }),
      fs.createWriteStream(path.join(unfinished, 'chromium'), { mode: 0o755 }),
    );
  });
  return path.join(folder, 'chromium');
}

/** Debian's Chromium, where this process may install packages. */
async function debianChromium(): Promise<void> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) throw new Error('Debian packages need root.');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runToEnd('apt-get', ['update', '-q'], { env, timeout: 300_000 });
  await runToEnd('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], {
    env,
    timeout: 600_000,
  });
}
