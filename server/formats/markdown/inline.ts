/**
 * The inside of a paragraph, heading or table cell as a flow: its text decoded, its markup as inline codes. The
 * pieces cover the original from the first to the last without a gap.
 */
import type { ImageReference, Image, Link, LinkReference, Nodes, PhrasingContent, Text } from 'mdast';
import type { Flow, FlowPiece } from '../../core/document/flow.ts';
import { CODE_SUBTYPES } from '../../core/text/code-types.ts';
import type { CodeKind, InlineCode } from '../../core/text/content.ts';
import { endOf, startOf, type Parsed } from './parse.ts';

/** Where link references lead, by the normalised identifier. */
export type Targets = ReadonlyMap<string, string>;

type Look = Pick<InlineCode, 'equiv' | 'type' | 'subType' | 'href'>;

/** Codes are numbered by numberCodes, when it is known which flows make a unit. */
export function inlineFlow(children: readonly PhrasingContent[], parsed: Parsed, targets: Targets): Flow {
  const pieces: FlowPiece[] = [];
  for (const child of children) appendNode(child, { pieces, parsed, targets });
  return pieces;
}

/** Gives the codes of a unit their ids, 1, 2 … in the order of their openings. */
export function numberCodes(flow: Flow): Flow {
  let last = 0;
  const open: string[] = [];
  return flow.map((piece) => {
    if (piece.kind !== 'code') return piece;
    const closes = piece.code.code === 'close';
    const id = (closes ? open.pop() : undefined) ?? String((last += 1));
    if (piece.code.code === 'open') open.push(id);
    return { ...piece, code: { ...piece.code, id } };
  });
}

interface Appending {
  readonly pieces: FlowPiece[];
  readonly parsed: Parsed;
  readonly targets: Targets;
}

function appendNode(node: PhrasingContent, to: Appending): void {
  if (node.type === 'text') appendText(node, to);
  else if (node.type === 'emphasis') {
    appendPair(node, { equiv: '', type: 'fmt', subType: CODE_SUBTYPES.italic }, to);
  } else if (node.type === 'strong') {
    appendPair(node, { equiv: '', type: 'fmt', subType: CODE_SUBTYPES.bold }, to);
  } else if (node.type === 'link' || node.type === 'linkReference') appendLink(node, to);
  else appendCode('standalone', startOf(node), endOf(node), standaloneLook(node, to), to);
}

const LINE_BREAK: Look = { equiv: '\n', type: 'fmt', subType: CODE_SUBTYPES.lineBreak };

function standaloneLook(node: PhrasingContent, to: Appending): Look {
  if (node.type === 'break') return LINE_BREAK;
  if (node.type === 'inlineCode')
    return { equiv: node.value.replace(/\r\n|\r|\n/g, ' '), type: 'other', subType: CODE_SUBTYPES.code };
  if (node.type === 'image' || node.type === 'imageReference') {
    return { equiv: node.alt ?? '', type: 'image', subType: CODE_SUBTYPES.image, ...hrefOf(node, to) };
  }
  if (node.type === 'footnoteReference') {
    return {
      equiv: `[${node.label ?? node.identifier}]`,
      type: 'other',
      subType: CODE_SUBTYPES.noteReference,
    };
  }
  const isBreak = node.type === 'html' && /^<br[ \t]*\/?>$/i.test(node.value);
  return isBreak ? LINE_BREAK : { equiv: '', type: 'other', subType: CODE_SUBTYPES.html };
}

function hrefOf(
  node: Link | LinkReference | Image | ImageReference,
  to: Appending,
): { readonly href?: string } {
  const href = 'url' in node ? node.url : to.targets.get(node.identifier);
  return href === undefined ? {} : { href };
}

function appendLink(node: Link | LinkReference, to: Appending): void {
  const look = { equiv: '', type: 'link', subType: CODE_SUBTYPES.link, ...hrefOf(node, to) } as const;
  if (to.parsed.text.startsWith('<', startOf(node))) {
    const equiv = to.parsed.text.slice(startOf(node) + 1, endOf(node) - 1);
    appendCode(
      'standalone',
      startOf(node),
      endOf(node),
      { ...look, equiv, subType: CODE_SUBTYPES.autolink },
      to,
    );
  } else appendPair(node, look, to);
}

function appendPair(node: Nodes & { children: PhrasingContent[] }, look: Look, to: Appending): void {
  if (node.children.length === 0) {
    appendCode('standalone', startOf(node), endOf(node), look, to);
    return;
  }
  const delimiter = node.type === 'strong' ? 2 : 1;
  appendCode('open', startOf(node), startOf(node) + delimiter, look, to);
  for (const child of node.children) appendNode(child, to);
  const inner = to.pieces.at(-1)?.end ?? 0;
  const closing = look.type === 'link' ? skipPrefix(inner, to.parsed) : endOf(node) - delimiter;
  appendCode('close', closing, endOf(node), look, to);
  if (node.type === 'linkReference' && node.referenceType !== 'full') nameReference(node, to);
}

/** `[text]` and `[text][]` are found by their text, which a translation changes: what is written names it. */
function nameReference(node: LinkReference, to: Appending): void {
  const close = to.pieces.at(-1);
  if (close?.kind !== 'code') return;
  const label = to.parsed.text.slice(startOf(node) + 1, close.start);
  const text = `][${/[\r\n]/.test(label) ? node.identifier : label}]`;
  to.pieces[to.pieces.length - 1] = { ...close, code: { ...close.code, text } };
}

function appendCode(kind: CodeKind, start: number, end: number, look: Look, to: Appending): void {
  fillGap(start, to);
  const text = to.parsed.text.slice(start, end);
  const nests = kind === 'standalone' ? {} : { canOverlap: false as const };
  to.pieces.push({ kind: 'code', code: { code: kind, id: '', text, ...look, ...nests }, start, end });
}

function appendText(node: Text, to: Appending): void {
  const { text, marks } = to.parsed;
  const end = endOf(node);
  let at = startOf(node);
  if (!isLineEnd(text, at)) fillGap(at, to);
  let literal = Math.min(at, to.pieces.at(-1)?.end ?? at);
  while (at < end) {
    const mark = marks.get(at);
    if (!mark && !isLineEnd(text, at)) {
      at += 1;
      continue;
    }
    const start = mark ? at : spaceBefore(text, at, literal);
    const next = mark?.end ?? skipPrefix(text.startsWith('\r\n', at) ? at + 2 : at + 1, to.parsed);
    appendLiteral(literal, start, to);
    to.pieces.push({ kind: 'atomic', text: mark?.text ?? ' ', start, end: next });
    at = next;
    literal = next;
  }
  appendLiteral(literal, end, to);
}

function isLineEnd(text: string, at: number): boolean {
  const character = text[at];
  return character === '\n' || character === '\r';
}

/** Where the white space begins that ends at the line end: `foo \n> bar` has no text between `foo` and `bar`. */
function spaceBefore(text: string, lineEnd: number, from: number): number {
  let at = lineEnd;
  while (at > from && (text[at - 1] === ' ' || text[at - 1] === '\t')) at -= 1;
  return at;
}

function appendLiteral(start: number, end: number, to: Appending): void {
  if (end > start) to.pieces.push({ kind: 'literal', text: to.parsed.text.slice(start, end), start, end });
}

/** The first place of a continued line that is its text. */
function skipPrefix(from: number, { text, marks }: Parsed): number {
  let at = from;
  for (;;) {
    const mark = marks.get(at);
    const next = text[at];
    if (mark?.kind === 'quote-prefix') at = mark.end;
    else if (next === ' ' || next === '\t') at += 1;
    else return at;
  }
}

/**
 * What the tree leaves out between two pieces: the prefix of a line after a hard break belongs to the break,
 * anything else stands for nothing.
 */
function fillGap(until: number, to: Appending): void {
  const last = to.pieces.at(-1);
  if (!last || last.end >= until) return;
  const gap = to.parsed.text.slice(last.end, until);
  if (last.kind === 'code' && last.code.subType === CODE_SUBTYPES.lineBreak) {
    const code = { ...last.code, text: last.code.text + gap };
    to.pieces[to.pieces.length - 1] = { ...last, code, end: until };
  } else to.pieces.push({ kind: 'atomic', text: '', start: last.end, end: until });
}
