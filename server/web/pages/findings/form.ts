/** What the page of findings is asked and sends. */
import { z } from 'zod';
import { singleLine } from '../../single-line.ts';
import { segmentKey } from '../../../store/ids.ts';

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const reason = singleLine(2_000).default('');
const finding = { segment: id.transform(segmentKey), finding: z.string().min(1).max(2_000) };
const check = z.string().max(100);

export const findingsQuery = z.object({ check: check.optional() });

export const ignoreForm = z.object({ ...finding, reason, check: check.default('') });
export const restoreForm = z.object(finding);
export const switchForm = z.object({ check, reason, to: z.enum(['on', 'off']) });

/** `key:version` of each segment shown, separated by commas. */
export const fixForm = z.object({
  check,
  shown: z
    .string()
    .max(2_000_000)
    .transform((text) =>
      text.split(',').flatMap((pair) => {
        const match = /^(\d{1,15}):(\d{1,15})$/u.exec(pair);
        return match === null ? [] : [[segmentKey(Number(match[1])), Number(match[2])] as const];
      }),
    ),
});

/** '' leaves it open. */
export const settingsForm = z.object({
  digits: z.enum(['', 'native', 'latin']).default(''),
  ezafe: z.enum(['', 'hamza', 'yeh', 'composed']).default(''),
});
