/**
 * docs/checks.md: every check with what it looks for, an example, its languages, its severity and how many published
 * translations it flags (docs/check-rates.json, written by `npm run bench:qa -- --write`). Without arguments the
 * page is written; `--check` fails where it is not current.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import type { Check, CheckExample, DocumentCheck } from '../server/core/qa/check.ts';
import { CHECKS, DOCUMENT_CHECKS } from '../server/core/qa/registry.ts';
import { languageName, parseLanguageTag } from '../server/core/text/language.ts';

const PAGE = 'docs/checks.md';

const INTRODUCTION = `# Checks

What Recto looks for in translations: in the editor while somebody types, on a document's page of findings, and with
\`recto check FILE\`, which exits with 1 where it finds something other than notes (\`--strict\`: notes count too), and
prints findings as text, \`--json\` or \`--sarif\` (SARIF 2.1.0, with fixes where the file has the target as it reads); \`--only\` and \`--except\` take the names below.

An _error_ is wrong in any text, a _warning_ in nearly all, a _note_ is a matter of style or a hint. _Fix_ says that
the workbench can mend it by itself. In the examples \`<1>…</1>\` and \`<2/>\` are inline codes, and characters that
cannot be seen are written \`[U+200C]\`.

_Flagged_ is the share of published translations from English into Persian and Burmese (25,061 and 16,196 segments of
free software) in which a check finds something: real slips and false alarms together, measured by
\`npm run bench:qa\`.

The checks of terms need a termbase. \`npm run bench:qa -- --terms\` makes one of the same translations: short texts that
stand alone in two programs with one translation (322 concepts for Persian, 57 for Burmese; whatever else they are
translated by alone is admitted). In 9,739 and 6,580 texts of four words and more it finds 17,582 and 4,773 of these
terms; of 13.5 % and 12.2 % no agreed translation is found. Of 33 Persian ones that were read one was a false alarm; most
of the Burmese ones have another word too, or stand in WordPress's texts, whose letters are out of order. The
termbase has no forbidden terms, so how often those alarm falsely is not known. With 10,000 concepts (Burmese: 6,422) the
terms of a text are found in 0.02 ms (p50) and 0.2 to 0.4 ms (p99); the slowest text of 41,257 took 11 ms.

This page is generated: \`node --import tsx scripts/checks-page.ts\`.
`;

type Catalogue = Readonly<Record<string, string>>;
const ratesSchema = z.record(z.string(), z.record(z.string(), z.number()));

/** The page's text, as prettier leaves it. */
export async function checksPage(root: string): Promise<string> {
  const json = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
  const texts = z.record(z.string(), z.string()).parse(json('locales/en/checks.json'));
  const rates = ratesSchema.parse(json('docs/check-rates.json'));
  const single = CHECKS.map((check) => sectionOf(check, texts, rates[check.id], exampleOf(check.example)));
  const among = DOCUMENT_CHECKS.map((check) => {
    const lines = check.example.map(({ source, target }) => `${code(source)} → ${code(target)}`);
    return sectionOf(check, texts, rates[check.id], [`Found among: ${lines.join(' and ')}`]);
  });
  const file = join(root, PAGE);
  const options = await resolveConfig(file);
  return format([INTRODUCTION, ...single, ...among].join('\n'), { ...options, filepath: file });
}

function sectionOf(
  check: Omit<Check | DocumentCheck, 'example'>,
  texts: Catalogue,
  rates: Readonly<Record<string, number>> = {},
  example: readonly string[] = [],
): string {
  const { id, severity, issueType, languages } = check;
  const shares = Object.entries(rates).map(
    ([language, share]) => `${language} ${(share * 100).toFixed(2)} %`,
  );
  const facts = [
    `_${severity}_`,
    languages === 'all' ? 'all languages' : languages.map((each) => languageOf(each)).join(', '),
    `ITS type \`${issueType}\``,
    ...(shares.length === 0 ? [] : [`flagged: ${shares.join(', ')}`]),
  ];
  const why = plain(texts[`${id}.why`] ?? '');
  return [
    `## \`${id}\`: ${plain(texts[`${id}.title`] ?? '')}`,
    '',
    facts.join(' · '),
    '',
    why,
    '',
    ...example,
    '',
  ].join('\n');
}

function exampleOf({ source, target, mended, terms = [] }: CheckExample): readonly string[] {
  const agreed = terms.map(
    (each) => `${code(each.source)} → ${code(each.target)} (${each.status ?? 'preferred'})`,
  );
  return [
    ...(agreed.length === 0 ? [] : [`- terms: ${agreed.join(', ')}`]),
    `- source: ${code(source)}`,
    `- found: ${code(target)}`,
    `- good: ${code(mended)}`,
  ];
}

/** As code, with what cannot be seen made visible. */
function code(text: string): string {
  if (text === '') return '(empty)';
  const visible = text.replace(/[\p{Cc}\p{Cf}\u00A0\u202F]|(?<= ) | $|^ /gu, (character) => {
    const point = character.codePointAt(0) ?? 0;
    return `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
  return visible.includes('`') ? `\`\` ${visible} \`\`` : `\`${visible}\``;
}

function languageOf(primary: string): string {
  const tag = parseLanguageTag(primary);
  return tag === null ? primary : languageName(tag, 'en');
}

/** Nothing read as markup. */
function plain(text: string): string {
  return text.replace(/[<>*_[\]`\\]/gu, '\\$&');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = resolve(import.meta.dirname, '..');
  const page = await checksPage(root);
  const file = join(root, PAGE);
  if (!process.argv.includes('--check')) writeFileSync(file, page);
  else if (readFileSync(file, 'utf8') !== page) {
    console.error(`${PAGE} is not current: node --import tsx scripts/checks-page.ts`);
    process.exitCode = 1;
  }
}
