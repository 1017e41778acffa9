/** How one gets about in the editor: to open segments, into panels and back, past a filter. */
import { describe, expect, test } from 'vitest';
import { hasChromium } from '../support/chromium.ts';
import { editorSuite } from '../support/editor-suite.ts';
import { tag } from '../support/workbench.ts';

const fa = tag('fa');

describe.runIf(hasChromium())('getting about in the editor', () => {
  const suite = editorSuite();
  const { open, stored } = suite;

  test('work begins at the next open segment: by the address, by key, by button', async () => {
    const { segments } = await suite.workbench.usecases.store.listSegments(suite.document, fa, {}, 0, 10);
    for (const { key } of segments.slice(0, 2))
      await suite.workbench.usecases.store.saveTarget({
        segment: key,
        language: fa,
        base: 0,
        target: ['متن'],
        state: 'translated',
        subState: null,
        author: '',
        at: 0,
        origin: { kind: 'typed' },
      });
    const sent = await open('?open=next');
    await sent.page.locator('#segment-3.segment--open .pane__field:focus').waitFor();
    expect(new URL(sent.page.url()).search).toBe('?segment=3');
    const plain = await open('');
    expect(await plain.page.evaluate('document.activeElement.tagName')).toBe('BODY');
    await plain.press('Alt+o');
    await plain.page.locator('#segment-3.segment--open .pane__field:focus').waitFor();
    await plain.page.locator('[data-next-open]').click();
    await plain.page.locator('#segment-4.segment--open .pane__field:focus').waitFor();
  });

  test('Escape leads from a panel back to the field, and a half-written note waits for its segment', async () => {
    const editor = await open('?segment=3');
    await editor.page.keyboard.insertText('یک');
    await editor.press('Alt+n');
    await editor.page.keyboard.insertText('ask');
    await editor.press('Control+Enter');
    await expect.poll(() => editor.page.locator('[data-notes] .panel__text').textContent()).toBe('ask');
    await editor.page.keyboard.insertText('half');
    await editor.press('Escape');
    await editor.page.locator('#segment-3 .pane__field:focus').waitFor();
    expect(await editor.page.locator('.panel:visible').count()).toBe(0);
    await editor.press('Control+Enter');
    await expect.poll(() => stored(3)).toMatchObject({ target: ['یک'], state: 'translated' });
    await editor.page.locator('#segment-4.segment--open .pane__field:focus').waitFor();
    await editor.press('Alt+n');
    expect(await editor.page.locator('[data-note-text]').inputValue()).toBe('');
    await editor.press('Escape', 'Alt+ArrowUp', 'Alt+n');
    expect(await editor.page.locator('[data-note-text]').inputValue()).toBe('half');
    await editor.press('Escape', 'Alt+h');
    await editor.page.locator('[data-panel-body="history"]:focus').waitFor();
    await editor.press('Escape');
    await editor.page.locator('#segment-3 .pane__field:focus').waitFor();
    await editor.page.keyboard.type(' ');
    await expect.poll(() => editor.announcer.textContent()).toMatch(/Draft/u);
  });

  test('a segment that is not there is said so; one outside the filter is shown without it', async () => {
    const beyond = await open('?segment=9999');
    expect(await beyond.page.getByRole('alert').textContent()).toContain('9,999');
    expect(await beyond.page.locator('.segment').count()).toBeGreaterThan(0);
    const filtered = await open('?text=LAMP');
    await filtered.press('Alt+g');
    await filtered.page.keyboard.type('3');
    await filtered.press('Enter');
    await filtered.page.locator('#segment-3.segment--open .pane__field:focus').waitFor();
    expect(new URL(filtered.page.url()).search).toBe('?segment=3');
  });
});
