/**
 * The values of TBX's picklists and ours (ISO 30042:2019, modules Min and Basic; and what version 2 and other tools
 * write instead).
 */
import type { Gender, PartOfSpeech, TermStatus } from '../../core/terminology/concept.ts';

/** `preferredTerm-admn-sts`, `preferredTerm`, `preferred`; what is superseded or obsolete is not to be used either. */
export function statusOf(value: string): TermStatus | null {
  const word = value.trim().toLowerCase();
  if (/^(?:preferred|standardized|recommended)/u.test(word)) return 'preferred';
  if (/^(?:admitted|legal|regulated|accepted|approved)/u.test(word)) return 'admitted';
  if (/^(?:deprecated|superseded|forbidden|obsolete|not[ -]?recommended|rejected)/u.test(word))
    return 'forbidden';
  return null;
}

export const STATUS_VALUES: Readonly<Record<TermStatus, string>> = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  forbidden: 'deprecatedTerm-admn-sts',
};

export function partOfSpeechOf(value: string): PartOfSpeech | null {
  const word = value
    .trim()
    .toLowerCase()
    .replace(/[\s_-]/gu, '');
  if (word === 'propernoun' || word === 'propername') return 'properNoun';
  if (/^(?:noun|verb|adjective|adverb)$/u.test(word)) return WORD_CLASSES[word] ?? null;
  return word === 'other' ? 'other' : null;
}

const WORD_CLASSES: Readonly<Record<string, PartOfSpeech>> = {
  noun: 'noun',
  verb: 'verb',
  adjective: 'adjective',
  adverb: 'adverb',
};

export function genderOf(value: string): Gender | null {
  const word = value.trim().toLowerCase();
  if (word === 'masculine' || word === 'feminine' || word === 'neuter' || word === 'other') return word;
  return null;
}

/** TBX-Basic knows no proper nouns; a term that is one is a noun of this subset. */
export const NAME_SUBSET = 'proper name';
