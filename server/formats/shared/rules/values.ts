/** Types of attribute values, as the schemas have them: what is accepted, and its name for messages. */
import { isNmtoken } from '../xml/nmtoken.ts';

export interface ValueType {
  /** What was expected, for messages: `yes, no`, `NMTOKEN`. */
  readonly expected: string;
  accepts(value: string): boolean;
}

/** XML Schema takes white space off both ends of most types. */
const trim = (value: string): string => value.replace(/^ +| +$/g, '');

function matching(expected: string, pattern: RegExp): ValueType {
  return { expected, accepts: (value) => pattern.test(trim(value)) };
}

export function oneOf(...values: readonly string[]): ValueType {
  return { expected: values.join(', '), accepts: (value) => values.includes(value) };
}

/** A union: the first that accepts it. */
export function either(...types: readonly ValueType[]): ValueType {
  return {
    expected: types.map((type) => type.expected).join(', '),
    accepts: (value) => types.some((type) => type.accepts(value)),
  };
}

export const anything: ValueType = { expected: '', accepts: () => true };
export const nmtoken: ValueType = { expected: 'NMTOKEN', accepts: (value) => isNmtoken(trim(value)) };
export const nmtokens: ValueType = {
  expected: 'NMTOKENS',
  accepts: (value) => trim(value).split(/ +/).every(isNmtoken),
};
export const positiveInteger = matching('1, 2, 3 …', /^\+?0*[1-9]\d*$/);
export const integer = matching('…, −1, 0, 1, …', /^[+-]?\d+$/);
export const hexBinary = matching('0000–10FFFF', /^(?:[0-9a-fA-F]{2})+$/);
/** `prefix:value`, of the authority that the prefix names. */
export const userDefined: ValueType = {
  expected: 'prefix:value',
  accepts: (value) => /^[^\s:]+:[^\s:]+$/.test(value),
};
/** Anything that can stand in a URI once it was escaped; a malformed escape or a second `#` cannot. */
export const uri: ValueType = {
  expected: 'URI',
  accepts: (value) => !/%(?![0-9a-fA-F]{2})|#.*#|^:/.test(trim(value)),
};

/** A number from `least` to `most`, without exponent. */
export function decimal(least: number, most: number): ValueType {
  return {
    expected: `${least}–${most}`,
    accepts: (value) => {
      const text = trim(value);
      const number = Number(text);
      return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text) && number >= least && number <= most;
    },
  };
}

/** A whole number from `least` to `most`. */
export function wholeNumber(least: number, most: number): ValueType {
  return {
    expected: `${least}–${most}`,
    accepts: (value) => integer.accepts(value) && Number(value) >= least && Number(value) <= most,
  };
}

/** ISO 8601 as XML Schema has it: `2026-11-23T08:00:00Z`. */
export const dateTime: ValueType = {
  expected: 'YYYY-MM-DDThh:mm:ssZ',
  accepts: (value) => {
    const found =
      /^-?(\d{4,9})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?$/.exec(
        trim(value),
      );
    if (found === null) return false;
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1).map(Number);
    const days = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
    const late = hour === 24 && minute === 0 && second === 0;
    return (
      month >= 1 &&
      month <= 12 &&
      day >= 1 &&
      day <= days &&
      (hour < 24 || late) &&
      minute < 60 &&
      second < 60
    );
  },
};
