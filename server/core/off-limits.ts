/**
 * Hosts that nothing is sent to unless whoever runs the workbench names them: link-local ones (RFC 3927, RFC 4291
 * §2.5.6), where clouds hand out the keys of a machine to whoever asks from it, and the few such services elsewhere.
 * This machine and private networks are not among them: people run their own machine translation there.
 */

/** Services that hand out keys, beyond link-local addresses: of Alibaba, Oracle, Amazon and Google. */
const KEYS_IPV4: ReadonlySet<string> = new Set(['100.100.100.200', '192.0.0.192']);
const KEYS_IPV6: ReadonlySet<string> = new Set(['fd00:ec2:0:0:0:0:0:254', 'fd20:ce:0:0:0:0:0:254']);

/** How many groups stand before an IPv4 address in an IPv6 one: mapped, compatible, NAT64, local NAT64, 6to4. */
const CARRIERS: readonly (readonly [prefix: RegExp, groups: number])[] = [
  [/^0:0:0:0:0:ffff:/, 6],
  [/^0:0:0:0:0:0:/, 6],
  [/^64:ff9b:0:0:0:0:/, 6],
  [/^64:ff9b:1:/, 6],
  [/^2002:/, 1],
];

/** `host`: an address, IPv6 also in brackets or with a zone; false for a name, which is only known when it is looked up. */
export function isOffLimits(host: string): boolean {
  const address = host.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (/^\d+(?:\.\d+){3}$/.test(address)) return isOffLimitsIpv4(address);
  const groups = groupsOf(address);
  if (groups === null) return false;
  const text = groups.map((group) => group.toString(16)).join(':');
  if (((groups[0] ?? 0) & 0xffc0) === 0xfe80 || KEYS_IPV6.has(text)) return true;
  const carrier = CARRIERS.find(([prefix]) => prefix.test(text));
  return carrier !== undefined && isOffLimitsIpv4(ipv4Of(groups, carrier[1]));
}

function isOffLimitsIpv4(address: string): boolean {
  return address.startsWith('169.254.') || KEYS_IPV4.has(address);
}

function ipv4Of(groups: readonly number[], at: number): string {
  return [groups[at] ?? 0, groups[at + 1] ?? 0].flatMap((group) => [group >> 8, group & 0xff]).join('.');
}

/** The eight groups of an IPv6 address; null where it is none. */
function groupsOf(address: string): readonly number[] | null {
  const plain = address.replace(
    /(\d+)\.(\d+)\.(\d+)\.(\d+)$/,
    (_all, ...[a, b, c, d]: readonly string[]) =>
      `${(Number(a) * 256 + Number(b)).toString(16)}:${(Number(c) * 256 + Number(d)).toString(16)}`,
  );
  const [head = '', tail, more] = plain.split('::');
  if (more !== undefined || !/^[\da-f:]*:[\da-f:]*$/i.test(plain)) return null;
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: Math.max(missing, 0) }, () => '0'), ...after];
  return groups.length === 8 ? groups.map((group) => Number.parseInt(group, 16)) : null;
}
