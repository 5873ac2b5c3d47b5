/** `::ffff:192.0.2.1`, as an address is written whole: an IPv4 address in IPv6's clothes (RFC 4291 §2.5.5.2). */
const MAPPED = /^0:0:0:0:0:ffff:([0-9a-f]+):([0-9a-f]+)$/;

/**
 * What somebody who comes from an address is counted by: an IPv4 address as it is, and of an IPv6 address the first 64 bits, for whoever
 * has one has 2⁶⁴ of them (RFC 6177).
 */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const [plain = ""] = address.split("%");
  const whole = URL.parse(`http://[${plain}]/`)?.hostname.slice(1, -1);
  if (whole === undefined) return address;
  const [head = "", tail = ""] = whole.split("::");
  const groups = head.split(":").filter(Boolean);
  const last = tail.split(":").filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - groups.length - last.length)).fill("0");
  const all = [...groups, ...zeros, ...last];
  const mapped = MAPPED.exec(all.join(":"));
  return mapped ? mapped.slice(1).flatMap(bytesOf).join(".") : all.slice(0, 4).join(":");
}

/** The two bytes of a group. */
const bytesOf = (group: string): number[] => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255];
