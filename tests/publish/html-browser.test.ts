/** The HTML and EPUB pages in a real browser: accessibility, strict parsing, hostile texts. */
import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildEdition } from '../../server/core/publish/build-edition.ts';
import type { Edition } from '../../server/core/publish/edition.ts';
import { epubEdition } from '../../server/publish/epub/index.ts';
import type { EmbeddedFont } from '../../server/publish/publisher.ts';
import { bilingualHtmlEdition, htmlEdition } from '../../server/publish/html/index.ts';
import { hasChromium, openChromium } from '../support/chromium.ts';
import { detailsFor, fontsFor, libraryDocument, tag, toolsFor } from '../support/edition-fixtures.ts';
import { violationsOf } from '../support/accessibility.ts';
import { hostileEdition, NASTY, pageText } from '../support/hostile-edition.ts';

function htmlOf(edition: Edition, fonts: readonly EmbeddedFont[] = []): string {
  const { language, bilingual } = edition;
  const tools = toolsFor(language, fonts);
  return strFromU8((bilingual ? bilingualHtmlEdition : htmlEdition).publish(edition, tools).bytes!);
}

/** What a parser makes of a page: its text by id, and what might act or lead somewhere. */
const parsedShape = z.object({
  error: z.string().nullable(),
  texts: z.record(z.string(), z.string()),
  elements: z.array(z.string()),
  handlers: z.array(z.string()),
  addresses: z.array(z.string()),
});

/** Runs in the page. */
const PARSE = `(source, type) => {
  const document = new DOMParser().parseFromString(source, type);
  const all = [...document.querySelectorAll('*')];
  const attributes = all.flatMap((each) => [...each.attributes]);
  return {
    error: document.querySelector('parsererror')?.textContent ?? null,
    texts: Object.fromEntries(all.filter(({ id }) => id !== '').map(({ id, textContent }) => [id, textContent])),
    elements: [...new Set(all.map(({ localName }) => localName))],
    handlers: attributes.map(({ name }) => name).filter((name) => /^(?:on|style$|src)/.test(name)),
    addresses: attributes.filter(({ name }) => name === 'href').map(({ value }) => value),
  };
}`;

async function parsed(page: Page, source: string, type: string): Promise<z.infer<typeof parsedShape>> {
  return parsedShape.parse(
    await page.evaluate(`(${PARSE})(${JSON.stringify(source)}, ${JSON.stringify(type)})`),
  );
}

describe.skipIf(!hasChromium())('in Chromium', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openChromium();
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  const library = (language: 'fa' | 'my' | 'es', bilingual: boolean): Edition =>
    buildEdition(
      libraryDocument(language, (index) => index % 3 === 1),
      detailsFor(language),
      { language: tag(language), sourceLanguage: tag('en'), bilingual },
    );

  const looks = (['fa', 'my', 'es'] as const).flatMap((language) =>
    [false, true].flatMap((bilingual) =>
      ([360, 1200] as const).map((width) => ({
        language,
        bilingual,
        width,
        colorScheme: width === 360 ? ('dark' as const) : ('light' as const),
      })),
    ),
  );

  it.each(looks)(
    'is accessible and fits the window: %j',
    async ({ language, bilingual, width, colorScheme }) => {
      const context = await browser.newContext({
        viewport: { width, height: 800 },
        colorScheme,
        bypassCSP: true,
      });
      const shown = await context.newPage();
      const said: string[] = [];
      shown.on('console', (message) => said.push(message.text()));
      await shown.setContent(htmlOf(library(language, bilingual), fontsFor(language, 'en')));
      expect(await violationsOf(shown)).toEqual([]);
      expect(
        await shown.evaluate('document.documentElement.scrollWidth - window.innerWidth'),
      ).toBeLessThanOrEqual(0);
      expect(said).toEqual([]);
      await context.close();
    },
  );

  it('keeps to its own policy, with its fonts loaded and its style applied', async () => {
    const shown = await browser.newPage();
    const said: string[] = [];
    shown.on('console', (message) => said.push(message.text()));
    shown.on('request', (request) => said.push(request.url()));
    await shown.setContent(htmlOf(library('my', false), fontsFor('my', 'en')));
    const families: unknown = await shown.evaluate(
      `document.fonts.ready.then(() => [...document.fonts].filter((font) => font.status === 'loaded').map((font) => font.family))`,
    );
    expect(z.array(z.string()).parse(families)).toContain('Padauk');
    expect(await shown.evaluate('getComputedStyle(document.body).marginTop')).toBe('0px');
    expect(said.filter((each) => !each.startsWith('data:font/woff2;base64,'))).toEqual([]);
    await shown.close();
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(...NASTY),
    fc.array(fc.constantFrom(...NASTY), { maxLength: 4 }).map((each) => each.join('')),
  );

  const harmless = (result: z.infer<typeof parsedShape>): void => {
    expect(result.error).toBeNull();
    expect(result.handlers).toEqual([]);
    for (const name of ['script', 'iframe', 'img', 'object', 'constructor'])
      expect(result.elements).not.toContain(name);
    for (const address of result.addresses)
      expect(address).toMatch(/^(?:https?:\/\/|mailto:|#|[^:/?#]*(?:[/?#].*)?$)/);
  };

  /** In place of a translation with half of a character stands its source, which beside it is there already. */
  const shownOf = (each: string, bilingual: boolean): string | undefined => {
    if (/\p{Surrogate}/u.test(each)) return bilingual ? undefined : 'source';
    return each === '' ? undefined : pageText(each);
  };

  it.each([false, true])('shows any text as it is and does no harm, bilingual: %s', async (bilingual) => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 3 }), async (texts) => {
        const html = htmlOf(hostileEdition(texts, 'fa', bilingual));
        for (const type of ['application/xhtml+xml', 'text/html']) {
          const result = await parsed(page, html, type);
          harmless(result);
          for (const [index, each] of texts.entries())
            expect(result.texts[`u${index}-s1`]).toBe(shownOf(each, bilingual));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('holds for every file of a book', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 3 }), async (texts) => {
        const files = unzipSync(epubEdition.publish(hostileEdition(texts), toolsFor('fa')).bytes!);
        const found = new Map<string, string>();
        for (const [name, bytes] of Object.entries(files)) {
          if (!/\.(?:xhtml|opf|xml)$/.test(name)) continue;
          const type = name.endsWith('.xhtml') ? 'application/xhtml+xml' : 'application/xml';
          const result = await parsed(page, strFromU8(bytes), type);
          harmless(result);
          for (const [id, shown] of Object.entries(result.texts)) found.set(id, shown);
        }
        for (const [index, each] of texts.entries())
          expect(found.get(`u${index}-s1`)).toBe(shownOf(each, false));
      }),
      { numRuns: 25 },
    );
  });
});
