/**
 * Shapes of the JSON columns. Whatever is written has passed the same schema that reads it, so a row that is
 * in the database can be read; key order is that of the schema.
 */
import { z } from 'zod';
import type { Block } from '../../core/document/block.ts';
import { segmentId, unitId } from '../../core/document/ids.ts';
import type { Limit } from '../../core/document/limits.ts';
import { STATES } from '../../core/document/state.ts';
import { UNIT_DIRECTIONS, type Note, type Unit } from '../../core/document/unit.ts';
import type { ValidationRule } from '../../core/document/validation-rules.ts';
import type { Content, InlineCode } from '../../core/text/content.ts';
import { PROBLEMS, type ProblemCode } from '../../core/problem.ts';
import { parseLanguageTag, type LanguageTag } from '../../core/text/language.ts';
import type { ImportDetails } from '../exchange.ts';
import { segmentKey, sentFileId } from '../ids.ts';
import type { Origin } from '../segment.ts';

const unitIdSchema = z.string().transform(unitId);
const segmentIdSchema = z.string().transform(segmentId);
export const stateSchema = z.enum(STATES);

/** Rows hold the same few tags again and again. */
const tags = new Map<string, LanguageTag>();
const TAGS = 1_000;

export const languageSchema = z.string().transform((text, context): LanguageTag => {
  const tag = tags.get(text) ?? parseLanguageTag(text);
  if (tag !== null) {
    if (tags.size < TAGS) tags.set(text, tag);
    return tag;
  }
  context.addIssue(`no language tag: ${text}`);
  return z.NEVER;
});
export const languagesSchema = z.array(languageSchema);

const codeSchema: z.ZodType<InlineCode> = z.object({
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
  canOverlap: z.literal(false).exactOptional(),
  beginsSequence: z.literal(true).exactOptional(),
  copyOf: z.string().exactOptional(),
  translate: z.boolean().exactOptional(),
});
export const contentSchema: z.ZodType<Content> = z.array(z.union([z.string(), codeSchema]));

export const originSchema: z.ZodType<Origin> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('typed') }),
  z.object({ kind: z.literal('copied-source') }),
  z.object({ kind: z.literal('reverted'), to: z.number() }),
  z.object({ kind: z.literal('imported'), file: z.string(), import: z.string() }),
  z.object({ kind: z.literal('fixed'), check: z.string(), import: z.string() }),
  z.object({ kind: z.literal('converted'), from: z.literal('zawgyi') }),
  z.object({
    kind: z.literal('machine'),
    provider: z.string(),
    model: z.string(),
    import: z.string().exactOptional(),
  }),
  z.object({ kind: z.literal('match'), score: z.number(), memory: z.string() }),
  z.object({
    kind: z.literal('propagated'),
    segment: z.number().transform(segmentKey),
    version: z.number(),
  }),
  z.object({
    kind: z.literal('pretranslated'),
    score: z.number(),
    memory: z.string(),
    import: z.string(),
  }),
  z.object({ kind: z.literal('resegmented'), change: z.enum(['split', 'joined']) }),
]);

export const importStatusSchema = z.enum(['pending', 'running', 'applied', 'undone']);
export const importDetailsSchema: z.ZodType<ImportDetails> = z.object({
  sent: z.number().transform(sentFileId).nullable(),
  bases: z.array(z.number()),
  choices: z.array(z.object({ position: z.number(), take: z.boolean(), version: z.number() })),
  tools: z.array(z.string()),
  counts: z.array(z.tuple([z.string(), z.number()])),
  notes: z.array(z.tuple([z.number().transform(segmentKey), z.number()])),
  failures: z
    .array(
      z.object({
        position: z.number(),
        code: z.custom<ProblemCode>((code) => typeof code === 'string' && Object.hasOwn(PROBLEMS, code)),
        values: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    )
    .exactOptional(),
  act: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('pretranslated'), minimum: z.number() }),
      z.object({ kind: z.literal('machine') }),
      z.object({ kind: z.literal('fixed'), check: z.string() }),
    ])
    .exactOptional(),
});

const rangeSchema = z.object({ start: z.number(), end: z.number() });
const noteSchema: z.ZodType<Note> = z.object({
  text: z.string(),
  category: z.string().exactOptional(),
  appliesTo: z.enum(['source', 'target']).exactOptional(),
  priority: z.number().exactOptional(),
  author: z.string().exactOptional(),
  segment: segmentIdSchema.exactOptional(),
});

const formSchema = z.enum(['none', 'nfc', 'nfd']);
const limitSchema: z.ZodType<Limit> = z.object({
  measure: z.enum(['codepoints', 'graphemes', 'utf8', 'utf16', 'utf32']),
  minimum: z.number(),
  maximum: z.number().nullable(),
  normalization: formSchema,
  weights: z.record(z.string(), z.number()).exactOptional(),
  inside: z.string().exactOptional(),
});
const ruleSchema: z.ZodType<ValidationRule> = z.object({
  kind: z.enum(['isPresent', 'isNotPresent', 'startsWith', 'endsWith']),
  text: z.string(),
  occurs: z.number().exactOptional(),
  existsInSource: z.boolean(),
  caseSensitive: z.boolean(),
  normalization: formSchema,
});

/** What a segment of a unit with translate=false says by itself: nobody saves it, so the file's word stands. */
const standingSchema = z.object({
  state: stateSchema,
  subState: z.string().exactOptional(),
  target: contentSchema.nullable(),
});
/** Parts of a unit; of a segment only what its own row does not hold. */
const partSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('segment'),
    range: rangeSchema.exactOptional(),
    standing: standingSchema.exactOptional(),
  }),
  z.object({
    kind: z.literal('ignorable'),
    source: contentSchema,
    target: contentSchema.nullable(),
    range: rangeSchema.exactOptional(),
  }),
]);
export type KeptPart = z.infer<typeof partSchema>;
export type KeptUnit = Omit<Unit, 'parts'> & { readonly parts: readonly KeptPart[] };
export const unitSchema: z.ZodType<KeptUnit> = z.object({
  id: unitIdSchema,
  file: z.string(),
  name: z.string(),
  translate: z.boolean(),
  canResegment: z.boolean(),
  sourceDirection: z.enum(UNIT_DIRECTIONS).exactOptional(),
  targetDirection: z.enum(UNIT_DIRECTIONS).exactOptional(),
  notes: z.array(noteSchema),
  limits: z.array(limitSchema).exactOptional(),
  rules: z.array(ruleSchema).exactOptional(),
  parts: z.array(partSchema),
});

/** Of a unit, only the directions that its file gives. */
export const directionsSchema: z.ZodType<Pick<Unit, 'sourceDirection' | 'targetDirection'>> = z.object({
  sourceDirection: z.enum(UNIT_DIRECTIONS).exactOptional(),
  targetDirection: z.enum(UNIT_DIRECTIONS).exactOptional(),
});

const blockSchema: z.ZodType<Block> = z.lazy(() => {
  const cells = z.array(unitIdSchema.nullable());
  const blocks = z.array(blockSchema);
  return z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('heading'),
      level: z.literal([1, 2, 3, 4, 5, 6]),
      unit: unitIdSchema,
    }),
    z.object({ kind: z.literal('paragraph'), unit: unitIdSchema }),
    z.object({ kind: z.literal('quote'), blocks }),
    z.object({ kind: z.literal('list'), ordered: z.boolean(), start: z.number(), items: z.array(blocks) }),
    z.object({
      kind: z.literal('table'),
      align: z.array(z.enum(['left', 'right', 'center']).nullable()),
      header: cells,
      rows: z.array(cells),
    }),
    z.object({ kind: z.literal('code'), text: z.string(), language: z.string() }),
    z.object({ kind: z.literal('rule') }),
    z.object({ kind: z.literal('footnote'), label: z.string(), blocks }),
    z.object({ kind: z.literal('metadata'), name: z.string(), unit: unitIdSchema }),
  ]);
});
export const outlineSchema = z.array(blockSchema);

export const skeletonSchema = z.object({
  format: z.string(),
  fileName: z.string(),
  ranges: z.array(z.tuple([unitIdSchema, z.array(z.number())])),
  outline: outlineSchema,
  hrefs: z.array(z.tuple([z.string(), z.string()])),
});

const heldSchema = z.object({ segment: z.number(), language: languageSchema, version: z.number() });
/** What undoing a change of segmentation needs; sources and words are those of the first segment. */
export const resegmentationSchema = z.object({
  /** JSON of the unit before. */
  unit: z.string(),
  first: z.object({ source: z.string(), words: z.number() }),
  /** The newest versions before and after. */
  before: z.array(heldSchema),
  after: z.array(heldSchema),
  /** Notes that went from the second segment to the first. */
  notes: z.array(z.number()),
});
export type KeptResegmentation = z.infer<typeof resegmentationSchema>;

/** Writes a value as a JSON column. Throws where the value is not of the shape. */
export function writeJson<T>(schema: z.ZodType<T>, value: T): string {
  return JSON.stringify(schema.parse(value));
}

/** Reads a JSON column. Throws where the database holds something else: that is a bug or a broken disk. */
export function readJson<T>(schema: z.ZodType<T>, text: string): T {
  return schema.parse(JSON.parse(text));
}
