/**
 * How fast texts are cut into segments: ours, Intl.Segmenter and sentencex (WebAssembly), side by side on the same
 * prose, paragraph by paragraph. Best of three runs each; printed in megabytes of UTF-8 a second.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { initSync, segment as segmentWithSentencex } from 'sentencex-wasm';
import { z } from 'zod';
import { parseLanguageTag } from '../../server/core/text/language.ts';
import { segmentText } from '../../server/core/text/segmentation/segmenter.ts';

const corpus = resolve(import.meta.dirname, '../../../shared/corpus');
const BYTES = 6_000_000;
const RUNS = 3;

const PROSE = ['markdown/goldman-anarchism.md', 'markdown/kropotkin-conquest-of-bread.md'];
const pairs = z.array(z.looseObject({ fa: z.string().optional(), my: z.string().optional() }));

/** Prints one line a language; a reason instead where the texts are not beside the project. */
export function benchSegmentation(): void {
  if (!existsSync(corpus)) {
    console.log('segmentation: left out, ../shared/corpus is not beside the project');
    return;
  }
  const wasm = fileURLToPath(import.meta.resolve('sentencex-wasm/sentencex_wasm_bg.wasm'));
  initSync({ module: readFileSync(wasm) });
  console.log('segmentation, MB/s        ours  in one call  Intl.Segmenter  sentencex (wasm)');
  for (const language of ['en', 'fa', 'my']) console.log(lineFor(language, paragraphsOf(language)));
}

function lineFor(language: string, paragraphs: readonly string[]): string {
  const tag = parseLanguageTag(language);
  if (tag === null) throw new Error(`no language tag: ${language}`);
  const intl = new Intl.Segmenter(language, { granularity: 'sentence' });
  const whole = paragraphs.join('\n\n');
  const bytes = Buffer.byteLength(whole);
  const speeds = [
    () => {
      for (const text of paragraphs) segmentText(text, { language: tag });
    },
    () => segmentText(whole, { language: tag }),
    () => {
      for (const text of paragraphs) Array.from(intl.segment(text));
    },
    () => {
      for (const text of paragraphs) segmentWithSentencex(language, text);
    },
  ].map((run) => (bytes / 1_000 / best(run)).toFixed(1));
  const [ours = '', once = '', platform = '', sentencex = ''] = speeds;
  const size = `${language} (${(bytes / 1_000_000).toFixed(1)} MB)`.padEnd(20);
  return `${size}${ours.padStart(10)}${once.padStart(13)}${platform.padStart(16)}${sentencex.padStart(18)}`;
}

/** Milliseconds of the fastest run. */
function best(run: () => unknown): number {
  let fastest = Infinity;
  for (let count = 0; count < RUNS; count += 1) {
    const start = performance.now();
    run();
    fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest;
}

function paragraphsOf(language: string): readonly string[] {
  const once = language === 'en' ? PROSE.flatMap(proseOf) : parallelOf(language === 'fa' ? 'fa' : 'my');
  const result: string[] = [];
  for (let bytes = 0; bytes < BYTES; bytes += Buffer.byteLength(once.join('\n\n'))) result.push(...once);
  return result;
}

function proseOf(file: string): readonly string[] {
  return readFileSync(resolve(corpus, file), 'utf8').split(/\n{2,}/);
}

function parallelOf(language: 'fa' | 'my'): readonly string[] {
  const json: unknown = JSON.parse(
    readFileSync(resolve(corpus, `parallel/udhr-en-${language}.json`), 'utf8'),
  );
  return pairs.parse(json).flatMap((pair) => pair[language] ?? []);
}
