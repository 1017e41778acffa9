/** What an HTML edition says to machines, and how it leads to its siblings in other languages. */
import type { Edition, SiblingEdition } from '../../core/publish/edition.ts';
import { languageName } from '../../core/text/language.ts';
import type { PublishTools } from '../publisher.ts';
import { plainTitle } from '../shared/credits.ts';
import { element, type Element, type Markup } from '../shared/markup/element.ts';
import { linkAddress } from '../shared/markup/link-address.ts';
import { languageAttributes } from '../shared/markup/setting.ts';

interface Sibling extends SiblingEdition {
  readonly address: string;
}

/** The siblings that have an address one may link to. */
function reachable(edition: Edition): readonly Sibling[] {
  return edition.siblings.flatMap((sibling) => {
    const address = linkAddress(sibling.href);
    return address === null || address.kind === 'fragment' ? [] : [{ ...sibling, address: address.href }];
  });
}

function alternates(edition: Edition): readonly Element[] {
  const siblings = reachable(edition);
  const fallback = siblings.find((sibling) => sibling.language === edition.sourceLanguage) ?? siblings[0];
  const links = siblings.map((sibling) =>
    element('link', { rel: 'alternate', hreflang: sibling.language, href: sibling.address }),
  );
  if (!fallback) return links;
  return [...links, element('link', { rel: 'alternate', hreflang: 'x-default', href: fallback.address })];
}

/** Dublin Core terms; what is unknown is left out. */
function metadata(edition: Edition): readonly Element[] {
  const people = (role: string): readonly string[] =>
    edition.people.filter((person) => person.role === role).map((person) => person.name);
  const facts: readonly (readonly [string, string])[] = [
    ['generator', 'Recto'],
    ...people('author').map((name) => ['dcterms.creator', name] as const),
    ...people('translator').map((name) => ['schema.translator', name] as const),
    ...people('editor').map((name) => ['schema.editor', name] as const),
    ['dcterms.language', edition.language],
    ['dcterms.rights', edition.licence],
    ['dcterms.source', edition.origin],
    ['dcterms.modified', edition.date],
    [
      edition.language === edition.sourceLanguage ? 'dcterms.identifier' : 'schema.translationOfWork',
      edition.workId,
    ],
  ];
  return facts
    .filter(([, content]) => content !== '')
    .map(([name, content]) => element('meta', { name, content }));
}

/** `style` is the sheet, `hash` its SHA-256 in base64, the only thing that the page allows besides data fonts. */
export function headOf(edition: Edition, style: string, hash: string): Element {
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'`;
  return element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, plainTitle(edition.title, edition)),
    ...metadata(edition),
    ...alternates(edition),
    element('style', {}, style),
  );
}

/** The list of languages, each named in itself; nothing where there is no other. */
export function languageSwitcher(edition: Edition, tools: PublishTools): Markup {
  const siblings = reachable(edition);
  if (siblings.every((sibling) => sibling.language === edition.language)) return [];
  const others = siblings.map((sibling) => {
    const { language, title, address } = sibling;
    const name = languageName(language);
    const attributes = { href: address, hreflang: language, ...languageAttributes(language), title };
    const current = language === edition.language ? { 'aria-current': 'page' } : {};
    return element('li', {}, element('a', { ...attributes, ...current }, name));
  });
  const self = element(
    'span',
    { 'aria-current': 'page', ...languageAttributes(edition.language) },
    languageName(edition.language),
  );
  const listed = siblings.some((sibling) => sibling.language === edition.language);
  const items = listed ? others : [element('li', {}, self), ...others];
  return [
    element(
      'nav',
      { class: 'switcher', 'aria-label': tools.message('other-languages') },
      element('ul', {}, ...items),
    ),
  ];
}
