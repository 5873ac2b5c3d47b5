import { once } from "node:events";
import { createServer } from "node:net";

/**
 * For a service that has to know its own address before it starts.
 *
 * It lies below the ports that systems give to connections going out (RFC 6335 §6 has them at 49152, Linux at 32768): until
 * the service has taken it, nobody else does.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const server = createServer().listen(port, "127.0.0.1");
    const isFree = await once(server, "listening").then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, "close");
    return port;
  }
}
