/** How sure it is that a file is XLIFF of some version, from its first bytes. */
import { openXml } from '../xml/source.ts';

/** `isVersion` gets the version that the root names, or '' where it names none or the root is not there yet. */
export function probeXliff(
  head: Uint8Array,
  fileName: string,
  isVersion: (version: string) => boolean,
  extensions: readonly string[],
): number {
  const named = extensions.some((extension) => fileName.endsWith(extension));
  const source = openXml(head);
  if ('code' in source) return named && isVersion('') ? 0.5 : 0;
  const root = /<(?:[^\s<>/:]+:)?xliff\b[^>]*/u.exec(source.raw)?.[0];
  if (root === undefined) return named && isVersion('') ? 0.5 : 0;
  const version = /\sversion\s*=\s*["']([^"']*)["']/u.exec(root)?.[1] ?? '';
  const namespaced = /urn:oasis:names:tc:xliff:document:([0-9.]+)/u.exec(root)?.[1] ?? '';
  return isVersion(version || namespaced) ? 1 : 0;
}
