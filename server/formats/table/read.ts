/** A table as TUs: one a row, a variant a column. Read as a stream; a row without text in two languages is left out. */
import { NO_CONTEXT, PLAIN_TU, type Tu } from '../../core/memory/tu.ts';
import { namesSeparator } from '../../core/text/csv.ts';
import { problem, type Place, type Problem } from '../../core/problem.ts';
import type { TuEvent, TuReadOptions } from '../memory-format.ts';
import { Utf8Stream } from '../shared/xml/utf8-stream.ts';
import { columnsOf, type Columns } from './columns.ts';
import { findSeparator, takeRecord, type Separator } from './records.ts';

/** Characters of a row; a quotation mark whose fellow is farther off was never closed. */
const LONGEST = 1 << 20;

/** Stands for bytes that belong to no character. */
const REPLACEMENT = '\ufffd';

export async function* readTable(
  chunks: AsyncIterable<Uint8Array>,
  options: TuReadOptions,
): AsyncGenerator<TuEvent> {
  const stream = new Utf8Stream();
  const decoder = new TextDecoder('utf-8');
  const reader = new TableReader(options);
  for await (const chunk of chunks) {
    yield* reader.push(decoder.decode(stream.push(chunk), { stream: true }), false);
    if (reader.isStopped || stream.failure !== null) break;
  }
  if (stream.failure === null) yield* reader.push(decoder.decode(stream.end()), true);
  else yield { kind: 'problem', problem: stream.failure };
}

class TableReader {
  isStopped = false;
  readonly #options: TuReadOptions;
  #text = '';
  #line = 1;
  #separator: Separator | null = null;
  #columns: Columns | null = null;

  constructor(options: TuReadOptions) {
    this.#options = options;
  }

  *push(text: string, isLast: boolean): Generator<TuEvent> {
    this.#text += text;
    if (this.isStopped || (this.#text === '' && !isLast)) return;
    this.#separator ??= findSeparator(this.#text);
    let at = 0;
    for (;;) {
      const taken = takeRecord(this.#text, at, this.#separator, isLast);
      const isEndless = taken.kind === 'more' && this.#text.length - at > LONGEST;
      if (taken.kind === 'open' || isEndless) {
        this.isStopped = true;
        yield { kind: 'problem', problem: this.#whyEndless(at) };
      }
      if (taken.kind !== 'record') break;
      yield* this.#record(taken.fields, taken.end - at);
      if (this.#stopped()) break;
      this.#line += lineEnds(this.#text.slice(at, taken.end));
      at = taken.end;
    }
    this.#text = this.#text.slice(at);
  }

  /** A quotation mark that is never closed, or a row that no table has. */
  #whyEndless(at: number): Problem {
    const whole = this.#separator === null ? null : takeRecord(this.#text, at, this.#separator, true);
    if (whole?.kind === 'open') return problem('table-quote-open', this.#placeOf(at, whole.at));
    const size = this.#text.length - at;
    return problem('text-too-long', this.#placeOf(at, at), { limit: LONGEST, size });
  }

  #stopped(): boolean {
    return this.isStopped;
  }

  #placeOf(record: number, at: number): Place {
    const before = this.#text.slice(record, at);
    const line = this.#line + lineEnds(before);
    return { line, column: before.length - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) };
  }

  *#record(fields: readonly string[], length: number): Generator<TuEvent> {
    if (fields.every((field) => field.trim() === '')) return;
    const place = { line: this.#line, column: 1 };
    if (this.#columns === null) {
      if (namesSeparator(fields)) return;
      this.#columns = columnsOf(fields, this.#options);
      if (this.#columns === null) {
        this.isStopped = true;
        yield { kind: 'problem', problem: problem('memory-languages-missing') };
        return;
      }
      if (this.#columns.hasHeader) return;
    }
    const tu = tuOf(fields, this.#columns);
    if (fields.some((field) => field.includes(REPLACEMENT))) {
      yield { kind: 'refused', problem: problem('memory-bytes-invalid', place) };
    } else if (tu === null) yield { kind: 'refused', problem: problem('table-row-incomplete', place) };
    else yield { kind: 'tu', tu, place, size: length * 2 };
  }
}

function lineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

function tuOf(fields: readonly string[], { languages, id, note }: Columns): Tu | null {
  const variants = languages.flatMap(({ index, language }) => {
    const text = fields[index] ?? '';
    return text.trim() === '' ? [] : [{ language, content: [text] }];
  });
  if (new Set(variants.map(({ language }) => language)).size < 2) return null;
  const noteText = note === null ? '' : (fields[note] ?? '').trim();
  return {
    ...PLAIN_TU,
    variants: variants.filter(
      ({ language }, at) => variants.findIndex((each) => each.language === language) === at,
    ),
    context: { ...NO_CONTEXT, id: (id === null ? '' : (fields[id] ?? '').trim()) || null },
    notes: noteText === '' ? [] : [noteText],
  };
}
