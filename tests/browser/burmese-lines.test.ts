/**
 * People's Burmese texts in a real browser: no line of a text that is only read begins inside of a syllable, and what is
 * copied, found and marked is the text itself.
 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { PLAIN_TERM } from '../../server/core/terminology/concept.ts';
import { writableTermbase } from '../../server/usecases/project-termbases.ts';
import { brokenSyllables } from '../support/accessibility.ts';
import { hasChromium } from '../support/chromium.ts';
import { editorSuite } from '../support/editor-suite.ts';
import { tuOf } from '../support/tus.ts';
import { tag } from '../support/workbench.ts';

/** Names that no dictionary of Burmese words has, a Pali stack, and asat before the dot below, as many keyboards type it. */
const NAMES = 'ရှာအယ်လ်ဒီနှင့် ဟဲန်ရီကစ်ဆင်ဂျာတို့က အစ္စလာမ်အကြောင်း ပြောကြားခဲ့သည\u103A\u1037အတွက် အယ်လ်ဘတ်က သဘောတူသည်';
const TEXT = `${NAMES}။ *${NAMES}* (Yangon) ${NAMES}။`;
const LONG = Array.from({ length: 6 }, () => NAMES).join('၊ ');
const WIDTHS = [360, 420, 480, 560, 700, 900];

/* Run in the page. */
const WITHOUT = `{
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.whole { white-space: inherit !important; }');
  document.adoptedStyleSheets = [sheet];
}`;
const COPIED = `((cell) => {
  getSelection().selectAllChildren(document.querySelector(cell));
  return getSelection().toString();
})`;
const MARKED = `((name) => Array.from(CSS.highlights.get(name) ?? [], (range) => range.toString()))`;
const POSITIONS = `((cell) => {
  const [assets] = /^.*(?=\\/css\\/)/.exec(document.querySelector('link[rel="stylesheet"]').href);
  return import(assets + '/js/web/browser/editor/field-nodes.js').then(({ pointAt, positionAt }) => {
    const element = document.querySelector(cell);
    return Array.from({ length: element.textContent.length + 1 }, (_, position) => {
      const { node, offset } = pointAt(element, position);
      return positionAt(element, node, offset);
    });
  });
})`;

/** All that begin inside of a syllable, at some widths. */
async function cutLines(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    found.push(...(await brokenSyllables(page)));
  }
  return found;
}

async function expectWholeLines(page: Page): Promise<void> {
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  expect(await cutLines(page)).toEqual([]);
  await page.evaluate(WITHOUT);
  expect((await cutLines(page)).length, 'what the elements are for').toBeGreaterThan(0);
}

describe.runIf(hasChromium())('Burmese lines', () => {
  const suite = editorSuite();

  test('in the editor: a source with a term, and a translation that was just written', async () => {
    await suite.use({ text: TEXT, sourceLanguage: 'my', targetLanguages: ['shn'] });
    const { usecases } = suite.workbench;
    const { project } = (await usecases.store.findDocument(suite.document))!;
    const term = { ...PLAIN_TERM, language: tag('my'), text: 'အစ္စလာမ်' };
    const rest = { id: 'c1', domain: '', definition: '', note: '', image: '', isName: true };
    const termbase = (await writableTermbase(usecases, project))!;
    await usecases.store.terms.saveConcepts(termbase, [{ ...rest, terms: [term] }], 'M', 1);
    const editor = await suite.open(`?segment=1&text=${encodeURIComponent('အယ်လ်ဒီ')}`, 'shn');
    const { page } = editor;
    await editor.field.focus();
    await page.keyboard.insertText(NAMES);
    await expect.poll(() => page.evaluate(`${MARKED}('term')`)).toEqual(['အစ္စလာမ်']);
    expect(await page.evaluate(`${MARKED}('found')`)).toContain('အယ်လ်ဒီ');
    await editor.press('Alt+ArrowDown');
    const written = page.locator('#segment-1 .segment__target');
    await expect.poll(() => written.locator('.whole').count()).toBeGreaterThan(3);
    expect(await page.evaluate(`${COPIED}('#segment-1 .segment__target')`)).toBe(NAMES);
    expect(await page.evaluate(`${COPIED}('#segment-1 .segment__source')`)).toBe(`${NAMES}။`);
    expect(await page.evaluate(`${POSITIONS}('#segment-1 .segment__target')`)).toEqual(
      Array.from({ length: NAMES.length + 1 }, (_, position) => position),
    );
    await expectWholeLines(page);
    expect(editor.complaints).toEqual([]);
  });

  test('where memories hold a text', async () => {
    const { memories } = suite.workbench.usecases.store;
    const memory = (await memories.createMemory('အမည်များ', 0))!;
    await memories.addTus(memory, [tuOf({ en: 'They spoke.', my: LONG })]);
    const { page } = await suite.open('?segment=1');
    const asked = new URLSearchParams({ text: 'အယ်လ်ဒီ', source: 'en', target: 'my', side: 'target' });
    await page.goto(`${suite.workbench.address}/memories/concordance?${asked.toString()}`);
    expect(await page.locator('mark').first().textContent()).toBe('အယ်လ်ဒီ');
    expect(await page.evaluate(`${COPIED}('.unit__text[lang="my"]')`)).toBe(LONG);
    expect(await page.evaluate(`getSelection().empty(), find(${JSON.stringify(NAMES)})`)).toBe(true);
    await expectWholeLines(page);
  });
});
