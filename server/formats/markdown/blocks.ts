/**
 * The blocks of a Markdown text: the places whose text is translated, in reading order, each as a flow, and the
 * tree that they stand in. Nothing is joined, cut or numbered here: reading makes units of them, and writing
 * finds by them how a place is to be written.
 */
import type { BlockContent, DefinitionContent, Heading, List, Nodes, RootContent, Table } from 'mdast';
import type { Flow } from '../../core/document/flow.ts';
import { readFrontMatter, type Quoting } from './front-matter.ts';
import { inlineFlow, type Targets } from './inline.ts';
import { endOf, startOf, type Parsed } from './parse.ts';

/** Where text stands; it decides what must be escaped. */
export type TextPlace =
  | { readonly kind: 'paragraph' | 'setext-heading'; readonly linePrefix: string }
  | { readonly kind: 'heading' | 'cell' }
  | { readonly kind: 'metadata'; readonly quoting: Quoting };

export interface TextBlock {
  readonly place: TextPlace;
  readonly flow: Flow;
  readonly start: number;
  readonly end: number;
  /** A paragraph of the document itself, not of a quote, list or footnote. */
  readonly topLevel: boolean;
}

/** The outline while its units have no ids yet: a text is an index into the blocks. */
export type BlockNode =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4 | 5 | 6; readonly block: number }
  | { readonly kind: 'paragraph'; readonly block: number }
  | { readonly kind: 'metadata'; readonly name: string; readonly block: number }
  | { readonly kind: 'quote'; readonly children: readonly BlockNode[] }
  | { readonly kind: 'footnote'; readonly label: string; readonly children: readonly BlockNode[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly BlockNode[])[];
    }
  | {
      readonly kind: 'table';
      readonly align: readonly ('left' | 'right' | 'center' | null)[];
      readonly rows: readonly (readonly (number | null)[])[];
    }
  | { readonly kind: 'code'; readonly text: string; readonly language: string }
  | { readonly kind: 'rule' };

export interface Blocks {
  readonly blocks: readonly TextBlock[];
  readonly tree: readonly BlockNode[];
}

interface Collecting {
  readonly parsed: Parsed;
  readonly targets: Targets;
  readonly blocks: TextBlock[];
}

export function findBlocks(parsed: Parsed): Blocks {
  const collecting = { parsed, targets: linkTargets(parsed), blocks: [] };
  const tree = collectAll(parsed.tree.children, collecting, true);
  return { blocks: collecting.blocks, tree };
}

function linkTargets(parsed: Parsed): Targets {
  const targets = new Map<string, string>();
  const waiting: Nodes[] = [parsed.tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'definition' && !targets.has(node.identifier)) targets.set(node.identifier, node.url);
    if ('children' in node) waiting.push(...node.children.toReversed());
  }
  return targets;
}

type Child = RootContent | BlockContent | DefinitionContent;

function collectAll(children: readonly Child[], to: Collecting, topLevel: boolean): BlockNode[] {
  return children.flatMap((child) => collect(child, to, topLevel));
}

/** Depth is bounded by parseMarkdown. */
function collect(node: Child, to: Collecting, topLevel: boolean): BlockNode[] {
  if (node.type === 'yaml') return collectMetadata(node, to);
  if (node.type === 'heading') return collectHeading(node, to);
  if (node.type === 'paragraph') {
    const place = { kind: 'paragraph', linePrefix: linePrefix(to.parsed.text, node) } as const;
    const block = addBlock(inlineFlow(node.children, to.parsed, to.targets), place, topLevel, to);
    return block === null ? [] : [{ kind: 'paragraph', block }];
  }
  if (node.type === 'blockquote') return [{ kind: 'quote', children: collectAll(node.children, to, false) }];
  if (node.type === 'footnoteDefinition') {
    const children = collectAll(node.children, to, false);
    return [{ kind: 'footnote', label: node.label ?? node.identifier, children }];
  }
  if (node.type === 'list') return [collectList(node, to)];
  if (node.type === 'table') return [collectTable(node, to)];
  if (node.type === 'code') return [{ kind: 'code', text: node.value, language: node.lang ?? '' }];
  return node.type === 'thematicBreak' ? [{ kind: 'rule' }] : [];
}

function collectHeading(node: Heading, to: Collecting): BlockNode[] {
  const start = startOf(node);
  const { text } = to.parsed;
  const place: TextPlace = /^#{1,6}(?:\s|$)/.test(text.slice(start, start + 7))
    ? { kind: 'heading' }
    : { kind: 'setext-heading', linePrefix: linePrefix(text, node) };
  const block = addBlock(inlineFlow(node.children, to.parsed, to.targets), place, false, to);
  return block === null ? [] : [{ kind: 'heading', level: node.depth, block }];
}

function collectMetadata(node: Nodes, to: Collecting): BlockNode[] {
  const values = readFrontMatter(to.parsed.text, startOf(node), endOf(node));
  return values.flatMap(({ name, quoting, flow }) => {
    const block = addBlock(flow, { kind: 'metadata', quoting }, false, to);
    return block === null ? [] : [{ kind: 'metadata', name, block }];
  });
}

function collectList(node: List, to: Collecting): BlockNode {
  const items = node.children.map((item) => collectAll(item.children, to, false));
  return { kind: 'list', ordered: node.ordered ?? false, start: node.start ?? 1, items };
}

function collectTable(node: Table, to: Collecting): BlockNode {
  const rows = node.children.map((row) =>
    row.children.map((cell) =>
      addBlock(inlineFlow(cell.children, to.parsed, to.targets), { kind: 'cell' }, false, to),
    ),
  );
  return { kind: 'table', align: node.align ?? [], rows };
}

/** Index of the new block; null where there is nothing in it. */
function addBlock(flow: Flow, place: TextPlace, topLevel: boolean, to: Collecting): number | null {
  const start = flow[0]?.start;
  const end = flow.at(-1)?.end;
  if (start === undefined || end === undefined) return null;
  return to.blocks.push({ place, flow, start, end, topLevel }) - 1;
}

/** What a further line of the block must begin with: `> - text` has `>   `. */
function linePrefix(text: string, node: Nodes): string {
  const start = startOf(node);
  const lineStart = start - ((node.position?.start.column ?? 1) - 1);
  return text.slice(lineStart, start).replace(/[^>\s]/g, ' ');
}
