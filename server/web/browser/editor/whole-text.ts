/**
 * Texts that are only read: no line of them ends inside of a Burmese syllable, left-to-right passages in right-to-left text
 * stand in their own order, and what is copied is the text.
 */
import type { Direction } from '../../../core/text/language.ts';
import { linePieces, type LinePiece } from '../../../core/text/line-pieces.ts';
import { make } from './make.ts';

/**
 * Text nodes, at least one, and an element around each syllable that a browser would cut, or passage that is to be
 * isolated. `direction`: that of what it stands in.
 */
export function wholeText(text: string, direction: Direction = 'ltr'): readonly Node[] {
  return text === '' ? [document.createTextNode('')] : lineNodes(linePieces(text, direction));
}

/** The same of a text that is in pieces already. */
export function lineNodes(pieces: readonly LinePiece[]): readonly Node[] {
  return pieces.map(({ text, isWhole, isRun }) => {
    if (isRun === true) return make('bdi', { dir: 'ltr' }, text);
    return isWhole ? make('span', { class: 'whole' }, text) : document.createTextNode(text);
  });
}
