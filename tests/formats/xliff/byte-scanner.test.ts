/** The scanner over bytes and the one over text accept and refuse the same, for the same reason at the same place. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Problem } from '../../../server/core/problem.ts';
import { ByteScanner } from '../../../server/formats/shared/xml/byte-scanner.ts';
import { XmlScanner } from '../../../server/formats/shared/xml/scanner.ts';
import { workingBytes } from '../../../server/formats/shared/xml/working-bytes.ts';
import { corpusFile, corpusJson, hasCorpus } from '../../support/corpus.ts';

interface Outcome {
  readonly failure: Problem | null;
  readonly warnings: readonly Problem[];
  /** Of each start tag: name, namespace, attributes, where it stands. */
  readonly tags: readonly unknown[];
}

/** `offsets` gives the byte offset of an offset in the text. */
function ofText(text: string): Outcome {
  const scanner = new XmlScanner(text);
  const tags: unknown[] = [];
  let byte = 0;
  let at = 0;
  while (scanner.next()) {
    if (scanner.kind !== 'start') continue;
    byte += Buffer.byteLength(text.slice(at, scanner.start));
    at = scanner.start;
    const { local, namespace } = scanner.element;
    const values = scanner.attributes.map((each) => each.value);
    tags.push([local, namespace, values, byte, scanner.empty, scanner.depth, scanner.outerScope]);
  }
  return { failure: scanner.failure, warnings: scanner.warnings, tags };
}

function ofBytes(utf8: Buffer, names: readonly (readonly string[])[]): Outcome {
  const scanner = new ByteScanner(utf8);
  const tags: unknown[] = [];
  while (scanner.nextStart()) {
    const { local, namespace, start, empty, depth, outerScope } = scanner;
    const values = (names[tags.length] ?? []).map((name) => scanner.attribute(name));
    tags.push([local, namespace, values, start, empty, depth, outerScope]);
  }
  return { failure: scanner.failure, warnings: scanner.warnings, tags };
}

/** Names of the attributes of each start tag, as written. */
function attributeNames(text: string): readonly (readonly string[])[] {
  const scanner = new XmlScanner(text);
  const names: string[][] = [];
  while (scanner.next())
    if (scanner.kind === 'start') names.push(scanner.attributes.map((each) => each.name));
  return names;
}

function expectAlike(bytes: Buffer, what: string): 'accepted' | 'refused' | 'undecodable' {
  const { working } = workingBytes(bytes);
  if (working === null) return 'undecodable';
  const text = working.utf8.toString('utf8');
  const expected = ofText(text);
  // Attributes are asked for by ASCII names.
  const names = attributeNames(text);
  if (names.flat().every((name) => /^[ -~]*$/.test(name)))
    expect(ofBytes(working.utf8, names), what).toEqual(expected);
  else {
    const { failure, warnings } = ofBytes(working.utf8, []);
    expect({ failure, warnings }, what).toEqual({ failure: expected.failure, warnings: expected.warnings });
  }
  return expected.failure === null ? 'accepted' : 'refused';
}

/** What breaks XML, and what only looks as if it did. */
const BITS = [
  ...Array.from('<>/="\'&;!?-[]:# \t\r\n\u0000\u0001\u000b\u007f\ufffe\ufeff\u00a0\u2028é'),
  ...[
    '\r\n',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    '</',
    '/>',
    'xmlns',
    'xmlns:',
    'xmlns:q="u"',
    ' a="1"',
  ],
  ...[
    '&amp;',
    '&lt;',
    '&gt',
    '&nbsp;',
    '&#1;',
    '&#9;',
    '&#x1F600;',
    '&#xD800;',
    '&#xFFFFFFFFF;',
    '&#;',
    '&#x;',
  ],
  ...[
    '<a>',
    '</a>',
    '<a/>',
    '<q:a>',
    '</q:a>',
    '<q:a q:b="&lt;"/>',
    ' xml:lang="fa"',
    '<!DOCTYPE a>',
    '<!DOCTYPE a PUBLIC "-//b" \'c>\'>',
    '😀',
    'سلام',
  ],
  ...[
    '<!DOCTYPE a [',
    `&${'x'.repeat(70)};`,
    '<a xmlns="">',
    '<xmlns:a/>',
    '<:a/>',
    'မြန်မာ',
    '</a >',
    '</a\u00a0>',
  ],
];

test('generated text', () => {
  const bit = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...BITS) },
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  );
  const outcomes = { accepted: 0, refused: 0, undecodable: 0 };
  fc.assert(
    fc.property(fc.array(bit, { maxLength: 12 }), fc.boolean(), (bits, wrapped) => {
      const text = wrapped ? `<a xmlns:p="u" p:x="1">${bits.join('')}</a>` : bits.join('');
      outcomes[expectAlike(Buffer.from(text, 'utf8'), JSON.stringify(text))] += 1;
    }),
    { numRuns: 20_000 },
  );
  expect(outcomes.accepted).toBeGreaterThan(500);
});

/** Well-formed more often than not, so that what comes late in a file is reached. */
const element = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('text', '&amp;', '\r\n', ' ', '<!-- c -->', '<![CDATA[<&]]>', '<?pi ?>', 'بند', '😀'),
    fc
      .tuple(
        fc.constantFrom('a', 'p:a', 'q:b', 'é', 'r:r'),
        fc.uniqueArray(fc.constantFrom('x', 'p:x', 'q:x', 'xml:id', 'xmlns:q', 'xmlns', 'é'), {
          maxLength: 4,
        }),
        fc.constantFrom('"', "'"),
        fc.constantFrom('', 'u', 'a&#10;b\r\nc', '&lt;', '&bad;', 'سلام', '\t'),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.constantFrom('', ' ', '\r\n'),
      )
      .map(([name, attributes, quote, value, children, space]) => {
        const tag = `${name}${attributes.map((each) => ` ${each}=${quote}${value}${quote}`).join('')}${space}`;
        return children.length === 0
          ? `<${tag}/>`
          : `<${tag}>${children.map(String).join('')}</${name}${space}>`;
      }),
  ),
})).node;

test('generated elements', () => {
  const outcomes = { accepted: 0, refused: 0, undecodable: 0 };
  fc.assert(
    fc.property(
      element,
      fc.constantFrom('', '\ufeff', '<?xml version="1.0"?>\r\n', '<!DOCTYPE r>', '<!DOCTYPE r SYSTEM"پ">'),
      (inner, before) => {
        const text = `${before}<r xmlns:p="urn:p">${inner}</r>\n`;
        outcomes[expectAlike(Buffer.from(text, 'utf8'), JSON.stringify(text))] += 1;
      },
    ),
    { numRuns: 5000 },
  );
  expect(Math.min(outcomes.accepted, outcomes.refused)).toBeGreaterThan(100);
});

const manifest = z.array(z.object({ file: z.string(), bytes: z.number() }));

test('every file of the corpus', () => {
  if (!hasCorpus()) return;
  const outcomes = { accepted: 0, refused: 0, undecodable: 0 };
  for (const { file } of manifest.parse(corpusJson('xliff/manifest.json'))) {
    outcomes[expectAlike(corpusFile(`xliff/${file}`), file)] += 1;
  }
  expect(outcomes.accepted).toBeGreaterThan(330);
});

test('files of the corpus with bytes changed, taken away, put in', () => {
  if (!hasCorpus()) return;
  const files = manifest
    .parse(corpusJson('xliff/manifest.json'))
    .filter(({ bytes }) => bytes < 6000)
    .map(({ file }) => [file, corpusFile(`xliff/${file}`)] as const);
  const change = fc.record({ at: fc.nat(), drop: fc.nat(3), put: fc.constantFrom('', ...BITS) });
  const outcomes = { accepted: 0, refused: 0, undecodable: 0 };
  fc.assert(
    fc.property(
      fc.nat(files.length - 1),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      (index, changes) => {
        const [name, file] = files[index]!;
        let bytes: Buffer = file;
        for (const { at, drop, put } of changes) {
          const from = at % (bytes.length + 1);
          bytes = Buffer.concat([bytes.subarray(0, from), Buffer.from(put), bytes.subarray(from + drop)]);
        }
        outcomes[expectAlike(bytes, `${name} ${JSON.stringify(changes)}`)] += 1;
      },
    ),
    { numRuns: 3000 },
  );
  expect(Math.min(outcomes.accepted, outcomes.refused)).toBeGreaterThan(300);
});
