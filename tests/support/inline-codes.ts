/** Inline codes for tests. */
import type { InlineCode } from '../../server/core/text/content.ts';

export function inlineCode(kind: InlineCode['code'], id: string, more: Partial<InlineCode> = {}): InlineCode {
  return { code: kind, id, equiv: '', text: `<${id}>`, ...more };
}
