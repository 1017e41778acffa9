/**
 * Content of a new XLIFF 2 unit. Original data is kept once for equal codes (§4.2.2.11); a pair that lies whole in
 * a segment is a `pc`, one that reaches over segments is `sc` and `ec`.
 */
import type { Content, InlineCode } from '../../core/text/content.ts';
import { emptyTag, startTag, type Attributes } from '../shared/xliff/markup.ts';
import { nestedPairs } from '../shared/xliff/nested-pairs.ts';
import { escapeText, ILLEGAL_CHARACTER } from '../shared/xml/escape.ts';
import { characterMarkup } from './read-content.ts';

/** Makes the contents of one unit, and afterwards its original data. */
export class ContentMaker {
  private readonly data = new Map<string, string>();

  make(content: Content): string {
    const nested = nestedPairs(content);
    return content
      .map((part, index) => {
        if (typeof part === 'string') return escapeContent(part);
        if (part.code === 'marker') return marker(part, nested.has(part));
        return nested.has(part) ? this.enclosing(part, partnerOf(content, index)) : this.apart(part);
      })
      .join('');
  }

  /** The `originalData` element, or '' where no code has any. */
  originalData(): string {
    if (this.data.size === 0) return '';
    const entries = [...this.data].map(([text, id]) => `<data id="${id}">${escapeContent(text)}</data>`);
    return `<originalData>${entries.join('')}</originalData>`;
  }

  private enclosing(code: InlineCode, partner: InlineCode): string {
    if (code.code === 'close') return '</pc>';
    return startTag('pc', [
      ['id', code.id],
      ['equivStart', code.equiv || null],
      ['equivEnd', partner.equiv || null],
      ['dataRefStart', this.dataRef(code)],
      ['dataRefEnd', this.dataRef(partner)],
      ...described(code),
    ]);
  }

  private apart(code: InlineCode): string {
    const name = code.code === 'standalone' ? 'ph' : code.code === 'open' ? 'sc' : 'ec';
    return emptyTag(name, [
      [name === 'ec' ? 'startRef' : 'id', code.id],
      ['equiv', code.equiv || null],
      ['dataRef', this.dataRef(code)],
      ...described(code),
    ]);
  }

  private dataRef(code: InlineCode): string | null {
    if (code.text === '') return null;
    const known = this.data.get(code.text);
    if (known !== undefined) return known;
    const id = `d${this.data.size + 1}`;
    this.data.set(code.text, id);
    return id;
  }
}

/** `equiv` is an attribute, which holds no character that XML cannot hold: those are left out of it. */
function described(code: InlineCode): Attributes {
  return [
    ['type', code.type],
    ['subType', code.type === undefined ? null : code.subType],
    ['canDelete', code.canDelete === false ? 'no' : null],
    ['canCopy', code.canCopy === false ? 'no' : null],
    ['canReorder', code.canReorder === false ? 'no' : null],
  ];
}

function marker(code: InlineCode, nested: boolean): string {
  if (nested) return code.edge === 'close' ? '</mrk>' : startTag('mrk', [['id', code.id]]);
  return code.edge === 'close' ? emptyTag('em', [['startRef', code.id]]) : emptyTag('sm', [['id', code.id]]);
}

function partnerOf(content: Content, index: number): InlineCode {
  const code = content[index];
  const partner = content.find(
    (part, at): part is InlineCode =>
      at > index &&
      typeof part !== 'string' &&
      typeof code !== 'string' &&
      part.code === 'close' &&
      part.id === code?.id,
  );
  if (typeof code === 'string' || code === undefined) throw new TypeError('no code here');
  return partner ?? code;
}

export function escapeContent(text: string): string {
  const escaped = escapeText(text);
  if (!ILLEGAL_CHARACTER.test(escaped)) return escaped;
  return Array.from(escaped)
    .map((character) => (ILLEGAL_CHARACTER.test(character) ? characterMarkup('', character) : character))
    .join('');
}
