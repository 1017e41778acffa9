/**
 * Namespaces in force at a place. A scope is an immutable chain, so that a place found in one pass can be read
 * again later on its own.
 */
export interface Scope {
  readonly prefix: string;
  readonly uri: string;
  readonly parent: Scope | null;
  readonly size: number;
}

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

/** More declarations in force at one place than any honest file has; look-ups walk them. */
export const MAX_BINDINGS = 500;

export function bind(parent: Scope | null, prefix: string, uri: string): Scope {
  return { prefix, uri, parent, size: (parent?.size ?? 0) + 1 };
}

/** The namespace of a prefix; '' is the default one. null where the prefix is not bound. */
export function namespaceOf(scope: Scope | null, prefix: string): string | null {
  if (prefix === 'xml') return XML_NAMESPACE;
  for (let at = scope; at !== null; at = at.parent) if (at.prefix === prefix) return at.uri;
  return prefix === '' ? '' : null;
}
