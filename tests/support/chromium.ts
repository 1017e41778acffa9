/** A real browser for tests, and the one way to go on without it. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PATH = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Fails in CI, where nothing may be skipped; elsewhere prints why tests are left out. */
export function hasChromium(): boolean {
  if (existsSync(PATH)) return true;
  const reason = `skipped: no browser at ${PATH} (set CHROMIUM_PATH)`;
  if (process.env['CI'] !== undefined) throw new Error(reason);
  console.warn(reason);
  return false;
}

export function openChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: PATH, args: ARGUMENTS });
}
