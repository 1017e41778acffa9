/** Packages are spliced: one file of them is packed anew, everything else keeps its bytes, whatever made them. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { unitId } from '../../../server/core/document/ids.ts';
import { segmentsOf } from '../../../server/core/document/unit.ts';
import { openArchive } from '../../../server/formats/shared/zip/archive.ts';
import { readContent } from '../../../server/formats/shared/zip/content.ts';
import { rewriteArchive } from '../../../server/formats/shared/zip/rewrite.ts';
import { corpusFile, corpusFiles, hasCorpus } from '../../support/corpus.ts';
import { findBytes, makeZip, type ZipPart, type ZipShape } from '../../support/zip.ts';
import { language, readOptions } from '../xliff/documents.ts';
import { xliff12Text, xliff2Text, xliffPackage } from './samples.ts';

const fa = { targetLanguage: language('fa') };
const folder = mkdtempSync(join(tmpdir(), 'recto-zip-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const write = (bytes: Uint8Array, unit: string, target: string): Uint8Array => {
  const updates = [{ unit: unitId(unit), segments: [{ target: [target], state: 'translated' as const }] }];
  const written = xliffPackage.write(bytes, updates, fa);
  expect(written.problems).toEqual([]);
  return written.bytes!;
};

const targetsOf = (bytes: Uint8Array): Readonly<Record<string, unknown>> => {
  const { document, problems } = xliffPackage.read(bytes, readOptions);
  if (document === null) throw new Error(JSON.stringify(problems));
  return Object.fromEntries(document.units.map((unit) => [unit.id, segmentsOf(unit)[0]?.target]));
};

const PICTURE = Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) % 251);

function partsWith(middle: Partial<ZipPart>): readonly ZipPart[] {
  return [
    { name: 'fa/', content: '', method: 0, mode: 0o40755 },
    {
      name: 'فایل.png',
      content: PICTURE,
      method: 0,
      comment: 'a picture',
      extra: Buffer.from('feca0200abcd', 'hex'),
    },
    { name: 'fa/a.xlf', content: xliff12Text({ a: 'One', b: 'Two' }), ...middle },
    { name: 'fa/b.xlf', content: xliff2Text({ c: 'Three' }), descriptor: 'signed' },
    { name: 'x/manifest.xml', content: '<x/>' },
  ];
}

const PARTS: readonly (readonly [string, Partial<ZipPart>])[] = [
  ['deflated', {}],
  ['stored', { method: 0 }],
  ['with a descriptor', { descriptor: 'signed' }],
  ['with a descriptor without signature', { descriptor: 'plain' }],
  ['with a zip64 descriptor', { descriptor: 'wide', zip64: true }],
  ['zip64', { zip64: true }],
  [
    'with extra fields',
    { extra: Buffer.from('feca0300616263', 'hex'), localExtra: Buffer.from('5554050003aabbccdd', 'hex') },
  ],
  ['with a comment and attributes', { comment: 'یادداشت', mode: 0o100600 }],
  ['stored, with a descriptor', { method: 0, descriptor: 'signed' }],
];
const SHAPES: readonly (readonly [string, ZipShape])[] = [
  ['plain', {}],
  ['bytes before it', { before: '#!/bin/sh\n' }],
  ['gaps', { gap: '\u0000\u0000gap' }],
  ['a comment', { comment: 'یادداشت' }],
  ['a zip64 end', { zip64: true }],
];
const CASES = PARTS.flatMap(([part, middle]) =>
  SHAPES.map(([shape, options]) => [part, shape, makeZip(partsWith(middle), options)] as const),
);

/** By the container itself; that other programs find the same is a test of its own. */
function contentsOf(zip: Uint8Array): Readonly<Record<string, Uint8Array>> {
  const archive = openArchive(zip, { entries: 10, size: 1_000_000 });
  if ('code' in archive) throw new Error(archive.code);
  return Object.fromEntries(
    archive.entries.map((entry) => {
      const content = readContent(archive, entry);
      if ('code' in content) throw new Error(content.code);
      return [entry.name, content];
    }),
  );
}

describe.each(CASES)('an entry %s in an archive with: %s', (_, __, zip) => {
  it('stays to the byte, is changed alone, and comes back to the byte', () => {
    expect(xliffPackage.write(zip, [], fa).bytes).toBe(zip);
    expect(targetsOf(zip)).toEqual({ a: null, b: null, c: null });

    const changed = write(zip, 'a', 'یک');
    expect(targetsOf(changed)).toEqual({ a: ['یک'], b: null, c: null });
    const files = [contentsOf(zip), contentsOf(changed)] as const;
    expect(Object.keys(files[1])).toEqual(Object.keys(files[0]));
    for (const [name, content] of Object.entries(files[1])) {
      if (name !== 'fa/a.xlf') expect(Buffer.from(content).equals(files[0][name]!), name).toBe(true);
    }
    // Up to the entry's numbers, and from the next record to the directory, nothing is another byte.
    const own = findBytes(zip, 'fa/a.xlf') - 30;
    expect(
      Buffer.from(changed)
        .subarray(0, own + 14)
        .equals(zip.subarray(0, own + 14)),
    ).toBe(true);
    const next = (bytes: Uint8Array): Uint8Array =>
      bytes.subarray(findBytes(bytes, 'fa/b.xlf') - 30, findBytes(bytes, 'PK\u0001\u0002'));
    expect(Buffer.from(next(changed)).equals(next(zip))).toBe(true);

    // The same packer made it: with the old text in, every byte is the old one again.
    const text = new TextDecoder().decode(contentsOf(changed)['fa/a.xlf']);
    const target = /\s*<target[^]*?<\/target>/u.exec(text)![0];
    const back = undo(changed, text, text.replace(target, ''));
    expect(Buffer.from(back).equals(zip)).toBe(true);
  });
});

/** Fails in CI, where nothing may be skipped; elsewhere says what is left out. */
function hasProgram(name: string): boolean {
  if (spawnSync(name, ['-h']).error === undefined) return true;
  if (process.env['CI'] !== undefined) throw new Error(`${name} is not installed`);
  console.warn(`skipped: ${name} is not installed`);
  return false;
}

it('archives that were written into are sound for other programs', () => {
  if (!hasProgram('python3')) return;
  const names = CASES.map(([, , zip], index) => {
    const path = join(folder, `${index}.zip`);
    writeFileSync(path, write(zip, 'a', 'یک'));
    return path;
  });
  const test = 'import sys,zipfile\nfor f in sys.argv[1:]: print(zipfile.ZipFile(f).testzip())';
  const python = spawnSync('python3', ['-c', test, ...names], { encoding: 'utf8' });
  expect(python.stderr).toBe('');
  expect(python.stdout.trim().split('\n')).toEqual(names.map(() => 'None'));
});

/** Writes the other text into the entry by the container alone. */
function undo(zip: Uint8Array, text: string, before: string): Uint8Array {
  expect(before).not.toBe(text);
  const archive = openArchive(zip, { entries: 10, size: 1_000_000 });
  if ('code' in archive) throw new Error(archive.code);
  const entry = archive.entries.find(({ name }) => name === 'fa/a.xlf')!;
  return rewriteArchive(archive, new Map([[entry, new TextEncoder().encode(before)]]));
}

describe('archives of other programs', () => {
  const files = {
    'fa/a.xlf': xliff12Text({ a: 'One' }),
    'b.xlf': xliff2Text({ b: 'Two' }),
    'c.txt': 'x'.repeat(500),
  };

  it('by fflate', () => {
    const zip = zipSync(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])),
    );
    expect(targetsOf(write(zip, 'b', 'دو'))).toEqual({ a: null, b: ['دو'] });
  });

  it('by zip', () => {
    if (!hasProgram('zip') || !hasProgram('unzip')) return;
    for (const [name, text] of Object.entries(files))
      writeFileSync(join(folder, name.replace('fa/', '')), text);
    execFileSync('zip', ['-q', 'b.zip', 'a.xlf', 'b.xlf', 'c.txt'], { cwd: folder });
    const zip = readFileSync(join(folder, 'b.zip'));
    expect(Buffer.from(xliffPackage.write(zip, [], fa).bytes!).equals(zip)).toBe(true);
    writeFileSync(join(folder, 'b.zip'), write(zip, 'a', 'یک'));
    expect(spawnSync('unzip', ['-tq', join(folder, 'b.zip')]).status).toBe(0);
    // From a pipe, where sizes are not known before.
    const piped = execFileSync('zip', ['-q', '-', 'a.xlf', 'c.txt'], { cwd: folder });
    expect(targetsOf(write(piped, 'a', 'یک'))).toEqual({ a: ['یک'] });
  });
});

it('a comment that looks like an end is none', () => {
  const zip = makeZip(partsWith({}), { comment: `PK\u0005\u0006${'x'.repeat(40)}` });
  expect(targetsOf(write(zip, 'a', 'یک'))).toEqual({ a: ['یک'], b: null, c: null });
});

describe('updates', () => {
  const zip = makeZip(partsWith({}));

  it('go to the files that they are for, and what is wrong with one leaves the others', () => {
    const updates = [
      { unit: unitId('a'), segments: [{ target: ['یک'] }] },
      { unit: unitId('nowhere'), segments: [{ target: ['x'] }] },
      { unit: unitId('b'), segments: [{ target: ['x'] }, { target: ['y'] }] },
      { unit: unitId('c'), segments: [{ target: ['سه'] }] },
    ];
    const { bytes, problems } = xliffPackage.write(zip, updates, fa);
    expect(targetsOf(bytes!)).toEqual({ a: ['یک'], b: null, c: ['سه'] });
    expect(problems.map(({ code, place }) => [code, place?.path])).toEqual([
      ['update-unit-unknown', 'unit nowhere'],
      ['update-segment-unknown', expect.stringMatching(/^fa\/a\.xlf > unit b/u)],
    ]);
  });

  it('in a package of several languages touch only the one', () => {
    const text = (target: string): string => xliff12Text({ 1: 'One' }, { target });
    const both = makeZip([
      { name: 'my/a.xlf', content: text('my') },
      { name: 'fa/a.xlf', content: text('fa') },
    ]);
    const changed = unzipSync(write(both, '1', 'یک'));
    expect(new TextDecoder().decode(changed['my/a.xlf'])).toBe(text('my'));
    expect(new TextDecoder().decode(changed['fa/a.xlf'])).toContain('یک');
  });

  it('of any kind, in any order, leave an archive that reads back', () => {
    const update = fc.record({
      unit: fc.constantFrom('a', 'b', 'c').map(unitId),
      target: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    });
    fc.assert(
      fc.property(fc.nat(CASES.length - 1), fc.array(update, { maxLength: 5 }), (index, given) => {
        let bytes = CASES[index]![2];
        const expected: Record<string, unknown> = { a: null, b: null, c: null };
        for (const { unit, target } of given) {
          const written = xliffPackage.write(bytes, [{ unit, segments: [{ target: [target] }] }], fa);
          if (written.problems.length > 0) continue;
          bytes = written.bytes!;
          expected[unit] = [target];
        }
        expect(targetsOf(bytes)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });
});

it('a corpus of real files, packed, is kept and edited', () => {
  if (!hasCorpus()) return;
  const names = ['phrase-memsource', 'matecat', 'trados-sdlxliff', 'omegat', 'symfony'].flatMap((each) => {
    const dialect = `xliff/${each}`;
    return ['.xlf', '.xliff', '.sdlxliff', '.mxliff'].flatMap((ending) => corpusFiles(dialect, ending));
  });
  let edited = 0;
  for (const name of names) {
    const zip = makeZip([
      { name, content: corpusFile(name), descriptor: 'signed' },
      { name: 'z', content: 'z' },
    ]);
    const { document } = xliffPackage.read(zip, readOptions);
    if (document === null) continue;
    expect(xliffPackage.write(zip, [], fa).bytes).toBe(zip);
    const unit = document.units.find(
      (each) => each.translate && segmentsOf(each).some(({ locked }) => !locked),
    );
    const index = unit === undefined ? -1 : segmentsOf(unit).findIndex(({ locked }) => !locked);
    if (unit === undefined) continue;
    const segments = segmentsOf(unit).map((segment, at) => (at === index ? { target: segment.source } : {}));
    const written = xliffPackage.write(zip, [{ unit: unit.id, segments }], fa);
    expect(written.problems, name).toEqual([]);
    const again = xliffPackage
      .read(written.bytes!, readOptions)
      .document!.units.find(({ id }) => id === unit.id)!;
    expect(segmentsOf(again)[index]!.target, name).toEqual(segmentsOf(unit)[index]!.source);
    edited += 1;
  }
  expect(edited).toBeGreaterThan(25);
});
