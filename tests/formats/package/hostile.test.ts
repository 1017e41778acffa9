/** Archives that mean harm or are broken: refused with a code, quickly, nothing unpacked beyond what is said. */
import { execFileSync } from 'node:child_process';
import { deflateRawSync } from 'node:zlib';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROBLEMS } from '../../../server/core/problem.ts';
import { detectFormat } from '../../../server/formats/detect.ts';
import { root } from '../../support/workbench.ts';
import { findBytes, makeZip, type ZipPart, type ZipShape } from '../../support/zip.ts';
import { language, readOptions } from '../xliff/documents.ts';
import { xliff12Text, xliffPackage } from './samples.ts';

const content = xliff12Text({ 1: 'One' });
const good: ZipPart = { name: 'a.xlf', content };
const fa = { targetLanguage: language('fa') };

const codesOf = (bytes: Uint8Array): readonly string[] => {
  const { document, problems } = xliffPackage.read(bytes, readOptions);
  const written = xliffPackage.write(bytes, [], fa);
  expect(document === null).toBe(written.bytes === null);
  return document === null ? problems.map(({ code }) => code) : [];
};

/** The archive with other bytes in one place. */
function patched(zip: Uint8Array, at: number, ...bytes: readonly number[]): Uint8Array {
  const copy = new Uint8Array(zip);
  copy.set(bytes, at);
  return copy;
}

const one = makeZip([good]);
const central = findBytes(one, 'PK\u0001\u0002');
const end = findBytes(one, 'PK\u0005\u0006');
const data = 30 + 'a.xlf'.length;
const spaces = Buffer.alloc(40 * 1024 * 1024, ' ');

/** The second entry of the directory over the first one's record. */
function overlapping(): Uint8Array {
  const zip = Buffer.from(makeZip([good, { ...good, name: 'b.xlf' }]));
  zip.writeUInt32LE(0, findBytes(zip, 'PK\u0001\u0002', 1) + 42);
  return zip;
}

/** A record that holds another record as its data, both in the directory. */
function quoted(): Uint8Array {
  const inner = makeZip([{ ...good, method: 0 }]).subarray(0, 30 + 5 + content.length);
  const zip = Buffer.from(
    makeZip([
      { name: 'o.bin', content: inner, method: 0 },
      { ...good, method: 0 },
    ]),
  );
  zip.writeUInt32LE(35, findBytes(zip, 'PK\u0001\u0002', 1) + 42);
  return zip;
}

const TABLE: readonly (readonly [
  string,
  () => Uint8Array | readonly [readonly ZipPart[], ZipShape?],
  string,
])[] = [
  ['nothing in it', () => [[]], 'package-no-xliff'],
  ['no XLIFF', () => [[{ name: 'a.txt', content: 'a' }]], 'package-no-xliff'],
  ['an archive in it', () => [[{ name: 'b.zip', content: makeZip([good]) }]], 'package-nested'],
  ['up and out', () => [[{ ...good, name: '../a.xlf' }]], 'archive-name-unsafe'],
  ['up and out further in', () => [[good, { name: 'x/../../b', content: '' }]], 'archive-name-unsafe'],
  ['up and out by \\', () => [[{ ...good, name: 'x\\..\\..\\a.xlf' }]], 'archive-name-unsafe'],
  ['from the root', () => [[{ ...good, name: '/etc/a.xlf' }]], 'archive-name-unsafe'],
  ['from a drive', () => [[{ ...good, name: 'C:\\a.xlf' }]], 'archive-name-unsafe'],
  ['from a share', () => [[{ ...good, name: '\\\\host\\a.xlf' }]], 'archive-name-unsafe'],
  ['no name', () => [[{ ...good, name: '' }]], 'archive-name-unsafe'],
  ['NUL in a name', () => [[{ ...good, name: 'a.xlf\u0000.txt' }]], 'archive-name-unsafe'],
  ['escape in a name', () => [[{ ...good, name: '\u001b[2J.xlf' }]], 'archive-name-unsafe'],
  ['twice', () => [[good, good]], 'archive-name-duplicate'],
  [
    'twice by another spelling',
    () => [
      [
        { ...good, name: 'x/a.xlf' },
        { ...good, name: 'x\\.\\a.xlf' },
      ],
    ],
    'archive-name-duplicate',
  ],
  ['link', () => [[{ ...good, mode: 0o120777 }]], 'archive-link'],
  ['link beside', () => [[good, { name: 'b', content: '/etc/passwd', mode: 0o120777 }]], 'archive-link'],
  ['encrypted', () => [[{ ...good, flags: 0x0801 }]], 'archive-encrypted'],
  ['unknown method', () => [[{ ...good, method: 93 }]], 'archive-method-unknown'],
  ['wrong sum', () => [[{ ...good, says: { crc: 1 } }]], 'archive-checksum'],
  ['wrong sum of a stored one', () => [[{ ...good, method: 0, says: { crc: 1 } }]], 'archive-checksum'],
  ['longer than said', () => [[{ ...good, says: { size: 10 } }]], 'archive-damaged'],
  ['shorter than said', () => [[{ ...good, says: { size: 100_000 } }]], 'archive-damaged'],
  ['stored, other length than said', () => [[{ ...good, method: 0, says: { size: 10 } }]], 'archive-damaged'],
  ['another name before the data', () => [[{ ...good, says: { localName: 'b.xlf' } }]], 'archive-damaged'],
  ['data that is no deflate stream', () => patched(one, data, 0xff, 0xff, 0xff), 'archive-damaged'],
  ['a bomb', () => [[{ name: 'a.xlf', content: spaces }]], 'archive-bomb'],
  ['a bomb beside', () => [[good, { name: 'b.bin', content: spaces }]], 'archive-bomb'],
  [
    'a bomb that says that it is small',
    () => [[{ name: 'a.xlf', content: spaces, says: { size: 500 } }]],
    'archive-damaged',
  ],
  [
    '2 GiB by what it says',
    () => [[good, ...[1, 2].map((n) => ({ name: `${n}`, content: '', says: { size: 0x7fffffff } }))]],
    'archive-too-large',
  ],
  [
    '20,000 entries',
    () => [Array.from({ length: 20_000 }, (_, n) => ({ name: `${n}`, content: '', method: 0 }))],
    'archive-too-many',
  ],
  ['entries over one record', overlapping, 'archive-damaged'],
  ['a record in a record', quoted, 'archive-overlap'],
  ['a record outside', () => patched(one, central + 42, 0xff, 0xff, 0xff, 0x7f), 'archive-damaged'],
  ['data beyond the directory', () => patched(one, central + 20, 0xff, 0xff, 0x00, 0x00), 'archive-damaged'],
  ['a directory outside', () => patched(one, end + 16, 0xff, 0xff, 0xff, 0x7f), 'archive-damaged'],
  [
    'fewer entries than are there',
    () =>
      patched(
        makeZip([good, { name: 'b', content: '' }]),
        findBytes(makeZip([good, { name: 'b', content: '' }]), 'PK\u0005\u0006') + 8,
        1,
        0,
        1,
        0,
      ),
    'archive-damaged',
  ],
  ['more entries than are there', () => patched(one, end + 8, 2, 0, 2, 0), 'archive-damaged'],
  ['a part of several', () => patched(one, end + 4, 1), 'archive-damaged'],
  [
    'a zip64 field that is not there',
    () => patched(one, central + 20, 0xff, 0xff, 0xff, 0xff),
    'archive-damaged',
  ],
  [
    'zip64 numbers beyond all bounds',
    () =>
      patched(
        makeZip([{ ...good, zip64: true }], { zip64: true }),
        findBytes(makeZip([{ ...good, zip64: true }], { zip64: true }), 'PK\u0001\u0002') + 46 + 5 + 4,
        ...Array<number>(8).fill(0xff),
      ),
    'archive-too-large',
  ],
  ['bytes behind the end', () => Buffer.concat([one, Buffer.from('x')]), 'archive-damaged'],
  [
    'XLIFF that is refused',
    () => [[good, { name: 'b.xlf', content: '<!DOCTYPE x [<!ENTITY a "b">]><xliff/>' }]],
    'xml-dtd',
  ],
];

describe('hostile archives', () => {
  it.each(TABLE)('%s', (_, make, code) => {
    const made = make();
    expect(codesOf(made instanceof Uint8Array ? made : makeZip(...made))).toContain(code);
  });

  it('300 MiB of XLIFF, each file in bounds', () => {
    // 50 times its size is what real files are packed to.
    const filler = Buffer.alloc(9 * 1024 * 1024, 'Source text, again and again. ');
    const parts = Array.from({ length: 35 }, (_, n) => ({ name: `${n}.xlf`, content: filler }));
    expect(codesOf(makeZip(parts))).toEqual(['archive-too-large']);
  });

  it('cut off at each byte', () => {
    const zip = makeZip([good, { name: 'b', content: 'x', descriptor: 'signed' }], { zip64: true });
    for (let length = 0; length < zip.length; length += 1) {
      expect(codesOf(zip.subarray(0, length))).toEqual(['archive-damaged']);
    }
  });

  it('bytes changed anywhere: read as they were, or refused', () => {
    const zip = makeZip([good, { name: 'b.txt', content: 'x', descriptor: 'signed', zip64: true }], {
      comment: 'c',
    });
    const whole = xliffPackage.read(zip, readOptions);
    const change = fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(change, (changes) => {
        const bytes = new Uint8Array(zip);
        for (const [at, value] of changes) bytes[at] = value;
        const { document, problems } = xliffPackage.read(bytes, readOptions);
        for (const { code } of problems) expect(PROBLEMS[code]).toBeDefined();
        if (document === null) {
          expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
          expect(xliffPackage.write(bytes, [], fa).bytes).toBeNull();
        } else {
          // The text is what its checksum holds; only names may differ.
          expect(document.units.map(({ parts }) => parts)).toEqual(
            whole.document!.units.map(({ parts }) => parts),
          );
          expect(xliffPackage.write(bytes, [], fa).bytes).toBe(bytes);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('are known as archives by their beginning, whatever their name', () => {
    expect(detectFormat(one, 'x.txt')?.id).toBe('xliff-package');
    const stored = makeZip([{ name: 'a.xlf', content: xliff12Text({ g1: 'One' }), method: 0 }]);
    expect(detectFormat(stored, 'x.zip')?.id).toBe('xliff-package');
    expect(detectFormat(stored, 'x.xlf')?.id).toBe('xliff-package');
    expect(detectFormat(Buffer.from('plain text'), 'x.sdlppx')?.id).toBe('xliff-package');
  });
});

it('takes no more memory than the bounds say', () => {
  // Four times 64 MiB of spaces in 256 KiB, said to be small: unpacked, they would not fit.
  const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024, ' '));
  const parts = [1, 2, 3, 4].map((n) => ({
    name: `${n}.xlf`,
    content: bomb,
    method: 0,
    says: { size: 20_000 },
  }));
  const zip = Buffer.from(makeZip(parts));
  for (let at = 0; (at = zip.indexOf('PK\u0003\u0004', at, 'latin1')) >= 0; at += 1)
    zip.writeUInt16LE(8, at + 8);
  for (let at = 0; (at = zip.indexOf('PK\u0001\u0002', at, 'latin1')) >= 0; at += 1)
    zip.writeUInt16LE(8, at + 10);
  const script = `
    import { buffer } from 'node:stream/consumers';
    import { findFormat } from './server/formats/registry.ts';
    const { problems } = findFormat('xliff-package').read(await buffer(process.stdin), { switches: {} });
    console.log(problems.map(({ code }) => code).join(), process.resourceUsage().maxRSS < 250_000);`;
  const args = ['--max-old-space-size=64', '--import', 'tsx', '--input-type=module', '--eval', script];
  const out = execFileSync(process.execPath, args, { cwd: join(root), input: zip, encoding: 'utf8' });
  expect(out.trim()).toBe('archive-damaged true');
});
