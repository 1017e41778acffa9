/**
 * The skeleton that an XLIFF of ours carries: base64 of one line of JSON, which says where the units stand, and
 * the original file behind it. What is read back is checked before anything trusts it.
 */
import { z } from 'zod';
import type { Block } from '../../../core/document/block.ts';
import type { Skeleton } from '../../../core/document/document.ts';
import type { PartShape, UnitShapes } from '../../../core/document/flat-units.ts';
import { segmentId, unitId, type UnitId } from '../../../core/document/ids.ts';
import type { Content, InlineCode } from '../../../core/text/content.ts';

const VERSION = 1;
/** How the JSON line of every payload of ours begins. */
const BEGINNING = `{"version":${VERSION},"format":`;

const unit = z.string().transform(unitId);
const cells = z.array(unit.nullable());
const block: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('heading'),
      level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]),
      unit,
    }),
    z.object({ kind: z.literal('paragraph'), unit }),
    z.object({ kind: z.literal('quote'), blocks: z.array(block) }),
    z.object({
      kind: z.literal('list'),
      ordered: z.boolean(),
      start: z.number(),
      items: z.array(z.array(block)),
    }),
    z.object({
      kind: z.literal('table'),
      align: z.array(z.enum(['left', 'right', 'center']).nullable()),
      header: cells,
      rows: z.array(cells),
    }),
    z.object({ kind: z.literal('code'), text: z.string(), language: z.string() }),
    z.object({ kind: z.literal('rule') }),
    z.object({ kind: z.literal('footnote'), label: z.string(), blocks: z.array(block) }),
    z.object({ kind: z.literal('metadata'), name: z.string(), unit }),
  ]),
);

const code: z.ZodType<InlineCode> = z.object({
  code: z.enum(['open', 'close', 'standalone', 'marker']),
  id: z.string(),
  equiv: z.string(),
  text: z.string(),
  edge: z.enum(['open', 'close']).exactOptional(),
  type: z.enum(['fmt', 'ui', 'quote', 'link', 'image', 'other']).exactOptional(),
  subType: z.string().exactOptional(),
  href: z.string().exactOptional(),
  canDelete: z.literal(false).exactOptional(),
  canCopy: z.literal(false).exactOptional(),
  canReorder: z.literal(false).exactOptional(),
});
const content: z.ZodType<Content> = z.array(z.union([z.string(), code]));
const shape: z.ZodType<PartShape> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('segment'), id: z.string().transform(segmentId) }),
  z.object({ kind: z.literal('ignorable'), source: content, target: content.nullable() }),
]);

const headerSchema = z.object({
  version: z.literal(VERSION),
  format: z.string().min(1),
  fileName: z.string(),
  ranges: z.array(z.tuple([unit, z.array(z.int().nonnegative())])),
  outline: z.array(block),
  hrefs: z.array(z.tuple([z.string(), z.string()])),
  shapes: z.array(z.tuple([unit, z.array(shape)])).exactOptional(),
});

/** Base64 in lines of 76 characters. */
export function writePayload(skeleton: Skeleton): string {
  const { format, fileName, ranges, outline, hrefs, shapes, original } = skeleton;
  const header = {
    version: VERSION,
    ...{ format, fileName, ranges: [...ranges], outline, hrefs: [...hrefs] },
    ...(shapes === undefined ? {} : { shapes: [...shapes] }),
  };
  const line = JSON.stringify(header);
  const base64 = Buffer.concat([Buffer.from(`${line}\n`, 'utf8'), original]).toString('base64');
  return base64.replace(/.{76}(?=.)/g, '$&\n');
}

/**
 * The skeleton in a payload; null where it is somebody else's; `broken` where it is ours and does not hold
 * together (not base64, not our JSON, ranges outside the original or over one another).
 */
export function readPayload(base64: string, ours: boolean): Skeleton | 'broken' | null {
  const bytes = Buffer.from(base64, 'base64');
  const begins = bytes.subarray(0, BEGINNING.length).toString('latin1') === BEGINNING;
  if (!begins) return ours ? 'broken' : null;
  const lineEnd = bytes.indexOf(0x0a);
  const parsed = lineEnd < 0 ? null : parseHeader(bytes.subarray(0, lineEnd).toString('utf8'));
  if (parsed === null || !/^[A-Za-z0-9+/=\s]*$/.test(base64)) return 'broken';
  const original = new Uint8Array(bytes.subarray(lineEnd + 1));
  const ranges = new Map<UnitId, readonly number[]>(parsed.ranges);
  if (ranges.size !== parsed.ranges.length || !rangesFit(parsed.ranges, original.length)) return 'broken';
  const { format, fileName, outline, hrefs } = parsed;
  const shapes: { readonly shapes?: UnitShapes } =
    parsed.shapes === undefined ? {} : { shapes: new Map(parsed.shapes) };
  return { format, fileName, original, ranges, outline, hrefs: new Map(hrefs), ...shapes };
}

function parseHeader(line: string): z.output<typeof headerSchema> | null {
  try {
    const result = headerSchema.safeParse(JSON.parse(line));
    return result.success ? result.data : null;
  } catch {
    // Not JSON, or nested beyond what the stack bears.
    return null;
  }
}

function rangesFit(all: readonly (readonly [UnitId, readonly number[]])[], length: number): boolean {
  const spans: (readonly [number, number])[] = [];
  for (const [, ranges] of all) {
    if (ranges.length % 2 !== 0) return false;
    for (let index = 0; index < ranges.length; index += 2) {
      spans.push([ranges[index] ?? -1, ranges[index + 1] ?? -1]);
    }
  }
  spans.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return spans.every(([start, end], index) => {
    const before = spans[index - 1]?.[1] ?? 0;
    return before <= start && start <= end && end <= length;
  });
}
