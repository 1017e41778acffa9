/**
 * The EPUB 3 edition. The archive is the same to the byte whenever and wherever the same edition is published:
 * its only time is the edition's own.
 */
import { zipSync, type Zippable } from 'fflate';
import type { Edition } from '../../core/publish/edition.ts';
import type { Publisher, PublishTools } from '../publisher.ts';
import { makeBook } from './book.ts';
import { navigationDocument } from './navigation.ts';
import { editionMoment, packageDocument } from './package-document.ts';
import { styleSheet } from './style.ts';

const CONTAINER = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
`;

/**
 * A time as ZIP writes it: local and without a zone. Noon of the edition's day, which exists in every zone, so
 * that the machine's own makes no difference; and from 1980 to 2099.
 */
function archiveTime(moment: Date): Date {
  const year = Math.min(Math.max(moment.getUTCFullYear(), 1980), 2099);
  return new Date(year, moment.getUTCMonth(), moment.getUTCDate(), 12);
}

function archive(edition: Edition, tools: PublishTools): Uint8Array {
  const book = makeBook(edition, tools);
  const encoder = new TextEncoder();
  const files: Zippable = {
    // OCF 3.3 §4.2.4: first, and not compressed.
    mimetype: [encoder.encode('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': encoder.encode(CONTAINER),
    'EPUB/package.opf': encoder.encode(packageDocument(edition, book, tools)),
    'EPUB/nav.xhtml': encoder.encode(navigationDocument(edition, book, tools)),
    'EPUB/style.css': encoder.encode(styleSheet(edition, tools.fonts)),
  };
  for (const file of book.files) files[`EPUB/${file.name}`] = encoder.encode(file.text);
  for (const font of tools.fonts) files[`EPUB/fonts/${font.fileName}`] = [font.bytes, { level: 0 }];
  return zipSync(files, { level: 9, mtime: archiveTime(editionMoment(edition)) });
}

export const epubEdition: Publisher = {
  id: 'epub',
  name: 'EPUB 3',
  extension: '.epub',
  mediaType: 'application/epub+zip',
  bilingual: false,
  publish: (edition, tools) => ({ bytes: archive({ ...edition, bilingual: false }, tools), problems: [] }),
};
