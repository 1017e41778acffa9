/**
 * How long targets may be, as plain text, one line each: the name or id of a unit (or the key of a message), a tab
 * and the most characters (code points) that its target may have. Lines that begin with # are comments.
 */
import { problem, type Problem } from '../problem.ts';
import type { Document } from './document.ts';
import type { Limit } from './limits.ts';

interface ListedLimit {
  readonly maximum: number;
  /** Of the list, from 1. */
  readonly line: number;
}

/** By name. */
export type LimitList = ReadonlyMap<string, ListedLimit>;

/**
 * Every limit; a line that is none is reported with its place, and so is a second one for the same name, of which
 * the first stands.
 */
export function readLimitList(text: string): {
  readonly limits: LimitList;
  readonly problems: readonly Problem[];
} {
  const limits = new Map<string, ListedLimit>();
  const problems: Problem[] = [];
  for (const [index, content] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (content.trim() === '' || content.startsWith('#')) continue;
    const line = index + 1;
    const [name = '', maximum = '', ...more] = content.split('\t').map((field) => field.trim());
    if (name === '' || !/^[1-9]\d{0,8}$/.test(maximum) || more.some((field) => field !== '')) {
      problems.push(problem('limits-line', { line, column: 1 }));
    } else if (limits.has(name)) problems.push(problem('limits-repeated', { line, column: 1 }, { name }));
    else limits.set(name, { maximum: Number(maximum), line });
  }
  return { limits, problems };
}

/** Those of the list that nothing was known by. */
export function unknownLimits(limits: LimitList, known: ReadonlySet<string>): readonly Problem[] {
  return [...limits]
    .filter(([name]) => !known.has(name))
    .map(([name, { line }]) => problem('limits-unknown', { line, column: 1 }, { name }));
}

/** The document with the listed limits on its units; those that a unit has by its id and by its name both hold. */
export function withLimits(
  document: Document,
  limits: LimitList,
): { readonly document: Document; readonly problems: readonly Problem[] } {
  if (limits.size === 0) return { document, problems: [] };
  const known = new Set(document.units.flatMap(({ id, name }) => [id, name]));
  const units = document.units.map((unit) => {
    const listed = [...new Set([unit.id, unit.name])].flatMap((name) => limits.get(name) ?? []);
    const own = listed.map(({ maximum }): Limit => {
      return { measure: 'codepoints', minimum: 0, maximum, normalization: 'none' };
    });
    return own.length === 0 ? unit : { ...unit, limits: [...(unit.limits ?? []), ...own] };
  });
  return { document: { ...document, units }, problems: unknownLimits(limits, known) };
}

/**
 * The one restriction in code points that the limits together make: what every version of XLIFF can say. Other
 * measures, and limits of an inside alone, are left out. null where there is none.
 */
export function codePointRange(
  limits: readonly Limit[] = [],
): { readonly minimum: number; readonly maximum: number | null } | null {
  const plain = limits.filter(
    ({ measure, normalization, inside }) =>
      measure === 'codepoints' && normalization === 'none' && inside === undefined,
  );
  if (plain.length === 0) return null;
  const maxima = plain.flatMap(({ maximum }) => maximum ?? []);
  return {
    minimum: Math.max(...plain.map(({ minimum }) => minimum)),
    maximum: maxima.length === 0 ? null : Math.min(...maxima),
  };
}
