/** What goes out is kept, so that what comes back can be compared with it to the last attribute. */
import { createHash } from 'node:crypto';
import type { LanguageTag } from '../core/text/language.ts';
import type { DocumentId } from '../store/ids.ts';
import type { Dependencies } from './dependencies.ts';

export async function keepSentFile(
  deps: Dependencies,
  document: DocumentId,
  language: LanguageTag,
  { fileName, bytes }: { readonly fileName: string; readonly bytes: Uint8Array },
): Promise<void> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  await deps.store.addSentFile({ document, language, fileName, at: deps.now(), hash, bytes });
}
