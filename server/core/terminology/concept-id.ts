/** Ids of concepts: a file's own, as long as they can stand in an address and in a database's index. */
import { problem, type Place, type Problem } from '../problem.ts';
import { hashOf } from '../text/hash.ts';

/** In UTF-16 code units: at most 4,500 characters of an address, and 1,500 bytes of an index. */
export const LONGEST_CONCEPT_ID = 500;

/** How much of a longer one is kept to be known by. */
const KEPT = 60;

/**
 * The id that a concept gets: the given one, or where that is too long, its beginning with a number made of the whole,
 * which is the same whenever the file comes again.
 */
export function conceptIdOf(given: string): string {
  if (given.length <= LONGEST_CONCEPT_ID) return given;
  return `${given.slice(0, KEPT).replace(/[\uD800-\uDBFF]$/, '')}-${hashOf(given).toString(36)}`;
}

/** That it got another one. */
export function idTooLong(given: string, place: Place): Problem {
  const values = { id: conceptIdOf(given), length: given.length, limit: LONGEST_CONCEPT_ID };
  return problem('terms-id-long', place, values);
}
