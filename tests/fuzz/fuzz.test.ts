/** A short run of the fuzzer over the project's own texts, always the same; and every case that a long run found. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findSamples, makeCase } from '../../scripts/fuzz/cases.ts';
import { minimise } from '../../scripts/fuzz/minimise.ts';
import { check } from '../../scripts/fuzz/oracle.ts';
import { makeRandom } from '../../scripts/fuzz/random.ts';
import type { Format } from '../../server/formats/format.ts';
import { findFormat } from '../../server/formats/registry.ts';
import { root } from '../support/workbench.ts';
import { CASES } from './cases.ts';

const samples = findSamples([join(root, 'source')]);

it('finds nothing in 250 cases', () => {
  const findings: string[] = [];
  const formats = new Set<string>();
  for (let number = 0; number < 250; number += 1) {
    const { name, format, bytes, random } = makeCase(20_260_101, number, samples);
    formats.add(format.id);
    const finding = check(format, bytes, random);
    // How long it takes is told by long runs; a busy machine is no finding.
    if (finding !== null && finding.kind !== 'slow') {
      findings.push(`case ${number} of ${name}, ${format.id}: ${finding.kind} ${finding.detail}`);
    }
  }
  expect(findings).toEqual([]);
  expect([...formats].sort()).toEqual(['markdown', 'text', 'xliff-package', 'xliff12', 'xliff2']);
});

describe('what long runs found', () => {
  it.each(CASES)('$what', ({ format, content }) => {
    const own = findFormat(format);
    if (own === null) throw new Error(format);
    for (let choice = 0; choice < 20; choice += 1) {
      expect(check(own, new TextEncoder().encode(content), makeRandom(choice))).toBeNull();
    }
  });
});

it('reads pieces of an array that begin anywhere, as short as may be', () => {
  const whole = Buffer.from('<?xml version="1.0"?><xliff/>');
  for (let start = 0; start < 8; start += 1) {
    for (let end = start; end < start + 9; end += 1) {
      const piece = new Uint8Array(whole.buffer, whole.byteOffset + start, end - start);
      expect(check(findFormat('xliff12')!, piece, makeRandom(1))).toBeNull();
    }
  }
});

describe('the fuzzer itself', () => {
  const sample = readFileSync(join(root, 'source/interview/interview.md'));
  const markdown = findFormat('markdown');
  if (markdown?.kind !== 'monolingual') throw new Error('markdown');

  it.each<[string, Partial<Format>]>([
    [
      'thrown',
      {
        read: () => {
          throw new RangeError('x');
        },
      },
    ],
    ['silent', { read: () => ({ document: null, problems: [] }) }],
    ['not-identical', { write: (bytes: Uint8Array) => ({ bytes: bytes.subarray(1), problems: [] }) }],
    [
      'not-read-back',
      {
        write: (bytes: Uint8Array, _: unknown, updates: readonly unknown[]) => ({
          bytes: updates.length === 0 ? bytes : Buffer.concat([bytes, Buffer.from('')]),
          problems: [],
        }),
      },
    ],
  ])('sees what is wrong: %s', (kind, broken) => {
    const format = { ...markdown, ...broken } as Format;
    expect(check(format, sample, makeRandom(1))?.kind).toBe(kind);
  });

  it('sees another unit changed', () => {
    const format: Format = {
      ...markdown,
      write: (bytes, document, updates, options) => {
        const others = document.units.filter((unit) => unit.translate && unit.id !== updates[0]?.unit);
        const [other] = others;
        const more =
          other === undefined || updates.length === 0
            ? []
            : [
                {
                  unit: other.id,
                  segments: other.parts
                    .filter(({ kind }) => kind === 'segment')
                    .map(() => ({ target: ['x'] })),
                },
              ];
        return markdown.write(bytes, document, [...updates, ...more], options);
      },
    };
    expect(check(format, sample, makeRandom(1))?.kind).toBe('rest-changed');
  });

  it('makes the same case of the same seed', () => {
    const [a, b] = [1, 2].map(() => makeCase(7, 11, samples));
    expect(Buffer.from(a!.bytes).equals(b!.bytes)).toBe(true);
    expect(makeCase(8, 11, samples).bytes).not.toEqual(a!.bytes);
  });

  it('makes findings small', () => {
    const bytes = Buffer.from(`${'x'.repeat(900)}needle${'y'.repeat(900)}`);
    expect(Buffer.from(minimise(bytes, (each) => Buffer.from(each).includes('needle'))).toString()).toBe(
      'needle',
    );
  });
});
