/**
 * TMX as a stream: each `tu` is cut out, decoded and read on its own, so that the size of the file costs no memory and
 * what is wrong in one `tu` is said with its place and keeps out no other.
 */
import { isUtf8 } from 'node:buffer';
import { problem, type Place, type Problem } from '../../core/problem.ts';
import type { TuEvent } from '../memory-format.ts';
import { firstInvalid } from '../shared/xml/byte-text.ts';
import { readTree } from '../shared/xml/element.ts';
import { XmlScanner } from '../shared/xml/scanner.ts';
import { Utf8Stream } from '../shared/xml/utf8-stream.ts';
import { TmxCutter, type Cut } from './cutter.ts';
import { NO_HEADER, readHeader, type TmxHeader } from './header.ts';
import { readTu } from './unit.ts';

/** Bytes that are looked at together. */
const PIECE = 1 << 18;

/** Every `tu` that can be read, in order, and what is wrong with the others. */
export async function* readTus(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TuEvent> {
  const reader = new TmxReader();
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += PIECE) yield* reader.push(chunk.subarray(at, at + PIECE));
  }
  yield* reader.end();
}

/** The same for a file that is there as a whole. */
export function* readWholeTus(bytes: Uint8Array): Generator<TuEvent> {
  const reader = new TmxReader();
  for (let at = 0; at < bytes.length; at += PIECE) yield* reader.push(bytes.subarray(at, at + PIECE));
  yield* reader.end();
}

class TmxReader {
  readonly #stream = new Utf8Stream();
  readonly #cutter = new TmxCutter();
  #header: TmxHeader = NO_HEADER;
  #isEmpty = true;
  #warned = 0;
  #stopped = false;

  *push(bytes: Uint8Array): Generator<TuEvent> {
    if (bytes.length > 0) this.#isEmpty = false;
    yield* this.#take(this.#stream.push(bytes));
  }

  *end(): Generator<TuEvent> {
    if (this.#isEmpty) yield { kind: 'problem', problem: problem('file-empty') };
    else {
      yield* this.#take(this.#stream.end());
      if (!this.#stopped) for (const cut of this.#cutter.end()) yield* this.#read(cut);
    }
  }

  *#take(utf8: Buffer): Generator<TuEvent> {
    if (this.#stopped) return;
    const { failure, warnings } = this.#stream;
    for (const warning of warnings.slice(this.#warned)) yield { kind: 'problem', problem: warning };
    this.#warned = warnings.length;
    if (failure === null) for (const cut of this.#cutter.push(utf8)) yield* this.#read(cut);
    else {
      this.#stopped = true;
      yield { kind: 'problem', problem: failure };
    }
  }

  *#read(cut: Cut): Generator<TuEvent> {
    if (cut.kind === 'refused' || cut.kind === 'problem') yield cut;
    else if (cut.kind === 'header') {
      const header = readHeader(cut.bytes.toString('utf8'));
      this.#header = header ?? NO_HEADER;
      if (header === null) yield { kind: 'problem', problem: problem('tmx-header-unreadable', cut.place) };
    } else yield* readCut(cut.bytes, cut.place, this.#header);
  }
}

function* readCut(bytes: Buffer, place: Place, header: TmxHeader): Generator<TuEvent> {
  if (!isUtf8(bytes)) {
    const at = firstInvalid(bytes);
    const before = bytes.toString('utf8', 0, at);
    const lines = before.split(/\r\n|\r|\n/);
    const found = { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
    yield { kind: 'refused', problem: problem('memory-bytes-invalid', within(place, found)) };
    return;
  }
  const text = bytes.toString('utf8');
  const scanner = new XmlScanner(text);
  const element = readTree(scanner);
  if (element === null) {
    const why = scanner.failure ?? problem('xml-malformed', null, { reason: '' });
    yield { kind: 'refused', problem: moved(why, place) };
    return;
  }
  const { tus, problems } = readTu(element, text, header, place);
  for (const each of problems) yield { kind: 'problem', problem: each };
  if (tus.length === 0) yield { kind: 'refused', problem: problem('tu-one-language', place) };
  for (const tu of tus) yield { kind: 'tu', tu, place, size: bytes.length };
}

/** A place in a part of the file, as a place in the file. */
function within(part: Place, place: Place): Place {
  const { line = 1, column = 1 } = place;
  const [partLine, partColumn] = [part.line ?? 1, part.column ?? 1];
  return { line: partLine + line - 1, column: line === 1 ? partColumn + column - 1 : column };
}

function moved(why: Problem, part: Place): Problem {
  return { ...why, place: within(part, why.place ?? {}) };
}
