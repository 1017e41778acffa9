/** A TMX or lines of text come back in place of the XLIFF: put to their segments, with a receipt of the same shape. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf, type Content } from '../../server/core/text/content.ts';
import { applyImport } from '../../server/usecases/apply-import.ts';
import { previewImport, type ImportPreview } from '../../server/usecases/preview-import.ts';
import type { DocumentId } from '../../server/store/ids.ts';
import { importSample, openUsecases, tag } from '../support/workbench.ts';
import type { Dependencies } from '../../server/usecases/dependencies.ts';

const fa = tag('fa');
let usecases: Dependencies;
beforeAll(async () => {
  usecases = await openUsecases();
});
afterAll(() => usecases.store.close());

async function bring(
  document: DocumentId,
  fileName: string,
  file: string | Uint8Array,
): Promise<ImportPreview> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const preview = await previewImport(usecases, { document, language: fa, fileName, bytes, author: 'Z' });
  if (preview.kind !== 'preview') throw new Error(JSON.stringify(preview));
  return preview;
}

async function refusal(document: DocumentId, fileName: string, text: string): Promise<unknown> {
  const bytes = new TextEncoder().encode(text);
  return previewImport(usecases, { document, language: fa, fileName, bytes, author: 'Z' });
}

const shown = (content: Content | null): string | null =>
  content === null
    ? null
    : content.map((part) => (typeof part === 'string' ? part : `{${part.code} ${part.text}}`)).join('');

function tmx(units: string, header = 'creationtool="other"', doctype = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}<tmx version="1.4"><header ${header} srclang="en" segtype="sentence"/><body>${units}</body></tmx>`;
}

function unit(source: string, target: string, language = 'fa'): string {
  return `<tu><tuv xml:lang="EN-US"><seg>${source}</seg></tuv><tuv xml:lang="de"><seg>nein</seg></tuv><tuv xml:lang="${language}"><seg>${target}</seg></tuv></tu>`;
}

const TEXT = 'Plain *words* here.\n\nA second one.\n\nOK.\n\nOK.\n';

describe('a TMX', () => {
  const coded = '<bpt i="1" x="1">*</bpt>words<ept i="1">*</ept>';
  const codedFa = '<bpt i="7" x="1">*</bpt>واژه‌ها<ept i="7">*</ept>';

  it.each([
    [
      'inline elements',
      tmx(unit(`Plain ${coded} here.`, `${codedFa} اینجا.`)),
      'suggested',
      '{open *}واژه‌ها{close *} اینجا.',
    ],
    [
      'other white space',
      tmx(unit(`Plain\n   ${coded} here. `, `${codedFa} اینجا.`)),
      'suggested',
      '{open *}واژه‌ها{close *} اینجا.',
    ],
    [
      'a language of a country',
      tmx(unit(`Plain ${coded} here.`, `${codedFa} اینجا.`, 'fa-IR')),
      'suggested',
      '{open *}واژه‌ها{close *} اینجا.',
    ],
    [
      'the tags of OmegaT',
      tmx(
        unit('Plain &lt;a0&gt;words&lt;/a0&gt; here.', 'آنجا &lt;a0&gt;واژه&lt;/a0&gt;'),
        'creationtool="OmegaT"',
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n',
      ),
      'suggested',
      'آنجا {open *}واژه{close *}',
    ],
    ['text alone', tmx(unit('Plain words here.', 'واژه‌های ساده.')), 'possible', 'واژه‌های ساده.'],
  ])('with %s', async (_name, file, taking, expected) => {
    const document = await importSample(usecases, { text: TEXT });
    const { receipt } = await bring(document, 'memory.tmx', file);
    expect(receipt.rows.map((row) => row.change)).toEqual(['added', 'kept', 'kept', 'kept']);
    expect(receipt.rows[0]!.taking).toBe(taking);
    expect(shown(receipt.rows[0]!.theirs)).toBe(expected);
    expect(receipt.reasons).toEqual([]);
  });

  it('in UTF-16 is read, and applied like any other import', async () => {
    const document = await importSample(usecases, { text: TEXT });
    const text = `\ufeff${tmx(unit('A second one.', 'دومی.')).replace('UTF-8', 'UTF-16')}`;
    const { import: kept } = await bring(document, 'm.tmx', new Uint8Array(Buffer.from(text, 'utf16le')));
    const options = { author: 'Z', draftsAsTranslated: false, goodParts: false };
    expect(await applyImport(usecases, kept.id, options)).toMatchObject({ counts: { saved: 1 } });
    const { segments } = await usecases.store.listSegments(document, fa, {}, 0, 9);
    expect(segments[1]!.current).toMatchObject({
      target: ['دومی.'],
      state: 'translated',
      origin: { kind: 'imported', file: 'm.tmx' },
    });
  });

  it('names what translates nothing here', async () => {
    const document = await importSample(usecases, { text: TEXT });
    const fitting = unit('OK.', 'خوب.') + unit(`Plain ${coded} here.`, `${codedFa} اینجا.`);
    expect((await bring(document, 'm.tmx', tmx(fitting))).problems).toEqual([]);
    const others = ['Third.', 'Fourth.', '4', '5', '6', '7'].map((text) => unit(text, 'چیزی'));
    const { problems } = await bring(document, 'm.tmx', tmx(fitting + others.join('')));
    expect(problems).toMatchObject([
      {
        code: 'import-pairs-unplaced',
        severity: 'note',
        values: { count: 6, texts: 'Third. | Fourth. | 4 | 5 | 6 | …' },
      },
    ]);
  });

  it('gives repeated sources their translations in order', async () => {
    const document = await importSample(usecases, { text: TEXT });
    const { receipt } = await bring(document, 'm.tmx', tmx(unit('OK.', 'خوب.') + unit('OK.', 'باشد.')));
    expect(receipt.rows.slice(2).map((row) => shown(row.theirs))).toEqual(['خوب.', 'باشد.']);
  });

  it.each([
    ['another language', tmx(unit('OK.', 'ဟုတ်', 'my')), 'import-no-pairs'],
    ['entities of its own', tmx('', '', '<!DOCTYPE tmx [<!ENTITY a "b">]>'), 'xml-dtd'],
    ['a broken end', tmx('').replace('</tmx>', ''), 'tmx-truncated'],
  ])('with %s is refused', async (_name, file, code) => {
    const document = await importSample(usecases, { text: TEXT });
    expect(await refusal(document, 'm.tmx', file)).toMatchObject({ kind: 'refused', problems: [{ code }] });
  });
});

describe('lines of text', () => {
  it('go to their segments; an empty one says nothing', async () => {
    const document = await importSample(usecases, { text: TEXT });
    const { receipt } = await bring(document, 'lines.txt', 'یک\r\nدو.\r\n\r\nسه.\r\n');
    expect(receipt.rows.map((row) => [row.change, row.theirs === null ? null : textOf(row.theirs)])).toEqual([
      ['added', 'یک'],
      ['added', 'دو.'],
      ['kept', null],
      ['added', 'سه.'],
    ]);
    // The first lost its codes.
    expect(receipt.rows.map((row) => row.taking)).toEqual(['possible', 'suggested', 'never', 'suggested']);
  });

  it.each(['', 'یک\nدو\nسه', 'یک\nدو\nسه\nچهار\nپنج\n'])(
    'of another number are refused: %j',
    async (text) => {
      const document = await importSample(usecases, { text: TEXT });
      const code = text === '' ? 'file-empty' : 'import-lines-differ';
      expect(await refusal(document, 'lines.txt', text)).toMatchObject({
        kind: 'refused',
        problems: [{ code }],
      });
    },
  );
});
