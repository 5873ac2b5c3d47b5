/**
 * Whether a URL's host is of one's own network: such a name, or an address that RFC 6890 does not list as global. A service
 * that runs in public sends no webhook there.
 *
 * @param hostname as `URL` gives it, an IPv6 address in brackets
 */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, "");
  if (host.startsWith("[")) return isPrivateV6(host.slice(1, -1));
  // `URL` has already turned every way to write an IPv4 address into this one.
  const v4 = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(host)?.slice(1).map(Number);
  if (v4) return isPrivateV4(v4);
  return !host.includes(".") || /(^|\.)(localhost|local|internal|lan|home\.arpa|intranet|test|invalid)$/.test(host);
}

function isPrivateV4([a = 0, b = 0, c = 0]: number[]): boolean {
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && (b === 168 || (b === 0 && (c === 0 || c === 2)))) ||
    (a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) ||
    (a === 203 && b === 0 && c === 113) ||
    a >= 224
  );
}

/** Global unicast is 2000::/3; of it, what wraps IPv4 or documents is refused, too. */
const isPrivateV6 = (address: string): boolean =>
  !/^[23][0-9a-f]{3}:/.test(address) || /^(2001:0?:|2001:db8:|2002:)/.test(address) || address.startsWith("2001::");
