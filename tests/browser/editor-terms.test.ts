/** Terms in the editor, in a real browser: recognised in the source, written by key and click, added from a selection. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { PLAIN_TERM, type Concept, type Term } from '../../server/core/terminology/concept.ts';
import { writableTermbase } from '../../server/usecases/project-termbases.ts';
import { violationsOf } from '../support/accessibility.ts';
import { hasChromium } from '../support/chromium.ts';
import { editorSuite } from '../support/editor-suite.ts';
import { tag } from '../support/workbench.ts';

const TEXT = 'The *old* mutual aid society helped the farmers.\n\nAid was given to all.\n';

/** Run in the page: the texts that a highlight marks; selecting some of the open segment's source. */
const MARKED = `(name) => Array.from(CSS.highlights.get(name) ?? [], (range) => range.toString())`;
const SELECT = `((words) => {
  const walker = document.createTreeWalker(document.querySelector('.segment--open .segment__source'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at >= 0) getSelection().setBaseAndExtent(node, at, node, at + words.length);
  }
})`;

const marked = (page: Page, name: string): Promise<unknown> => page.evaluate(`(${MARKED})('${name}')`);

function term(language: string, text: string, status: Term['status'] = 'preferred', note = ''): Term {
  return { ...PLAIN_TERM, language: tag(language), text, status, note };
}

describe.runIf(hasChromium())('terms in the editor', () => {
  const suite = editorSuite();
  const { open, stored, use } = suite;

  const project = async () => (await suite.workbench.usecases.store.findDocument(suite.document))!.project;

  async function know(...concepts: readonly Pick<Concept, 'terms' | 'definition'>[]): Promise<void> {
    await use({ text: TEXT });
    const { usecases } = suite.workbench;
    const termbase = (await writableTermbase(usecases, await project()))!;
    const rest = { domain: '', note: '', image: '', isName: false };
    const all = concepts.map((each, index) => ({ id: `c${index}`, ...rest, ...each }));
    await usecases.store.terms.saveConcepts(termbase, all, 'Zahra', 1);
  }

  async function knowAid(): Promise<void> {
    await know(
      { definition: 'Help', terms: [term('en', 'aid'), term('fa', 'کمک'), term('my', 'အကူအညီ')] },
      {
        definition: 'Solidarity\nnot charity',
        terms: [
          term('en', 'mutual aid'),
          term('fa', 'خیریه', 'forbidden'),
          term('fa', 'کمک متقابل', 'admitted'),
          term('fa', 'همیاری', 'preferred', '<b>جمع</b>'),
          term('my', 'အပြန်အလှန်အကူအညီ'),
        ],
      },
      { definition: '', terms: [term('en', 'farmer')] },
    );
  }

  test('are marked in the source, listed longest first, and written by key or click', async () => {
    await knowAid();
    const editor = await open('?segment=1');
    const { page } = editor;
    const items = page.locator('.terms__item');
    await expect.poll(() => items.count()).toBe(3);
    expect(await marked(page, 'term')).toEqual(['mutual aid', 'farmers']);
    expect(await marked(page, 'term-within')).toEqual(['aid']);
    expect(await items.nth(0).innerText()).toMatch(
      /mutual aid[^]*همیاری[^]*<b>جمع<\/b>[^]*کمک متقابل[^]*خیریه[^]*Solidarity/u,
    );
    expect(await items.nth(1).innerText()).toMatch(/aid[^]*inside of a longer one[^]*کمک/u);
    expect(await items.nth(2).innerText()).toContain('No translation yet');
    expect(await page.locator('.terms__item button').count()).toBe(3);
    const word = page.locator('.terms__insert .terms__term').first();
    expect([await word.getAttribute('lang'), await word.getAttribute('dir')]).toEqual(['fa', 'rtl']);

    await editor.field.focus();
    await page.keyboard.insertText('انجمن ');
    await editor.press('Alt+Shift+Digit1');
    await page.keyboard.insertText(' و ');
    await editor.press('Alt+t', 'Digit3');
    await page.keyboard.insertText(' ');
    await page.getByRole('button', { name: 'کمک متقابل' }).click();
    expect(await editor.text()).toBe('انجمن همیاری و کمک کمک متقابل');
    await editor.press('Control+z');
    expect(await editor.text()).toBe('انجمن همیاری و کمک ');
    await editor.press('Alt+Shift+Digit9');
    await expect.poll(() => editor.announcer.textContent()).toMatch(/No term has the number/u);
    await expect.poll(() => stored(1)).toMatchObject({ target: ['انجمن همیاری و کمک '] });
    expect(await violationsOf(page)).toEqual([]);
    expect(editor.complaints).toEqual([]);
  });

  test('follow the open segment, and are those of its language', async () => {
    await knowAid();
    const editor = await open('?segment=1', 'my');
    const { page } = editor;
    await expect.poll(() => marked(page, 'term')).toEqual(['mutual aid', 'farmers']);
    await editor.field.focus();
    await page.keyboard.insertText('ကျွန်ုပ်တို့၏ ');
    await editor.press('Alt+Shift+Digit1');
    expect(await editor.text()).toBe('ကျွန်ုပ်တို့၏ အပြန်အလှန်အကူအညီ');
    await editor.press('Alt+ArrowDown');
    await expect.poll(() => marked(page, 'term')).toEqual(['Aid']);
    await editor.press('Alt+t');
    await page.locator('.terms__insert:focus').waitFor();
    await editor.press('Escape');
    await page.locator('.pane__field:focus').waitFor();
    await editor.press('Alt+t', 'Enter');
    expect(await editor.text()).toBe('အကူအညီ');
    expect(editor.complaints).toEqual([]);
  });

  test('are added from what is selected with two keys, and known at once', async () => {
    await use({ text: TEXT });
    const editor = await open('?segment=1');
    const { page } = editor;
    await editor.field.focus();
    await page.keyboard.insertText('انجمن یاری');
    await editor.press(...Array.from('یاری', () => 'Shift+ArrowRight'));
    // Browsers tell of a selection once a frame, and no hand is quicker.
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
    await page.evaluate(`${SELECT}('mutual aid')`);
    await editor.press('Alt+a');
    expect(await page.locator('[data-term-source]').inputValue()).toBe('mutual aid');
    const target = page.locator('[data-term-target]:focus');
    expect(await target.inputValue()).toBe('یاری');
    expect(await violationsOf(page)).toEqual([]);
    await editor.press('Enter');
    await expect.poll(() => marked(page, 'term')).toEqual(['mutual aid']);
    await page.locator('.pane__field:focus').waitFor();
    await editor.press('ArrowLeft', 'Alt+Shift+Digit1');
    expect(await editor.text()).toBe('انجمن یارییاری');

    const { terms } = suite.workbench.usecases.store;
    const [used, ...others] = await terms.listProjectTermbases(await project());
    expect([used!.writable, others]).toEqual([true, []]);
    expect((await terms.findTermbase(used!.termbase))!.name).toBe('The lamp');
    const [concept] = await terms.listConcepts(used!.termbase, {}, null, 9);
    expect(concept!.terms).toMatchObject([
      { language: 'en', text: 'mutual aid', context: 'The old mutual aid society helped the farmers.' },
      { language: 'fa', text: 'یاری', status: 'preferred' },
    ]);
    expect(editor.complaints).toEqual([]);
  });

  test('are added with what is typed; a second translation joins its concept, Escape gives up', async () => {
    await use({ text: TEXT });
    const editor = await open('?segment=2', 'my');
    const { page } = editor;
    for (const word of ['အကူအညီ', 'ကူညီမှု']) {
      await page.evaluate(`${SELECT}('Aid')`);
      await editor.press('Alt+a');
      await page.locator('[data-term-target]:focus').waitFor();
      await page.keyboard.insertText(word);
      await editor.press('Enter');
      await page.locator('.terms__insert', { hasText: word }).waitFor();
    }
    const { terms } = suite.workbench.usecases.store;
    const [used] = await terms.listProjectTermbases(await project());
    const concepts = await terms.listConcepts(used!.termbase, {}, null, 9);
    expect(concepts.map((each) => each.terms.map(({ text, status }) => `${text} ${status}`))).toEqual([
      ['Aid preferred', 'အကူအညီ preferred', 'ကူညီမှု admitted'],
    ]);
    await page.getByRole('button', { name: 'Add term' }).click();
    await page.keyboard.insertText('no');
    await editor.press('Escape');
    expect(await page.locator('[data-term-form]').isVisible()).toBe(false);
    await page.locator('.pane__field:focus').waitFor();
    expect(editor.complaints).toEqual([]);
  });
});
