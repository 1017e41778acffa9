/**
 * What every check promises, as one suite: its example is found and the mended one is not; a fix makes its finding
 * vanish and touches nothing else; no text, however broken or long, makes it throw or take its time.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Check, CheckedSegment, Finding } from '../../server/core/qa/check.ts';
import { CODE_CHARACTER, flatText } from '../../server/core/qa/check.ts';
import { segmentOfExample } from '../../server/core/qa/example.ts';
import { applyFix } from '../../server/core/qa/fix.ts';
import { parseLanguageTag } from '../../server/core/text/language.ts';
import type { Content } from '../../server/core/text/content.ts';
import { codesOf } from '../../server/core/text/content.ts';

const code = { code: 'standalone', id: '1', equiv: '', text: '<x/>' } as const;

/** Pieces that checks look for, and what breaks careless ones. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      'سلام',
      'می روم',
      'می\u200cشود',
      'کتاب ها',
      'ي',
      'ك',
      '۱۲۳',
      '٤٥٦',
      '۳٫۵',
      '1,234.5',
      '؟',
      '،',
      '؛',
      '«',
      '»',
    ],
    ...['မြန်မာ', 'ဝ၀', '၁၂', '၊', '။', '(သို့)', 'င်္', '\u1039', '\u103a\u1037', '\u1037\u103a', '၄င်း', 'ေက'],
    ...[
      '\u200b',
      '\u200c',
      '\u200d',
      '\u200e',
      '\u200f',
      '\u202a',
      '\u202c',
      '\u202e',
      '\u2067',
      '\u2069',
      '\u0000',
    ],
    ...[
      '\ud800',
      '\udc00',
      '\ufffc',
      '\u00a0',
      '\ufeff',
      '\n',
      '\t',
      '  ',
      '.',
      '...',
      '!',
      '?',
      ':',
      '(',
      ')',
      '"',
    ],
    ...[
      '%s',
      '%1$s',
      '%d%%',
      '%Id',
      '{name}',
      '{{n}}',
      '{n, plural, one {x} other {y}}',
      '{',
      '}',
      '$1',
      '%(a)s',
    ],
    ...[
      'http://a.example/b',
      'a@b.example',
      '/usr/bin',
      'C++',
      'word word',
      'aaa',
      '&amp;',
      '&#8217;',
      '<b>',
      '$t(x)',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);

const content: fc.Arbitrary<Content> = fc
  .array(fc.oneof({ arbitrary: piece, weight: 6 }, { arbitrary: fc.constant(code), weight: 1 }), {
    maxLength: 14,
  })
  .map((parts) => parts.filter((part) => part !== ''));

const language = fc.constantFrom('fa', 'my', 'en', 'ar', 'de').map((tag) => parseLanguageTag(tag)!);

const settings = fc.constantFrom(
  {},
  { digits: 'native', ezafe: 'hamza' } as const,
  { digits: 'latin', ezafe: 'yeh' } as const,
  { ezafe: 'composed', forbidden: [{ term: 'word', instead: '' }] } as const,
);

const anySegment: fc.Arbitrary<CheckedSegment> = fc
  .record({ source: content, target: content, targetLanguage: language, settings })
  .map(({ source, target, targetLanguage, settings: chosen }) => ({
    source: flatText(source),
    target: flatText(target),
    sourceContent: source,
    targetContent: target,
    sourceLanguage: parseLanguageTag('en')!,
    targetLanguage,
    settings: chosen,
    state: 'translated' as const,
  }));

/** The findings of a check for a segment of any language that it is for; nothing where it is for none such. */
function findIn(check: Check, segment: CheckedSegment): readonly Finding[] {
  if ((segment.target === '') !== (check.ofEmpty ?? false)) return [];
  if (check.languages !== 'all' && !check.languages.includes(segment.targetLanguage)) return [];
  return check.find(segment);
}

export function holdsCheckContract(check: Check): void {
  it('finds its example and not the mended one', () => {
    expect(findIn(check, segmentOfExample(check.example, 'target'))).not.toEqual([]);
    expect(findIn(check, segmentOfExample(check.example, 'mended'))).toEqual([]);
  });

  it('mends its example as it says, where it has a fix', () => {
    const segment = segmentOfExample(check.example, 'target');
    const fixes = findIn(check, segment).flatMap(({ fix }) => fix ?? []);
    if (fixes.length === 0) return;
    const mended = flatText(applyFix(segment.targetContent, fixes));
    expect(mended).toBe(segmentOfExample(check.example, 'mended').target);
  });

  it('points into the texts, names its own messages, and its fixes leave the rest alone', () => {
    fc.assert(
      fc.property(anySegment, (segment) => {
        const findings = findIn(check, segment);
        for (const finding of findings) expectSound(check, segment, finding);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    'a',
    ' ',
    '.',
    '(',
    '«',
    '{',
    '%',
    '1',
    '1,',
    '-',
    '/',
    'a.',
    'a ',
    '@a',
    'http://',
    '\ufffc',
    '\u200c',
    '\u1039',
    '\u202a',
    '၀',
    'ာ',
    'ေ',
    '။',
    'می ',
    'با C++ ',
    '%s\n',
    'ها ',
    '{{',
    '${',
    '&#',
    "'",
    '{a, plural, other {',
    'a@',
    '%1$',
    '\\',
  ])('takes time in proportion to the text (%j)', (unit) => {
    const long = unit.repeat(Math.floor(60_000 / unit.length));
    const languages = check.languages === 'all' ? ['fa', 'my'] : check.languages;
    for (const tag of languages) {
      const segment = {
        ...segmentOfExample(check.example, 'target'),
        targetLanguage: parseLanguageTag(tag)!,
      };
      check.find({ ...segment, source: long, target: long, sourceContent: [long], targetContent: [long] });
      const source = 'A short one.';
      check.find({ ...segment, source, sourceContent: [source], target: long, targetContent: [long] });
    }
  });
}

function expectSound(check: Check, segment: CheckedSegment, finding: Finding): void {
  expect(check.messages ?? ['message']).toContain(finding.message ?? 'message');
  for (const [span, text] of [
    [finding.target, segment.target],
    [finding.source, segment.source],
  ] as const) {
    if (!span) continue;
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(text.length);
  }
  if (finding.fix !== undefined) expectSafeFix(check, segment, finding, finding.fix);
}

function expectSafeFix(
  check: Check,
  segment: CheckedSegment,
  finding: Finding,
  fix: NonNullable<Finding['fix']>,
): void {
  let at = 0;
  for (const edit of fix) {
    expect(edit.start).toBeGreaterThanOrEqual(at);
    expect(edit.end).toBeLessThanOrEqual(segment.target.length);
    expect(segment.target.slice(edit.start, edit.end)).not.toContain(CODE_CHARACTER);
    expect(edit.text).not.toContain(CODE_CHARACTER);
    at = edit.end;
  }
  const mended = applyFix(segment.targetContent, fix);
  expect(codesOf(mended)).toEqual(codesOf(segment.targetContent));
  const after = { ...segment, targetContent: mended, target: flatText(mended) };
  if (after.target === '') return;
  const left = findIn(check, after);
  expect(left.length).toBeLessThan(findIn(check, segment).length);
  // Mended once is mended: what has become of the words is not found again in the same way. Where nothing has become
  // of them, what has moved up into their place may well be as bad (two NULs in a row): one finding less is enough.
  const mendedWords = movedBy(fix, finding.target);
  if (mendedWords === null || mendedWords.start === mendedWords.end) return;
  const again = left.filter(
    ({ target, message }) => sameSpan(target, mendedWords) && message === finding.message,
  );
  expect(again).toEqual([]);
}

/** Where the words of a span stand when the edits are made; what is inserted at its edges is outside of it. */
function movedBy(fix: NonNullable<Finding['fix']>, span: Finding['target']): Finding['target'] {
  if (span === null) return null;
  const change = (edits: typeof fix): number =>
    edits.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
  const before = fix.filter((edit) => edit.end <= span.start);
  const until = fix.filter((edit) => edit.start < span.end && !before.includes(edit));
  const start = span.start + change(before);
  return { start, end: Math.max(start, span.end + change([...before, ...until])) };
}

function sameSpan(a: Finding['target'], b: Finding['target']): boolean {
  return a?.start === b?.start && a?.end === b?.end;
}
