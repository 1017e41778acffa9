/**
 * The package document (EPUB 3.3 §5): what the book is, who made it, what it holds and in what order, and what
 * a reader with a disability can expect of it (EPUB Accessibility 1.1 §2).
 */
import { createHash } from 'node:crypto';
import type { Edition, Person } from '../../core/publish/edition.ts';
import { directionOf } from '../../core/text/language.ts';
import type { PublishTools } from '../publisher.ts';
import { plainTitle, withoutBidiControls } from '../shared/credits.ts';
import { element, serialize, type Element } from '../shared/markup/element.ts';
import type { Book } from './book.ts';

/** MARC relators. */
const ROLES = { author: 'aut', translator: 'trl', editor: 'edt' } as const satisfies Record<
  Person['role'],
  string
>;

/** A UUID (RFC 9562, version 8) that is always the same for this work in this language. */
function identifierOf(edition: Edition): string {
  const hash = createHash('sha256').update(`${edition.workId}\n${edition.language}`).digest('hex');
  const variant = '89ab'.charAt(Number.parseInt(hash.charAt(16), 16) % 4);
  const groups = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    variant + hash.slice(17, 20),
    hash.slice(20, 32),
  ];
  return `urn:uuid:${groups.join('-')}`;
}

/** The moment of the edition; the beginning of Unix time where the edition's date is none. */
export function editionMoment(edition: Edition): Date {
  const moment = new Date(edition.date);
  return Number.isNaN(moment.getTime()) ? new Date(0) : moment;
}

function property(name: string, value: string): Element {
  return element('meta', { property: name }, value);
}

function people(edition: Edition): readonly Element[] {
  return edition.people.flatMap((person, index) => {
    const id = `person-${index + 1}`;
    const name = person.role === 'author' ? 'dc:creator' : 'dc:contributor';
    return [
      element(name, { id }, withoutBidiControls(person.name)),
      element('meta', { refines: `#${id}`, property: 'role', scheme: 'marc:relators' }, ROLES[person.role]),
    ];
  });
}

function accessibility(tools: PublishTools): readonly Element[] {
  const features = ['structuralNavigation', 'tableOfContents', 'readingOrder', 'displayTransformability'];
  return [
    property('schema:accessMode', 'textual'),
    property('schema:accessModeSufficient', 'textual'),
    ...features.map((feature) => property('schema:accessibilityFeature', feature)),
    property('schema:accessibilityHazard', 'none'),
    property('schema:accessibilitySummary', tools.message('accessibility-summary')),
    element(
      'meta',
      { property: 'dcterms:conformsTo', id: 'conformance' },
      'EPUB Accessibility 1.1 - WCAG 2.2 Level AA',
    ),
    element('meta', { property: 'a11y:certifiedBy', refines: '#conformance' }, 'Recto'),
  ];
}

function metadata(edition: Edition, tools: PublishTools): Element {
  const optional = (name: string, text: string): readonly Element[] =>
    text.trim() === '' ? [] : [element(name, {}, withoutBidiControls(text))];
  return element(
    'metadata',
    { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    element('dc:identifier', { id: 'edition' }, identifierOf(edition)),
    element('dc:title', {}, plainTitle(edition.title, edition)),
    element('dc:language', {}, edition.language),
    ...people(edition),
    ...optional('dc:rights', edition.licence),
    ...optional('dc:source', edition.origin),
    ...optional('dc:relation', edition.workId),
    element('dc:date', {}, editionMoment(edition).toISOString().slice(0, 10)),
    property(
      'dcterms:modified',
      editionMoment(edition)
        .toISOString()
        .replace(/\.\d+Z$/, 'Z'),
    ),
    ...accessibility(tools),
  );
}

/** `fonts` are the names of the font files. */
export function packageDocument(edition: Edition, book: Book, tools: PublishTools): string {
  const direction = directionOf(edition.language);
  const xhtml = { 'media-type': 'application/xhtml+xml' };
  const manifest = element(
    'manifest',
    {},
    element('item', { id: 'nav', href: 'nav.xhtml', ...xhtml, properties: 'nav' }),
    ...book.files.map((file) => element('item', { id: file.id, href: file.name, ...xhtml })),
    element('item', { id: 'style', href: 'style.css', 'media-type': 'text/css' }),
    ...tools.fonts.map((font, index) =>
      element('item', {
        id: `font-${index + 1}`,
        href: `fonts/${font.fileName}`,
        'media-type': 'font/woff2',
      }),
    ),
  );
  const [title, ...rest] = book.files.map((file) => element('itemref', { idref: file.id }));
  const spine = element(
    'spine',
    { 'page-progression-direction': direction === 'rtl' ? 'rtl' : undefined },
    ...(title ? [title] : []),
    element('itemref', { idref: 'nav' }),
    ...rest,
  );
  const root = element(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'unique-identifier': 'edition',
      'xml:lang': edition.language,
      dir: direction,
    },
    metadata(edition, tools),
    manifest,
    spine,
  );
  return serialize(root, '<?xml version="1.0" encoding="utf-8"?>');
}
