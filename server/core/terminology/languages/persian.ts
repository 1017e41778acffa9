/**
 * Persian inflection: the plurals ها, ات and ان (گان after silent heh, یان after a vowel) and those of Arabic, the ezafe
 * and the indefinite ی, the pronouns written on, and the persons of usual verbs. Words come folded, so whether an ending is joined, joined with ZWNJ or has
 * the hamza of the ezafe makes no difference; written apart it is a word of its own (`کتاب ها`).
 */
import type { BaseForm, Ending, Inflection } from '../forms.ts';
import { SINGULARS } from './persian-plurals.ts';
import { infinitivesOf, isLightVerb } from './persian-verbs.ts';

/** May have an ezafe, an indefinite ی or a pronoun. */
const PLURAL = 'ها(?:یی|ی|ی?(?:م|ت|ش|مان|تان|شان))?$';

/** The ending, its kind, and how many letters must be left: short words are often another word (مرد, مردم). */
const ENDINGS: readonly (readonly [ending: RegExp, kind: Ending, rest: number, instead?: string])[] = [
  [new RegExp(PLURAL, 'u'), 'noun', 3],
  [new RegExp(PLURAL, 'u'), 'loose', 2],
  [/(?<=[اوه])ی$/u, 'noun', 2],
  [/(?<=[هی])(?:ای|ام|ات|اش)$/u, 'noun', 3],
  [/(?<=[اوه])ی?(?:مان|تان|شان)$/u, 'noun', 3],
  [/(?:مان|تان|شان)$/u, 'loose', 4],
  [/(?<=[او])یان(?:ی|م|ت|ش|مان|تان|شان)?$/u, 'noun', 3],
  [/گان(?:ی|م|ت|ش|مان|تان|شان)?$/u, 'noun', 2, 'ه'],
  [/ان(?:ی|م|ت|ش|مان|تان|شان)?$/u, 'noun', 4],
  [/ان(?:ی|م|ت|ش|مان|تان|شان)?$/u, 'loose', 2],
  [/ات(?:ی|م|ش|مان|تان|شان)?$/u, 'noun', 3],
  [/ات(?:ی|م|ش|مان|تان|شان)?$/u, 'noun', 3, 'ه'],
  [/ات(?:ی|م|ش|مان|تان|شان)?$/u, 'noun', 3, 'ت'],
  [/(?<=[او])ی[یمتش]$/u, 'loose', 3],
  [/[متش]$/u, 'loose', 4],
  [/ی$/u, 'loose', 3],
  [/تر(?:ین)?(?:ی|ها(?:ی)?)?$/u, 'loose', 3],
];

/** Never words of their own. */
const APART = new RegExp(`^(?:${PLURAL}|(?:ی|ای)$)`, 'u');

/** `تصاویر`, also with an ezafe or a pronoun (`تصاویرشان`). */
function brokenPlural(word: string): readonly BaseForm[] {
  const singular = SINGULARS.get(word) ?? SINGULARS.get(word.replace(/(?:ی|م|ت|ش|مان|تان|شان)$/u, ''));
  return singular === undefined ? [] : [{ key: singular, ending: 'noun' }];
}

export const persian: Inflection = {
  bases: (word) => [
    ...ENDINGS.flatMap(([pattern, ending, rest, instead = '']): readonly BaseForm[] => {
      const stem = word.replace(pattern, '');
      return stem === word || stem.length < rest ? [] : [{ key: stem + instead, ending }];
    }),
    ...brokenPlural(word),
    ...infinitivesOf(word).map((key): BaseForm => ({ key, ending: 'verb' })),
  ],
  singulars: (word) => {
    const stem = word.replace(/ها(?:ی)?$/u, '');
    return stem === word || stem.length < 2 ? [] : [stem];
  },
  spelling: (word) => word,
  joinsWords: true,
  isEnding: ({ key }) => APART.test(key),
  isLight: isLightVerb,
};
