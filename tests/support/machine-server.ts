/**
 * A server on this machine that speaks LibreTranslate's API and the chat API of OpenAI over real HTTP. It "translates"
 * by upper case, keeps tags, and writes down what it was asked.
 */
import { createServer, type IncomingMessage } from 'node:http';
import { z } from 'zod';

export interface MachineServer {
  readonly address: string;
  /** Bodies of the requests for translations, in order. */
  readonly asked: readonly unknown[];
  readonly headers: readonly Readonly<Record<string, unknown>>[];
  /** The next answers, before it goes on as usual; null answers as usual too. */
  readonly next: ((text: string) => {
    readonly status: number;
    readonly body: string;
    readonly headers?: object;
    /** Milliseconds before the answer. */
    readonly delay?: number;
  } | null)[];
  close(): Promise<void>;
}

const libre = z.object({ q: z.array(z.string()), format: z.string() });
const chat = z.object({ messages: z.array(z.object({ role: z.string(), content: z.string() })) });

export async function openMachineServer(): Promise<MachineServer> {
  const asked: unknown[] = [];
  const headers: Readonly<Record<string, unknown>>[] = [];
  const next: MachineServer['next'] = [];
  const server = createServer((req, res) => {
    void bodyOf(req).then((text) => {
      const answer = (status: number, body: string, more: object = {}): void => {
        res.writeHead(status, { 'content-type': 'application/json', ...more }).end(body);
      };
      if (req.url === '/languages') {
        answer(
          200,
          JSON.stringify([
            { code: 'en', targets: ['fa', 'zh-Hans'] },
            { code: 'fa', targets: ['en'] },
          ]),
        );
        return;
      }
      const body: unknown = JSON.parse(text);
      asked.push(body);
      headers.push(req.headers);
      const planned = next.shift()?.(text);
      if (planned != null) {
        const { status, body: text, headers: more, delay = 0 } = planned;
        if (delay === 0) answer(status, text, more);
        else
          setTimeout(() => {
            answer(status, text, more);
          }, delay).unref();
      } else if (req.url === '/translate') {
        const { q } = libre.parse(body);
        answer(200, JSON.stringify({ translatedText: q.map(shout) }));
      } else if (req.url === '/v1/chat/completions') {
        const said = chat.parse(body).messages.at(-1)?.content ?? '';
        const asks = z.object({ text: z.string() }).parse(JSON.parse(said));
        const content = `<think>hm</think>\n${shout(asks.text)}`;
        answer(200, JSON.stringify({ choices: [{ message: { content }, finish_reason: 'stop' }] }));
      } else answer(404, '{}');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    headers,
    next,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Upper case outside of tags and escapes. */
function shout(text: string): string {
  return text.replace(
    /(<[^>]*>|&\w+;)|([^<&]+)/g,
    (_whole, kept: string | undefined, words: string | undefined) => kept ?? (words ?? '').toUpperCase(),
  );
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  const body: AsyncIterable<Buffer> = req;
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
