/**
 * A small tree of one element, with the offsets of everything in it. Made for one unit at a time; its depth is
 * bounded by the scanner's cap, so that walking it may recurse.
 */
import { FragmentReader } from './fragment.ts';
import type { ScannerStart, XmlAttribute, XmlName, XmlScanner } from './scanner.ts';
import type { Scope } from './scope.ts';

interface XmlCharacters {
  readonly kind: 'text';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface XmlElement extends XmlName {
  readonly kind: 'element';
  readonly attributes: readonly XmlAttribute[];
  /** `<x/>` */
  readonly empty: boolean;
  readonly start: number;
  /** Behind the start tag; of an empty element the same as `end`. */
  readonly openEnd: number;
  /** Where the end tag begins; of an empty element the same as `end`. */
  readonly closeStart: number;
  readonly end: number;
  /** Elements and text; comments and processing instructions are left out. */
  readonly children: readonly XmlNode[];
  readonly outerScope: Scope | null;
}

export type XmlNode = XmlElement | XmlCharacters;

type Growing = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & { children: XmlNode[] };

/**
 * The element of a checked text whose start tag begins at `from`; null where there is none. `atOnce` names the
 * children that are surely asked for; what the others hold is read when it is.
 */
export function readElement(
  text: string,
  from: ScannerStart,
  atOnce: ReadonlySet<string> | null = null,
): XmlElement | null {
  return new FragmentReader(text, from, atOnce).read();
}

/** The next element of a scanner; null where there is none or it is not well-formed (then there is a failure). */
export function readTree(scanner: XmlScanner): XmlElement | null {
  while (scanner.next()) if (scanner.kind === 'start') return readStarted(scanner);
  return null;
}

/** The element whose start tag a scanner is at, as `readTree` gives it. */
export function readStarted(scanner: XmlScanner): XmlElement | null {
  const root = started(scanner);
  const open = scanner.empty ? [] : [root];
  for (let parent = open.at(-1); parent !== undefined; parent = open.at(-1)) {
    if (!scanner.next()) return null;
    if (scanner.kind === 'start') {
      const element = started(scanner);
      parent.children.push(element);
      if (!scanner.empty) open.push(element);
    } else if (scanner.kind === 'end') {
      parent.closeStart = scanner.start;
      parent.end = scanner.end;
      open.pop();
    } else if (scanner.kind === 'text' || scanner.kind === 'cdata') {
      const { start, end } = scanner;
      parent.children.push({ kind: 'text', text: scanner.characters(), start, end });
    }
  }
  return root;
}

function started(scanner: XmlScanner): Growing {
  const { name, prefix, local, namespace } = scanner.element;
  return {
    kind: 'element',
    name,
    prefix,
    local,
    namespace,
    attributes: scanner.attributes,
    empty: scanner.empty,
    start: scanner.start,
    openEnd: scanner.end,
    closeStart: scanner.end,
    end: scanner.end,
    children: [],
    outerScope: scanner.outerScope,
  };
}

/** Value of an attribute without a namespace, or undefined. */
export function attributeOf(
  element: { readonly attributes: readonly XmlAttribute[] },
  name: string,
): string | undefined {
  for (const attribute of element.attributes) if (attribute.name === name) return attribute.value;
  return undefined;
}

/** Value of an attribute of a namespace, or undefined. */
export function attributeIn(
  element: { readonly attributes: readonly XmlAttribute[] },
  namespace: string,
  local: string,
): string | undefined {
  for (const each of element.attributes) {
    if (each.local === local && each.namespace === namespace) return each.value;
  }
  return undefined;
}

export function elementsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => child.kind === 'element');
}

/** All text in it, of its descendants too. */
export function innerText(element: XmlElement): string {
  let text = '';
  for (const child of element.children) text += child.kind === 'text' ? child.text : innerText(child);
  return text;
}
