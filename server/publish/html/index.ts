/** The HTML editions: the text alone, and source and translation facing each other. */
import type { Publisher } from '../publisher.ts';
import { htmlPage } from './page.ts';

const common = { extension: '.html', mediaType: 'text/html' } as const;

export const htmlEdition: Publisher = {
  ...common,
  id: 'html',
  name: 'HTML',
  bilingual: false,
  publish: (edition, tools) => ({
    bytes: new TextEncoder().encode(htmlPage({ ...edition, bilingual: false }, tools)),
    problems: [],
  }),
};

export const bilingualHtmlEdition: Publisher = {
  ...common,
  id: 'html-bilingual',
  name: 'HTML, bilingual',
  bilingual: true,
  publish: (edition, tools) => ({
    bytes: new TextEncoder().encode(
      htmlPage({ ...edition, bilingual: edition.language !== edition.sourceLanguage }, tools),
    ),
    problems: [],
  }),
};
