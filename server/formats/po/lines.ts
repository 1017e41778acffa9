/** The lines of a PO file, decoded by the charset that its header names, each with whether it could be. */

/** A file's first entry stands at its beginning. */
const HEAD = 1 << 16;

export interface PoLine {
  readonly text: string;
  /** False where bytes of it belong to no character. */
  readonly isWhole: boolean;
}

/** Lines by their ends of any kind; null where the charset is unknown (then `charset` says which). */
export function* poLines(bytes: Uint8Array, charset: string): Generator<PoLine> {
  const strict = new TextDecoder(charset, { fatal: true });
  const lenient = new TextDecoder(charset);
  let start = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    const line = bytes.subarray(start, end);
    start = end + 1;
    try {
      yield { text: strict.decode(line), isWhole: true };
    } catch {
      yield { text: lenient.decode(line), isWhole: false };
    }
  }
}

/** What the header says, in a name that the platform knows; UTF-8 where it says nothing; null for what nobody knows. */
export function charsetOf(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const named = /^"Content-Type:[^"\n]*charset=([\w.:-]+)/im.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  if (head.startsWith('ï»¿') || /^(?:charset|(?:us-)?ascii|utf8)$/.test(named)) return 'utf-8';
  try {
    return new TextDecoder(named).encoding;
  } catch {
    return null;
  }
}
