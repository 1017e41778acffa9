/** Nothing is sent to link-local hosts, however they are written and whatever a name is said to mean by then. */
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isOffLimits } from '../../server/core/off-limits.ts';
import { openNetwork } from '../../server/machine/network.ts';
import { NOBODY_WAITS, OFF_LIMITS, type Send } from '../../server/machine/provider.ts';
import { ask } from '../../server/machine/shared/ask.ts';
import { problemsOf } from '../../server/usecases/machine-settings.ts';
import { openMachineServer, type MachineServer } from '../support/machine-server.ts';

/** As somebody may write it in an address. */
const REFUSED = [
  ...['169.254.169.254', '0xa9fea9fe', '2852039166', '169.254.0x1.1', '169.254.1'],
  ...['[fe80::1]', '[febf:ffff::]', '[fe90:1:2:3:4:5:6:7]', '[::ffff:169.254.169.254]', '[::ffff:a9fe:1]'],
  ...['[::169.254.10.1]', '[64:ff9b::169.254.169.254]', '[64:ff9b:1::a9fe:a9fe]', '[2002:a9fe:a9fe::1]'],
  ...['[fd00:ec2::254]', '[fd20:ce::254]', '100.100.100.200', '192.0.0.192', '[::ffff:100.100.100.200]'],
];
const ALLOWED = [
  ...[
    '127.0.0.1',
    '[::1]',
    '10.0.0.1',
    '192.168.1.5',
    '172.16.9.254',
    '169.253.1.1',
    '169.255.1.1',
    '[fd00::1]',
  ],
  ...['[fec0::1]', '[fe7f::1]', '[::ffff:127.0.0.1]', '[2001:db8::a9fe:a9fe]', '100.100.100.100'],
  ...['localhost', 'fe80.example', '169.254.example', 'a9fe'],
];

describe('addresses that are off limits', () => {
  const hostOf = (host: string): string => new URL(`http://${host}/`).hostname;
  it.each(REFUSED)('%s is', (host) => {
    expect(isOffLimits(hostOf(host))).toBe(true);
  });
  it.each(ALLOWED)('%s is not', (host) => {
    expect(isOffLimits(hostOf(host))).toBe(false);
  });
  // As a resolver may answer.
  it.each(['fe80::1%eth0', 'FE80::A', '::ffff:169.254.0.9', '0:0:0:0:0:ffff:a9fe:1'])('%s is', (address) => {
    expect(isOffLimits(address)).toBe(true);
  });
});

it.each([
  ['http://169.254.169.254/v1', null, ['machine-host-off-limits']],
  ['http://[::ffff:a9fe:a9fe]:80/v1', null, ['machine-host-off-limits']],
  ['http://169.254.169.254/v1', ['169.254.169.254'], []],
  ['http://169.254.169.254/v1', ['localhost'], ['machine-host-forbidden']],
  ['http://127.0.0.1:5000', null, []],
  ['http://192.168.1.20:5000', null, []],
])('of %s a project is told beforehand (allowed: %j)', (url, machineHosts, codes) => {
  const settings = { provider: 'libre-translate', url, model: '', key: '', price: null, context: false };
  expect(problemsOf({ machineHosts }, settings).map(({ code }) => code)).toEqual(codes);
});

describe('the network', () => {
  let machine: MachineServer;
  beforeAll(async () => {
    machine = await openMachineServer();
  });
  afterAll(async () => {
    await machine.close();
  });

  const request = {
    method: 'GET',
    headers: {},
    body: undefined,
    signal: AbortSignal.timeout(20_000),
  } as const;
  const at = (host: string): URL => new URL(`http://${host}:${new URL(machine.address).port}/languages`);
  const here = { address: '127.0.0.1', family: 4 };
  const there = { address: '169.254.169.254', family: 4 };
  const mapped = { address: '::ffff:169.254.169.254', family: 6 };
  const network = (...answers: (typeof here)[][]): Send =>
    openNetwork(
      (host) => host === 'named.example',
      () => Promise.resolve(answers.shift() ?? []),
    );

  it.each(REFUSED)('sends nothing to %s', async (host) => {
    await expect(network()(at(host), request)).rejects.toMatchObject({ code: OFF_LIMITS });
  });

  it.each([[[there]], [[mapped, there]]])('sends nothing to a name that stands for it', async (answer) => {
    await expect(network(answer)(at('rebound.example'), request)).rejects.toMatchObject({ code: OFF_LIMITS });
  });

  it('connects to the address that it looked at, also where the next answer would be another', async () => {
    const answers = [[there, here], [there]];
    const send = network(...answers);
    expect((await send(at('both.example'), request)).status).toBe(200);
    await expect(send(at('both.example'), request)).rejects.toMatchObject({ code: OFF_LIMITS });
  });

  it('goes where it is told to go by name', async () => {
    const aborted = { ...request, signal: AbortSignal.timeout(50) };
    await expect(network([there])(at('named.example'), aborted)).rejects.not.toMatchObject({
      code: OFF_LIMITS,
    });
    expect((await network([here])(at('named.example'), request)).status).toBe(200);
  });

  it.each([
    ['another protocol', 'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'],
    ['nothing', ''],
    ['half an answer', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"a"'],
  ])('does not wait for ever for a server that says %s', async (_, said) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined).end(said);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = z.object({ port: z.number() }).parse(server.address());
    const outside = { send: network(), patience: { ...NOBODY_WAITS, tries: 1 }, signal: request.signal };
    const answer = await ask({ url: new URL(`http://127.0.0.1:${port}/`), key: '' }, outside);
    server.close();
    expect(answer).toMatchObject({ kind: 'failed', problem: { code: 'machine-unreachable' } });
  });

  it('is asked once, and says why it does not ask', async () => {
    let lookedUp = 0;
    const send = openNetwork(
      () => false,
      () => {
        lookedUp += 1;
        return Promise.resolve([there]);
      },
    );
    const outside = { send, patience: NOBODY_WAITS, signal: request.signal };
    const answer = await ask({ url: at('rebound.example'), body: {}, key: '' }, outside);
    expect(answer).toMatchObject({ kind: 'failed', problem: { code: 'machine-host-off-limits' } });
    expect(lookedUp).toBe(1);
  });
});
