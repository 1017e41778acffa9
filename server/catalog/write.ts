/** New texts put into a catalogue: each string on its place, messages that it lacks where the source has them. */
import { applyEdits, findNodeAtLocation, parseTree, type Edit, type Node } from 'jsonc-parser';
import type { Catalogue, MessagePath } from './catalogue.ts';

export interface NewText {
  readonly key: string;
  readonly path: MessagePath;
  readonly text: string;
}

/** UTF-8; the identical text where every string is already as wanted. `model` gives the order of new messages. */
export function writeCatalogue(
  catalogue: Catalogue,
  texts: readonly NewText[],
  model: Catalogue,
): Uint8Array {
  const present = new Map(catalogue.messages.map((message) => [message.key, message]));
  const changes = texts.flatMap(({ key, text }) => {
    const message = present.get(key);
    if (message === undefined || message.text === text) return [];
    const { start, end } = message;
    return [{ offset: start, length: end - start, content: JSON.stringify(text) }];
  });
  const whole = texts
    .filter(({ key }) => !present.has(key))
    .reduce((text, added) => insert(text, added, model), applyEdits(catalogue.text, changes));
  return new TextEncoder().encode(`${catalogue.marked ? '\ufeff' : ''}${whole}`);
}

/** Adds one message, with the objects around it that are not there yet; nothing else moves. */
function insert(text: string, { path, text: value }: NewText, model: Catalogue): string {
  const root = parseTree(text);
  if (root === undefined) return text;
  let depth = path.length - 1;
  while (depth > 0 && findNodeAtLocation(root, path.slice(0, depth)) === undefined) depth -= 1;
  const parent = findNodeAtLocation(root, path.slice(0, depth));
  if (parent === undefined) return text;
  const edit = insertion(text, parent, path.slice(depth), value, orderOf(model, path.slice(0, depth)));
  return edit === null ? text : applyEdits(text, [edit]);
}

/** Names below a path, in the model's order. */
function orderOf(model: Catalogue, parent: MessagePath): readonly string[] {
  const inside = model.messages.filter(({ path }) => parent.every((name, index) => path[index] === name));
  return [...new Set(inside.map(({ path }) => String(path[parent.length])))];
}

/** null where the parent is neither object nor array: the catalogue has another shape than its source. */
function insertion(
  text: string,
  parent: Node,
  path: MessagePath,
  value: string,
  order: readonly string[],
): Edit | null {
  const name = path[0] ?? '';
  if (parent.type !== 'object' && parent.type !== 'array') return null;
  const children = parent.children ?? [];
  const style = styleOf(text, parent);
  const body = path.slice(1).reduceRight<string>((inner, key) => wrap(key, inner), JSON.stringify(value));
  const content = parent.type === 'array' ? body : `${JSON.stringify(String(name))}: ${body}`;
  const rank = order.indexOf(String(name));
  const names = children.map((child) => String(child.children?.[0]?.value));
  const behind =
    parent.type === 'array' ? -1 : names.findIndex((each) => rank >= 0 && order.indexOf(each) > rank);
  const previous = children.at(behind < 0 ? -1 : behind - 1);
  if (behind === 0 || previous === undefined) {
    const close = children.length === 0 ? style.outer : ',';
    return { offset: parent.offset + 1, length: 0, content: `${style.inner}${content}${close}` };
  }
  return { offset: previous.offset + previous.length, length: 0, content: `,${style.inner}${content}` };
}

function wrap(key: string | number, inner: string): string {
  return typeof key === 'number' ? `[${inner}]` : `{ ${JSON.stringify(key)}: ${inner} }`;
}

/** White space before each member, and before the closing bracket where there is no member yet. */
function styleOf(text: string, parent: Node): { readonly inner: string; readonly outer: string } {
  const first = parent.children?.[0];
  if (first !== undefined) return { inner: text.slice(parent.offset + 1, first.offset), outer: '' };
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const line = text.slice(text.lastIndexOf('\n', parent.offset) + 1, parent.offset);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const unit = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  return { inner: `${newline}${indent}${unit}`, outer: `${newline}${indent}` };
}
