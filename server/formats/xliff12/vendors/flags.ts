/**
 * Reading and writing the flags of CAT tools. Invariant: a flag is written only where the tool keeps one and it no
 * longer says what the segment is; the elements around it and every other attribute stay as they are.
 */
import { compareStates, type State } from '../../../core/document/state.ts';
import { attributeIn, attributeOf, type XmlElement } from '../../shared/xml/element.ts';
import { setAttribute, type Patch } from '../../shared/xml/patch.ts';
import { hasLock } from '../../shared/xliff/locks.ts';
import type { FoundState } from '../states.ts';
import { VENDORS } from './registry.ts';
import type { Root, Vendor } from './vendor.ts';
import { isExcluded } from './xtm.ts';

const NAMESPACES: ReadonlySet<string | null> = new Set(VENDORS.map((vendor) => vendor.namespace));

const NONE: readonly Vendor[] = [];

/** The tools of whose own something stands on the unit or in it; in most files there are none. */
export function toolsIn(unit: XmlElement): readonly Vendor[] {
  for (const { namespace } of unit.attributes) if (NAMESPACES.has(namespace)) return VENDORS;
  for (const child of unit.children) {
    if (child.kind === 'element' && NAMESPACES.has(child.namespace)) return VENDORS;
  }
  return NONE;
}

/** The first of the tools that keeps flags in this unit, or null. */
export function vendorOf(unit: XmlElement, tools: readonly Vendor[]): Vendor | null {
  for (const vendor of tools) if (vendor.flagged(unit, null).length > 0) return vendor;
  return null;
}

/** Whether the segment may not be changed, by its unit, its target or one of the tools' own word for it. */
export function isLocked(
  unit: XmlElement,
  target: XmlElement | null,
  mid: string | null,
  tools: readonly Vendor[],
): boolean {
  if (hasLock(unit) || (target !== null && (hasLock(target) || isExcluded(target)))) return true;
  for (const vendor of tools) if (vendor.locks?.(unit, mid) === true) return true;
  return false;
}

/**
 * What the flag says of a segment, or null where there is none. XLIFF's own state stands where it is finer than the
 * flag: where a tool has one word for several states.
 */
export function readFlag(
  vendor: Vendor,
  unit: XmlElement,
  mid: string | null,
  own: State | null,
): FoundState | null {
  const { vocabulary } = vendor;
  const flags = vendor.flagged(unit, mid).map((element) => ({ word: wordOf(vendor, element) }));
  const [least] = flags.toSorted((a, b) => compareStates(vocabulary.read(a.word), vocabulary.read(b.word)));
  if (least === undefined) return null;
  const found = readWord(vendor, least.word);
  return own !== null && own !== found.state && vocabulary.agrees(least.word, own)
    ? { state: own, subState: undefined }
    : found;
}

/**
 * Makes the flag of a segment say what the segment is now. `holds` is whether it can: where the tool knows fewer
 * states than we, XLIFF's own has to say the rest.
 */
export function writeFlag(
  text: string,
  vendor: Vendor,
  unit: XmlElement,
  mid: string | null,
  wish: FoundState,
  root: Root,
): { readonly patches: readonly Patch[]; readonly holds: boolean } {
  const word = writeWord(vendor, wish, root);
  const flagged = vendor.flagged(unit, mid);
  const patches = flagged.flatMap((element) => {
    const now = readWord(vendor, wordOf(vendor, element));
    if (now.state === wish.state && now.subState === wish.subState) return [];
    return setAttribute(text, element, attributeName(vendor, element), word);
  });
  return { patches, holds: flagged.length > 0 && vendor.vocabulary.read(word) === wish.state };
}

function wordOf({ attribute, namespace }: Vendor, element: XmlElement): string | undefined {
  return attribute.qualified
    ? attributeIn(element, namespace, attribute.local)
    : attributeOf(element, attribute.local);
}

function attributeName({ attribute, namespace }: Vendor, element: XmlElement): string {
  const found = element.attributes.find(
    (each) => each.local === attribute.local && each.namespace === (attribute.qualified ? namespace : ''),
  );
  return found?.name ?? attribute.local;
}

/** A word that is not the one we would write for its state is kept as a subState. */
function readWord(vendor: Vendor, word: string | undefined): FoundState {
  const state = vendor.vocabulary.read(word);
  const usual =
    word === undefined || word === vendor.vocabulary.write(state, null) || !/^[\w.-]+$/.test(word);
  return { state, subState: usual ? undefined : `${vendor.id}:${word}` };
}

function writeWord(vendor: Vendor, { state, subState }: FoundState, root: Root): string {
  const kept = subState?.startsWith(`${vendor.id}:`) === true ? subState.slice(vendor.id.length + 1) : null;
  if (kept !== null && vendor.vocabulary.read(kept) === state) return kept;
  return vendor.vocabulary.write(state, root);
}
