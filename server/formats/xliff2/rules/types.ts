/** Attribute values of XLIFF 2.x (2.1 §4.3.1). */
import { either, oneOf, userDefined, type ValueType } from '../../shared/rules/values.ts';

export const yesNo = oneOf('yes', 'no');
export const direction = oneOf('ltr', 'rtl', 'auto');
export const reorder = oneOf('yes', 'firstNo', 'no');
export const codeType = oneOf('fmt', 'ui', 'quote', 'link', 'image', 'other');
export const annotationType = either(oneOf('generic', 'comment', 'term'), userDefined);
export const state = oneOf('initial', 'translated', 'reviewed', 'final');
export const normalization = oneOf('none', 'nfc', 'nfd');
export const space = oneOf('default', 'preserve');

/** `prefix:value` where anything goes for a value, but the prefix xlf (2.1 §4.3.1.35). */
export const subState: ValueType = {
  expected: userDefined.expected,
  accepts: (value) => /^[^\s:]+:.+$/.test(value) && !value.startsWith('xlf:'),
};

/** `prefix:value` where the prefix xlf is reserved and has no values (2.1 §4.3.1.40). */
export const unreserved: ValueType = {
  expected: userDefined.expected,
  accepts: (value) => userDefined.accepts(value) && !value.startsWith('xlf:'),
};

/** The values of the reserved prefix, with the type that each demands (2.1 §4.3.1.36). */
export const RESERVED_SUB_TYPES: ReadonlyMap<string, string> = new Map([
  ['xlf:lb', 'fmt'],
  ['xlf:pb', 'fmt'],
  ['xlf:b', 'fmt'],
  ['xlf:i', 'fmt'],
  ['xlf:u', 'fmt'],
  ['xlf:var', 'ui'],
]);

/** `prefix:value`; of the prefix xlf only the values above. */
export const subType: ValueType = {
  expected: `${userDefined.expected}, ${[...RESERVED_SUB_TYPES.keys()].join(', ')}`,
  accepts: (value) =>
    userDefined.accepts(value) && (!value.startsWith('xlf:') || RESERVED_SUB_TYPES.has(value)),
};
