/**
 * The original inside our XLIFF: base64 of one JSON line (what it is, and where each unit's parts stand) and the
 * bytes themselves. Text that every tool carries along, in `internal-file` or `skeleton`.
 */
import { z } from 'zod';
import type { Block } from '../../../core/document/block.ts';
import type { Skeleton } from '../../../core/document/document.ts';
import { unitId } from '../../../core/document/ids.ts';
import { problem, type Problem } from '../../../core/problem.ts';

/** Begins every payload, so that another tool's skeleton is left alone. */
const MARK = 'recto-skeleton';

const unit = z.string().transform(unitId);
const nullableUnit = z.union([unit, z.null()]);
const blockSchema: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('heading'),
      level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]),
      unit,
    }),
    z.object({ kind: z.literal('paragraph'), unit }),
    z.object({ kind: z.literal('quote'), blocks: z.array(blockSchema) }),
    z.object({
      kind: z.literal('list'),
      ordered: z.boolean(),
      start: z.number(),
      items: z.array(z.array(blockSchema)),
    }),
    z.object({
      kind: z.literal('table'),
      align: z.array(z.enum(['left', 'right', 'center']).nullable()),
      header: z.array(nullableUnit),
      rows: z.array(z.array(nullableUnit)),
    }),
    z.object({ kind: z.literal('code'), text: z.string(), language: z.string() }),
    z.object({ kind: z.literal('rule') }),
    z.object({ kind: z.literal('footnote'), label: z.string(), blocks: z.array(blockSchema) }),
    z.object({ kind: z.literal('metadata'), name: z.string(), unit }),
  ]),
);

const headerSchema = z.object({
  [MARK]: z.literal(1),
  format: z.string(),
  fileName: z.string(),
  ranges: z.array(z.tuple([unit, z.array(z.number().int().nonnegative())])),
  outline: z.array(blockSchema),
  hrefs: z.array(z.tuple([z.string(), z.string()])),
});

export function writeSkeleton(skeleton: Skeleton): string {
  const header = JSON.stringify({
    [MARK]: 1,
    format: skeleton.format,
    fileName: skeleton.fileName,
    ranges: [...skeleton.ranges],
    outline: skeleton.outline,
    hrefs: [...skeleton.hrefs],
  });
  return Buffer.concat([Buffer.from(`${header}\n`, 'utf8'), skeleton.original]).toString('base64');
}

export interface ReadSkeleton {
  /** null where there is none of ours, or a broken one. */
  readonly skeleton: Skeleton | null;
  readonly problems: readonly Problem[];
}

/** Reads the text of a skeleton element; another tool's gives null and no problem. */
export function readSkeleton(text: string | null): ReadSkeleton {
  const compact = (text ?? '').replace(/\s+/gu, '');
  if (!compact.startsWith(Buffer.from(`{"${MARK}"`).toString('base64').slice(0, 20))) {
    return { skeleton: null, problems: [] };
  }
  const bytes = Buffer.from(compact, 'base64');
  const line = bytes.indexOf(10);
  if (line === -1) return broken('no header');
  let value: unknown;
  try {
    value = JSON.parse(bytes.subarray(0, line).toString('utf8'));
  } catch (error) {
    return broken(error instanceof Error ? error.message : '');
  }
  const parsed = safely(value);
  if (typeof parsed === 'string') return broken(parsed);
  const { format, fileName, ranges, outline, hrefs } = parsed;
  const original = new Uint8Array(bytes.subarray(line + 1));
  return {
    skeleton: { format, fileName, original, ranges: new Map(ranges), outline, hrefs: new Map(hrefs) },
    problems: [],
  };
}

/** A hostile outline may be nested deeper than the stack: that too is only a broken skeleton. */
function safely(value: unknown): z.infer<typeof headerSchema> | string {
  try {
    const parsed = headerSchema.safeParse(value);
    return parsed.success ? parsed.data : (parsed.error.issues[0]?.message ?? '');
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

function broken(reason: string): ReadSkeleton {
  return { skeleton: null, problems: [problem('xliff-skeleton-unreadable', null, { reason })] };
}
