import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../server/web/app.ts';
import { overflows, turn, violationsOf } from '../support/accessibility.ts';
import { hasChromium } from '../support/chromium.ts';
import { openEditor } from '../support/editor-page.ts';
import { editorSuite } from '../support/editor-suite.ts';
import { browserFolder, root, tag } from '../support/workbench.ts';

const fa = tag('fa');

describe.runIf(hasChromium())('the editor', () => {
  const suite = editorSuite();
  const { open, stored } = suite;

  test('by keyboard alone: type Persian with ZWNJ, insert codes, confirm, go on', async () => {
    const editor = await open('?segment=2');
    await editor.page.keyboard.type('چراغ ');
    await editor.press('Control+1');
    await editor.page.keyboard.insertText('می‌سوخت');
    expect(await editor.text()).toBe('چراغ [open:1]می‌سوخت[close:1]');
    await editor.press('Control+Enter');
    await editor.page.locator('#segment-3.segment--open').waitFor();
    await expect.poll(() => editor.announcer.textContent()).toMatch(/Saved, segment 2, .Translated/u);
    expect(await stored(2)).toMatchObject({
      target: ['چراغ ', { id: '1', text: '*' }, 'می‌سوخت', { id: '1', text: '*' }],
      state: 'translated',
    });
    await editor.page.keyboard.insertText('کسی');
    await editor.press('Control+Shift+Enter');
    await expect.poll(() => stored(3)).toMatchObject({ target: ['کسی'], state: 'reviewed' });
    await expect
      .poll(() => editor.page.locator('[data-progress-text]').textContent())
      .toMatch(/1\d.? of .?24/u);
    expect(await editor.row(3).locator('.state__text').textContent()).toBe('Reviewed');
    expect(editor.complaints).toEqual([]);
  });

  test('an empty translation is not confirmed; missing codes have to be meant', async () => {
    const editor = await open('?segment=2');
    await editor.press('Control+Enter');
    await expect.poll(() => editor.announcer.textContent()).toContain('empty');
    await editor.page.keyboard.insertText('چراغ');
    await editor.press('Control+Enter');
    await expect.poll(() => editor.announcer.textContent()).toContain('Codes of the source are missing');
    await editor.saved();
    expect(await stored(2)).toMatchObject({ state: 'initial' });
    await editor.press('Control+Enter');
    await expect.poll(() => stored(2)).toMatchObject({ state: 'translated' });
  });

  test('codes are whole: they are removed at once with their partner, and nothing is typed into them', async () => {
    const editor = await open('?segment=2');
    await editor.page.locator('#segment-2 .segment__source .chip').first().click();
    expect(await editor.text()).toBe('[open:1][close:1]');
    await editor.page.keyboard.insertText('میان');
    await editor.press('Home');
    await editor.page.keyboard.type('ی');
    await editor.press('End');
    await editor.page.keyboard.type('پ');
    expect(await editor.text()).toBe('ی[open:1]میان[close:1]پ');
    await editor.press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await editor.press('Backspace');
    expect(await editor.text()).toBe('یمیانپ');
    await editor.press('Control+z');
    expect(await editor.text()).toBe('ی[open:1]میان[close:1]پ');
    await editor.press('Home', 'ArrowLeft', 'Delete');
    expect(await editor.text()).toBe('یمیانپ');
    await editor.press('Control+z', 'Control+a');
    await editor.page.keyboard.type('نو');
    expect(await editor.text()).toBe('نو');
    expect(await editor.page.locator('[data-missing-codes] .chip').count()).toBe(2);
    await editor.press('Control+a', 'F8');
    expect(await editor.text()).toBe('[open:1]نو[close:1]');
    await editor.saved();
    expect(editor.complaints).toEqual([]);
  });

  test('a leading code can be typed before and after, in both directions', async () => {
    for (const language of ['fa', 'my']) {
      const editor = await open('?segment=2', language);
      await editor.press('Alt+Insert', 'Home');
      await editor.page.keyboard.type('A');
      expect(await editor.text()).toBe('A[open:1][close:1]');
      await editor.press('Backspace', 'End');
      await editor.page.keyboard.type('B');
      expect(await editor.text()).toBe('[open:1][close:1]B');
      const forward = language === 'fa' ? 'ArrowLeft' : 'ArrowRight';
      await editor.press('Home', forward);
      await editor.page.keyboard.type('C');
      expect(await editor.text()).toBe('[open:1]C[close:1]B');
      await editor.page.close();
    }
  });

  test('pasting brings text only, with joiners kept', async () => {
    const editor = await open('?segment=3');
    await editor.page.evaluate(
      paste('می‌روم\r\n<b>ကို\u200b</b>\u0007', '<b class="chip" data-code="open:1">x</b><script>1</script>'),
    );
    expect(await editor.text()).toBe('می‌روم <b>ကို\u200b</b>');
    expect(await editor.field.innerHTML()).not.toContain('<b');
    await editor.saved();
    expect(await stored(3)).toMatchObject({ target: ['می‌روم <b>ကို\u200b</b>'] });
  });

  test('an input method composes undisturbed beside a code', async () => {
    const editor = await open('?segment=2', 'my');
    await editor.press('Control+1');
    const client = await suite.context.newCDPSession(editor.page);
    await client.send('Input.imeSetComposition', { text: 'က', selectionStart: 1, selectionEnd: 1 });
    await client.send('Input.imeSetComposition', { text: 'ကို', selectionStart: 3, selectionEnd: 3 });
    expect(await editor.text()).toBe('[open:1]ကို[close:1]');
    await client.send('Input.insertText', { text: 'ကို\u200b' });
    expect(await editor.text()).toBe('[open:1]ကို\u200b[close:1]');
    await editor.saved();
    await editor.page.reload();
    await editor.field.waitFor();
    expect(await editor.text()).toBe('[open:1]ကို\u200b[close:1]');
  });

  test('copy of the source, undo and redo, state by hand', async () => {
    const editor = await open('?segment=2');
    await editor.page.keyboard.type('one ');
    await editor.press('Control+Insert');
    expect(await editor.text()).toBe('The lamp [open:1]still[close:1] burned.');
    await editor.saved();
    expect(await stored(2)).toMatchObject({ origin: { kind: 'copied-source' } });
    await editor.press('Control+z');
    expect(await editor.text()).toBe('one ');
    await editor.press('Control+Shift+z');
    expect(await editor.text()).toBe('The lamp [open:1]still[close:1] burned.');
    await editor.page.locator('[data-state]').selectOption('final');
    await expect.poll(() => stored(2)).toMatchObject({ state: 'final' });
    await editor.field.focus();
    await editor.page.keyboard.type('!');
    await editor.saved();
    expect(await stored(2)).toMatchObject({ state: 'initial' });
    await editor.press('Control+z');
    await expect.poll(() => stored(2)).toMatchObject({ state: 'final' });
  });

  test('what is typed is saved by itself, also when the page is left at once', async () => {
    const editor = await open('?segment=3');
    await editor.page.keyboard.insertText('نوشته');
    await editor.saved();
    await editor.page.keyboard.insertText(' و رها');
    await editor.page.reload();
    await editor.field.waitFor();
    await expect.poll(() => stored(3)).toMatchObject({ target: ['نوشته و رها'] });
    await editor.page.reload();
    await editor.field.waitFor();
    expect(await editor.text()).toBe('نوشته و رها');
  });

  test('a server that is gone loses nothing: tried again, kept over a crash, offered back', async () => {
    const app = createApp({
      usecases: suite.workbench.usecases,
      root,
      version: '1',
      browserFolder,
      log: () => undefined,
    });
    const server = createServer(app);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const port = typeof address === 'object' ? address!.port : 0;
    const stop = async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    };
    const editor = await openEditor(
      suite.context,
      `http://127.0.0.1:${port}/documents/${suite.document}/fa?segment=3`,
    );
    await stop();
    await editor.page.keyboard.insertText('پیش از ');
    await editor.page.locator('[data-status="retrying"]').waitFor();
    await editor.page.keyboard.insertText('بازگشت');
    await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
    await expect.poll(() => stored(3)).toMatchObject({ target: ['پیش از بازگشت'] });
    await editor.saved();

    await stop();
    await editor.page.keyboard.insertText(' دوباره');
    await editor.page.locator('[data-status="retrying"]').waitFor();
    await editor.page.close({ runBeforeUnload: false });
    await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
    const next = await openEditor(suite.context, `http://127.0.0.1:${port}/documents/${suite.document}/fa`);
    await next.page.locator('.recovery__entry').waitFor();
    expect(await next.page.locator('.recovery__text').textContent()).toBe('پیش از بازگشت دوباره');
    await next.page.locator('.recovery__entry button').first().click();
    await expect.poll(() => stored(3)).toMatchObject({ target: ['پیش از بازگشت دوباره'] });
    await expect.poll(() => next.page.locator('.recovery').isVisible()).toBe(false);
    await stop();
  });

  test('two people in one segment: both texts stay until one decides', async () => {
    const [mine, theirs] = [await open('?segment=3'), await open('?segment=3')];
    await theirs.page.bringToFront();
    await mine.page.evaluate(type('مال من'));
    await theirs.page.evaluate(type('مال او'));
    await expect
      .poll(
        async () =>
          (await mine.page.locator('[data-conflict]').isVisible()) ||
          (await theirs.page.locator('[data-conflict]').isVisible()),
      )
      .toBe(true);
    const loser = (await mine.page.locator('[data-conflict]').isVisible()) ? mine : theirs;
    const [own, other] = loser === mine ? ['مال من', 'مال او'] : ['مال او', 'مال من'];
    expect(await loser.page.locator('[data-mine]').textContent()).toBe(own);
    expect(await loser.page.locator('[data-theirs]').textContent()).toContain(other.slice(-2));
    expect(await loser.text()).toBe(own);
    await loser.page.bringToFront();
    await loser.page.locator('[data-merge]').click();
    await expect.poll(() => stored(3)).toMatchObject({ target: [`${own} ${other}`], version: 2 });
    await loser.saved();
  });

  test('a colleague’s save appears in an open page, and progress with it', async () => {
    const editor = await open('?segment=2');
    await editor.listening();
    const { segments } = await suite.workbench.usecases.store.listSegments(suite.document, fa, {}, 0, 10);
    const save = {
      language: fa,
      base: 0,
      subState: null,
      author: 'Zahra',
      at: Date.now(),
      origin: { kind: 'typed' },
    } as const;
    for (const position of [2, 5])
      await suite.workbench.usecases.store.saveTarget({
        ...save,
        segment: segments[position - 1]!.key,
        target: [`متن ${position}`],
        state: 'translated',
      });
    await expect.poll(() => editor.row(5).locator('.segment__target').textContent()).toBe('متن 5');
    await expect.poll(() => editor.text()).toBe('متن 2');
    await expect.poll(() => editor.announcer.textContent()).toContain('Zahra');
    await expect
      .poll(() => editor.page.locator('[data-progress-text]').textContent())
      .toMatch(/^\P{L}*[1-9]/u);
  });

  test('history shows what changed and brings it back; notes are written and deleted', async () => {
    const editor = await open('?segment=3');
    await editor.page.keyboard.insertText('یک دو سه');
    await editor.saved();
    await editor.press('Backspace', 'Backspace');
    await editor.page.keyboard.insertText('چهار');
    await expect.poll(() => stored(3)).toMatchObject({ version: 2 });
    await editor.press('Alt+h');
    const entries = editor.page.locator('[data-versions] .panel__entry');
    await expect.poll(() => entries.count()).toBe(2);
    expect(await entries.first().locator('ins').textContent()).toBe('چهار');
    expect(await entries.first().locator('del').textContent()).toBe('سه');
    await entries.last().locator('button').click();
    await expect.poll(() => editor.text()).toBe('یک دو سه');
    await expect.poll(() => entries.count()).toBe(3);
    await editor.press('Alt+n');
    await editor.page.locator('[data-note-text]:focus').waitFor();
    await editor.page.keyboard.insertText('<i>چرا؟</i>');
    await editor.press('Control+Enter');
    await expect
      .poll(() => editor.page.locator('[data-notes] .panel__text').textContent())
      .toBe('<i>چرا؟</i>');
    await expect.poll(() => editor.row(3).locator('.segment__notes').textContent()).toContain('1');
    await editor.page.locator('[data-notes] button').click();
    await expect.poll(() => editor.row(3).locator('.segment__notes').isVisible()).toBe(false);
    await editor.press('Alt+p');
    await expect.poll(() => editor.page.locator('[data-unit-source] mark').textContent()).toContain('Nobody');
    expect(editor.complaints).toEqual([]);
  });

  test('the filter finds in source and target, counts, and keeps its place in the address', async () => {
    const editor = await open('');
    await editor.page.locator('#filter-text').fill('LAMP');
    await editor.press('Enter');
    await editor.page.waitForURL(/text=LAMP/u);
    await expect.poll(() => editor.page.locator('[data-found]').textContent()).toContain('2');
    await expect.poll(() => editor.page.locator('.segment').count()).toBe(2);
    await editor.page.locator('#filter-state').selectOption('final');
    await editor.page.waitForURL(/state=final/u);
    await expect.poll(() => editor.page.locator('[data-none]').isVisible()).toBe(true);
    await expect.poll(() => editor.page.locator('.segment').count()).toBe(0);
  });

  test('keyboard focus is never lost: Escape and Enter, next and previous, help', async () => {
    const editor = await open('?segment=2');
    await editor.press('Escape');
    expect(await editor.page.locator('#segment-2 .segment__number:focus').count()).toBe(1);
    await editor.press('Enter');
    expect(await editor.page.locator('.pane__field:focus').count()).toBe(1);
    await editor.press('Alt+ArrowDown', 'Control+ArrowDown', 'Control+ArrowUp');
    await editor.page.locator('#segment-3.segment--open .pane__field:focus').waitFor();
    expect(await editor.page.locator('.segment--open').count()).toBe(1);
    await editor.press('F1');
    expect(await editor.page.locator('dialog[open] kbd').count()).toBeGreaterThan(10);
    await editor.press('Escape');
    expect(await editor.page.locator('.pane__field:focus').count()).toBe(1);
    await editor.press('Alt+g');
    await editor.page.keyboard.type('۶');
    await editor.press('Enter');
    await editor.page.locator('#segment-6.segment--open .pane__field:focus').waitFor();
    expect(editor.page.url()).toContain('segment=6');
  });

  test('two thousand segments: each is reached, rows come as one scrolls both ways, and typing stays usable', async () => {
    const text = Array.from({ length: 2_000 }, (_, index) => `This is line ${index + 1} of the book.`).join(
      '\n\n',
    );
    await suite.use({ text });
    const editor = await open('?segment=1000');
    await editor.page.locator('#segment-1000.segment--open .pane__field:focus').waitFor();
    expect(
      await editor
        .row(1000)
        .boundingBox()
        .then((box) => box!.y > 0 && box!.y < 900),
    ).toBe(true);
    for (const [direction, position] of [
      [-1, 700],
      [1, 1_300],
    ] as const) {
      for (let count = 0; count < 300 && (await editor.row(position).count()) === 0; count += 1) {
        await editor.page.mouse.wheel(0, direction * 3_000);
        await editor.page.waitForTimeout(20);
      }
      expect(await editor.row(position).count()).toBe(1);
    }
    const positions = await editor.page.evaluate<number[]>(POSITIONS);
    expect(positions).toEqual(Array.from(positions, (_, index) => positions[0]! + index));
    await editor.press('Alt+g');
    await editor.page.keyboard.type('2000');
    await editor.press('Enter');
    await editor.page.locator('#segment-2000.segment--open .pane__field:focus').waitFor();
    await editor.page.keyboard.insertText('پایان');
    await editor.press('Control+Enter');
    await editor.page.locator('#segment-1.segment--open .pane__field:focus').waitFor();
    expect(editor.complaints).toEqual([]);
  });

  test.each(['en', 'fa', 'my'])('accessible in %s, light and dark, narrow and wide', async (language) => {
    for (const width of [360, 1_400]) {
      const own = await suite.browser.newContext({
        viewport: { width, height: 800 },
        colorScheme: 'light',
        locale: language,
      });
      const editor = await openEditor(
        own,
        `${suite.workbench.address}/documents/${suite.document}/fa?segment=2`,
      );
      await editor.press('Control+Insert', 'Control+z');
      await editor.page.keyboard.insertText('الف');
      await editor.saved();
      await editor.press('Alt+h');
      await editor.page.locator('.panel__entry').first().waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await turn(editor.page, width, colorScheme);
        expect(await violationsOf(editor.page), `${colorScheme} ${width}`).toEqual([]);
        expect(await overflows(editor.page), `${colorScheme} ${width} overflows`).toBe(false);
        expect(editor.complaints).toEqual([]);
        if (process.env['SCREENSHOTS'] !== undefined)
          await editor.page.screenshot({
            path: join(process.env['SCREENSHOTS'], `${language}-${colorScheme}-${width}.png`),
          });
      }
      await own.close();
    }
  });
});

/* What runs in the page, whose types the tests do not have. */
const FIELD = `const field = document.querySelector('.pane__field'); field.focus();`;

const paste = (text: string, html: string): string => `{ ${FIELD}
  const dataTransfer = new DataTransfer();
  dataTransfer.setData('text/plain', ${JSON.stringify(text)});
  dataTransfer.setData('text/html', ${JSON.stringify(html)});
  const options = { inputType: 'insertFromPaste', dataTransfer, bubbles: true, cancelable: true };
  field.dispatchEvent(new InputEvent('beforeinput', options)); }`;

const type = (text: string): string =>
  `{ ${FIELD} document.execCommand('insertText', false, ${JSON.stringify(text)}); }`;

const POSITIONS = `Array.from(document.querySelectorAll('.segment'), (row) => Number(row.dataset.position))`;
