/** Fragment identifiers (2.1 §3): `#f=f1/u=u1/n=n1`, read and held to their grammar. */
import { isNmtoken } from '../../../shared/xml/nmtoken.ts';

export interface Fragment {
  /** From the root, not from where it stands. */
  readonly absolute: boolean;
  readonly file: string | null;
  readonly group: string | null;
  readonly unit: string | null;
  /** What is named in the innermost of them; '' is the prefix of source content and segments. */
  readonly leaf: { readonly prefix: string; readonly id: string } | null;
}

export type FragmentResult =
  | { readonly kind: 'fragment'; readonly fragment: Fragment }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'unknown-prefix'; readonly prefix: string };

/** Those of the core, the modules, and extensions registered with the committee. */
const LEAVES = new Set([
  '',
  'n',
  'd',
  't',
  'mtc',
  'gls',
  'fs',
  'mda',
  'res',
  'ctr',
  'slr',
  'val',
  'its',
  'pgs',
  'tbx',
]);
const CONTAINERS = ['f', 'g', 'u'];

/** Longer than any honest identifier. */
const MAX_LENGTH = 1000;

/** Reads what follows `#`. */
export function readFragment(text: string): FragmentResult {
  if (text.length > MAX_LENGTH) return { kind: 'malformed' };
  const absolute = text.startsWith('/');
  const selectors = (absolute ? text.slice(1) : text).split('/').map((each) => {
    const equals = each.indexOf('=');
    return equals < 0
      ? { prefix: '', id: each }
      : { prefix: each.slice(0, equals), id: each.slice(equals + 1) };
  });
  const malformed = selectors.some(
    ({ prefix, id }, index) =>
      !isNmtoken(id) ||
      (prefix !== '' && !isNmtoken(prefix)) ||
      selectors.findIndex((each) => each.prefix === prefix) !== index,
  );
  if (malformed) return { kind: 'malformed' };
  const containers = selectors.filter(({ prefix }) => CONTAINERS.includes(prefix));
  const leaves = selectors.filter(({ prefix }) => !CONTAINERS.includes(prefix));
  const sorted = [...containers].sort((a, b) => CONTAINERS.indexOf(a.prefix) - CONTAINERS.indexOf(b.prefix));
  const [leaf] = leaves;
  if (leaves.length > 1 || sorted.some((each, index) => selectors[index] !== each))
    return { kind: 'malformed' };
  if (leaf !== undefined && !LEAVES.has(leaf.prefix)) return { kind: 'unknown-prefix', prefix: leaf.prefix };
  const idOf = (prefix: string): string | null =>
    containers.find((each) => each.prefix === prefix)?.id ?? null;
  const fragment = { absolute, file: idOf('f'), group: idOf('g'), unit: idOf('u'), leaf: leaf ?? null };
  return { kind: 'fragment', fragment };
}
