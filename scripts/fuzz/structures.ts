/** Files made up by the grammar of their formats, right and nearly right: what no sample happens to have. */
import fc from 'fast-check';
import { zipSync } from 'fflate';

const WORDS = fc.constantFrom(
  'Hello', 'world.', 'می‌روم', 'آیا «این»', 'မင်္ဂလာပါ။', '&amp;', '&lt;b&gt;', '&#10;', '&#x200C;', ' ', '\n  ', '\t',
  '<![CDATA[a < b]]>', '<!-- c -->', '<?pi x?>', ']] >', '😀', '1.', '"', "'", '\u2067a\u2069', 'e\u0301',
); // prettier-ignore
const text = fc.array(WORDS, { maxLength: 5 }).map((words) => words.join(''));
const id = fc.constantFrom('1', '2', '3', 'a', 'x-1', '__proto__', 'constructor', 'é', '');
const quote = fc.constantFrom('"', "'");

const attributes = (names: readonly string[], values: readonly string[]): fc.Arbitrary<string> =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...values), quote), {
      maxLength: 4,
      selector: ([name]) => name,
    })
    .map((all) => all.map(([name, value, mark]) => ` ${name}=${mark}${value}${mark}`).join(''));

const MANY12 = [
  'id',
  'rid',
  'mid',
  'mtype',
  'ctype',
  'equiv-text',
  'xml:space',
  'xid',
  'clone',
  'pos',
  'comment',
];
const MANY2 = ['id', 'dataRef', 'dataRefStart', 'dataRefEnd', 'startRef', 'canCopy', 'canDelete', 'canOverlap', 'equiv', 'disp', 'type', 'subType', 'isolated', 'translate', 'ref', 'value', 'subFlows']; // prettier-ignore
const VALUES = [
  '1',
  '2',
  '3',
  'a',
  'yes',
  'no',
  'seg',
  'fmt',
  'xlf:b',
  'd1',
  'protected',
  'x-y',
  '',
  'open',
  'firstNo',
  'term',
];

function inline(
  names: readonly string[],
  empty: readonly string[],
  many: readonly string[],
): fc.Arbitrary<string> {
  const { content } = fc.letrec<{ content: string; element: string }>((tie) => ({
    content: fc
      .array(fc.oneof({ depthSize: 'small', withCrossShrink: true }, text, tie('element')), { maxLength: 4 })
      .map((parts) => parts.join('')),
    element: fc.oneof(
      fc
        .tuple(fc.constantFrom(...empty), attributes(many, VALUES))
        .map(([name, given]) => `<${name}${given}/>`),
      fc
        .tuple(fc.constantFrom(...names), attributes(many, VALUES), tie('content'))
        .map(([name, given, inner]) => `<${name}${given}>${inner}</${name}>`),
    ),
  }));
  return content;
}

const inline12 = inline(
  ['g', 'mrk', 'bpt', 'ept', 'ph', 'it', 'sub', 'o:x'],
  ['x', 'bx', 'ex', 'ph', 'g', 'mrk'],
  MANY12,
);
const inline2 = inline(
  ['pc', 'mrk', 'pc', 'o:x'],
  ['ph', 'sc', 'ec', 'sm', 'em', 'cp hex="0001"', 'cp', 'pc'],
  MANY2,
);

const segmented = fc
  .array(fc.tuple(id, inline12, text), { maxLength: 4 })
  .map((all) =>
    all.map(([mid, inner, space]) => `<mrk mtype="seg" mid="${mid}">${inner}</mrk>${space}`).join(''),
  );

const target12 = fc.oneof(
  fc.constant(''),
  fc
    .tuple(
      attributes(
        ['state', 'state-qualifier', 'approved', 'xml:lang', 'mq:x'],
        ['translated', 'new', 'final', 'x-a', 'fa', 'yes'],
      ),
      fc.oneof(inline12, segmented),
    )
    .map(([given, inner]) => `<target${given}>${inner}</target>`),
);

const unit12 = fc
  .tuple(
    id,
    attributes(
      ['approved', 'translate', 'resname', 'xml:space', 'm:locked', 'maxwidth'],
      ['yes', 'no', 'true', '5'],
    ),
    inline12,
    fc.option(segmented),
    target12,
    fc.constantFrom(
      '',
      '<note>n</note>',
      '<alt-trans><target>a</target></alt-trans>',
      '<sdl:seg-defs><sdl:seg id="1" locked="true" conf="Draft"/></sdl:seg-defs>',
      '<context-group/>',
    ),
    fc.constantFrom('', '\n  '),
  ) // prettier-ignore
  .map(
    ([own, given, source, seg, target, rest, gap]) =>
      `<trans-unit id="${own}"${given}>${gap}<source>${source}</source>${gap}${seg === null ? '' : `<seg-source>${seg}</seg-source>${gap}`}${target}${gap}${rest}</trans-unit>`,
  );

const group = (unit: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: unit },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          attributes(['id', 'translate', 'canResegment', 'restype'], ['1', 'no', 'yes']),
          fc.array(unit, { maxLength: 3 }),
        )
        .map(([given, units]) => `<group${given}>${units.join('\n')}</group>`),
    },
  );

const head = fc.constantFrom(
  '',
  '<?xml version="1.0" encoding="UTF-8"?>\n',
  "<?xml version='1.0'?>",
  '\uFEFF',
  '<?xml version="1.0"?><!DOCTYPE xliff>\n',
);
const NAMESPACES =
  ' xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns:m="http://www.memsource.com/mxlf/2.0" xmlns:mq="MQXliff" xmlns:o="urn:o"';

export const xliff12Structure = fc
  .tuple(
    head,
    fc.constantFrom(
      '',
      ' xmlns="urn:oasis:names:tc:xliff:document:1.2"',
      ' xmlns="urn:oasis:names:tc:xliff:document:1.1"',
    ),
    fc.array(group(unit12), { maxLength: 5 }),
  ) // prettier-ignore
  .map(
    ([before, namespace, units]) =>
      `${before}<xliff version="1.2"${namespace}${NAMESPACES}><file original="a" source-language="en" target-language="fa" datatype="plaintext"><header/><body>${units.join('\n')}</body></file></xliff>`,
  );

const part2 = fc
  .tuple(
    fc.constantFrom('segment', 'segment', 'ignorable'),
    attributes(
      ['id', 'state', 'subState', 'canResegment'],
      ['1', '2', 'translated', 'final', 'initial', 'x:y', 'no'],
    ),
    inline2,
    fc.option(inline2),
    fc.constantFrom('', '\n  '),
  )
  .map(
    ([name, given, source, target, gap]) =>
      `<${name}${given}>${gap}<source>${source}</source>${gap}${target === null ? '' : `<target>${target}</target>${gap}`}</${name}>`,
  );

const unit2 = fc
  .tuple(
    id,
    attributes(['name', 'translate', 'canResegment', 'xml:space', 'fs:fs'], ['a', 'yes', 'no', 'preserve']),
    fc.constantFrom(
      '',
      '<notes><note>n</note></notes>',
      '<originalData><data id="d1">&lt;b></data></originalData>',
      '<o:x/>',
    ),
    fc.array(part2, { maxLength: 4 }),
  ) // prettier-ignore
  .map(([own, given, before, parts]) => `<unit id="${own}"${given}>${before}${parts.join('\n')}</unit>`);

export const xliff2Structure = fc
  .tuple(
    head,
    fc.constantFrom('2.0', '2.1', '2.2'),
    fc.constantFrom('', ' trgLang="fa"'),
    fc.array(group(unit2), { maxLength: 5 }),
  )
  .map(
    ([before, version, language, units]) =>
      `${before}<xliff version="${version}" srcLang="en"${language} xmlns="urn:oasis:names:tc:xliff:document:${version === '2.2' ? '2.2' : '2.0'}" xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0" xmlns:o="urn:o"><file id="f">${units.join('\n')}</file></xliff>`,
  );

const LINES = fc.constantFrom(
  '# A title', 'Some text. More *text* here.', 'متن فارسی. دو جمله.', 'မြန်မာစာ။', '- item', '  - inner', '1. one', '> quote',
  '> - both', '```', '~~~ js', '    code', '| a | b |', '|---|:-:|', '| c `|` | d |', '[^1]: note', 'text[^1] and ![p](q "t")',
  '[link][ref] <b>raw</b>', '[ref]: http://x.y', '---', '===', '***', '<!-- page 3 -->', '<div>', '</div>', '', '', '  ', '\t',
  'hard  ', 'break\\', 'a_b_c **d**e', '&amp; &nbsp;', '\\* \\_', 'title: x', '<https://e.org>', '* * *', '+', '2)', '#', '\u00A0',
); // prettier-ignore
export const markdownStructure = fc
  .tuple(fc.array(LINES, { maxLength: 25 }), fc.constantFrom('\n', '\n', '\r\n', '\r'))
  .map(([lines, end]) => lines.join(end));

export const packageStructure = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        'a.xlf',
        'fa/b.xlf',
        'en/b.xlf',
        'document.mqxliff',
        'Localized Contents/fa.xliff',
        'p.sdlproj',
        'fa-IR/x.sdlxliff',
        'en-US/x.sdlxliff',
        'content.xlf',
        'skeleton.skl',
        'x.png',
        'نام.xlf',
      ),
      fc.oneof(xliff12Structure, xliff2Structure, text),
      fc.constantFrom(0, 6),
    ),
    { maxLength: 4 },
  )
  .map((files) =>
    zipSync(
      Object.fromEntries(
        files.map(([name, content, level]) => [
          name,
          [new TextEncoder().encode(content), { level, mtime: Date.UTC(2026, 0, 2) }],
        ]),
      ),
    ),
  );
