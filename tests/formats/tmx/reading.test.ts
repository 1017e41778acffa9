/** What the tools write into a TMX, and what of it becomes a TU: a table by tool, written from what each is known to do. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tmxMemory } from '../../../server/formats/tmx/index.ts';
import { complaints, eventsOf, shownTu, tusIn } from '../../support/tus.ts';

function tmx(units: string, header = 'creationtool="other" srclang="en"', inside = ''): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n<tmx version="1.4">\n<header ${header} segtype="sentence">${inside}</header>\n<body>\n${units}\n</body>\n</tmx>\n`;
}

const pair = (source: string, target: string): string =>
  `<tuv xml:lang="en"><seg>${source}</seg></tuv><tuv xml:lang="fa"><seg>${target}</seg></tuv>`;

describe('the units of', () => {
  const day = Date.UTC(2021, 4, 6, 7, 8, 9);
  it.each([
    [
      'Trados Studio',
      tmx(
        `<tu creationdate="20210506T070809Z" creationid="HOST\\ann" changedate="20210506T070809Z" changeid="HOST\\bob" lastusagedate="20210506T070809Z" usagecount="2"><prop type="x-LastUsedBy">HOST\\bob</prop><prop type="x-Context">1, 2</prop><prop type="x-ContextContent">Before || it |  | پیش از آن | </prop><prop type="x-Origin">TM</prop><prop type="x-ConfirmationLevel">Translated</prop><tuv xml:lang="EN-US"><seg>A <bpt i="1" type="12" x="1" />bold<ept i="1" /> word<ph x="2" type="7"/></seg></tuv><tuv xml:lang="FA-IR"><seg>واژهٔ <bpt i="1" type="12" x="1" />سیاه<ept i="1" /><ph x="2" type="7"/></seg></tuv></tu>`,
        'creationtool="SDL Language Platform" creationtoolversion="8.1" srclang="EN-US"',
        '<prop type="x-Recognizers">RecognizeAll</prop>',
      ),
      'en-US: A {open 1 }bold{close 1 } word{standalone 2 } | fa-IR: واژهٔ {open 1 }سیاه{close 1 }{standalone 2 }',
      {
        kind: 'human',
        createdBy: 'HOST\\ann',
        changedBy: 'HOST\\bob',
        ...{ createdAt: day, changedAt: day },
        context: { previous: 'Before | it', next: null, id: null },
      },
    ],
    [
      'Trados Studio with following sources, machine-translated',
      tmx(
        `<tu><prop type="x-ContextContent">Before |  | After | </prop><prop type="x-Origin">MachineTranslation</prop><prop type="x-IdContext">k.1</prop>${pair('A', 'ب')}</tu>`,
        'srclang="en"',
        '<prop type="x-TextContextMatchType">PrecedingAndFollowingSource</prop>',
      ),
      'en: A | fa: ب',
      { kind: 'machine', context: { previous: 'Before', next: 'After', id: 'k.1' } },
    ],
    [
      'memoQ',
      tmx(
        `<tu changedate="20210506T070809Z" creationdate="20200101T000000Z" creationid="ann" changeid="bob"><prop type="client">C</prop><prop type="x-document">file.docx</prop><tuv xml:lang="en"><prop type="x-context-pre">&lt;seg&gt;Be &lt;ph&gt;x&lt;/ph&gt;&amp;amp; fore&lt;/seg&gt;</prop><prop type="x-context-post">&lt;seg&gt;After&lt;/seg&gt;</prop><seg>Press <bpt i='1'>{}</bpt>OK<ept i='1'>{}</ept></seg></tuv><tuv xml:lang="fa"><seg><bpt i='1'>{}</bpt>خوب<ept i='1'>{}</ept> را بزنید</seg></tuv></tu>`,
        'creationtool="MemoQ" srclang="en"',
      ),
      'en: Press {open 1 {}}OK{close 1 {}} | fa: {open 1 {}}خوب{close 1 {}} را بزنید',
      {
        document: 'file.docx',
        createdBy: 'ann',
        changedAt: day,
        context: { previous: 'Be & fore', next: 'After', id: null },
        properties: [
          { type: 'client', text: 'C' },
          { type: 'x-document', text: 'file.docx' },
          { type: 'x-context-pre', language: 'en' },
          { type: 'x-context-post', language: 'en' },
        ],
      },
    ],
    [
      'OmegaT',
      tmx(
        `<tu><prop type="file">a.md</prop><prop type="id">7</prop><prop type="prev">Before</prop><prop type="next"></prop><note>see</note><tuv xml:lang="en"><seg>Go &lt;g0&gt;on&lt;/g0&gt;&lt;x1/&gt; 1 &lt; 2</seg></tuv><tuv xml:lang="fa" changeid="zed" changedate="20210506T070809Z" creationid="yas" creationdate="20210506T070809Z"><seg>&lt;g0&gt;برو&lt;/g0&gt;&lt;x1/&gt; ۱ &lt; ۲</seg></tuv></tu>`,
        'creationtool="OmegaT" srclang="en"',
      ),
      'en: Go {open g0 <g0>}on{close g0 </g0>}{standalone x1 <x1/>} 1 < 2 | fa: {open g0 <g0>}برو{close g0 </g0>}{standalone x1 <x1/>} ۱ < ۲',
      {
        document: 'a.md',
        ...{ createdBy: 'yas', changedBy: 'zed', changedAt: day },
        context: { previous: 'Before', next: null, id: '7' },
        notes: ['see'],
        properties: [],
      },
    ],
    [
      'MateCat and MyMemory',
      tmx(
        `<tu tuid="55" creationdate="2021-05-06T07:08:09Z" datatype="plaintext" srclang="en-US"><prop type="x-context-pre">Before</prop><prop type="x-context-post">After</prop><prop type="x-project_name">P</prop><tuv xml:lang="fa-IR"><seg>خوب</seg></tuv><tuv xml:lang="en-US"><seg>Good</seg></tuv></tu>`,
        'creationtool="MyMemory" srclang="*all*"',
      ),
      'en-US: Good | fa-IR: خوب',
      {
        tuid: '55',
        createdAt: day,
        context: { previous: 'Before', next: 'After', id: null },
        properties: [
          { type: 'x-context-pre' },
          { type: 'x-context-post' },
          { type: 'x-project_name', text: 'P' },
        ],
      },
    ],
    [
      'Wordfast',
      tmx(
        `<tu creationdate="20210506T070809Z" creationid="MT!" usagecount="0"><prop type="Txt::Subject">GN</prop><tuv lang="EN-US"><seg>Cell <ut>{\\b </ut>one<ut>}</ut></seg></tuv><tuv lang="FA-IR"><seg>خانهٔ <ut>{\\b </ut>یک<ut>}</ut></seg></tuv></tu>`,
        'creationtool="Wordfast" srclang="EN-US"',
      ),
      'en-US: Cell {standalone 1 {\\b }one{standalone 2 }} | fa-IR: خانهٔ {standalone 1 {\\b }یک{standalone 2 }}',
      { kind: 'machine', createdBy: 'MT!', changedAt: null },
    ],
    [
      'the Translate Toolkit',
      tmx(
        `<tu><tuv xml:lang="en"><seg>One\nline</seg></tuv><tuv xml:lang="fa_IR"><seg>یک سطر</seg></tuv></tu>`,
        'creationtool="Translate Toolkit" srclang="en"',
      ),
      'en: One\nline | fa-IR: یک سطر',
      { kind: 'human' },
    ],
    [
      'Phrase',
      tmx(
        `<tu><tuv xml:lang="en"><prop type="context_prev">Before</prop><prop type="context_next">After</prop><prop type="filename">a.json</prop><seg>A</seg></tuv><tuv xml:lang="my"><seg>က</seg></tuv></tu>`,
      ),
      'en: A | my: က',
      { document: 'a.json', context: { previous: 'Before', next: 'After', id: null } },
    ],
    [
      'an aligner',
      tmx(`<tu><prop type="aligned">yes</prop>${pair('A', 'ب')}</tu>`),
      'en: A | fa: ب',
      { kind: 'aligned' },
    ],
    [
      'a tool with markup of its own',
      tmx(`<tu>${pair('A <b>bold</b> <x id="3"/> word', 'واژهٔ <b>سیاه</b> <x id="3"/>')}</tu>`),
      'en: A {open 1 <b>}bold{close 1 </b>} {standalone 3 <x id="3"/>} word | fa: واژهٔ {open 1 <b>}سیاه{close 1 </b>} {standalone 3 <x id="3"/>}',
      {},
    ],
    [
      'level 2 with all there is',
      tmx(
        `<tu>${pair('<hi x="1">a</hi><it pos="begin" x="2">(</it>b<ph x="3">pic<sub>alt</sub></ph>', '<it pos="begin" x="2">(</it>ب<ph x="3">pic</ph><hi x="1">ا</hi>')}</tu>`,
      ),
      'en: {open 1 }a{close 1 }{open 2 (}b{standalone 3 picalt} | fa: {open 2 (}ب{standalone 3 pic}{open 1 }ا{close 1 }',
      {},
    ],
    [
      'codes without numbers, in another order',
      tmx(`<tu>${pair('<ph>{1}</ph>a<ph>{2}</ph>b<ph>x</ph>', 'ب<ph>{2}</ph>ا<ph>{1}</ph><ph>y</ph>')}</tu>`),
      'en: {standalone 1 {1}}a{standalone 2 {2}}b{standalone 3 x} | fa: ب{standalone 2 {2}}ا{standalone 1 {1}}{standalone 3 y}',
      {},
    ],
    [
      'TMX 1.1 with pairs that cross',
      tmx(
        `<tu>${pair('<bpt i="1">[</bpt>a<bpt i="2">(</bpt>b<ept i="1">]</ept>c<ept i="2">)</ept>', '<bpt i="1">[</bpt>ا<ept i="1">]</ept><bpt i="2">(</bpt>ب<ept i="2">)</ept>')}</tu>`,
      ),
      'en: {open 1 [}a{open 2 (}b{close 1 ]}c{close 2 )} | fa: {open 1 [}ا{close 1 ]}{open 2 (}ب{close 2 )}',
      {},
    ],
    [
      'MateCat, whose codes have ids and are base64',
      tmx(
        `<tu>${pair('Hi <ph id="mtc_1" equiv-text="base64:JXM="/>, <ph id="mtc_2" equiv-text="base64:JWQ="/>', '<ph id="mtc_2" equiv-text="base64:JWQ="/> سلام <ph id="mtc_1" equiv-text="base64:JXM="/>')}</tu>`,
      ),
      'en: Hi {standalone mtc_1 %s}, {standalone mtc_2 %d} | fa: {standalone mtc_2 %d} سلام {standalone mtc_1 %s}',
      {},
    ],
    [
      'pairs without numbers, one in another',
      tmx(
        `<tu>${pair('<bpt>[</bpt>a<bpt>(</bpt>b<ept>)</ept>c<ept>]</ept>', '<bpt>[</bpt>ا<bpt>(</bpt>ب<ept>)</ept><ept>]</ept>')}</tu>`,
      ),
      'en: {open 1 [}a{open 2 (}b{close 2 )}c{close 1 ]} | fa: {open 1 [}ا{open 2 (}ب{close 2 )}{close 1 ]}',
      {},
    ],
    [
      'OmegaT at level 2',
      tmx(
        `<tu><tuv xml:lang="EN-US"><seg>Go <bpt i="0" x="0">&lt;g0&gt;</bpt>on<ept i="0">&lt;/g0&gt;</ept><ph x="1">&lt;x1/&gt;</ph></seg></tuv><tuv xml:lang="FA" changedate="20210506T070809Z"><seg><bpt i="0" x="0">&lt;g0&gt;</bpt>برو<ept i="0">&lt;/g0&gt;</ept><ph x="1">&lt;x1/&gt;</ph></seg></tuv></tu>`,
        'creationtool="OmegaT" srclang="EN-US"',
      ),
      'en-US: Go {open 0 <g0>}on{close 0 </g0>}{standalone 1 <x1/>} | fa: {open 0 <g0>}برو{close 0 </g0>}{standalone 1 <x1/>}',
      { changedAt: day },
    ],
    [
      'Trados Workbench, with codes in codes and languages of Windows',
      tmx(
        `<tu creationdate="20210506~070809" creationid="ANN"><tuv lang="ZH-CHS"><seg><ut>{\\f1 <sub>a</sub></ut>字<ph type="fnote">{<sub>a <ph>x</ph></sub>}</ph></seg></tuv><tuv lang="fa_IR.UTF-8"><seg>حرف<ph type="fnote">{<sub>b</sub>}</ph></seg></tuv></tu>`,
        'srclang="ZH-CHS"',
      ),
      'zh-Hans: {standalone 1 {\\f1 a}字{standalone 2 {a x}} | fa-IR: حرف{standalone 1 {b}}',
      { createdAt: day },
    ],
    [
      'a tool that leaves out the language of the source',
      tmx('<tu><tuv><seg>A</seg></tuv><tuv xml:lang="fa"><seg>ب</seg></tuv></tu>', 'srclang="en"'),
      'en: A | fa: ب',
      {},
    ],
    [
      'a tool that writes nothing between date and time',
      tmx(`<tu changedate="20210506070809">${pair('A', 'ب')}</tu>`),
      'en: A | fa: ب',
      { changedAt: day },
    ],
    [
      'a header with an entity in it, and lines that end in CR',
      tmx(`<tu>${pair('A\nB', 'ب')}</tu>`, 'creationtool="x" srclang="fa"', '<note>&nbsp;</note>').replaceAll(
        '\n',
        '\r',
      ),
      'fa: ب | en: A\nB',
      {},
    ],
  ])('%s', async (_tool, file, shown, facts) => {
    const events = await eventsOf(tmxMemory, file);
    expect(complaints(events)).toEqual([]);
    expect(tusIn(events).map(shownTu)).toEqual([shown]);
    expect(tusIn(events)[0]).toMatchObject(facts);
  });

  it('one file in several languages, one of them twice', async () => {
    const variant = (language: string, text: string): string =>
      `<tuv xml:lang="${language}"><seg>${text}</seg></tuv>`;
    const unit = `<tu>${variant('fa', 'یک')}${variant('en', 'one')}${variant('my', '')}${variant('fa', 'واحد')}${variant('fa', 'یک')}</tu>`;
    const events = await eventsOf(tmxMemory, tmx(unit));
    expect(tusIn(events).map(shownTu)).toEqual(['en: one | fa: یک', 'en: one | fa: واحد']);
  });
});

it('reads a second file behind the first, whose type is declared again', async () => {
  const whole = (text: string): string =>
    tmx(`<tu>${pair(text, 'ب')}</tu>`).replace('<tmx', '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx');
  const events = await eventsOf(tmxMemory, whole('one') + whole('two'));
  expect(complaints(events)).toEqual([]);
  expect(tusIn(events).map(shownTu)).toEqual(['en: one | fa: ب', 'en: two | fa: ب']);
});

describe('what is wrong with one unit', () => {
  const good = `<tu>${pair('ok', 'خوب')}</tu>`;
  it.each([
    ['an ampersand', `<tu>${pair('A & B', 'ب')}</tu>`, 'xml-malformed 6:31'],
    ['an entity', `<tu>${pair('A&nbsp;B', 'ب')}</tu>`, 'xml-entity-unknown 6:30'],
    ['a control character', `<tu>${pair('A\u0001B', 'ب')}</tu>`, 'xml-character-illegal 6:30'],
    ['a reference to one', `<tu>${pair('A&#1;B', 'ب')}</tu>`, 'xml-character-illegal 6:30'],
    ['a less-than sign', `<tu>${pair('1 < 2', 'ب')}</tu>`, 'xml-malformed 6:31'],
    ['tags that do not nest', `<tu>${pair('<hi>a', 'ب')}</tu>`, 'xml-malformed 6:34'],
    ['no end', `<tu>${pair('a', 'ب')}`, 'tmx-tu-unclosed 6:1'],
    ['a broken start', `<tu x="a"b">${pair('a', 'ب')}</tu>`, 'xml-malformed 6:10'],
    ['a comment without an end', `<tu><!-- ${pair('a', 'ب')}</tu>`, 'xml-malformed 6:5'],
    ['nothing in it', '<tu/>', 'tu-one-language 6:1'],
    ['one language', '<tu><tuv xml:lang="en"><seg>a</seg></tuv></tu>', 'tu-one-language 6:1'],
    ['an empty translation', `<tu>${pair('a', '')}</tu>`, 'tu-one-language 6:1'],
    ['a huge text', `<tu>${pair('a'.repeat(2 << 20), 'ب')}</tu>`, 'tmx-tu-too-long 6:1'],
    ['deep nesting', `<tu>${pair('<hi>'.repeat(600), 'ب')}</tu>`, 'nesting-too-deep 6:2017'],
  ])('%s: is said with its place, and the others go in', async (_name, unit, complaint) => {
    const file = tmx(`${good}\n${unit}\n${good}`);
    for (const chunk of [1 << 16, 1000]) {
      const events = await eventsOf(tmxMemory, file, {}, chunk);
      expect(complaints(events)).toEqual([complaint]);
      expect(tusIn(events).map(shownTu)).toEqual(['en: ok | fa: خوب', 'en: ok | fa: خوب']);
    }
  });

  it('bytes that are no characters', async () => {
    const bytes = Buffer.from(tmx(`${good}\n<tu>${pair('a?b', 'ب')}</tu>\n${good}`));
    bytes[bytes.indexOf('?b')] = 0xe9;
    const events = await eventsOf(tmxMemory, bytes);
    expect(complaints(events)).toEqual(['memory-bytes-invalid 6:30']);
    expect(tusIn(events)).toHaveLength(2);
  });

  it('a language that is none leaves its text out', async () => {
    const odd = '<tuv xml:lang="???"><seg>x</seg></tuv>';
    const events = await eventsOf(tmxMemory, tmx(`<tu>${pair('a', 'ب')}${odd}</tu>`));
    expect(complaints(events)).toEqual(['tuv-language-unreadable 5:1']);
    expect(tusIn(events).map(shownTu)).toEqual(['en: a | fa: ب']);
  });
});

describe('a file', () => {
  const unit = `<tu>${pair('ok', 'خوب')}</tu>`;
  it.each([
    [
      'cut in a unit',
      tmx(`${unit}${unit}`).replace(/<\/seg><\/tuv><\/tu>\n[^]*$/, ''),
      1,
      'tmx-truncated 5:87',
    ],
    ['cut between units', tmx(unit).replace(/\n<\/body>[^]*$/, ''), 1, 'tmx-truncated 5:87'],
    ['that is no TMX', '<xliff/>', 0, 'tmx-not-tmx 1:1'],
    ['without XML', 'Hello', 0, 'tmx-not-tmx 1:6'],
    ['that is empty', '', 0, 'file-empty :'],
    [
      'with entities of its own',
      `<!DOCTYPE tmx [<!ENTITY a "b">]>${tmx(unit)}`.replace(/<\?.*\?>\n/, ''),
      0,
      'xml-dtd 1:1',
    ],
    ['in an unknown encoding', tmx(unit).replace('utf-8', 'x-none'), 0, 'encoding-unknown :'],
    ['with a broken header', tmx(unit, 'a=b'), 1, 'tmx-header-unreadable 3:1'],
    [
      'with a header whose tag has no end',
      `<tmx><header srclang="en" <body>${unit}</body></tmx>`,
      1,
      'tmx-header-unreadable 1:6',
    ],
  ])('%s', async (_name, file, count, complaint) => {
    const events = await eventsOf(tmxMemory, file);
    expect(complaints(events)).toEqual([complaint]);
    expect(tusIn(events)).toHaveLength(count);
  });

  const scraps = [
    '<',
    '</',
    '>',
    '/>',
    'tmx',
    'header',
    'body',
    'tu',
    ' a="b"',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
  ];
  it('comes to an end, whatever is in it', async () => {
    const scrap = fc.constantFrom(...scraps, '<tmx>', '<header', '<body>', '<tu>', '</tu>', '<?', '\n', unit);
    await fc.assert(
      fc.asyncProperty(
        fc.array(scrap, { maxLength: 40 }),
        fc.integer({ min: 1, max: 50 }),
        async (all, chunk) => {
          const events = await eventsOf(tmxMemory, `<tmx>${all.join('')}`, {}, chunk, 200);
          expect(events.length).toBeLessThan(200);
        },
      ),
    );
  });

  it('may name its DTD, hold comments and CDATA with tags in them, and be two files in one', async () => {
    const odd = `<!-- <tu> </tmx> --><tu><!-- </tu> -->${pair('a<![CDATA[</tu>]]>', 'ب')}</tu>`;
    const file = tmx(odd).replace('\n<tmx', '\n<!DOCTYPE tmx SYSTEM "tmx14.dtd" [\n]>\n<tmx');
    const events = await eventsOf(tmxMemory, file + tmx(unit));
    expect(complaints(events)).toEqual([]);
    expect(tusIn(events).map(shownTu)).toEqual(['en: a</tu> | fa: ب', 'en: ok | fa: خوب']);
  });

  const text = tmx(`<tu>${pair('café “x” 😀', 'سلام')}</tu>`);
  const utf16 = (swap: boolean, mark: string): Uint8Array => {
    const bytes = Buffer.from(`${mark}${text.replace('utf-8', 'UTF-16')}`, 'utf16le');
    return swap ? bytes.swap16() : bytes;
  };
  const western = Buffer.from(
    tmx(`<tu>${pair('caf\u00e9', 'na\u00efve')}</tu>`).replace('utf-8', 'ISO-8859-1'),
    'latin1',
  );
  it.each<readonly [string, Uint8Array, string]>([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'en: café “x” 😀 | fa: سلام'],
    ['UTF-16 LE', utf16(false, ''), 'en: café “x” 😀 | fa: سلام'],
    ['UTF-16 LE with a mark', utf16(false, '\ufeff'), 'en: café “x” 😀 | fa: سلام'],
    ['UTF-16 BE', utf16(true, ''), 'en: café “x” 😀 | fa: سلام'],
    ['UTF-16 BE with a mark', utf16(true, '\ufeff'), 'en: café “x” 😀 | fa: سلام'],
    ['ISO-8859-1', western, 'en: café | fa: naïve'],
  ])('in %s, in chunks of any size', async (_name, bytes, shown) => {
    for (const chunk of [1, 2, 3, 7, 1 << 16]) {
      const events = await eventsOf(tmxMemory, bytes, {}, chunk);
      expect(complaints(events)).toEqual([]);
      expect(tusIn(events).map(shownTu)).toEqual([shown]);
    }
  });
});
