/**
 * Texts for the memory benchmark: the published pairs of the corpus, and for English what documentation the machine
 * has (manual pages, documents, message catalogues); where that is not enough, halves of two texts are put together.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

const CORPUS = resolve(import.meta.dirname, '../../../../shared/corpus/parallel');
const FOLDERS = ['/usr/share/man', '/usr/share/doc', '/usr/share/help', '/usr/share/info'];
const LARGEST = 4_000_000;

export interface Texts {
  readonly texts: readonly string[];
  /** How many of them somebody wrote as they stand. */
  readonly real: number;
}

/** The same numbers in every run. */
export function drawing(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export function englishTexts(count: number): Texts {
  const texts = new Set(corpusTexts('fa', 'en'));
  for (const text of corpusTexts('my', 'en')) texts.add(text);
  for (const file of shuffled(FOLDERS.flatMap(filesBelow))) {
    if (texts.size >= count) break;
    for (const text of sentencesOf(file)) texts.add(text);
  }
  return filledUp(texts, count);
}

export function translatedTexts(language: 'fa' | 'my', count: number): Texts {
  return filledUp(new Set(corpusTexts(language, language)), count);
}

function corpusTexts(pair: 'fa' | 'my', language: string): readonly string[] {
  const file = join(CORPUS, `tm-en-${pair}.jsonl`);
  if (!existsSync(file)) return [];
  const row = z.record(z.string(), z.unknown());
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.flatMap((line) => {
    const text = row.parse(JSON.parse(line))[language];
    return typeof text === 'string' && text.trim() !== '' ? [text] : [];
  });
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) =>
        /(?:^man\d.*|\.(?:html|txt|md|gz|rst))$/u.test(name) && !/^(?!man)[a-z_A-Z]{2,12}\/man/u.test(name),
    )
    .map((name) => join(folder, name));
}

/** Sentences of some words, with most of them words. */
function sentencesOf(file: string): readonly string[] {
  let text: string;
  try {
    const bytes = readFileSync(file);
    if (bytes.length > LARGEST) return [];
    text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch {
    return []; // a link to nothing
  }
  return text
    .replace(/^[.'].*$/gmu, '\n')
    .replace(/\\f.|\\-|\\&|<[^>]*>/gu, '')
    .replace(/&[a-z]+;/gu, ' ')
    .split(/\n\s*\n|(?<=[.!?:])\s+(?=\p{Lu})/u)
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter((part) => part.length <= 400 && /^[\p{L}\d"'(].*\p{Ll}{2}/u.test(part))
    .filter((part) => (part.match(/\p{L}{2,}/gu)?.length ?? 0) >= 3 && !/[{}=|\\]{2}|\p{So}/u.test(part));
}

function shuffled(files: readonly string[]): readonly string[] {
  const draw = drawing(7);
  return files
    .map((file) => ({ file, at: draw(1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ file }) => file);
}

function filledUp(known: ReadonlySet<string>, count: number): Texts {
  const texts = new Set([...known].slice(0, count));
  const real = [...texts];
  const draw = drawing(11);
  const pick = (): readonly string[] => (real[draw(real.length)] ?? 'no text').split(' ');
  while (texts.size < count) {
    const [one, other] = [pick(), pick()];
    const first = one.slice(0, Math.ceil(one.length / 2) + draw(2));
    texts.add([...first, ...other.slice(Math.floor(other.length / 2) - draw(2))].slice(0, 40).join(' '));
  }
  return { texts: [...texts], real: real.length };
}

/** Some words changed, left out or added; of a text without spaces, letters. */
export function edited(text: string, other: string, draw: (below: number) => number): string {
  const parted = text.includes(' ') ? ' ' : '';
  const [words, others] = [text.split(parted), other.split(parted)];
  const changes = Math.max(1, Math.round((words.length * (10 + draw(30))) / 100));
  for (let change = 0; change < changes; change += 1) {
    const at = draw(words.length);
    const word = others[draw(others.length)] ?? '';
    const kind = draw(3);
    if (kind === 0) words.splice(at, 1);
    else words.splice(at, kind === 1 ? 1 : 0, word);
  }
  return words.join(parted);
}
