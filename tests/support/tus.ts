/** TUs for tests: read from text, made with little writing, shown as one line. */
import { PLAIN_TU, type Tu } from '../../server/core/memory/tu.ts';
import type { Content } from '../../server/core/text/content.ts';
import type { MemoryFormat, TuEvent, TuReadOptions } from '../../server/formats/memory-format.ts';
import { tag } from './workbench.ts';

/** A file in chunks of a size. */
export async function* inChunks(bytes: Uint8Array, size = 1 << 16): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    await Promise.resolve();
    yield bytes.subarray(at, at + size);
  }
}

const OPTIONS: TuReadOptions = { fileName: 'file', sourceLanguage: null, targetLanguage: null };

/** Everything that reading a file gives, or the first `most` of it. */
export async function eventsOf(
  format: MemoryFormat,
  file: string | Uint8Array,
  options: Partial<TuReadOptions> = {},
  chunk?: number,
  most = Infinity,
): Promise<readonly TuEvent[]> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const events: TuEvent[] = [];
  for await (const event of format.readTus(inChunks(bytes, chunk), { ...OPTIONS, ...options })) {
    events.push(event);
    if (events.length >= most) break;
  }
  return events;
}

export function tusIn(events: readonly TuEvent[]): readonly Tu[] {
  return events.flatMap((event) => (event.kind === 'tu' ? [event.tu] : []));
}

/** `code line:column` of what was refused or reported. */
export function complaints(events: readonly TuEvent[]): readonly string[] {
  return events.flatMap((event) =>
    event.kind === 'tu'
      ? []
      : [`${event.problem.code} ${event.problem.place?.line ?? ''}:${event.problem.place?.column ?? ''}`],
  );
}

/** `a{open 1 *}b{close 1 *}`. */
export function shownContent(content: Content): string {
  return content
    .map((part) => (typeof part === 'string' ? part : `{${part.edge ?? part.code} ${part.id} ${part.text}}`))
    .join('');
}

/** `en: text | fa: text`. */
export function shownTu(tu: Tu): string {
  return tu.variants.map(({ language, content }) => `${language}: ${shownContent(content)}`).join(' | ');
}

/** `{ en: 'lamp', fa: 'چراغ' }`: nothing is known of it but `rest`. */
export function tuOf(variants: Readonly<Record<string, Content | string>>, rest: Partial<Tu> = {}): Tu {
  return {
    ...PLAIN_TU,
    variants: Object.entries(variants).map(([language, content]) => ({
      language: tag(language),
      content: typeof content === 'string' ? [content] : content,
    })),
    ...rest,
  };
}
