/**
 * A unit as the inside of an element: its segments in order, each with its anchor and, where it differs from
 * the page, its language. Invariant: a passage that is not translated says so in words.
 */
import type { UnitId } from '../../../core/document/ids.ts';
import type { EditionSegment } from '../../../core/publish/edition.ts';
import { inlineTrees, type InlineNode } from '../../../core/publish/inline-tree.ts';
import { equivalentText, isEmpty } from '../../../core/text/content.ts';
import { directionOf } from '../../../core/text/language.ts';
import { element, type Attributes, type Element, type Markup } from './element.ts';
import { setInline } from './inline.ts';
import { isLeftToRight } from '../../../core/text/left-to-right-runs.ts';
import { languageAttributes, type Setting } from './setting.ts';

export interface Passage {
  /** For the element that holds it. */
  readonly attributes: Attributes;
  /** Empty where there is nothing to set. */
  readonly children: Markup;
}

const NOTHING: Passage = { attributes: {}, children: [] };

/** The words that mark what follows as not translated, in the edition's language. */
function mark(setting: Setting): Element {
  const { edition, tools } = setting;
  const attributes = { class: 'mark', ...languageAttributes(edition.language) };
  return element('span', attributes, tools.message('untranslated-passage'));
}

function setSource(segments: readonly EditionSegment[], setting: Setting): Passage {
  const trees = inlineTrees(segments.map((segment) => segment.source));
  return {
    attributes: {},
    children: trees.flatMap((tree) => setInline(tree, directionOf(setting.edition.sourceLanguage), setting)),
  };
}

/** All of it is untranslated: the holding element itself has the source's language. */
function setUntranslated(segments: readonly EditionSegment[], setting: Setting): Passage {
  const { edition, counters } = setting;
  const trees = inlineTrees(segments.map((segment) => segment.source));
  const marked = counters.untranslated ? [] : [mark(setting), ' '];
  counters.untranslated = true;
  const children = trees.flatMap((tree, index) => {
    const anchor = segments[index]?.anchor ?? '';
    const inside = setInline(tree, directionOf(edition.sourceLanguage), setting);
    return anchor === '' ? inside : [element('span', { id: anchor }, ...inside)];
  });
  return {
    attributes: { class: 'untranslated', ...languageAttributes(edition.sourceLanguage) },
    children: [...marked, ...children],
  };
}

function setSegment(segment: EditionSegment, tree: readonly InlineNode[], setting: Setting): Markup {
  const { edition, counters } = setting;
  const own = directionOf(segment.text.language);
  if (segment.kind === 'ignorable') return setInline(tree, own, setting);
  // A sentence left in English keeps its full stop at its own end.
  const turned = own === 'rtl' && isLeftToRight(equivalentText(segment.text.content));
  const inside = setInline(tree, turned ? 'ltr' : own, setting);
  const begins = !segment.translated && !counters.untranslated;
  counters.untranslated = !segment.translated;
  const foreign = segment.text.language !== edition.language;
  const attributes = {
    id: segment.anchor,
    class: segment.translated ? undefined : 'untranslated',
    ...(foreign ? languageAttributes(segment.text.language) : {}),
    ...(turned ? { dir: 'ltr' } : {}),
  };
  return [...(begins ? [mark(setting), ' '] : []), element('span', attributes, ...inside)];
}

/**
 * Sets one unit on the setting's side. `always` asks for the source where there is no translation even in an
 * edition whose other column shows it anyway.
 */
export function setPassage(unitId: UnitId | null, setting: Setting, always = false): Passage {
  const unit = unitId === null ? undefined : setting.edition.units.get(unitId);
  if (!unit) return NOTHING;
  const isSource = setting.side === 'source';
  if (unit.segments.every((segment) => isEmpty(isSource ? segment.source : segment.text.content)))
    return NOTHING;
  if (isSource) return setSource(unit.segments, setting);
  const work = unit.segments.filter(
    (segment) => segment.kind === 'segment' && equivalentText(segment.source).trim() !== '',
  );
  if (work.length > 0 && work.every((segment) => !segment.translated)) {
    if (!setting.edition.bilingual || always) return setUntranslated(unit.segments, setting);
    return { attributes: { class: 'untranslated' }, children: [mark(setting)] };
  }
  const trees = inlineTrees(unit.segments.map((segment) => segment.text.content));
  const children = unit.segments.flatMap((segment, index) =>
    setSegment(segment, trees[index] ?? [], setting),
  );
  return { attributes: {}, children };
}
