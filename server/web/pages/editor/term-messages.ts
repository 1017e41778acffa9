/** What the browser says about terms, with the values that each message takes. */
import type { MessageKey } from '../../../i18n/messages.ts';

export const TERM_MESSAGES = {
  'terms:status-preferred': [],
  'terms:status-admitted': [],
  'terms:status-forbidden': [],
  'terms:image': [],
  'terms:editor-within': [],
  'terms:editor-perhaps': [],
  'terms:editor-none': [],
  'terms:editor-no-number': ['number'],
  'terms:editor-no-terms': [],
  'terms:editor-written': ['term'],
  'terms:editor-added': ['term'],
} as const satisfies Partial<Record<MessageKey, readonly string[]>>;
