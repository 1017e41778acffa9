/**
 * Receipts of pending imports, kept for a while: a person looks at one page after another, and comparing a book anew
 * takes seconds. Invariant: what is shown is what comparing now would give; a receipt whose document has moved on is
 * made anew. As many are kept as have room together, and always the newest.
 */
import type { Import } from '../store/exchange.ts';
import type { Dependencies } from '../usecases/dependencies.ts';
import {
  isCurrent,
  openImport,
  previewImport,
  type ImportPreview,
  type PreviewImportInput,
  type PreviewImportResult,
} from '../usecases/preview-import.ts';
import { ExpiringMap } from './expiring-map.ts';

export interface Receipts {
  /** Keeps a returned file as a pending import, as previewImport does. */
  preview(input: PreviewImportInput): Promise<PreviewImportResult>;
  /** The receipt of a pending import as things stand now, with the decisions that `found` holds. */
  open(found: Import): Promise<PreviewImportResult>;
}

/** In rows: each holds the texts of its segment several times, some 6 kB. */
const ROOM = 20_000;
const MILLISECONDS = 10 * 60 * 1000;

export function createReceipts(usecases: Dependencies, room = ROOM): Receipts {
  const kept = new ExpiringMap<ImportPreview>({
    room,
    sizeOf: ({ receipt }) => receipt.rows.length,
    milliseconds: MILLISECONDS,
    now: usecases.now,
  });
  const keep = (result: PreviewImportResult): PreviewImportResult => {
    if (result.kind === 'preview') kept.set(result.import.id, result);
    return result;
  };
  return {
    preview: async (input) => keep(await previewImport(usecases, input)),
    open: async (found) => {
      const known = kept.get(found.id);
      if (known !== null && (await isCurrent(usecases, known))) return { ...known, import: found };
      return keep(await openImport(usecases, found.id));
    },
  };
}
