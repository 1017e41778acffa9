/** A text of a memory as commands print it in JSON. */
import type { Content } from '../core/text/content.ts';
import { inspectContent } from '../usecases/inspect-file.ts';

/** A string where there are no codes, else parts as `recto inspect` prints them. */
export function contentForJson(content: Content): unknown {
  return content.every((part) => typeof part === 'string') ? content.join('') : inspectContent(content);
}
