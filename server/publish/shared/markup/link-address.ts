/**
 * Which addresses of the original may be followed from an edition, and how they are written. Whatever a hostile
 * file holds, only http, https and mailto lead out; everything else is a fragment or a relative path, or no link.
 */
type LinkAddress =
  | { readonly kind: 'external'; readonly href: string }
  | { readonly kind: 'relative'; readonly href: string }
  | { readonly kind: 'fragment'; readonly name: string };

/** Characters that RFC 3986 wants encoded but the URL Standard lets pass. */
function strict(part: string): string {
  return part
    .replace(/[^\x21-\x7E]|["<>\\^`{|}[\]]/gu, (char) => encodeURIComponent(char))
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25');
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Reads an address as written in the original; null where it must not or cannot be followed. */
export function linkAddress(written: string): LinkAddress | null {
  const address = written.trim();
  // eslint-disable-next-line no-control-regex -- browsers drop these inside a scheme: `java\tscript:`
  if (address === '' || /[\u0000-\u001F\u007F-\u009F\p{Surrogate}]/u.test(address)) return null;
  if (address.startsWith('#'))
    return address === '#' ? null : { kind: 'fragment', name: decoded(address.slice(1)) };
  if (!/^[a-z][a-z0-9+.-]*:/i.test(address)) {
    // `//host` and `\\host` leave the site without saying so.
    if (/^[/\\]{2}/.test(address) || /^[^/?#]*:/.test(address)) return null;
    return { kind: 'relative', href: strict(address) };
  }
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const rest = strict(url.pathname + url.search) + (url.hash === '' ? '' : `#${strict(url.hash.slice(1))}`);
  if (url.protocol === 'mailto:') return { kind: 'external', href: `mailto:${rest}` };
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  return { kind: 'external', href: url.origin + rest };
}
