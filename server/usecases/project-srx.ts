/**
 * A project's own segmentation rules: an SRX file that is kept with it as it came, and cuts its texts in place of our
 * rules, when its document is brought in and when a returned file is compared with it.
 */
import type { Problem } from '../core/problem.ts';
import type { Segmenter } from '../core/text/segmentation.ts';
import type { DocumentId, ProjectId } from '../store/ids.ts';
import type { ProjectSrx } from '../store/project.ts';
import type { Dependencies } from './dependencies.ts';
import { readSegmentationRules } from './read-segmentation-rules.ts';

export type SetProjectSrxResult =
  | { readonly kind: 'set'; readonly problems: readonly Problem[] }
  /** The file is no SRX: what the project had stays. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'not-found' };

/** null takes the file away. */
export async function setProjectSrx(
  deps: Dependencies,
  id: ProjectId,
  file: ProjectSrx | null,
): Promise<SetProjectSrxResult> {
  if ((await deps.store.findProject(id)) === null) return { kind: 'not-found' };
  const read = file === null ? null : readSegmentationRules(file.bytes);
  if (read !== null && read.segmenter === null) return { kind: 'refused', problems: read.problems };
  await deps.store.setProjectSrx(id, file);
  return { kind: 'set', problems: read?.problems ?? [] };
}

export interface ShownSrx {
  readonly fileName: string;
  /** That apply. */
  readonly rules: number;
  readonly problems: readonly Problem[];
}

export async function showProjectSrx(deps: Dependencies, id: ProjectId): Promise<ShownSrx | null> {
  const file = await deps.store.findProjectSrx(id);
  if (file === null) return null;
  const { rules, problems } = readSegmentationRules(file.bytes);
  return { fileName: file.fileName, rules, problems };
}

/** The segmenter for a document: that of its project's file, or ours. */
export async function segmenterFor(deps: Dependencies, document: DocumentId): Promise<Segmenter> {
  const stored = await deps.store.findDocument(document);
  const file = stored === null ? null : await deps.store.findProjectSrx(stored.project);
  return (file === null ? null : readSegmentationRules(file.bytes).segmenter) ?? deps.segmenter;
}
