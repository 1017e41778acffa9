/** Files of the exchange as the database holds them: packed (they repeat themselves much), base64, in chunks. */
import { gunzipSync, gzipSync } from 'fflate';

/** A multiple of three bytes, so that only the last chunk is padded. */
const CHUNK_BYTES = 768 * 1024;

/** An empty file is one chunk too. */
export function packFile(bytes: Uint8Array): readonly { readonly chunk: number; readonly data: string }[] {
  const packed = Buffer.from(gzipSync(bytes, { mtime: 0 }));
  const chunks = Math.ceil(packed.length / CHUNK_BYTES);
  return Array.from({ length: chunks }, (_, chunk) => ({
    chunk,
    data: packed.toString('base64', chunk * CHUNK_BYTES, (chunk + 1) * CHUNK_BYTES),
  }));
}

/** The file of its chunks in order. */
export function unpackFile(chunks: readonly { readonly data: string }[]): Uint8Array {
  return gunzipSync(Buffer.concat(chunks.map(({ data }) => Buffer.from(data, 'base64'))));
}
