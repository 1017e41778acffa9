/** Right-to-left, mixed and Burmese text in the editor, in a real browser. */
import { describe, expect, test } from 'vitest';
import { bidiText, visualOrder } from '../../server/core/text/bidi.ts';
import type { Content } from '../../server/core/text/content.ts';
import { overflows, violationsOf } from '../support/accessibility.ts';
import { hasChromium } from '../support/chromium.ts';
import { drawnCharacters, drawnOrder } from '../support/drawn-order.ts';
import { openEditor, pasteScript, type EditorPage } from '../support/editor-page.ts';
import { editorSuite } from '../support/editor-suite.ts';

const FIELD = '.pane__field';
const LRI = '\u2066';
const PDI = '\u2069';

/** What breaks in a line from right to left unless it is isolated, and what does not. */
const CASES = [
  '(C.P.B.)',
  'CPB.',
  '/usr/local/bin',
  'C++',
  'C#',
  '%s',
  '%2$s',
  '{name}',
  '<b>',
  '+98 21 1234-5678',
  '-5',
  '35%',
  '۱۲-۱۴',
  'Yangon, Mandalay',
  'https://example.org/a?b=1',
  '😀!',
];

describe.runIf(hasChromium())('right-to-left and mixed text', () => {
  const suite = editorSuite();
  const { open, stored } = suite;

  /** The field holds just this text, codes as they were left out of it. */
  const write = async (editor: EditorPage, text: string): Promise<void> => {
    await editor.press('Control+a', 'Delete');
    await editor.page.keyboard.insertText(text);
  };

  /** What is drawn is what the algorithm says of the content. */
  const expectOrder = async (
    editor: EditorPage,
    selector: string,
    content: Content,
    direction: 'ltr' | 'rtl',
  ): Promise<void> => {
    const characters = await drawnCharacters(editor.page, selector);
    const shown = drawnOrder(characters);
    const drawn = new Set(shown);
    const wanted = visualOrder(bidiText(content), direction).filter((at) => drawn.has(at));
    expect(shown, bidiText(content)).toEqual(wanted);
  };

  test('every case is drawn as the bidi algorithm says, bare and isolated, in field and row', async () => {
    const editor = await open();
    for (const text of CASES) {
      for (const line of [`او ${text} را دید.`, `او ${LRI}${text}${PDI} را دید.`, text]) {
        await write(editor, line);
        await expectOrder(editor, FIELD, [line], 'rtl');
      }
      const line = `او ${LRI}${text}${PDI} را دید.`;
      await write(editor, line);
      const characters = await drawnCharacters(editor.page, FIELD);
      const part = drawnOrder(characters).filter((at) => at >= 4 && at < 4 + text.length);
      if (!/[۰-۹]/u.test(text)) expect(part, text).toEqual([...part].sort((a, b) => a - b));
      await editor.press('Alt+ArrowDown', 'Alt+ArrowUp');
    }
    const line = CASES.map((text) => `${LRI}${text}${PDI}`)
      .join('، ')
      .slice(0, 60);
    await write(editor, line);
    await editor.press('Alt+ArrowDown');
    await editor.page.locator('#segment-3.segment--open').waitFor();
    await expectOrder(editor, '#segment-2 .segment__target', [line], 'rtl');
    expect(editor.complaints).toEqual([]);
  });

  test('codes are isolated: what is in a chip or beside it moves nothing, and pairs turn their arrows', async () => {
    await suite.use({ text: 'Run `cd` and *C++* now.' });
    const editor = await open('?segment=1');
    await editor.press('Control+Insert');
    const current = async (): Promise<Content> => {
      await editor.saved();
      return (await stored(1))!.target;
    };
    await expectOrder(editor, FIELD, await current(), 'rtl');
    await editor.press('Home');
    await editor.page.keyboard.insertText('اجرای ');
    await editor.press('End');
    await editor.page.keyboard.insertText(' است!');
    await expectOrder(editor, FIELD, await current(), 'rtl');
    const turned = await editor.page.evaluate<string[]>(
      `Array.from(document.querySelectorAll('.pane__field .chip'), (chip) => getComputedStyle(chip).direction + ' ' + getComputedStyle(chip).unicodeBidi)`,
    );
    expect(new Set(turned)).toEqual(new Set(['rtl isolate']));
  });

  test('the direction is the language’s, and a segment may be turned for good', async () => {
    const editor = await open();
    const direction = (): Promise<string | null> => editor.field.getAttribute('dir');
    expect(await direction()).toBe('rtl');
    await editor.page.keyboard.insertText('C++ را');
    await editor.press('Alt+r');
    expect(await direction()).toBe('ltr');
    await expectOrder(editor, FIELD, ['C++ را'], 'ltr');
    await expect.poll(() => editor.announcer.textContent()).toContain('left to right');
    await editor.press('Alt+ArrowDown');
    await editor.page.locator('#segment-3.segment--open').waitFor();
    expect(await direction()).toBe('rtl');
    expect(await editor.row(2).locator('.segment__target').getAttribute('dir')).toBe('ltr');
    await editor.page.reload();
    await editor.field.waitFor();
    await editor.press('Alt+ArrowUp');
    await editor.page.locator('#segment-2.segment--open').waitFor();
    expect(await direction()).toBe('ltr');
    await editor.page.locator('[data-act="turn"]').click();
    expect(await direction()).toBe('rtl');
    expect(await editor.page.evaluate('localStorage.length')).toBe(0);
    const burmese = await open('?segment=2', 'my');
    expect(await burmese.field.getAttribute('dir')).toBe('ltr');
    expect(await editor.page.locator('[dir="auto"]:not(input, textarea)').count()).toBe(0);
  });

  test('a file’s own directions of a unit hold for its rows', async () => {
    const unit = (id: string, attributes: string, text: string): string =>
      `<unit id="${id}"${attributes}><segment><source>${text}</source></segment></unit>`;
    const text = `<?xml version="1.0"?><xliff xmlns="urn:oasis:names:tc:xliff:document:2.1" version="2.1" srcLang="en" trgLang="fa">
<file id="f">${unit('a', '', 'One')}${unit('b', ' srcDir="rtl" trgDir="ltr"', 'Two')}${unit('c', ' srcDir="auto" trgDir="auto"', '1: آب two')}</file></xliff>`;
    await suite.use({ text, fileName: 'directions.xlf', targetLanguages: ['fa'] });
    const editor = await open('?segment=2');
    const cells = `Array.from(document.querySelectorAll('.segment'), (row) =>
      row.querySelector('.segment__source').dir + ' ' + row.querySelector('.segment__target').dir)`;
    expect(await editor.page.evaluate(cells)).toEqual(['ltr rtl', 'rtl ltr', 'rtl rtl']);
    expect(await editor.field.getAttribute('dir')).toBe('ltr');
    await editor.press('Alt+r');
    expect(await editor.field.getAttribute('dir')).toBe('rtl');
  });

  test('carets walk over chips in the order of the text, in both directions', async () => {
    for (const language of ['fa', 'my']) {
      const editor = await open('?segment=2', language);
      const [forth, back] = language === 'fa' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
      await editor.press('Control+1');
      const text = language === 'fa' ? 'میان' : 'ကကက';
      await editor.page.keyboard.insertText(text);
      // A code in first and one in last place.
      await editor.press('Home');
      const places = await walk(editor, forth, 8);
      const last = text.length + 2;
      expect(places, language).toEqual([...Array(9).keys()].map((at) => Math.min(at, last)));
      expect(await walk(editor, back, 8)).toEqual([...Array(9).keys()].map((at) => Math.max(last - at, 0)));
      await editor.press(`Shift+${forth}`, `Shift+${forth}`);
      expect(await selected(editor)).toEqual([0, 2]);
      await editor.press('Shift+End');
      expect(await selected(editor)).toEqual([0, last]);
      await editor.press(forth);
      expect(await selected(editor)).toEqual([last, last]);
      await editor.press('Shift+Home');
      expect(await selected(editor)).toEqual([0, last]);
      // Two codes side by side: between them, before them, after them.
      await editor.press('Home', forth, 'Shift+End', `Shift+${back}`, 'Delete');
      expect(await editor.text()).toBe('[open:1][close:1]');
      expect(await selected(editor)).toEqual([1, 1]);
      for (const [keys, letter, expected] of [
        [['Home'], 'x', 'x[open:1][close:1]'],
        [['Home', forth], 'y', '[open:1]y[close:1]'],
        [['End'], 'z', '[open:1][close:1]z'],
        [['End', back], 'w', '[open:1]w[close:1]'],
      ] as const) {
        await editor.press(...keys);
        await editor.page.keyboard.type(letter);
        expect(await editor.text(), `${language} ${keys.join(' ')}`).toBe(expected);
        await editor.press('Backspace');
      }
      await editor.press('End', 'Backspace');
      expect(await editor.text()).toBe('');
      await editor.page.close();
    }
  });

  test('Persian typed letter by letter, with the non-joiner on its keys', async () => {
    const editor = await open();
    await editor.page.keyboard.type('می');
    await editor.press('Shift+Space');
    await editor.page.keyboard.type('روم؛ کتاب');
    await editor.press('Control+Shift+2');
    await editor.page.keyboard.type('ها ۳۵٪');
    expect(await editor.text()).toBe('می\u200cروم؛ کتاب\u200cها ۳۵٪');
    await editor.press('Control+Shift+8');
    await editor.page.keyboard.type('خانهٔ');
    expect(await editor.text()).toBe('می\u200cروم؛ کتاب\u200cها ۳۵٪«خانهٔ»');
    await editor.press('Control+z', 'Control+z');
    expect(await editor.text()).toBe('می\u200cروم؛ کتاب\u200cها ۳۵٪');
    await editor.press('Control+a', 'Control+Shift+5');
    expect(await editor.text()).toBe(`${LRI}می\u200cروم؛ کتاب\u200cها ۳۵٪${PDI}`);
    await editor.saved();
    expect((await stored(2))!.target).toEqual([`${LRI}می\u200cروم؛ کتاب\u200cها ۳۵٪${PDI}`]);
  });

  test('Burmese typed letter by letter and composed, with spaces of no width', async () => {
    const editor = await open('?segment=2', 'my');
    await editor.page.keyboard.type('ကျွန်ုပ်');
    await editor.press('Control+Shift+9');
    await editor.page.keyboard.type('တို့');
    const client = await suite.context.newCDPSession(editor.page);
    await client.send('Input.imeSetComposition', { text: 'သ', selectionStart: 1, selectionEnd: 1 });
    expect(await editor.page.locator('.field-mark').count()).toBe(1);
    await client.send('Input.insertText', { text: 'သည်။' });
    expect(await editor.text()).toBe('ကျွန်ုပ်\u200bတို့သည်။');
    await editor.press('Shift+Space');
    expect(await editor.text()).toBe('ကျွန်ုပ်\u200bတို့သည်။ ');
    await editor.saved();
    expect((await stored(2, 'my'))!.target).toEqual(['ကျွန်ုပ်\u200bတို့သည်။ ']);
  });

  test('the row of characters: by mouse around a selection, by keyboard alone, at 360 px', async () => {
    const editor = await open();
    await editor.page.keyboard.insertText('C++ زبان');
    await editor.press('Home', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft');
    await editor.page.locator('[data-character="LRI"]').click();
    expect(await editor.text()).toBe(`${LRI}C++${PDI} زبان`);
    await editor.press('End', 'Alt+i');
    const focused = (): Promise<string> => editor.page.evaluate('document.activeElement.dataset.character');
    expect(await focused()).toBe('LRI');
    await editor.press('Home', 'ArrowRight', 'ArrowRight');
    expect(await focused()).toBe('؟');
    await editor.press('Enter');
    expect(await editor.text()).toBe(`${LRI}C++${PDI} زبان؟`);
    expect(await editor.page.locator(`${FIELD}:focus`).count()).toBe(1);
    await editor.press('Alt+i', 'Escape');
    expect(await editor.page.locator(`${FIELD}:focus`).count()).toBe(1);
    await editor.page.setViewportSize({ width: 360, height: 800 });
    await editor.press('Alt+i', 'End');
    expect(await focused()).toBe('PDI');
    const box = await editor.page.locator('[data-character="PDI"]').boundingBox();
    expect(box!.x >= 0 && box!.x + box!.width <= 360).toBe(true);
    expect(editor.complaints).toEqual([]);
  });

  test('invisible characters are marked where they are and go by a click, Backspace or Delete', async () => {
    const editor = await open();
    const text = `می\u200cروم ${LRI}C++${PDI}\u200e \u00a0\u2060ها`;
    await editor.page.keyboard.insertText(text);
    const marks = editor.page.locator('.field-mark');
    const names = (): Promise<readonly string[]> =>
      editor.page.evaluate(
        `Array.from(document.querySelectorAll('.field-mark'), (mark) => mark.dataset.mark)`,
      );
    expect(await names()).toEqual(['ZWNJ', 'LRI', 'PDI', 'LRM', 'NBSP', 'WJ']);
    expect(await editor.text()).toBe(text);
    expect(await editor.page.locator('[data-marks-text]').textContent()).toContain('zero-width non-joiner');
    const characters = await drawnCharacters(editor.page, FIELD);
    const joiner = await marks.first().boundingBox();
    expect(joiner!.x).toBeCloseTo(characters[1]!.left, 0); // where the yeh ends
    await marks.nth(5).locator('.field-mark__cap').click();
    await marks.nth(1).locator('.field-mark__cap').click();
    expect(await editor.text()).toBe(`می\u200cروم C++${PDI}\u200e \u00a0ها`);
    expect(await editor.page.locator(`${FIELD}:focus`).count()).toBe(1);
    await editor.press('Home', 'ArrowLeft', 'ArrowLeft', 'Backspace');
    expect(await editor.text()).toBe(`میروم C++${PDI}\u200e \u00a0ها`);
    await editor.press('Control+z');
    expect(await names()).toEqual(['ZWNJ', 'PDI', 'LRM', 'NBSP']);
    await editor.press('Home', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    await editor.press('ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Delete');
    expect(await editor.text()).toBe('می\u200cروم C++\u200e \u00a0ها');
    await editor.saved();
    await editor.press('Alt+ArrowDown');
    await editor.page.locator('#segment-3.segment--open').waitFor();
    const row = editor.row(2).locator('.segment__target');
    expect(await row.locator('.mark').count()).toBe(3);
    expect(await row.textContent()).toBe('می\u200cروم C++\u200e \u00a0ها');
  });

  test.each(['می\u200cروم، کتاب\u200cهای ن\u200dع', 'ကျွန်ုပ်\u200bတို့\u2060၏ တက္က\u200bသိုလ်'])(
    'marks leave the letters of %s as they are',
    async (text) => {
      const editor = await open('?segment=2', /\p{sc=Mymr}/u.test(text) ? 'my' : 'fa');
      await editor.page.keyboard.insertText(text);
      await editor.saved();
      await editor.press('Alt+ArrowDown');
      await editor.page.locator('#segment-3.segment--open').waitFor();
      const lefts = async (): Promise<readonly number[]> => {
        const characters = await drawnCharacters(editor.page, '#segment-2 .segment__target');
        return characters.filter((each) => !/\p{Cf}/u.test(each.text)).map(({ left }) => left);
      };
      const marked = await lefts();
      expect(await editor.row(2).locator('.mark').count()).toBeGreaterThan(2);
      await editor.page.evaluate(
        `{ const cell = document.querySelector('#segment-2 .segment__target'); cell.textContent = cell.textContent; }`,
      );
      const plain = await lefts();
      expect(plain.length).toBe(marked.length);
      for (const [index, left] of plain.entries()) expect(marked[index]).toBeCloseTo(left, 0);
    },
  );

  test('pasted text is cleaned, says so, and comes back as it was', async () => {
    const editor = await open('?segment=3');
    const paste = async (text: string): Promise<void> => {
      await editor.page.evaluate(pasteScript(text));
    };
    await paste('یک\u00a0 \nدو\n');
    expect(await editor.text()).toBe('یک دو');
    const notice = editor.page.locator('[data-pasted]');
    expect(await notice.textContent()).toContain('Broken lines joined: 1.');
    await notice.getByText('Paste as it was').click();
    expect(await editor.text()).toBe('یک\u00a0 دو');
    expect(await notice.isVisible()).toBe(false);
    expect(await editor.page.locator(`${FIELD}:focus`).count()).toBe(1);
    await editor.press('Control+a', 'Delete');
    await paste('ﻻله \uf0b7');
    expect(await editor.text()).toBe('ﻻله \uf0b7');
    expect(await notice.textContent()).toContain('private font, left as they are: 1.');
    await notice.getByText('Use ordinary letters').click();
    expect(await editor.text()).toBe('لاله \uf0b7');
    await paste(' و متن');
    expect(await notice.isVisible()).toBe(false);
    await paste('سه\nچهار');
    await editor.page.keyboard.type('.');
    expect(await notice.isVisible()).toBe(false);
  });

  test('the bidi view tints runs and isolates, says what is what, and stays on', async () => {
    const editor = await open();
    await editor.page.keyboard.insertText(`او ${LRI}C++${PDI} را`);
    const tinted = (): Promise<unknown> =>
      editor.page
        .evaluate(`Object.fromEntries([...CSS.highlights].filter(([name]) => name.startsWith('bidi-')).map(
        ([name, ranges]) => [name, Array.from(ranges, String).filter((text) => !text.includes('lamp') && text.trim() !== '')]))`);
    expect(await tinted()).toEqual({});
    await editor.press('Alt+b');
    expect(await editor.page.locator('[data-bidi-legend]').isVisible()).toBe(true);
    expect(await tinted()).toMatchObject({
      'bidi-rtl': [`او ${LRI}`, `${PDI} را`],
      'bidi-isolate': [`${LRI}C++${PDI}`],
    });
    await editor.page.keyboard.type('!');
    expect(await tinted()).toMatchObject({ 'bidi-rtl': [`او ${LRI}`, `${PDI} را!`] });
    await editor.saved();
    await editor.page.reload();
    await editor.field.waitFor();
    expect(await editor.page.locator('[data-act="bidi-view"]').getAttribute('aria-pressed')).toBe('true');
    await editor.page.locator('[data-act="bidi-view"]').click();
    expect(await tinted()).toEqual({});
    expect(editor.complaints).toEqual([]);
  });

  test.each([
    ['en', 1400, 'light'],
    ['fa', 360, 'dark'],
    ['my', 360, 'light'],
  ] as const)('accessible with everything open: %s, %s px, %s', async (locale, width, colorScheme) => {
    const viewport = { width, height: 800 };
    const own = await suite.browser.newContext({ viewport, colorScheme, locale });
    const editor = await openEditor(
      own,
      `${suite.workbench.address}/documents/${suite.document}/fa?segment=2`,
    );
    await editor.page.keyboard.insertText(`می\u200cروم ${LRI}C++${PDI} `);
    await editor.page.evaluate(pasteScript('یک\nدو ﻻ'));
    await editor.press('Alt+b', 'Alt+s');
    await editor.page.locator('[data-cut]:focus').waitFor();
    expect(await violationsOf(editor.page)).toEqual([]);
    expect(await overflows(editor.page)).toBe(false);
    await own.close();
  });
});

/** Where the caret is after each of so many presses, and before the first. */
async function walk(editor: EditorPage, key: string, times: number): Promise<readonly number[]> {
  const places = [(await selected(editor))[1]];
  for (let count = 0; count < times; count += 1) {
    await editor.press(key);
    places.push((await selected(editor))[1]);
  }
  return places;
}

/** The selection in positions of the content. */
function selected(editor: EditorPage): Promise<readonly [number, number]> {
  return editor.page.evaluate(SELECTED);
}

/* What runs in the page, whose types the tests do not have. */
const SELECTED = `(() => {
  const field = document.querySelector('.pane__field');
  const selection = getSelection().getRangeAt(0);
  const size = (node) => node.nodeType === Node.TEXT_NODE ? node.data.length
    : node.dataset?.code !== undefined ? 1 : Array.from(node.childNodes, size).reduce((a, b) => a + b, 0);
  const place = (node, offset) => {
    if (node === field) return Array.from(field.childNodes).slice(0, offset).map(size).reduce((a, b) => a + b, 0);
    const before = Array.from(field.childNodes).indexOf(node);
    return place(field, before) + offset;
  };
  return [place(selection.startContainer, selection.startOffset), place(selection.endContainer, selection.endOffset)];
})()`;
