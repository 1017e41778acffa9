/**
 * A catalogue of messages as i18next keeps them: one JSON file a namespace and language, its strings found by the
 * path of property names that leads to them. Reading notes where each string stands, so that one can be replaced
 * and every other byte of the file stays.
 */
import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { placeAt, problem, type Problem } from '../core/problem.ts';

/** Property names and array positions from the root to a string. */
export type MessagePath = readonly (string | number)[];

export interface Message {
  /** The path joined by points, as i18next writes it; unique in its catalogue. */
  readonly key: string;
  readonly path: MessagePath;
  readonly text: string;
  /** Of the string with its quotes, UTF-16 offsets in the catalogue's text. */
  readonly start: number;
  readonly end: number;
}

export interface Catalogue {
  /** The namespace: the file's name without its extension. */
  readonly name: string;
  /** Without folders. */
  readonly fileName: string;
  /** Without a byte order mark. */
  readonly text: string;
  readonly marked: boolean;
  readonly messages: readonly Message[];
}

/** Deeper than any honest catalogue, so that walking it may recurse. */
const MAX_DEPTH = 100;

/** null with what is wrong: no UTF-8, no JSON object, two strings with one key. */
export function readCatalogue(
  bytes: Uint8Array,
  fileName: string,
): { readonly catalogue: Catalogue | null; readonly problems: readonly Problem[] } {
  const refuse = (...problems: readonly Problem[]) => ({ catalogue: null, problems });
  let whole: string;
  try {
    whole = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse(problem('catalog-unreadable', null, { file: fileName, reason: 'UTF-8' }));
  }
  const marked = whole.startsWith('\ufeff');
  const text = marked ? whole.slice(1) : whole;
  if (nestingOf(text) > MAX_DEPTH) return refuse(problem('nesting-too-deep', null, { limit: MAX_DEPTH }));
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  const [error] = errors;
  if (error !== undefined || root?.type !== 'object') {
    const place = placeAt(text, error?.offset ?? 0);
    const reason = error === undefined ? 'ObjectExpected' : printParseErrorCode(error.error);
    return refuse(problem('catalog-unreadable', place, { file: fileName, reason }));
  }
  const messages: Message[] = [];
  const doubled = collect(root, [], messages) ?? sameKey(messages);
  if (doubled !== null) {
    return refuse(problem('catalog-key-duplicate', placeAt(text, doubled.start), { key: doubled.key }));
  }
  const plainName = fileName.replace(/^.*[/\\]/, '');
  const name = plainName.replace(/\.[^.]+$/, '');
  return { catalogue: { name, fileName: plainName, text, marked, messages }, problems: [] };
}

/** The deepest that brackets and braces nest, also those in strings: an upper bound, found without recursion. */
function nestingOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (inString) {
      if (unit === 0x5c) at += 1;
      else if (unit === 0x22) inString = false;
    } else if (unit === 0x22) inString = true;
    else if (unit === 0x7b || unit === 0x5b) deepest = Math.max(deepest, (depth += 1));
    else if (unit === 0x7d || unit === 0x5d) depth -= 1;
  }
  return deepest;
}

interface DoubledKey {
  readonly key: string;
  readonly start: number;
}

/** Two paths may make one key: `a.b`, and `b` in `a`. */
function sameKey(messages: readonly Message[]): DoubledKey | null {
  const seen = new Set<string>();
  return messages.find(({ key }) => seen.size === seen.add(key).size) ?? null;
}

/** Gives a property that stands twice in its object, or null. */
function collect(node: Node, path: MessagePath, into: Message[]): DoubledKey | null {
  if (node.type === 'string') {
    const { offset: start, length } = node;
    into.push({ key: path.join('.'), path, text: String(node.value), start, end: start + length });
  }
  const names = new Set<string>();
  for (const [index, child] of (node.children ?? []).entries()) {
    const [property, value] = child.children ?? [];
    const name = node.type === 'array' ? index : String(property?.value);
    const below = [...path, name];
    if (typeof name === 'string' && names.size === names.add(name).size) {
      return { key: below.join('.'), start: child.offset };
    }
    const inner = node.type === 'array' ? child : value;
    const doubled = inner === undefined ? null : collect(inner, below, into);
    if (doubled !== null) return doubled;
  }
  return null;
}
