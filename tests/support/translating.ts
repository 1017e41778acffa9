/** What people do with a document: its targets read and saved, and what they translated before put into its memory. */
import type { Tu } from '../../server/core/memory/tu.ts';
import { textOf } from '../../server/core/text/content.ts';
import type { LanguageTag } from '../../server/core/text/language.ts';
import type { DocumentId, ProjectId, SegmentKey } from '../../server/store/ids.ts';
import type { Dependencies } from '../../server/usecases/dependencies.ts';
import { memoriesOf } from '../../server/usecases/project-memories.ts';
import { saveTarget, type SaveTargetResult } from '../../server/usecases/save-target.ts';
import { allSegments } from './store-samples.ts';

/** In order; `–` where nobody has written anything. */
export async function targetTexts(
  { store }: Dependencies,
  document: DocumentId,
  language: LanguageTag,
): Promise<readonly string[]> {
  const segments = await allSegments(store, document, language);
  return segments.map(({ current }) => (current === null ? '–' : textOf(current.target)));
}

/** As Zahra types it, over what stands there. Throws where it is not saved. */
export async function typeTarget(
  deps: Dependencies,
  document: DocumentId,
  language: LanguageTag,
  typed: { readonly position: number; readonly text: string; readonly state: 'initial' | 'translated' },
): Promise<Extract<SaveTargetResult, { kind: 'saved' }> & { readonly key: SegmentKey }> {
  const segments = await allSegments(deps.store, document, language);
  const { key, current } = segments[typed.position - 1]!;
  const result = await saveTarget(deps, {
    segment: key,
    language,
    base: current?.version ?? 0,
    target: typed.text === '' ? [] : [typed.text],
    state: typed.state,
    author: 'Zahra',
    origin: { kind: 'typed' },
  });
  if (result.kind !== 'saved') throw new Error(result.kind);
  return { key, ...result };
}

/** Into the first memory of the document's project, which it gives. */
export async function teach(
  { store, now }: Dependencies,
  document: DocumentId,
  tus: readonly Tu[],
): Promise<ProjectId> {
  const { project } = (await store.findDocument(document))!;
  const [own] = await memoriesOf(store, (await store.findProject(project))!, now());
  await store.memories.addTus(own!.memory, tus);
  return project;
}
