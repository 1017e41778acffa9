/** Forms are parsed whole before anything is done; one that no page of ours can have sent is answered with 400. */
import { z } from 'zod';

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
