/** An earlier version of a target becomes the newest again: as a new version, so that nothing is lost. */
import type { LanguageTag } from '../core/text/language.ts';
import type { SegmentKey } from '../store/ids.ts';
import type { Dependencies } from './dependencies.ts';
import { saveTarget, type SaveTargetResult } from './save-target.ts';

export interface RevertTargetInput {
  readonly segment: SegmentKey;
  readonly language: LanguageTag;
  readonly base: number;
  /** The version to go back to. */
  readonly to: number;
  readonly author: string;
}

export async function revertTarget(deps: Dependencies, input: RevertTargetInput): Promise<SaveTargetResult> {
  const versions = await deps.store.listVersions(input.segment, input.language);
  const wanted = versions.find((version) => version.version === input.to);
  if (wanted === undefined) return { kind: 'not-found' };
  return saveTarget(deps, {
    segment: input.segment,
    language: input.language,
    base: input.base,
    target: wanted.target,
    state: wanted.state,
    author: input.author,
    origin: { kind: 'reverted', to: input.to },
  });
}
