/** `recto serve` where it cannot begin. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { recto, scratchFolder } from '../support/cli.ts';

const scratch = scratchFolder();
afterAll(() => {
  scratch.remove();
});

test('a port that is taken is told in words, and nothing goes on running', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? String(address.port) : '';
  const { status, stderr } = recto(['serve', '--port', port, '--data', scratch.path('data'), '--no-sample']);
  other.close();
  expect({ status, stderr: stderr.replace(/[\u2068\u2069]/gu, '') }).toEqual({
    status: 1,
    stderr: `The port ${port} is taken; perhaps Recto is running already. Another one is chosen by --port.\n`,
  });
});
