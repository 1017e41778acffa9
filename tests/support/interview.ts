/** The sample interview on its way to a translation program and back, all by the command line. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot, recto } from './cli.ts';

const partSchema = z.union([
  z.string(),
  z.object({ code: z.string(), id: z.string(), equiv: z.string(), text: z.string() }),
]);
const contentSchema = z.array(partSchema);
export type Part = z.infer<typeof partSchema>;

const inspectionSchema = z.object({
  variant: z.string(),
  units: z.array(
    z.object({
      id: z.string(),
      notes: z.array(z.object({ text: z.string() })),
      segments: z.array(
        z.object({
          id: z.string(),
          state: z.string(),
          source: contentSchema,
          target: contentSchema.nullable(),
        }),
      ),
    }),
  ),
});
export type Inspection = z.infer<typeof inspectionSchema>;
export type InspectedSegment = Inspection['units'][number]['segments'][number];

const receiptSchema = z.object({
  rows: z.array(
    z.object({
      change: z.string(),
      unit: z.string(),
      segment: z.string(),
      source: z.array(z.unknown()),
      theirs: z.array(z.unknown()).nullable(),
      theirState: z.string().nullable(),
      problems: z.array(z.object({ code: z.string() })),
    }),
  ),
  counts: z.record(z.string(), z.number()),
});
export type Receipt = z.infer<typeof receiptSchema>;

export type TargetLanguage = 'fa' | 'my';

export const interview = join(projectRoot, 'source/interview/interview.md');

export function inspect(file: string): Inspection {
  return inspectionSchema.parse(JSON.parse(recto(['inspect', file, '--json']).stdout));
}

export function segmentsOf({ units }: Inspection): readonly InspectedSegment[] {
  return units.flatMap((unit) => unit.segments);
}

/** Our own translation, segment by segment in the order of the text. */
export function translation(language: TargetLanguage): readonly InspectedSegment[] {
  const known = translations.get(language) ?? segmentsOf(inspect(translatedFile(language)));
  translations.set(language, known);
  return known;
}

const translations = new Map<TargetLanguage, readonly InspectedSegment[]>();

export function translatedFile(language: TargetLanguage): string {
  return join(projectRoot, `source/interview/interview.${language}.xlf`);
}

/** The interview as a profile makes it, with those of our translations that `chosen` wants (by position). */
export function send(
  profile: string,
  language: TargetLanguage,
  file: string,
  chosen: (index: number) => boolean = () => false,
): void {
  recto(['extract', interview, '--target-language', language, '--for', profile, '-o', file]);
  const known = translation(language);
  if (!known.some((_, index) => chosen(index))) return;
  let at = 0;
  const targets = inspect(file).units.map((unit) => [
    unit.id,
    unit.segments.map(() => {
      const index = at++;
      return chosen(index) ? { target: known[index]?.target, state: 'translated' } : {};
    }),
  ]);
  const json = `${file}.json`;
  writeFileSync(json, JSON.stringify(Object.fromEntries(targets)));
  const { status, stderr } = recto(['apply', file, '--targets', json, '-o', file]);
  if (status !== 0) throw new Error(stderr);
}

export function compare(sent: string, back: string): Receipt {
  return receiptSchema.parse(JSON.parse(recto(['compare', sent, back, '--json']).stdout));
}

export function merged(file: string): string {
  return recto(['merge', file]).stdout;
}

export function originalText(): string {
  return readFileSync(interview, 'utf8');
}

/** What nobody may change: ids, sources and notes of a file. */
export function fixedParts({ units }: Inspection): unknown {
  return units.map(({ id, notes, segments }) => ({
    id,
    notes,
    segments: segments.map((segment) => ({ id: segment.id, source: segment.source })),
  }));
}

/** Without `code` and the like: text and codes' ids, to compare contents across files. */
export function plain(content: readonly unknown[] | null | undefined): unknown {
  return content?.map((part) => (typeof part === 'string' ? part : idOf(part))) ?? null;
}

function idOf(part: unknown): string {
  const code = z.object({ code: z.string(), id: z.string() }).parse(part);
  return `<${code.code} ${code.id}>`;
}
