/**
 * What was sent, of a file that came back: the kept file that agrees with it in most segments. Where several do, the
 * oldest of them, since then more of our own later work is seen as such.
 */
import type { Document } from '../core/document/document.ts';
import { wholeDocument } from '../core/document/flat-units.ts';
import { segmentsOf, type Segment } from '../core/document/unit.ts';
import { sameContent } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { Format } from '../formats/format.ts';
import type { DocumentId, SentFileId } from '../store/ids.ts';
import type { Dependencies } from './dependencies.ts';
import { takeTurns } from './in-turns.ts';
import { readFile } from './read-file.ts';
import { segmentName } from './save-imported-targets.ts';

export interface KnownSent {
  readonly id: SentFileId;
  readonly format: Format;
  readonly bytes: Uint8Array;
  readonly document: Document;
}

/** Older ones are hardly ever still on their way. */
const MOST = 10;

/** null where none was kept that the returned file can have come of. */
export async function findSentFile(
  deps: Dependencies,
  where: { readonly document: DocumentId; readonly language: LanguageTag },
  theirs: Document,
): Promise<KnownSent | null> {
  const listed = await deps.store.listSentFiles(where.document, where.language);
  const back = targetsOf(theirs);
  let best: { readonly sent: KnownSent; readonly agreeing: number } | null = null;
  for (const { id } of listed.slice(0, MOST)) {
    await takeTurns();
    const sent = await openSentFile(deps, id, where.language);
    if (sent === null || sent.format.id !== theirs.format) continue;
    const agreeing = countAgreeing(sent.document, back);
    if (best === null || agreeing >= best.agreeing) best = { sent, agreeing };
  }
  return best?.sent ?? null;
}

/** null where it is no longer kept. */
export async function openSentFile(
  deps: Dependencies,
  id: SentFileId,
  language: LanguageTag,
): Promise<KnownSent | null> {
  const bytes = await deps.store.readSentFile(id);
  const languages = { sourceLanguage: language, targetLanguages: [language] };
  const read = bytes === null ? null : readFile(deps, { bytes, fileName: 'sent.xlf', ...languages });
  if (bytes === null || read?.kind !== 'read') return null;
  return { id, format: read.format, bytes, document: wholeDocument(read.document) };
}

function targetsOf(document: Document): ReadonlyMap<string, Segment> {
  return new Map(
    document.units.flatMap((unit) =>
      segmentsOf(unit).map((segment) => [segmentName(unit.id, segment.id), segment] as const),
    ),
  );
}

function countAgreeing(sent: Document, back: ReadonlyMap<string, Segment>): number {
  let agreeing = 0;
  for (const [name, { target }] of targetsOf(sent)) {
    const other = back.get(name)?.target;
    if (other === undefined) continue;
    if (target === null || other === null ? target === other : sameContent(target, other)) agreeing += 1;
  }
  return agreeing;
}
