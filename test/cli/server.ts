import { createServer, type Server } from "node:http";
import { text } from "node:stream/consumers";

/** A request as a test's server got it. */
export interface Asked {
  method: string;
  /** With its query. */
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** An answer; what is left out is 200, without a type and without a body. */
export interface Answered {
  status?: number;
  type?: string;
  body?: string | Uint8Array;
  /** Seconds: `Retry-After`. */
  retryAfter?: string;
  headers?: Record<string, string>;
  /** The connection ends before the body does. */
  breaksOff?: true;
}

export interface TestServer {
  /** `http://127.0.0.1:port` */
  url: string;
  /** In the order in which they came. */
  asked: Asked[];
}

const running = new Set<Server>();

/** A server of this machine alone, on a port that is free. */
export async function serve(answer: (asked: Asked) => Answered): Promise<TestServer> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const { method = "", url: path = "", headers } = request;
    const one = { method, path, headers, body: await text(request) };
    asked.push(one);
    const { status = 200, type, body = "", breaksOff, retryAfter, headers: others = {} } = answer(one);
    for (const [name, value] of Object.entries(others)) response.setHeader(name, value);
    if (type) response.setHeader("content-type", type);
    if (retryAfter) response.setHeader("retry-after", retryAfter);
    if (!breaksOff) return void response.writeHead(status).end(body);
    response.setHeader("content-length", body.length + 1);
    response.write(body, () => response.destroy());
  });
  running.add(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${portOf(server)}`, asked };
}

/** An address where nobody listens, as it was a moment ago somebody's. */
export async function nobody(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

export async function closeServers(): Promise<void> {
  for (const server of running) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  running.clear();
}

export const json = (value: unknown, status = 200): Answered => ({
  status,
  type: "application/json",
  body: JSON.stringify(value),
});

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}
