/**
 * Every page but the editor, in a real browser, in each language, narrow and wide, light and dark: no error in
 * the console, nothing that axe finds, no sideways scrolling, valid HTML; and the pages work without scripts.
 */
import { HtmlValidate } from 'html-validate';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { UI_LANGUAGES, type UiLanguage } from '../../server/i18n/languages.ts';
import { brokenSyllables, overflows, turn, violationsOf, type Scheme } from '../support/accessibility.ts';
import { hasChromium, openChromium } from '../support/chromium.ts';
import { SAMPLE_TEXT, importSample, openWorkbench, tag, type Workbench } from '../support/workbench.ts';
import { pair } from '../support/tu-samples.ts';
import { formWithFile, post } from '../web/client.ts';

const PAGES = [
  '/',
  '/projects/new',
  '/preferences',
  '/projects/1/settings',
  '/projects/1/machine',
  '/documents/1/fa/machine',
  '/projects/1/fa/analysis',
  '/projects/1/delete',
  '/documents/1',
  '/documents/1/fa/findings',
  '/memories',
  '/memories/1',
  '/memories/1?text=lamp&source=en&target=fa',
  '/memories/1/units/2',
  '/memories/1/acts',
  'REPLACE',
  '/memories/1/repeats',
  '/memories/1/checks',
  '/memories/1/statistics',
  '/memories/1/delete',
  '/memories/2',
  '/memories/concordance?text=lamp',
  '/projects/1/names',
  '/termbases',
  '/termbases/1',
  '/termbases/1/concept/new',
  '/termbases/1/concept?id=c1',
  '/termbases/1/changes',
  '/termbases/1/delete',
  '/nothing-here',
  'RECEIPT',
  '/alignments',
  'ALIGNMENT',
];

/** Those that differ in both stand two apart. */
const LOOKS = [
  [360, 'light'],
  [360, 'dark'],
  [1400, 'dark'],
  [1400, 'light'],
] as const;

/** Runs in the page: drops files on an element; false where the browser is kept from opening them. */
const DROP = `const drop = (selector, names) => {
  const dataTransfer = new DataTransfer();
  for (const name of names) dataTransfer.items.add(new File(['# a'], name));
  const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
  return document.querySelector(selector).dispatchEvent(event);
};`;

let bench: Workbench;
let browser: Browser;
let receipt = '';
let alignment = '';
let replacing = '';

/** A project with a translation of each state. */
async function makeProgress(): Promise<void> {
  const document = await importSample(bench.usecases);
  const { segments } = await bench.usecases.store.listSegments(document, tag('fa'), {}, 0, 100);
  for (const [index, state] of (['final', 'reviewed', 'translated', 'initial'] as const).entries()) {
    await bench.usecases.store.saveTarget({
      segment: segments[index]!.key,
      language: tag('fa'),
      base: 0,
      target: ['چراغ هنوز می‌سوخت.'],
      state,
      subState: null,
      author: 'مریم',
      at: 0,
      origin: { kind: 'typed' },
    });
  }
}

/** How much of the project the memories know, so that its page has tables. */
async function makeAnalysis(): Promise<void> {
  const path = '/projects/1/fa/analysis';
  await post(bench, `${path}/begin`, {});
  const hasTable = async (): Promise<boolean> =>
    (await (await fetch(bench.address + path)).text()).includes('figures-card');
  await vi.waitUntil(hasTable, { timeout: 20_000 });
}

/** A memory with something in it, and something deleted from it; and an empty one. */
async function makeMemory(): Promise<void> {
  const { memories } = bench.usecases.store;
  const memory = (await memories.createMemory('چراغ‌ها', 0))!;
  const context = { previous: 'It was late.', next: null, id: 'u1' };
  const code = { id: 'b', equiv: '', text: '<b>' };
  const content = ['The ', { ...code, code: 'open' }, 'lamp', { ...code, code: 'close' }] as const;
  const rich = pair('', 'چراغ', { context, document: 'lamp.md', changedBy: 'مریم', changedAt: 1 });
  const variants = [{ ...rich.variants[0]!, content }, rich.variants[1]!];
  const twins = ['a', 'b'].map((id) =>
    pair('It costs 12.', 'بهایش ۱۳  است.', { context: { ...context, id } }),
  );
  const address = pair(`See https://example.org/${'long'.repeat(30)}.`, 'ببینید.');
  await memories.addTus(memory, [pair('gone', 'رفته'), { ...rich, variants }, ...twins, address]);
  await memories.createMemory('خالی', 0);
  const [was] = await memories.listTus(memory, null, 1);
  const act = (await memories.startAct({ memory, kind: 'deleted', author: 'مریم', at: 0 }))!;
  await memories.changeTus(act, [{ was: was!, becomes: null }]);
}

/** Sends an exported file back with a changed target; gives the path of its receipt. */
async function makeReceipt(): Promise<string> {
  const sent = await (await fetch(`${bench.address}/documents/1/fa/xliff?version=2.1&anyway`)).text();
  const file = { name: 'lamp.xlf', text: sent.replace('می‌سوخت', 'روشن بود') };
  const answer = await post(bench, '/documents/1/fa/import', formWithFile({}, file));
  expect(answer.status).toBe(303);
  return answer.location;
}

/** Aligns two small files; gives the path of its page. */
async function makeAlignment(): Promise<string> {
  const form = formWithFile({ source: 'en', target: 'fa' }, { name: 'lamp.md', text: SAMPLE_TEXT });
  const persian = '# چراغ\n\nچراغ *هنوز* می‌سوخت. کسی به فکر خاموش کردنش نبود.\n\nنان و نمک.\n';
  form.append('translation', new File([persian], 'چراغ.md'));
  const answer = await post(bench, '/alignments', form);
  expect(answer.status).toBe(303);
  return answer.location.replace(/\?.*$/u, '');
}

/** A termbase of the project, with a name that the text has. */
async function makeTerms(): Promise<void> {
  const { terms } = bench.usecases.store;
  const termbase = (await terms.createTermbase('واژگان', 1))!;
  const rest = { partOfSpeech: null, gender: null, note: 'n', source: '', context: '' } as const;
  const words = [
    ['en', 'lamp'],
    ['fa', 'چراغ'],
    ['my', 'မီးအိမ်'],
  ] as const;
  const statuses = ['preferred', 'admitted', 'forbidden'] as const;
  const all = words.map(([language, text], index) => ({
    ...{ language: tag(language), text, status: statuses[index]!, ...rest },
  }));
  const concept = { id: 'c1', domain: 'خانه', definition: 'd', note: '', image: 'https://example.org/a.png' };
  await terms.saveConcepts(termbase, [{ ...concept, isName: true, terms: all }], 'مریم', 1);
  await terms.setProjectTermbases((await bench.usecases.store.listProjects())[0]!.id, [
    { termbase, writable: true },
  ]);
}

/** Looks through the memory in each way; gives the path of what would be replaced. */
async function makeSurveys(): Promise<string> {
  const pair = { source: 'en', target: 'fa' };
  for (const kind of ['repeats', 'checks', 'statistics']) await post(bench, `/memories/1/${kind}`, pair);
  const asked = { ...pair, side: 'target', find: 'چراغ', by: 'لامپ', filterText: 'lamp' };
  return (await post(bench, '/memories/1/replace', asked)).location;
}

function pathOf(page: string): string {
  return { RECEIPT: receipt, ALIGNMENT: alignment, REPLACE: replacing }[page] ?? page;
}

async function openContext(
  language: UiLanguage,
  width: number,
  colorScheme: Scheme,
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
  await context.addCookies([{ name: 'recto_language', value: language, url: bench.address }]);
  return context;
}

/** A tab, and what its console will complain of. */
async function openTab(
  context: BrowserContext,
): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // The browser itself reports the status of a page that is meant to be missing.
    const isStatus = message.location().url === page.url() && message.text().includes('404');
    if (message.type() !== 'log' && !isStatus) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints };
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(bench.address + path);
  await page.evaluate('document.fonts.ready.then(() => undefined)');
}

/**
 * Each page is opened in one look of a language, narrow in one language and wide in the next, and then turned to
 * the look that differs in both.
 */
function pagesFor(language: UiLanguage, width: number, scheme: Scheme): readonly string[] {
  const look = LOOKS.findIndex((each) => each[0] === width && each[1] === scheme);
  const shift = 2 * UI_LANGUAGES.indexOf(language);
  return PAGES.filter((_, index) => (index + shift) % LOOKS.length === look);
}

describe.runIf(hasChromium())('pages', () => {
  beforeAll(async () => {
    bench = await openWorkbench();
    browser = await openChromium();
    await makeProgress();
    await makeMemory();
    await makeAnalysis();
    replacing = await makeSurveys();
    receipt = await makeReceipt();
    alignment = await makeAlignment();
    await makeTerms();
  });

  afterAll(async () => {
    await browser.close();
    await bench.close();
  });

  describe.each(UI_LANGUAGES)('in %s', (language) => {
    it.each(LOOKS)('%i pixels wide, %s', async (width, scheme) => {
      const context = await openContext(language, width, scheme);
      const { page, complaints } = await openTab(context);
      for (const name of pagesFor(language, width, scheme)) {
        await goTo(page, pathOf(name));
        const root = page.locator('html');
        expect(await root.getAttribute('lang'), name).toBe(language);
        expect(await root.getAttribute('dir'), name).toBe(language === 'fa' ? 'rtl' : 'ltr');
        for (const details of await page.locator('details > summary').all()) await details.click();
        for (const isTurned of [false, true]) {
          if (isTurned) await turn(page, width === 360 ? 1400 : 360, scheme === 'light' ? 'dark' : 'light');
          expect(await overflows(page), `${name} scrolls sideways`).toBe(false);
          expect(await violationsOf(page), name).toEqual([]);
          if (language === 'my') expect(await brokenSyllables(page), name).toEqual([]);
        }
        expect(complaints, name).toEqual([]);
        await turn(page, width, scheme);
      }
      await context.close();
    });
  });

  describe('as such', () => {
    it.each(UI_LANGUAGES)('are valid HTML in %s', async (language) => {
      const validator = new HtmlValidate({
        extends: ['html-validate:standard', 'html-validate:a11y'],
        rules: { 'long-title': 'off', 'no-trailing-whitespace': 'off', 'doctype-style': 'off' },
      });
      for (const name of PAGES) {
        const response = await fetch(bench.address + pathOf(name), {
          headers: { Cookie: `recto_language=${language}; recto_name=M` },
        });
        const report = await validator.validateString(await response.text());
        const messages = report.results.flatMap((result) =>
          result.messages.map((each) => `${name}:${each.line}: ${each.message} [${each.ruleId}]`),
        );
        expect(messages).toEqual([]);
      }
    });

    it('make a project without scripts', async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(`${bench.address}/projects/new`);
      await page.getByLabel('Name of the project').fill('Without scripts');
      await page.getByLabel('Persian').check();
      const file = { name: 'lamp.md', mimeType: 'text/markdown', buffer: Buffer.from(SAMPLE_TEXT) };
      await page.getByLabel('File', { exact: true }).setInputFiles(file);
      await page.getByRole('button', { name: 'Create project' }).click();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Without scripts');
      expect(await page.getByRole('status').textContent()).toContain('was created');
      await context.close();
    });

    it('change their language where they are', async () => {
      const context = await openContext('en', 1400, 'light');
      const { page } = await openTab(context);
      await goTo(page, '/projects/new');
      await page.getByRole('button', { name: 'فارسی' }).click();
      await page.waitForURL('**/projects/new');
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('پروژهٔ تازه');
      await context.close();
    });

    it('keep the page when a file is dropped beside the form, and take one file of several', async () => {
      const context = await openContext('fa', 1400, 'light');
      const { page } = await openTab(context);
      await goTo(page, '/projects/new');
      const shown = page.locator('[data-file-name]');
      expect(await shown.textContent()).toBe('هنوز فایلی برگزیده نشده است');
      expect(await page.evaluate(`${DROP} drop('h1', ['a.md'])`)).toBe(false);
      expect(await page.locator('#file').inputValue()).toBe('');
      expect(await page.evaluate(`${DROP} drop('#file', ['a.md'])`)).toBe(false);
      expect(await shown.textContent()).toBe('a.md');
      await page.evaluate(`${DROP} drop('#file', ['b.md', 'c.md'])`);
      expect(await shown.textContent()).toMatch(/تنها یک فایل .*b\.md/u);
      await context.close();
    });

    it('lead to what was refused', async () => {
      const context = await openContext('en', 1400, 'light');
      const { page } = await openTab(context);
      await goTo(page, '/projects/new');
      await page.locator('#file').setInputFiles({
        name: 'a.md',
        mimeType: 'text/markdown',
        buffer: Buffer.from([0, 1, 2]),
      });
      await page.getByRole('button', { name: 'Create project' }).click();
      await page.locator('[role="alert"]:focus').waitFor();
      expect(await page.title()).toMatch(/^Error: /u);
      await context.close();
    });

    it('take a file that is dropped', async () => {
      const context = await openContext('en', 1400, 'light');
      const { page } = await openTab(context);
      await goTo(page, '/projects/new');
      const chosen = await page.evaluate(`(() => {
      const data = new DataTransfer();
      data.items.add(new File(['# a'], 'dropped.md'));
      document.querySelector('.field.file-drop')
        .dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
      return document.querySelector('#file').files[0]?.name;
    })()`);
      expect(chosen).toBe('dropped.md');
      await context.close();
    });
  });
});
