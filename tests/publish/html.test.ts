import { createHash } from 'node:crypto';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { buildEdition } from '../../server/core/publish/build-edition.ts';
import type { EditionDetails } from '../../server/core/publish/edition.ts';
import { bilingualHtmlEdition, htmlEdition } from '../../server/publish/html/index.ts';
import {
  detailsFor,
  fontsFor,
  libraryDocument,
  plainUnit,
  tag,
  toolsFor,
  type TargetLanguage,
} from '../support/edition-fixtures.ts';
import { hostileEdition, NASTY } from '../support/hostile-edition.ts';

const half = (index: number): boolean => index % 3 === 1;

interface Wanted {
  readonly language?: TargetLanguage | 'en';
  readonly untranslated?: ((index: number) => boolean) | undefined;
  readonly bilingual?: boolean;
  readonly details?: Partial<EditionDetails>;
  readonly fonts?: boolean;
}

function page({
  language = 'fa',
  untranslated,
  bilingual = false,
  details = {},
  fonts = false,
}: Wanted = {}): string {
  const document = libraryDocument(language === 'en' ? 'fa' : language, untranslated);
  const edition = buildEdition(
    document,
    { ...detailsFor(language), ...details },
    { language: tag(language), sourceLanguage: tag('en'), bilingual },
  );
  const tools = toolsFor(language, fonts ? fontsFor(language, 'en') : []);
  return new TextDecoder().decode(
    (bilingual ? bilingualHtmlEdition : htmlEdition).publish(edition, tools).bytes,
  );
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  // A page is XML as well, so `<br/>`; and how long a title is, is the author's choice.
  rules: { 'void-style': ['error', { style: 'selfclose' }], 'long-title': 'off' },
});

async function faults(html: string): Promise<readonly string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map((each) => `${each.line}: ${each.ruleId} ${each.message}`),
  );
}

it('asks a validator that does find faults', async () => {
  expect(await faults('<!DOCTYPE html><p><div id="a"><img></div></p>')).not.toEqual([]);
});

describe('html-validate has nothing to say about', () => {
  it.each(
    (['fa', 'my', 'es'] as const).flatMap((language) =>
      [undefined, half].flatMap((untranslated) =>
        [false, true].map((bilingual) => ({ language, untranslated, bilingual })),
      ),
    ),
  )('%j', async (wanted) => {
    expect(await faults(page(wanted))).toEqual([]);
  });

  it.each([false, true])('a hostile edition, bilingual: %s', async (bilingual) => {
    const edition = hostileEdition(NASTY, 'my', bilingual);
    const { bytes } = (bilingual ? bilingualHtmlEdition : htmlEdition).publish(edition, toolsFor('my'));
    expect(await faults(new TextDecoder().decode(bytes))).toEqual([]);
  });
});

describe('a page', () => {
  it('needs nothing else, runs nothing, and allows only its own style', () => {
    const html = page({ fonts: true });
    const style = /<style>([^]*)<\/style>/.exec(html)![1]!;
    const hash = createHash('sha256').update(style).digest('base64');
    expect(html).toContain(`content="default-src 'none'; style-src 'sha256-${hash}'; font-src data:;`);
    expect(html.match(/@font-face/g)).toHaveLength(6);
    expect(style.match(/url\([^d]/g)).toBeNull();
    expect(html).not.toMatch(/<(?:script|img|iframe|object)|\sstyle=|<link[^>]+rel="stylesheet"|@import/);
  });

  it('uses logical properties and leaves direction to attributes', () => {
    const css = /<style>([^]*)<\/style>/.exec(page({ bilingual: true }))![1]!;
    expect(css).not.toMatch(
      /\b(?:margin|padding|border)-(?:left|right|top|bottom)|\bdirection:|unicode-bidi|justify;/,
    );
    expect(css).not.toMatch(/text-align: (?:left|right)|(?<![-\w])(?:left|right|width|height):/);
  });

  it('is the same to the byte when it is published again', () => {
    expect(page({ fonts: true })).toBe(page({ fonts: true }));
  });

  it.each([
    ['fa', 'rtl'],
    ['my', 'ltr'],
  ] as const)('says its language and direction: %s', (language, direction) => {
    expect(page({ language })).toContain(`lang="${language}" dir="${direction}" xml:lang="${language}"`);
  });

  it('leads to its siblings, and to the source for everybody else', () => {
    const html = page({ language: 'my' });
    expect(html).toContain('<link rel="alternate" hreflang="fa" href="library.fa.html"/>');
    expect(html).toContain('<link rel="alternate" hreflang="x-default" href="library.en.html"/>');
    expect(html).toMatch(
      /<a href="library.fa.html" hreflang="fa" lang="fa" dir="rtl" title="[^"]+">فارسی<\/a>/,
    );
    expect(html.match(/aria-current="page">မြန်မာ</g)).toHaveLength(1);
    expect(page({ details: { siblings: [] } })).not.toContain('class="switcher"');
  });

  it('marks each passage that is not translated, once, in words, with its language', () => {
    const html = page({ untranslated: half });
    expect(html).toContain(
      '<span class="mark" lang="fa" dir="rtl">ترجمه‌نشده</span> <span id="u2-s1" class="untranslated" lang="en" dir="ltr">The library',
    );
    expect(html.match(/class="mark"/g)).toHaveLength(6);
    expect(html).toContain('۱۱ قطعه');
    expect(page()).not.toContain('class="mark"');
    expect(page({ untranslated: () => true }).match(/class="mark"/g)).toHaveLength(1);
  });

  it('never claims to be whole while a passage is missing', () => {
    const html = page({ untranslated: (index) => index === 16 });
    expect(html).toMatch(/۱۶ قطعه \(۹۴٪\)/);
    expect(html).toContain('class="notice"');
    expect(page()).not.toContain('class="notice"');
  });

  it('has no statement about translation in an edition of the original', () => {
    const html = page({ language: 'en' });
    expect(html).not.toMatch(/class="mark"|class="notice"|passages are translated/);
    expect(html).toContain('<h1><span id="u1-s1">The library by the river</span></h1>');
  });

  it('links notes both ways and headings by the names that the original gave them', () => {
    const html = page();
    expect(html).toMatch(
      /<sup><a id="ref-1" href="#note-1" role="doc-noteref" class="noteref">۱<\/a><\/sup>/,
    );
    expect(html).toMatch(/<li id="note-1">.*href="#ref-1" role="doc-backlink"/s);
    expect(html).toContain('<a href="#u3-s1">قاعده‌ها</a>');
  });

  it('isolates code, addresses and Latin passages in Persian', () => {
    const html = page();
    expect(html).toContain('<bdi dir="ltr">C++</bdi>');
    expect(html).toContain('<bdi dir="ltr"><code>awk { print $1 }</code></bdi>');
    expect(html).toContain('<bdi dir="ltr"><a href="https://example.org/">https://example.org/</a></bdi>');
  });

  it('lets a sentence that was left in a Latin script run its own way', () => {
    const units = [
      plainUnit('u1', ['Read it!'], ['Read it!']),
      plainUnit('u2', ['Read it!'], ['Read it! بخوانید']),
    ];
    const edition = buildEdition({ ...libraryDocument('fa'), units, outline: [] }, detailsFor('fa'), {
      ...{ language: tag('fa'), sourceLanguage: tag('en'), bilingual: false },
    });
    const html = new TextDecoder().decode(
      htmlEdition.publish(edition, toolsFor('fa')).bytes ?? new Uint8Array(),
    );
    expect(html).toContain('<span id="u1-s1" dir="ltr">Read it!</span>');
    expect(html).toContain('<span id="u2-s1"><bdi dir="ltr">Read it</bdi>! بخوانید</span>');
  });

  it('credits everybody', () => {
    const html = page({ language: 'es' });
    expect(html).toContain('Translated by <bdi>Ma Thida</bdi>, <bdi>K. Zaw</bdi>');
    expect(html).toContain('<meta name="schema.translator" content="K. Zaw"/>');
    expect(html).toContain('<meta name="schema.translationOfWork" content="urn:uuid:0b2f');
    expect(html).toContain('CC BY-SA 4.0');
  });
});

describe('a bilingual page', () => {
  const html = page({ bilingual: true, untranslated: half });

  it('faces each block with its translation, the source on the side that it is read from', () => {
    expect(html).toContain(
      '<div class="pair" dir="ltr">\n<div class="source" lang="en" dir="ltr">\n<ol start="2">',
    );
    expect(html).toMatch(/<h2><span id="u3-s1">قاعده‌های خانه/);
    expect(html).toContain('<p class="heading h2">Rules of the house</p>');
  });

  it('has each id once, and a mark instead of the source a second time', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(html.match(/Bring your own cup/g)).toHaveLength(1);
  });
});
