/** What a person has seen in the receipt is applied. Segments saved meanwhile are left as they are and counted. */
import type { Dependencies } from './dependencies.ts';
import type { ImportPreview } from './preview-import.ts';
import { saveImportedTargets, type ImportedCounts } from './save-imported-targets.ts';

export async function applyImport(
  deps: Dependencies,
  preview: ImportPreview,
  author: string,
): Promise<ImportedCounts> {
  return saveImportedTargets(deps, { ...preview, author }, preview.bases);
}
