/** Bodies that come slowly: a long one that keeps coming is taken, one that stands still is not. */
import { createServer, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import express from 'express';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { refuseSlowBodies } from '../../server/web/middleware/refuse-slow-bodies.ts';

const EVERY = 300;

async function serve(read: (request: express.Request) => Promise<number>): Promise<number> {
  const app = express();
  app.use(refuseSlowBodies(() => undefined, { every: EVERY, least: 1_000 }));
  app.put('/', async (req, res) => {
    res.send(String(await read(req)));
  });
  const server = createServer(app);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return z.object({ port: z.number() }).parse(server.address()).port;
}

async function countBytes(req: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const chunk of req) bytes += chunk.length;
  return bytes;
}

/** Its answer, or the code of what went wrong. */
function put(port: number, send: (write: (bytes: number) => void) => Promise<void>): Promise<string> {
  return new Promise((done) => {
    const sent = request({ port, host: '127.0.0.1', method: 'PUT' }, (res) => {
      let answer = '';
      res.on('data', (chunk: Buffer) => (answer += chunk.toString()));
      res.on('end', () => {
        done(answer);
      });
    });
    sent.on('error', (error: NodeJS.ErrnoException) => {
      done(error.code ?? 'failed');
    });
    void send((bytes) => sent.write('x'.repeat(bytes))).then(() => sent.end());
  });
}

it('a body is taken however long it comes, but not by a byte now and then', async () => {
  const port = await serve(countBytes);
  const steady = put(port, async (write) => {
    for (let n = 0; n < 40; n += 1) {
      write(1_000);
      await pause(EVERY / 10);
    }
  });
  const dripping = put(port, async (write) => {
    for (let n = 0; n < 12; n += 1) {
      write(1);
      await pause(EVERY / 2);
    }
  });
  expect(await dripping).toMatch(/^E|failed/);
  expect(await steady).toBe('40000');
});

it('who reads slowly loses nothing', async () => {
  const port = await serve(async (req) => {
    await pause(EVERY * 4);
    return countBytes(req);
  });
  const answer = put(port, (write) => {
    write(2_000_000);
    return Promise.resolve();
  });
  expect(await answer).toBe('2000000');
});
