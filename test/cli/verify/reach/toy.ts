import { createHash } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";

/** What a toy sends; a header that is undefined is not sent. */
export interface ToyAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string | Uint8Array;
  /** The connection ends before the body does. */
  breaksOff?: true;
  /** Neither ends. */
  hangs?: true;
}

/** A request as a toy got it; the first is 0. */
export interface ToyRequest {
  count: number;
  path: string;
  headers: IncomingHttpHeaders;
}

/** The one thing that a toy does otherwise; nothing: it does not answer. */
export type ToyFault = (right: ToyAnswer, asked: ToyRequest) => ToyAnswer | undefined;

export const DOCUMENT = `<?xml version="1.0"?><rss version="2.0"><channel>${"<item><title>Ferries</title></item>".repeat(600)}</channel></rss>`;

/** A tag of the bytes: each coding has its own. */
export const tagOf = (body: string | Uint8Array): string =>
  `"${createHash("sha256").update(body).digest("base64url").slice(0, 12)}"`;

/** A page, as a firewall sends it. */
export const page = (status: number, headers: ToyAnswer["headers"] = {}): ToyAnswer => ({
  status,
  headers: { "content-type": "text/html", ...headers },
  body: "<!doctype html><title>Just a moment…</title>",
});

export const redirectTo = (status: number, location: string): ToyAnswer => ({
  status,
  headers: { location },
  body: "",
});

const running = new Set<Server>();

/** A server of this machine that serves a feed well, but for one thing. @param secure with this key and certificate */
export async function startToy(
  fault: ToyFault = (right) => right,
  secure?: { key: string; cert: string },
): Promise<string> {
  let count = 0;
  const listener: RequestListener = ({ url: path = "", headers }, response) => {
    const answer = fault(serveWell(headers), { count, path, headers });
    count += 1;
    if (!answer) return;
    for (const [name, value] of Object.entries(answer.headers))
      if (value !== undefined) response.setHeader(name, value);
    if (answer.hangs) return void response.writeHead(answer.status).write(answer.body);
    if (!answer.breaksOff) return void response.writeHead(answer.status).end(answer.body);
    response.setHeader("content-length", answer.body.length + 1);
    response.write(answer.body, () => response.destroy());
  };
  const server = secure ? createSecureServer(secure, listener) : createServer(listener);
  running.add(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `${secure ? "https" : "http"}://127.0.0.1:${(server.address() as AddressInfo).port}/feed.rss`;
}

export async function stopToys(): Promise<void> {
  for (const server of running) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  running.clear();
}

/** As everybody should. */
export function serveWell(asked: IncomingHttpHeaders): ToyAnswer {
  const isGzip = /\bgzip\b/.test(String(asked["accept-encoding"] ?? ""));
  const body = isGzip ? gzipSync(DOCUMENT) : Buffer.from(DOCUMENT);
  const headers = {
    "content-type": "application/rss+xml; charset=utf-8",
    "content-encoding": isGzip ? "gzip" : undefined,
    "last-modified": "Sat, 14 Mar 2026 06:00:00 GMT",
    "cache-control": "public, max-age=300",
    etag: tagOf(body),
    vary: "Accept-Encoding",
  };
  const [tag, date] = [asked["if-none-match"], asked["if-modified-since"]];
  const isUnchanged = tag === undefined ? date === headers["last-modified"] : tag === headers.etag;
  return isUnchanged ? { status: 304, headers, body: "" } : { status: 200, headers, body };
}
