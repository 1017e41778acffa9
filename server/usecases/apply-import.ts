/** What a person has seen in the receipt is applied. Segments saved meanwhile are left as they are and counted. */
import { isEmpty } from '../core/text/content.ts';
import type { Unit, UnitPart } from '../core/document/unit.ts';
import type { Dependencies } from './dependencies.ts';
import type { ImportPreview } from './preview-import.ts';
import { saveImportedTargets, type ImportedCounts } from './save-imported-targets.ts';

export interface ApplyImportOptions {
  readonly author: string;
  /** Texts in state `initial` become `translated`: many tools translate and leave the state as it was. */
  readonly draftsAsTranslated: boolean;
}

export async function applyImport(
  deps: Dependencies,
  preview: ImportPreview,
  options: ApplyImportOptions,
): Promise<ImportedCounts> {
  const units = options.draftsAsTranslated ? preview.units.map(withDraftsTranslated) : preview.units;
  return saveImportedTargets(deps, { ...preview, units, author: options.author }, preview.bases);
}

/** How many texts of the preview are drafts by their state. */
export function countDrafts(preview: ImportPreview): number {
  return preview.units.reduce((count, unit) => count + unit.parts.filter(isDraft).length, 0);
}

function isDraft(part: UnitPart): boolean {
  return part.kind === 'segment' && part.state === 'initial' && part.target !== null && !isEmpty(part.target);
}

function withDraftsTranslated(unit: Unit): Unit {
  return {
    ...unit,
    parts: unit.parts.map((part) => (isDraft(part) ? { ...part, state: 'translated' as const } : part)),
  };
}
