/**
 * A memory whose row is locked until the transaction ends: who adds, changes or indexes locks it first, so that an index
 * knows of every TU. What is known of it behind the lock stays true meanwhile, and is asked for once.
 */
import type { Kysely } from 'kysely';
import { primaryLanguage, type Tu, type Tuv } from '../../../core/memory/tu.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import { memoryId, type MemoryId } from '../../ids.ts';
import type { Engine } from '../engine.ts';
import type { Tables } from '../schema.ts';
import { statement, together, type Asked } from '../statement.ts';
import {
  addLanguagesOf,
  askLanguages,
  languagesOf,
  toLanguage,
  type MemoryLanguage,
} from './memory-languages.ts';
import { keyTokens } from './source-key.ts';
import { askTokens, numberTokens, type Numbers } from './vocabulary.ts';

const lock = statement<{ id: number }>(
  ({ locked }) => `select id from memory where id = ? and deleted = 0 ${locked}`,
);

const draw = statement<{ id: number }>(
  ({ nextId, elements }) => `select ${nextId('tu')} as id from ${elements}`,
);

interface Known {
  languages?: readonly MemoryLanguage[];
  ids?: readonly number[];
  /** Of words of the sources. */
  readonly numbers?: Numbers;
}

export class LockedMemory {
  readonly engine: Engine;
  readonly tx: Kysely<Tables>;
  readonly id: MemoryId;
  readonly #known: Known;

  constructor(engine: Engine, tx: Kysely<Tables>, id: number, known: Known = {}) {
    this.engine = engine;
    this.tx = tx;
    this.id = memoryId(id);
    this.#known = known;
  }

  /** By number. */
  async languages(): Promise<readonly MemoryLanguage[]> {
    this.#known.languages ??= await languagesOf(this.engine, this.tx, [this.id]);
    return this.#known.languages;
  }

  /** After those that the TUs bring are there. */
  async languagesWith(tus: readonly Tu[]): Promise<ReadonlyMap<LanguageTag, MemoryLanguage>> {
    const known = await this.languages();
    if (await addLanguagesOf(this.tx, this.id, known, tus)) delete this.#known.languages;
    return new Map((await this.languages()).map((each) => [each.language, each]));
  }

  /** Numbers for TUs that are added next, in order. */
  async newIds(count: number): Promise<readonly number[]> {
    const { ids = [] } = this.#known;
    const enough =
      ids.length >= count ? ids : (await askIds(count).alone(this.engine, this.tx)).map(({ id }) => id);
    this.#known.ids = enough.slice(count);
    return enough.slice(0, count);
  }

  /** Numbers of all of the texts' words; those that have none get one. */
  numberTokens(
    language: string,
    texts: readonly (readonly string[])[],
  ): Promise<ReadonlyMap<string, number>> {
    return numberTokens(this.engine, this.tx, language, texts, this.#known.numbers);
  }
}

/** null where the memory is not there (any more). */
export async function lockMemory(
  engine: Engine,
  tx: Kysely<Tables>,
  memory: number,
): Promise<LockedMemory | null> {
  const [locked] = await together(engine, tx, lock.of(memory));
  return locked.length > 0 ? new LockedMemory(engine, tx, memory) : null;
}

/** The same where these TUs are likely to be added: what they take is asked behind the lock, with `question`. */
export async function lockForAdding<Row>(
  engine: Engine,
  tx: Kysely<Tables>,
  memory: number,
  tus: readonly Tu[],
  question: Asked<Row>,
): Promise<{ readonly locked: LockedMemory; readonly rows: readonly Row[] } | null> {
  // What stands first in a TU is as a rule the source, and as a rule all sources are in one language.
  const sources = tus.flatMap(({ variants }) => variants[0] ?? []);
  const primary = sources[0] === undefined ? '' : primaryOf(sources[0]);
  const words = sources
    .filter((each) => primaryOf(each) === primary)
    .flatMap(({ content }) => keyTokens(content));
  const tokens = askTokens(primary, new Set(words));
  const [there, rows, languages, ids, numbers] = await together(
    engine,
    tx,
    lock.of(memory),
    question,
    askLanguages([memory]),
    askIds(tus.length),
    tokens.asked,
  );
  if (there.length === 0) return null;
  const known = {
    languages: languages.map(toLanguage),
    ids: ids.map(({ id }) => id),
    numbers: tokens.numbersOf(numbers),
  };
  return { locked: new LockedMemory(engine, tx, memory, known), rows };
}

function askIds(count: number): Asked<{ readonly id: number }> {
  return draw.of(JSON.stringify(Array.from({ length: count }, (_, n) => n + 1)));
}

function primaryOf({ language }: Tuv): string {
  return primaryLanguage(language);
}
