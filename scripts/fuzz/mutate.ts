/** Damage to a file: what transport, bad tools and bad people do to bytes. */
import type { Random } from './random.ts';

type Mutation = (bytes: Buffer, other: Uint8Array, random: Random) => Buffer;

/** Longest file that repeating a piece makes; long enough to show what does not grow with its length alone. */
const LONGEST = 400_000;

const WORDS: readonly [string, ...string[]] = [
  '<', '>', '&', '"', "'", '/>', '</', '<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '<!DOCTYPE a>',
  '&#0;', '&#x110000;', '&#xD800;', '&amp;', '&lt;', '&unknown;', '\0', '\uFEFF', '\r', '\r\n', '\t', '\u2028',
  '<g id="1">', '</g>', '<x id="1"/>', '<mrk mtype="seg" mid="1">', '</mrk>', '<ph id="1">', '<pc id="1">',
  '<sc id="1"/>', '<ec startRef="1"/>', '<sm id="m"/>', '<em startRef="m"/>', '<target>', '</target>',
  '<target/>', '<seg-source>', '<source>', '<ignorable>', '<note>', '<bpt id="1">', '<ept id="1">',
  ' id="1"', ' translate="no"', ' state="final"', ' xmlns="urn:x"', ' xmlns:mq="MQXliff"', ' xml:space="preserve"',
  ' approved="yes"', ' canResegment="no"', ' __proto__="x"', '__proto__', 'constructor',
  '# ', '- ', '> ', '```\n', '| a |\n|---|\n', '[^1]: ', '[a]: b\n', '---\n', '  \n', '\\', '*', '**', '`', '<!-- 3 -->',
  'می‌روم', 'မြန်မာ။', '\u2067', '\u202E', '😀', 'e\u0301',
]; // prettier-ignore

const NUMBERS: readonly [number, ...number[]] = [0, 1, 0x7f, 0x80, 0xff, 0xffff, 0x7fffffff, 0xffffffff];

function place(bytes: Buffer, random: Random): readonly [start: number, end: number] {
  const start = random.below(bytes.length + 1);
  return [start, Math.min(bytes.length, start + random.below(random.once(4) ? 2000 : 40))];
}

function replace(bytes: Buffer, start: number, end: number, by: Uint8Array): Buffer {
  return Buffer.concat([bytes.subarray(0, start), by, bytes.subarray(end)]);
}

const flip: Mutation = (bytes, _, random) => {
  const copy = Buffer.from(bytes);
  const at = random.below(copy.length);
  copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
  return copy;
};

const drop: Mutation = (bytes, _, random) => replace(bytes, ...place(bytes, random), Buffer.alloc(0));

const double: Mutation = (bytes, _, random) => {
  const [start, end] = place(bytes, random);
  return replace(bytes, start, start, bytes.subarray(start, end));
};

const move: Mutation = (bytes, _, random) => {
  const [start, end] = place(bytes, random);
  const piece = Buffer.from(bytes.subarray(start, end));
  const rest = replace(bytes, start, end, Buffer.alloc(0));
  const at = random.below(rest.length + 1);
  return replace(rest, at, at, piece);
};

const splice: Mutation = (bytes, other, random) => {
  const [start, end] = place(Buffer.from(other), random);
  return replace(bytes, ...place(bytes, random), other.subarray(start, end));
};

const join: Mutation = (bytes, other, random) =>
  Buffer.concat([
    bytes.subarray(0, random.below(bytes.length + 1)),
    other.subarray(random.below(other.length + 1)),
  ]);

const cut: Mutation = (bytes, _, random) => Buffer.from(bytes.subarray(0, random.below(bytes.length + 1)));

const insert: Mutation = (bytes, _, random) => {
  const [start, end] = place(bytes, random);
  return replace(bytes, start, random.once(2) ? start : end, Buffer.from(random.pick(WORDS)));
};

/** A number as a program would write it into a field, or as a person into an attribute. */
const number: Mutation = (bytes, _, random) => {
  const value = random.pick(NUMBERS);
  const start = random.below(bytes.length + 1);
  if (random.once(2)) return replace(bytes, start, start, Buffer.from(String(value)));
  const field = Buffer.alloc(random.pick([2, 4]));
  field.writeUIntLE(value % 2 ** (8 * field.length), 0, field.length);
  return replace(bytes, start, Math.min(bytes.length, start + field.length), field);
};

/** The same text in another encoding, with or without saying so. */
const reencode: Mutation = (bytes, _, random) => {
  const text = bytes.toString('utf8');
  const mark = random.once(2) ? '\uFEFF' : '';
  const little = Buffer.from(mark + text, 'utf16le');
  switch (random.below(4)) {
    case 0:
      return little;
    case 1:
      return little.length % 2 === 0 ? Buffer.from(little).swap16() : little;
    case 2:
      return Buffer.from(text, 'latin1');
    default:
      return Buffer.from(
        text.replace(
          /encoding="[^"]*"/iu,
          `encoding="${random.pick(['UTF-16', 'windows-1252', 'ISO-8859-1', 'x'])}"`,
        ),
      );
  }
};

const lineEnds: Mutation = (bytes, _, random) =>
  Buffer.from(bytes.toString('utf8').replace(/\r?\n/gu, random.pick(['\r\n', '\r', '\n', '\u0085'])));

const repeat: Mutation = (bytes, _, random) => {
  const [start, end] = place(bytes, random);
  const piece = bytes.subarray(start, end);
  if (piece.length === 0) return bytes;
  const times = 1 + random.below(Math.max(1, Math.floor((LONGEST - bytes.length) / piece.length)));
  return replace(bytes, start, end, Buffer.concat(Array.from({ length: times }, () => piece)));
};

const MUTATIONS: readonly [Mutation, ...Mutation[]] = [
  flip, flip, drop, drop, double, double, move, splice, splice, join, cut, insert, insert, insert, number, lineEnds,
]; // prettier-ignore

/** The bytes with some damage, a little more often than much; `other` is what foreign pieces come from. */
export function mutate(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  let result: Buffer = Buffer.from(bytes);
  for (let count = 1 + random.below(random.once(3) ? 8 : 2); count > 0 && result.length > 0; count -= 1) {
    result = random.pick(MUTATIONS)(result, other, random);
  }
  if (random.once(20)) result = reencode(result, other, random);
  if (random.once(40)) result = repeat(result, other, random);
  return new Uint8Array(result);
}
