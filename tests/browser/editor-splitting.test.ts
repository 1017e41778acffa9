/** Splitting and joining segments in the editor, in a real browser. */
import { describe, expect, test } from 'vitest';
import { hasChromium } from '../support/chromium.ts';
import type { EditorPage } from '../support/editor-page.ts';
import { editorSuite } from '../support/editor-suite.ts';
import { tag } from '../support/workbench.ts';

describe.runIf(hasChromium())('splitting and joining', () => {
  const suite = editorSuite();
  const { open, stored } = suite;

  const sources = (editor: EditorPage): Promise<readonly string[]> =>
    editor.page.evaluate(
      `Array.from(document.querySelectorAll('.segment__source'), (cell) => cell.textContent.trim())`,
    );

  test('by keyboard: split at the caret, undone; joined with the next, undone by its button', async () => {
    const editor = await open('?segment=3');
    const before = await sources(editor);
    await editor.page.keyboard.insertText('کسی به فکر نبود');
    for (let count = 0; count < 5; count += 1) await editor.press('ArrowRight');
    await editor.press('Alt+s');
    const cut = editor.page.locator('[data-cut]:focus');
    await cut.waitFor();
    await editor.press('Home', 'ArrowRight');
    expect(await cut.getAttribute('aria-valuetext')).toBe('Nobody had | thought of putting it out.');
    await editor.press('Enter');
    await editor.page.locator('#segment-3.segment--open .pane__field:focus').waitFor();
    await expect.poll(() => sources(editor)).toContain('thought of putting it out.');
    expect(await sources(editor)).toHaveLength(before.length + 1);
    expect(await editor.text()).toBe('کسی به فکر');
    expect((await stored(4))!.target).toEqual(['نبود']);
    await expect.poll(() => editor.announcer.textContent()).toContain('split');
    // What is written afterwards is saved where it belongs, and said so.
    await editor.press('Alt+ArrowDown');
    await editor.page.locator('#segment-4.segment--open').waitFor();
    await editor.page.keyboard.insertText('!');
    await editor.saved();
    expect((await stored(4))!.target).toEqual(['نبود!']);
    await editor.press('Control+z');
    await editor.saved();
    await editor.press('Alt+ArrowUp', 'Alt+j');
    await expect.poll(() => sources(editor)).toEqual(before);
    await expect.poll(() => editor.text()).toBe('کسی به فکر نبود');
    await editor.press('Alt+u');
    await expect.poll(() => sources(editor)).toHaveLength(before.length + 1);
    await editor.page.locator('[data-panel="segmentation"]').click();
    await editor.page.locator('[data-undo-segmentation]:visible').waitFor();
    await expect.poll(() => editor.page.locator('[data-undo-segmentation]').textContent()).toMatch(/Undo/u);
    expect(editor.complaints.filter((each) => !each.includes('409'))).toEqual([]);
  });

  test('a split is undone at once, to the letter', async () => {
    const editor = await open('?segment=2');
    await editor.press('Control+Insert');
    await editor.saved();
    const target = (await stored(2))!.target;
    await editor.press('Alt+s');
    await editor.page.locator('[data-cut]:focus').waitFor();
    await editor.page.locator('[data-split]').click();
    await editor.page.locator('#segment-2.segment--open .pane__field:focus').waitFor();
    await expect.poll(() => sources(editor).then((all) => all.length)).toBe(9);
    await editor.press('Alt+u');
    await expect.poll(() => sources(editor).then((all) => all.length)).toBe(8);
    await expect.poll(() => stored(2).then((each) => each!.target)).toEqual(target);
  });

  test('where the file forbids it nothing is split, and it is said', async () => {
    const text = `<?xml version="1.0"?><xliff xmlns="urn:oasis:names:tc:xliff:document:2.1" version="2.1" srcLang="en" trgLang="fa">
<file id="f"><unit id="a" canResegment="no"><segment><source>One two three.</source></segment></unit></file></xliff>`;
    await suite.use({ text, fileName: 'whole.xlf', targetLanguages: ['fa'] });
    const editor = await open('?segment=1');
    await editor.press('Alt+s');
    await editor.page.locator('[data-cut]:focus').waitFor();
    await editor.press('Enter');
    await editor.page.locator('[data-problems]:visible').waitFor();
    expect(await sources(editor)).toEqual(['One two three.']);
    await editor.press('Escape', 'Alt+j');
    await expect.poll(() => editor.page.locator('[data-problems]').textContent()).toContain('paragraph');
  });

  test('a colleague’s split shows in an open page, and what is being written goes on', async () => {
    const editor = await open('?segment=4');
    await editor.listening();
    const { store } = suite.workbench.usecases;
    const { segments } = await store.listSegments(suite.document, tag('fa'), {}, 0, 10);
    const response = await fetch(`${suite.workbench.address}/api/segments/${segments[2]!.key}/fa/split`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: suite.workbench.address },
      body: JSON.stringify({ base: 0, source: 7, target: null }),
    });
    expect(response.status).toBe(200);
    await editor.page.locator('#segment-5.segment--open .pane__field:focus').waitFor();
    expect(await sources(editor)).toHaveLength(9);
    await editor.page.keyboard.insertText('او');
    await editor.saved();
    expect((await stored(5))!.target).toEqual(['او']);
  });
});
