/** What the page of machine translation sends. */
import { z } from 'zod';
import type { NumberBounds } from '../../number-field.ts';
import { singleLine } from '../../single-line.ts';

export const machineForm = z.object({
  provider: z.string().max(100).default(''),
  url: singleLine(500).default(''),
  /** '' keeps the one that is there for the same server. */
  key: z.string().trim().max(500).default(''),
  model: singleLine(200).default(''),
  price: singleLine(40).default(''),
  context: z.literal('yes').optional(),
});

export type MachineForm = z.output<typeof machineForm>;

export const PRICE: NumberBounds = { kind: 'decimal', least: 0, most: 999_999_999 };
