/** Texts in pieces for reading: what is isolated, and that nothing is lost whatever is cut out. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linePieces, piecesOfPart, runsIn, type LinePiece } from '../../server/core/text/line-pieces.ts';

/** ⟨ and ⟩ stand around what is isolated. */
function drawn(pieces: readonly LinePiece[]): string {
  return pieces.map((piece) => (piece.isRun === true ? `⟨${piece.text}⟩` : piece.text)).join('');
}

it.each([
  'فایل ⟨%1$s⟩ در ⟨{folder}⟩ نیست',
  '⟨%s⟩ از ⟨%d⟩',
  'به «⟨Das Kapital⟩» بروید',
  'زبان ⟨C++⟩، دما ⟨-5⟩',
  'می‌روم',
])('isolates %s in right-to-left text alone', (expected) => {
  const text = expected.replace(/[⟨⟩]/gu, '');
  expect(drawn(linePieces(text, 'rtl'))).toBe(expected);
  expect(drawn(linePieces(text))).toBe(text);
});

it('does not isolate the halves of a passage that a part cuts: they would change places', () => {
  const text = 'در Das Kapital و %s';
  const [from, to] = [text.indexOf('Kapital'), text.length];
  const runs = runsIn(text, 'rtl');
  expect(drawn(piecesOfPart(text, runs, from, to))).toBe('Kapital و ⟨%s⟩');
  expect(drawn(piecesOfPart(text, runs, 0, from))).toBe('در Das ');
});

it('never changes a character', () => {
  const unit = fc.constantFrom(...Array.from('aZ5۵ -+.,:%${}()«»سکအယ်လ်ဒီ\u200c\u202e\n'));
  fc.assert(
    fc.property(fc.string({ unit }), fc.nat(20), fc.nat(20), (text, a, b) => {
      const [from, to] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
      const pieces = piecesOfPart(text, runsIn(text, 'rtl'), from, to);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text.slice(from, to));
      expect(pieces.every((piece) => piece.text !== '')).toBe(true);
    }),
  );
});

it('is done with a long hostile text at once', () => {
  // Each would take minutes were a letter looked for beyond the word.
  for (const unit of ['«', '«1', 'a، ', '(', 'a 1 1 ، '])
    expect(linePieces(unit.repeat(50_000), 'rtl').length).toBeGreaterThan(0);
});
