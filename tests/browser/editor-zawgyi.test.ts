/** Burmese pasted in Zawgyi: told, and converted where a person says so. */
import { describe, expect, test } from 'vitest';
import { hasChromium } from '../support/chromium.ts';
import { pasteScript } from '../support/editor-page.ts';
import { editorSuite } from '../support/editor-suite.ts';

const ZAWGYI = 'ကြၽန္ေတာ္တို႔ အိမ္ျပန္ေရာက္ခဲ့တယ္။';
const UNICODE = 'ကျွန်တော်တို့ အိမ်ပြန်ရောက်ခဲ့တယ်။'.normalize('NFC');

describe.runIf(hasChromium())('Zawgyi pasted into a target', () => {
  const { open, stored } = editorSuite();

  test('is offered in Unicode: taken in its place, among what was typed, and saved so', async () => {
    const editor = await open('?segment=3', 'my');
    const notice = editor.page.locator('[data-pasted]');
    await editor.page.keyboard.insertText('A B');
    await editor.press('ArrowLeft');
    await editor.page.evaluate(pasteScript(ZAWGYI));
    expect(await editor.text()).toBe(`A ${ZAWGYI}B`);
    await notice.getByText('convert to Unicode').click();
    expect(await editor.text()).toBe(`A ${UNICODE}B`);
    expect(await notice.isVisible()).toBe(false);
    await editor.saved();
    await expect.poll(() => stored(3, 'my')).toMatchObject({ target: [`A ${UNICODE}B`] });
    await editor.press('Control+z');
    await expect.poll(() => editor.text()).toBe(`A ${ZAWGYI}B`);
    expect(editor.complaints).toEqual([]);
  });

  test('stays where it is kept so, and is not asked about once something else was pasted', async () => {
    const editor = await open('?segment=3', 'my');
    const notice = editor.page.locator('[data-pasted]');
    await editor.page.evaluate(pasteScript(ZAWGYI));
    await notice.getByText('Keep it so').click();
    expect(await editor.text()).toBe(ZAWGYI);
    expect(await notice.isVisible()).toBe(false);
    const asked = editor.page.waitForResponse('**/api/zawgyi');
    await editor.page.evaluate(`${pasteScript(ZAWGYI)} ${pasteScript(' lamp')}`);
    await (await asked).finished();
    expect(await notice.isVisible()).toBe(false);
  });

  test.each([UNICODE, 'Rangoon', 'سلام'])('%s is no Zawgyi', async (text) => {
    const editor = await open('?segment=3', 'my');
    const isBurmese = /[\u1000-\u109f]/u.test(text);
    const asked = isBurmese ? editor.page.waitForResponse('**/api/zawgyi') : null;
    await editor.page.evaluate(pasteScript(text));
    await (await asked)?.finished();
    expect(await editor.text()).toBe(text);
    expect(await editor.page.locator('[data-pasted]').isVisible()).toBe(false);
  });
});
