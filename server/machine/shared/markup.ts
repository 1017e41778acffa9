/**
 * Content as a text that a machine may translate, and back. Inline codes are numbered tags, `<g id="1">…</g>` for a
 * pair that stands whole in the segment and `<x id="2"/>` for all else, so nothing of the original's markup leaves the
 * house; protected text is one tag, and comes back as it was. A text without codes is sent as it stands.
 */
import {
  codeKey,
  codesOf,
  normalizeContent,
  textOf,
  type Content,
  type ContentPart,
} from '../../core/text/content.ts';

export interface Markup {
  readonly text: string;
  /** Whether the text has tags and escapes. */
  readonly tagged: boolean;
  /** What each tag stands for, by number. */
  readonly tags: ReadonlyMap<string, Tag>;
}

interface Tag {
  readonly kind: 'pair' | 'point';
  readonly open: readonly ContentPart[];
  readonly close: readonly ContentPart[];
}

export function toMarkup(content: Content): Markup {
  const kept = protectingIds(content);
  const parts = content.filter(
    (part) => typeof part === 'string' || part.code !== 'marker' || kept.has(part.id),
  );
  if (parts.every((part) => typeof part === 'string'))
    return { text: textOf(parts), tagged: false, tags: new Map() };
  const tags = new Map<string, Tag>();
  const add = (tag: Tag): string => {
    const id = String(tags.size + 1);
    tags.set(id, tag);
    return id;
  };
  const read = (from: number, until: number): string => {
    let text = '';
    for (let at = from; at < until; at += 1) {
      const part = parts[at];
      if (part === undefined) break;
      const end = typeof part === 'string' ? -1 : endOf(parts, at, until);
      if (typeof part === 'string') text += escape(part);
      else if (end < 0 || part.code === 'marker') {
        // A protected text goes as one tag, whatever is in it.
        const whole = parts.slice(at, Math.max(at, end) + 1);
        text += `<x id="${add({ kind: 'point', open: whole, close: [] })}"/>`;
        at = Math.max(at, end);
      } else {
        const id = add({ kind: 'pair', open: [part], close: parts.slice(end, end + 1) });
        text += `<g id="${id}">${read(at + 1, end)}</g>`;
        at = end;
      }
    }
    return text;
  };
  return { text: read(0, parts.length), tagged: true, tags };
}

/** `lostCodes`: the tags are not those of the source, each once and well nested; only the text is taken then. */
export function fromMarkup(
  answer: string,
  { tagged, tags }: Markup,
): { readonly target: Content; readonly lostCodes: boolean } {
  if (!tagged) return { target: normalizeContent([answer]), lostCodes: false };
  const parts: ContentPart[] = [];
  const plain: string[] = [];
  const open: string[] = [];
  const seen = new Set<string>();
  let sound = true;
  for (const piece of answer.split(TAG)) {
    if (piece === '') continue;
    const tag = /^<\s*(\/?)\s*([gx])\b[^>]*?(?:id\s*=\s*["']?(\d+)["']?[^>]*)?>$/i.exec(piece);
    if (tag === null) {
      parts.push(unescape(piece));
      plain.push(unescape(piece));
      continue;
    }
    const [, slash, name = '', id = ''] = tag;
    if (slash === '/') {
      if (name.toLowerCase() === 'x') continue; // <x id="1"></x>
      const begun = tags.get(open.pop() ?? '');
      if (begun === undefined) sound = false;
      else parts.push(...begun.close);
      continue;
    }
    const known = tags.get(id);
    const fits = known?.kind === (name.toLowerCase() === 'g' ? 'pair' : 'point');
    if (known === undefined || !fits || seen.has(id)) sound = false;
    else {
      seen.add(id);
      parts.push(...known.open);
      if (known.kind === 'pair') open.push(id);
      else plain.push(textOf(known.open));
    }
  }
  sound &&= open.length === 0 && seen.size === tags.size;
  return sound
    ? { target: normalizeContent(parts), lostCodes: false }
    : { target: normalizeContent([plain.join('')]), lostCodes: true };
}

const TAG = /(<\s*\/?\s*[gx]\b[^<>]*>)/i;

/** Annotations that stand whole in the content and keep their text from being translated. */
function protectingIds(content: Content): ReadonlySet<string> {
  const markers = codesOf(content).filter((code) => code.code === 'marker');
  const closed = new Set(markers.filter(({ edge }) => edge === 'close').map(({ id }) => id));
  const begun = markers.filter(
    ({ edge, translate, id }) => edge === 'open' && translate === false && closed.has(id),
  );
  return new Set(begun.map(({ id }) => id));
}

/** Where the code at `at` ends: its other half, nested soundly before `until`; -1 where there is none. */
function endOf(parts: Content, at: number, until: number): number {
  const begin = parts[at];
  if (begin === undefined || typeof begin === 'string') return -1;
  const wanted =
    begin.code === 'open'
      ? `close:${begin.id}`
      : begin.code === 'marker' && begin.edge === 'open'
        ? `marker-close:${begin.id}`
        : null;
  if (wanted === null) return -1;
  const inside: string[] = [];
  for (let index = at + 1; index < until; index += 1) {
    const part = parts[index];
    if (part === undefined || typeof part === 'string') continue;
    if (codeKey(part) === wanted) return inside.length === 0 ? index : -1;
    if (part.code === 'open') inside.push(part.id);
    else if (part.code === 'close' && inside.pop() !== part.id) return -1;
  }
  return -1;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

function unescape(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return NAMED[name.toLowerCase()] ?? whole;
    const point = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    const isCharacter = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    return isCharacter ? String.fromCodePoint(point) : whole;
  });
}
