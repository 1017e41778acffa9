/**
 * Markdown text to its syntax tree (CommonMark 0.31 with front matter, GFM tables and footnotes), with what the
 * tree leaves out: where the escapes, character references and quote prefixes stand. Offsets are UTF-16 offsets
 * in the text. What nests too deeply is refused before it can exhaust the stack.
 */
import { fromMarkdown, type Extension } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import type { Nodes, Root } from 'mdast';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { placeAt, problem, type Problem } from '../../core/problem.ts';
import { findDeepLine, MAX_DEPTH } from './bounds.ts';

/** Something in running text that is not read as it stands. */
interface Mark {
  readonly kind: 'escape' | 'reference' | 'quote-prefix';
  readonly end: number;
  /** What it is read as. */
  readonly text: string;
}

export interface Parsed {
  readonly text: string;
  readonly tree: Root;
  /** By the offset at which they begin. */
  readonly marks: ReadonlyMap<number, Mark>;
}

type ParseResult = { readonly parsed: Parsed } | { readonly problem: Problem };

/** Reports `nesting-too-deep` with the line of the first block that is. */
export function parseMarkdown(text: string): ParseResult {
  const deep = findDeepLine(text);
  if (deep >= 0) return { problem: problem('nesting-too-deep', placeAt(text, deep), { limit: MAX_DEPTH }) };
  const marks = new Map<number, Mark>();
  // The parser drops a leading U+FEFF, which would shift every offset; a word joiner is read like it.
  const readable = text.startsWith('\uFEFF') ? `\u2060${text.slice(1)}` : text;
  const tree = fromMarkdown(readable, {
    extensions: [frontmatter('yaml'), gfmTable(), gfmFootnote()],
    mdastExtensions: [
      frontmatterFromMarkdown('yaml'),
      gfmTableFromMarkdown(),
      gfmFootnoteFromMarkdown(),
      recordMarks(text, marks),
    ],
  });
  const tooDeep = findDeepNode(tree);
  if (tooDeep !== null) {
    const place = placeAt(text, startOf(tooDeep));
    return { problem: problem('nesting-too-deep', place, { limit: MAX_DEPTH }) };
  }
  return { parsed: { text, tree, marks } };
}

export function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

export function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0;
}

/** Listens to the parser's tokens; takes over none of its own handlers. */
function recordMarks(text: string, marks: Map<number, Mark>): Extension {
  let reference: { readonly start: number; readonly length: number } | null = null;
  return {
    enter: {
      characterReferenceMarker(token) {
        const tail = this.stack.at(-1);
        const value = tail?.type === 'text' ? tail.value : '';
        if (reference === null) reference = { start: token.start.offset, length: value.length };
        else {
          const decoded = value.slice(reference.length);
          marks.set(reference.start, { kind: 'reference', end: token.end.offset, text: decoded });
          reference = null;
        }
      },
    },
    exit: {
      characterEscape(token) {
        const { start, end } = token;
        marks.set(start.offset, {
          kind: 'escape',
          end: end.offset,
          text: text.slice(start.offset + 1, end.offset),
        });
      },
      blockQuotePrefix(token) {
        marks.set(token.start.offset, { kind: 'quote-prefix', end: token.end.offset, text: '' });
      },
    },
  };
}

/** The first node below more than the allowed number of others; walks without recursion. */
function findDeepNode(tree: Root): Nodes | null {
  let level: readonly Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    const first = level[0];
    if (depth > MAX_DEPTH && first) return first;
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return null;
}
