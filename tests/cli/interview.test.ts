/**
 * The whole way of the first real text on the command line: segmented, extracted to each XLIFF version, validated,
 * translated, merged, compared byte for byte outside the ranges that were asked for.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectRoot, recto, scratchFolder } from '../support/cli.ts';
import { hasXmllint, schemaErrors, type SchemaVersion } from '../support/xmllint.ts';

const interview = join(projectRoot, 'source/interview/interview.md');
const original = readFileSync(interview, 'utf8');
const scratch = scratchFolder();
afterAll(() => {
  scratch.remove();
});

const partSchema = z.union([
  z.string(),
  z.object({ code: z.string(), id: z.string(), equiv: z.string(), text: z.string() }),
]);
const inspectionSchema = z.object({
  format: z.string(),
  sourceLanguage: z.string(),
  targetLanguage: z.string().nullable(),
  problems: z.array(z.object({ code: z.string() })),
  units: z.array(
    z.object({
      id: z.string(),
      notes: z.array(z.object({ text: z.string() })),
      segments: z.array(
        z.object({
          id: z.string(),
          state: z.string(),
          source: z.array(partSchema),
          target: z.array(partSchema).nullable(),
        }),
      ),
    }),
  ),
});

function inspect(file: string): z.infer<typeof inspectionSchema> {
  return inspectionSchema.parse(JSON.parse(recto(['inspect', file, '--json']).stdout));
}

describe('recto segment', () => {
  const { stdout, stderr, status } = recto(['segment', interview, '--language', 'en']);
  const lines = stdout.trimEnd().split('\n');

  it('finds every sentence whole, the three that a page break cut among them', () => {
    expect(status).toBe(0);
    expect(lines).toHaveLength(65);
    expect(lines).toContain(
      'I oppose all forms of exploitation and oppression, whether they come from capitalist states, religious regimes, or authoritarian nationalist projects.',
    );
    expect(lines).toContain(
      'The Islamic Republic is not anti-imperialist; it is a capitalist, theocratic, and brutally repressive state that crushes workers, women, minorities, and socialists.',
    );
    expect(lines.some((line) => line.includes('very short period, though the real number'))).toBe(true);
    expect(stderr.match(/markdown-page-break-joined/gu)).toHaveLength(3);
  });

  it('keeps a speaker with what is said, and ends a sentence at its closing quote', () => {
    expect(lines).toContain(
      'Hein Htet Kyaw: Can you explain the current uprisings and protests inside Iran?',
    );
    expect(lines.some((line) => line.endsWith('“Woman, Life, Freedom.”'))).toBe(true);
  });

  it('leaves paragraphs as they are when the repair is switched off', () => {
    const plain = recto(['segment', interview, '--no-repair-page-breaks']);
    expect(plain.stdout.trimEnd().split('\n')).toContain('I oppose all');
  });
});

const VERSIONS: readonly SchemaVersion[] = ['1.2', '2.0', '2.1', '2.2'];

describe.each(VERSIONS)('XLIFF %s of the interview', (version) => {
  const sent = scratch.path(`sent-${version}.xlf`);
  const extracted = recto([
    ...['extract', interview, '--source-language', 'en', '--target-language', 'fa'],
    ...['--xliff', version, '-o', sent],
  ]);
  const before = inspect(sent);
  const targets = Object.fromEntries(
    before.units.map((unit) => [
      unit.id,
      unit.segments.map((segment, index) => ({
        target: segment.source.map((part) => (typeof part === 'string' ? `بند ${unit.id} ${index} ` : part)),
        state: 'translated',
      })),
    ]),
  );
  writeFileSync(scratch.path('targets.json'), JSON.stringify(targets));
  const back = scratch.path(`back-${version}.xlf`);
  const applied = recto(['apply', sent, '--targets', scratch.path('targets.json'), '-o', back]);

  it('is valid, before and after it is translated', () => {
    expect(extracted.status, extracted.stderr).toBe(0);
    expect(applied.status, applied.stderr).toBe(0);
    if (!hasXmllint()) return;
    expect(schemaErrors(version, [readFileSync(sent), readFileSync(back)])).toEqual(['', '']);
  });

  it('holds 65 segments without targets, with the languages and a note for each repair', () => {
    expect(before.units.flatMap((unit) => unit.segments)).toHaveLength(65);
    expect(before.units.every((unit) => unit.segments.every((segment) => segment.target === null))).toBe(
      true,
    );
    expect([before.sourceLanguage, before.targetLanguage]).toEqual(['en', 'fa']);
    expect(before.units.filter((unit) => unit.notes.length > 0)).toHaveLength(3);
  });

  it('gives back the targets as they were set', () => {
    const after = inspect(back);
    for (const unit of after.units) {
      unit.segments.forEach((segment, index) => {
        expect(segment.target).toEqual(targets[unit.id]?.[index]?.target);
        expect(segment.state).toBe('translated');
      });
    }
  });

  it('merges to the identical bytes when nothing is translated', () => {
    expect(recto(['merge', sent]).stdout).toBe(original);
  });

  it('merges with nothing changed but the text', () => {
    const merged = recto(['merge', back]).stdout;
    const skeletonOf = (text: string): string => text.replace(/بند u\d+ \d+ ?/gu, '');
    const kept = skeletonOf(merged);
    expect(merged.match(/بند u/gu)?.length).toBeGreaterThanOrEqual(65);
    expect(kept).not.toMatch(/[A-Za-z]{3,}(?![^<]*>)/u);
    for (const markup of [
      '# ',
      '**',
      '*',
      '<https://libcom.org/article/video-interview-iranian-revolution-2022-milad-resaeimanesh>',
      '  \n',
    ]) {
      expect(kept.split(markup)).toHaveLength(original.split(markup).length);
    }
    expect(merged.split('\n\n')).toHaveLength(original.split('\n\n').length - 3);
  });

  it('falls back as it is told', () => {
    expect(recto(['merge', sent, '--fallback', 'error']).status).toBe(1);
    expect(recto(['merge', sent, '--fallback', 'empty']).stdout).not.toContain('Politburo');
  });
});
