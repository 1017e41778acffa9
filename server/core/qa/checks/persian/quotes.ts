/** Which quotation marks a text has, in order: the guillemets of Persian and the others that are put in their place. */

export interface QuotedSpan {
  readonly open: number;
  readonly close: number;
}

/** Pairs of straight quotation marks, from the first on; none where one is left over. */
export function straightPairs(text: string): readonly QuotedSpan[] {
  const at = [...text.matchAll(/"/gu)].map(({ index }) => index);
  if (at.length % 2 === 1) return [];
  return at.flatMap((open, index) => {
    const close = at[index + 1];
    return index % 2 === 1 || close === undefined ? [] : [{ open, close }];
  });
}

/** Whether it has a letter of the Arabic script: what is quoted is Persian. */
export function hasPersian(text: string): boolean {
  return /[\u0620-\u064a\u0671-\u06d3]/u.test(text);
}
