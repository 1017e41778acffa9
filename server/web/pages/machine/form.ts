/** What the page of machine translation sends. */
import { z } from 'zod';
import { inDigits } from '../../../core/text/digits.ts';
import { singleLine } from '../../single-line.ts';

export const machineForm = z.object({
  provider: z.string().max(100).default(''),
  url: singleLine(500).default(''),
  /** '' keeps the one that is there for the same server. */
  key: z.string().trim().max(500).default(''),
  model: singleLine(200).default(''),
  price: singleLine(30).default(''),
  context: z.literal('yes').optional(),
});

export type MachineForm = z.output<typeof machineForm>;

/** Digits of any script, one decimal mark; null where it is no price. */
export function readPrice(text: string): number | null {
  const plain = inDigits(text, '0123456789').replace(/[,٫،]/u, '.');
  return /^\d{1,9}(?:\.\d{1,6})?$/.test(plain) ? Number(plain) : null;
}
