/**
 * Text runs and inline codes as markup. Codes become elements of a short list, without attributes of the
 * original but safe addresses; what has no element of its own shows its plain equivalent, or nothing.
 */
import type { InlineNode } from '../../../core/publish/inline-tree.ts';
import type { InlineCode } from '../../../core/text/content.ts';
import { CODE_SUBTYPES } from '../../../core/text/code-types.ts';
import type { Direction } from '../../../core/text/language.ts';
import { element, type Element, type Markup } from './element.ts';
import { isolateRuns } from './isolate-runs.ts';
import { languageAttributes, type Setting } from './setting.ts';
import { wholeSyllables } from './whole-syllables.ts';

/** Raw HTML of the original that says something about its text; all other tags go, their text stays. */
const KEPT_TAGS: ReadonlyMap<string, string> = new Map([
  ['b', 'strong'],
  ['i', 'em'],
  ...'strong em u s del ins mark sub sup small q cite dfn kbd samp'
    .split(' ')
    .map((name) => [name, name] as const),
]);

/** Codes in which nothing is prose: they keep their own order in any text. */
const LITERAL = new Set<string | undefined>([CODE_SUBTYPES.code, CODE_SUBTYPES.variable]);

interface Place {
  readonly setting: Setting;
  readonly direction: Direction;
  /** Links do not nest. */
  readonly inLink: boolean;
}

function isolated(...children: Markup): Element {
  return element('bdi', { dir: 'ltr' }, ...children);
}

function linkTo(code: InlineCode, place: Place): string | null {
  return code.href === undefined || place.inLink ? null : place.setting.link(code.href);
}

function picture(code: InlineCode, description: Markup, place: Place): Markup {
  const href = linkTo(code, place);
  const { tools, edition } = place.setting;
  const label = element(
    'span',
    { class: 'label', ...languageAttributes(edition.language) },
    tools.message('picture') + (description.length > 0 ? ':' : ''),
  );
  const shown = description.length > 0 ? [label, ' ', ...description] : [label];
  return [
    element('span', { class: 'picture' }, ...(href === null ? shown : [element('a', { href }, ...shown)])),
  ];
}

function noteReference(code: InlineCode, place: Place): Markup {
  const { notes, file, notesFile, tools } = place.setting;
  const reference = notes.refer(code.href ?? (code.equiv || code.text), file);
  if (!reference) return [code.equiv || code.text];
  const { number, id } = reference;
  const shown = tools.formatNumber(number);
  if (place.inLink) return [element('sup', { id }, shown)];
  const href = `${notesFile}#note-${number}`;
  return [element('sup', {}, element('a', { id, href, role: 'doc-noteref', class: 'noteref' }, shown))];
}

function point(code: InlineCode, place: Place): Markup {
  switch (code.subType ?? '') {
    case CODE_SUBTYPES.lineBreak:
      return [element('br', {})];
    case CODE_SUBTYPES.noteReference:
      return noteReference(code, place);
    case CODE_SUBTYPES.image:
      return picture(code, code.equiv === '' ? [] : [code.equiv], place);
    case CODE_SUBTYPES.html:
      return code.equiv === '' ? [] : [code.equiv];
    case CODE_SUBTYPES.code:
      return [isolated(element('code', {}, code.equiv))];
    case CODE_SUBTYPES.variable:
      return [isolated(element('code', {}, code.equiv || code.text))];
    case CODE_SUBTYPES.autolink: {
      const href = linkTo(code, place) ?? (place.inLink ? null : place.setting.link(code.equiv));
      return [isolated(href === null ? code.equiv : element('a', { href }, code.equiv))];
    }
    default:
  }
  if (code.type === 'image') return picture(code, code.equiv === '' ? [] : [code.equiv], place);
  if (/^(?:\r\n?|\n)$/.test(code.equiv)) return [element('br', {})];
  return code.equiv === '' ? [] : isolateIn(place.direction, code.equiv);
}

function isolateIn(direction: Direction, text: string): Markup {
  return direction === 'rtl' ? isolateRuns(text) : wholeSyllables(text);
}

function span(code: InlineCode, children: readonly InlineNode[], place: Place): Markup {
  const inside = (from: Place = place): Markup => nodes(children, from);
  switch (code.subType ?? '') {
    case CODE_SUBTYPES.bold:
      return [element('strong', {}, ...inside())];
    case CODE_SUBTYPES.italic:
      return [element('em', {}, ...inside())];
    case 'xlf:u':
      return [element('u', {}, ...inside())];
    case CODE_SUBTYPES.strike:
      return [element('s', {}, ...inside())];
    case CODE_SUBTYPES.html: {
      const tag = /^<([a-z0-9]+)/i.exec(code.text.trim())?.[1] ?? '';
      const name = KEPT_TAGS.get(tag.toLowerCase());
      return name === undefined ? inside() : [element(name, {}, ...inside())];
    }
    default:
  }
  if (LITERAL.has(code.subType))
    return [isolated(element('code', {}, ...inside({ ...place, direction: 'ltr' })))];
  if (code.type === 'image') return picture(code, inside({ ...place, inLink: true }), place);
  const href = code.type === 'link' ? linkTo(code, place) : null;
  if (href === null) return inside();
  const link = (from: Place): Element => element('a', { href }, ...inside({ ...from, inLink: true }));
  return [
    code.subType === CODE_SUBTYPES.autolink ? isolated(link({ ...place, direction: 'ltr' })) : link(place),
  ];
}

function nodes(trees: readonly InlineNode[], place: Place): Markup {
  return trees.flatMap((node): Markup => {
    switch (node.kind) {
      case 'text':
        return isolateIn(place.direction, node.text);
      case 'point':
        return point(node.code, place);
      case 'span':
        return span(node.code, node.children, place);
    }
  });
}

/** Sets the tree of one segment that runs in the given direction. */
export function setInline(trees: readonly InlineNode[], direction: Direction, setting: Setting): Markup {
  return nodes(trees, { setting, direction, inLink: false });
}
