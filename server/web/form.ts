/** Forms are parsed whole before anything is done; one that no page of ours can have sent is answered with 400. */
import { z } from 'zod';
import { digitValue } from '../core/text/digits.ts';

export function parseForm<Output>(schema: z.ZodType<Output>, fields: unknown): Output {
  const result = schema.safeParse(fields ?? {});
  if (result.success) return result.data;
  throw Object.assign(new Error('malformed form'), { status: 400 });
}

/** Fields that may be sent several times: check boxes of one name. */
export const textList: z.ZodType<readonly string[]> = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()));

/** A small whole number in the digits of any script; null where it is none. */
export function typedNumber(text: string): number | null {
  const digits = Array.from(text.trim(), (character) => digitValue(character) ?? 'x').join('');
  return /^\d{1,6}$/u.test(digits) ? Number(digits) : null;
}
