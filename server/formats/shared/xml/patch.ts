/**
 * Changes to a text as patches of its spans. Invariant: what no patch covers stays as it was, to the character.
 */
import type { XmlElement } from './element.ts';
import { escapeAttribute } from './escape.ts';
import type { XmlAttribute } from './scanner.ts';

export interface Patch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** As much of a start tag as changing its attributes needs. */
export interface PatchableTag {
  readonly name: string;
  readonly start: number;
  readonly attributes: readonly XmlAttribute[];
}

/** The text with all patches applied; those at one place in the order given. They must not overlap. */
export function applyPatches(text: string, patches: readonly Patch[]): string {
  if (patches.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const patch of inOrder(patches)) {
    if (patch.start < at) throw new Error(`patches overlap at ${patch.start}`);
    pieces.push(text.slice(at, patch.start), patch.text);
    at = patch.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

/** As they stand in what they change; those at one place in the order given, what replaces nothing first. */
export function inOrder<Change extends Patch>(changes: readonly Change[]): readonly Change[] {
  let before: Change | null = null;
  for (const change of changes) {
    if (before !== null && (before.start - change.start || before.end - change.end) > 0) {
      return changes.toSorted((a, b) => a.start - b.start || a.end - b.end);
    }
    before = change;
  }
  return changes;
}

/** Gives an attribute a value, or takes it away (null), in the quotes that the tag uses. */
export function setAttribute(
  text: string,
  tag: PatchableTag,
  name: string,
  value: string | null,
): readonly Patch[] {
  let found: XmlAttribute | undefined;
  for (const attribute of tag.attributes) if (attribute.name === name) found ??= attribute;
  if (found !== undefined && value !== null) {
    if (found.value === value) return [];
    return [{ start: found.valueStart, end: found.valueEnd, text: escapeAttribute(value) }];
  }
  if (found !== undefined) {
    return [
      { start: found.start - spaceBefore(text, found.start).length, end: found.valueEnd + 1, text: '' },
    ];
  }
  if (value === null) return [];
  const last = tag.attributes.at(-1);
  const at = last === undefined ? tag.start + 1 + tag.name.length : last.valueEnd + 1;
  const quote = last === undefined ? '"' : (text[last.valueEnd] ?? '"');
  return [{ start: at, end: at, text: ` ${name}=${quote}${escapeAttribute(value)}${quote}` }];
}

/** Attributes to be set, or taken away (null). */
export type AttributeChanges = Readonly<Record<string, string | null>>;

export function setAttributes(text: string, tag: PatchableTag, changes: AttributeChanges): readonly Patch[] {
  return Object.entries(changes).flatMap(([name, value]) => setAttribute(text, tag, name, value));
}

/** An attribute as written, with a space before it; '' where it is not there. */
export function rawAttribute(text: string, element: XmlElement, name: string): string {
  const found = element.attributes.find((attribute) => attribute.name === name);
  return found === undefined ? '' : ` ${text.slice(found.start, found.valueEnd + 1)}`;
}

/** Replaces everything between the tags; an empty element gets an end tag. */
export function setContent(element: XmlElement, markup: string): Patch {
  if (!element.empty) return { start: element.openEnd, end: element.closeStart, text: markup };
  return { start: element.end - 2, end: element.end, text: `>${markup}</${element.name}>` };
}

/** The start tag of an element as written but for the changes, if any; of an empty one as if it were not. */
export function startTagOf(
  text: string,
  element: XmlElement,
  changes: AttributeChanges | null = null,
): string {
  const raw = tagOf(text, element, changes);
  return element.empty ? `${raw.slice(0, -2).trimEnd()}>` : raw;
}

/** The start tag (or the whole of an empty element) as written but for the changes, if any. */
export function tagOf(text: string, element: XmlElement, changes: AttributeChanges | null): string {
  if (changes === null) return text.slice(element.start, element.openEnd);
  const moved = setAttributes(text, element, changes).map((patch) => ({
    ...patch,
    start: patch.start - element.start,
    end: patch.end - element.start,
  }));
  return applyPatches(text.slice(element.start, element.openEnd), moved);
}

/** The white space directly before an offset. */
function spaceBefore(text: string, offset: number): string {
  let at = offset;
  while (at > 0 && /[ \t\r\n]/.test(text[at - 1] ?? '')) at -= 1;
  return text.slice(at, offset);
}

/** The white space between the previous tag and an element: what a new neighbour is indented with. */
export function indentOf(text: string, element: XmlElement): string {
  const space = spaceBefore(text, element.start);
  return text[element.start - space.length - 1] === '>' ? space : '';
}
