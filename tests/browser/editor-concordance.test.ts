/** Concordance in the editor, in a real browser: by one key from what is selected, or typed, in three scripts. */
import { describe, expect, test } from 'vitest';
import { violationsOf } from '../support/accessibility.ts';
import { hasChromium } from '../support/chromium.ts';
import { editorSuite } from '../support/editor-suite.ts';
import { pair } from '../support/tu-samples.ts';
import { tag } from '../support/workbench.ts';

/** Run in the page: selects words of the open segment's source. */
const SELECT = `((words) => {
  const walker = document.createTreeWalker(document.querySelector('.segment--open .segment__source'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at >= 0) getSelection().setBaseAndExtent(node, at, node, at + words.length);
  }
})`;

describe.runIf(hasChromium())('concordance in the editor', () => {
  const suite = editorSuite();

  async function remember(): Promise<void> {
    await suite.use({ text: 'The lamp still burned.\n' });
    const { store } = suite.workbench.usecases;
    const memory = (await store.memories.createMemory('Stories', 1))!;
    const burmese = pair('The lamp is old', '');
    await store.memories.addTus(memory, [
      pair('A Lamp by the river', 'چراغی کنار رودخانه'),
      { ...burmese, variants: [burmese.variants[0]!, { language: tag('my'), content: ['မီးအိမ်ကြီး'] }] },
    ]);
    const { project } = (await store.findDocument(suite.document))!;
    await store.memories.setProjectMemories(project, [{ memory, penalty: 0, writable: false }]);
  }

  test('opens by one key with what is selected, and closes by Escape', async () => {
    await remember();
    const editor = await suite.open('?segment=1');
    const { page } = editor;
    const items = page.locator('.concordance__item');
    await page.evaluate(`${SELECT}('lamp')`);
    await editor.press('Alt+k');
    await expect.poll(() => items.count()).toBe(1);
    expect(await items.innerText()).toMatch(/A Lamp by the river[^]*چراغی کنار رودخانه[^]*Stories/u);
    expect(await items.locator('mark').allInnerTexts()).toEqual(['Lamp']);
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.locator('[data-concordance]').isVisible()).toBe(false);
    await page.keyboard.insertText('چ');
    expect(await editor.text()).toBe('چ');
  });

  test('finds Persian that is typed with Arabic letters, in the translation', async () => {
    await remember();
    const editor = await suite.open('?segment=1');
    const { page } = editor;
    await editor.press('Alt+k');
    await page.keyboard.insertText('چراغي كنار');
    await page.locator('[data-concordance-side]').selectOption('target');
    await page.locator('[data-concordance-text]').press('Enter');
    await expect.poll(() => page.locator('.concordance__item mark').allInnerTexts()).toEqual(['چراغی کنار']);
  });

  test('finds one syllable of Burmese', async () => {
    await remember();
    const editor = await suite.open('?segment=1', 'my');
    const { page } = editor;
    await page.keyboard.insertText('အိမ်');
    await page.keyboard.press('Control+a');
    await editor.press('Alt+k');
    await expect.poll(() => page.locator('.concordance__item mark').allInnerTexts()).toEqual(['အိမ်']);
  });
});
