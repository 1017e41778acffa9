/** The checks. One more is one file and one line here; its texts stand in locales/<language>/checks.json. */
import type { Check, DocumentCheck } from './check.ts';
import { doubleSpace } from './checks/double-space.ts';
import { inconsistentTranslation } from './checks/inconsistent-translation.ts';

/** In the order in which findings of one place are shown. */
export const CHECKS: readonly Check[] = [doubleSpace];

export const DOCUMENT_CHECKS: readonly DocumentCheck[] = [inconsistentTranslation];
