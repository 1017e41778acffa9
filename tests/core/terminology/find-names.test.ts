/** Candidates for the ledger of names. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findNames } from '../../../server/core/terminology/find-names.ts';

function names(...texts: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(findNames(texts).map(({ name, count }) => [name, count]));
}

describe('what is a name', () => {
  test.each<readonly [string, string, readonly string[]]>([
    ['runs of capitals', 'We met Hein Htet Kyaw in Yangon.', ['Hein Htet Kyaw', 'Yangon']],
    [
      'initials and stops',
      'He read J. S. Mill and Susan B. Anthony there.',
      ['J. S. Mill', 'Susan B. Anthony'],
    ],
    [
      'particles',
      'It was Miguel de Unamuno, with Ludwig van Beethoven.',
      ['Ludwig van Beethoven', 'Miguel de Unamuno'],
    ],
    [
      'of, once',
      'He wrote to Emma Goldman of New York about the Bank of England.',
      ['Bank of England', 'Emma Goldman', 'New York'],
    ],
    ['honorifics are none', 'They asked Mr. Falder and Dr. Havelock Ellis.', ['Falder', 'Havelock Ellis']],
    ['abbreviations', 'It joined the CPB and the U.S. army.', ['CPB', 'U.S.']],
    ['possessives', 'They knew Ferrer’s school.', ['Ferrer']],
    ['possessives with any apostrophe', "It was Miller's, or Emma Goldmanʼs.", ['Emma Goldman', 'Miller']],
    [
      'a possessive inside of a name',
      "We met at Miller's Farm and at Paul’s Cross.",
      ["Miller's Farm", 'Paul’s Cross'],
    ],
    ['its own possessive', "It was Miller's Farm's owner.", ["Miller's Farm"]],
    [
      'what somebody has that has a name',
      "He read Russia's Prince Peter Kropotkin.",
      ['Peter Kropotkin', 'Russia'],
    ],
    [
      'what somebody has that stands by itself',
      "It was Miller's God. They said that God is.",
      ['God', 'Miller'],
    ],
    ['names with apostrophes', "It was D'Arcy O’Neil's friend.", ["D'Arcy O’Neil"]],
    ['plural possessives', "It was the Millers' Farm.", ['Farm', 'Millers']],
    ['no space, no name of two words', 'It was Mc\uFFFCDonald there.', ['Donald', 'Mc']],
    [
      'a common word beside a name',
      'In the Red Cross, united with the United States.',
      ['Red Cross', 'United States'],
    ],
    ['numerals of rulers', 'It was under Philip II that they left.', ['Philip II']],
    ['accents', 'They met Élisée Reclus.', ['Élisée Reclus']],
    ['codes do not matter', 'They met \uFFFCEmma\uFFFC Goldman.', ['Emma Goldman']],
    ['not the beginning of a sentence', 'Everybody left. Nobody stayed! “Perhaps,” they said.', []],
    ['not I, months, days', 'On Monday, in June, I left.', []],
    ['not a word that stands in small letters', 'the state is the State, said the state.', []],
    ['not a numeral', 'see chapter IV and part III', []],
    ['not from titles', 'The Conquest Over Bread And Roses', []],
    ['not from capitals', 'WHAT THE MINERS WANTED', []],
    ['not a text without letters', '12. … —', []],
  ])('%s', (_, text, expected) => {
    expect(Object.keys(names(text)).sort()).toEqual([...expected].sort());
  });

  it('knows at the beginning of a sentence what it has met inside of one', () => {
    expect(names('Kropotkin left.', 'They met Kropotkin.', 'Bread came.', 'no bread')).toEqual({
      Kropotkin: 2,
    });
  });
});

it('gives nothing but what stands in the text', () => {
  const words = fc.constantFrom(
    ...[
      "Miller's",
      'Miller’s',
      'Farm',
      'J.',
      'St.',
      'O’Neil',
      'of',
      'van',
      'the',
      'farm',
      'King',
      "King's",
      'II',
      'U.S.',
    ],
  );
  const gaps = fc.constantFrom(
    ' ',
    ' ',
    ' ',
    '  ',
    '\u00a0',
    '\uFFFC ',
    '\uFFFC',
    '',
    ', ',
    "' ",
    '. ',
    ' – ',
    '\n',
  );
  const text = fc
    .array(fc.tuple(words, gaps), { minLength: 1, maxLength: 12 })
    .map((pairs) => `They saw ${pairs.flat().join('')}.`);
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
      const plain = texts.map((each) => each.replace(/\uFFFC/gu, '').replace(/[ \u00a0]+/gu, ' '));
      for (const { name, variants, places } of findNames(texts)) {
        for (const form of [name, ...variants.map((each) => each.text)])
          expect(
            plain.some((each) => each.includes(form)),
            form,
          ).toBe(true);
        expect(places.every(({ text: at, start, end }) => end > start && end <= texts[at]!.length)).toBe(
          true,
        );
      }
    }),
    { numRuns: 500 },
  );
});

describe('forms of a name', () => {
  it('is one whatever the apostrophe, and no person’s', () => {
    expect(names("He saw Miller's Farm.", 'It was Miller’s Farm.', 'It was Miller, with Anna Farm.')).toEqual(
      {
        "Miller's Farm": 2,
        Miller: 1,
        'Anna Farm': 1,
      },
    );
  });

  it('joins a surname and initials to the one full name', () => {
    const [only, ...more] = findNames([
      'They met Emma Goldman.',
      'It was Goldman, and Goldman alone.',
      'by E. Goldman',
    ]);
    expect(more).toEqual([]);
    expect(only).toMatchObject({
      name: 'Emma Goldman',
      count: 4,
      variants: [{ text: 'Goldman', count: 2 }, { count: 1 }, { count: 1 }],
    });
    expect(only?.places.map(({ text, start, end }) => [text, start, end])).toEqual([
      [0, 9, 21],
      [1, 7, 14],
      [1, 20, 27],
      [2, 3, 13],
    ]);
  });

  it('leaves apart a surname that two people have, and places that share a word', () => {
    expect(names('It was Peter Bakunin with Anna Bakunin.', 'and old Bakunin')).toMatchObject({ Bakunin: 1 });
    expect(names('He saw South America.', 'In America, in America.', 'he went south')).toEqual({
      America: 2,
      'South America': 1,
    });
  });
});

it('has done with a long text in time linear in its length', () => {
  const text = 'They met Emma Goldman of the of the Of The A. B. C. '.repeat(2_000);
  expect(names(text)['Emma Goldman']).toBeGreaterThan(1_000);
});
