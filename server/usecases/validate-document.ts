/** The file that a document came in, held to the specification of its format. */
import type { Problem } from '../core/problem.ts';
import { findFormat } from '../formats/registry.ts';
import type { DocumentId } from '../store/ids.ts';
import type { StoredDocument } from '../store/segment.ts';
import type { Dependencies } from './dependencies.ts';

/** Whether its format has a specification to hold it to. */
export function canValidate(document: StoredDocument): boolean {
  return findFormat(document.format)?.validate !== undefined;
}

/** Everything that is wrong with the file as it came; null where there is no such document or nothing to hold it to. */
export async function validateDocument(
  deps: Dependencies,
  id: DocumentId,
): Promise<readonly Problem[] | null> {
  const document = await deps.store.findDocument(id);
  const format = document === null ? null : findFormat(document.format);
  const original = await deps.store.readOriginal(id);
  return original === null ? null : (format?.validate?.(original) ?? null);
}
