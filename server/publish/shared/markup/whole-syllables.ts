/** Burmese lines that end between words or syllables, never inside of a syllable. */
import { linePieces } from '../../../core/text/line-pieces.ts';
import { element, type Markup } from './element.ts';

/** The text as it is, with each syllable that a browser would cut in `<span class="whole">`. */
export function wholeSyllables(text: string): Markup {
  return linePieces(text).map((piece) =>
    piece.isWhole ? element('span', { class: 'whole' }, piece.text) : piece.text,
  );
}
