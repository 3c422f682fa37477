/** Draws `client/media/icon.png` (256 × 256), which the extension's page shows, from `icon.svg` beside it. Run it after a change of the drawing. */

import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { launchBrowser } from './harness/browser.js';
import { root } from './harness/places.js';

drawIcon().catch(error => {
  console.error(error);
  process.exitCode = 1;
});

async function drawIcon(): Promise<void> {
  const media = path.join(root, 'client', 'media');
  const drawing = await fs.readFile(path.join(media, 'icon.svg'), 'utf8');
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawing}`);
    await page.screenshot({ path: path.join(media, 'icon.png'), omitBackground: true });
  } finally {
    await browser.close();
  }
}
