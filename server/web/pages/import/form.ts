/** Which rows of a receipt are looked at, and how it is applied. */
import { z } from 'zod';
import { RECEIPT_CHANGES } from '../../../core/document/receipt/row.ts';

export const receiptQuery = z.object({
  show: z.enum(RECEIPT_CHANGES).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});

export const decisionForm = z.object({
  /** Ticked: texts that the file calls untranslated are taken as translated. */
  drafts: z.literal('translated').optional().catch(undefined),
});
