/**
 * OmegaT, the real program, driven by a memory that we export: the translated interview goes into TMX, the interview
 * without its translation into a project, and OmegaT translates it from that memory, inline codes included. The
 * Translate Toolkit reads the same memory.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Tu } from '../../server/core/memory/tu.ts';
import type { Content } from '../../server/core/text/content.ts';
import { tmxMemory } from '../../server/formats/tmx/index.ts';
import { readTusOf } from '../../server/usecases/read-tus.ts';
import { hasTool, runQuick, TOOL_TIMEOUT } from '../support/cat-tool.ts';
import { scratchFolder } from '../support/cli.ts';
import {
  inspect,
  plain,
  segmentsOf,
  send,
  translatedFile,
  translation,
  type Part,
  type TargetLanguage,
} from '../support/interview.ts';
import { hasOmegat, translateInOmegat, writeOmegatProject } from '../support/omegat.ts';
import { inChunks } from '../support/tus.ts';
import { openUsecases } from '../support/workbench.ts';

const scratch = scratchFolder();
afterAll(() => {
  scratch.remove();
});

/** Whether no code stands at an edge of it. */
function isInner(content: readonly Part[]): boolean {
  return typeof content[0] === 'string' && typeof content.at(-1) === 'string';
}

/** The translated interview as TUs, as `recto tm import` reads it. */
async function memoryOf(language: TargetLanguage): Promise<readonly Tu[]> {
  const deps = await openUsecases();
  try {
    const options = { fileName: 'interview.xlf', sourceLanguage: null, targetLanguage: null };
    const chunks = inChunks(readFileSync(translatedFile(language)));
    const tus: Tu[] = [];
    for await (const event of readTusOf(deps, chunks, options)) if (event.kind === 'tu') tus.push(event.tu);
    return tus;
  } finally {
    await deps.store.close();
  }
}

/** As the toolkit shows a segment: what codes hold is text. */
function shownByToolkit(content: Content): string {
  return content.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

/** Through our writer, to a file. */
async function writeMemory(tus: readonly Tu[], path: string): Promise<void> {
  async function* stream(): AsyncGenerator<Tu> {
    await Promise.resolve();
    yield* tus;
  }
  const report = (): void => undefined;
  const options = { sourceLanguage: null, date: Date.now(), version: '1', report };
  const parts: Uint8Array[] = [];
  for await (const part of tmxMemory.writeTus?.(stream(), options) ?? []) parts.push(part);
  writeFileSync(path, Buffer.concat(parts));
}

/** Tags of a memory of another tool are shown, and stand alone with a slash, as in OmegaT's own segments. */
function writePreferences(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const shown = '<ext_tmx_show_level2>true</ext_tmx_show_level2><ext_tmx_use_slash>true</ext_tmx_use_slash>';
  writeFileSync(
    join(folder, 'omegat.prefs'),
    `<?xml version="1.0" encoding="UTF-8" ?><omegat><preference version="1.0">${shown}</preference></omegat>`,
  );
}

describe.each(['fa', 'my'] as const)('our memory, into %s', (language) => {
  it(
    'drives OmegaT, inline codes included',
    async () => {
      if (!hasOmegat()) return;
      const folder = scratch.path(language);
      writeOmegatProject(folder, language);
      writePreferences(scratch.path('config'));
      send('omegat', language, join(folder, 'source/interview.xlf'));
      await writeMemory(await memoryOf(language), join(folder, 'tm/auto/memory.tmx'));
      await translateInOmegat(folder, scratch);
      const back = segmentsOf(inspect(join(folder, 'target/interview.xlf')));
      const known = translation(language);
      expect(back).toHaveLength(known.length);
      // OmegaT takes codes at a segment's edges out of it, which then is another text than the memory's.
      const inner = known.flatMap((segment, index) =>
        isInner(segment.source) ? [{ ...segment, index }] : [],
      );
      expect(inner.length).toBeGreaterThan(40);
      expect(inner.some(({ source }) => source.some((part) => typeof part !== 'string'))).toBe(true);
      for (const { source, target, index } of inner) {
        // A translation that is the source over again (an address) counts as none.
        const repeated = JSON.stringify(plain(source)) === JSON.stringify(plain(target));
        expect(plain(back[index]?.target ?? null)).toEqual(repeated ? null : plain(target));
      }
    },
    TOOL_TIMEOUT,
  );

  it(
    'is read by the Translate Toolkit',
    async () => {
      if (!hasTool({ 'translate-toolkit': '/usr/bin/pretranslate', python3: '/usr/bin/python3' })) return;
      const file = scratch.path(`${language}.tmx`);
      const tus = await memoryOf(language);
      await writeMemory(tus, file);
      const program =
        'import json, sys\nfrom translate.storage.tmx import tmxfile\n' +
        `tmx = tmxfile(open(sys.argv[1], "rb"), "en", ${JSON.stringify(language)})\n` +
        'print(json.dumps([[unit.source, unit.target] for unit in tmx.units]))';
      const { status, output } = runQuick('/usr/bin/python3', ['-c', program, file], scratch.path('home'));
      expect(status, output).toBe(0);
      const read = z.array(z.tuple([z.string(), z.string()])).parse(JSON.parse(output));
      expect(read).toHaveLength(tus.length);
      const whole = tus.map(({ variants }) => variants.map(({ content }) => shownByToolkit(content)));
      expect(read).toEqual(whole);
    },
    TOOL_TIMEOUT,
  );
});
