/** The translated document in its original format: targets in place of sources, everything else untouched. */
import type { Document } from '../core/document/document.ts';
import type { UnitUpdate } from '../core/document/update.ts';
import { problem } from '../core/problem.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { BilingualFormat, WriteResult } from '../formats/format.ts';
import { findFormat } from '../formats/registry.ts';
import type { DocumentId } from '../store/ids.ts';
import type { Dependencies } from './dependencies.ts';
import type { ExportResult } from './export-xliff.ts';
import { followSegmentation } from './follow-segmentation.ts';
import { updatesOf } from './updates-of.ts';

export async function exportTranslation(
  deps: Dependencies,
  id: DocumentId,
  language: LanguageTag,
): Promise<ExportResult> {
  const stored = await deps.store.findDocument(id);
  const original = await deps.store.readOriginal(id);
  const document = await deps.store.readDocument(id, language);
  if (stored === null || original === null || document === null) return { kind: 'not-found' };
  if (document.targetLanguage !== null && document.targetLanguage !== language) {
    const values = { expected: document.targetLanguage, found: language };
    return { kind: 'refused', problems: [problem('export-other-language', null, values)] };
  }
  const format = findFormat(stored.format);
  if (format === null) {
    return { kind: 'refused', problems: [problem('format-unknown', null, { file: stored.fileName })] };
  }
  const updates = updatesOf(document);
  const options = { targetLanguage: language };
  const { bytes, problems } =
    format.kind === 'monolingual'
      ? format.write(original, document, updates, options)
      : await writeBilingual(deps, id, format, original, document, language, updates);
  if (bytes === null) return { kind: 'refused', problems };
  const fileName = stored.fileName.replace(/(\.[^.]+)?$/, `.${language}$1`);
  return { kind: 'exported', fileName, mediaType: format.mediaType, bytes, problems };
}

async function writeBilingual(
  deps: Dependencies,
  id: DocumentId,
  format: BilingualFormat,
  original: Uint8Array,
  document: Document,
  language: LanguageTag,
  updates: readonly UnitUpdate[],
): Promise<WriteResult> {
  const isCutAnew = await deps.store.isResegmented(id);
  const file = isCutAnew
    ? followSegmentation(deps, format, original, document, language, updates)
    : { bytes: original, updates };
  return format.write(file.bytes, file.updates, { targetLanguage: language });
}
