import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf } from '../../../server/core/memory/bands.ts';
import type { ScoredMatch } from '../../../server/core/memory/match.ts';
import { offersFor, type OfferedTu } from '../../../server/core/memory/offer-match.ts';
import { DEFAULT_PENALTIES } from '../../../server/core/memory/penalties.ts';
import type { MatchQuestion } from '../../../server/core/memory/score.ts';
import { NO_CONTEXT, type TuContext } from '../../../server/core/memory/tu.ts';
import type { Content } from '../../../server/core/text/content.ts';
import { inlineCode as code } from '../../support/inline-codes.ts';
import { corpusFile, hasCorpus } from '../../support/corpus.ts';

const question = (source: string | Content, more: Partial<MatchQuestion> = {}): MatchQuestion => ({
  source: typeof source === 'string' ? [source] : source,
  context: NO_CONTEXT,
  minimum: 50,
  now: Date.UTC(2026, 0, 1),
  ...more,
});

interface TuOptions extends Partial<OfferedTu['tu']> {
  readonly target?: Content;
  readonly penalty?: number;
}

const candidate = (
  source: string | Content,
  { target = ['…'], penalty = 0, ...tu }: TuOptions = {},
): OfferedTu => ({
  tu: { kind: 'human', context: NO_CONTEXT, createdAt: null, changedAt: null, ...tu },
  source: typeof source === 'string' ? [source] : source,
  target,
  penalty,
});

const match = (asked: MatchQuestion, tu: OfferedTu): ScoredMatch | null => offersFor(asked)(tu);

/** `89 fuzzy, numbers 1`. */
function told(found: ScoredMatch | null): string {
  if (found === null) return 'none';
  return [
    `${String(found.score)} ${found.kind}`,
    ...found.penalties.map((each) => `${each.reason} ${String(each.points)}`),
  ].join(', ');
}

const bold = (id: string, text: string): Content => [code('open', id), text, code('close', id)];

describe('scores', () => {
  it.each([
    ['equal', 'Open the file.', 'Open the file.', '100 exact'],
    ['equal in another normal form', 'Caf\u00e9', 'Cafe\u0301', '100 exact'],
    ['other case', 'Open the File.', 'open the file.', '99 fuzzy, case 1'],
    ['other punctuation', 'Open the file…', 'Open the file.', '99 fuzzy, case 1'],
    ['a space more', 'Open  the file', 'Open the file', '99 fuzzy, case 1'],
    ['Arabic letters for Persian ones', 'كتاب‌هاي من', 'کتاب‌های من', '99 fuzzy, case 1'],
    ['no ZWNJ', 'می‌روم به خانه', 'میروم به خانه', '99 fuzzy, case 1'],
    ['other digits of equal value', 'صفحه ۱۲', 'صفحه 12', '99 fuzzy, case 1'],
    ['another number', 'Page 3 of 12', 'Page 4 of 12', '99 fuzzy, numbers 1'],
    ['another number, other case', 'Page 3', 'page 4', '98 fuzzy, numbers 1, case 1'],
    ['numbers in another order', '3 of 5', '5 of 3', '99 fuzzy, numbers 1'],
    ['a word of nine, and a number', 'a b c d e f g h 3', 'a x c d e f g h 4', '87 fuzzy, numbers 1'],
    ['a word of nine', 'a b c d e f g h i', 'a x c d e f g h i', '88 fuzzy'],
    ['a word of three', 'one two three', 'one two four', '66 fuzzy'],
    ['exactly what is asked', 'a b', 'a c', '50 fuzzy'],
    ['less than is asked', 'a b c', 'a x y', 'none'],
    ['only numbers', '42', '7', '99 fuzzy, numbers 1'],
    ['only punctuation', '***', '***', '100 exact'],
    ['other punctuation alone', '***', '---', 'none'],
    ['blank', ' ', ' ', 'none'],
    [
      'Burmese, a particle more',
      'မြန်မာနိုင်ငံ၏ မြို့တော်သည် နေပြည်တော်ဖြစ်သည်',
      'မြန်မာနိုင်ငံ မြို့တော်သည် နေပြည်တော်ဖြစ်သည်',
      '99 fuzzy, case 1',
    ],
    ['Burmese, a word of five', 'မြန်မာနိုင်ငံ မြို့တော်သည် နေပြည်တော်ဖြစ်သည်', 'မြန်မာနိုင်ငံ မြို့တော်သည် မန္တလေးဖြစ်သည်', '80 fuzzy'],
    ['Burmese digits', 'စာမျက်နှာ ၅', 'စာမျက်နှာ ၆', '99 fuzzy, numbers 1'],
  ])('%s', (_, asked, stored, expected) => {
    expect(told(match(question(asked), candidate(stored)))).toBe(expected);
  });

  it('says what it was counted over', () => {
    expect(match(question('one two three four'), candidate('one two three five'))).toMatchObject({
      method: 'words',
      edits: 1,
      length: 4,
      similarity: 75,
    });
    expect(match(question('မြန်မာနိုင်ငံ'), candidate('မြန်မာနိုင်ငံ'))?.method).toBe('ICU words');
  });

  it.each([
    ['equal codes of other ids', ['a ', ...bold('1', 'b')], ['a ', ...bold('7', 'b')], '100 exact'],
    ['codes elsewhere', ['a ', ...bold('1', 'b')], [...bold('1', 'a'), ' b'], '99 fuzzy, codes 1'],
    ['a code less', ['a ', ...bold('1', 'b')], ['a b'], '99 fuzzy, codes 1'],
    ['annotations count for nothing', ['a ', code('marker', 'm'), 'b'], ['a b'], '100 exact'],
    ['a code that parts words', ['a', code('standalone', '1'), 'b'], ['a b'], '99 fuzzy, codes 1'],
    ['fuzzy, and a code less', ['a b c ', ...bold('1', 'd')], ['a b c e'], '74 fuzzy, codes 1'],
  ] satisfies [string, Content, Content, string][])('codes: %s', (_, asked, stored, expected) => {
    expect(told(match(question(asked), candidate(stored)))).toBe(expected);
  });

  const between = (previous: string | null, next: string | null, id: string | null = null): TuContext => ({
    previous,
    next,
    id,
  });
  it.each([
    ['both neighbours', between('p', 'n'), between('p', 'n'), '101 in-context'],
    ['one of them', between('p', 'n'), between('p', 'x'), '100 exact'],
    ['the first of both documents', between(null, 'n'), between(null, 'n'), '101 in-context'],
    ['the first of one', between(null, 'n'), between('p', 'n'), '100 exact'],
    ['no neighbours', between(null, null), between(null, null), '100 exact'],
    ['the unit', between('p', 'n', 'u1'), between(null, null, 'u1'), '101 in-context'],
    ['no unit', between(null, null, ''), between(null, null, ''), '100 exact'],
    ['all', between('p', 'n', 'u1'), between('p', 'n', 'u1'), '102 structural'],
    ['neighbours in another normal form', between('e\u0301', 'n '), between('\u00e9', 'n'), '101 in-context'],
  ])('context: %s', (_, asked, stored, expected) => {
    expect(told(match(question('Yes', { context: asked }), candidate('Yes', { context: stored })))).toBe(
      expected,
    );
    expect(told(match(question('Yes', { context: asked }), candidate('yes', { context: stored })))).toBe(
      '99 fuzzy, case 1',
    );
  });

  it('takes points for where a match comes from, and these may hide it', () => {
    expect(told(match(question('Yes'), candidate('Yes', { penalty: 10 })))).toBe('90 exact, memory 10');
    expect(told(match(question('Yes', { minimum: 95 }), candidate('Yes', { penalty: 10 })))).toBe('none');
    expect(told(match(question('Yes'), candidate('Yes', { kind: 'machine', penalty: 2 })))).toBe(
      '83 exact, memory 2, machine 15',
    );
    expect(told(match(question('Yes'), candidate('Yes', { kind: 'aligned' })))).toBe('97 exact, aligned 3');
    const old = candidate('Yes', { changedAt: Date.UTC(2019, 0, 1) });
    const penalties = { ...DEFAULT_PENALTIES, age: { years: 5, points: 4 } };
    expect(told(match(question('Yes'), old))).toBe('100 exact');
    expect(told(match(question('Yes', { penalties }), old))).toBe('96 exact, age 4');
    expect(
      told(match(question('Yes', { penalties }), candidate('Yes', { changedAt: Date.UTC(2024, 0, 1) }))),
    ).toBe('100 exact');
  });

  it('what is not equal is not above 99, whatever penalties are set', () => {
    const penalties = { ...DEFAULT_PENALTIES, case: 0, codes: 0, numbers: 0 };
    expect(match(question('Page 3', { penalties }), candidate('page 4'))?.score).toBe(99);
    expect(match(question('Page', { penalties, minimum: 100 }), candidate('page'))).toBeNull();
  });

  it.each([
    [null, 'new'],
    [49, 'new'],
    [50, '50-74'],
    [75, '75-84'],
    [85, '85-94'],
    [95, '95-99'],
    [100, '100'],
    [101, '101'],
    [102, '101'],
  ])('%s is in the band %s', (score, band) => {
    expect(bandOf(score)).toBe(band);
  });
});

/** Lowercased words, numbers as they are written: what a plain program would count. */
function plainSimilarity(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.toLowerCase().split(/\s+/u)) as [string[], string[]];
  let row = right.map((_, index) => index + 1);
  left.forEach((word, index) => {
    let diagonal = index;
    let before = index + 1;
    row = row.map((above, column) => {
      before = Math.min(above + 1, before + 1, diagonal + (word === right[column] ? 0 : 1));
      diagonal = above;
      return before;
    });
  });
  const length = Math.max(left.length, right.length);
  return ((length - (row.at(-1) ?? 0)) * 100) / length;
}

const word = fc.constantFrom(
  'the',
  'The',
  'file',
  'was',
  'not',
  'saved',
  '3',
  '4',
  '1200',
  'کتاب',
  'کتاب‌ها',
  '۵',
  'été',
);
const sentence = fc.array(word, { minLength: 1, maxLength: 14 });
const edited = sentence.chain((words) =>
  fc.tuple(
    fc.constant(words.join(' ')),
    fc.array(fc.tuple(fc.nat({ max: 13 }), fc.nat({ max: 1 }), word), { maxLength: 4 }).map((edits) => {
      const copy = [...words];
      for (const [at, removed, added] of edits) copy.splice(at, removed, added);
      return copy.join(' ');
    }),
  ),
);

describe('any two texts', () => {
  it('what a plain comparison of words finds is found, with no less than was asked for', () => {
    fc.assert(
      fc.property(edited, fc.integer({ min: 50, max: 99 }), fc.boolean(), ([a, b], minimum, withCode) => {
        fc.pre(plainSimilarity(a, b) >= minimum);
        const stored: Content = withCode ? [b, code('standalone', 'x')] : [b];
        const found = match(question(a, { minimum }), candidate(stored));
        expect(found?.score).toBeGreaterThanOrEqual(minimum);
      }),
      { numRuns: 2_000 },
    );
  });

  it('the score is the similarity less what is named; above 99 only for equal texts; the same in both directions', () => {
    fc.assert(
      fc.property(edited, ([a, b]) => {
        const found = match(question(a), candidate(b));
        if (found === null) return;
        const taken = found.penalties.reduce((sum, { points }) => sum + points, 0);
        expect(found.score).toBe(found.similarity - taken);
        expect(found.similarity).toBe(Math.floor(((found.length - found.edits) * 100) / found.length));
        if (found.score > 99) expect(a.normalize('NFC')).toBe(b.normalize('NFC'));
        expect(match(question(b), candidate(a))?.score).toBe(found.score);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe.runIf(hasCorpus())('published sources', () => {
  it.each(['fa', 'my'])(
    'each matches itself as exact, and with a word changed as its words say (en–%s)',
    (language) => {
      const lines = corpusFile(`parallel/tm-en-${language}.jsonl`).toString('utf8').trim().split('\n');
      let fuzzy = 0;
      for (const line of lines.filter((_, index) => index % 20 === 0)) {
        const pair = JSON.parse(line) as Record<string, string>;
        for (const text of [pair['en'] ?? '', pair[language] ?? '']) {
          if (/^[\s\p{C}]*$/u.test(text)) continue;
          expect(match(question(text), candidate(text))?.score).toBe(100);
          const changed = `${text} zzz`;
          const found = match(question(changed, { minimum: 1 }), candidate(text));
          if (found === null || found.length < 2) continue;
          fuzzy += 1;
          expect(found.score).toBe(Math.floor(((found.length - 1) * 100) / found.length));
        }
      }
      expect(fuzzy).toBeGreaterThan(500);
    },
  );
});
