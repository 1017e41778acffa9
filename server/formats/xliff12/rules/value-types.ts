/**
 * The types of attribute values: those of XML Schema that XLIFF 1.x uses, and its lists. A value comes as the XML
 * parser gives it; types made of tokens collapse white space first, types made of strings do not (XML Schema 2,
 * §4.3.6).
 */
import { anything, dateTime, nmtoken, type ValueType } from '../../shared/rules/values.ts';
import {
  ALTERNATIVES,
  CONTEXT_TYPES,
  COUNT_TYPES,
  COUNT_UNITS,
  DATATYPES,
  MARKER_TYPES,
  PAIRED_CODES,
  PLACEHOLDERS,
  PURPOSES,
  REFORMATTED,
  RESOURCE_TYPES,
  SIZE_UNITS,
  STATE_QUALIFIERS,
  STATES,
} from './vocabulary.ts';

/** The value as a token: white space at the ends gone, inside one space. */
export function collapse(value: string): string {
  return value.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, '');
}

const EXTENDED = /^x-[^ \t\n\r]+$/;

function tokens(allowed: readonly string[]): ValueType {
  return { accepts: (value) => allowed.includes(collapse(value)), expected: allowed.join(', ') };
}

function strings(allowed: readonly string[]): ValueType {
  return { accepts: (value) => allowed.includes(value), expected: allowed.join(', ') };
}

/** Or a value of somebody's own that begins with `x-`. */
function open(type: ValueType): ValueType {
  return {
    accepts: (value) => type.accepts(value) || EXTENDED.test(value),
    expected: `${type.expected}, x-…`,
  };
}

function listOf(type: ValueType): ValueType {
  return {
    accepts: (value) => value.split(/[ \t\n\r]+/).every((each) => each === '' || type.accepts(each)),
    expected: type.expected,
  };
}

function either(one: ValueType, other: ValueType): ValueType {
  return {
    accepts: (value) => one.accepts(value) || other.accepts(value),
    expected: `${one.expected}, ${other.expected}`,
  };
}

function pattern(form: RegExp, expected: string): ValueType {
  return { accepts: (value) => form.test(value), expected };
}

const NUMBERS = Array.from({ length: 10 }, (_, index) => String(index + 1));
const PRIORITY: ValueType = {
  accepts: (value) => NUMBERS.includes(collapse(value).replace(/^\+?0*(?=\d)/, '')),
  expected: '1–10',
};
const YES_NO = ['yes', 'no'];
const REFORMAT = either(strings(YES_NO), listOf(open(strings(REFORMATTED))));
const COORDINATE = '(?:-?\\p{Nd}+|#)';

/** Every type by the name that the tables of elements use. */
const TYPES = {
  text: anything,
  nmtoken,
  language: { accepts: (value) => isLanguage(collapse(value)), expected: 'BCP 47' },
  lang: { accepts: (value) => value === '' || isLanguage(collapse(value)), expected: 'BCP 47' },
  time: dateTime,
  space: tokens(['default', 'preserve']),
  'yes-no': tokens(YES_NO),
  'version-1.0': strings(['1.0']),
  'version-1.1': strings(['1.1', '1.0']),
  'version-1.2': strings(['1.2', '1.1', '1.0']),
  datatype: open(tokens(DATATYPES)),
  restype: open(tokens(RESOURCE_TYPES)),
  state: open(tokens(STATES)),
  'state-qualifier': open(tokens(STATE_QUALIFIERS)),
  'count-type': open(
    tokens([...COUNT_TYPES, ...STATES, ...STATE_QUALIFIERS, ...DATATYPES, ...RESOURCE_TYPES]),
  ),
  'count-unit': open(tokens(COUNT_UNITS)),
  'size-unit': open(tokens(SIZE_UNITS)),
  'context-type': open(strings(CONTEXT_TYPES)),
  purpose: listOf(open(strings(PURPOSES))),
  alternative: open(strings(ALTERNATIVES)),
  'pair-type': open(tokens(PAIRED_CODES)),
  'placeholder-type': open(tokens(PLACEHOLDERS)),
  'mtype-1.1': open(tokens(MARKER_TYPES)),
  mtype: open(tokens([...MARKER_TYPES, 'seg'])),
  priority: PRIORITY,
  'priority-1.1': open(PRIORITY),
  reformat: REFORMAT,
  'reformat-1.1': open(either(strings(YES_NO), listOf(strings(REFORMATTED)))),
  position: tokens(['open', 'close']),
  side: tokens(['preceding', 'following', 'both']),
  annotates: tokens(['source', 'target', 'general']),
  coordinates: pattern(new RegExp(`^${COORDINATE}(?:;${COORDINATE}){3}$`, 'u'), 'x;y;cx;cy'),
  'mime-type': pattern(
    /^(?:text|multipart|message|application|image|audio|video|model)(?:\/[^\n\r]+)*$/,
    'text/…, multipart/…, message/…, application/…, image/…, audio/…, video/…, model/…',
  ),
} satisfies Record<string, ValueType>;

const BY_NAME: ReadonlyMap<string, ValueType> = new Map(Object.entries(TYPES));

/** The type of that name; throws where our own tables name another. */
export function valueType(name: string): ValueType {
  const type = BY_NAME.get(name);
  if (type === undefined) throw new Error(`no type of values: ${name}`);
  return type;
}

/** xsd:language: the shape of a language tag (RFC 3066), not whether it means anything. */
function isLanguage(value: string): boolean {
  return /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/.test(value);
}
