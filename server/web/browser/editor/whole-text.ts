/** Texts that are only read: no line of them ends inside of a Burmese syllable, and what is copied is the text. */
import { linePieces, type LinePiece } from '../../../core/text/line-pieces.ts';
import { make } from './make.ts';

/** Text nodes, at least one, and an element around each syllable that a browser would cut. */
export function wholeText(text: string): readonly Node[] {
  return text === '' ? [document.createTextNode('')] : lineNodes(linePieces(text));
}

/** The same of a text that is in pieces already. */
export function lineNodes(pieces: readonly LinePiece[]): readonly Node[] {
  return pieces.map(({ text, isWhole }) =>
    isWhole ? make('span', { class: 'whole' }, text) : document.createTextNode(text),
  );
}
