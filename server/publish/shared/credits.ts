/**
 * What an edition says about itself: who made it, under what terms, from what, and how far it has come. Names
 * and other free texts are isolated, so that nothing in them can turn the line around.
 */
import { languageName } from '../../core/text/language.ts';
import type { Edition, Person } from '../../core/publish/edition.ts';
import type { EditionMessageKey, PublishTools } from '../publisher.ts';
import { element, type Element, type Markup } from './markup/element.ts';
import { nameSeparator } from './typography.ts';

/** Stands for the names while the message is made; a private-use character is in no message. */
const NAMES = '\uE000';

const ROLES = [
  ['author', 'by-author'],
  ['translator', 'translated-by'],
  ['editor', 'edited-by'],
] as const satisfies readonly (readonly [Person['role'], EditionMessageKey])[];

function isolated(text: string): Element {
  return element('bdi', {}, text);
}

/** One line for each role that somebody has: "Translated by A, B". */
function creditLines(edition: Edition, tools: PublishTools): readonly Markup[] {
  return ROLES.flatMap(([role, key]) => {
    const names = edition.people.filter((person) => person.role === role).map((person) => person.name);
    if (names.length === 0) return [];
    const set = names.flatMap((name, index) =>
      index > 0 ? [nameSeparator(edition.language), isolated(name)] : [isolated(name)],
    );
    const [before = '', ...after] = tools.message(key, { names: NAMES }).split(NAMES);
    return [[before, ...set, ...after]];
  });
}

/** The credits of the title: a paragraph for each line. */
export function byline(edition: Edition, tools: PublishTools): readonly Element[] {
  return creditLines(edition, tools).map((line) => element('p', { class: 'credit' }, ...line));
}

function completenessText(edition: Edition, tools: PublishTools): string {
  const { segments, translated, reviewed } = edition.completeness;
  // Never 100 % while anything is missing.
  const share = segments === 0 ? 1 : Math.min(translated / segments, translated < segments ? 0.99 : 1);
  return tools.message('completeness', {
    translated: tools.formatNumber(translated),
    segments: tools.formatNumber(segments),
    reviewed: tools.formatNumber(reviewed),
    share: tools.formatShare(share),
  });
}

function isTranslation(edition: Edition): boolean {
  return edition.language !== edition.sourceLanguage;
}

/** What the reader must know before reading: that it is a draft, that parts are missing. May be empty. */
export function warnings(edition: Edition, tools: PublishTools): readonly string[] {
  const { segments, translated, reviewed } = edition.completeness;
  if (!isTranslation(edition)) return [];
  const language = languageName(edition.sourceLanguage, edition.language);
  return [
    ...(reviewed < segments ? [tools.message('draft')] : []),
    ...(translated < segments ? [tools.message('untranslated', { language })] : []),
  ];
}

/** The statement about the edition, as paragraphs. */
export function colophon(edition: Edition, tools: PublishTools): readonly Element[] {
  const facts = (
    [
      ['licence', edition.licence],
      ['origin', edition.origin],
    ] as const
  ).filter(([, text]) => text !== '');
  const list = facts.flatMap(([key, text]) => [
    element('dt', {}, tools.message(key)),
    element('dd', {}, isolated(text)),
  ]);
  const date = Number.isNaN(Date.parse(edition.date)) ? '' : tools.formatDate(edition.date);
  const bilingual = {
    source: languageName(edition.sourceLanguage, edition.language),
    target: languageName(edition.language, edition.language),
  };
  return [
    ...byline(edition, tools),
    ...(edition.bilingual ? [element('p', {}, tools.message('bilingual', bilingual))] : []),
    ...(isTranslation(edition) ? [element('p', {}, completenessText(edition, tools))] : []),
    ...warnings(edition, tools).map((text) => element('p', {}, text)),
    ...(list.length > 0 ? [element('dl', {}, ...list)] : []),
    ...(date === '' ? [] : [element('p', {}, tools.message('published-on', { date }))]),
  ];
}

/** A title for where there is no markup and none may be empty. */
export function plainTitle(title: string, edition: Edition): string {
  return withoutBidiControls(title).trim() || edition.workId;
}

/** A text without the controls that could turn the line around where no element can isolate it. */
export function withoutBidiControls(text: string): string {
  return text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '');
}
