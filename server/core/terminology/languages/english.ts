/**
 * English inflection: plurals, possessives and the forms of verbs, each by its own rule, so that only inflection is
 * undone (a stemmer makes one of universe and university). Irregular plurals are those of the package that others use
 * to form them; irregular verbs stand beside.
 */
import irregularPlurals from 'irregular-plurals';
import type { BaseForm, Inflection } from '../forms.ts';
import { irregularVerbs } from './english-verbs.ts';

const singulars = new Map<string, string[]>();
for (const [singular, plural] of irregularPlurals) {
  if (singular !== plural) singulars.set(plural, [...(singulars.get(plural) ?? []), singular]);
}

/** End in s and are no plural of what is before it. */
const NO_PLURALS = new Set(
  'always besides goods his its means news perhaps this thus us was has does'.split(' '),
);

export const english: Inflection = {
  bases: (word) => {
    const nouns = baseNouns(word).map((key): BaseForm => ({ key, ending: 'noun' }));
    const verbs = baseVerbs(word).map((key): BaseForm => ({ key, ending: 'verb' }));
    return [...nouns, ...verbs];
  },
  // A single word in the plural is often another word than its singular (arms, customs); in a phrase it is not.
  singulars: (word, words) => (words > 1 ? baseNouns(word) : []),
  spelling: (word) => (word.length < 5 ? word : word.replace(IZE, 's').replace(OUR, 'or')),
  joinsWords: false,
  isEnding: ({ key, before }) => key === 's' && before === 'apostrophe',
  isLight: () => false,
};

/** British and American: organise and organize, labour and labor. */
const IZE = /(?<=[a-z]{2}i)z(?=(?:e|es|ed|er|ers|ing|ation|ations|ational)$)/u;
const OUR = /(?<=[a-z]{2})our(?=(?:s|ed|ing|er|ers|ism|less)?$)/u;

function baseNouns(word: string): readonly string[] {
  const irregular = singulars.get(word) ?? [];
  if (NO_PLURALS.has(word)) return irregular;
  if (word.length > 4 && word.endsWith('men')) return [...irregular, `${word.slice(0, -2)}an`];
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return irregular;
  const bases = [...irregular, word.slice(0, -1)];
  if (/(?:s|x|z|ch|sh|o)es$/u.test(word)) bases.push(word.slice(0, -2));
  if (word.endsWith('ies')) bases.push(`${word.slice(0, -3)}y`);
  if (word.endsWith('ves')) bases.push(`${word.slice(0, -3)}f`, `${word.slice(0, -3)}fe`);
  return bases;
}

function baseVerbs(word: string): readonly string[] {
  const irregular = irregularVerbs.get(word) ?? [];
  if (word.endsWith('ied')) return [...irregular, `${word.slice(0, -3)}y`];
  if (word.endsWith('ying') && word.length === 5)
    return [...irregular, `${word.slice(0, -4)}ie`, word.slice(0, -3)];
  if (word.endsWith('ed')) return [...irregular, ...beforeEnding(word.slice(0, -2))];
  if (word.endsWith('ing')) return [...irregular, ...beforeEnding(word.slice(0, -3))];
  return irregular;
}

/** One syllable with one vowel and one consonant, which would be doubled: of `hoping` the base is not `hop`. */
const WOULD_DOUBLE = /^[^aeiouy]*[aeiouy][^aeiouwxy]$/u;
const DOUBLED = /([bdfgklmnprstvz])\1$/u;

function beforeEnding(stem: string): readonly string[] {
  if (!/[aeiouy]/u.test(stem) || stem.length < 2) return [];
  const bases = [`${stem}e`];
  if (!WOULD_DOUBLE.test(stem)) bases.push(stem);
  if (DOUBLED.test(stem)) bases.push(stem.slice(0, -1));
  return bases;
}
