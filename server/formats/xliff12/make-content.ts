/** Content of a new XLIFF 1.2 unit: pairs as `bpt` and `ept`, single codes as `ph`, each with its original data. */
import { problem, type Problem } from '../../core/problem.ts';
import type { Content, InlineCode } from '../../core/text/content.ts';
import { startTag } from '../shared/xliff/markup.ts';
import { nestedPairs } from '../shared/xliff/nested-pairs.ts';
import { escapeText, ILLEGAL_CHARACTER } from '../shared/xml/escape.ts';
import { toCtype } from './ctypes.ts';

/** `xml-character-illegal` where 1.2 has no way to say it. */
export function makeContent(content: Content): string | Problem {
  const nested = nestedPairs(content);
  const pieces: string[] = [];
  for (const part of content) {
    const text = typeof part === 'string' ? part : part.text;
    const illegal = ILLEGAL_CHARACTER.exec(text)?.[0];
    if (illegal !== undefined) {
      const point = (illegal.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return problem('xml-character-illegal', null, { character: `U+${point}` });
    }
    pieces.push(typeof part === 'string' ? escapeText(part) : makeCode(part, nested.has(part)));
  }
  return pieces.join('');
}

function makeCode(code: InlineCode, nested: boolean): string {
  switch (code.code) {
    case 'open':
      return element('bpt', code, true);
    case 'close':
      return element('ept', code, false);
    case 'standalone':
      return element('ph', code, true);
    case 'marker':
      // An annotation that does not nest has no spelling in 1.2.
      if (!nested) return '';
      return code.edge === 'close'
        ? '</mrk>'
        : startTag('mrk', [
            ['mtype', 'x-marker'],
            ['mid', code.id],
          ]);
  }
}

function element(name: 'bpt' | 'ept' | 'ph', code: InlineCode, typed: boolean): string {
  const tag = startTag(name, [
    ['id', code.id],
    ['rid', name === 'ph' ? null : code.id],
    ['ctype', typed ? toCtype(code) : null],
    ['equiv-text', name === 'ph' ? code.equiv || null : null],
  ]);
  return `${tag}${escapeText(code.text)}</${name}>`;
}
