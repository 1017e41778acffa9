/**
 * Cuts a TMX that comes in parts into its header and its `tu` elements, without understanding them. Comments, CDATA
 * and instructions are passed over. What is broken inside of a `tu` is left to whoever reads it: here only its end
 * counts, so that one bad `tu` spoils no other. Holds no more than LONGEST_TU and a chunk at a time.
 */
import { problem, type Place, type Problem } from '../../core/problem.ts';
import { ByteWindow } from './byte-window.ts';

/** Bytes of a `tu`; no honest one comes near, and what is read of one takes many times as much memory. */
export const LONGEST_TU = 1 << 20;

export type Cut =
  | { readonly kind: 'header' | 'tu'; readonly bytes: Buffer; readonly place: Place }
  /** A `tu` that cannot be read: it has no end, or is too long. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** After an error nothing comes any more. */
  | { readonly kind: 'problem'; readonly problem: Problem };

/** `aside`: in something of no meaning, until `#closing`. `skip`: in a `tu` that is too long. `end`: nothing follows. */
type State = 'outside' | 'header' | 'tu' | 'aside' | 'skip' | 'end';

/** Names a DTD, as most tools do; declares nothing and is never fetched. */
const DOCTYPE = /^<!DOCTYPE\s+tmx(?:\s+(?:SYSTEM|PUBLIC)(?:\s+(?:"[^"]*"|'[^']*'))+)?\s*(?:\[\s*\]\s*)?>/i;
const LONGEST_DOCTYPE = 4096;

const ASIDES = [
  { opening: Buffer.from('<!--'), closing: Buffer.from('-->') },
  { opening: Buffer.from('<?'), closing: Buffer.from('?>') },
  { opening: Buffer.from('<![CDATA['), closing: Buffer.from(']]>') },
] as const;
type Aside = (typeof ASIDES)[number];

const LESS = 0x3c;
/** What ends a `tu` that has no end of its own. */
const OTHERS = ['tu', '/body', '/tmx'];
/** Of `<![CDATA[` and `<!DOCTYPE`: as much must be there to tell what begins. */
const LOOKAHEAD = 9;

export class TmxCutter {
  readonly #window = new ByteWindow();
  #state: State = 'outside';
  #closing: Buffer = Buffer.alloc(0);
  /** How far the element in hand was looked at. */
  #scanned = 0;
  /** Of each aside: no end of it was found before there; where bytes are dropped, it goes with them. */
  readonly #noEnd = new Map<Aside, number>();
  #isTmx = false;
  #isClosed = false;
  #isLast = false;

  /** What the bytes complete. */
  *push(utf8: Uint8Array): Generator<Cut> {
    if (this.#state === 'end') return;
    this.#window.add(utf8);
    yield* this.#run();
  }

  /** What is wrong with how it ended. */
  *end(): Generator<Cut> {
    if (this.#state === 'end') return;
    this.#isLast = true;
    yield* this.#run();
    const isWhole = this.#isClosed && this.#isOutside();
    if (isWhole || this.#isStopped()) return;
    yield this.#stop(problem(this.#isTmx ? 'tmx-truncated' : 'tmx-not-tmx', this.#window.place));
  }

  #isOutside(): boolean {
    return this.#state === 'outside';
  }

  #isStopped(): boolean {
    return this.#state === 'end';
  }

  *#run(): Generator<Cut> {
    for (;;) {
      const cut = this.#step();
      if (cut === 'more') return;
      if (cut !== null) yield cut;
    }
  }

  /** One step: what it completed, null for nothing yet, or that more bytes are needed. */
  #step(): Cut | 'more' | null {
    if (this.#state === 'outside') return this.#outside();
    if (this.#state === 'tu') return this.#inTu();
    if (this.#state === 'header') return this.#inHeader();
    if (this.#state === 'aside') return this.#inAside();
    return this.#state === 'skip' ? this.#inSkipped() : 'more';
  }

  #drop(count: number): void {
    this.#window.drop(count);
    this.#scanned = Math.max(0, this.#scanned - count);
    for (const [aside, at] of this.#noEnd) this.#noEnd.set(aside, Math.max(0, at - count));
  }

  #outside(): Cut | 'more' | null {
    const { bytes } = this.#window;
    const at = bytes.indexOf(LESS);
    if (at > 0 || (at < 0 && bytes.length > 0)) this.#drop(at < 0 ? bytes.length : at);
    if (at < 0 || !this.#canTell(0)) return 'more';
    const aside = this.#asideAt(0);
    if (aside !== null) {
      this.#state = 'aside';
      this.#closing = aside.closing;
      this.#drop(aside.opening.length);
      return null;
    }
    if (this.#begins(0, '<!')) return this.#doctype();
    const isOpening = this.#isTag(0, 'tu') || this.#isTag(0, 'header');
    if (!this.#isTmx && !this.#isTag(0, 'tmx')) return this.#stop(problem('tmx-not-tmx', this.#window.place));
    this.#isTmx = true;
    if (isOpening) {
      this.#state = this.#isTag(0, 'tu') ? 'tu' : 'header';
      this.#scanned = 1;
      return null;
    }
    // Whoever joined files has a `tmx` behind the first.
    if (this.#isTag(0, '/tmx')) this.#isClosed = true;
    else if (this.#isTag(0, 'tmx')) this.#isClosed = false;
    this.#drop(1);
    return null;
  }

  #doctype(): Cut | 'more' | null {
    const { bytes, place } = this.#window;
    const tag = DOCTYPE.exec(bytes.toString('latin1', 0, LONGEST_DOCTYPE));
    if (tag !== null && (!this.#isTmx || this.#isClosed)) {
      this.#drop(tag[0].length);
      return null;
    }
    const isWhole = bytes.subarray(0, LONGEST_DOCTYPE).includes('>') || bytes.length >= LONGEST_DOCTYPE;
    return isWhole || this.#isLast ? this.#stop(problem('xml-dtd', place)) : 'more';
  }

  #stop(why: Problem): Cut {
    this.#state = 'end';
    return { kind: 'problem', problem: why };
  }

  /** A header ends with its end tag, or with its start tag where that is all. */
  #inHeader(): Cut | 'more' | null {
    const { bytes, place } = this.#window;
    const next = bytes.indexOf(LESS, this.#scanned);
    if (next < 0 || !this.#canTell(next))
      return this.#isLast || tooLong(bytes) ? this.#leaveHeader() : 'more';
    this.#scanned = next + 1;
    if (this.#isTag(next, 'body') || this.#isTag(next, 'tu')) {
      // One whose tag has no end goes as it is: something must go.
      const end = bytes.lastIndexOf('>', next) + 1 || next;
      this.#state = 'outside';
      const header = Buffer.from(bytes.subarray(0, end));
      this.#drop(end);
      return { kind: 'header', bytes: header, place };
    }
    return tooLong(bytes) ? this.#leaveHeader() : null;
  }

  #leaveHeader(): null {
    this.#state = 'outside';
    this.#drop(1);
    return null;
  }

  #inAside(): 'more' | null {
    const { bytes } = this.#window;
    const found = bytes.indexOf(this.#closing);
    const kept = this.#closing.length - 1;
    if (found < 0) {
      this.#drop(Math.max(0, bytes.length - kept));
      return 'more';
    }
    this.#state = 'outside';
    this.#drop(found + this.#closing.length);
    return null;
  }

  #inTu(): Cut | 'more' | null {
    const { bytes } = this.#window;
    const next = bytes.indexOf(LESS, this.#scanned);
    if (next > LONGEST_TU || (next < 0 && tooLong(bytes))) return this.#leaveLong();
    if (next < 0 || !this.#canTell(next)) {
      this.#scanned = next < 0 ? bytes.length : next;
      return 'more';
    }
    const aside = this.#asideAt(next);
    if (aside !== null) return this.#passAside(next, aside);
    this.#scanned = next + 1;
    if (OTHERS.some((name) => this.#isTag(next, name))) {
      // Of a `tu` without an end nobody can say what belongs to it.
      const code = isEmptyTu(bytes, next) ? 'tu-one-language' : 'tmx-tu-unclosed';
      const why = problem(code, this.#window.place);
      this.#drop(next);
      this.#state = 'outside';
      return refused(why);
    }
    if (!this.#isTag(next, '/tu')) return null;
    const close = bytes.indexOf(0x3e, next);
    if (close < 0) {
      this.#scanned = next;
      return tooLong(bytes) ? this.#leaveLong() : 'more';
    }
    const { place } = this.#window;
    const tu = Buffer.from(bytes.subarray(0, close + 1));
    this.#drop(close + 1);
    this.#state = 'outside';
    return { kind: 'tu', bytes: tu, place };
  }

  /** Goes behind an aside within a `tu`; one that never ends is none. */
  #passAside(at: number, aside: Aside): 'more' | null {
    const { bytes } = this.#window;
    const from = Math.max(at + aside.opening.length, this.#noEnd.get(aside) ?? 0);
    const found = bytes.indexOf(aside.closing, from);
    if (found >= 0) {
      this.#scanned = found + aside.closing.length;
      return null;
    }
    this.#noEnd.set(aside, Math.max(from, bytes.length - aside.closing.length + 1));
    const isNone = this.#isLast || tooLong(bytes);
    this.#scanned = isNone ? at + aside.opening.length : at;
    return isNone ? null : 'more';
  }

  #leaveLong(): Cut {
    const { place } = this.#window;
    this.#state = 'skip';
    this.#drop(1);
    return refused(problem('tmx-tu-too-long', place, { limit: LONGEST_TU }));
  }

  #inSkipped(): 'more' | null {
    const { bytes } = this.#window;
    const next = bytes.indexOf(LESS);
    if (next !== 0) this.#drop(next < 0 ? bytes.length : next);
    if (next < 0 || !this.#canTell(0)) return 'more';
    if (this.#isTag(0, '/tu') || OTHERS.some((name) => this.#isTag(0, name))) this.#state = 'outside';
    else this.#drop(1);
    return null;
  }

  #canTell(at: number): boolean {
    return this.#isLast || at + LOOKAHEAD <= this.#window.bytes.length;
  }

  #asideAt(at: number): Aside | null {
    const { bytes } = this.#window;
    const second = bytes[at + 1];
    if (second !== 0x21 && second !== 0x3f) return null;
    return ASIDES.find(({ opening }) => bytes.subarray(at, at + opening.length).equals(opening)) ?? null;
  }

  #begins(at: number, text: string): boolean {
    const { bytes } = this.#window;
    for (let index = 0; index < text.length; index += 1) {
      if (bytes[at + index] !== text.charCodeAt(index)) return false;
    }
    return true;
  }

  /** Whether a tag of exactly this name begins there. */
  #isTag(at: number, name: string): boolean {
    if (!this.#begins(at + 1, name)) return false;
    const behind = this.#window.bytes[at + 1 + name.length];
    return (
      behind === 0x3e || behind === 0x2f || behind === 0x20 || behind === 9 || behind === 10 || behind === 13
    );
  }
}

function refused(why: Problem): Cut {
  return { kind: 'refused', problem: why };
}

function tooLong(bytes: Buffer): boolean {
  return bytes.length > LONGEST_TU;
}

/** Whether nothing but one tag that is its own end stands before `next`. */
function isEmptyTu(bytes: Buffer, next: number): boolean {
  const text = bytes.toString('latin1', 0, Math.min(next, 4096)).trimEnd();
  return /^<tu(?:\s+[^<>]*)?\/>$/.test(text);
}
