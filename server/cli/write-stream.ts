/** Writes a stream of bytes to a file, or to stdout for `-`, no faster than they are taken. */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

/** Throws what the system says where the file cannot be written. */
export async function writeStream(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  if (path === '-') {
    for await (const chunk of bytes) if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
    return;
  }
  const file = createWriteStream(path);
  for await (const chunk of bytes) if (!file.write(chunk)) await once(file, 'drain');
  file.end();
  await finished(file);
}
