/** A TU as rows: what is in columns, and the rest as JSON that leaves out what nobody said. */
import { z } from 'zod';
import { TU_KINDS, type Tu, type TuProperty, type Tuv } from '../../../core/memory/tu.ts';
import { codeKey, normalizeContent, type Content } from '../../../core/text/content.ts';
import { languageSchema, writeJson } from '../kept-json.ts';
import { hashOf } from '../../../core/text/hash.ts';

const propertySchema: z.ZodType<TuProperty> = z.object({
  type: z.string(),
  text: z.string(),
  language: languageSchema.exactOptional(),
});

/** All but the variants and `changedAt`. */
export const tuDataSchema = z.object({
  kind: z.enum(TU_KINDS).default('human'),
  context: z
    .object({
      previous: z.string().nullable().default(null),
      next: z.string().nullable().default(null),
      id: z.string().nullable().default(null),
    })
    .default({ previous: null, next: null, id: null }),
  document: z.string().default(''),
  createdBy: z.string().default(''),
  changedBy: z.string().default(''),
  createdAt: z.number().nullable().default(null),
  tuid: z.string().default(''),
  notes: z.array(z.string()).default([]),
  properties: z.array(propertySchema).default([]),
});

const propertiesSchema = z.array(propertySchema);

/** JSON of what is said. */
export function writeTuData(tu: Tu): string {
  const { context } = tu;
  const said: Record<string, unknown> = {};
  if (tu.kind !== 'human') said['kind'] = tu.kind;
  const around = Object.entries({ previous: context.previous, next: context.next, id: context.id });
  const known = around.filter(([, text]) => text !== null);
  if (known.length > 0) said['context'] = Object.fromEntries(known);
  const { document, createdBy, changedBy, tuid } = tu;
  for (const [name, text] of Object.entries({ document, createdBy, changedBy, tuid })) {
    if (text !== '') said[name] = text;
  }
  if (tu.createdAt !== null) said['createdAt'] = tu.createdAt;
  if (tu.notes.length > 0) said['notes'] = tu.notes;
  if (tu.properties.length > 0) {
    said['properties'] = JSON.parse(writeJson(propertiesSchema, [...tu.properties]));
  }
  return JSON.stringify(said);
}

/** Tells TUs apart: those with the same identity are merged. */
export function identityOf({ variants, context }: Pick<Tu, 'variants' | 'context'>): string {
  const sorted = variants.map(identityOfTuv).sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
  return JSON.stringify([sorted, context.previous, context.next, context.id]);
}

/**
 * The place that a TU is of, where its context says one: first variant, languages and context. One that is newer at the
 * same place is a correction. null where nothing is known of the place.
 */
export function placeOf({ variants, context }: Pick<Tu, 'variants' | 'context'>): string | null {
  const { previous, next, id } = context;
  const [first, ...others] = variants;
  if (first === undefined || (previous === null && next === null && id === null)) return null;
  return JSON.stringify([
    identityOfTuv(first),
    others.map(({ language }) => language).sort(),
    previous,
    next,
    id,
  ]);
}

export function placeHashOf(tu: Pick<Tu, 'variants' | 'context'>): number | null {
  const place = placeOf(tu);
  return place === null ? null : hashOf(place);
}

/** Texts before and after, hashed; null where neither is known. */
export function contextHashOf({ previous, next }: Tu['context']): number | null {
  return previous === null && next === null ? null : hashOf(JSON.stringify([previous, next]));
}

export function unitHashOf({ id }: Tu['context']): number | null {
  return id === null ? null : hashOf(id);
}

/** Equal where the keys are. */
export function keyHashOf(words: readonly string[]): number {
  return hashOf(words.join('\n'));
}

/** Of the text in NFC, each code being a place and nothing more, since another tool may have written it otherwise. */
export function textHashOf(content: Content): number {
  return hashOf(
    content
      .map((part) => (typeof part === 'string' ? part : '\uFFFC'))
      .join('')
      .normalize('NFC'),
  );
}

export function identityOfTuv({ language, content }: Tuv): readonly string[] {
  const parts = normalizeContent(content).map((part) =>
    typeof part === 'string' ? `t${part}` : codeKey(part),
  );
  return [language, ...parts];
}
