import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteOffsets } from '../../server/formats/shared/byte-offsets.ts';
import { decodeText } from '../../server/formats/shared/decode.ts';
import { encodeText } from '../../server/formats/shared/splice.ts';

describe('decodeText', () => {
  it.each([
    ['UTF-16LE', [0xff, 0xfe, 0x41, 0], 'encoding-unknown', null],
    ['UTF-16BE', [0xfe, 0xff, 0, 0x41], 'encoding-unknown', null],
    ['UTF-32LE', [0xff, 0xfe, 0, 0], 'encoding-unknown', null],
    ['UTF-32BE', [0, 0, 0xfe, 0xff], 'encoding-unknown', null],
    ['Latin-1', [...Buffer.from('ab\r\ncaf'), 0xe9, 0x21], 'encoding-invalid', { line: 2, column: 4 }],
    ['an overlong form', [0x61, 0xc0, 0x80], 'encoding-invalid', { line: 1, column: 2 }],
    ['a surrogate', [0xed, 0xa0, 0x80], 'encoding-invalid', { line: 1, column: 1 }],
    ['a cut character', [0xef, 0xbb, 0xbf, 0x61, 0xd8], 'encoding-invalid', { line: 1, column: 2 }],
    ['too high a character', [0xf4, 0x90, 0x80, 0x80], 'encoding-invalid', { line: 1, column: 1 }],
    ['NUL', [0x61, 0x0d, 0], 'text-nul', { line: 2, column: 1 }],
  ])('refuses %s and says where', (_, bytes, code, place) => {
    expect(decodeText(Uint8Array.from(bytes))).toMatchObject({ problem: { code, place } });
  });

  it('takes one byte order mark away and gives it back', () => {
    const bytes = Buffer.from('\uFEFF\uFEFFa\r\n');
    const result = decodeText(bytes);
    expect(result).toEqual({ decoded: { text: '\uFEFFa\r\n', markLength: 3 } });
    expect(Buffer.from(encodeText('\uFEFFa\r\n', bytes, 3))).toEqual(bytes);
  });

  it('refuses exactly what is not UTF-8', () => {
    const byte = fc.constantFrom(
      0x41,
      0x7f,
      0x80,
      0x9f,
      0xa0,
      0xbf,
      0xc1,
      0xc2,
      0xe0,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xf5,
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 6 }), fc.array(byte, { maxLength: 6 }), (random, chosen) => {
        const bytes = Buffer.from([0x41, ...random, ...chosen].filter((each) => each !== 0));
        const result = decodeText(bytes);
        if ('decoded' in result) expect(Buffer.from(result.decoded.text)).toEqual(bytes);
        else {
          const bad = Number(result.problem.values['byte']);
          const valid = bytes.subarray(0, bad);
          expect(Buffer.from(valid.toString('utf8')), 'all before it is valid').toEqual(valid);
          expect(bad).toBeLessThan(bytes.length);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('byteOffsets', () => {
  it('is what encoding the text up to there gives, both ways', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(3), (text, before) => {
        const offsets = byteOffsets(text, before);
        let offset = 0;
        for (const character of [...Array.from(text), '']) {
          const byte = before + Buffer.byteLength(text.slice(0, offset));
          expect(offsets.toByte(offset)).toBe(byte);
          expect(offsets.toOffset(byte)).toBe(offset);
          offset += character.length;
        }
        expect(offsets.toOffset(offsets.toByte(text.length) + 1)).toBe(-1);
      }),
    );
  });
});
