/**
 * What the ledger of names sends: a row for each name, its fields as lists in one order. Each translation comes with what
 * stood in its field before, so that only what a person changed is saved.
 */
import { z } from 'zod';
import type { LanguageTag } from '../../../core/text/language.ts';
import { termbaseId } from '../../../store/ids.ts';
import type { NameChange } from '../../../usecases/save-names.ts';
import { textList } from '../../form.ts';
import { STORE_NUMBER } from '../../params.ts';
import { termLine } from '../../single-line.ts';

export const namesQuery = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});

const rows = z.object({ termbase: textList, concept: textList, name: textList });

/** What was typed into the fields, by row and column, to be given back where it was refused. */
export interface TypedNames {
  /** Of all rows. */
  readonly names: readonly string[];
  /** null where the row has no such field. */
  readonly cellOf: (row: number, language: string) => string | null;
}

/** The fields as they were sent; what is not a list is nothing. */
export function readTyped(fields: unknown): TypedNames {
  const cells = z.record(z.string(), z.unknown()).safeParse(fields ?? {}).data ?? {};
  const list = (name: string): readonly string[] => textList.safeParse(cells[name]).data ?? [];
  return {
    names: list('name'),
    cellOf: (row, language) => list(`to-${language}`)[row] ?? null,
  };
}

/** Null where no page of ours can have sent it. */
export function readChanges(
  fields: unknown,
  languages: readonly LanguageTag[],
): readonly NameChange[] | null {
  const parsed = rows.safeParse(fields ?? {});
  const cells = z.record(z.string(), z.unknown()).safeParse(fields ?? {});
  if (!parsed.success || !cells.success) return null;
  const columns = languages.map((language) => ({
    language,
    to: textList.safeParse(cells.data[`to-${language}`]).data ?? [],
    was: textList.safeParse(cells.data[`was-${language}`]).data ?? [],
  }));
  const { termbase, concept, name } = parsed.data;
  return name.flatMap((source, index): readonly NameChange[] => {
    const agreed = columns
      .filter(({ to, was }) => termLine(to[index] ?? '') !== termLine(was[index] ?? ''))
      .map(({ language, to }) => [language, termLine(to[index] ?? '')] as const);
    const id = termbase[index] ?? '';
    const known = STORE_NUMBER.test(id)
      ? { termbase: termbaseId(Number(id)), concept: concept[index] ?? '' }
      : null;
    const text = termLine(source);
    return text === '' || agreed.length === 0 ? [] : [{ known, source: text, agreed }];
  });
}
