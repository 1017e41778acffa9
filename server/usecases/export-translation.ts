/** The translated document in its original format: targets in place of sources, everything else untouched. */
import { problem } from '../core/problem.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { findFormat } from '../formats/registry.ts';
import type { DocumentId } from '../store/store.ts';
import type { Dependencies } from './dependencies.ts';
import type { ExportResult } from './export-xliff.ts';
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
  const { bytes, problems } =
    format.kind === 'monolingual'
      ? format.write(original, document, updates, { targetLanguage: language })
      : format.write(original, updates, { targetLanguage: language });
  if (bytes === null) return { kind: 'refused', problems };
  const fileName = stored.fileName.replace(/(\.[^.]+)?$/, `.${language}$1`);
  return { kind: 'exported', fileName, mediaType: format.mediaType, bytes, problems };
}
