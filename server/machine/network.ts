/**
 * How servers of machine translation are reached: one request over HTTP, never redirected, on a connection of its own.
 * Invariant: nothing is sent to an address that is off limits, and the address that is connected to is the very one
 * that was looked at: a name is looked up once, for the connection itself, so that it cannot mean another meanwhile.
 */
import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isOffLimits } from '../core/off-limits.ts';
import { OFF_LIMITS, type Send } from './provider.ts';

/** The addresses of a host name, best first. */
type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

const resolveBySystem: Resolve = (host) => lookup(host, { all: true });

/**
 * `isNamed`: whether a host (a name, or an address as a URL has it) may be asked wherever it stands. A request whose
 * host has no address but such as are off limits fails with the code `OFF_LIMITS`, before anything is sent.
 */
export function openNetwork(isNamed: (host: string) => boolean, resolve: Resolve = resolveBySystem): Send {
  return async (url, { method, headers, body, signal }) => {
    const mayConnect = isNamed(url.hostname) ? () => true : (address: string) => !isOffLimits(address);
    // An address is never looked up.
    if (!mayConnect(url.hostname)) throw refusal();
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const options = { method, headers, signal, agent: false, lookup: lookupOf(resolve, mayConnect) };
    const answer = await new Promise<IncomingMessage>((done, fail) => {
      const asked = send(url, options).on('response', done).on('error', fail);
      // Also where a server ends the connection by switching to another protocol, which is no error.
      asked.on('close', () => {
        fail(new Error('the connection ended before an answer'));
      });
      asked.end(body);
    });
    const { statusCode = 0, headers: answered } = answer;
    return { status: statusCode, retryAfter: answered['retry-after'] ?? null, body: answer };
  };
}

/** What a connection asks for the addresses that it tries. */
function lookupOf(resolve: Resolve, mayConnect: (address: string) => boolean): LookupFunction {
  return (host, { all }, done) => {
    void resolve(host).then(
      (found) => {
        const addresses = found.filter(({ address }) => mayConnect(address));
        const [best] = addresses;
        if (best === undefined) done(refusal(), []);
        else if (all === true) done(null, addresses);
        else done(null, best.address, best.family);
      },
      (error: unknown) => {
        done(error instanceof Error ? error : new Error(String(error)), []);
      },
    );
  };
}

function refusal(): Error {
  return Object.assign(new Error('the host is off limits'), { code: OFF_LIMITS });
}
