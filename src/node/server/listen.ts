import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { getRequestListener, type HttpBindings } from "@hono/node-server";

/** What the server's users wait for at most, in milliseconds. */
const TIMES = {
  /** A client that sends no whole head in that time is none. */
  headersTimeout: 30_000,
  /** Longer than proxies keep a connection that they may use again: it is theirs to close. */
  keepAliveTimeout: 75_000,
  /** None for a whole request: a bulk of a million stories takes its time. Silence ends one, below. */
  requestTimeout: 0,
};

/** A client that neither sends nor reads for so long, where it is its turn, is gone. Milliseconds. */
const SILENCE = 120_000;

/** Requests that are being answered when the service is to stop are waited for so long. Milliseconds. */
export const GRACE = 10_000;

export interface Listening {
  port: number;
  /** Accepts nothing more, and waits for what is in hand, `GRACE` at most. */
  close(): Promise<void>;
}

/** Who answers. */
export interface Answering {
  fetch(request: Request, bindings: HttpBindings): Response | Promise<Response>;
  /** Answers a request before a `Request` is made of it. @returns false where `fetch` is to answer */
  sendHot?(incoming: IncomingMessage, outgoing: ServerResponse): boolean;
}

/** @throws where the address cannot be listened on, as a Node system error */
export async function listen(
  { fetch, sendHot = () => false }: Answering,
  { address, port, silence = SILENCE }: { address: string; port: number; silence?: number },
): Promise<Listening> {
  const listener = getRequestListener((request, bindings) => fetch(request, bindings as HttpBindings));
  const server = createServer((incoming, outgoing) => {
    if (incoming.method === "TRACE") refuseTrace(outgoing);
    else if (!sendHot(incoming, outgoing)) {
      outgoing.on("timeout", (socket: Socket) => {
        if (isClientsTurn(incoming, outgoing)) socket.destroy();
        else socket.setTimeout(silence);
      });
      void listener(incoming, outgoing);
    }
  });
  Object.assign(server, TIMES);
  server.setTimeout(silence);
  server.listen(port, address);
  await once(server, "listening");
  const bound = server.address();
  return {
    port: typeof bound === "object" && bound ? bound.port : port,
    async close() {
      const closed = once(server, "close");
      server.close();
      const over = AbortSignal.timeout(GRACE);
      // Connections that were busy when it closed become idle one by one.
      const closing = setInterval(() => server.closeIdleConnections(), 50);
      await Promise.race([closed, once(over, "abort")]);
      clearInterval(closing);
      server.closeAllConnections();
    },
  };
}

/** Whether the client is to send or to read. Else it waits for the service, which on a busy machine takes its time: silence is ours then. */
const isClientsTurn = (incoming: IncomingMessage, outgoing: ServerResponse): boolean =>
  outgoing.writableLength > 0 || (!incoming.complete && incoming.readableLength === 0);

/** There is no `Request` of such a method (Fetch §2.2.1), and what is echoed helps nobody but attackers (RFC 9110 §9.3.8). */
const refuseTrace = (outgoing: ServerResponse): void =>
  void outgoing.writeHead(405, { allow: "GET, HEAD, OPTIONS" }).end();
