/**
 * A whole XLIFF as a light tree with comments and instructions, in which units are only places: each is opened
 * when it is compared, and only where its characters differ, so that a big file costs little more than a scan.
 */
import { XmlScanner, type XmlName } from '../../xml/scanner.ts';
import type { Scope } from '../../xml/scope.ts';
import { ISSUE_PREFIX, isIssueMark } from '../own-marks.ts';

export interface Node {
  readonly kind: 'element' | 'comment' | 'instruction';
  /** Local name of XLIFF's own elements, `{namespace}local` of others; '' of a comment or instruction. */
  readonly name: string;
  readonly isOwn: boolean;
  /** By name, `{namespace}local` where it has a namespace. Declarations of namespaces are left out. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
  /** Its own text without that of its children, white space collapsed; of the others, what stands in them. */
  readonly text: string;
}

/** A unit: where it stands, and among whom. */
export interface UnitNode {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly scope: Scope | null;
  /** Of the file and groups that it is in. */
  readonly parents: string;
}

export interface FileTree {
  readonly text: string;
  /** Everything but the units. */
  readonly root: Node;
  readonly units: readonly UnitNode[];
}

const XLIFF = /^(?:urn:oasis:names:tc:xliff:document:\d\.\d)?$/;
const UNITS = new Set(['trans-unit', 'unit']);
/** What units stand in. */
const OUTER = new Set(['xliff', 'file', 'body', 'group']);

interface Growing extends Node {
  readonly children: Node[];
  text: string;
}

export function isXliff(namespace: string | null): boolean {
  return namespace !== null && XLIFF.test(namespace);
}

/** null where the text is not well-formed. */
export function fileTree(text: string): FileTree | null {
  const scanner = new XmlScanner(text);
  const units: UnitNode[] = [];
  const root = grow(scanner, (open) => {
    const { element } = scanner;
    if (!UNITS.has(element.local) || !isXliff(element.namespace)) return false;
    if (!open.every((node) => node.isOwn && OUTER.has(node.name))) return false;
    const { start, outerScope: scope } = scanner;
    const id = scanner.attributes.find((each) => each.name === 'id')?.value ?? '';
    scanner.skip();
    units.push({ id, start, end: scanner.end, scope, parents: open.map(labelOf).join(' > ') });
    return true;
  });
  return root === null ? null : { text, root, units };
}

/** The unit with everything in it. */
export function unitTree(text: string, { start, scope }: UnitNode): Node | null {
  return grow(new XmlScanner(text, { start, scope }), () => false);
}

/** `passOver` has gone to the end of the element whose start tag is current where it gives true. */
function grow(scanner: XmlScanner, passOver: (open: readonly Node[]) => boolean): Node | null {
  const open: Growing[] = [];
  const outside: Node[] = [];
  let root: Growing | null = null;
  while (scanner.next()) {
    const parent = open.at(-1);
    if (scanner.kind === 'start') {
      if (root !== null && passOver(open)) continue;
      const passed = parent === undefined ? null : ownAnnotation(scanner);
      if (passed === 'whole') scanner.skip();
      else if (passed === 'tags' && !scanner.empty && parent !== undefined) open.push(parent);
      if (passed !== null) continue;
      const node = started(scanner);
      root ??= node;
      parent?.children.push(node);
      if (!scanner.empty) open.push(node);
    } else if (scanner.kind === 'end') {
      const closed = open.pop();
      // What an annotation of ours holds is its parent's.
      if (closed !== undefined && closed !== open.at(-1))
        closed.text = closed.text.replace(/\s+/gu, ' ').trim();
    } else if (scanner.kind === 'text' || scanner.kind === 'cdata') {
      if (parent !== undefined) parent.text += scanner.characters();
    } else {
      const raw = scanner.text.slice(scanner.start, scanner.end);
      // The XML declaration is spelling.
      if (!/^<\?xml\s/.test(raw)) (parent?.children ?? outside).push(aside(scanner.kind, raw));
    }
  }
  if (scanner.failure !== null || root === null) return null;
  root.children.push(...outside);
  return root;
}

/** What was found wrong with a target as it was sent: of no use once it is back, whether it is kept or lost. */
function ownAnnotation(scanner: XmlScanner): 'tags' | 'whole' | null {
  const { element } = scanner;
  const { local, namespace } = element;
  if (isXliff(namespace)) {
    if (local !== 'mrk' && local !== 'sm' && local !== 'em') return null;
    return isIssueMark({ local, attributes: scanner.attributes }) ? 'tags' : null;
  }
  if (local !== 'locQualityIssues') return null;
  const id = scanner.attributes.find((each) => each.name === 'xml:id')?.value;
  return id?.startsWith(ISSUE_PREFIX) === true ? 'whole' : null;
}

function started(scanner: XmlScanner): Growing {
  const { element, attributes } = scanner;
  const said = attributes.filter(({ name, prefix }) => name !== 'xmlns' && prefix !== 'xmlns');
  return {
    kind: 'element',
    name: isXliff(element.namespace) ? element.local : expanded(element),
    isOwn: isXliff(element.namespace),
    attributes: new Map(said.map((each) => [each.prefix === '' ? each.local : expanded(each), each.value])),
    children: [],
    text: '',
  };
}

function aside(kind: 'comment' | 'instruction', raw: string): Node {
  const text = raw.replace(/\s+/gu, ' ');
  return { kind, name: '', isOwn: false, attributes: new Map(), children: [], text };
}

function expanded({ prefix, local, namespace }: XmlName): string {
  if (prefix === 'xml') return `xml:${local}`;
  return `{${namespace ?? prefix}}${local}`;
}

const NAMING = ['id', 'mid', 'tool-id', 'phase-name', 'original', 'name'];

/** What an element is known by among its like; '' where it has no name. */
export function keyOf(node: Node): string {
  for (const name of NAMING) {
    const value = node.attributes.get(name);
    if (value !== undefined && value !== '') return value;
  }
  return '';
}

/** For people. */
export function labelOf(node: Node): string {
  if (node.kind !== 'element') return node.kind;
  const local = node.name.slice(node.name.lastIndexOf('}') + 1);
  const key = keyOf(node);
  return key === '' ? local : `${local} ${key}`;
}

/** The node with everything in it, as one text: equal for equal nodes, whatever the order of attributes. */
export function signatureOf(node: Node): string {
  return JSON.stringify(shapeOf(node));
}

function shapeOf(node: Node): readonly unknown[] {
  const attributes = [...node.attributes].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [node.kind, node.name, attributes, node.text, node.children.map(shapeOf)];
}
