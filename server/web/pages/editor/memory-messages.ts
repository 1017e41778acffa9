/** What the browser says about memories, with the values that each message takes. */
import type { MessageKey } from '../../../i18n/messages.ts';

export const MEMORY_MESSAGES = {
  'memory:editor-none': ['text'],
  'memory:editor-found': ['text', 'count'],
} as const satisfies Partial<Record<MessageKey, readonly string[]>>;
