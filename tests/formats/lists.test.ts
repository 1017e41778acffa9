/** PO and tables as TUs: what becomes of each kind of entry and row. */
import { describe, expect, it } from 'vitest';
import { pluralForm } from '../../server/formats/po/plural-form.ts';
import { po } from '../../server/formats/po/index.ts';
import { table } from '../../server/formats/table/index.ts';
import { detectMemoryFormat } from '../../server/formats/detect.ts';
import { complaints, eventsOf, shownTu, tusIn } from '../support/tus.ts';
import { tag } from '../support/workbench.ts';

function poFile(
  entries: string,
  header = '"Language: fa\\n"\n"Plural-Forms: nplurals=2; plural=(n > 1);\\n"',
): string {
  return `# First\nmsgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n${header}\n\n${entries}\n`;
}

describe('a PO file', () => {
  it.each<readonly [string, string, readonly string[], object]>([
    [
      'an entry with all there is',
      '# for you\n#. of the programmer\n#: src/a.c:1 b.c:2\n#, c-format\nmsgctxt "menu"\nmsgid "Op\\ten \\"%s\\"\\n"\nmsgstr ""\n"باز "\n"کن"',
      ['en: Op\ten "%s"\n | fa: باز کن'],
      {
        context: { previous: null, next: null, id: 'menu' },
        notes: ['for you', 'of the programmer'],
        properties: [{ type: 'references', text: 'src/a.c:1 b.c:2' }],
      },
    ],
    ['an untranslated entry', 'msgid "a"\nmsgstr ""', [], {}],
    ['a fuzzy entry without a translation', '#, fuzzy\nmsgid "a"\nmsgstr ""', [], {}],
    [
      'a fuzzy entry with its source',
      '#, fuzzy, c-format\n#| msgid "old"\nmsgid "new"\nmsgstr "ب"',
      ['en: old | fa: ب'],
      {},
    ],
    ['an obsolete entry', '#~ msgid "a"\n#~ msgstr "ب"', ['en: a | fa: ب'], {}],
    [
      'entries without a line between',
      'msgid "a"\nmsgstr "ب"\nmsgid "c"\nmsgstr "د"',
      ['en: a | fa: ب', 'en: c | fa: د'],
      {},
    ],
    [
      'plurals',
      'msgid "%d day"\nmsgid_plural "%d days"\nmsgstr[0] "یک روز"\nmsgstr[1] "روزها"',
      ['en: %d day | fa: یک روز', 'en: %d days | fa: روزها'],
      {},
    ],
  ])('%s', async (_name, entries, shown, facts) => {
    const events = await eventsOf(po, poFile(entries));
    expect(complaints(events)).toEqual([]);
    expect(tusIn(events).map(shownTu)).toEqual(shown);
    if (shown.length > 0) expect(tusIn(events)[0]).toMatchObject(facts);
  });

  it('says of each fuzzy translation that nobody knows what it was made for', async () => {
    const fuzzy = '#, fuzzy\nmsgid "a"\nmsgstr "ب"';
    const events = await eventsOf(po, poFile(`${fuzzy}\n\nmsgid "c"\nmsgstr "د"\n\n${fuzzy}`));
    expect(complaints(events).map((each) => each.split(' ')[0])).toEqual([
      'po-entry-fuzzy',
      'po-entry-fuzzy',
    ]);
    expect(tusIn(events).map(shownTu)).toEqual(['en: c | fa: د']);
  });

  it('of a language with one form gives it to both sources, of Arabic the second form to the singular', async () => {
    const entry = 'msgid "day"\nmsgid_plural "days"\nmsgstr[0] "x"\n';
    const one = '"Language: my\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n"';
    expect(tusIn(await eventsOf(po, poFile(entry, one))).map(shownTu)).toEqual([
      'en: day | my: x',
      'en: days | my: x',
    ]);
    const six =
      '"Language: ar\\n"\n"Plural-Forms: nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;\\n"';
    const arabic = await eventsOf(po, poFile(`${entry}msgstr[1] "y"`, six));
    expect(tusIn(arabic).map(shownTu)).toEqual(['en: days | ar: x', 'en: day | ar: y']);
  });

  it('says which entries cannot be read, and reads the others', async () => {
    const bytes = Buffer.from(
      poFile('msgid "a"\nmsgstr "ب\n\nmsgid "b"\nmsgstr "?"\n\nmsgid "c"\nmsgstr "د"'),
    );
    bytes[bytes.indexOf('?"')] = 0xff;
    const events = await eventsOf(po, bytes);
    expect(complaints(events)).toEqual(['po-entry-unreadable 8:1', 'memory-bytes-invalid 11:1']);
    expect(tusIn(events).map(shownTu)).toEqual(['en: c | fa: د']);
  });

  it.each([
    ['its header', poFile('msgid "a"\nmsgstr "x"', '"Language: sr@latin\\n"'), 'x.po', 'sr-Latn'],
    ['its name', 'msgid "a"\nmsgstr "x"', 'django-pt_BR.po', 'pt-BR'],
  ])('has its language by %s', async (_by, file, fileName, language) => {
    expect(tusIn(await eventsOf(po, file, { fileName }))[0]?.variants[1]?.language).toBe(language);
  });

  it('without a language is not read; in another charset it is', async () => {
    expect(complaints(await eventsOf(po, 'msgid "a"\nmsgstr "x"'))).toEqual(['memory-languages-missing :']);
    const file = poFile('msgid "a"\nmsgstr "ы"', '"Language: ru\\n"').replace('UTF-8', 'KOI8-R');
    const bytes = Buffer.from(file, 'latin1');
    bytes[bytes.lastIndexOf('"') - 1] = 0xd9;
    expect(tusIn(await eventsOf(po, bytes)).map(shownTu)).toEqual(['en: a | ru: ы']);
  });

  it.each([
    ['n != 1', [1, 0, 1]],
    ['(n > 1)', [0, 0, 1]],
    ['n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2', [2, 0, 1]],
    ['0;', [0, 0, 0]],
    ['n +', [null, null, null]],
    ['process.exit()', [null, null, null]],
    ['n / 0', [null, null, null]],
  ])('counts by %s', (expression, forms) => {
    expect([0, 1, 2].map((n) => pluralForm(expression, n))).toEqual(forms);
  });
});

describe('a table', () => {
  const languages = { sourceLanguage: tag('en'), targetLanguage: tag('fa') };
  it.each([
    [
      'commas, languages on top',
      'en,fa\r\n"Hello, ""you""",سلام\r\nBye,بدرود\r\n',
      ['en: Hello, "you" | fa: سلام', 'en: Bye | fa: بدرود'],
    ],
    [
      'semicolons, text with commas',
      'EN-US;fa_IR\nA, b, c;الف\n"line\nbreak";ب',
      ['en-US: A, b, c | fa-IR: الف', 'en-US: line\nbreak | fa-IR: ب'],
    ],
    [
      'tabs, quotation marks in the text',
      'en\tfa\n"Go" he said\t"برو" گفت\n"un, closed\tباز',
      ['en: "Go" he said | fa: "برو" گفت', 'en: "un, closed | fa: باز'],
    ],
    ['no first row', 'Hello,سلام\n', ['en: Hello | fa: سلام']],
    ['words on top', 'Source,Target\nHello,سلام\n', ['en: Hello | fa: سلام']],
    ['names on top', 'English\tPersian\nHello\tسلام\n', ['en: Hello | fa: سلام']],
    ['words that are codes of languages', 'it,is\nno,to\n', ['en: it | fa: is', 'en: no | fa: to']],
    ['three languages, an id and a note', 'id,en,my,fa,note\nk1,Yes,,آری,n\n', ['en: Yes | fa: آری']],
  ])('with %s', async (_name, file, shown) => {
    for (const chunk of [1, 1 << 16]) {
      const events = await eventsOf(table, `\ufeff${file}`, languages, chunk);
      expect(complaints(events)).toEqual([]);
      expect(tusIn(events).map(shownTu)).toEqual(shown);
    }
  });

  it('keeps ids and notes', async () => {
    const [tu] = tusIn(await eventsOf(table, 'key,en,fa,comment\nk1,Yes,آری,n\n'));
    expect(tu).toMatchObject({ context: { id: 'k1' }, notes: ['n'] });
  });

  it('says which rows are not whole, and what stops it', async () => {
    const events = await eventsOf(table, 'en,fa\n,ب\na,ب\n\nb\n"c,د\n');
    expect(complaints(events)).toEqual([
      'table-row-incomplete 2:1',
      'table-row-incomplete 5:1',
      'table-quote-open 6:1',
    ]);
    expect(tusIn(events).map(shownTu)).toEqual(['en: a | fa: ب']);
    expect(complaints(await eventsOf(table, 'Hello,سلام\n'))).toEqual(['memory-languages-missing :']);
    const broken = Buffer.from('en,fa\na?,b\nc,d');
    broken[broken.indexOf('?')] = 0xff;
    expect(complaints(await eventsOf(table, broken))).toEqual(['memory-bytes-invalid 2:1']);
  });

  it('in UTF-16 is read by its mark', async () => {
    const events = await eventsOf(table, Buffer.from('\ufeffen\tfa\na\tب\n', 'utf16le'));
    expect(tusIn(events).map(shownTu)).toEqual(['en: a | fa: ب']);
  });
});

it('the line that names the separator to a spreadsheet is no row', async () => {
  const events = await eventsOf(table, 'sep=;\r\nen;fa\r\na;ب\r\n');
  expect(complaints(events)).toEqual([]);
  expect(tusIn(events).map(shownTu)).toEqual(['en: a | fa: ب']);
});

describe('the format', () => {
  it.each([
    ['x.po', 'msgid ""\nmsgstr ""\n', 'po'],
    ['x.txt', '# c\n\nmsgctxt "a"\n', 'po'],
    ['x.csv', 'a,b', 'table'],
    ['x.xml', '<?xml version="1.0"?><!-- c --><tmx version="1.4">', 'tmx'],
    ['stdin', 'a,b', 'table'],
    ['x.bin', '\u0000,', undefined],
  ])('of %s', (name, text, id) => {
    expect(detectMemoryFormat(Buffer.from(text), name)?.id).toBe(id);
  });
});
