import { describe, expect, it } from 'vitest';
import type { Document } from '../../server/core/document/document.ts';
import type { Content } from '../../server/core/text/content.ts';
import { markdown } from '../../server/formats/markdown/index.ts';
import { readOptions, readOrFail } from '../contracts/format.ts';

/** Codes as ⟦id text⟧, opening ones as ⟦id text⟨, closing ones as ⟩id text⟧. */
function show(content: Content): string {
  return content
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.code === 'open') return `⟦${part.id} ${part.text}⟨`;
      return part.code === 'close' ? `⟩${part.id} ${part.text}⟧` : `⟦${part.id} ${part.text}⟧`;
    })
    .join('');
}

function read(text: string): Document {
  return readOrFail(markdown, Buffer.from(text), { granularity: 'paragraph' });
}

function units(text: string): readonly string[] {
  return read(text).units.map((unit) => unit.parts.map((part) => show(part.source)).join(''));
}

function nestedLists(levels: number, before: string): string {
  return Array.from({ length: levels }, (_, index) => `${before}${'  '.repeat(index)}- a`).join('\n');
}

function notes(count: number): string {
  return Array.from({ length: count }, (_, index) => `[^${index}]: a\n\n[^${index}]\n\n`).join('');
}

describe('reading Markdown', () => {
  it.each<[string, string, readonly string[]]>([
    ['escapes and references', 'a \\* &amp; &eacute;&#8204;&#x645; &nbsp', ['a * & é\u200Cم &nbsp']],
    ['wrapped lines', 'a \nb\n   c', ['a b c']],
    ['wrapped quotes', '> a\n>   b\nlazy\n', ['a b lazy']],
    ['what only looks like a quote', 'a\n     > b', ['a > b']],
    ['nested pairs', '**a *b* [c](<u v> "t")**', ['⟦1 **⟨a ⟦2 *⟨b⟩2 *⟧ ⟦3 [⟨c⟩3 ](<u v> "t")⟧⟩1 **⟧']],
    ['pairs over lines', '*a\n  b* [c\nd\n](u)', ['⟦1 *⟨a b⟩1 *⟧ ⟦2 [⟨c d ⟩2 ](u)⟧']],
    ['references', '[a][r] [r] [r][]\n\n[r]: u', ['⟦1 [⟨a⟩1 ][r]⟧ ⟦2 [⟨r⟩2 ][r]⟧ ⟦3 [⟨r⟩3 ][r]⟧']],
    ['line breaks', 'a  \n  b\\\nc<br/>d', ['a⟦1   \n  ⟧b⟦2 \\\n⟧c⟦3 <br/>⟧d']],
    [
      'standalone codes',
      '`x` <http://e> ![p](q) a[^1]<i>\n\n[^1]: n',
      ['⟦1 `x`⟧ ⟦2 <http://e>⟧ ⟦3 ![p](q)⟧ a⟦4 [^1]⟧⟦5 <i>⟧', 'n'],
    ],
    ['headings', '# a #\n\nb\nc\n---\n\n####### d', ['a', 'b c', '####### d']],
    ['tables', '| a | `b\\|c` |\n|-|-|\n| d \\| e ||', ['a', '⟦1 `b\\|c`⟧', 'd | e']],
    ['nothing but code', '    a\n\n```\nb\n```\n\n<div>c</div>\n\n[d]: e\n\n---', []],
    [
      'front matter',
      "---\ntitle: A: b\nsubtitle: 'it''s'\nsummary: \"a\\u00e9\"\ntags: [x]\ndescription: |\n  z\nlead: 12\n---\n",
      ["it's", 'aé'],
    ],
    ['front matter with a comment', '---\nTitle: One # no\ndate: 2026\n---\nb', ['One', 'b']],
  ])('%s', (_, text, expected) => {
    expect(units(text)).toEqual(expected);
  });

  it('says what each code is, and what stands for it', () => {
    const text = '*i* **b** [l](u) <m@e.c> ![p](q) `a\nb` <b> [^n]\\\n.\n\n[^n]: n';
    const codes = read(text).units[0]!.parts.flatMap(({ source }) =>
      source.flatMap((part) => (typeof part === 'string' || part.code === 'close' ? [] : [part])),
    );
    expect(codes.map(({ type, subType, equiv, href }) => [type, subType, equiv, href])).toEqual([
      ['fmt', 'xlf:i', '', undefined],
      ['fmt', 'xlf:b', '', undefined],
      ['link', 'recto:link', '', 'u'],
      ['link', 'recto:autolink', 'm@e.c', 'mailto:m@e.c'],
      ['image', 'recto:image', 'p', 'q'],
      ['other', 'recto:code', 'a b', undefined],
      ['other', 'recto:html', '', undefined],
      ['other', 'recto:note', '[n]', undefined],
      ['fmt', 'xlf:lb', '\n', undefined],
    ]);
  });

  it('gives the outline', () => {
    const text =
      '---\ntitle: t\n---\n\n## h\n\n> q\n\n3. a\n\n   b\n4. c\n\n```js\nx\n```\n\n|a|b|\n|:-|-|\n|c||\n\n***\n\np[^f]\n\n[^f]: n';
    expect(read(text).outline).toEqual([
      { kind: 'metadata', name: 'title', unit: 'u1' },
      { kind: 'heading', level: 2, unit: 'u2' },
      { kind: 'quote', blocks: [{ kind: 'paragraph', unit: 'u3' }] },
      {
        kind: 'list',
        ordered: true,
        start: 3,
        items: [
          [
            { kind: 'paragraph', unit: 'u4' },
            { kind: 'paragraph', unit: 'u5' },
          ],
          [{ kind: 'paragraph', unit: 'u6' }],
        ],
      },
      { kind: 'code', text: 'x', language: 'js' },
      { kind: 'table', align: ['left', null], header: ['u7', 'u8'], rows: [['u9', null]] },
      { kind: 'rule' },
      { kind: 'paragraph', unit: 'u10' },
      { kind: 'footnote', label: 'f', blocks: [{ kind: 'paragraph', unit: 'u11' }] },
    ]);
  });

  it('does not ask for the translation of what has no text', () => {
    const document = read('![p](q)\n\n`code`\n\ntext `code`');
    expect(document.units.map((unit) => unit.translate)).toEqual([false, false, true]);
  });

  it.each([
    ['quotes', `${'>'.repeat(101)} a`],
    ['quotes, many', `${'> '.repeat(100_000)}a`],
    ['lists on one line', `${'- '.repeat(101)}a`],
    ['lists on many lines', Array.from({ length: 150 }, (_, index) => `${'  '.repeat(index)}- x`).join('\n')],
    ['emphasis', `${'*a '.repeat(150)}b${' c*'.repeat(150)}`],
    ['brackets', '!['.repeat(100_000)],
    ['brackets that close', `${'!['.repeat(1000)}a${'](u)'.repeat(1000)}`],
    ['a long run of stars', `a ${'*'.repeat(5000)}`],
    ['stars that close nothing', 'a* '.repeat(10_000)],
    ['stars that close nothing they could', 'a_ *b '.repeat(10_000)],
    ['stars whose beginnings are code', '`*a` b* '.repeat(10_000)],
    ['stars whose beginnings stand in tags', '<a b="*c"> d* '.repeat(5500)],
    ['emphases in emphases', '*a '.repeat(4000) + 'b* '.repeat(4000)],
    ['runs of stars', 'a**b '.repeat(25_000)],
    ['brackets on many lines', '[a\n'.repeat(50_000)],
    ['links that do not end', '[a]('.repeat(50_000)],
    ['closing brackets on many lines', 'a]\n'.repeat(50_000)],
    ['lists by indentation', nestedLists(1500, '')],
    ['lists by indentation in a quote', nestedLists(800, '> ')],
    ['lists by indentation, with lazy lines', nestedLists(800, '').replaceAll('\n', '\nb\n')],
    ['lists by tabs', Array.from({ length: 800 }, (_, index) => `${'\t'.repeat(index)}1. x`).join('\n')],
    ['cells in a row', `|a|b|\n|-|-|\n${'|a'.repeat(50_000)}|`],
    ['notes between paragraphs', notes(10_000)],
    ['quotes between paragraphs', '> a\n\nb\n\n'.repeat(20_000)],
    ['quotes and rules', '> a\n---\n'.repeat(20_000)],
    ['lists in lists', '- a\n  - b\n'.repeat(20_000)],
    ['lists between headings', '- a\n# b\n'.repeat(20_000)],
    ['lazy lines', `> a\n${'b\n'.repeat(50_000)}`],
    ['tags in a paragraph', '<b>a</b> '.repeat(15_000)],
    ['references in a paragraph', 'a &amp; b\n'.repeat(25_000)],
  ])('refuses what nests too deeply: %s', (_, text) => {
    const { document, problems } = markdown.read(Buffer.from(text), readOptions);
    expect(document).toBeNull();
    expect(problems.map(({ code }) => code)).toEqual(['nesting-too-deep']);
  });

  it.each([
    ['notes', notes(1000)],
    ['notes at the end', `${'a[^1]\n\n'.repeat(3000)}${'[^1]: b\n'.repeat(3000)}`],
    ['items of a list', '- a\n'.repeat(5000)],
    ['levels of lists', nestedLists(45, '')],
    ['cells', `|${'a|'.repeat(500)}\n|${'-|'.repeat(500)}`],
    ['definitions', '[a]: u\n'.repeat(2000)],
    ['emphases in a paragraph', 'a *b* **c** '.repeat(4000)],
    ['emphases inside words', 'a**b** '.repeat(3000)],
    ['emphases in a list', '- **a** b\n'.repeat(12_000)],
    ['underscores in names', 'snake_case_name '.repeat(5000)],
    ['links', '- [a](u) *b*\n'.repeat(2000)],
    ['escapes', '\\*\\['.repeat(6000)],
    ['spaces', `a${' '.repeat(100_000)}b${' '.repeat(100_000)}\nc`],
    ['a long rule', '*'.repeat(2000)],
  ])('reads many %s', (_, text) => {
    expect(markdown.read(Buffer.from(text), readOptions).document).not.toBeNull();
  });

  it('reads a rule of many stars, and a hundred levels', () => {
    expect(read(`${'* '.repeat(500)}\n\na`).outline[0]).toEqual({ kind: 'rule' });
    expect(units(`${'>'.repeat(90)} a`)).toEqual(['a']);
  });
});

const LONG =
  'This is a long paragraph of running text, as a page of a book has it, one that was cut by a page break and says';

describe('page breaks', () => {
  it.each<[string, boolean, string]>([
    ['a word', true, `${LONG} all\n\nforms of it.`],
    ['a comma', true, `${LONG} so,\n\nthough it goes on.`],
    ['more blank lines and CRLF', true, `${LONG} all\r\n\r\n \r\nforms of it.`],
    ['a full stop', false, `${LONG} so.\n\nforms of it.`],
    ['a colon', false, `${LONG} this:\n\nforms of it.`],
    ['a closing quote', false, `${LONG} “this.”\n\nforms of it.`],
    ['a capital letter', false, `${LONG} all\n\nForms of it.`],
    ['a script without case', false, `${LONG.replace(/\w/g, 'ا')} ا\n\nا ا ا.`],
    ['short lines', false, 'some short line\n\nand another'],
    ['emphasis around the whole', false, `*${LONG}*\n\nforms of it.`],
    ['emphasis at the beginning', false, `${LONG}\n\n*forms* of it.`],
    ['line breaks', false, `${LONG}  \nall\n\nforms of it.`],
    ['a heading', false, `# ${LONG}\n\nforms of it.`],
    ['list items', false, `- ${LONG}\n\n- forms of it.`],
    ['a quote', false, `> ${LONG}\n\nforms of it.`],
    ['a rule between', false, `${LONG}\n\n---\n\nforms of it.`],
  ])('with %s: %s', (_, joins, text) => {
    const { document, problems } = markdown.read(Buffer.from(text), readOptions);
    expect(problems.map(({ code }) => code)).toEqual(joins ? ['markdown-page-break-joined'] : []);
    expect(document?.units[0]?.notes.map(({ category }) => category)).toEqual(joins ? ['page-break'] : []);
  });

  it('reads the gap as one space, says where it was, and sets one paragraph', () => {
    const text = `First.\n\n${LONG} *all*, as\n\nforms of it\n\nForms.`;
    const { document, problems } = markdown.read(Buffer.from(text), {
      ...readOptions,
      granularity: 'paragraph',
    });
    expect(document?.units.map((unit) => show(unit.parts.flatMap((part) => part.source)))).toEqual([
      'First.',
      `${LONG} ⟦1 *⟨all⟩1 *⟧, as forms of it`,
      'Forms.',
    ]);
    expect(problems.map(({ place }) => place)).toEqual([
      { line: 3, column: LONG.length + 11, path: 'unit u2' },
    ]);
    expect(document?.outline).toHaveLength(3);
  });

  it('is switched off', () => {
    const switches = { 'repair-page-breaks': false };
    expect(readOrFail(markdown, Buffer.from(`${LONG}\n\nforms of it.`), { switches }).units).toHaveLength(2);
  });
});
