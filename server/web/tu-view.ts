/** A TU of a memory as pages list it: its texts with what was looked for marked, and what is known of it. */
import { directionOf, type Direction } from '../core/text/language.ts';
import type { Span } from '../core/text/find.ts';
import type { Content } from '../core/text/content.ts';
import { piecesOfPart, runsIn } from '../core/text/line-pieces.ts';
import type { Tuv } from '../core/memory/tu.ts';
import type { MemoryId, TuId } from '../store/ids.ts';
import type { StoredTu } from '../store/memory-store.ts';
import { codePiece, type CodePiece, type TextPiece } from './content-view.ts';
import type { Ui } from './ui.ts';

/** `found` is what was looked for. */
export type MarkedPiece = TextPiece<'text' | 'found'> | CodePiece;

export interface TuvView {
  readonly language: string;
  readonly languageName: string;
  readonly direction: 'ltr' | 'rtl';
  readonly pieces: readonly MarkedPiece[];
}

export interface TuView {
  readonly id: TuId;
  readonly href: string;
  readonly texts: readonly TuvView[];
  readonly facts: string;
}

export interface MarkedTuv {
  readonly tuv: Tuv;
  /** In its plain text, in order. */
  readonly spans: readonly Span[];
}

export function tuHref(memory: MemoryId, id: TuId): string {
  return `/memories/${memory}/units/${id}`;
}

export function tuView(ui: Ui, tu: StoredTu, texts: readonly MarkedTuv[]): TuView {
  return {
    id: tu.id,
    href: tuHref(tu.memory, tu.id),
    texts: texts.map(({ tuv, spans }) => tuvView(ui, tuv, spans)),
    facts: ui.facts(tuFacts(ui, tu)),
  };
}

export function tuvView(ui: Ui, { language, content }: Tuv, spans: readonly Span[]): TuvView {
  return {
    language,
    languageName: ui.languageName(language),
    direction: directionOf(language),
    pieces: markedPieces(content, spans, directionOf(language)),
  };
}

/** By whom, when, of which document. */
export function tuFacts(ui: Ui, tu: StoredTu): readonly string[] {
  const at = tu.changedAt ?? tu.createdAt;
  return [
    tu.kind === 'human' ? '' : ui.t(`memory:kind-${tu.kind}`),
    tu.document,
    tu.changedBy === '' ? tu.createdBy : tu.changedBy,
    at === null ? '' : ui.dateTime(at),
  ].filter((fact) => fact !== '');
}

/** Spans are of the plain text, in which codes have no place. */
function markedPieces(
  content: Content,
  spans: readonly Span[],
  direction: Direction,
): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const part of content) {
    if (typeof part !== 'string') {
      pieces.push(codePiece(part));
      continue;
    }
    const end = at + part.length;
    const runs = runsIn(part, direction);
    const cuts = spans.filter((span) => span.end > at && span.start < end);
    let from = at;
    const add = (kind: 'text' | 'found', to: number): void => {
      if (to > from) pieces.push({ kind, lines: piecesOfPart(part, runs, from - at, to - at) });
      from = Math.max(from, to);
    };
    for (const span of cuts) {
      add('text', Math.max(span.start, at));
      add('found', Math.min(span.end, end));
    }
    add('text', end);
    at = end;
  }
  return pieces;
}
