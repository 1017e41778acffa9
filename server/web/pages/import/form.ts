/** How a receipt is looked at, and what is decided on it. */
import { z } from 'zod';
import { RECEIPT_CHANGES } from '../../../core/document/receipt/row.ts';
import type { ImportChoice } from '../../../store/exchange.ts';
import { textList } from '../../form.ts';

export const receiptQuery = z.object({
  show: z.enum(RECEIPT_CHANGES).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});

export const decisionForm = z.object({
  /** Ticked: texts that came back as drafts are taken as translated. */
  drafts: z.literal('translated').optional().catch(undefined),
  /** Ticked: texts in Zawgyi are converted to Unicode. */
  zawgyi: z.literal('unicode').optional().catch(undefined),
  /** The rows that stood on the page, as `position:version`. */
  shown: textList,
  /** Those of them that are ticked. */
  take: textList,
  /** `apply`, `good` (what is suggested, of a quarantined file), or the query of the page to go on to. */
  go: z.string().max(200).catch('apply'),
});

/** What the person decided on each row that they saw; what is malformed is left out. */
export function choicesOf(shown: readonly string[], take: readonly string[]): readonly ImportChoice[] {
  const taken = new Set(take);
  return shown.flatMap((each) => {
    const found = /^(\d{1,9}):(\d{1,9})$/.exec(each);
    if (found === null) return [];
    return [{ position: Number(found[1]), version: Number(found[2]), take: taken.has(each) }];
  });
}
