/** Updates spliced into files: what was asked for is there afterwards, and nothing else moved. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unitId } from '../../../server/core/document/ids.ts';
import { segmentsOf, type Unit } from '../../../server/core/document/unit.ts';
import type { UnitUpdate } from '../../../server/core/document/update.ts';
import type { BilingualFormat } from '../../../server/formats/format.ts';
import { xliff12 } from '../../../server/formats/xliff12/index.ts';
import { xliff2 } from '../../../server/formats/xliff2/index.ts';
import { hasXmllint, schemaErrors } from '../../support/xmllint.ts';
import { documents, language, readOptions, skeletonOf } from './documents.ts';

const fa = { targetLanguage: language('fa') };
const utf8 = new TextEncoder();

function written(format: BilingualFormat, file: string, updates: readonly UnitUpdate[]) {
  const { bytes, problems } = format.write(utf8.encode(file), updates, fa);
  return {
    text: new TextDecoder().decode(bytes ?? new Uint8Array()),
    codes: problems.map((each) => each.code),
  };
}

function units(format: BilingualFormat, file: string): readonly Unit[] {
  return format.read(utf8.encode(file), readOptions).document?.units ?? [];
}

/** A unit's source codes by `kind:id`, for building targets. */
function code(unit: Unit, key: string) {
  const [kind, id] = key.split(':');
  const found = unit.parts
    .flatMap((part) => part.source)
    .find((part) => typeof part !== 'string' && `${part.code}${part.edge ?? ''}` === kind && part.id === id);
  if (found === undefined) throw new Error(`no ${key}`);
  return found;
}

describe.each([
  ['1.2', xliff12],
  ['2.1', xliff2],
] as const)('XLIFF %s', (version, format) => {
  test('targets written into an untranslated file are read back', () => {
    const files: Uint8Array[] = [];
    fc.assert(
      fc.property(documents, (document) => {
        const bare = {
          ...document,
          units: document.units.map((unit) => ({
            ...unit,
            translate: true,
            parts: unit.parts.map((part) =>
              part.kind === 'ignorable'
                ? { ...part, target: null }
                : {
                    kind: part.kind,
                    id: part.id,
                    state: 'initial' as const,
                    source: part.source,
                    target: null,
                  },
            ),
          })),
        };
        const { bytes } = format.make(bare, {
          version,
          sourceLanguage: language('en'),
          targetLanguage: language('fa'),
          fileName: 'a.md',
          skeleton: skeletonOf(bare),
          date: '2026-01-02T03:04:05Z',
        });
        const updates = document.units.map((unit): UnitUpdate => ({
          unit: unit.id,
          segments: segmentsOf(unit).map(({ source }) => ({
            target: ['«', ...source, '»'],
            state: 'reviewed',
          })),
          notes: [{ text: 'seen & noted', priority: 2 }],
        }));
        const result = format.write(bytes!, updates, fa);
        expect(result.problems).toEqual([]);
        const back = format.read(result.bytes!, readOptions).document!;
        back.units.forEach((unit, index) => {
          const before = document.units[index]!;
          const expected = segmentsOf(before).map((each) => ['«', each.source, '»'].flat());
          expect(segmentsOf(unit).map((each) => each.target)).toEqual(expected.map(joinText));
          expect(segmentsOf(unit).map((each) => each.state)).toEqual(expected.map(() => 'reviewed'));
          expect(unit.notes.at(-1)).toEqual({ text: 'seen & noted', priority: 2 });
          expect(segmentsOf(unit).map((each) => each.source)).toEqual(
            segmentsOf(before).map((each) => each.source),
          );
        });
        if (files.length < 60) files.push(result.bytes!);
      }),
      { numRuns: 200 },
    );
    if (!hasXmllint()) return;
    expect(
      schemaErrors(version, files)
        .filter((error) => error !== '')
        .slice(0, 3),
    ).toEqual([]);
  });
});

function joinText<Part>(content: readonly (string | Part)[]): readonly (string | Part)[] {
  const result: (string | Part)[] = [];
  for (const part of content) {
    const last = result.at(-1);
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part;
    else result.push(part);
  }
  return result;
}

const V12 = (body: string, rest = ''): string =>
  `<?xml version="1.0"?>\r\n<x:xliff version='1.2' xmlns:x='urn:oasis:names:tc:xliff:document:1.2'${rest}>\r\n<x:file original='a' source-language='en' datatype='plaintext'><x:body>\r\n${body}\r\n</x:body></x:file></x:xliff>`;
const V2 = (body: string): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="fa">\n <file id="f">\n${body}\n </file>\n</xliff>\n`;

/** [what, format, unit markup, segments of the update, unit markup afterwards] */
const SPLICES: readonly (readonly [string, BilingualFormat, string, UnitUpdate['segments'], string])[] = [
  [
    'a new target: prefix, quotes, indentation and line ends of its neighbours',
    xliff12,
    "  <x:trans-unit id='1'>\r\n    <x:source>a</x:source>\r\n    <x:alt-trans><x:target>z</x:target></x:alt-trans>\r\n  </x:trans-unit>",
    [{ target: ['b\nc & d'] }],
    "  <x:trans-unit id='1'>\r\n    <x:source>a</x:source>\r\n    <x:target state='translated'>b\r\nc &amp; d</x:target>\r\n    <x:alt-trans><x:target>z</x:target></x:alt-trans>\r\n  </x:trans-unit>",
  ],
  [
    'an empty target gets content and state; approved falls',
    xliff12,
    `<x:trans-unit id="1" approved="yes"><x:source>a</x:source><x:target state="final" /></x:trans-unit>`,
    [{ target: ['b'], state: 'translated' }],
    `<x:trans-unit id="1" approved="no"><x:source>a</x:source><x:target state="translated" >b</x:target></x:trans-unit>`,
  ],
  [
    'reviewed is signed-off and approved',
    xliff12,
    `<x:trans-unit id="1"><x:source>a</x:source><x:target>b</x:target></x:trans-unit>`,
    [{ state: 'reviewed' }],
    `<x:trans-unit id="1" approved="yes"><x:source>a</x:source><x:target state="signed-off">b</x:target></x:trans-unit>`,
  ],
  [
    'one mrk of two, nothing else',
    xliff12,
    `<x:trans-unit id="1"><x:source>A. B.</x:source><x:seg-source><x:mrk mtype="seg" mid="0">A.</x:mrk> <x:mrk mtype="seg" mid="1">B.</x:mrk></x:seg-source><x:target><x:mrk mid="0" mtype="seg">x</x:mrk>  <x:mrk mid="1" mtype="seg"/></x:target></x:trans-unit>`,
    [{}, { target: ['ب'] }],
    `<x:trans-unit id="1"><x:source>A. B.</x:source><x:seg-source><x:mrk mtype="seg" mid="0">A.</x:mrk> <x:mrk mtype="seg" mid="1">B.</x:mrk></x:seg-source><x:target><x:mrk mid="0" mtype="seg">x</x:mrk>  <x:mrk mid="1" mtype="seg">ب</x:mrk></x:target></x:trans-unit>`,
  ],
  [
    'no target: all mrks, those without a translation empty, the lowest state, and who is further says so',
    xliff12,
    `<x:trans-unit id="1"><x:source>A. B.</x:source><x:seg-source><x:g id="g"><x:mrk mtype="seg" mid="0">A.</x:mrk> <x:mrk mtype="seg" mid="1">B.</x:mrk></x:g></x:seg-source></x:trans-unit>`,
    [{ target: ['x'] }, {}],
    `<x:trans-unit id="1"><x:source>A. B.</x:source><x:seg-source><x:g id="g"><x:mrk mtype="seg" mid="0">A.</x:mrk> <x:mrk mtype="seg" mid="1">B.</x:mrk></x:g></x:seg-source><x:target state="needs-translation"><x:g id="g"><x:mrk mtype="seg" mid="0" comment="state: translated">x</x:mrk> <x:mrk mtype="seg" mid="1"></x:mrk></x:g></x:target></x:trans-unit>`,
  ],
  [
    'a mrk that the target lacks goes to its place',
    xliff12,
    `<x:trans-unit id="1"><x:source>A. B.</x:source><x:seg-source><x:mrk mtype="seg" mid="0">A.</x:mrk> <x:mrk mtype="seg" mid="1">B.</x:mrk></x:seg-source><x:target state="translated"><x:mrk mtype="seg" mid="0">x</x:mrk></x:target></x:trans-unit>`,
    [{}, { target: ['y'] }],
    `<x:trans-unit id="1"><x:source>A. B.</x:source><x:seg-source><x:mrk mtype="seg" mid="0">A.</x:mrk> <x:mrk mtype="seg" mid="1">B.</x:mrk></x:seg-source><x:target state="translated"><x:mrk mtype="seg" mid="0">x</x:mrk> <x:mrk mtype="seg" mid="1">y</x:mrk></x:target></x:trans-unit>`,
  ],
  [
    'target after source in the segment; subState goes with the state that it refined',
    xliff2,
    '  <unit id="1">\n   <segment state="initial" subState="my:x">\n    <source>a</source>\n   </segment>\n  </unit>',
    [{ target: ['b\u0001c'] }],
    '  <unit id="1">\n   <segment state="translated">\n    <source>a</source>\n    <target>b<cp hex="0001"/>c</target>\n   </segment>\n  </unit>',
  ],
  [
    'subState given stays with its state',
    xliff2,
    '  <unit id="1"><segment><source>a</source><target/></segment></unit>',
    [{ target: ['b'], state: 'reviewed', subState: 'my:y' }],
    '  <unit id="1"><segment state="reviewed" subState="my:y"><source>a</source><target>b</target></segment></unit>',
  ],
];

test.each(SPLICES)('%s', (_, format, before, segments, after) => {
  const wrap = format === xliff12 ? V12 : V2;
  const result = written(format, wrap(before), [{ unit: unitId('1'), segments }]);
  expect(result).toEqual({ text: wrap(after), codes: [] });
});

const PC = V2(
  '  <unit id="1"><originalData><data id="d1">[</data><data id="d2">]</data></originalData><segment><source><pc id="1" canReorder="firstNo" canCopy="no" canDelete="no" dataRefStart="d1" dataRefEnd="d2" equivEnd="e">a</pc> <mrk id="m" type="term">b</mrk><ph id="2" disp="x"/></source></segment></unit>',
);
const G = V12(
  '<x:trans-unit id="1"><x:source><x:g id="1" ctype="bold">a</x:g><x:mrk mtype="term" mid="m">b</x:mrk><x:x id="2"/></x:source></x:trans-unit>',
);

test('codes are written by their own markup, pairs that cross as start and end codes', () => {
  const [unit] = units(xliff2, PC);
  const [open, close] = [code(unit!, 'open:1'), code(unit!, 'close:1')];
  const [sm, em, ph] = [
    code(unit!, 'markeropen:m'),
    code(unit!, 'markerclose:m'),
    code(unit!, 'standalone:2'),
  ];
  const nested = written(xliff2, PC, [
    { unit: unitId('1'), segments: [{ target: [ph, open, 'x', sm, 'y', em, close] }] },
  ]);
  expect(nested.text).toContain(
    '<target><ph id="2" disp="x"/><pc id="1" canReorder="firstNo" canCopy="no" canDelete="no" dataRefStart="d1" dataRefEnd="d2" equivEnd="e">x<mrk id="m" type="term">y</mrk></pc></target>',
  );
  const crossing = written(xliff2, PC, [
    { unit: unitId('1'), segments: [{ target: [sm, open, 'x', em, close] }] },
  ]);
  expect(crossing.text).toContain(
    '<target><mrk id="m" type="term"><sc id="1" canReorder="firstNo" canCopy="no" canDelete="no" dataRef="d1" canOverlap="no"/>x</mrk><ec startRef="1" canReorder="no" canCopy="no" canDelete="no" dataRef="d2" equiv="e" canOverlap="no"/></target>',
  );
  const back = segmentsOf(units(xliff2, crossing.text)[0]!)[0]?.target ?? [];
  expect(back.map((part) => (typeof part === 'string' ? part : part.id))).toEqual(['m', '1', 'x', 'm', '1']);
});

test('in 1.2 a g that crosses becomes bx and ex; an annotation cannot', () => {
  const [unit] = units(xliff12, G);
  const [open, close] = [code(unit!, 'open:1'), code(unit!, 'close:1')];
  const [start, end] = [code(unit!, 'markeropen:m'), code(unit!, 'markerclose:m')];
  const nested = written(xliff12, G, [
    { unit: unitId('1'), segments: [{ target: [open, start, 'x', end, close] }] },
  ]);
  expect(nested.text).toContain(
    '<x:g id="1" ctype="bold"><x:mrk mtype="term" mid="m">x</x:mrk></x:g></x:target>',
  );
  const split = written(xliff12, G, [
    { unit: unitId('1'), segments: [{ target: [start, open, 'x', end, close] }] },
  ]);
  expect(split.text).toContain(
    '<x:mrk mtype="term" mid="m"><x:bx id="1" ctype="bold" rid="1"/>x</x:mrk><x:ex id="1" rid="1"/></x:target>',
  );
  const refused = written(xliff12, G, [
    { unit: unitId('1'), segments: [{ target: [open, start, 'x', close, end] }] },
  ]);
  expect(refused.codes).toEqual(['code-unbalanced']);
  expect(refused.text).toBe(G);
});

/** [what, segments of the update, problems] on a unit with one pair and one point. */
const REFUSALS: readonly (readonly [string, UnitUpdate, readonly string[]])[] = [
  ['unknown unit', { unit: unitId('9'), segments: [{ target: ['x'] }] }, ['update-unit-unknown']],
  [
    'unknown unit named like a property',
    { unit: unitId('__proto__'), segments: [] },
    ['update-unit-unknown'],
  ],
  ['too many segments', { unit: unitId('1'), segments: [{}, {}] }, ['update-segment-unknown']],
  ['state without a target', { unit: unitId('1'), segments: [{ state: 'final' }] }, ['update-state-invalid']],
  [
    'unknown code',
    {
      unit: unitId('1'),
      segments: [{ target: ['x', { code: 'standalone', id: '7', equiv: '', text: '' }], state: 'initial' }],
    },
    ['code-unknown'],
  ],
  [
    'an annotation twice',
    {
      unit: unitId('1'),
      segments: [
        {
          target: (['open', 'close', 'open', 'close'] as const).map((edge) => ({
            code: 'marker' as const,
            id: 'm',
            equiv: '',
            text: '',
            edge,
          })),
          state: 'initial',
        },
      ],
    },
    ['code-duplicate', 'code-duplicate'],
  ],
  [
    'half a pair',
    {
      unit: unitId('1'),
      segments: [{ target: [{ code: 'open', id: '1', equiv: '', text: '' }], state: 'initial' }],
    },
    ['code-unbalanced'],
  ],
];

describe.each([
  ['1.2', xliff12, G],
  ['2.1', xliff2, PC],
] as const)('XLIFF %s refuses', (_, format, file) => {
  test.each(REFUSALS)('%s, and leaves the unit alone', (_what, update, problems) => {
    const result = written(format, file, [update]);
    expect(result.codes.filter((each) => each !== 'code-unbalanced' || problems.includes(each))).toEqual(
      problems,
    );
    expect(result.text).toBe(file);
  });

  test('translate="no"', () => {
    const locked = file.replace(/<((?:x:trans-)?unit) /, '<$1 translate="no" ');
    const result = written(format, locked, [{ unit: unitId('1'), segments: [{ target: ['x'] }] }]);
    expect(result).toEqual({ text: locked, codes: ['update-locked'] });
  });
});

test('what is wrong with one unit does not keep the others from being written', () => {
  const file = V2(
    '<unit id="1"><segment><source>a</source></segment></unit><unit id="2"><segment><source>b</source></segment></unit>',
  );
  const result = written(xliff2, file, [
    { unit: unitId('1'), segments: [{ state: 'final' }] },
    { unit: unitId('2'), segments: [{ target: ['x'] }] },
  ]);
  expect(result.codes).toEqual(['update-state-invalid']);
  expect(result.text).toBe(
    file.replace(
      '<segment><source>b</source>',
      '<segment state="translated"><source>b</source><target>x</target>',
    ),
  );
});

test('trgLang is added where a target comes and there is none', () => {
  const file = V2('<unit id="1"><segment><source>a</source></segment></unit>').replace(' trgLang="fa"', '');
  const result = written(xliff2, file, [{ unit: unitId('1'), segments: [{ target: ['x'] }] }]);
  expect(result.text).toContain('srcLang="en" trgLang="fa">');
});

/** [encoding, bytes of the text in it] */
const ENCODINGS: readonly (readonly [string, (text: string) => Buffer])[] = [
  ['utf-8', (text) => Buffer.from(`\ufeff${text}`, 'utf8')],
  ['utf-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['ISO-8859-1', (text) => Buffer.from(text, 'latin1')],
  ['windows-1252', (text) => Buffer.from(text.replaceAll('“', '\u0093'), 'latin1')],
];

test.each(ENCODINGS)(
  '%s: other bytes stay, new characters are encoded or referred to',
  (encoding, encode) => {
    const text = (target: string): string =>
      `<?xml version="1.0" encoding="${encoding}"?><xliff version="1.2"><file original="é" source-language="en" datatype="x"><body><trans-unit id="1"><source>é${encoding === 'windows-1252' ? '“' : ''}</source>${target}</trans-unit></body></file></xliff>`;
    const bytes = encode(text('<target state="translated">ü</target>'));
    const result = xliff12.write(bytes, [{ unit: unitId('1'), segments: [{ target: ['سü'] }] }], fa);
    const references = /^(?:ISO|windows)/.test(encoding);
    expect(Buffer.from(result.bytes!)).toEqual(
      encode(text(`<target state="translated">${references ? '&#x633;' : 'س'}ü</target>`)),
    );
    expect(segmentsOf(xliff12.read(result.bytes!, readOptions).document!.units[0]!)[0]?.target).toEqual([
      'سü',
    ]);
  },
);
