/**
 * Addresses: no sentence ends inside a URL or an e-mail address. The stretch without white space around an offset
 * is looked at once however many marks it holds, as long as offsets are asked for in order.
 */
import { isSpaceAt } from './characters.ts';

export class Tokens {
  readonly #text: string;
  #end = 0;
  /** From where on the token is an address; its end where it is none. */
  #addressFrom = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether the offset lies inside an address, not at its end. Offsets must not fall. */
  insideAddress(offset: number): boolean {
    if (offset >= this.#end) this.#read(offset);
    return offset >= this.#addressFrom;
  }

  #read(offset: number): void {
    const text = this.#text;
    let start = offset;
    while (start > this.#end && !isSpaceAt(text, start - 1)) start -= 1;
    let end = offset;
    while (end < text.length && !isSpaceAt(text, end)) end += 1;
    this.#end = end;
    this.#addressFrom = start + addressStart(text.slice(start, end));
  }
}

/** Where in a token an address begins, or the token's length. */
function addressStart(token: string): number {
  const scheme = token.indexOf('://');
  if (scheme > 0) return scheme;
  if (token.includes('www.')) return token.indexOf('www.');
  if (token.startsWith('mailto:')) return 0;
  const at = token.indexOf('@');
  return at > 0 && token.indexOf('.', at) > at + 1 ? 0 : token.length;
}
