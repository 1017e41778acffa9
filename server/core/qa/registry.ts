/** The checks. One more is one file and one line here; its texts stand in locales/<language>/checks.json. */
import type { Check, DocumentCheck } from './check.ts';
import { BIDI_CHECKS } from './checks/bidi/all.ts';
import { BURMESE_CHECKS } from './checks/burmese/all.ts';
import { digitSystem } from './checks/digit-system.ts';
import { mixedDigits } from './checks/mixed-digits.ts';
import { PERSIAN_CHECKS } from './checks/persian/all.ts';
import { doubleSpace } from './checks/double-space.ts';
import { inconsistentTranslation } from './checks/inconsistent-translation.ts';

/** In the order in which findings of one place are shown. */
export const CHECKS: readonly Check[] = [
  ...BIDI_CHECKS,
  ...BURMESE_CHECKS,
  ...PERSIAN_CHECKS,
  mixedDigits,
  digitSystem,
  doubleSpace,
];

export const DOCUMENT_CHECKS: readonly DocumentCheck[] = [inconsistentTranslation];
