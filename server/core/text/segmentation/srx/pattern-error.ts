/** What is wrong with a pattern, inside this folder; outside it is a problem with the pattern's line. */
export class PatternError extends Error {}

/** What a pattern asks for that matching in bounded time cannot give, or that is no regular expression. */
export function fail(reason: string): never {
  throw new PatternError(reason);
}
