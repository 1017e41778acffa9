/** What the receipt recognises of what other tools do to a file, on files read by the real formats. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../server/core/document/document.ts';
import { compareDocuments, type CompareOptions } from '../../server/core/document/receipt.ts';
import type { Receipt, ReceiptRow } from '../../server/core/document/receipt/row.ts';
import { textOf, type Content } from '../../server/core/text/content.ts';
import { segmentText } from '../../server/core/text/segmentation/segmenter.ts';
import { xliff12 } from '../../server/formats/xliff12/index.ts';
import { readFile } from '../../server/usecases/read-file.ts';
import { corpusFile, hasCorpus } from '../support/corpus.ts';
import { documentOf, plainDocument, plainUnit } from '../support/store-samples.ts';
import { tag } from '../support/workbench.ts';

function file12(body: string): string {
  return `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" target-language="fa" datatype="plaintext"><body>${body}</body></file></xliff>`;
}

function xliff2(body: string): string {
  return `<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="fa"><file id="f">${body}</file></xliff>`;
}

function unit(
  id: string,
  segments: readonly (readonly [source: string, target?: string])[],
  notes = '',
): string {
  const parts = segments.map(
    ([source, target], index) =>
      `<segment id="s${index + 1}"><source>${source}</source>${target === undefined ? '' : `<target>${target}</target>`}</segment>`,
  );
  return `<unit id="${id}">${notes}${parts.join('<ignorable><source> </source></ignorable>')}</unit>`;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(file: string | Uint8Array): Document {
  const bytes = typeof file === 'string' ? bytesOf(file) : file;
  const result = readFile(
    { segmenter: segmentText },
    { bytes, fileName: 'a.xlf', sourceLanguage: tag('en') },
  );
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.problems));
  return result.document;
}

function compare(
  ours: string | Uint8Array | Document,
  theirs: string | Uint8Array | Document,
  further: Partial<CompareOptions> = {},
): Receipt {
  const document = (file: string | Uint8Array | Document): Document =>
    typeof file === 'string' || file instanceof Uint8Array ? read(file) : file;
  return compareDocuments(document(ours), document(theirs), {
    cutter: { segmenter: segmentText, language: tag('fa') },
    sent: null,
    structure: null,
    ...further,
  });
}

const changes = ({ rows }: Receipt): readonly string[] => rows.map((row) => row.change);
const repairs = ({ rows }: Receipt): readonly string[] =>
  rows.flatMap((row) => row.repairs.map((each) => each.code));
const differences = ({ rows }: Receipt): readonly string[] =>
  rows.flatMap((row) => row.differences.map((each) => each.code));
const textsOf = (rows: readonly ReceiptRow[]): readonly (string | null)[] =>
  rows.map(({ theirs }) => (theirs === null ? null : textOf(theirs)));

describe('units', () => {
  const three = [unit('a', [['One.']]), unit('b', [['Two.']]), unit('c', [['Three.']])] as const;

  it('that were all renumbered are found by their order', () => {
    const back = three.map((each, index) =>
      each
        .replace(/id="[abc]"/u, `id="${index + 10}"`)
        .replace('</source>', `</source><target>ت${index}</target>`),
    );
    const receipt = compare(xliff2(three.join('')), xliff2(back.join('')));
    expect(changes(receipt)).toEqual(['added', 'added', 'added']);
    expect(textsOf(receipt.rows)).toEqual(['ت0', 'ت1', 'ت2']);
    expect(repairs(receipt)).toEqual(['unit-renamed', 'unit-renamed', 'unit-renamed']);
    expect(receipt.reasons).toEqual([]);
  });

  it('whose numbers moved on by one take no other unit’s text', () => {
    // What a tool does that counts units anew and leaves one out.
    const back = [unit('a', [['Two.', 'دو.']]), unit('b', [['Three.', 'سه.']])];
    const receipt = compare(xliff2(three.join('')), xliff2(back.join('')));
    expect(receipt.rows.map((row) => [row.unit, row.change])).toEqual([
      ['a', 'lost'],
      ['b', 'added'],
      ['c', 'added'],
    ]);
    expect(textsOf(receipt.rows)).toEqual([null, 'دو.', 'سه.']);
    expect(receipt.reasons).toEqual([{ code: 'units-lost', count: 1, places: ['a'] }]);
  });

  it('that are repeated are told apart by their order', () => {
    const same = ['p', 'q', 'r'].map((id) => unit(id, [['OK']]));
    const back = ['1', '2', '3'].map((id) => unit(id, [['OK', `خوب ${id}`]]));
    expect(textsOf(compare(xliff2(same.join('')), xliff2(back.join(''))).rows)).toEqual([
      'خوب 1',
      'خوب 2',
      'خوب 3',
    ]);
  });

  it('that moved are told, and nothing else of them', () => {
    const receipt = compare(xliff2(three.join('')), xliff2([three[2], three[0], three[1]].join('')));
    expect(changes(receipt)).toEqual(['kept', 'kept', 'kept']);
    expect(receipt.rows.map((row) => row.differences.map((each) => each.code))).toEqual([
      [],
      [],
      ['unit-moved'],
    ]);
  });

  it('cut into several, or put together, are mapped by their text', () => {
    const ours = unit('a', [['One.'], ['Two.']]);
    const split = unit('0', [['One.', 'یک.']]) + unit('1', [['Two.', 'دو.']]);
    const apart = compare(xliff2(ours), xliff2(split));
    expect(textsOf(apart.rows)).toEqual(['یک.', 'دو.']);
    expect(apart.reasons).toEqual([]);
    const whole = compare(
      xliff2(split),
      xliff2(
        unit('a', [
          ['One.', 'یک.'],
          ['Two.', 'ده.'],
        ]),
      ),
    );
    expect(textsOf(whole.rows)).toEqual(['یک.', 'ده.']);
    expect(changes(whole)).toEqual(['kept', 'changed']);
  });

  it('with another source are set apart, with what it was', () => {
    const receipt = compare(xliff2(unit('a', [['One.', 'یک.']])), xliff2(unit('a', [['Other.', 'دیگر.']])));
    expect(receipt.rows[0]).toMatchObject({
      change: 'source-differs',
      taking: 'possible',
      theirSource: ['Other.'],
      differences: [{ code: 'source-changed', before: 'One.', after: 'Other.' }],
    });
  });

  it('that are not to be translated are quarantined where they are lost, and not listed', () => {
    const fixed = '<unit id="x" translate="no"><segment><source>v1</source></segment></unit>';
    const receipt = compare(xliff2(fixed + three[0]), xliff2(three[0]));
    expect(changes(receipt)).toEqual(['kept']);
    expect(receipt.reasons).toEqual([{ code: 'units-lost', count: 1, places: ['x'] }]);
  });
});

describe('segments', () => {
  const two = unit('u', [['Hello there.'], ['Good day.']]);

  it('that another tool cut finer are joined', () => {
    const back = unit('u', [
      ['Hello', 'سلام'],
      ['there.', 'آنجا.'],
      ['Good day.', 'روز خوش.'],
    ]);
    const receipt = compare(xliff2(two), xliff2(back));
    expect(textsOf(receipt.rows)).toEqual(['سلام آنجا.', 'روز خوش.']);
    expect(receipt.rows.map((row) => row.taking)).toEqual(['suggested', 'suggested']);
    expect(repairs(receipt)).toEqual(['segments-joined', 'segment-renamed']);
  });

  it('of one text are cut by its sentences, to be looked at', () => {
    const receipt = compare(xliff2(two), xliff2(unit('u', [['Hello there. Good day.', 'سلام. روز خوش.']])));
    expect(textsOf(receipt.rows)).toEqual(['سلام.', 'روز خوش.']);
    expect(receipt.rows.map((row) => [row.change, row.taking])).toEqual([
      ['resegmented', 'possible'],
      ['resegmented', 'possible'],
    ]);
    expect(repairs(receipt)).toEqual(['segments-cut']);
  });

  it('of one text that has another number of sentences are shown and not taken', () => {
    const receipt = compare(xliff2(two), xliff2(unit('u', [['Hello there. Good day.', 'سلام و روز خوش.']])));
    expect(textsOf(receipt.rows)).toEqual(['سلام و روز خوش.', null]);
    expect(receipt.rows.map((row) => row.taking)).toEqual(['never', 'never']);
  });

  it('of one text that says what ours say are kept', () => {
    const ours = unit('u', [
      ['Hello there.', 'سلام.'],
      ['Good day.', 'روز خوش.'],
    ]);
    const back = unit('u', [['Hello there. Good day.', 'سلام.  روز خوش.']]);
    expect(changes(compare(xliff2(ours), xliff2(back)))).toEqual(['kept', 'kept']);
  });

  it('that changed places are told, by their text and not by their number', () => {
    const swapped = unit('u', [
      ['Good day.', 'روز خوش.'],
      ['Hello there.', 'سلام.'],
    ]);
    const receipt = compare(xliff2(two), xliff2(swapped));
    expect(textsOf(receipt.rows)).toEqual(['سلام.', 'روز خوش.']);
    expect(differences(receipt)).toEqual(['segment-moved']);
  });

  it('whatever the cuts, no text of theirs is lost or doubled', () => {
    const words = fc.array(fc.constantFrom('ab', 'c', 'def', 'g'), { minLength: 1, maxLength: 8 });
    const cuts = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(words, cuts, cuts, (parts, ourCuts, theirCuts) => {
        const cut = (at: readonly boolean[], targets: boolean): Document => {
          const sources: string[] = [];
          parts.forEach((word, index) => {
            if (index > 0 && at[index] !== true) sources.push(`${sources.pop() ?? ''}${word}`);
            else sources.push(word);
          });
          const made = plainUnit(
            'u',
            sources.map((text): Content => [text]),
          );
          const translated = made.parts.map((part) => ({
            ...part,
            target: targets ? [textOf(part.source).toUpperCase()] : null,
          }));
          return plainDocument([{ ...made, parts: translated }]);
        };
        const { rows } = compare(cut(ourCuts, false), cut(theirCuts, true));
        const back = rows.map((row) => (row.theirs === null ? '' : textOf(row.theirs))).join('');
        expect(back.replace(/\s/gu, '')).toBe(parts.join('').toUpperCase());
        for (const row of rows.filter((each) => each.taking === 'suggested')) {
          expect(textOf(row.theirs ?? []).replace(/\s/gu, '')).toBe(textOf(row.source).toUpperCase());
        }
      }),
    );
  });
});

describe('what stands in a segment', () => {
  it('is mended where a tool reindented it', () => {
    const sent = file12(
      '<trans-unit id="1"><source>Click <g id="1">Save</g>, then go.</source></trans-unit>',
    );
    const back = file12(
      '<trans-unit id="1"><source>\n  Click\n  <g id="1">\n    Save\n  </g>\n  , then go.\n</source><target>\n  روی\n  <g id="1">\n    ذخیره\n  </g>\n  بزنید،\n  بعد بروید.\n</target></trans-unit>',
    );
    const receipt = compare(sent, back);
    const [row] = receipt.rows;
    expect(row!.theirs!.map((part) => (typeof part === 'string' ? part : '|')).join('')).toBe(
      'روی |ذخیره|بزنید، بعد بروید.',
    );
    expect([row!.change, row!.taking, ...repairs(receipt)]).toEqual(['added', 'suggested', 'white-space']);
  });

  it('finds its codes under other names', () => {
    const sent = file12(
      '<trans-unit id="1"><source>Click <g id="a">Save</g> <x id="b"/></source></trans-unit>',
    );
    const back = file12(
      '<trans-unit id="1"><source>Click <g id="1">Save</g> <x id="2"/></source><target><x id="2"/> <g id="1">ذخیره</g></target></trans-unit>',
    );
    const receipt = compare(sent, back);
    expect(receipt.rows[0]).toMatchObject({ change: 'added', taking: 'suggested', problems: [] });
    expect(receipt.rows[0]!.theirs).toMatchObject([{ id: 'b' }, ' ', { id: 'a' }, 'ذخیره', { id: 'a' }]);
    expect(repairs(receipt)).toEqual(['codes-renamed']);
  });

  it.each([
    ['<source>Click Save <x id="2"/></source>', ['code-lost', 'code-lost']],
    [
      '<source>Click <g id="1" ctype="italic">Save</g> <x id="2"/></source>',
      ['code-changed', 'code-changed'],
    ],
    ['<source>Click <x id="2"/><g id="1" ctype="bold">Save</g> </source>', ['code-moved']],
    ['<source>Click <g ctype="bold" id="1">Save</g> <x id="2"/></source>', []],
    ['<source>Click <g id="1" ctype="bold">Save</g> <x id="2"/><x id="3"/></source>', ['code-added']],
  ])('tells what became of its codes: %s', (source, expected) => {
    const sent = '<source>Click <g id="1" ctype="bold">Save</g> <x id="2"/></source>';
    const whole = (inner: string): string => file12(`<trans-unit id="1">${inner}</trans-unit>`);
    expect(differences(compare(whole(sent), whole(source)))).toEqual(expected);
  });

  it('is not suggested where its target lost a code that it had', () => {
    const ours = file12(
      '<trans-unit id="1"><source>A <x id="1"/></source><target>الف <x id="1"/></target></trans-unit>',
    );
    const receipt = compare(ours, ours.replace('الف <x id="1"/>', 'الفبا'));
    expect(receipt.rows[0]).toMatchObject({ change: 'changed', taking: 'possible' });
    expect(receipt.reasons).toEqual([{ code: 'codes-lost', count: 1, places: ['1 > 1'] }]);
  });

  it('keeps its notes, and tells of each that was lost, changed or added', () => {
    const noted = (...notes: readonly string[]): string =>
      xliff2(unit('u', [['A.']], `<notes>${notes.join('')}</notes>`));
    const sent = noted('<note>one</note>', '<note priority="2">two</note>', '<note>three</note>');
    const back = noted('<note>\n one\n</note>', '<note priority="1">two</note>', '<note>four</note>');
    const receipt = compare(sent, back);
    expect(differences(receipt)).toEqual(['note-changed', 'note-lost', 'note-added']);
    expect(receipt.reasons).toEqual([{ code: 'notes-lost', count: 1, places: ['u'] }]);
  });

  it('is not told of notes that the tool repeats as bare text, nor of those that were two before', () => {
    const noted = (notes: string): string => xliff2(unit('u', [['A.']], `<notes>${notes}</notes>`));
    const sent = noted('<note priority="2">two</note>');
    expect(differences(compare(sent, noted('<note priority="2">two</note><note>two</note>')))).toEqual([]);
    const twice = noted('<note priority="2">two</note><note>two</note>');
    expect(differences(compare(twice, twice))).toEqual([]);
    expect(differences(compare(twice, sent))).toEqual(['note-lost']);
  });

  it('keeps its state where the tool left the state out', () => {
    const sent = file12(
      '<trans-unit id="1" approved="yes"><source>A</source><target state="translated">الف</target></trans-unit>',
    );
    const back = sent.replace(' approved="yes"', '');
    expect(changes(compare(sent, back))).toEqual(['changed']);
    const mended = compare(sent, back, {
      structure: xliff12.compareStructure!(bytesOf(sent), bytesOf(back)),
    });
    expect([...changes(mended), ...repairs(mended)]).toEqual(['kept', 'state-missing']);
  });
});

it('a state that goes back while the text stays is not taken unasked', () => {
  const ours = file12(
    '<trans-unit id="1" approved="yes"><source>A</source><target state="final">الف</target></trans-unit>',
  );
  const back = ours.replace('approved="yes"', 'approved="no"').replace('"final"', '"translated"');
  expect(compare(ours, back).rows[0]).toMatchObject({ change: 'changed', taking: 'possible' });
  expect(compare(back, ours).rows[0]).toMatchObject({ change: 'changed', taking: 'suggested' });
});

it('units and segments without number cost no more than their size', () => {
  const many = Array.from({ length: 30_000 }, (_, index): Content => [`w${index} `]);
  const cut = plainDocument([plainUnit('u', many)]);
  const whole = plainDocument([plainUnit('u', [many.flat()])]);
  expect(compare(whole, cut).rows).toHaveLength(1);
  expect(compare(cut, whole).rows).toHaveLength(30_000);
  const units = (name: string): Document =>
    plainDocument(
      Array.from({ length: 30_000 }, (_, index) => plainUnit(`${name}${index}`, [[`${name} ${index % 7}`]])),
    );
  expect(compare(units('a'), units('b')).reasons).toMatchObject([{ code: 'units-lost', count: 30_000 }]);
  expect(compare(units('a'), { ...units('a'), units: units('a').units.toReversed() }).counts.lost).toBe(0);
});

describe('work done meanwhile', () => {
  const file = (target: string | null): Document => {
    const document = documentOf(['One.']);
    const [only] = document.units;
    const parts = only!.parts.map((part) => ({
      ...part,
      state: target === null ? ('initial' as const) : ('translated' as const),
      target: target === null ? null : [target],
    }));
    return { ...document, units: [{ ...only!, parts }] };
  };

  it.each([
    ['a', 'b', 'c', 'conflict', 'possible'],
    ['a', 'a', 'c', 'changed', 'suggested'],
    ['a', 'b', 'a', 'older', 'possible'],
    ['a', 'b', 'b', 'kept', 'never'],
    ['a', 'b', null, 'missing-target', 'never'],
    [null, null, 'c', 'added', 'suggested'],
    [null, 'b', 'c', 'conflict', 'possible'],
    [null, 'b', null, 'older', 'never'],
  ])('sent %s, here %s, back %s: %s', (sent, ours, theirs, change, taking) => {
    const { rows } = compare(file(ours), file(theirs), { sent: file(sent) });
    expect(rows[0]).toMatchObject({ change, taking, sent: sent === null ? null : [sent] });
  });
});

describe('text between the marks', () => {
  const unitOf = (segSource: string, target: string): string =>
    file12(
      `<trans-unit id="1"><source>A. B.</source><seg-source>${segSource}</seg-source><target>${target}</target></trans-unit>`,
    );
  const one = '<mrk mtype="seg" mid="0">A. B.</mrk>';
  const two = '<mrk mtype="seg" mid="0">A.</mrk> <mrk mtype="seg" mid="1">B.</mrk>';

  it('is the translation where it stands beside the only segment', () => {
    const receipt = compare(unitOf(one, one), unitOf(one, `${one}آمد. باران.`));
    expect(textsOf(receipt.rows)).toEqual(['آمد. باران.']);
    expect(repairs(receipt)).toContain('target-between-marks');
    expect(receipt.rows[0]!.taking).toBe('suggested');
  });

  it('is cut for several segments, to be looked at', () => {
    const back = two.replace('</mrk> <mrk', '</mrk>پدرم آمد. باران می‌بارد.<mrk');
    const receipt = compare(unitOf(two, two), unitOf(two, back));
    expect(textsOf(receipt.rows)).toEqual(['پدرم آمد.', 'باران می‌بارد.']);
    expect(receipt.rows.map((row) => row.change)).toEqual(['resegmented', 'resegmented']);
  });

  it('beside a translation belongs to nobody, and is told', () => {
    const translated = '<mrk mtype="seg" mid="0">آ.</mrk>پ.<mrk mtype="seg" mid="1">ب.</mrk>';
    const receipt = compare(unitOf(two, two), unitOf(two, translated));
    expect(differences(receipt)).toContain('text-between-marks');
    expect(receipt.rows[0]!.taking).not.toBe('suggested');
  });

  it("that stood there when the file was sent is nobody's new text", () => {
    const between = '<mrk mtype="seg" mid="0">آ.</mrk>پ.<mrk mtype="seg" mid="1">ب.</mrk>';
    const receipt = compare(unitOf(two, between), unitOf(two, between.replace('>ب.', '>بد.')));
    expect(receipt.rows.map((row) => row.change)).toEqual(['kept', 'changed']);
    expect(differences(receipt)).toEqual([]);
  });

  it.runIf(hasCorpus())('that Poedit wrote is set apart, never dropped', () => {
    const sent = corpusFile('xliff/omegat/omegat-segsource-fa.xlf');
    const untranslated = sent.toString().replaceAll(/جملهٔ نخست\.|جملهٔ دوم\.|سلام، دنیا\./gu, '');
    const back = corpusFile('xliff/poedit/poedit-d-segsource-CORRUPTED-mrk.xlf');
    const { rows } = compare(untranslated, new Uint8Array(back));
    const row = rows.find((each) => each.unit === '4');
    expect(row).toMatchObject({ change: 'resegmented', taking: 'never', theirs: ['POEDIT EDIT'] });
  });
});

describe.runIf(hasCorpus())('files of real tools', () => {
  const sent = (name: string): string => corpusFile(`xliff/${name}`).toString();

  it('Lokalize: reindented, attributes shuffled, one target changed', () => {
    const ours = sent('poedit/poedit-c-target-eq-source.xlf').replace('>POEDIT EDIT<', '>Hello, world.<');
    const receipt = compare(ours, sent('lokalize/lokalize-fa.xlf'));
    expect(changes(receipt).filter((each) => each !== 'kept')).toHaveLength(1);
    expect(receipt.reasons).toEqual([]);
  });

  it('OpenXLIFF: units renumbered and cut into several', () => {
    const receipt = compare(
      sent('omegat/omegat-segsource-fa.xlf'),
      sent('openxliff/openxliff-from-xliff12.xlf'),
    );
    expect(receipt.rows.map((row) => [row.unit, row.segment])).toEqual([
      ['1', '0'],
      ['2', '1'],
      ['4', '0'],
      ['4', '1'],
    ]);
    expect(changes(receipt)).not.toContain('lost');
    expect(changes(receipt)).not.toContain('unknown');
  });
});
