/** The one list of publishers. One more is one line. */
import { epubEdition } from './epub/index.ts';
import { bilingualHtmlEdition, htmlEdition } from './html/index.ts';
import type { Publisher } from './publisher.ts';

export const PUBLISHERS: readonly Publisher[] = [htmlEdition, bilingualHtmlEdition, epubEdition];

export function findPublisher(id: string): Publisher | null {
  return PUBLISHERS.find((publisher) => publisher.id === id) ?? null;
}
