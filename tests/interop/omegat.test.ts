/**
 * OmegaT, the real program: our interview goes in as XLIFF 1.2, is translated there from a translation memory, comes
 * back, and nothing is lost. Segments with inline codes are left to people: its memory spells codes its own way.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectRoot, recto, scratchFolder } from '../support/cli.ts';

const OMEGAT = '/usr/bin/omegat';

function hasOmegat(): boolean {
  if (existsSync(OMEGAT)) return true;
  const reason = 'skipped: OmegaT is not installed (Debian package omegat)';
  if (process.env['CI'] !== undefined) throw new Error(reason);
  console.warn(reason);
  return false;
}

const segmentSchema = z.object({
  id: z.string(),
  state: z.string(),
  source: z.array(z.unknown()),
  target: z.array(z.unknown()).nullable(),
});
const inspectionSchema = z.object({
  units: z.array(z.object({ id: z.string(), segments: z.array(segmentSchema) })),
});

const scratch = scratchFolder();
afterAll(() => {
  scratch.remove();
});

function segmentsOf(file: string): readonly z.infer<typeof segmentSchema>[] {
  const { units } = inspectionSchema.parse(JSON.parse(recto(['inspect', file, '--json']).stdout));
  return units.flatMap((unit) =>
    unit.segments.map((segment) => ({ ...segment, id: `${unit.id} ${segment.id}` })),
  );
}

/** Source and target of the segments that hold nothing but text. */
function plainPairs(): readonly (readonly [string, string])[] {
  return segmentsOf('source/interview/interview.fa.xlf').flatMap(({ source, target }) => {
    const [from, to] = [source[0], target?.[0]];
    const plain = source.length === 1 && target?.length === 1;
    return plain && typeof from === 'string' && typeof to === 'string' ? [[from, to] as const] : [];
  });
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function writeProject(folder: string, pairs: readonly (readonly [string, string])[]): void {
  for (const name of ['source', 'target', 'omegat', 'tm/auto', 'glossary', 'dictionary']) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  const folders = ['source', 'target', 'tm', 'glossary', 'dictionary']
    .map((name) => `<${name}_dir>__DEFAULT__</${name}_dir>`)
    .join('');
  writeFileSync(
    join(folder, 'omegat.project'),
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><omegat><project version="1.0">${folders}<source_lang>en</source_lang><target_lang>fa</target_lang><sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations><remove_tags>false</remove_tags></project></omegat>`,
  );
  const units = pairs
    .map(
      ([source, target]) =>
        `<tu><tuv lang="en"><seg>${escape(source)}</seg></tuv><tuv lang="fa"><seg>${escape(target)}</seg></tuv></tu>`,
    )
    .join('');
  writeFileSync(
    join(folder, 'tm/auto/fa.tmx'),
    `<?xml version="1.0" encoding="UTF-8"?><tmx version="1.1"><header creationtool="recto" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/><body>${units}</body></tmx>`,
  );
}

describe('OmegaT', () => {
  it('translates our XLIFF 1.2 and gives every segment back', () => {
    if (!hasOmegat()) return;
    const folder = scratch.path('project');
    const pairs = plainPairs();
    writeProject(folder, pairs);
    const sent = join(folder, 'source/interview.xlf');
    const interview = join(projectRoot, 'source/interview/interview.md');
    recto(['extract', interview, '--target-language', 'fa', '--xliff', '1.2', '-o', sent]);
    const run = spawnSync(
      OMEGAT,
      [
        folder,
        ...['--mode=console-translate', '--quiet', '--no-team', '--disable-project-locking'],
        `--config-dir=${scratch.path('config')}`,
      ],
      { encoding: 'utf8', env: { ...process.env, HOME: scratch.path('') } },
    );
    expect(run.status, run.stdout + run.stderr).toBe(0);

    const back = join(folder, 'target/interview.xlf');
    const before = segmentsOf(sent);
    const after = segmentsOf(back);
    const memory = new Map(pairs);
    expect(after.map(({ id, source }) => ({ id, source }))).toEqual(
      before.map(({ id, source }) => ({ id, source })),
    );
    const translated = after.filter(({ target }) => target !== null);
    // Those whose translation is the source itself (an address) count as untranslated.
    const expected = before.filter(
      ({ source }) => source.length === 1 && memory.get(String(source[0])) !== source[0],
    );
    expect(expected.length).toBeGreaterThan(40);
    expect(translated.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    for (const { source, target } of translated) expect(target).toEqual([memory.get(String(source[0]))]);

    const { counts } = z
      .object({ counts: z.record(z.string(), z.number()) })
      .parse(JSON.parse(recto(['compare', sent, back, '--json']).stdout));
    expect(counts).toMatchObject({ added: translated.length, lost: 0, 'source-differs': 0, unknown: 0 });

    const merged = recto(['merge', back]).stdout;
    expect(merged).toContain('کارگری');
    expect(merged.split('\n\n').length).toBe(readFileSync(interview, 'utf8').split('\n\n').length - 3);
  });
});
