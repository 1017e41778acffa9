/** What the Persian checks know of the script: classes of characters, as they are written inside [ ] of a pattern. */

/** Persian and Dari. */
export const PERSIAN: readonly string[] = ['fa', 'prs'];

/** Letters of the Arabic script, without tatweel. */
export const LETTERS =
  '\\u0620-\\u063f\\u0641-\\u064a\\u066e\\u066f\\u0671-\\u06d3\\u06d5\\u06ee\\u06ef\\u06fa-\\u06fc\\u06ff\\u0750-\\u077f';
/** Vowels, shadda, hamza above and other marks on letters. */
export const MARKS =
  '\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed';
/** Letters that do not join the next one: after them ZWNJ changes nothing. */
export const NON_JOINING = 'ءآأإاٱدذڈډڌڍڎرزژڑړۇۈۋوؤةۀە';
export const ZWNJ = '\u200c';
export const NATIVE_DIGITS = '۰-۹';
