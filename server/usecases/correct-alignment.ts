/** A person corrects an alignment, from the version that they saw; every act can be undone. */
import {
  applyPatch,
  editLinks,
  undoOf,
  type LinkEdit,
  type LinkPatch,
} from '../core/alignment/edit-links.ts';
import type { Dependencies } from './dependencies.ts';

/** How many acts can be undone. */
const UNDO = 200;

export interface CorrectAlignmentInput {
  readonly id: string;
  /** The version that the person saw. */
  readonly version: number;
  readonly edit: LinkEdit | { readonly kind: 'undo' };
  readonly author: string;
}

export type CorrectAlignmentResult =
  /** `at`: the first link that changed. */
  | { readonly kind: 'corrected'; readonly at: number }
  /** Somebody changed it meanwhile: nothing was written. */
  | { readonly kind: 'conflict' }
  /** There is nothing to be done in that way. */
  | { readonly kind: 'impossible' }
  | { readonly kind: 'not-found' };

export async function correctAlignment(
  deps: Dependencies,
  { id, version, edit, author }: CorrectAlignmentInput,
): Promise<CorrectAlignmentResult> {
  const found = await deps.store.alignments.findAlignment(id);
  if (found === null) return { kind: 'not-found' };
  if (found.version !== version) return { kind: 'conflict' };
  const patch = edit.kind === 'undo' ? (found.undo.at(-1) ?? null) : editLinks(found.links, edit);
  if (patch === null) return { kind: 'impossible' };
  const undo: readonly LinkPatch[] =
    edit.kind === 'undo' ? found.undo.slice(0, -1) : [...found.undo, undoOf(patch)].slice(-UNDO);
  const links = applyPatch(found.links, patch);
  const change = { links, undo, author, at: deps.now() };
  const isWritten = await deps.store.alignments.updateAlignment(id, version, change);
  return isWritten ? { kind: 'corrected', at: patch.at } : { kind: 'conflict' };
}
