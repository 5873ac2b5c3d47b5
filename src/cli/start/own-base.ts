/**
 * Where readers reach the service, if not where the masthead says. A masthead that says localhost means this machine, whichever port is
 * listened on.
 *
 * @param base the masthead's
 */
export function ownBase(base: string, { base: given, port }: { base?: string; port: number }): string | undefined {
  if (given !== undefined) return given;
  const url = new URL(base);
  if (!["localhost", "127.0.0.1", "[::1]"].includes(url.hostname)) return;
  return `${url.protocol}//${url.hostname}:${port}`;
}
