/**
 * The file that was sent against the one that came back, beside what was translated: every element, attribute,
 * comment and instruction. Independent of how units are read: it knows XML and where units stand, no more.
 */
import { Reasons } from '../../../../core/document/receipt/reasons.ts';
import { risingSubsequence } from '../../../../core/document/receipt/in-order.ts';
import type { StructureReport } from '../../../../core/document/structure.ts';
import { decodeXml } from '../../xml/encoding.ts';
import { XmlScanner } from '../../xml/scanner.ts';
import { NodeComparison, type Notice } from './compare-nodes.ts';
import { kindOf, kindOfAttribute, STATE_ATTRIBUTES } from './kinds.ts';
import { Tally } from './tally.ts';
import { findTools } from './tools.ts';
import { fileTree, isXliff, unitTree, type FileTree, type Node, type UnitNode } from './tree.ts';

/** null where one of them is not well-formed. */
export function compareStructure(sent: Uint8Array, back: Uint8Array): StructureReport | null {
  const [was, is] = [treeOf(sent), treeOf(back)];
  return was === null || is === null ? null : new FileComparison(was, is).report();
}

function treeOf(bytes: Uint8Array): FileTree | null {
  const { file } = decodeXml(bytes);
  return file === null ? null : fileTree(file.text);
}

/** What may stand alone as an id of XLIFF; of other elements it is an attribute like any other. */
const IDS = new Set(['id', 'mid']);

class FileComparison {
  readonly #sent: FileTree;
  readonly #back: FileTree;
  readonly #tally = new Tally();
  readonly #reasons = new Reasons();
  readonly #stateLost = new Set<number>();
  readonly #nodes: NodeComparison;
  /** Position of the unit that is compared; -1 outside units. */
  #unit = -1;

  constructor(sent: FileTree, back: FileTree) {
    this.#sent = sent;
    this.#back = back;
    const notice: Notice = {
      lost: (node, place) => {
        this.#lost(node, place);
      },
      changed: (node, place) => {
        if (kindOf(node) === 'skeleton') this.#reasons.add('skeleton-changed', place);
      },
      attributeLost: (node, name, place) => {
        if (node.isOwn && IDS.has(name)) this.#reasons.add('ids-lost', place);
        if (node.isOwn && STATE_ATTRIBUTES.has(name) && this.#unit >= 0) this.#stateLost.add(this.#unit);
      },
    };
    this.#nodes = new NodeComparison(this.#tally, notice);
  }

  report(): StructureReport {
    this.#nodes.compare(this.#sent.root, this.#back.root, 'xliff');
    this.#compareUnits();
    return {
      counts: this.#tally.counts(),
      differences: this.#tally.differences,
      tools: findTools(this.#sent, this.#back, this.#tally.counts()),
      reasons: this.#reasons.reasons(),
      stateLost: [...this.#stateLost],
    };
  }

  #lost(node: Node, place: string): void {
    const kind = kindOf(node);
    if (kind === 'skeleton') this.#reasons.add('skeleton-lost', place);
    else if (kind === 'original-data') this.#reasons.add('original-data-lost', place);
    // Those of units are told by the rows.
    else if (kind === 'note' && this.#unit < 0) this.#reasons.add('notes-lost', place);
    // The header goes with its skeleton and notes.
    else for (const child of node.isOwn ? node.children : []) this.#lost(child, `${place} > ${child.name}`);
  }

  #compareUnits(): void {
    const pairs = pairUnits(this.#sent, this.#back);
    const place = new Map(this.#back.units.map((unit, index) => [unit, index]));
    const both = this.#sent.units.flatMap((unit) => {
      const other = pairs.get(unit);
      return other === undefined ? [] : [{ unit, at: place.get(other) ?? 0 }];
    });
    const rising = risingSubsequence(both.map((each) => each.at));
    const moved = new Set(both.filter((_, index) => !rising.has(index)).map((each) => each.unit));
    this.#sent.units.forEach((unit, index) => {
      const other = pairs.get(unit);
      const at = placeOf(unit);
      this.#unit = index;
      if (other === undefined) this.#tally.tell('unit', 'lost', at, '', '');
      else {
        if (moved.has(unit) || other.parents !== unit.parents)
          this.#tally.tell('unit', 'moved', at, unit.parents, other.parents);
        this.#compareUnit(unit, other, at);
      }
    });
    this.#unit = -1;
    const known = new Set(pairs.values());
    for (const unit of this.#back.units)
      if (!known.has(unit)) this.#tally.tell('unit', 'added', placeOf(unit), '', '');
  }

  #compareUnit(sent: UnitNode, back: UnitNode, place: string): void {
    const [a, b] = [this.#sent.text.slice(sent.start, sent.end), this.#back.text.slice(back.start, back.end)];
    if (a === b) {
      this.#keepAll(sent);
      return;
    }
    const [was, is] = [unitTree(this.#sent.text, sent), unitTree(this.#back.text, back)];
    if (was !== null && is !== null) this.#nodes.compare(was, is, place);
  }

  #keepAll({ start, scope }: UnitNode): void {
    const scanner = new XmlScanner(this.#sent.text, { start, scope });
    while (scanner.next()) {
      if (scanner.kind === 'comment' || scanner.kind === 'instruction') this.#tally.keep(scanner.kind);
      if (scanner.kind !== 'start') continue;
      const { namespace, local } = scanner.element;
      const isOwn = isXliff(namespace);
      const name = isOwn ? local : `{${namespace ?? ''}}${local}`;
      this.#tally.keep(
        kindOf({ kind: 'element', name, isOwn, attributes: new Map(), children: [], text: '' }),
      );
      for (const each of scanner.attributes) {
        if (each.name === 'xmlns' || each.prefix === 'xmlns') continue;
        this.#tally.keep(kindOfAttribute(each.prefix === '' || each.prefix === 'xml' ? each.local : '{'));
      }
    }
  }
}

function placeOf(unit: UnitNode): string {
  return `${unit.parents} > unit ${unit.id}`;
}

/** By id and the file that they are in, then by id, then by their sources. */
function pairUnits(sent: FileTree, back: FileTree): ReadonlyMap<UnitNode, UnitNode> {
  const pairs = new Map<UnitNode, UnitNode>();
  const taken = new Set<UnitNode>();
  const pairBy = (nameOf: (tree: FileTree, unit: UnitNode) => string): void => {
    const waiting = new Map<string, UnitNode[]>();
    for (const unit of back.units.toReversed()) {
      if (taken.has(unit)) continue;
      const name = nameOf(back, unit);
      const list = waiting.get(name);
      if (list === undefined) waiting.set(name, [unit]);
      else list.push(unit);
    }
    for (const unit of sent.units) {
      const other = pairs.has(unit) ? undefined : waiting.get(nameOf(sent, unit))?.pop();
      if (other === undefined) continue;
      pairs.set(unit, other);
      taken.add(other);
    }
  };
  pairBy((_, unit) => `${unit.parents}\u0000${unit.id}`);
  if (pairs.size < sent.units.length) pairBy((_, unit) => unit.id);
  if (pairs.size < sent.units.length && taken.size < back.units.length) pairBy(sourceOf);
  return pairs;
}

/** All source text of a unit, white space aside. */
function sourceOf({ text }: FileTree, { start, scope }: UnitNode): string {
  const scanner = new XmlScanner(text, { start, scope });
  let source = '';
  let inside = 0;
  while (scanner.next()) {
    if (scanner.kind === 'start' && scanner.element.local === 'source') inside = scanner.depth;
    else if (scanner.kind === 'end' && scanner.depth < inside) inside = 0;
    else if (inside > 0 && scanner.kind === 'text') source += scanner.characters();
  }
  return source.replace(/\s+/gu, '');
}
