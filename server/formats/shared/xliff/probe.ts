/** Whether the beginning of a file looks like XLIFF, and of which generation. */
import { sniffEncoding } from '../xml/encoding.ts';

const ROOT = /<(?:[\w.-]{1,100}:)?xliff(?=[\s>])([^>]{0,20000})/;

/** The namespaces and version that the root names; null where there is no such root in the bytes given. */
export function probeRoot(
  head: Uint8Array,
): { readonly namespaces: readonly string[]; readonly version: string } | null {
  const encoding = sniffEncoding(head);
  const text = new TextDecoder(encoding.startsWith('utf-16') ? encoding : 'latin1').decode(
    head.subarray(0, 65_536),
  );
  const root = ROOT.exec(text)?.[1];
  if (root === undefined) return null;
  const namespaces = [...root.matchAll(/urn:oasis:names:tc:xliff:document:[0-9.]+/g)].map(
    (match) => match[0],
  );
  return { namespaces, version: /\sversion\s*=\s*["']([^"']{0,20})["']/.exec(root)?.[1] ?? '' };
}
