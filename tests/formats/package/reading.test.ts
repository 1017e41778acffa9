/** Packages as tools make them: which files are read, under which ids, into which language. */
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../server/core/document/document.ts';
import { segmentsOf } from '../../../server/core/document/unit.ts';
import { textOf } from '../../../server/core/text/content.ts';
import type { ReadResult } from '../../../server/formats/format.ts';
import { makeZip, type ZipPart } from '../../support/zip.ts';
import { language, readOptions } from '../xliff/documents.ts';
import { xliff12Text, xliff2Text, xliffPackage } from './samples.ts';

function read(files: Readonly<Record<string, string>>, wanted: readonly string[] = []): ReadResult {
  const parts: readonly ZipPart[] = Object.entries(files).map(([name, content]) => ({ name, content }));
  return xliffPackage.read(makeZip(parts), { ...readOptions, targetLanguages: wanted.map(language) });
}

function documentOf(result: ReadResult): Document {
  if (result.document === null) throw new Error(JSON.stringify(result.problems));
  return result.document;
}

/** `file: id source` of each unit. */
function shown(result: ReadResult): readonly string[] {
  return documentOf(result).units.map(
    (unit) =>
      `${unit.file}: ${unit.id} ${segmentsOf(unit)
        .map(({ source }) => textOf(source))
        .join('|')}`,
  );
}

const codes = ({ problems }: ReadResult): readonly string[] => problems.map(({ code }) => code);

describe('a package of one file', () => {
  it.each([
    [
      '.mqxlz',
      { 'document.mqxliff': xliff12Text({ a: 'One' }), 'skeleton.mqs': '\u0000' },
      'memoQ package: XLIFF 1.2',
    ],
    [
      '.xlz',
      // The original was an XLIFF, and so is its skeleton.
      { 'content.xlf': xliff12Text({ a: 'One' }), 'skeleton.skl': '', 'old.xlf': xliff12Text({ a: 'Zero' }) },
      'XLZ package: XLIFF 1.2',
    ],
    [
      '.xcloc',
      {
        'fa.xcloc/contents.json': '{}',
        'fa.xcloc/Localized Contents/fa.xliff': xliff12Text({ a: 'One' }),
        'fa.xcloc/Source Contents/x.xliff': xliff12Text({ a: 'Zero' }),
      },
      'Xcode localization catalog: XLIFF 1.2',
    ],
    ['.zip', { 'readme.txt': 'x', 'x/a.xlf': xliff2Text({ a: 'One' }) }, 'XLIFF package: XLIFF 2.1'],
    ['.zip', { 'x/a.xml': xliff2Text({ a: 'One' }), 'b.xml': '<note/>' }, 'XLIFF package: XLIFF 2.1'],
    [
      '.zip',
      { 'a.xlf': xliff12Text({ a: 'One' }), '__MACOSX/._a.xlf': '\u0000\u0005', 'x/._b.xlf': '\u0000' },
      'XLIFF package: XLIFF 1.2',
    ],
  ])('%s %#', (_, files, variant) => {
    const result = read(files);
    expect(result.problems).toEqual([]);
    expect(documentOf(result).variant).toBe(variant);
    expect(documentOf(result)).toMatchObject({ sourceLanguage: 'en', targetLanguage: 'fa' });
    expect(documentOf(result).units.map(({ id }) => id)).toEqual(['a']);
    expect(textOf(segmentsOf(documentOf(result).units[0]!)[0]!.source)).toBe('One');
  });
});

describe('ids', () => {
  it('are those of the files where no two files share one', () => {
    const files = { 'b/2.xlf': xliff2Text({ c: 'Three' }), 'a.xlf': xliff12Text({ a: 'One', b: 'Two' }) };
    expect(shown(read(files))).toEqual(['b/2.xlf: c Three', 'a.xlf: a One', 'a.xlf: b Two']);
  });

  it('have their file before them where two do', () => {
    const files = {
      'x/a.xlf': xliff12Text({ 1: 'One', 2: 'Two' }),
      'b.xlf': xliff2Text({ 1: 'Three', __proto__x: 'Four' }),
    };
    expect(shown(read(files))).toEqual([
      'x/a.xlf: x/a.xlf/1 One',
      'x/a.xlf: x/a.xlf/2 Two',
      'b.xlf: b.xlf/1 Three',
      'b.xlf: b.xlf/__proto__x Four',
    ]);
  });

  it('stay apart however files are named', () => {
    const files = {
      'a.xlf': xliff12Text({ 'b.xlf/1': 'One', 2: 'Two' }),
      'a.xlf/b.xlf': xliff12Text({ 1: 'Three', 2: 'Four' }),
    };
    const ids = documentOf(read(files)).units.map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
  });
});

describe('several languages', () => {
  const crowdin = {
    'fa/a.xlf': xliff12Text({ 1: 'One' }, { target: 'fa' }),
    'my/a.xlf': xliff12Text({ 1: 'One' }, { target: 'my' }),
  };

  it('are refused with their names where nobody says which', () => {
    const result = read(crowdin);
    expect(result.document).toBeNull();
    expect(result.problems).toMatchObject([{ code: 'package-languages', values: { languages: 'fa, my' } }]);
    expect(codes(read(crowdin, ['de']))).toEqual(['package-languages']);
    expect(codes(read(crowdin, ['fa', 'my']))).toEqual(['package-languages']);
  });

  it.each([['my'], ['my-MM']])('are chosen from by %s', (wanted) => {
    const result = read(crowdin, [wanted, 'de']);
    expect(documentOf(result).targetLanguage).toBe('my');
    expect(shown(result)).toEqual(['my/a.xlf: 1 One']);
    expect(result.problems).toMatchObject([{ code: 'package-files-left', values: { count: 1 } }]);
  });

  it('do not arise of one that nobody asked for', () => {
    expect(documentOf(read({ 'a.xlf': xliff12Text({ 1: 'One' }) }, ['de'])).targetLanguage).toBe('fa');
  });
});

describe('source files beside translations', () => {
  const project = '<PackageProject/>';
  const text = (target: string | null): string =>
    xliff12Text({ g1: 'One', g2: 'Two' }, { source: 'en-US', target });

  it('of a Trados package are left alone', () => {
    const files = { 'p.sdlproj': project, 'en-US/a.sdlxliff': text(null), 'fa-IR/a.sdlxliff': text('fa-IR') };
    const result = read(files);
    expect(shown(result)).toEqual(['fa-IR/a.sdlxliff: g1 One', 'fa-IR/a.sdlxliff: g2 Two']);
    expect(codes(result)).toEqual(['package-files-left']);
  });

  it('are known by their folder, and targets by theirs where they say nothing', () => {
    const files = {
      'p.sdlproj': project,
      'en-US\\a.sdlxliff': text('fa-IR'),
      'fa-IR\\a.sdlxliff': text(null),
    };
    const result = read(files);
    expect(documentOf(result).targetLanguage).toBe('fa-IR');
    expect(shown(result)).toEqual(['fa-IR/a.sdlxliff: g1 One', 'fa-IR/a.sdlxliff: g2 Two']);
  });

  it('are known by what stands in them', () => {
    const files = {
      'messages.xlf': xliff12Text({ a: 'One', b: 'Two', c: 'Three' }, { target: null }),
      'messages.fa.xlf': xliff12Text({ a: 'One', b: 'Two' }),
    };
    expect(shown(read(files))).toEqual(['messages.fa.xlf: a One', 'messages.fa.xlf: b Two']);
  });

  it('without any translation beside them are what is to be translated', () => {
    const files = {
      'a.xlf': xliff12Text({ a: 'One' }, { target: null }),
      'b.xlf': xliff12Text({ b: 'Two' }, { target: 'en' }),
    };
    expect(documentOf(read(files)).targetLanguage).toBeNull();
    expect(shown(read(files))).toEqual(['a.xlf: a One', 'b.xlf: b Two']);
  });

  it('of other texts belong to the translation', () => {
    const files = {
      'a.xlf': xliff12Text({ a: 'One' }, { target: null }),
      'b.xlf': xliff12Text({ b: 'Two' }),
    };
    expect(shown(read(files))).toEqual(['a.xlf: a One', 'b.xlf: b Two']);
  });
});

describe('names', () => {
  const content = xliff12Text({ 1: 'One' });
  const fileOf = (part: Partial<ZipPart>): string | undefined =>
    xliffPackage.read(makeZip([{ name: 'x', content, ...part }]), readOptions).document?.units[0]?.file;

  it('are UTF-8 where the flag says so, and where it does not', () => {
    expect(fileOf({ name: 'فارسی.xlf' })).toBe('فارسی.xlf');
    expect(fileOf({ name: 'မြန်မာ.xlf', flags: 0 })).toBe('မြန်မာ.xlf');
  });

  it('are in code page 437 otherwise', () => {
    expect(fileOf({ rawName: Buffer.from([0x81, 0x62, 0x65, 0x72, 0x2e, 0x78, 0x6c, 0x66]), flags: 0 })).toBe(
      'über.xlf',
    );
  });

  it.each([
    ['of this name', '1c6f323d', 'آ.xlf'],
    ['of another name, which it had before it was changed', '00000000', 'ü.xlf'],
  ])('are taken from a Unicode path field %s', (_, sum, expected) => {
    const rawName = Buffer.from([0x81, 0x2e, 0x78, 0x6c, 0x66]);
    // Kind, length, version, the name's sum as another program computes it, the name.
    const extra = Buffer.concat([Buffer.from(`75700b0001${sum}`, 'hex'), Buffer.from('آ.xlf')]);
    expect(fileOf({ rawName, flags: 0, extra })).toBe(expected);
  });
});
