/** What the page of a memory sends. */
import { z } from 'zod';
import { textList } from '../../form.ts';
import { unitNumber } from '../../params.ts';
import { singleLine } from '../../single-line.ts';

export const renameForm = z.object({ name: singleLine(200).default('') });

export const unitsForm = z.object({
  unit: textList.pipe(z.array(unitNumber).max(100)),
  /** Path of this page to come back to. */
  back: z.string().max(10_000).default(''),
});
