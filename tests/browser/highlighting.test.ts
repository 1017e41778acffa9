/** What the filter found is marked where it stands in the original text, across codes too. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { hasChromium, openChromium } from '../support/chromium.ts';
import { openEditor } from '../support/editor-page.ts';
import { importSample, openWorkbench, type Workbench } from '../support/workbench.ts';

const TEXT = [
  'Straße and *Caf*é 12.',
  'خانۀ ما در سال ۱۴۰۲ كتاب‌های ســفيد.',
  'သည\u103A\u1037 ၁၉၈၈ ဝတ္ထု ၀တ္ထု။',
].join('\n\n');

/** Runs in the page. */
const MARKED = `[...(CSS.highlights.get('found') ?? [])].map(String)`;

describe.runIf(hasChromium())('the filter of the editor', () => {
  let browser: Browser;
  let workbench: Workbench;
  let id: number;

  beforeAll(async () => {
    browser = await openChromium();
    workbench = await openWorkbench();
    id = await importSample(workbench.usecases, { text: TEXT });
  });

  afterAll(async () => {
    await browser.close();
    await workbench.close();
  });

  test.each([
    ['STRASSE', ['Straße']],
    ['cafe', ['Café']],
    ['خانه', ['خانۀ']],
    ['کتابهای سفید', ['كتاب‌های ســفيد']],
    ['1402', ['۱۴۰۲']],
    ['1988', ['၁၉၈၈']],
    ['သည့်', ['သည\u103A\u1037']],
    ['ဝတ္ထု', ['ဝတ္ထု']],
    ['\u0640', ['ـ', 'ـ']],
    ['12', ['12']],
  ])('for %j marks %j', async (text, expected) => {
    const context = await browser.newContext();
    const address = `${workbench.address}/documents/${id}/fa?text=${encodeURIComponent(text)}`;
    const editor = await openEditor(context, address);
    expect(await editor.page.evaluate<string[]>(MARKED)).toEqual(expected);
    expect(editor.complaints).toEqual([]);
    await context.close();
  });
});
