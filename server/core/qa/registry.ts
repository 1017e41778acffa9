/** The checks. One more is one file and one line here; its texts stand in locales/<language>/checks.json. */
import type { Check, DocumentCheck } from './check.ts';
import { acronym } from './checks/acronym.ts';
import { email, filePath, url } from './checks/addresses.ts';
import { brackets } from './checks/brackets.ts';
import { disorderedCode, extraCode, missingCode, protectedText } from './checks/codes.ts';
import { controlCharacter } from './checks/control-character.ts';
import { BIDI_CHECKS } from './checks/bidi/all.ts';
import { BURMESE_CHECKS } from './checks/burmese/all.ts';
import { digitSystem } from './checks/digit-system.ts';
import { mixedDigits } from './checks/mixed-digits.ts';
import { PERSIAN_CHECKS } from './checks/persian/all.ts';
import { doubleSpace } from './checks/double-space.ts';
import { doubledWord } from './checks/doubled-word.ts';
import { edgeSpace } from './checks/edge-space.ts';
import { endPunctuation } from './checks/end-punctuation.ts';
import { fileRule } from './checks/file-rule.ts';
import { icuMessage } from './checks/icu-message.ts';
import { inconsistentTranslation, sameTranslation } from './checks/inconsistent-translation.ts';
import { lengthLimit } from './checks/length-limit.ts';
import { lengthRatio } from './checks/length-ratio.ts';
import { markupInText } from './checks/markup-in-text.ts';
import { missingTranslation } from './checks/missing-translation.ts';
import { numbers } from './checks/numbers.ts';
import { placeholders } from './checks/placeholders.ts';
import { quotes } from './checks/quotes.ts';
import { sameAsSource } from './checks/same-as-source.ts';
import { forbiddenTerm } from './checks/terms/forbidden.ts';
import { termMissing, termWrong } from './checks/terms/missing.ts';
import { nameInconsistent } from './checks/terms/name-inconsistent.ts';
import { termNotPreferred } from './checks/terms/not-preferred.ts';
import { tripledLetter } from './checks/tripled-letter.ts';

/** In the order in which findings of one place are shown. */
export const CHECKS: readonly Check[] = [
  missingTranslation,
  sameAsSource,
  missingCode,
  extraCode,
  disorderedCode,
  protectedText,
  placeholders,
  icuMessage,
  markupInText,
  numbers,
  url,
  email,
  filePath,
  lengthLimit,
  fileRule,
  termMissing,
  termWrong,
  forbiddenTerm,
  termNotPreferred,
  controlCharacter,
  edgeSpace,
  doubleSpace,
  doubledWord,
  tripledLetter,
  endPunctuation,
  brackets,
  quotes,
  lengthRatio,
  acronym,
  ...BIDI_CHECKS,
  ...BURMESE_CHECKS,
  ...PERSIAN_CHECKS,
  mixedDigits,
  digitSystem,
];

export const DOCUMENT_CHECKS: readonly DocumentCheck[] = [
  inconsistentTranslation,
  sameTranslation,
  nameInconsistent,
];
