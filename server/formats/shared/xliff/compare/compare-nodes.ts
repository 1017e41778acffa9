/**
 * Two elements that are the same one, sent and returned: their attributes, text, and children, paired by name and
 * id, then by being equal, then by name in order. Invariant: every node of either side is counted once.
 */
import { risingSubsequence } from '../../../../core/document/receipt/in-order.ts';
import { kindOf, kindOfAttribute } from './kinds.ts';
import type { Tally } from './tally.ts';
import { keyOf, labelOf, signatureOf, type Node } from './tree.ts';

/** What the walk notices beside counting. */
export interface Notice {
  readonly lost: (node: Node, place: string) => void;
  readonly changed: (node: Node, place: string) => void;
  readonly attributeLost: (node: Node, name: string, place: string) => void;
}

/** Within these of a unit, the text and its order are the translator's; the receipt's rows tell of it. */
const CONTENT = new Set(['source', 'seg-source', 'target']);
const HOLDERS = new Set(['unit', 'trans-unit', 'segment', 'ignorable']);

export class NodeComparison {
  readonly #tally: Tally;
  readonly #notice: Notice;

  constructor(tally: Tally, notice: Notice) {
    this.#tally = tally;
    this.#notice = notice;
  }

  /** `inContent`: inside the text of a unit. */
  compare(sent: Node, back: Node, place: string, inContent = false): void {
    this.#compareAttributes(sent, back, place);
    const kind = kindOf(sent);
    // The base64 of a skeleton may be broken into other lines.
    const text = (node: Node): string => (kind === 'skeleton' ? node.text.replace(/\s+/gu, '') : node.text);
    const isText = inContent && (kind === 'annotation' || sent.name === 'g' || sent.name === 'pc');
    const isContent = CONTENT.has(sent.name) && inContent;
    if (!isText && !isContent && text(sent) !== text(back)) {
      this.#tally.tell(kind, 'changed', place, sent.text, back.text);
      this.#notice.changed(sent, place);
    } else this.#tally.keep(kind);
    this.#compareChildren(sent, back, place, inContent || isContent);
  }

  #compareAttributes(sent: Node, back: Node, place: string): void {
    for (const [name, value] of sent.attributes) {
      const kind = kindOfAttribute(name);
      const at = `${place} > @${localOf(name)}`;
      const other = back.attributes.get(name);
      if (other === value) this.#tally.keep(kind);
      else {
        this.#tally.tell(kind, other === undefined ? 'lost' : 'changed', at, value, other ?? '');
        if (other === undefined) this.#notice.attributeLost(sent, name, place);
      }
    }
    for (const [name, value] of back.attributes) {
      if (sent.attributes.has(name)) continue;
      this.#tally.tell(kindOfAttribute(name), 'added', `${place} > @${localOf(name)}`, '', value);
    }
  }

  #compareChildren(sent: Node, back: Node, place: string, inContent: boolean): void {
    const pairs = pairNodes(sent.children, back.children);
    const paired = new Set(pairs.values());
    const index = new Map(back.children.map((node, at) => [node, at]));
    const both = sent.children.flatMap((node) => {
      const other = pairs.get(node);
      return other === undefined ? [] : [{ node, at: index.get(other) ?? 0 }];
    });
    const rising = inContent ? null : risingSubsequence(both.map((each) => each.at));
    const moved = new Set(both.filter((_, at) => rising?.has(at) === false).map((each) => each.node));
    for (const node of sent.children) {
      const other = pairs.get(node);
      const at = `${place} > ${labelOf(node)}`;
      if (other !== undefined) {
        if (moved.has(node)) this.#tally.tell(kindOf(node), 'moved', at, '', '');
        this.compare(node, other, at, inContent || (HOLDERS.has(sent.name) && CONTENT.has(node.name)));
      } else if (node.name !== 'target' || !HOLDERS.has(sent.name)) {
        this.#tally.tell(kindOf(node), 'lost', at, excerpt(node), '');
        this.#notice.lost(node, at);
      }
    }
    for (const node of back.children) {
      const isTranslation = node.name === 'target' && HOLDERS.has(sent.name);
      if (paired.has(node) || isTranslation) continue;
      this.#tally.tell(kindOf(node), 'added', `${place} > ${labelOf(node)}`, '', excerpt(node));
    }
  }
}

function pairNodes(sent: readonly Node[], back: readonly Node[]): ReadonlyMap<Node, Node> {
  const pairs = new Map<Node, Node>();
  const taken = new Set<Node>();
  const pairBy = (nameOf: (node: Node) => string | null): void => {
    const waiting = new Map<string, Node[]>();
    for (const node of back) {
      const name = taken.has(node) ? null : nameOf(node);
      if (name === null) continue;
      const list = waiting.get(name);
      if (list === undefined) waiting.set(name, [node]);
      else list.push(node);
    }
    for (const list of waiting.values()) list.reverse();
    for (const node of sent) {
      const name = pairs.has(node) ? null : nameOf(node);
      const other = name === null ? undefined : waiting.get(name)?.pop();
      if (other === undefined) continue;
      pairs.set(node, other);
      taken.add(other);
    }
  };
  pairBy((node) => (keyOf(node) === '' ? null : `${node.kind} ${node.name} ${keyOf(node)}`));
  if (pairs.size < sent.length && taken.size < back.length) {
    pairBy(signatureOf);
    pairBy((node) => (node.kind === 'element' ? node.name : null));
  }
  return pairs;
}

function localOf(name: string): string {
  return name.slice(name.lastIndexOf('}') + 1);
}

/** What a person recognises it by. */
function excerpt(node: Node): string {
  const attributes = [...node.attributes].map(([name, value]) => `${localOf(name)}="${value}"`).join(' ');
  const inner = [node.text, ...node.children.map(excerpt)].filter((each) => each !== '').join(' ');
  return [attributes, inner]
    .filter((each) => each !== '')
    .join(' ')
    .slice(0, 400);
}
