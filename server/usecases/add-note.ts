/** A person writes a note about a segment's translation. */
import { hasErrors, type Problem } from '../core/problem.ts';
import { checkText } from '../core/text/check-text.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { SegmentKey } from '../store/ids.ts';
import type { SegmentNote } from '../store/segment.ts';
import type { Dependencies } from './dependencies.ts';
import { findSegment } from './show-segment.ts';

export interface AddNoteInput {
  readonly segment: SegmentKey;
  readonly language: LanguageTag;
  readonly text: string;
  readonly author: string;
}

export type AddNoteResult =
  | { readonly kind: 'added'; readonly note: SegmentNote }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'not-found' };

export async function addNote(deps: Dependencies, input: AddNoteInput): Promise<AddNoteResult> {
  const problems = checkText([input.text]);
  if (hasErrors(problems)) return { kind: 'refused', problems };
  if ((await findSegment(deps, input.segment, input.language)) === null) return { kind: 'not-found' };
  const note = await deps.store.addNote(input.segment, {
    author: input.author,
    at: deps.now(),
    text: input.text,
    language: input.language,
  });
  return note === null ? { kind: 'not-found' } : { kind: 'added', note };
}
