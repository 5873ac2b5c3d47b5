import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One poll, as it went over the wire. */
export interface Exchange {
  path: string;
  asked: IncomingHttpHeaders;
  status: number;
  answered: IncomingHttpHeaders;
  bodyBytes: number;
}

export interface LoggingProxy {
  url: string;
  /** Every exchange, the latest last. */
  log: Exchange[];
  stop(): Promise<void>;
}

/** Stands before a service on loopback and notes what readers send and get; it changes nothing. */
export async function startProxy(target: string): Promise<LoggingProxy> {
  const log: Exchange[] = [];
  const server = createServer((asked, answer) => forward(target, asked, answer, (exchange) => log.push(exchange)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    log,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function forward(target: string, asked: IncomingMessage, answer: ServerResponse, note: (exchange: Exchange) => void) {
  const path = asked.url ?? "/";
  const onward = request(target + path, { method: asked.method, headers: asked.headers }, async (reply) => {
    const chunks: Buffer[] = [];
    for await (const chunk of reply) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const status = reply.statusCode ?? 0;
    note({ path, asked: asked.headers, status, answered: reply.headers, bodyBytes: body.byteLength });
    answer.writeHead(status, reply.headers);
    answer.end(body);
  });
  onward.on("error", () => answer.writeHead(502).end());
  asked.pipe(onward);
}
