/**
 * The TUs of a file of any format that holds translations: a memory's own formats as streams, a bilingual document
 * (XLIFF and packages of it) as a whole.
 */
import type { Tu } from '../core/memory/tu.ts';
import { hasErrors, problem } from '../core/problem.ts';
import { LONGEST_TEXT } from '../core/text/check-text.ts';
import { textOf } from '../core/text/content.ts';
import { UNDETERMINED } from '../core/text/language.ts';
import { detectFormat, detectMemoryFormat } from '../formats/detect.ts';
import type { TuEvent, TuReadOptions } from '../formats/memory-format.ts';
import type { Dependencies } from './dependencies.ts';
import { tusOf } from './tus-of.ts';

/** Enough to tell the format by. */
const HEAD = 1 << 20;

type ReadDependencies = Pick<Dependencies, 'segmenter' | 'uploadLimit'>;

/** Every TU, and what is wrong with the file. A text longer than a segment can be is a match of none, and refused. */
export async function* readTusOf(
  deps: ReadDependencies,
  chunks: AsyncIterable<Uint8Array>,
  options: TuReadOptions,
): AsyncGenerator<TuEvent> {
  for await (const event of readAll(deps, chunks, options)) {
    const size = event.kind === 'tu' ? longestText(event.tu) : 0;
    if (event.kind !== 'tu' || size <= LONGEST_TEXT) yield event;
    else {
      const why = problem('text-too-long', event.place, { limit: LONGEST_TEXT, size });
      yield { kind: 'refused', problem: why };
    }
  }
}

/** In bytes of UTF-8. */
function longestText({ variants }: Tu): number {
  return Math.max(0, ...variants.map(({ content }) => Buffer.byteLength(textOf(content))));
}

async function* readAll(
  deps: ReadDependencies,
  chunks: AsyncIterable<Uint8Array>,
  options: TuReadOptions,
): AsyncGenerator<TuEvent> {
  const source = chunks[Symbol.asyncIterator]();
  try {
    const head: Uint8Array[] = [];
    for (let size = 0; size < HEAD;) {
      const next = await source.next();
      if (next.done === true) break;
      // A copy: whoever gives the chunks may fill one again.
      head.push(Uint8Array.from(next.value));
      size += next.value.length;
    }
    const start = Buffer.concat(head);
    const format = detectFormat(start, options.fileName);
    if (format?.kind === 'bilingual') yield* readBilingual(deps, start, source, options);
    else {
      const memory = detectMemoryFormat(start, options.fileName);
      if (memory !== null) yield* memory.readTus(following(start, source), options);
      else yield refusal(start, options.fileName);
    }
  } finally {
    await source.return?.();
  }
}

function refusal(head: Uint8Array, file: string): TuEvent {
  const why = head.length === 0 ? problem('file-empty') : problem('memory-format-unknown', null, { file });
  return { kind: 'problem', problem: why };
}

async function* following(head: Uint8Array, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
}

/** A document is read as a whole, up to the largest that may be uploaded. */
async function* readBilingual(
  deps: ReadDependencies,
  head: Uint8Array,
  source: AsyncIterator<Uint8Array>,
  options: TuReadOptions,
): AsyncGenerator<TuEvent> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of following(head, source)) {
    parts.push(Uint8Array.from(part));
    size += part.length;
    if (size <= deps.uploadLimit) continue;
    yield { kind: 'problem', problem: problem('file-too-large', null, { size, limit: deps.uploadLimit }) };
    return;
  }
  const bytes = Buffer.concat(parts);
  const { document, problems } = detectFormat(bytes, options.fileName)?.read(bytes, {
    sourceLanguage: options.sourceLanguage ?? UNDETERMINED,
    segmenter: deps.segmenter,
    granularity: 'sentence',
    switches: {},
    targetLanguages: options.targetLanguage === null ? [] : [options.targetLanguage],
  }) ?? { document: null, problems: [] };
  for (const each of problems) yield { kind: 'problem', problem: each };
  if (document === null || hasErrors(problems)) return;
  yield* tusOf(document, options);
}
