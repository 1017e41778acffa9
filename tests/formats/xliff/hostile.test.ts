/** Files that mean harm or are broken: refused or read with problems, quickly, never an exception. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unitId } from '../../../server/core/document/ids.ts';
import { segmentsOf } from '../../../server/core/document/unit.ts';
import { textOf } from '../../../server/core/text/content.ts';
import { xliff12 } from '../../../server/formats/xliff12/index.ts';
import { xliff2 } from '../../../server/formats/xliff2/index.ts';
import { documents, language, readOptions, skeletonOf } from './documents.ts';

const fa = { targetLanguage: language('fa') };
const FORMATS = [
  ['1.2', xliff12],
  ['2.1', xliff2],
] as const;

const FILE: Readonly<Record<string, (unit: string, before?: string) => string>> = {
  '1.2': (unit, before = '') =>
    `<?xml version="1.0"?>${before}<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" datatype="x"><body>${unit}</body></file></xliff>`,
  '2.1': (unit, before = '') =>
    `<?xml version="1.0"?>${before}<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="fa"><file id="a">${unit}</file></xliff>`,
};
const UNIT: Readonly<Record<string, (id: string, source: string) => string>> = {
  '1.2': (id, source) => `<trans-unit id="${id}"><source>${source}</source></trans-unit>`,
  '2.1': (id, source) => `<unit id="${id}"><segment><source>${source}</source></segment></unit>`,
};

const BOMB = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${'bcdefgh'.replace(/./g, (name) => `<!ENTITY ${name} "${`&${String.fromCharCode(name.charCodeAt(0) - 1)};`.repeat(10)}">`)}]>`;

const QUADRATIC = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(100_000)}">]>`;
const MANY_ATTRIBUTES = Array.from({ length: 700_000 }, (_, index) => `a${index}="12"`).join(' ');
const PREFIXES = Array.from({ length: 501 }, (_, index) => `<g id="${index}" xmlns:p${index}="u">`);
/** Names that a simple hash takes for one another. */
const ALIKE = Array.from({ length: 400 }, (_, index) =>
  index.toString(2).padStart(9, '0').replaceAll('0', 'Aa').replaceAll('1', 'BB'),
);

/** [what, source content, before the root, problem, whether a document comes of it] */
const TABLE: readonly (readonly [string, string, string, string, boolean])[] = [
  ['entity bomb', '&h;', BOMB, 'xml-dtd', false],
  ['quadratic blow-up', '&a;'.repeat(100_000), QUADRATIC, 'xml-dtd', false],
  ['outer entity', '&x;', '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>', 'xml-dtd', false],
  ['outer DTD', 'a', '<!DOCTYPE x SYSTEM "file:///etc/passwd">', 'xml-dtd-ignored', true],
  ['entity of an outer DTD', '&x;', '<!DOCTYPE x SYSTEM "file:///etc/passwd">', 'xml-entity-unknown', false],
  ['outer DTD and declarations', 'a', '<!DOCTYPE x SYSTEM "x.dtd" [<!ENTITY x "y">]>', 'xml-dtd', false],
  ['bare document type', 'a', '<!DOCTYPE xliff>', 'xml-dtd-ignored', true],
  ['unknown entity', '&nbsp;', '', 'xml-entity-unknown', false],
  ['100,000 deep', `${'<g id="1">'.repeat(100_000)}${'</g>'.repeat(100_000)}`, '', 'nesting-too-deep', false],
  ['NUL', 'a\u0000b', '', 'text-nul', false],
  ['control character', 'a\u0001b', '', 'xml-character-illegal', false],
  ['control character by reference', 'a&#1;b', '', 'xml-character-illegal', false],
  ['half a surrogate pair by reference', '&#xD800;', '', 'xml-character-illegal', false],
  ['reference without an end', 'a & b', '', 'xml-malformed', false],
  ['unbound prefix', '<q:x id="1"/>', '', 'xml-prefix-unbound', true],
  ['crossing tags', '<g id="1"><x id="2"></g></x>', '', 'xml-malformed', false],
  ['attribute twice', '<x id="1" id="2"/>', '', 'xml-malformed', false],
  ['< in an attribute', '<x id="<"/>', '', 'xml-malformed', false],
  [
    '10,000 attributes',
    `<x ${Array.from({ length: 10_000 }, (_, index) => `a${index}="1"`).join(' ')}/>`,
    '',
    'xml-malformed',
    false,
  ],
  ['10 MB of attributes', `<x ${MANY_ATTRIBUTES}/>`, '', 'xml-malformed', false],
  ['501 prefixes in force', PREFIXES.join(''), '', 'nesting-too-deep', false],
  [
    '400 attributes on each of 50 tags',
    `<q:x ${ALIKE.map((each) => `${each}="1"`).join(' ')}/>`.repeat(50),
    '',
    'xml-prefix-unbound',
    true,
  ],
  [
    'an attribute twice among names alike',
    `<x ${[...ALIKE, ALIKE[7]].map((each) => `${each}="1"`).join(' ')}/>`,
    '',
    'xml-malformed',
    false,
  ],
  ['200,000 comments begun', '<!-- <!-- -'.repeat(200_000), '', 'xml-malformed', false],
  ['200,000 CDATA sections begun', '<![CDATA[ ]] >'.repeat(200_000), '', 'xml-malformed', false],
  ['references without an end', '&amp'.repeat(200_000), '', 'xml-malformed', false],
];

describe.each(FORMATS)('XLIFF %s', (version, format) => {
  const read = (text: string | Uint8Array) =>
    format.read(typeof text === 'string' ? new TextEncoder().encode(text) : text, readOptions);
  const file = FILE[version]!;
  const unit = UNIT[version]!;

  test.each(TABLE)('%s', (_, source, before, code, readable) => {
    const bytes = new TextEncoder().encode(file(unit('1', source), before));
    const { document, problems } = read(bytes);
    expect(problems.map((each) => each.code)).toContain(code);
    expect(document !== null).toBe(readable);
    const written = format.write(bytes, [], fa);
    expect(written.bytes !== null).toBe(readable);
  });

  test('a huge attribute is only long', () => {
    const name = 'x'.repeat(5_000_000);
    const { document } = read(file(unit('1', `<x id="1" equiv="${name}" equiv-text="${name}"/>`)));
    expect(document?.units).toHaveLength(1);
  });

  test('ids that are not there in thousands of units are not reported one by one', () => {
    const { document, problems } = read(file(unit('', 'a').repeat(5000)));
    expect(new Set(document?.units.map((each) => each.id)).size).toBe(5000);
    expect(problems.filter((each) => each.code === 'xliff-id-missing')).toHaveLength(1000);
  });

  test('ids that are not there, twice there, or named like properties', () => {
    const units = ['__proto__', 'constructor', '1', '1', '1', ''].map((id) => unit(id, id)).join('');
    const { document, problems } = read(file(units));
    expect(document?.units.map((each) => each.id)).toEqual([
      '__proto__',
      'constructor',
      'a/1',
      'a/1~2',
      'a/1~3',
      'unit-6',
    ]);
    expect(problems.map((each) => each.code).sort()).toEqual([
      'xliff-id-duplicate',
      'xliff-id-duplicate',
      'xliff-id-missing',
    ]);
    const bytes = new TextEncoder().encode(file(units));
    const written = format.write(bytes, [{ unit: unitId('a/1~2'), segments: [{ target: ['second'] }] }], fa);
    const targets = read(written.bytes!).document?.units.map((each) => segmentsOf(each)[0]?.target);
    expect(targets).toEqual([null, null, null, ['second'], null, null]);
  });

  test('cut off at each byte', () => {
    const whole = new TextEncoder().encode(file(unit('é', 'سلام &amp; <x id="1"/><![CDATA[a]]><!-- c -->')));
    for (let length = 0; length < whole.length; length += 1) {
      const { document, problems } = read(whole.subarray(0, length));
      expect(document).toBeNull();
      expect(problems.some((each) => each.severity === 'error')).toBe(true);
    }
    expect(read(whole).document).not.toBeNull();
  });

  test('any bytes, and any bytes put into a good file', () => {
    const good = file(unit('1', 'Hello <x id="1"/>'));
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.string({ maxLength: 30 }),
        fc.nat(good.length),
        (bytes, text, at) => {
          for (const input of [
            bytes,
            new TextEncoder().encode(good.slice(0, at) + text + good.slice(at + text.length)),
          ]) {
            const { document, problems } = format.read(input, readOptions);
            const { bytes: written } = format.write(input, [], fa);
            expect(document === null).toBe(
              problems.some((each) => each.severity === 'error' && each.code !== 'xliff-skeleton-broken'),
            );
            if (document !== null) expect(written).toEqual(input);
            format.probe(input, 'a.xlf');
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('attribute values exchanged in a good file: whatever can be read can be written and read again', () => {
    const swaps = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(documents, swaps, (document, exchanged) => {
        const made = format.make(document, {
          version,
          sourceLanguage: language('en'),
          targetLanguage: language('fa'),
          fileName: 'a.md',
          skeleton: null,
          date: '2026-01-02T03:04:05Z',
        });
        const pieces = new TextDecoder().decode(made.bytes).split(/(?<==")([^"]*)(?=")/);
        const values = pieces.filter((_, index) => index % 2 === 1);
        for (const [to, from] of exchanged) {
          // The first values are namespace, version and languages of the root.
          const at = 5 + (to % (values.length - 5));
          pieces[at * 2 + 1] = values[from % values.length]!;
        }
        const bytes = new TextEncoder().encode(pieces.join(''));
        const { document: read } = format.read(bytes, readOptions);
        if (read === null) return;
        const updates = read.units.map((each) => ({
          unit: each.id,
          segments: segmentsOf(each).map((segment) => ({ target: ['«', ...segment.source, '»'] })),
        }));
        const written = format.write(bytes, updates, fa);
        const refused = new Set(written.problems.map((each) => each.place?.path?.split(' > ')[0]));
        const back = format.read(written.bytes!, readOptions).document!;
        back.units.forEach((each, index) => {
          if (refused.has(`unit ${each.id}`)) expect(each).toEqual(read.units[index]);
          else
            expect(segmentsOf(each).map((one) => textOf(one.target ?? []))).toEqual(
              segmentsOf(each).map((one) => `«${textOf(one.source)}»`),
            );
        });
      }),
      { numRuns: 400 },
    );
  });

  test('a skeleton that is broken is refused, the document is not', () => {
    const [document] = fc.sample(documents, { numRuns: 1, seed: 3 });
    const options = {
      version,
      sourceLanguage: language('en'),
      targetLanguage: language('fa'),
      fileName: 'a.md',
      skeleton: skeletonOf(document!),
      date: '2026-01-02T03:04:05Z',
    };
    const text = new TextDecoder().decode(format.make(document!, options).bytes);
    const payload = /(?:<skeleton>|form="base64">)([A-Za-z0-9+/=\s]+)</.exec(text)![1]!;
    const [header = '', ...rest] = Buffer.from(payload, 'base64').toString('latin1').split('\n');
    const broken: readonly string[] = [
      '%%% not base64',
      payload.slice(8),
      Buffer.from(header).toString('base64'),
      Buffer.from('{"version":1,"format":\n').toString('base64'),
      ...[
        header.replace(/"ranges":\[\[("[^"]*"),\[\d+/, '"ranges":[[$1,[99999'),
        header.replace(/"ranges":\[\[("[^"]*"),\[\d+/, '"ranges":[[$1,[-1'),
        header.replace(/"ranges":\[\[("[^"]*"),\[/, '"ranges":[[$1,[0,4,'),
        header.replace(/"ranges":\[\[("[^"]*"),\[/, '"ranges":[[$1,[0,'),
        header.replace('"outline":[', '"outline":[{"kind":"script"},'),
        header.replace('"outline":[', `"outline":[${'{"kind":"quote","blocks":['.repeat(50_000)}`),
      ].map((line) => Buffer.from([line, ...rest].join('\n'), 'latin1').toString('base64')),
    ];
    for (const each of broken) {
      const result = read(text.replace(payload, each));
      expect(result.problems.map((one) => one.code)).toContain('xliff-skeleton-unreadable');
      expect(result.document?.skeleton).toBeNull();
      expect(result.document?.units.length).toBe(document!.units.length);
    }
    expect(read(text).document?.skeleton).not.toBeNull();
  });
});

test('a unit too long for one text is refused, by its place', () => {
  const [head = '', tail = ''] = FILE['2.1']!(UNIT['2.1']!('1', '|')).split('|');
  const bytes = Buffer.concat([Buffer.from(head), Buffer.alloc(0x10000001, 'a'), Buffer.from(tail)]);
  expect(xliff2.read(bytes, readOptions).problems).toMatchObject([
    { code: 'text-too-long', place: { line: 1, column: head.indexOf('<unit') + 1 } },
  ]);
});

test('names of encodings that nobody can read', () => {
  const text = '<?xml version="1.0" encoding="x-unknown"?><xliff/>';
  expect(xliff12.read(new TextEncoder().encode(text), readOptions).problems[0]?.code).toBe(
    'encoding-unknown',
  );
});
