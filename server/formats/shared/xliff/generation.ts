/**
 * Which generation of XLIFF a root is of, for files whose namespace or version is not quite what it should be. The
 * namespace says it where it is one of XLIFF's; where it is missing, misspelt or nobody's, the version does.
 */

export type Generation = 1 | 2;

const NUMBERS = { 1: /^1\.[0-2](?![0-9])/, 2: /^2\.[0-2](?![0-9])/ };
const OASIS = /^\s*urn:oasis:names:tc:xliff:document:(.*)$/is;

/** `urn:oasis:names:tc:xliff:document:1.2`, in any case and with anything but a digit behind it. */
export function isNamespaceOf(generation: Generation, namespace: string | null): boolean {
  const named = OASIS.exec(namespace ?? '')?.[1];
  return named !== undefined && NUMBERS[generation].test(named);
}

/**
 * Whether a root may be of the generation. Where namespace and version name two, it may be of both: what stands in the
 * file then decides (probe.ts). A version that does not exist yet is of none.
 */
export function mayBe(
  generation: Generation,
  namespace: string | null,
  version: string | undefined,
): boolean {
  const versioned = version !== undefined && new RegExp(`^\\s*${generation}(?:\\.[0-2])?\\s*$`).test(version);
  if (isNamespaceOf(generation, namespace)) return version === undefined || versioned || isKnown(version);
  if (isNamespaceOf(generation === 1 ? 2 : 1, namespace)) return versioned;
  if (OASIS.test(namespace ?? '')) return false;
  return versioned || (generation === 1 && version === undefined && (namespace ?? '') === '');
}

function isKnown(version: string): boolean {
  return /^\s*[12](?:\.[0-2])?\s*$/.test(version);
}
