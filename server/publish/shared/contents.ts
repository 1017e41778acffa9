/** The table of contents as nested lists. */
import { plainText } from '../../core/publish/build-edition.ts';
import type { Edition } from '../../core/publish/edition.ts';
import { languageAttributes } from './markup/setting.ts';
import { element, type Attributes, type Element } from './markup/element.ts';
import { anchorOf, type Section } from './sections.ts';

/** Language of a heading where it is not the edition's, because nobody has translated it. */
function foreignAttributes(section: Section, edition: Edition): Attributes {
  const language = edition.units
    .get(section.heading.unit)
    ?.segments.find((segment) => segment.kind === 'segment')?.text.language;
  return language === undefined || language === edition.language ? {} : languageAttributes(language);
}

/** One item with its sub-sections. `fileOf` gives the address of the file that a section stands in. */
export function contentsItem(
  section: Section,
  edition: Edition,
  fileOf: (section: Section) => string,
): Element {
  const unit = edition.units.get(section.heading.unit);
  const href = `${fileOf(section)}#${anchorOf(unit)}`;
  const title = element('bdi', foreignAttributes(section, edition), plainText(unit));
  const nested = section.sections.map((each) => contentsItem(each, edition, fileOf));
  const list = nested.length > 0 ? [element('ol', {}, ...nested)] : [];
  return element('li', {}, element('a', { href }, title), ...list);
}
