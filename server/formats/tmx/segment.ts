/**
 * The content of a `seg` (TMX 1.4b §4, “content markup”): inline elements become codes, each with a key that says by
 * what it is known in the variants of its `tu`. A pair of `bpt` and `ept` is known by its `i` within one segment and
 * across variants by `x`. OmegaT writes its own tags as text (`<g0>…</g0>`, `<x1/>`): in its files they are codes too.
 */
import type { CodeKind, InlineCode } from '../../core/text/content.ts';
import { attributeOf, innerText, type XmlElement } from '../shared/xml/element.ts';
import { codeType } from './code-types.ts';

/** A code whose id is not given yet. */
export interface KeyedCode {
  readonly kind: CodeKind;
  /** The same in two variants: the same code. */
  readonly key: string;
  /** Whether the file says so itself; else the key was guessed from what it holds. */
  readonly isNamed: boolean;
  /** The id that it should have, where that is free. */
  readonly wanted: string;
  readonly code: Omit<InlineCode, 'id'>;
}

type Named = Pick<KeyedCode, 'key' | 'isNamed' | 'wanted'>;

export type RawPart = string | KeyedCode;

/** `source`: the text that the element was read from. */
export function readSegment(segment: XmlElement, source: string, hasOwnTags: boolean): readonly RawPart[] {
  const reader = new SegmentReader(source, hasOwnTags);
  reader.read(segment);
  return reader.parts;
}

class SegmentReader {
  readonly parts: RawPart[] = [];
  readonly #source: string;
  readonly #hasOwnTags: boolean;
  /** The key of each pair that is open, by its `i`; of pairs without, the innermost is the last. */
  readonly #pairs = new Map<string, Named[]>();
  readonly #times = new Map<string, number>();

  constructor(source: string, hasOwnTags: boolean) {
    this.#source = source;
    this.#hasOwnTags = hasOwnTags;
  }

  read(element: XmlElement): void {
    for (const child of element.children) {
      if (child.kind === 'element') this.#element(child);
      else if (this.#hasOwnTags) this.#textWithTags(child.text);
      else this.parts.push(child.text);
    }
  }

  #element(element: XmlElement): void {
    const { local } = element;
    if (local === 'bpt') this.#opening(element);
    else if (local === 'ept') this.#closing(element);
    else if (local === 'it') this.#isolated(element);
    else if (local === 'hi') this.#highlight(element);
    else if (local === 'ph' || local === 'ut') {
      const text = textOfCode(element);
      this.#add('standalone', element, this.#name('s', givenName(element), text), text);
    } else this.#unknown(element);
  }

  #opening(element: XmlElement): void {
    const pair = attributeOf(element, 'i') ?? '';
    const text = textOfCode(element);
    const named = this.#name('p', givenName(element), pair === '' ? text : `i${pair}`);
    this.#pairs.set(pair, [...(this.#pairs.get(pair) ?? []), named]);
    this.#add('open', element, named, text);
  }

  #closing(element: XmlElement): void {
    const pair = attributeOf(element, 'i') ?? '';
    const text = textOfCode(element);
    const named =
      this.#pairs.get(pair)?.pop() ?? this.#name('e', givenName(element), pair === '' ? text : `i${pair}`);
    this.#add('close', element, named, text);
  }

  /** One half of a pair whose other half stands in another segment. */
  #isolated(element: XmlElement): void {
    const kind = /^\s*(?:end|close)/i.test(attributeOf(element, 'pos') ?? '') ? 'close' : 'open';
    const text = textOfCode(element);
    this.#add(kind, element, this.#name(kind === 'open' ? 'p' : 'e', givenName(element), text), text);
  }

  #highlight(element: XmlElement): void {
    const named = this.#name('m', attributeOf(element, 'x'), '');
    this.#add('marker', element, named, '', 'open');
    this.read(element);
    this.#add('marker', element, named, '', 'close');
  }

  /** Markup that TMX does not know: its text is text, its tags are codes. */
  #unknown(element: XmlElement): void {
    const { start, openEnd, closeStart, end } = element;
    const tag = this.#source.slice(start, openEnd);
    const id = attributeOf(element, 'id');
    if (element.children.length === 0) {
      const whole = this.#source.slice(start, end);
      this.#add('standalone', element, this.#name('s', id, whole), whole);
      return;
    }
    const named = this.#name('p', id, tag);
    this.#add('open', element, named, tag);
    this.read(element);
    this.#add('close', element, named, this.#source.slice(closeStart, end));
  }

  /** `<g0>`, `</g0>` and `<x1/>` in a text. */
  #textWithTags(text: string): void {
    for (const piece of text.split(/(<\/?[a-z]+\d+\/?>)/)) {
      const [, slash, name = '', end] = /^<(\/?)([a-z]+\d+)(\/?)>$/.exec(piece) ?? [];
      if (name === '') this.parts.push(piece);
      else {
        const kind = slash === '/' ? 'close' : end === '/' ? 'standalone' : 'open';
        const key = `own ${name}`;
        const code = { code: kind, equiv: '', text: piece } as const;
        this.parts.push({ kind, key, isNamed: true, wanted: name, code });
      }
    }
  }

  /** `given`: what the file calls it; else it is known by what it holds, and which of those it is. */
  #name(sort: string, given: string | undefined, content: string): Named {
    const isNamed = given !== undefined && given !== '';
    const base = isNamed ? `${sort} x ${given}` : `${sort} ${content}`;
    const times = (this.#times.get(base) ?? 0) + 1;
    this.#times.set(base, times);
    return { key: times === 1 ? base : `${base} #${times}`, isNamed, wanted: given ?? '' };
  }

  #add(kind: CodeKind, element: XmlElement, named: Named, text: string, edge?: 'open' | 'close'): void {
    const type = codeType(attributeOf(element, 'type') ?? '');
    const code = { code: kind, equiv: '', text, ...type, ...(edge === undefined ? {} : { edge }) };
    this.parts.push({ kind, ...named, code });
  }
}

/** `x`, or the `id` that MateCat writes. */
function givenName(element: XmlElement): string | undefined {
  return attributeOf(element, 'x') ?? attributeOf(element, 'id');
}

/** The code itself; MateCat keeps it in an attribute, as base64. */
function textOfCode(element: XmlElement): string {
  const text = innerText(element);
  const equivalent = text === '' ? (attributeOf(element, 'equiv-text') ?? '') : '';
  const encoded = /^base64:([A-Za-z0-9+/]+={0,2})$/.exec(equivalent)?.[1];
  return text + (encoded === undefined ? equivalent : Buffer.from(encoded, 'base64').toString('utf8'));
}
