/** SRX files: what they say is done, what they cannot say right is told with its line, and bad ones do no harm. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cutFlow } from '../../server/core/document/flow.ts';
import { textOf, type InlineCode } from '../../server/core/text/content.ts';
import { parseLanguageTag } from '../../server/core/text/language.ts';
import type { Segmenter } from '../../server/core/text/segmentation.ts';
import { readSrx } from '../../server/formats/srx/read.ts';
import { writeSrx } from '../../server/formats/srx/write.ts';
import { readSegmentationRules } from '../../server/usecases/read-segmentation-rules.ts';
import { writeSegmentationRules } from '../../server/usecases/write-segmentation-rules.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

interface Given {
  readonly header?: string;
  readonly rules: string;
  readonly maps?: string;
}

function srx({ header = '<header segmentsubflows="yes" cascade="yes"/>', rules, maps }: Given): Uint8Array {
  const every = '<languagemap languagepattern=".*" languagerulename="A"/>';
  return bytes(`<?xml version="1.0"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0">${header}
<body><languagerules>${rules}</languagerules>
<maprules>${maps ?? every}</maprules></body></srx>`);
}

const rule = (breaks: string, before: string, after: string): string =>
  `<rule break="${breaks}"><beforebreak>${before}</beforebreak><afterbreak>${after}</afterbreak></rule>`;
const language = (name: string, ...rules: readonly string[]): string =>
  `<languagerule languagerulename="${name}">\n${rules.join('\n')}\n</languagerule>`;

function segmenterOf(file: Uint8Array): Segmenter {
  const { segmenter, problems } = readSegmentationRules(file);
  expect(problems).toEqual([]);
  if (segmenter === null) throw new Error('no segmenter');
  return segmenter;
}

function cut(segmenter: Segmenter, text: string, tag = 'en'): readonly string[] {
  return segmenter(text, { language: parseLanguageTag(tag)! }).map(({ start, end }) =>
    text.slice(start, end),
  );
}

const stops = rule('yes', '[.?!]', '\\s');

describe('rules', () => {
  test('the first that matches at a place decides', () => {
    const file = srx({
      rules: language('A', rule('no', '\\bMr\\.', '\\s'), stops, rule('no', 'z\\.', '\\s')),
    });
    expect(cut(segmenterOf(file), 'Mr. Z came z. He left.')).toEqual(['Mr. Z came z.', 'He left.']);
  });

  // As java.util.regex finds them, which other tools read these files with.
  test.each([
    ['[.!?]+\\s*', '', 'So?! Yes.', ['So?!', 'Yes.']],
    ['[.!?]', '', 'So?! Yes.', ['So?', '!', 'Yes.']],
    ['[。！？…]+', '.', '本当？！はい。……そう。', ['本当？！', 'はい。……', 'そう。']],
    ['[.!?]+', '\\s', 'So?! Yes.', ['So?!', 'Yes.']],
    ['\\.\\s*', '[A-Z]', 'One.  Two. three.', ['One.', 'Two. three.']],
    ['\\.', '\\s', 'One.\ufeff Two. Three.', ['One.\ufeff Two.', 'Three.']],
  ])('%s and %s take as much as they can', (before, after, text, expected) => {
    const file = srx({ rules: language('A', rule('yes', before, after)) });
    expect(cut(segmenterOf(file), text)).toEqual(expected);
  });

  test('cascade joins all that match the language, in order of the map; without it the first alone', () => {
    const rules = language('A', rule('no', 'Dr\\.', '\\s')) + language('B', stops);
    const maps =
      '<languagemap languagepattern="[Ee][Nn].*" languagerulename="A"/><languagemap languagepattern=".*" languagerulename="B"/>';
    const header = (cascade: string): string => `<header segmentsubflows="no" cascade="${cascade}"/>`;
    const text = 'Dr. No. Yes.';
    expect(cut(segmenterOf(srx({ header: header('yes'), rules, maps })), text, 'en-GB')).toEqual([
      'Dr. No.',
      'Yes.',
    ]);
    expect(cut(segmenterOf(srx({ header: header('yes'), rules, maps })), text, 'fa')).toEqual([
      'Dr.',
      'No.',
      'Yes.',
    ]);
    expect(cut(segmenterOf(srx({ header: header('no'), rules, maps })), text, 'en')).toEqual([text]);
  });

  test('white space, comments and CDATA in patterns are what XML says', () => {
    const file = srx({
      rules: language(
        'A',
        '<rule><beforebreak>[<!-- a -->.]<![CDATA[ ]]></beforebreak><afterbreak>&#x42;</afterbreak></rule>',
      ),
    });
    expect(cut(segmenterOf(file), 'a. B. c')).toEqual(['a.', 'B. c']);
  });

  test('a boundary inside a protected span is not made; lines part as for our own rules', () => {
    const segmenter = segmenterOf(srx({ rules: language('A', stops) }));
    const options = { language: parseLanguageTag('en')! };
    expect(segmenter('a. b. c', { ...options, protected: [{ start: 0, end: 4 }] })).toHaveLength(2);
    expect(segmenter('a\nb', { ...options, lineBreaks: 'boundary' })).toHaveLength(2);
    expect(segmenter('a\nb', options)).toHaveLength(1);
  });

  test.each([
    ['no', 'yes', 'no', ['one. </b>', '<i>two']],
    ['yes', 'yes', 'no', ['one. </b><i>', 'two']],
    ['no', 'no', 'no', ['one. ', '</b><i>two']],
  ])('formathandle start=%s end=%s isolated=%s puts codes there', (start, end, isolated, expected) => {
    const header = `<header segmentsubflows="yes" cascade="no"><formathandle type="start" include="${start}"/>
      <formathandle type="end" include="${end}"/><formathandle type="isolated" include="${isolated}"/></header>`;
    const segmenter = segmenterOf(srx({ header, rules: language('A', rule('yes', '\\. ', '')) }));
    const code = (kind: InlineCode['code'], text: string): InlineCode => ({
      code: kind,
      id: text,
      equiv: '',
      text,
    });
    const flow = [
      { kind: 'literal', text: 'one. ', start: 0, end: 5 },
      { kind: 'code', code: code('close', '</b>'), start: 5, end: 6 },
      { kind: 'code', code: code('open', '<i>'), start: 6, end: 7 },
      { kind: 'literal', text: 'two', start: 7, end: 10 },
    ] as const;
    const parts = cutFlow(flow, {
      segmenter,
      language: parseLanguageTag('en')!,
      granularity: 'sentence',
      lineBreaks: 'space',
      byteOffset: (offset) => offset,
    });
    const shown = parts
      .filter((part) => part.kind === 'segment')
      .map((part) => part.source.map((each) => (typeof each === 'string' ? each : each.text)).join(''));
    const squeeze = (text: string): string => text.replaceAll(' ', '');
    expect(shown.map(squeeze)).toEqual(expected.map(squeeze));
    expect(parts.map((part) => textOf(part.source)).join('')).toBe('one. two');
  });
});

describe('a file', () => {
  test('with patterns that are none keeps its other rules and tells the line of each', () => {
    const file = srx({
      rules: language('A', rule('no', '(a', ''), rule('no', 'x', '(.)\\1'), stops),
      maps: '<languagemap languagepattern=".*" languagerulename="A"/><languagemap languagepattern=".*" languagerulename="B"/>',
    });
    const { segmenter, problems, rules } = readSegmentationRules(file);
    expect(problems).toMatchObject([
      { code: 'srx-pattern-unusable', place: { line: 4 }, values: { pattern: '(a' } },
      { code: 'srx-pattern-unusable', place: { line: 5 }, values: { reason: '\\1' } },
      { code: 'srx-rule-missing', values: { name: 'B' } },
    ]);
    expect(rules).toBe(1);
    expect(cut(segmenter!, 'A. B.')).toEqual(['A.', 'B.']);
  });

  test.each([
    ['xml-malformed', '<srx><body>'],
    ['xml-dtd', '<!DOCTYPE srx [<!ENTITY a "b">]><srx/>'],
    ['srx-unknown', '<tmx version="1.4"/>'],
    ['srx-rules-none', '<srx version="2.0"><body/></srx>'],
    [
      'srx-too-large',
      `<srx><languagerules><languagerule languagerulename="A">${'<rule/>'.repeat(20_001)}</languagerule></languagerules></srx>`,
    ],
  ])('that is none is refused: %s', (code, text) => {
    const { segmenter, problems } = readSegmentationRules(bytes(text));
    expect(segmenter).toBeNull();
    expect(problems.map((each) => each.code)).toContain(code);
  });

  test('made to stop the program does not', () => {
    const bad = rule('yes', '(?:.*)*', '(?=(?:.*)*b)(?:.*,){1,40}$');
    const segmenter = segmenterOf(srx({ rules: language('A', ...Array.from({ length: 50 }, () => bad)) }));
    const text = 'ab,c'.repeat(5_000);
    expect(cut(segmenter, text).join('')).toBe(text);
  });
});

/** Debian's OmegaT, whose jar holds its rules; installed by .ci/run. */
const OMEGAT = '/usr/share/omegat/OmegaT.jar';

function hasOmegat(): boolean {
  if (existsSync(OMEGAT)) return true;
  if (process.env['CI'] !== undefined) throw new Error(`${OMEGAT} is missing`);
  console.warn('skipped: the package omegat is not installed');
  return false;
}

describe.runIf(hasOmegat())('OmegaT’s own rules', () => {
  const file = (): Uint8Array =>
    execFileSync('unzip', ['-p', OMEGAT, 'org/omegat/core/segmentation/defaultRules.srx'], {
      maxBuffer: 1e7,
    });

  test('load without a lost rule', () => {
    const { problems, rules } = readSegmentationRules(file());
    expect(problems).toEqual([]);
    expect(rules).toBeGreaterThan(1_000);
  });

  test('cut as OmegaT does', () => {
    const segmenter = segmenterOf(file());
    expect(cut(segmenter, 'Dr. No met Mr. Yes etc. and so on. They left! Why? 12.5 kg.')).toEqual([
      'Dr. No met Mr. Yes etc. and so on.',
      'They left!',
      'Why?',
      '12.5 kg.',
    ]);
    expect(cut(segmenter, 'これは本です。あれもそうだ。', 'ja')).toEqual([
      'これは本です。',
      'あれもそうだ。',
    ]);
    expect(cut(segmenter, 'او رفت؟ نه.', 'fa')).toEqual(['او رفت؟ نه.']);
  });
});

/** The constructs of the file that LanguageTool cuts by, in rules of our own: what it has beyond other files. */
describe('rules as they are written for Java', () => {
  const header = `<header segmentsubflows="yes" cascade="yes"><formathandle type="start" include="no"></formathandle>
<o:options xmlns:o="http://okapi.sf.net/srx-extensions" useJavaRegex="yes"></o:options>
<o:sample xmlns:o="http://okapi.sf.net/srx-extensions" language="a">{0&gt;x&lt;0}</o:sample></header>`;
  const maps = ['[a-z]{2,3}_two', '(EN|en).*', '.*']
    .map(
      (pattern, at) =>
        `<languagemap languagepattern="${pattern}" languagerulename="${at === 0 ? 'B' : 'A'}"/>`,
    )
    .join('');
  const rules = [
    language(
      'A',
      rule('no', String.raw`\b(?iu)drs?\.\s`, ''),
      rule(
        'no',
        String.raw`[\s(\[][\p{L}&amp;&amp;[^xz]]\.\s+`,
        String.raw`\p{Ll}\p{Ll}|\p{Lu}[\p{Punct}\p{Lu}]`,
      ),
      rule('no', String.raw`\bs\.\s`, String.raw`((?:X{0,2})(?:V?I{0,3}|I[VX]))(?&lt;=[XVI]+)`),
      rule('no', String.raw`[.!?]["-[\u002C\u003A]]*\s`, String.raw`[\p{Ps}-–—„"]\s?\p{Ll}`),
      rule('no', String.raw`[^\s](\Q...\E|…)\s`, String.raw`\p{Ll}`),
      rule('yes', String.raw`[\.!?…]['|"|)\]\}\p{Pe}\u0002¹²³]*\s`, ''),
      rule('yes', '', String.raw`&lt;0\}`),
    ),
    language('B', rule('yes', String.raw`\r?\n\s*\r?\n[\t]*`, '')),
  ].join('');

  test('load without a lost rule, and cut as they say', () => {
    const file = srx({ header, rules, maps });
    expect(readSegmentationRules(file).rules).toBe(8);
    const sentences = [
      ...['Ask DRS. Lee.', 'See a. below.', 'By x.', 'now.', 'In s. XIV it was.', 'In s.', 'Said he.¹'],
      ...['Wait... here.', 'Wait...', '(Go!)', 'Go!" – he said.', 'Go!, – he said.', 'There{0>x', '<0}y.'],
    ];
    const text = sentences.join(' ').replace('x <0}', 'x<0}');
    expect(cut(segmenterOf(file), text)).toEqual(sentences);
  });
});

describe('our own rules as SRX', () => {
  const written = writeSegmentationRules();

  test('read back without a problem, and written again are the same bytes', () => {
    const { rules, problems } = readSrx(written);
    expect(problems).toEqual([]);
    expect(Buffer.from(writeSrx(rules!)).equals(Buffer.from(written))).toBe(true);
  });

  test.each([
    [
      'en',
      'Dr. Aung met Gen. No at 5 p.m. yesterday. |See p. 5, e.g. here. |J. S. Mill wrote etc. and so on! |Why?',
    ],
    ['fa', 'ر.ک. مارکس. |و. ا. لنین نوشت ۳.۵ درصد. |او رفت؟ |نه.'],
    ['my', 'သူ သွားသည်၊ ပြန်လာသည်။ |လူ၏ အိမ်။|“လာပါ။” |ဘယ်လဲ?'],
    ['de', 'Am 12. Juni kam Dr. Bach. |Er blieb.'],
    ['xx', 'One. |Two!'],
  ])('cut plain prose as ours do: %s', (tag, marked) => {
    expect(cut(segmenterOf(written), marked.replaceAll('|', ''), tag)).toEqual(
      marked.split('|').map((part) => part.trim()),
    );
  });
});
