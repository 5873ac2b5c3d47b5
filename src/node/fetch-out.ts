import dns from "node:dns";
import { type IncomingMessage, request as requestPlainly } from "node:http";
import { request as requestSecurely } from "node:https";
import type { LookupFunction } from "node:net";
import { PassThrough, pipeline, type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { contain } from "../article/contain.ts";
import { isPrivateHost } from "../partner/address.ts";
import type { Home } from "../service/home.ts";

/** An address that must not be reached from here. */
class OwnNetwork extends Error {
  constructor(host: string) {
    super(`${host} is of the own network`);
  }
}

/**
 * As `Home.fetchOut` says. It is not `fetch`, which resolves a name out of our sight: between a look of our own and its one, a name may
 * have come to stand for another address. Here the address that was looked at is the one that is connected to.
 */
export const fetchOut: Home["fetchOut"] = (url, { method = "GET", headers, body, signal }, reach) =>
  new Promise((resolve, reject) => {
    const target = new URL(url);
    // Of an address nothing is resolved, and so nothing looked at.
    if (reach === "public" && isPrivateHost(target.hostname)) return reject(new OwnNetwork(target.hostname));
    const request = target.protocol === "https:" ? requestSecurely : requestPlainly;
    const asking = request(
      target,
      {
        method,
        headers: { "accept-encoding": "gzip, deflate, br", ...lengthOf(body), ...headers },
        signal,
        // A connection that was kept may be another's, for which nothing was looked at.
        agent: false,
        lookup: reach === "public" ? lookUpPublicly : undefined,
      },
      (message) => {
        // A status that is none makes no `Response`.
        contain(
          () => resolve(toResponse(message)),
          (fault) => {
            message.destroy();
            reject(fault);
          },
        );
      },
    );
    asking.once("error", reject);
    asking.end(body);
  });

/** Said beforehand: not every server takes a body in chunks (RFC 9112 §6.3). */
const lengthOf = (body: Uint8Array | string | undefined): Record<string, number> =>
  body === undefined ? {} : { "content-length": Buffer.byteLength(body) };

/** Resolves names to public addresses alone: one of the own network among them speaks against all. */
const lookUpPublicly: LookupFunction = (hostname, options, done) =>
  dns.lookup(hostname, { ...options, all: true }, (fault, addresses) => {
    if (fault) return done(fault, "", 0);
    if (addresses.some(({ address, family }) => isPrivateHost(family === 6 ? `[${address}]` : address)))
      return done(new OwnNetwork(hostname), "", 0);
    const [first = { address: "", family: 0 }] = addresses;
    return options.all ? done(null, addresses) : done(null, first.address, first.family);
  });

function toResponse(message: IncomingMessage): Response {
  const { statusCode = 500, rawHeaders } = message;
  const headers = new Headers();
  for (let index = 0; index < rawHeaders.length; index += 2)
    headers.append(rawHeaders[index] ?? "", rawHeaders[index + 1] ?? "");
  const body = decompressed(message, headers);
  const stream = [204, 205, 304].includes(statusCode) ? null : ReadableStream.from(body);
  if (stream === null) message.resume();
  headers.delete("content-encoding");
  headers.delete("content-length");
  return new Response(stream, { status: statusCode, headers });
}

const DECODERS: Record<string, () => NodeJS.ReadWriteStream & Readable> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Whoever reads it is told of what ends before its time; whoever reads no more closes the connection. */
function decompressed(message: IncomingMessage, headers: Headers): Readable {
  const coding = headers.get("content-encoding")?.trim().toLowerCase() ?? "";
  const decoder = (DECODERS[coding] ?? (() => new PassThrough()))();
  // What goes wrong is thrown to whoever reads, and may come before anybody does.
  pipeline(message, decoder, () => undefined);
  return decoder;
}
