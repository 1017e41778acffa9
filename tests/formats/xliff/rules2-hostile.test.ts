/** Files made to take time or memory by the product of two things: all are judged in time that goes with their size. */
import { expect, test } from 'vitest';
import { xliff2 } from '../../../server/formats/xliff2/index.ts';

const OPEN =
  '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fa" ' +
  'xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0" xmlns:ctr="urn:oasis:names:tc:xliff:changetracking:2.0" ' +
  'xmlns:res="urn:oasis:names:tc:xliff:resourcedata:2.0" xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0" xmlns:my="urn:my"><file id="f">';
const CLOSE = '</file></xliff>';
const segment = (source: string, target = ''): string =>
  `<segment><source>${source}</source>${target}</segment>`;
const many = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');
const unit = (inner: string): string => `${OPEN}<unit id="u">${inner}</unit>${CLOSE}`;

const N = 20_000;

/** What is in it, the file, and a code that it must be told (`''`: none at all). */
const FILES: readonly (readonly [string, () => string, string])[] = [
  [
    'references in one unit',
    () =>
      unit(segment(many(N, (index) => `<mrk id="m${index}" type="term" ref="#m${N - index - 1}">a</mrk>`))),
    '',
  ],
  [
    'codes that may not go',
    () =>
      unit(
        many(N, (index) =>
          segment(`<ph id="${index}" canDelete="no"/>`, `<target><ph id="${index}"/></target>`),
        ),
      ),
    '',
  ],
  [
    'pairs that cross',
    () =>
      unit(
        segment(many(N, (index) => `<sc id="${index}"/>`) + many(N, (index) => `<ec startRef="${index}"/>`)),
      ),
    '',
  ],
  [
    'changes of notes',
    () =>
      unit(
        `<ctr:changeTrack>${many(N, (index) => `<ctr:revisions appliesTo="note" ref="n${index}"><ctr:revision><ctr:item property="content"/></ctr:revision></ctr:revisions>`)}</ctr:changeTrack>` +
          `<notes>${many(N, (index) => `<note id="n${index}"/>`)}</notes>${segment('a')}`,
      ),
    '',
  ],
  [
    'sizes by reference',
    () =>
      `${OPEN}<slr:data profile="my:a">${many(N, (index) => `<my:size id="z${index}"/>`)}</slr:data>` +
      `${many(N, (index) => `<unit id="u${index}" slr:sizeInfoRef="z${index}">${segment('a')}</unit>`)}${CLOSE}`,
    '',
  ],
  [
    'resources of many units',
    () =>
      `${OPEN}<res:resourceData>${many(N, (index) => `<res:resourceItem id="r${index}"><res:reference href="a"/></res:resourceItem>`)}</res:resourceData>` +
      `${many(N, (index) => `<unit id="u${index}"><res:resourceData><res:resourceItemRef ref="r${index}"/></res:resourceData>${segment('a')}</unit>`)}${CLOSE}`,
    '',
  ],
  [
    'the same module again and again',
    () => unit(`${'<res:resourceData/>'.repeat(N)}${segment('a')}`),
    'rule-more',
  ],
  [
    'a reference of a million steps',
    () => unit(segment(`<mrk id="m" type="term" ref="#${'a/'.repeat(500_000)}">a</mrk>`)),
    'rule-fragment-malformed',
  ],
  [
    'a language of a million parts',
    () => unit(segment('a', `<target xml:lang="fa${'-abcdefgh'.repeat(100_000)}!">b</target>`)),
    'rule-attribute-value',
  ],
  [
    'a preview of backslashes',
    () => `${OPEN}<unit id="u" fs:fs="a" fs:subFs="${'\\'.repeat(200_000)}">${segment('a')}</unit>${CLOSE}`,
    '',
  ],
  [
    'elements of many names',
    () => unit(`<my:x>${many(N, (index) => `<my:n${index}/>`)}</my:x>${segment('a')}`),
    '',
  ],
  [
    'elements nested without end',
    () => unit(`${'<my:x>'.repeat(5000)}${'</my:x>'.repeat(5000)}${segment('a')}`),
    'nesting-too-deep',
  ],
  [
    'more codes than are looked at',
    () => unit(segment(many(500_010, (index) => `<ph id="${index}"/>`))),
    'rule-too-many',
  ],
];

test.each(FILES)(
  '%s',
  (_, make, code) => {
    const codes = (xliff2.validate?.(Buffer.from(make())) ?? []).map((each) => each.code);
    if (code === '') expect(codes).toEqual([]);
    else expect(codes).toContain(code);
  },
  60_000,
);
