/**
 * Targets in Zawgyi become new versions in Unicode, when a person asks for it; the versions in Zawgyi stay in the
 * history. What is locked, and what somebody saves meanwhile, is left as it is.
 */
import { primaryOf, type LanguageTag } from '../core/text/language.ts';
import { contentToUnicode } from '../core/text/zawgyi.ts';
import type { DocumentId } from '../store/ids.ts';
import type { Save, StoredSegment } from '../store/segment.ts';
import { allSegments } from './all-segments.ts';
import type { Dependencies } from './dependencies.ts';
import { zawgyiUnits } from './zawgyi-units.ts';

/** As many translated segments tell whether a document is worth a question. */
const SAMPLE = 200;

/** Whether the first translated segments have Zawgyi among them. */
export async function hasZawgyi(
  deps: Dependencies,
  document: DocumentId,
  language: LanguageTag,
): Promise<boolean> {
  if (primaryOf(language) !== 'my') return false;
  const states = ['translated', 'reviewed', 'final', 'initial'] as const;
  const { segments } = await deps.store.listSegments(document, language, { states }, 0, SAMPLE);
  return zawgyiUnits(language, segments.map(textOfUnit)).size > 0;
}

/** How many targets were converted. Doing it again converts nothing. */
export async function convertZawgyi(
  deps: Dependencies,
  document: DocumentId,
  language: LanguageTag,
  author: string,
): Promise<number> {
  const segments: StoredSegment[] = [];
  for await (const segment of allSegments(deps.store, document, language)) {
    if (segment.current !== null) segments.push(segment);
  }
  const units = zawgyiUnits(language, segments.map(textOfUnit));
  const saves = segments.flatMap(({ key, unit, locked, current }): readonly Save[] => {
    if (locked || current === null || !units.has(unit)) return [];
    const { version, state, subState } = current;
    const target = contentToUnicode(current.target);
    const origin = { kind: 'converted', from: 'zawgyi' } as const;
    return [
      { segment: key, language, base: version, target, state, subState, author, at: deps.now(), origin },
    ];
  });
  const results = await deps.store.saveTargets(saves);
  return results.filter(({ kind }) => kind === 'saved').length;
}

function textOfUnit({ unit, current }: StoredSegment): {
  readonly unit: string;
  readonly target: StoredSegment['source'] | null;
} {
  return { unit, target: current?.target ?? null };
}
