/** The inline elements of XLIFF 2.x (2.1 §4.2.3) as content. */
import type { CodeType, InlineCode } from '../../core/text/content.ts';
import { attributeIn, attributeOf, type XmlElement, type XmlNode } from '../shared/xml/element.ts';
import type { FoundCode } from '../shared/xliff/codes.ts';
import { readHref } from './format-style.ts';
import { isOwnMark } from '../shared/xliff/own-marks.ts';

export const FORMAT_STYLE_NAMESPACE = 'urn:oasis:names:tc:xliff:fs:2.0';

const TYPES: readonly CodeType[] = ['fmt', 'ui', 'quote', 'link', 'image', 'other'];

/** What reading codes needs to know of their unit. */
export interface CodeContext {
  readonly text: string;
  readonly isOwn: (namespace: string | null) => boolean;
  /** `originalData` by id. */
  readonly data: ReadonlyMap<string, string>;
  /** True ids by the ones in the file, where those had to differ. */
  readonly names: ReadonlyMap<string, string>;
}

/** The text of a source, target or data element, `cp` elements as the characters that they stand for. */
export function readData(element: XmlElement): string {
  return element.children
    .map((child) => (child.kind === 'text' ? child.text : child.local === 'cp' ? codePoint(child) : ''))
    .join('');
}

/** The character that a `cp` stands for. */
export function codePoint(element: XmlElement): string {
  const point = parseInt(attributeOf(element, 'hex') ?? '', 16);
  return Number.isNaN(point) || point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
}

/** The content of source or target. */
export function readContent(context: CodeContext, container: XmlElement): readonly (string | FoundCode)[] {
  const parts: (string | FoundCode)[] = [];
  const [only] = container.children;
  if (container.children.length === 1 && only?.kind === 'text') return [only.text];
  const starts = new Map<string, InlineCode>();
  const readAll = (nodes: readonly XmlNode[]): void => {
    for (const node of nodes) {
      if (node.kind === 'text') parts.push(node.text);
      else if (isOwnMark(node) && context.isOwn(node.namespace)) readAll(node.children);
      else readElement(node);
    }
  };
  const around = (element: XmlElement, open: InlineCode, close: InlineCode): void => {
    parts.push({ code: open, element, half: 'open' });
    readAll(element.children);
    parts.push({ code: close, element, half: 'close' });
  };
  const readElement = (element: XmlElement): void => {
    const id = nameOf(context, attributeOf(element, 'id') ?? '');
    const startRef = attributeOf(element, 'startRef');
    const whole = (code: InlineCode): unknown => parts.push({ code, element, half: 'whole' });
    switch (context.isOwn(element.namespace) ? element.local : '') {
      case 'cp':
        parts.push(codePoint(element));
        break;
      case 'ph':
        whole({ code: 'standalone', id, ...described(context, element, '') });
        break;
      case 'pc':
        around(
          element,
          { code: 'open', id, ...described(context, element, 'Start') },
          { code: 'close', id, ...described(context, element, 'End') },
        );
        break;
      case 'sc': {
        const code: InlineCode = { code: 'open', id, ...described(context, element, '') };
        starts.set(id, code);
        whole(code);
        break;
      }
      case 'ec': {
        const ref = startRef === undefined ? id : nameOf(context, startRef);
        // An end that does not say its type is of the type of its start (2.1 §4.3.1.36).
        const { type, subType } = starts.get(ref) ?? {};
        const inherited = {
          ...(type === undefined ? {} : { type }),
          ...(subType === undefined ? {} : { subType }),
        };
        whole({ code: 'close', id: ref, ...inherited, ...described(context, element, '') });
        break;
      }
      case 'mrk': {
        const code: InlineCode = { code: 'marker', id, equiv: '', text: '' };
        around(element, { ...code, edge: 'open', ...translateOf(element) }, { ...code, edge: 'close' });
        break;
      }
      case 'sm':
        whole({ code: 'marker', id, equiv: '', text: '', edge: 'open', ...translateOf(element) });
        break;
      case 'em':
        whole({ code: 'marker', id: nameOf(context, startRef ?? ''), equiv: '', text: '', edge: 'close' });
        break;
      default:
        whole(foreign(context, element, id));
    }
  };
  readAll(container.children);
  return parts;
}

/** An element that XLIFF does not know stands for itself. */
function foreign({ text }: CodeContext, { local, start, end }: XmlElement, id: string): InlineCode {
  return { code: 'standalone', id: id === '' ? local : id, equiv: '', text: text.slice(start, end) };
}

function nameOf(context: CodeContext, id: string): string {
  return context.names.get(id) ?? id;
}

function translateOf(element: XmlElement): Pick<InlineCode, 'translate'> {
  const said = attributeOf(element, 'translate');
  return said === 'yes' || said === 'no' ? { translate: said === 'yes' } : {};
}

/** Everything of a code but kind and id, being made. */
type Described = { -readonly [Key in keyof Omit<InlineCode, 'code' | 'id'>]: InlineCode[Key] };

/** Everything but kind and id; `side` is what pc puts behind its attributes' names. */
function described(
  context: CodeContext,
  element: XmlElement,
  side: '' | 'Start' | 'End',
): Omit<InlineCode, 'code' | 'id'> {
  const value = (name: string): string | undefined => attributeOf(element, name);
  const type = TYPES.find((each) => each === value('type'));
  const subType = value('subType');
  const href = side === 'End' ? undefined : readHref(attributeIn(element, FORMAT_STYLE_NAMESPACE, 'subFs'));
  const copyOf = value('copyOf');
  const equiv = value(`equiv${side}`) ?? value(`disp${side}`) ?? '';
  const made: Described = {
    // What a line break stands for is certain; in an attribute, many tools turn it into a space.
    equiv: subType === 'xlf:lb' && /^\s+$/u.test(equiv) ? '\n' : equiv,
    text: context.data.get(value(`dataRef${side}`) ?? '') ?? '',
  };
  if (type !== undefined) made.type = type;
  if (subType !== undefined) made.subType = subType;
  if (href !== undefined) made.href = href;
  if (copyOf !== undefined) made.copyOf = nameOf(context, copyOf);
  forbid(made, element, side);
  return made;
}

/**
 * What an editor may not do (2.1 §4.3.1.2-6). A pc may not overlap unless it says so, sc and ec may; its end tag
 * is no code of its own in a sequence that keeps its order.
 */
function forbid(made: Described, element: XmlElement, side: '' | 'Start' | 'End'): void {
  const value = (name: string): string | undefined => attributeOf(element, name);
  const reorder = side === 'End' ? undefined : value('canReorder');
  const overlap = element.local === 'ph' ? undefined : (value('canOverlap') ?? (side === '' ? 'yes' : 'no'));
  if (value('canDelete') === 'no') made.canDelete = false;
  if (value('canCopy') === 'no') made.canCopy = false;
  if (reorder === 'no' || reorder === 'firstNo') made.canReorder = false;
  if (reorder === 'firstNo') made.beginsSequence = true;
  if (overlap === 'no') made.canOverlap = false;
}
