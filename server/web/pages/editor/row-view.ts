/** One segment as a row of the editor page. */
import { codeDetails, codeLabel, codeNumbers } from '../../../core/text/code-labels.ts';
import { codeKey, type Content } from '../../../core/text/content.ts';
import { directionFor } from '../../../core/document/unit-direction.ts';
import { invisiblesIn, type InvisibleKind } from '../../../core/text/invisible.ts';
import type { Direction, LanguageTag } from '../../../core/text/language.ts';
import { nameOfState, type NamedState } from '../../../core/document/state.ts';
import { piecesOfPart, runsIn } from '../../../core/text/line-pieces.ts';
import type { StoredSegment } from '../../../store/segment.ts';
import type { TextPiece } from '../../content-view.ts';
import type { Ui } from '../../ui.ts';

/** A run of text, a character that cannot be seen, or a code as the chip that stands for it. */
export type Piece =
  | TextPiece<'text'>
  | { readonly kind: 'mark'; readonly text: string; readonly label: string; readonly shape: InvisibleKind }
  | {
      readonly kind: 'code';
      readonly key: string;
      readonly shape: string;
      readonly number: string;
      readonly label: string;
      readonly name: string;
    };

export interface RowView {
  readonly key: number;
  readonly position: number;
  readonly number: string;
  readonly progress: NamedState;
  readonly stateLabel: string;
  readonly name: string;
  readonly source: readonly Piece[];
  readonly target: readonly Piece[];
  readonly notes: number;
  readonly notesLabel: string;
  readonly locked: boolean;
  readonly beginsUnit: boolean;
  readonly headingLevel: number;
  readonly sourceDirection: Direction;
  readonly targetDirection: Direction;
}

/** The view of views/partials/pieces.ejs. */
export interface PiecesView {
  readonly pieces: readonly Piece[];
}

/** The view of views/partials/segment-row.ejs. */
export interface SegmentRowView {
  readonly row: RowView;
  readonly address: string;
  readonly source: Side;
  readonly target: Side;
}

/** One side of a bilingual page. */
export interface Side {
  readonly language: LanguageTag;
  readonly direction: Direction;
  readonly name: string;
}

/** `previousUnit` is the unit of the row above it; null makes the empty row that others are cloned from. */
export function rowView(
  ui: Ui,
  segment: StoredSegment | null,
  total: number,
  previousUnit: number | undefined,
  levels: ReadonlyMap<number, number>,
  sides: { readonly source: Side; readonly target: Side },
): RowView {
  const position = segment?.position ?? 0;
  const progress = nameOfState(segment?.current?.target ?? null, segment?.current?.state ?? 'initial');
  const byMachine = progress === 'draft' && segment?.current?.origin.kind === 'machine';
  const stateName = ui.t(`editor:state-${progress}`);
  const stateLabel = byMachine ? `${stateName} · ${ui.t('matches:machine-draft')}` : stateName;
  const number = ui.number(position);
  const sourceDirection = directionFor(
    segment?.sourceDirection,
    sides.source.language,
    segment?.source ?? [],
  );
  const targetDirection = directionFor(segment?.targetDirection, sides.target.language, []);
  return {
    key: segment?.key ?? 0,
    position,
    number,
    progress,
    stateLabel,
    name: ui.t('editor:segment-name', { position: number, total: ui.number(total), state: stateLabel }),
    source: segment === null ? [] : pieces(ui, segment.source, segment.source, sourceDirection),
    target:
      segment === null ? [] : pieces(ui, segment.current?.target ?? [], segment.source, targetDirection),
    notes: segment?.notes ?? 0,
    notesLabel: ui.t('editor:notes-count', { count: ui.number(segment?.notes ?? 0) }),
    locked: segment?.locked ?? false,
    beginsUnit: segment?.unitIndex !== previousUnit,
    headingLevel: segment === null ? 0 : (levels.get(segment.unitIndex) ?? 0),
    sourceDirection,
    targetDirection,
  };
}

function pieces(ui: Ui, content: Content, source: Content, direction: Direction): readonly Piece[] {
  const numbers = codeNumbers(source);
  return content.flatMap((part): readonly Piece[] => {
    if (typeof part === 'string') return textPieces(part, direction);
    const known = numbers.get(part.id);
    const number = known === undefined ? '?' : ui.number(known);
    const name = ui.t(`editor:code-${part.code}`, { number, text: codeDetails(part) });
    const shape = part.edge ?? part.code;
    return [{ kind: 'code', key: codeKey(part), shape, number, label: codeLabel(part), name }];
  });
}

function textPieces(text: string, direction: Direction): readonly Piece[] {
  const pieces: Piece[] = [];
  const runs = runsIn(text, direction);
  let at = 0;
  for (const { start, end, label, kind } of invisiblesIn(text)) {
    if (start > at) pieces.push({ kind: 'text', lines: piecesOfPart(text, runs, at, start) });
    pieces.push({ kind: 'mark', text: text.slice(start, end), label, shape: kind });
    at = end;
  }
  if (at < text.length) pieces.push({ kind: 'text', lines: piecesOfPart(text, runs, at, text.length) });
  return pieces;
}
