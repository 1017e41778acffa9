/**
 * Text as the database holds it. PostgreSQL refuses U+0000, and neither engine keeps a lone surrogate, yet a
 * text must come back as it was given: those few characters are escaped (U+001A and four hex digits), every
 * other text stays readable as it is. Content is JSON, which escapes them by itself.
 */
import { equivalentText, textOf, type Content } from '../../core/text/content.ts';
import { fold } from '../../core/text/fold.ts';

/* eslint-disable no-control-regex -- the escape is a control character because texts hardly ever hold one */
const UNKEEPABLE = /[\0\u{1A}\p{Surrogate}]/gu;
const ESCAPED = /\u001A([0-9a-f]{4})/g;
/* eslint-enable no-control-regex */

export function keepText(text: string): string {
  return text.replace(UNKEEPABLE, (char) => `\u001A${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

export function restoreText(kept: string): string {
  return kept.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/**
 * Text for searching, folded by the program and so the same on both engines. What cannot be kept becomes U+FFFD,
 * in needle and haystack alike. It holds no line break.
 */
export function foldText(text: string): string {
  return fold(text).replace(UNKEEPABLE, '\uFFFD');
}

/** Searched is what people see: the text alone, and with what stands for the codes where that differs. */
export function foldContent(content: Content): string {
  const text = textOf(content);
  const shown = equivalentText(content);
  return shown === text ? foldText(text) : `${foldText(text)}\n${foldText(shown)}`;
}
