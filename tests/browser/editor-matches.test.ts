/** Matches in the editor, in a real browser: shown with what differs, inserted by key, filled into equal segments. */
import { describe, expect, test } from 'vitest';
import type { ProjectId } from '../../server/store/ids.ts';
import type { Tu } from '../../server/core/memory/tu.ts';
import { violationsOf } from '../support/accessibility.ts';
import { hasChromium } from '../support/chromium.ts';
import { editorSuite } from '../support/editor-suite.ts';
import { teach } from '../support/translating.ts';
import { pair } from '../support/tu-samples.ts';

const TEXT =
  'The lamp burned for 5 hours in the old house.\n\nNobody came.\n\nNobody came.\n\nShe read the letter by the window.\n';

const tu = (source: string, target: string): Tu =>
  pair(source, target, {
    ...{ document: 'old.txt', createdBy: 'Zahra', changedBy: 'Zahra' },
    ...{ createdAt: 1_760_000_000_000, changedAt: 1_760_000_000_000 },
  });

describe.runIf(hasChromium())('matches in the editor', () => {
  const suite = editorSuite();
  const { open, stored, use } = suite;

  async function know(...tus: readonly Tu[]): Promise<ProjectId> {
    await use({ fileName: 'lamp.txt', text: TEXT });
    return teach(suite.workbench.usecases, suite.document, tus);
  }

  test('come best first, with the difference, the reason and where they are from, and go in by key', async () => {
    await know(
      tu('The lamp burned for 7 hours in the old house.', 'چراغ ۷ ساعت در خانهٔ کهنه می‌سوخت.'),
      tu('The lamp burned for 5 hours in the new house.', 'چراغ ۵ ساعت در خانهٔ نو می‌سوخت.'),
    );
    const editor = await open('?segment=1');
    const { page } = editor;
    const items = page.locator('.matches__item');
    await expect.poll(() => items.count()).toBe(2);
    const first = (await items.nth(0).innerText()).replace(/[\u2066-\u2069]/gu, '');
    expect(first).toContain('99');
    expect(first).toContain('numbers were changed');
    expect(first).toContain('Memory: The lamp');
    expect(first).toContain('Zahra');
    expect(await items.nth(0).locator('.matches__target').getAttribute('dir')).toBe('rtl');
    expect(await items.nth(0).locator('.matches__target').getAttribute('lang')).toBe('fa');
    const second = items.nth(1);
    expect(await second.innerText()).toMatch(/1 word of 10 differs/u);
    expect(await second.locator('del').innerText()).toBe('new');
    expect(await second.locator('ins').innerText()).toBe('old');
    await editor.press('Alt+Digit2');
    expect(await editor.text()).toBe('چراغ ۵ ساعت در خانهٔ نو می‌سوخت.');
    await editor.press('Alt+Digit1');
    expect(await editor.text()).toBe('چراغ ۵ ساعت در خانهٔ کهنه می‌سوخت.');
    await editor.press('Control+z');
    expect(await editor.text()).toBe('چراغ ۵ ساعت در خانهٔ نو می‌سوخت.');
    await editor.press('Control+z');
    expect(await editor.text()).toBe('');
    await editor.press('Alt+Digit1');
    await editor.saved();
    expect((await stored(1))?.origin).toEqual({ kind: 'match', score: 99, memory: 'The lamp' });
    await editor.press('Alt+h');
    await expect.poll(() => page.locator('[data-versions]').innerText()).toContain('from the memory');
    await editor.press('Escape', 'Alt+Digit9');
    await expect.poll(() => editor.announcer.innerText()).toBe('There is no match 9.');
    expect(await violationsOf(page)).toEqual([]);
    expect(editor.complaints).toEqual([]);
  });

  test('that are changed are the person’s own text', async () => {
    await know(tu('Nobody came.', 'کسی نیامد.'));
    const editor = await open('?segment=2');
    const { page } = editor;
    await page.locator('.matches__item').waitFor();
    await page.locator('.matches__item button').click();
    await page.keyboard.insertText(' هنوز');
    await editor.press('Control+Enter');
    await editor.saved();
    await expect.poll(async () => (await stored(2))?.state).toBe('translated');
    expect(await stored(2)).toMatchObject({ origin: { kind: 'typed' }, target: ['کسی نیامد. هنوز'] });
  });

  test('that are none are told in words; parts are listed and go in at the caret', async () => {
    await know(tu('the window', 'پنجره'), tu('the letter', 'نامه'));
    const editor = await open('?segment=4');
    const { page } = editor;
    await expect.poll(() => page.locator('[data-match-status]').innerText()).toContain('No matches');
    const parts = page.locator('.matches__part');
    await expect.poll(() => parts.count()).toBe(2);
    await page.keyboard.insertText('کنار ');
    await expect.poll(() => editor.text()).toBe('کنار ');
    await page.locator('.matches__part', { hasText: 'پنجره' }).click();
    await expect.poll(() => editor.text()).toBe('کنار پنجره');
  });

  test('in Burmese: what is confirmed is found at once, and equal segments are filled, which can be taken back', async () => {
    await know();
    const editor = await open('?segment=2', 'my');
    const { page } = editor;
    // The next segment is open, and asked about, before this one is saved.
    await page.route(/\/api\/segments\/\d+\/my$/u, async (route) => {
      await new Promise((done) => setTimeout(done, 400));
      await route.continue();
    });
    await page.keyboard.insertText('ဘယ်သူမှ မလာခဲ့ပါ။');
    await editor.press('Control+Enter');
    const notice = page.locator('[data-propagated]');
    await expect.poll(() => notice.innerText()).toContain('1 more equal segment');
    expect(await stored(3, 'my')).toMatchObject({
      target: ['ဘယ်သူမှ မလာခဲ့ပါ။'],
      state: 'initial',
      origin: { kind: 'propagated' },
    });
    await page.locator('.matches__item').waitFor();
    expect(await page.locator('.matches__target').innerText()).toBe('ဘယ်သူမှ မလာခဲ့ပါ။');
    await notice.locator('button').click();
    await expect.poll(async () => (await stored(3, 'my'))?.target).toEqual([]);
    expect(await notice.isHidden()).toBe(true);
  });
});
