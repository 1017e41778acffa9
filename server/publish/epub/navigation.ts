/** The navigation document of a book: its contents for people, its landmarks for reading systems. */
import type { Edition } from '../../core/publish/edition.ts';
import type { PublishTools } from '../publisher.ts';
import { contentsItem } from '../shared/contents.ts';
import { element, type Element } from '../shared/markup/element.ts';
import { contentDocument, type Book } from './book.ts';

function item(href: string, text: string, type?: string): Element {
  return element('li', {}, element('a', { href, 'epub:type': type }, text));
}

function contents(edition: Edition, book: Book, { message }: PublishTools): Element {
  const has = (id: string): boolean => book.files.some((file) => file.id === id);
  return element(
    'nav',
    { 'epub:type': 'toc', role: 'doc-toc', id: 'toc', class: 'toc' },
    element('h1', {}, message('contents')),
    element(
      'ol',
      {},
      item('title.xhtml', message('title-page')),
      ...(has('opening') ? [item('opening.xhtml', message('text'))] : []),
      ...book.sections.sections.map((section) => contentsItem(section, edition, book.fileOf)),
      ...(book.hasNotes ? [item('notes.xhtml', message('notes'))] : []),
      item('about.xhtml', message('about')),
    ),
  );
}

function landmarks(book: Book, { message }: PublishTools): Element {
  const first = book.files.find((file) => file.id === 'opening' || file.id === 'text-1');
  return element(
    'nav',
    { 'epub:type': 'landmarks', hidden: 'hidden', 'aria-label': message('contents') },
    element(
      'ol',
      {},
      item('title.xhtml', message('title-page'), 'titlepage'),
      item('#toc', message('contents'), 'toc'),
      ...(first ? [item(first.name, message('text'), 'bodymatter')] : []),
      ...(book.hasNotes ? [item('notes.xhtml', message('notes'), 'endnotes')] : []),
      item('about.xhtml', message('about'), 'colophon'),
    ),
  );
}

export function navigationDocument(edition: Edition, book: Book, tools: PublishTools): string {
  const body = element('body', {}, contents(edition, book, tools), landmarks(book, tools));
  return contentDocument(edition, tools.message('contents'), body);
}
