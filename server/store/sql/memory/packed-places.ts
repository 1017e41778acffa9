/**
 * Places of one token and tier packed into rows: reading a row costs as much as a hundred places in it do. A row is never
 * changed. One whose TU went away, or has another text now, stays in it: what is found is verified by what the TU is
 * (tm_source), and its new places are found beside.
 */
import { hashOf } from '../../../core/text/hash.ts';
import type { TmPackedTable, TmPrefixTable } from './memory-schema.ts';

export type Place = Pick<TmPrefixTable, 'tu_id' | 'length' | 'position' | 'signature_a' | 'signature_b'>;

export const PACKED_COLUMNS = {
  index_id: 'bigint',
  token: 'bigint',
  tier: 'bigint',
  longest: 'bigint',
  hash: 'bigint',
  shortest: 'bigint',
  places: 'text',
} as const;

const BYTES = 16;
/** As base64 they stay below 2 KB, beyond which PostgreSQL would keep them elsewhere. */
const MOST = 90;

/** `places`: of the token and tier, by length. The same places make the same rows. */
export function packPlaces(
  { index_id, token, tier }: Pick<TmPrefixTable, 'index_id' | 'token' | 'tier'>,
  places: readonly Place[],
): readonly TmPackedTable[] {
  const rows: TmPackedTable[] = [];
  for (let from = 0; from < places.length; from += MOST) {
    const some = places.slice(from, from + MOST);
    const packed = pack(some);
    const [shortest, longest] = [some[0]?.length ?? 0, some.at(-1)?.length ?? 0];
    rows.push({ index_id, token, tier, longest, hash: hashOf(packed), shortest, places: packed });
  }
  return rows;
}

function pack(places: readonly Place[]): string {
  const bytes = Buffer.alloc(places.length * BYTES);
  for (const [at, { tu_id, length, position, signature_a, signature_b }] of places.entries()) {
    bytes.writeUInt32LE(tu_id, at * BYTES);
    bytes.writeUInt16LE(length, at * BYTES + 4);
    bytes.writeUInt16LE(position, at * BYTES + 6);
    bytes.writeInt32LE(signature_a, at * BYTES + 8);
    bytes.writeInt32LE(signature_b, at * BYTES + 12);
  }
  return bytes.toString('base64');
}

type Visit = (tu: number, length: number, position: number, a: number, b: number) => void;

/** Calls `visit` with each place: TU, length, position and both halves of the signature. */
export function eachPlace(packed: string, visit: Visit): void {
  const bytes = Buffer.from(packed, 'base64');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.byteLength; at += BYTES) {
    visit(
      view.getUint32(at, true),
      view.getUint16(at + 4, true),
      view.getUint16(at + 6, true),
      view.getInt32(at + 8, true),
      view.getInt32(at + 12, true),
    );
  }
}
