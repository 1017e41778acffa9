/** Makes docs/workbench.png: the real workbench with the sample text, in Chromium. Run after a build. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

const root = resolve(import.meta.dirname, '..');
const data = mkdtempSync(join(tmpdir(), 'recto-screenshot-'));
const server = spawn(process.execPath, [join(root, 'dist/server/main.js'), '--data', data, '--port', '0'], {
  stdio: ['ignore', 'pipe', 'ignore'],
});

const address = await new Promise<string>((found) => {
  server.stdout.on('data', (chunk: Buffer) => {
    const url = /http:\S+/u.exec(chunk.toString())?.[0];
    if (url !== undefined) found(url);
  });
});
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: [
    ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  ],
});
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 760 } });
  await page.goto(new URL('documents/1/fa?segment=12', address).href, { waitUntil: 'load' });
  await page.waitForTimeout(1500);
  await page.screenshot({ path: join(root, 'docs/workbench.png') });
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await new Promise((ended) => server.once('exit', ended));
  rmSync(data, { recursive: true, force: true });
}
