import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildEdition } from '../../server/core/publish/build-edition.ts';
import { epubEdition } from '../../server/publish/epub/index.ts';
import { epubcheck, hasEpubcheck } from '../support/epubcheck.ts';
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

function book(language: TargetLanguage | 'en', untranslated?: (index: number) => boolean): Uint8Array {
  const edition = buildEdition(
    libraryDocument(language === 'en' ? 'fa' : language, untranslated),
    detailsFor(language),
    { language: tag(language), sourceLanguage: tag('en'), bilingual: false },
  );
  return epubEdition.publish(edition, toolsFor(language, fontsFor(language, 'en'))).bytes!;
}

function filesOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
}

describe.skipIf(!hasEpubcheck())('epubcheck finds no fault in', () => {
  it.each([
    ['a Persian book', () => book('fa')],
    ['a half translated Persian book', () => book('fa', half)],
    ['a Burmese book', () => book('my')],
    ['a half translated Burmese book', () => book('my', half)],
    ['a Spanish book of which nothing is translated', () => book('es', () => true)],
    ['a hostile book', () => epubEdition.publish(hostileEdition(NASTY), toolsFor('fa')).bytes!],
    [
      'a book with nothing in it',
      () =>
        epubEdition.publish(
          {
            ...hostileEdition([]),
            ...{ people: [], licence: '', origin: '', date: 'never', workId: 'urn:example:1' },
          },
          toolsFor('my'),
        ).bytes!,
    ],
  ])('%s', async (_, make) => {
    expect(await epubcheck(make())).toEqual([]);
  });

  it('a book that is wrong, which it would say', async () => {
    const files = unzipSync(book('es'));
    expect(files['EPUB/about.xhtml']).toBeDefined();
    const { zipSync } = await import('fflate');
    const broken = Object.fromEntries(Object.entries(files).filter(([name]) => name !== 'EPUB/about.xhtml'));
    expect(await epubcheck(zipSync(broken))).not.toEqual([]);
  });
});

describe('the archive', () => {
  const bytes = book('fa');

  it('begins with its media type, not compressed (OCF 3.3 §4.2.4)', () => {
    const head = strFromU8(bytes.subarray(0, 58), true);
    expect(head.slice(0, 4)).toBe('PK\u0003\u0004');
    expect(head.charCodeAt(8)).toBe(0);
    expect(head.slice(30, 58)).toBe('mimetypeapplication/epub+zip');
  });

  it('is the same to the byte in any time zone', () => {
    const zone = process.env['TZ'];
    try {
      for (const other of ['Asia/Tehran', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
        process.env['TZ'] = other;
        expect(Buffer.from(book('fa')).equals(bytes)).toBe(true);
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});

describe('the package', () => {
  const files = filesOf(book('fa', half));
  const opf = files.get('EPUB/package.opf')!;

  it('progresses from right to left exactly where the language does', () => {
    expect(opf).toContain('<spine page-progression-direction="rtl">');
    expect(opf).toContain('xml:lang="fa" dir="rtl"');
    for (const language of ['my', 'es', 'en'] as const)
      expect(filesOf(book(language)).get('EPUB/package.opf')).not.toMatch(/page-progression-direction|"rtl"/);
  });

  it('names everybody with their part (MARC relators)', () => {
    expect(
      [...opf.matchAll(/<(dc:\w+) id="(person-\d)">([^<]+)/g)].map((match) => match.slice(1, 4)),
    ).toEqual([
      ['dc:creator', 'person-1', 'Ann Author'],
      ['dc:contributor', 'person-2', 'مریم مترجم'],
      ['dc:contributor', 'person-3', 'K. Zaw'],
      ['dc:contributor', 'person-4', 'Ed Itor'],
    ]);
    expect([...opf.matchAll(/marc:relators">(\w+)</g)].map((match) => match[1])).toEqual([
      'aut',
      'trl',
      'trl',
      'edt',
    ]);
  });

  it('has an identifier of its own for each work and language, always the same', () => {
    const identifier = (text: string): string => /<dc:identifier id="edition">([^<]+)/.exec(text)![1]!;
    expect(identifier(opf)).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(identifier(filesOf(book('fa')).get('EPUB/package.opf')!)).toBe(identifier(opf));
    expect(identifier(filesOf(book('my')).get('EPUB/package.opf')!)).not.toBe(identifier(opf));
  });

  it.each([
    'accessMode',
    'accessModeSufficient',
    'accessibilityFeature',
    'accessibilityHazard',
    'accessibilitySummary',
  ])('says %s, which epubcheck does not ask for', (name) => {
    expect(opf).toMatch(new RegExp(`property="schema:${name}">[^<]+<`));
  });

  it('lists its fonts and nothing that is far away', () => {
    expect(opf.match(/media-type="font\/woff2"/g)).toHaveLength(6);
    expect(opf).not.toMatch(/remote-resources|href="http/);
    expect(files.get('EPUB/style.css')).not.toMatch(/url\((?!fonts\/)|\bdirection:|unicode-bidi|@import/);
  });
});

describe('the documents', () => {
  const files = filesOf(book('fa', half));

  it('have language and direction on each root', () => {
    const documents = [...files].filter(([name]) => name.endsWith('.xhtml'));
    expect(documents.map(([name]) => name)).toHaveLength(7);
    for (const [, text] of documents) expect(text).toMatch(/<html [^>]*lang="fa" dir="rtl" xml:lang="fa">/);
  });

  it('link notes over files, both ways, without the deprecated type', () => {
    expect(files.get('EPUB/opening.xhtml')).toContain(
      '<a id="ref-1" href="notes.xhtml#note-1" role="doc-noteref"',
    );
    expect(files.get('EPUB/notes.xhtml')).toContain('href="opening.xhtml#ref-1" role="doc-backlink"');
    expect([...files.values()].join('')).not.toMatch(/epub:type="(?:endnote|rearnote)"/);
  });

  it('mark what is not translated, anew in each file', () => {
    expect(files.get('EPUB/text-1.xhtml')).toContain(
      '<li><p class="untranslated" lang="en" dir="ltr"><span class="mark" lang="fa" dir="rtl">ترجمه‌نشده</span>',
    );
    expect(files.get('EPUB/title.xhtml')).toContain('class="notice"');
    expect(files.get('EPUB/about.xhtml')).toContain('۱۱ قطعه (۶۵٪)');
  });

  it('have contents and landmarks', () => {
    const nav = files.get('EPUB/nav.xhtml')!;
    expect(nav).toContain('<a href="text-1.xhtml#u3-s1"><bdi>قاعده‌های خانه</bdi></a>');
    for (const type of ['toc', 'landmarks', 'titlepage', 'bodymatter', 'endnotes', 'colophon'])
      expect(nav).toContain(`epub:type="${type}"`);
  });

  it('drop links to files that the book does not hold, never their words', () => {
    const text = files.get('EPUB/text-2.xhtml')!;
    expect(text).toContain('نقشهٔ رود');
    expect(text).not.toContain('map.png');
  });
});

it('numbers notes as they are met, sub-sections after the text before them', () => {
  const note = (
    label: string,
  ): readonly [{ code: 'standalone'; id: string; equiv: string; text: string; subType: string }] => [
    { code: 'standalone', id: '1', equiv: `[${label}]`, text: '', subType: 'recto:note' },
  ];
  const units = [
    plainUnit('h', ['One'], null),
    plainUnit('p', note('b'), note('b')),
    plainUnit('h2', ['Two'], null),
    plainUnit('p2', note('a'), note('a')),
    plainUnit('na', ['A'], null),
    plainUnit('nb', ['B'], null),
    plainUnit('nc', ['C'], null),
  ];
  const [h, p, h2, p2, na, nb, nc] = units.map((each) => each.id);
  const document = {
    ...libraryDocument('es'),
    units,
    outline: [
      { kind: 'heading', level: 1, unit: h! },
      { kind: 'paragraph', unit: p! },
      { kind: 'heading', level: 2, unit: h2! },
      { kind: 'paragraph', unit: p2! },
      { kind: 'footnote', label: 'a', blocks: [{ kind: 'paragraph', unit: na! }] },
      { kind: 'footnote', label: 'c', blocks: [{ kind: 'paragraph', unit: nc! }] },
      { kind: 'footnote', label: 'B', blocks: [{ kind: 'paragraph', unit: nb! }] },
    ],
  } as const;
  const edition = buildEdition(
    document,
    { ...detailsFor('es'), title: 'T' },
    {
      ...{ language: tag('es'), sourceLanguage: tag('en'), bilingual: false },
    },
  );
  const notes = filesOf(epubEdition.publish(edition, toolsFor('es')).bytes!).get('EPUB/notes.xhtml')!;
  expect([...notes.matchAll(/id="n([abc])-s1"/g)].map((match) => match[1])).toEqual(['b', 'a', 'c']);
  expect(notes.match(/doc-backlink/g)).toHaveLength(2);
});
