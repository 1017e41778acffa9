/**
 * OmegaT, the real program: our interview goes in as the profile for it makes it, is translated there from a
 * translation memory, inline codes included, comes back, and nothing is lost. XLIFF 2 goes through it unharmed.
 */
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { TOOL_TIMEOUT } from '../support/cat-tool.ts';
import { scratchFolder } from '../support/cli.ts';
import {
  compare,
  fixedParts,
  inspect,
  merged,
  plain,
  send,
  translatedFile,
  translation,
  type Part,
  type TargetLanguage,
} from '../support/interview.ts';
import { hasOmegat, translateInOmegat, writeOmegatProject } from '../support/omegat.ts';

const scratch = scratchFolder();
afterAll(() => {
  scratch.remove();
});

/** OmegaT keeps what stands at a segment's edges but is no text out of its memory. */
function core(content: readonly Part[]): readonly Part[] {
  const first = content.findIndex((part) => typeof part === 'string');
  const last = content.findLastIndex((part) => typeof part === 'string');
  return content.slice(first, last + 1);
}

/** Inline codes as OmegaT writes them: numbered in the order of the source, pairs alike. */
function withTags(content: readonly Part[], numbers: ReadonlyMap<string, number>): string {
  const text = content.map((part) => {
    if (typeof part === 'string') return part;
    const name = `f${numbers.get(part.id)}`;
    return part.code === 'open' ? `<${name}>` : part.code === 'close' ? `</${name}>` : `<${name}/>`;
  });
  return text.join('').trim();
}

/** Entries for both numberings: with and without those codes that stand at the edges. */
function memoryOf(language: TargetLanguage): readonly (readonly [string, string])[] {
  return translation(language).flatMap(({ source, target }) => {
    const inner = core(source);
    const starts = new Set([0, source.indexOf(inner[0] ?? '')]);
    return [...starts].map((start): readonly [string, string] => {
      const ids = [...new Set(inner.flatMap((part) => (typeof part === 'string' ? [] : [part.id])))];
      const numbers = new Map(ids.map((id, index) => [id, index + start]));
      return [withTags(inner, numbers), withTags(core(target ?? []), numbers)];
    });
  });
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function writeMemory(path: string, language: TargetLanguage): void {
  const units = memoryOf(language)
    .map(
      ([source, target]) =>
        `<tu><tuv lang="en"><seg>${escape(source)}</seg></tuv><tuv lang="${language}"><seg>${escape(target)}</seg></tuv></tu>`,
    )
    .join('');
  writeFileSync(
    path,
    `<?xml version="1.0" encoding="UTF-8"?><tmx version="1.1"><header creationtool="recto" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/><body>${units}</body></tmx>`,
  );
}

describe.each(['fa', 'my'] as const)('OmegaT, into %s', (language) => {
  it(
    'translates every segment of our XLIFF 1.2 and gives all of them back',
    async () => {
      if (!hasOmegat()) return;
      const folder = scratch.path(language);
      writeOmegatProject(folder, language);
      writeMemory(join(folder, 'tm/auto/memory.tmx'), language);
      const sent = join(folder, 'source/interview.xlf');
      send('omegat', language, sent);
      // Beside it two of XLIFF 2, to go through: ours with its translation, and one still to be translated.
      copyFileSync(translatedFile(language), join(folder, 'source/translated.xlf'));
      send('xliff-2.2', language, join(folder, 'source/untranslated.xlf'));
      await translateInOmegat(folder, scratch);

      const back = join(folder, 'target/interview.xlf');
      expect(fixedParts(inspect(back))).toEqual(fixedParts(inspect(sent)));
      const { rows, counts } = compare(sent, back);
      const known = translation(language);
      expect(rows).toHaveLength(known.length);
      rows.forEach(({ theirs, problems }, index) => {
        const { source, target } = known[index]!;
        // A translation that is the source over again (an address) counts as none: OmegaT leaves the state as it was.
        const repeated = JSON.stringify(plain(source)) === JSON.stringify(plain(target));
        expect(plain(theirs)).toEqual(repeated ? null : plain(target));
        expect(problems).toEqual([]);
      });
      const translated = rows.filter(({ theirs }) => theirs !== null);
      expect(translated.length).toBeGreaterThan(60);
      expect(counts).toMatchObject({ added: translated.length, lost: 0, 'source-differs': 0, unknown: 0 });
      expect(merged(back)).toBe(merged(translatedFile(language)));

      for (const name of ['translated', 'untranslated']) {
        const [before = '', after = ''] = ['source', 'target'].map((side) =>
          join(folder, side, `${name}.xlf`),
        );
        expect(inspect(after)).toEqual(inspect(before));
      }
    },
    TOOL_TIMEOUT,
  );
});
