/** One start tag, `<name a="b" c='d'/>`, cut into its spans; nothing is decoded or resolved here. */

export interface RawAttribute {
  readonly name: string;
  /** Where the name's colon stands in it, or -1. */
  readonly colon: number;
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

export type StartTag =
  | {
      readonly kind: 'tag';
      readonly name: string;
      readonly attributes: readonly RawAttribute[];
      readonly empty: boolean;
      readonly end: number;
    }
  | { readonly kind: 'malformed'; readonly at: number };

/** More attributes than any honest tag has. */
export const MAX_ATTRIBUTES = 500;

/** As many names are compared one with another; of more, a set is kept, so that no tag costs the square of its size. */
export const FEW_ATTRIBUTES = 16;

/** By code unit or byte: whether it ends a name; all beyond ASCII is part of one. */
export const NAME_END = new Uint8Array(256);
for (const character of ' \t\r\n/>=<"\'&') NAME_END[character.charCodeAt(0)] = 1;
/** By code unit or byte: whether no name can begin with it. */
export const NO_NAME_START = new Uint8Array(256);
for (const character of ' \t\r\n/>=<"\'&-.0123456789!?#;,()[]{}') NO_NAME_START[character.charCodeAt(0)] = 1;

function nameEnd(text: string, from: number): number {
  const first = text.charCodeAt(from);
  if (Number.isNaN(first) || (first < 128 && NO_NAME_START[first] === 1)) return from;
  let at = from + 1;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit < 128 && NAME_END[unit] === 1) break;
    at += 1;
  }
  return at;
}

/** Where the text from `from` on stops being spaces, tabs and line ends. */
export function spaceEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x20 && unit !== 0x9 && unit !== 0xa && unit !== 0xd) return at;
    at += 1;
  }
}

/** Reads the tag whose `<` stands at `start`; names the place where it stops being one. */
export function readStartTag(text: string, start: number): StartTag {
  let at = nameEnd(text, start + 1);
  const name = text.slice(start + 1, at);
  if (name === '') return { kind: 'malformed', at: start };
  const attributes: RawAttribute[] = [];
  let known: Set<string> | null = null;
  for (;;) {
    const next = spaceEnd(text, at);
    const unit = text.charCodeAt(next);
    if (unit === 0x3e) return { kind: 'tag', name, attributes, empty: false, end: next + 1 };
    if (unit === 0x2f && text.charCodeAt(next + 1) === 0x3e) {
      return { kind: 'tag', name, attributes, empty: true, end: next + 2 };
    }
    const attribute = next === at ? null : readAttribute(text, next);
    if (
      attribute === null ||
      attributes.length >= MAX_ATTRIBUTES ||
      (known === null ? hasName(attributes, attribute.name) : known.has(attribute.name))
    ) {
      return { kind: 'malformed', at: next < text.length ? next : start };
    }
    attributes.push(attribute);
    if (attributes.length === FEW_ATTRIBUTES) known = new Set(attributes.map((each) => each.name));
    else known?.add(attribute.name);
    at = attribute.valueEnd + 1;
  }
}

function hasName(attributes: readonly RawAttribute[], name: string): boolean {
  for (const attribute of attributes) if (attribute.name === name) return true;
  return false;
}

function readAttribute(text: string, start: number): RawAttribute | null {
  const end = nameEnd(text, start);
  const equals = spaceEnd(text, end);
  if (end === start || text.charCodeAt(equals) !== 0x3d) return null;
  const open = spaceEnd(text, equals + 1);
  const quote = text.charCodeAt(open);
  if (quote !== 0x22 && quote !== 0x27) return null;
  const close = valueEnd(text, open + 1, quote);
  if (close < 0) return null;
  const name = text.slice(start, end);
  return { name, colon: name.indexOf(':'), start, valueStart: open + 1, valueEnd: close };
}

/** Where a value's closing quote stands; -1 where there is none, or a `<` before it. */
function valueEnd(text: string, from: number, quote: number): number {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === quote) return at;
    if (unit === 0x3c) return -1;
  }
  return -1;
}
