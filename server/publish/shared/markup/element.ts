/**
 * Markup as data, and the one place that writes it as characters. Text can only enter through the serializer,
 * so nothing is ever unescaped; what comes out is HTML and well-formed XML at once (HTML 5.3, polyglot).
 */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly children: Markup;
}

export type Markup = readonly (Element | string)[];

export type Attributes = Element['attributes'];

/** An element; attributes that are undefined are left out. */
export function element(name: string, attributes: Attributes, ...children: Markup): Element {
  return { name, attributes, children };
}

/** Have no end tag in HTML (`meta` and `item` are elements of EPUB's package document as well). */
const VOID = new Set(['br', 'hr', 'link', 'meta', 'img', 'item', 'itemref']);

/** Elements that hold no text of their own: their children each stand on a line, to be read in the source. */
const CONTAINERS = new Set(
  'html head body header main article section footer nav div blockquote ul ol dl table thead tbody tr package metadata manifest spine'.split(
    ' ',
  ),
);

/** What XML 1.0 §2.2 does not allow at all; shown as U+FFFD, as browsers do with the worst of them. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Text with only characters that a page may hold; line ends are \n. */
function legal(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(ILLEGAL, '\uFFFD');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return legal(text).replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
}

function writeAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(String(value))}"`))
    .join('');
}

function write(node: Element | string): string {
  if (typeof node === 'string') return escaped(node);
  const { name, attributes, children } = node;
  const start = `<${name}${writeAttributes(attributes)}`;
  if (VOID.has(name) && children.length === 0) return `${start}/>`;
  // The one element whose text HTML does not unescape; without these two characters it is XML all the same.
  if (name === 'style')
    return `${start}>${children
      .filter((child) => typeof child === 'string')
      .join('')
      .replace(/[<&]/g, '')}</style>`;
  const lines =
    CONTAINERS.has(name) && children.length > 0 && children.every((child) => typeof child !== 'string');
  const inside = children.map(write).join(lines ? '\n' : '');
  return lines ? `${start}>\n${inside}\n</${name}>` : `${start}>${inside}</${name}>`;
}

/** A whole file from its root element. `prologue` is what stands before it: a doctype, an XML declaration. */
export function serialize(root: Element, prologue: string): string {
  return `${prologue}\n${write(root)}\n`;
}
