/** What is read and written back as it came, because nothing is lost by it, and is no well-formed XML all the same. */
import { describe, expect, it } from 'vitest';
import { validateXliff12 } from '../../../server/formats/xliff12/rules/validate.ts';
import { validateXliff2 } from '../../../server/formats/xliff2/rules/validate.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
const unit = (inside: string, attributes = ''): string =>
  `<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en"><file id="f"><unit id="u"${attributes}><segment><source>${inside}</source></segment></unit></file></xliff>`;
const found = (text: string | Uint8Array): readonly string[] =>
  validateXliff2(Buffer.from(text)).map(({ code, rule = '', place }) =>
    [code, `${place?.line ?? 0}:${place?.column ?? 0}`, rule].filter((each) => each !== '').join(' '),
  );

describe('is not valid, and said where', () => {
  it.each([
    ['white space before the declaration', `\n${DECLARATION}${unit('a')}`, 'xml-malformed 2:1 XML 1.0 §2.8'],
    ['a comment before it', `<!-- a -->${DECLARATION}${unit('a')}`, 'xml-malformed 1:11 XML 1.0 §2.8'],
    [
      'a declaration without a version',
      `<?xml encoding="UTF-8"?>\n${unit('a')}`,
      'xml-malformed 1:1 XML 1.0 §2.8',
    ],
    ['another one', `<?xml version="1.0" lang="en"?>\n${unit('a')}`, 'xml-malformed 1:1 XML 1.0 §2.8'],
    ['a declaration in the text', `\n${unit(`\n<?xml version="1.0"?>`)}`, 'xml-malformed 3:1 XML 1.0 §2.8'],
    ['an instruction without a target', unit('\n<? a?>'), 'xml-malformed 2:1 XML 1.0 §2.6'],
    ['one whose target is no name', unit('\n<?1a b?>'), 'xml-malformed 2:1 XML 1.0 §2.6'],
    ['two hyphens in a comment', unit('\n<!-- a -- b -->'), 'xml-malformed 2:8 XML 1.0 §2.5'],
    ['three at its end', unit('\n<!-- a --->'), 'xml-malformed 2:8 XML 1.0 §2.5'],
    ['the end of CDATA in a text', unit('\na ]]> b'), 'xml-malformed 2:3 XML 1.0 §2.4'],
    [
      'an attribute twice, by its namespace',
      unit('a', '\nxmlns:a="u" xmlns:b="u" a:x="1" b:x="2"'),
      'xml-malformed 2:33 Namespaces in XML §6.3',
    ],
    ['a prefix for nothing', unit('a', '\nxmlns:a=""'), 'xml-malformed 2:1 Namespaces in XML §3'],
    ['xml bound to something else', unit('a', '\nxmlns:xml="u"'), 'xml-malformed 2:1 Namespaces in XML §3'],
    [
      'an element whose name is none',
      unit('a').replace('<segment>', '\n<a:× xmlns:a="u"/><segment>'),
      'xml-malformed 2:1 XML 1.0 §2.3',
    ],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it('another encoding than the one that it says', () => {
    const text = `<?xml version="1.0" encoding="UTF-16"?>${unit('a')}`;
    expect(found(text)).toEqual(['encoding-mismatch 1:0', 'xml-malformed 1:1 XML 1.0 §4.3.3']);
    const stored = Buffer.from(`\ufeff${DECLARATION}${unit('a')}`, 'utf16le');
    expect(found(stored)).toEqual(['encoding-mismatch 1:0', 'xml-malformed 1:1 XML 1.0 §4.3.3']);
  });

  it('where no rule looks as well, and in XLIFF 1', () => {
    const inSkeleton = unit('a').replace('<unit', '<skeleton><b/><!-- -- --></skeleton><unit');
    expect(found(inSkeleton).join()).toContain('XML 1.0 §2.5');
    const old = `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" datatype="plaintext"><body><!-- -- --></body></file></xliff>`;
    expect(validateXliff12(Buffer.from(old)).map(({ code }) => code)).toEqual(['xml-malformed']);
  });

  it('no more than a hundred of them', () => {
    expect(found(unit('<!-- -- -->'.repeat(1000)))).toHaveLength(100);
  });
});

it.each([
  ['a declaration behind a byte order mark', `\ufeff${DECLARATION}\n<?xml-model href="a"?>${unit('a')}`],
  [
    'either quotation marks, and standalone',
    `<?xml version='1.0' encoding='utf-8' standalone='yes' ?>${unit('a')}`,
  ],
  ['what only looks like it', unit('<!----><![CDATA[ -- <?xml ?> <!-- -- --> ]]>a --> ]] > <?a -- ]]> ?>')],
  [
    'names of other scripts, and prefixes bound anew',
    unit('a', ' xmlns:م="u" م:نام="1" xmlns:b="v" b:نام="2"'),
  ],
  ['ASCII in UTF-16', Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${unit('a')}`, 'utf16le')],
])('is valid: %s', (_, text) => {
  expect(found(text)).toEqual([]);
});
