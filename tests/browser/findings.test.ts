/** Findings while typing, in a real browser: marked, listed, mended and ignored. */
import { describe, expect, test } from 'vitest';
import { hasChromium } from '../support/chromium.ts';
import { editorSuite } from '../support/editor-suite.ts';

/** Runs in the page: the texts that a highlight marks. */
const MARKED = `Array.from(CSS.highlights.get('finding-warning') ?? [], (range) => range.toString())`;

describe.runIf(hasChromium())('findings in the editor', () => {
  const suite = editorSuite();
  const { open, stored } = suite;

  test('are marked and listed after a pause, told, and mended in one step that can be undone', async () => {
    const editor = await open('?segment=3');
    const { page, announcer } = editor;
    await page.keyboard.insertText('دو  فاصله');
    const item = page.locator('.findings__item', { hasText: 'more than one space' });
    await item.waitFor();
    expect(await page.evaluate(MARKED)).toContain('  ');
    await expect.poll(() => announcer.textContent()).toMatch(/Findings: /u);
    await item.getByRole('button', { name: /^Fix/u }).click();
    expect(await editor.text()).toBe('دو فاصله');
    await item.waitFor({ state: 'detached' });
    await page.locator('.pane__field:focus').waitFor();
    await editor.press('Control+z');
    expect(await editor.text()).toBe('دو  فاصله');
    expect(editor.complaints).toEqual([]);
  });

  test('are ignored with a reason, and stay so', async () => {
    const editor = await open('?segment=4');
    const { page } = editor;
    await page.keyboard.insertText('شعر  کهن');
    await expect.poll(() => stored(4)).toMatchObject({ target: ['شعر  کهن'] });
    const item = page.locator('.findings__item', { hasText: 'more than one space' });
    await item.getByRole('button', { name: /^Ignore/u }).click();
    await page.keyboard.type('a poem');
    await page.keyboard.press('Enter');
    await item.waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('.pane__field:focus, .segment--open').first().waitFor();
    await page.locator('.findings:visible, .findings[hidden]').first().waitFor({ state: 'attached' });
    expect(await page.locator('.findings__item', { hasText: 'more than one space' }).count()).toBe(0);
    expect(editor.complaints).toEqual([]);
  });
});
