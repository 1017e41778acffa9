/**
 * A store whose memories follow its targets: whoever changes a target through it, in whatever way, finds that change in
 * the memories. Small changes are there when the change resolves; large ones follow at once in the background.
 *
 * What a crash leaves undone is noted in the store (living-store.ts) and done at the next start. A memory that cannot be
 * written keeps nobody from saving: it is told to the log, and what is due stays due.
 */
import type { LanguageTag } from '../core/text/language.ts';
import type { SegmentKey } from '../store/ids.ts';
import type { Resegmented, ResegmentResult } from '../store/resegmentation.ts';
import type { SaveResult } from '../store/segment.ts';
import type { Store } from '../store/store.ts';
import { followAll, followSegments } from './follow-targets.ts';

/** More than so many changes at once are followed in the background. */
const AT_ONCE = 100;

export interface LivingMemoryOptions {
  readonly store: Store;
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
}

export interface LivingMemory {
  readonly store: Store;
  /** Resolves when nothing is due any more, or it failed. */
  readonly followed: () => Promise<void>;
}

/** Begins at once with what an earlier run left due. */
export function withLivingMemory({ store, now, failed }: LivingMemoryOptions): LivingMemory {
  let isClosing = false;
  let following: Promise<void> | null = null;
  let again = false;

  const followed = (): Promise<void> => {
    again = true;
    following ??= (async () => {
      try {
        while (again && !isClosing) {
          again = false;
          await followAll(store, now, () => isClosing);
        }
      } catch (error) {
        failed(error);
      } finally {
        following = null;
      }
    })();
    return following;
  };

  const follow = async (segments: readonly SegmentKey[]): Promise<void> => {
    if (segments.length > AT_ONCE) {
      void followed();
      return;
    }
    try {
      await followSegments(store, segments, now);
    } catch (error) {
      failed(error);
    }
  };

  const resegmented = async (result: ResegmentResult, language: LanguageTag): Promise<ResegmentResult> => {
    if (result.kind === 'resegmented') await follow(await touchedBy(store, result.done, language));
    return result;
  };

  const changes: Pick<Store, 'saveTarget' | 'saveTargets' | 'resegment' | 'undoResegmentation' | 'close'> = {
    saveTarget: async (save) => {
      const result = await store.saveTarget(save);
      await follow(changed([save], [result]));
      return result;
    },
    saveTargets: async (saves) => {
      const results = await store.saveTargets(saves);
      await follow(changed(saves, results));
      return results;
    },
    resegment: async (change, words) => resegmented(await store.resegment(change, words), change.language),
    undoResegmentation: async (id, by) => resegmented(await store.undoResegmentation(id, by), by.language),
    close: async () => {
      isClosing = true;
      await following;
      await store.close();
    },
  };
  const living: Store['living'] = {
    ...store.living,
    requireAll: async (project) => {
      await store.living.requireAll(project);
      void followed();
    },
  };
  void followed();
  return { store: { ...store, ...changes, living }, followed };
}

/** Both segments and those beside them, which stand in another context now. */
async function touchedBy(
  store: Store,
  { first, second, document }: Resegmented,
  language: LanguageTag,
): Promise<readonly SegmentKey[]> {
  const segment = await store.findSegment(first, language);
  const after = Math.max(0, (segment?.position ?? 0) - 2);
  const { segments } = await store.listSegments(document, language, {}, after, 4);
  return [...new Set([first, second, ...segments.map(({ key }) => key)])];
}

function changed(
  saves: readonly { readonly segment: SegmentKey }[],
  results: readonly SaveResult[],
): readonly SegmentKey[] {
  return saves.flatMap(({ segment }, index) => (results[index]?.kind === 'saved' ? [segment] : []));
}
