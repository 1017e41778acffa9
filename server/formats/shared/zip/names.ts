/** Names of a zip's entries: from bytes to text, and whether they stay inside the folder they are unpacked in. */
import { crc32 } from 'node:zlib';
import { findExtra, viewOf } from './layout.ts';

/** Flag bit 11: the name is UTF-8. */
const UTF8_FLAG = 0x0800;
const UNICODE_PATH_EXTRA = 0x7075;

/** Code page 437 from 0x80 on (APPNOTE appendix D). */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/**
 * The name: by the Unicode path extra field where it is of this very name, as UTF-8 where the flag says so or
 * where it can be nothing else (some programs write UTF-8 and do not say it), otherwise in code page 437.
 */
export function decodeName(
  bytes: Uint8Array,
  flags: number,
  extra: { readonly start: number; readonly end: number },
  name: { readonly start: number; readonly end: number },
): string {
  const raw = bytes.subarray(name.start, name.end);
  if ((flags & UTF8_FLAG) === 0) {
    const unicode = unicodePath(bytes, extra, raw);
    if (unicode !== null) return unicode;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    if ((flags & UTF8_FLAG) !== 0) return new TextDecoder().decode(raw);
    return Array.from(raw, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : CP437[byte - 0x80])).join('');
  }
}

function unicodePath(
  bytes: Uint8Array,
  extra: { readonly start: number; readonly end: number },
  raw: Uint8Array,
): string | null {
  const view = viewOf(bytes);
  const found = findExtra(view, extra, UNICODE_PATH_EXTRA);
  if (found === null || found.end - found.start < 5) return null;
  if (view.getUint32(found.start + 1, true) !== crc32(raw)) return null;
  return new TextDecoder().decode(bytes.subarray(found.start + 5, found.end));
}

/**
 * The path with `/` between its parts, without empty and `.` parts; null where it leads out of its folder, begins
 * at a root or a drive, or holds control characters. Some programs on Windows part folders by `\`.
 */
export function safePath(name: string): string | null {
  const path = name.replaceAll('\\', '/');
  if (path.startsWith('/') || /^[A-Za-z]:/u.test(path) || /\p{Cc}/u.test(path)) return null;
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return parts.length === 0 || parts.includes('..') ? null : parts.join('/');
}

/** A name that may hold anything, for a message. */
export function shownName(name: string): string {
  return name.replace(/\p{Cc}/gu, '\ufffd').slice(0, 200);
}
