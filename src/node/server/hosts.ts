import { isIP } from "node:net";

/**
 * Whether the service answers under a host name. A page of another site can make a browser ask this machine under that site's own name,
 * once it lets the name lead here (DNS rebinding); so a name has to be known. Addresses and names without a dot are no site's.
 *
 * @param host a Host header (RFC 9110 §7.2), with its port or without
 * @param names the service's own, in lower case
 */
export function isOwnHost(host: string, names: ReadonlySet<string>): boolean {
  const name = host
    .replace(/:\d*$/, "")
    .replace(/^\[(.*)\]$/, "$1")
    .toLowerCase();
  const isOwn = names.has(name) || isIP(name) !== 0 || /^[a-z0-9_-]+$/.test(name) || name.endsWith(".localhost");
  // `999999999999` is no name, and `a:99999` has no port: there is no URL of them (URL §3.5).
  return isOwn && URL.canParse(`http://${host}`);
}
