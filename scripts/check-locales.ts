/**
 * Holds the catalogues of all languages together: the same keys, the same arguments and tags in each message, the
 * plural forms that the language has (CLDR, by Intl.PluralRules) and no others, clean Unicode, and for every code
 * of a problem a message whose values are given wherever it is made; for every check its title, messages and
 * explanation, and nothing for checks that are not there.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { z } from 'zod';
import { usesOf, walkMessage } from '../server/catalog/placeholders.ts';
import { PROBLEMS } from '../server/core/problem.ts';
import { CHECKS, DOCUMENT_CHECKS } from '../server/core/qa/registry.ts';
import { UI_LANGUAGES } from '../server/i18n/languages.ts';
import { NAMESPACES } from '../server/i18n/messages.ts';
import { checkProblemValues } from './check-problem-values.ts';

const catalogueSchema = z.record(z.string(), z.string());
type Catalogue = z.output<typeof catalogueSchema>;

/** What is wrong with the catalogues below `locales`, as `language/namespace key: complaint`. */
export function checkLocales(root: string): readonly string[] {
  const read = (language: string, namespace: string): Catalogue =>
    catalogueSchema.parse(
      JSON.parse(readFileSync(join(root, 'locales', language, `${namespace}.json`), 'utf8')),
    );
  const complaints = NAMESPACES.flatMap((namespace) => {
    const english = read('en', namespace);
    return UI_LANGUAGES.flatMap((language) =>
      checkCatalogue(language, english, read(language, namespace)).map(
        (complaint) => `${language}/${namespace} ${complaint}`,
      ),
    );
  });
  const messages = read('en', 'problems');
  const silent = Object.keys(PROBLEMS).filter((code) => !(code in messages));
  return [
    ...complaints,
    ...silent.map((code) => `en/problems ${code}: this problem has no message`),
    ...checkProblemValues(root, messages),
    ...checkTextsOfChecks(read('en', 'checks')).map((complaint) => `en/checks ${complaint}`),
  ];
}

function checkTextsOfChecks(catalogue: Catalogue): readonly string[] {
  const wanted = new Set(
    [...CHECKS, ...DOCUMENT_CHECKS].flatMap(({ id, messages = ['message'] }) =>
      ['title', 'why', ...messages].map((part) => `${id}.${part}`),
    ),
  );
  return [
    ...[...wanted].filter((key) => !(key in catalogue)).map((key) => `${key}: missing`),
    ...Object.keys(catalogue)
      .filter((key) => !wanted.has(key))
      .map((key) => `${key}: of no registered check`),
  ];
}

/** Exported for its test. */
export function checkCatalogue(
  language: string,
  english: Catalogue,
  catalogue: Catalogue,
): readonly string[] {
  const complaints: string[] = [];
  for (const key of Object.keys(english)) if (!(key in catalogue)) complaints.push(`${key}: missing`);
  for (const [key, message] of Object.entries(catalogue)) {
    const model = english[key];
    if (model === undefined) complaints.push(`${key}: not in the English catalogue`);
    else complaints.push(...checkMessage(language, model, message).map((each) => `${key}: ${each}`));
  }
  return complaints;
}

function checkMessage(language: string, english: string, message: string): readonly string[] {
  const complaints = checkCharacters(language, message);
  try {
    const wanted = usesOf(parse(english));
    const elements = parse(message);
    const found = usesOf(elements);
    const missing = [...wanted].filter((use) => !found.has(use));
    const extra = [...found].filter((use) => !wanted.has(use));
    return [
      ...complaints,
      ...missing.map((use) => `lacks ${use}`),
      ...extra.map((use) => `has ${use}, which English has not`),
      ...checkPlurals(language, elements),
    ];
  } catch (error) {
    return [...complaints, `is no ICU message: ${String(error)}`];
  }
}

function checkCharacters(language: string, message: string): readonly string[] {
  const complaints: string[] = [];
  if (message.trim() === '') complaints.push('is empty');
  if (message !== message.normalize('NFC')) complaints.push('is not in normalization form C');
  if (language === 'fa' && /[\u064A\u0643]/u.test(message)) {
    complaints.push('has an Arabic yeh or kaf where Persian has its own');
  }
  return complaints;
}

function checkPlurals(language: string, elements: readonly MessageFormatElement[]): readonly string[] {
  const complaints: string[] = [];
  walkMessage(elements, (element) => {
    if (element.type !== TYPE.plural) return;
    const type = element.pluralType ?? 'cardinal';
    const wanted = new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories;
    const found = Object.keys(element.options).filter((category) => !category.startsWith('='));
    if (found.toSorted().join() !== wanted.toSorted().join()) {
      complaints.push(`plural of {${element.value}} has ${found.join(', ')}; needs ${wanted.join(', ')}`);
    }
  });
  return complaints;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const complaints = checkLocales(resolve(import.meta.dirname, '..'));
  for (const complaint of complaints) console.error(complaint);
  process.exitCode = complaints.length === 0 ? 0 : 1;
}
