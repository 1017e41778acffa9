/** File names that come from outside: shown, kept, and given out again, but never used as a path. */

/** In characters; longer than any file system takes. */
const LONGEST = 200;

/**
 * The last part of the name, without control and bidi characters and halves of characters, and not too long; the
 * extension stays. '' where nothing is left.
 */
export function cleanFileName(name: string): string {
  const last = name.split(/[/\\]/u).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Surrogate}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
  const characters = Array.from(clean);
  if (characters.length <= LONGEST) return clean;
  const extension = /\.[^.]{1,20}$/u.exec(clean)?.[0] ?? '';
  return characters.slice(0, LONGEST - extension.length).join('') + extension;
}
