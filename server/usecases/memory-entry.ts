/** The TU that a confirmed segment is in the memories of its project. */
import type { Tu, TuContext } from '../core/memory/tu.ts';
import { textOf } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { findFormat } from '../formats/registry.ts';
import type { StoredSegment, Version } from '../store/segment.ts';
import type { Store } from '../store/store.ts';

/** The property that names the state of a target, as XLIFF calls it. */
export const STATE_PROPERTY = 'x-state';

/** Whether a person stands by the target: then it is in the memories. What a file locks is not this project's work. */
export function isConfirmed(
  segment: StoredSegment,
): segment is StoredSegment & { readonly current: Version } {
  const { current, locked, source } = segment;
  if (locked || current === null || current.state === 'initial') return false;
  return textOf(current.target).trim() !== '' && textOf(source).trim() !== '';
}

/** What stands before and after a segment in its document, and the id of its unit where that is the file's own. */
export async function contextOf(
  store: Store,
  { document, key, position, unit }: StoredSegment,
  language: LanguageTag,
  format: string,
): Promise<TuContext> {
  const { segments } = await store.listSegments(document, language, {}, Math.max(0, position - 2), 3);
  const index = segments.findIndex((each) => each.key === key);
  const text = (segment: StoredSegment | undefined): string | null =>
    segment === undefined ? null : textOf(segment.source);
  return {
    previous: text(segments[index - 1]),
    next: text(segments[index + 1]),
    id: hasOwnIds(format) ? unit : null,
  };
}

/** In a text that people read, ids are ours and count its paragraphs: an equal one in another file says nothing. */
export function hasOwnIds(format: string): boolean {
  return findFormat(format)?.kind !== 'monolingual';
}

export interface EntryParts {
  readonly segment: StoredSegment & { readonly current: Version };
  /** Newest first; they say who confirmed it first. */
  readonly versions: readonly Version[];
  readonly context: TuContext;
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  readonly fileName: string;
}

export function entryOf(parts: EntryParts): Tu {
  const { segment, versions, context, sourceLanguage, targetLanguage, fileName } = parts;
  const { author, at, state, target } = segment.current;
  const first = versions.findLast((each) => each.state !== 'initial') ?? segment.current;
  return {
    variants: [
      { language: sourceLanguage, content: segment.source },
      { language: targetLanguage, content: target },
    ],
    kind: 'human',
    context,
    document: fileName,
    createdBy: first.author,
    changedBy: author,
    createdAt: first.at,
    changedAt: at,
    tuid: '',
    notes: [],
    properties: [{ type: STATE_PROPERTY, text: state, language: targetLanguage }],
  };
}
