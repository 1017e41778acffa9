/** What the page of an alignment sends: one act on one link, written as its button has it (`move:12:source:next`). */
import { z } from 'zod';
import type { CorrectAlignmentInput } from '../../../usecases/correct-alignment.ts';
import { singleLine } from '../../single-line.ts';

const number = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

const act = z
  .string()
  .max(60)
  .transform((text, context): CorrectAlignmentInput['edit'] => {
    const [kind, link, ...rest] = text.split(':');
    const parsed = actSchema.safeParse({ kind, link, first: rest[0], second: rest[1] });
    if (parsed.success) return editOf(parsed.data);
    context.addIssue({ code: 'custom', message: 'no act' });
    return z.NEVER;
  });

const actSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['undo', 'confirm-sure']) }),
  z.object({ kind: z.enum(['merge', 'unlink', 'confirm']), link: number }),
  z.object({ kind: z.literal('split'), link: number, first: number, second: number }),
  z.object({
    kind: z.literal('move'),
    link: number,
    first: z.enum(['source', 'target']),
    second: z.enum(['previous', 'next']),
  }),
]);

function editOf(parsed: z.output<typeof actSchema>): CorrectAlignmentInput['edit'] {
  if (parsed.kind === 'split')
    return { kind: 'split', link: parsed.link, source: parsed.first, target: parsed.second };
  if (parsed.kind === 'move')
    return { kind: 'move', link: parsed.link, side: parsed.first, to: parsed.second };
  return parsed;
}

export const correctionForm = z.object({ version: number, act });

export const memoryForm = z.object({
  memory: singleLine(200).default(''),
  unsure: z
    .string()
    .optional()
    .transform((value) => value !== undefined),
});

export const documentForm = z.object({
  project: z.union([z.literal('').transform(() => null), number]).catch(null),
  name: singleLine(200).default(''),
});

export const alignmentQuery = z.object({
  at: number.optional().catch(undefined),
  said: z.enum(['conflict', 'impossible', 'name-missing', 'memory-gone']).optional().catch(undefined),
  /** Of forms that were refused, as they were typed. */
  memory: singleLine(200).catch(''),
  unsure: z.literal('yes').optional().catch(undefined),
  name: singleLine(200).catch(''),
  project: number.optional().catch(undefined),
});

export const alignmentParams = z.object({ id: z.uuid() });
