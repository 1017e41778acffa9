/** Whether a language tag is well-formed (RFC 5646 §2.1), strictly: no underscores, no white space. */
import type { ValueType } from './values.ts';

const LANGUAGE = '(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})';
const VARIANT = '(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3})';
const EXTENSION = '[0-9a-wy-z](?:-[a-z0-9]{2,8})+';
const PRIVATE = 'x(?:-[a-z0-9]{1,8})+';

const TAG = new RegExp(
  `^(?:${LANGUAGE}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-${VARIANT})*(?:-${EXTENSION})*(?:-${PRIVATE})?|${PRIVATE})$`,
  'i',
);

/** Registered before there was a grammar, and not of it. */
const IRREGULAR = new Set(
  (
    'en-gb-oed i-ami i-bnn i-default i-enochian i-hak i-klingon i-lux i-mingo i-navajo i-pwn i-tao i-tay i-tsu ' +
    'sgn-be-fr sgn-be-nl sgn-ch-de'
  ).split(' '),
);

/** Longer than any honest tag. */
const MAX_LENGTH = 200;

export const languageTag: ValueType = {
  expected: 'BCP 47',
  accepts: (value) => (value.length <= MAX_LENGTH && TAG.test(value)) || IRREGULAR.has(value.toLowerCase()),
};
