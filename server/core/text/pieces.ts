/**
 * A long text in pieces that may be segmented one by one. Intl.Segmenter takes longer for each word the longer its
 * text is (0.5 MB/s in pieces of 16,384 UTF-16 units, 3.9 in pieces of 512), and is quadratic above 64 Ki units.
 * Invariant: the pieces, joined, are the text, and none begins inside a character.
 */

/** A piece ends at the first white space behind it, where no word and no cluster goes on … */
const SHORT = 512;
/** … and here where there is none. */
const LONG = 2_048;

export function* pieces(text: string): Generator<string> {
  let from = 0;
  while (text.length - from > SHORT) {
    let end = from + SHORT;
    while (end < text.length && !endsPiece(text, end, end - from >= LONG)) end += 1;
    yield text.slice(from, end);
    from = end;
  }
  yield text.slice(from);
}

/** Whether to cut here: behind white space, or, where it must be, at least not inside a cluster. */
function endsPiece(text: string, end: number, must: boolean): boolean {
  const next = text.charAt(end);
  if (/[\p{M}\p{Join_Control}\uDC00-\uDFFF]/u.test(next) || (next === '\n' && text[end - 1] === '\r'))
    return false;
  return must || (/\s/u.test(text.charAt(end - 1)) && !/\s/u.test(next));
}
