/**
 * One question to a server of machine translation, by JSON over HTTP: bounded in time and size, never redirected, and
 * asked again where the server only had no time, when it says so (Retry-After). Every failure is a problem that says what to look at.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { problem, type Problem } from '../../core/problem.ts';
import { OFF_LIMITS, type Outside, type Reply } from '../provider.ts';

const LARGEST_ANSWER = 4 * 1024 * 1024;
const BUSY = new Set([408, 429, 500, 502, 503, 504]);

export type Answer =
  | { readonly kind: 'answered'; readonly body: unknown }
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface Question {
  readonly url: URL;
  /** Sent as JSON; absent: a GET. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The key in it, '' where there is none: some servers repeat it in what they say, and nobody is shown it. */
  readonly key: string;
}

export async function ask(question: Question, outside: Outside): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const { answer, wait } = await askOnce(question, outside, attempt);
    if (wait === null || attempt >= outside.patience.tries || outside.signal.aborted) return answer;
    await sleep(wait, undefined, { signal: outside.signal }).catch(() => undefined);
  }
}

/** `path` below what a person gave as the server's address. */
export function below(url: string, path: string): URL {
  const base = new URL(url);
  base.pathname = `${base.pathname.replace(/\/+$/, '')}/${path}`;
  return base;
}

interface Attempt {
  readonly answer: Answer;
  /** Milliseconds after which it is worth asking again; null: it is not. */
  readonly wait: number | null;
}

async function askOnce(
  { url, body, headers, key }: Question,
  outside: Outside,
  attempt: number,
): Promise<Attempt> {
  const host = url.host;
  const signal = AbortSignal.any([outside.signal, AbortSignal.timeout(outside.patience.timeout)]);
  const backoff = 500 * 2 ** (attempt - 1);
  try {
    const reply = await outside.send(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
    });
    const { status } = reply;
    const text = await readBounded(reply);
    if (status < 200 || status > 299) {
      const refused = problem('machine-refused', null, { host, status, reason: reasonIn(text, key) });
      const wait = BUSY.has(status)
        ? waitAsked(reply.retryAfter, backoff, outside.patience.longestWait)
        : null;
      return { answer: { kind: 'failed', problem: refused }, wait };
    }
    const parsed = text === null ? undefined : parseJson(text);
    if (parsed === undefined)
      return { answer: { kind: 'failed', problem: problem('machine-answer', null, { host }) }, wait: null };
    return { answer: { kind: 'answered', body: parsed }, wait: null };
  } catch (error) {
    if (signal.aborted) {
      const seconds = outside.patience.timeout / 1000;
      const late = problem('machine-timeout', null, { host, seconds });
      return { answer: { kind: 'failed', problem: late }, wait: null };
    }
    const reason = reasonOf(error);
    if (reason === OFF_LIMITS)
      return {
        answer: { kind: 'failed', problem: problem('machine-host-off-limits', null, { host }) },
        wait: null,
      };
    const unreachable = problem('machine-unreachable', null, { host, reason });
    return { answer: { kind: 'failed', problem: unreachable }, wait: backoff };
  }
}

/** null where it is too long. */
async function readBounded({ body }: Reply): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > LARGEST_ANSWER) return null; // leaving the loop lets go of the rest
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const errorShape = z.object({ error: z.union([z.string(), z.object({ message: z.string() })]) });

/** What the server says of its refusal, as LibreTranslate and the OpenAI API do; nothing else of its answer is shown. */
function reasonIn(text: string | null, key: string): string {
  const parsed = errorShape.safeParse(text === null ? null : parseJson(text));
  if (!parsed.success) return '';
  const { error } = parsed.data;
  const said = typeof error === 'string' ? error : error.message;
  return (key === '' ? said : said.replaceAll(key, '…')).replaceAll(/\s+/g, ' ').slice(0, 300);
}

const coded = z.object({ code: z.string() });

/** The system's word for it (ECONNREFUSED, ENOTFOUND); '' where it has none. */
function reasonOf(error: unknown): string {
  const parsed = coded.safeParse(error);
  return parsed.success ? parsed.data.code : '';
}

/** Milliseconds: what the server asks for in seconds or as a date, else our own patience; null: longer than anybody waits. */
function waitAsked(header: string | null, backoff: number, longest: number): number | null {
  const text = header?.trim() ?? '';
  const asked = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  if (Number.isNaN(asked)) return backoff;
  return asked > longest ? null : Math.max(asked, 0);
}
