/** Shapes of the JSON of alignments. Links are short tuples, for there are many. */
import { z } from 'zod';
import type { LinkPatch } from '../../../core/alignment/edit-links.ts';
import type { Link } from '../../../core/alignment/link.ts';
import { BLOCK_ROLES, type Side, type SideSegment } from '../../../core/alignment/side.ts';
import { segmentId, unitId } from '../../../core/document/ids.ts';
import type { AlignmentSides } from '../../alignment-store.ts';
import { contentSchema, languageSchema } from '../kept-json.ts';

type KeptLink = readonly [source: number, target: number, confidence: number, confirmed: 0 | 1];

const linkSchema = z.tuple([z.number(), z.number(), z.number(), z.literal([0, 1])]);
const linksSchema = z.array(linkSchema);
const undoSchema = z.array(z.object({ at: z.number(), before: linksSchema, after: linksSchema }));

const segmentSchema: z.ZodType<SideSegment> = z.object({
  content: contentSchema,
  unit: z.string().transform(unitId),
  segment: z.string().transform(segmentId),
  paragraph: z.number(),
  role: z.enum(BLOCK_ROLES),
  before: z.string(),
});
const sideSchema: z.ZodType<Side> = z.object({ language: languageSchema, segments: z.array(segmentSchema) });
export const sidesSchema: z.ZodType<AlignmentSides> = z.object({ source: sideSchema, target: sideSchema });

export function writeLinks(links: readonly Link[]): string {
  return JSON.stringify(links.map(keep));
}

export function readLinks(text: string): readonly Link[] {
  return linksSchema.parse(JSON.parse(text)).map(restore);
}

export function writeUndo(undo: readonly LinkPatch[]): string {
  return JSON.stringify(
    undo.map(({ at, before, after }) => ({ at, before: before.map(keep), after: after.map(keep) })),
  );
}

export function readUndo(text: string): readonly LinkPatch[] {
  return undoSchema
    .parse(JSON.parse(text))
    .map(({ at, before, after }) => ({ at, before: before.map(restore), after: after.map(restore) }));
}

function keep({ source, target, confidence, confirmed }: Link): KeptLink {
  return [source, target, confidence, confirmed ? 1 : 0];
}

function restore([source, target, confidence, confirmed]: KeptLink): Link {
  return { source, target, confidence, confirmed: confirmed === 1 };
}
