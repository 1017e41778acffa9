/** Shorthand for tables of edits: contents as text with tags for codes, files around one unit. */
import { unitId } from '../../../server/core/document/ids.ts';
import type { UnitUpdate } from '../../../server/core/document/update.ts';
import { normalizeContent, type Content, type InlineCode } from '../../../server/core/text/content.ts';
import type { BilingualFormat } from '../../../server/formats/format.ts';
import { xliff12 } from '../../../server/formats/xliff12/index.ts';
import { language } from './documents.ts';

const TOKEN = /<(\/?)(m:)?([^<>/]+)(\/?)>/u;

/** `a <1>b</1> <2/> <m:3>c</m:3>`: text, a pair, a point, an annotation. */
export function content(text: string): Content {
  const parts = text.split(/(<[^<>]+>)/u).map((piece): string | InlineCode => {
    const found = TOKEN.exec(piece);
    if (found === null) return piece;
    const [, closes = '', marker, id = '', single = ''] = found;
    const base = { id, equiv: '', text: '' };
    if (marker !== undefined) return { ...base, code: 'marker', edge: closes === '' ? 'open' : 'close' };
    if (single !== '') return { ...base, code: 'standalone' };
    return { ...base, code: closes === '' ? 'open' : 'close' };
  });
  return normalizeContent(parts);
}

/** Content as shorthand again. */
export function shorthand(parts: Content): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.code === 'standalone') return `<${part.id}/>`;
      const marker = part.code === 'marker' ? 'm:' : '';
      const closes = part.code === 'close' || part.edge === 'close' ? '/' : '';
      return `<${closes}${marker}${part.id}>`;
    })
    .join('');
}

/** A file of one `file` with the markup in it. */
export function fileOf(format: BilingualFormat, body: string): string {
  return format === xliff12
    ? `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:my="urn:my">\n<file original="f" source-language="en" target-language="fa" datatype="plaintext"><body>\n${body}\n</body></file></xliff>`
    : `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="fa" xmlns:my="urn:my" xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0" xmlns:val="urn:oasis:names:tc:xliff:validation:2.0" xmlns:res="urn:oasis:names:tc:xliff:resourcedata:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0">\n<file id="f">\n${body}\n</file>\n</xliff>`;
}

/** What writing an update for unit 1 gives: the file's text and the codes of the problems. */
export function edit(
  format: BilingualFormat,
  file: string,
  update: Omit<UnitUpdate, 'unit'>,
): { readonly text: string; readonly codes: readonly string[] } {
  const written = format.write(new TextEncoder().encode(file), [{ unit: unitId('1'), ...update }], {
    targetLanguage: language('fa'),
  });
  return {
    text: new TextDecoder().decode(written.bytes ?? new Uint8Array()),
    codes: written.problems.map((each) => each.code),
  };
}

export interface Row {
  readonly duty: string;
  readonly what: string;
  readonly format?: BilingualFormat;
  /** Target of the only segment in shorthand, or the whole update. */
  readonly edit: string | Omit<UnitUpdate, 'unit'>;
  readonly before: string;
  /** The unit afterwards, or a list of problems. */
  readonly after: string | readonly string[];
}

export const u2 = (inner: string, rest = ''): string => `<unit id="1"${rest}>${inner}</unit>`;
export const seg = (source: string, target?: string, rest = ''): string =>
  `<segment${rest}><source>${source}</source>${target === undefined ? '' : `<target>${target}</target>`}</segment>`;
export const split = (segment: number, source: number, target: number | null): Row['edit'] => ({
  segments: [],
  resegment: { kind: 'split', segment, source, target },
});
export const join = (segment: number): Row['edit'] => ({
  segments: [],
  resegment: { kind: 'join', segment },
});
export const DONE = ' state="translated"';
