/** Subscribers in a process of their own: what they are sent is looked at as it comes, and told when it is asked for. */
import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { kindsOf, secretOf } from "./kinds.ts";

/** What the parent sends: first how many there are, then that it wants to know what came. */
export type Told = { hosts: number } | { report: true };

/** Something that a subscriber was sent. */
export interface Sent {
  subscriber: number;
  /** The latest change that it tells of; -1: none, as a delta after a story that was taken back. */
  change: number;
  /** Stories that it tells of, by number. */
  stories: number[];
  /** When the last of it was there. Milliseconds. */
  at: number;
  isSigned: boolean;
  /** Equal for equal bytes. */
  signature: string;
  /** Null: it was never answered. */
  status: number | null;
  isDelta: boolean;
  bytes: number;
  /** Requests of the same subscriber that were in hand beside. */
  beside: number;
}

export interface Report {
  sent: Sent[];
  /** Subscribers that were asked whether they want it, how often. */
  verified: [subscriber: number, times: number][];
}

/** Of a slow host's answers, so many never come. */
const NEVER = 1 / 3;
/** The others come so late. Milliseconds. */
const LATE = { least: 3_000, most: 20_000 };

const sent: Sent[] = [];
const verified = new Map<number, number>();
const open = new Map<number, number>();

process.on("message", (told: Told) => {
  if ("hosts" in told) {
    const kinds = kindsOf(told.hosts);
    const server = createServer((request, response) => void answer(request, response));
    // On every address of this machine, so on all of 127.0.0.0/8.
    server.listen(0, "0.0.0.0", () => process.send?.((server.address() as AddressInfo).port));

    async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
      const url = new URL(request.url ?? "", "http://subscriber.example");
      const subscriber = Number(url.pathname.slice(1));
      if (request.method === "GET") {
        verified.set(subscriber, (verified.get(subscriber) ?? 0) + 1);
        response.end(url.searchParams.get("hub.challenge"));
        return;
      }
      const beside = open.get(subscriber) ?? 0;
      open.set(subscriber, beside + 1);
      response.once("close", () => open.set(subscriber, (open.get(subscriber) ?? 1) - 1));
      const chunks: Buffer[] = [];
      // One that is cut off was not sent.
      const isWhole = await request
        .forEach((chunk) => void chunks.push(chunk))
        .then(
          () => request.complete,
          () => false,
        );
      if (!isWhole) return;
      const kind = kinds[subscriber % kinds.length] ?? "healthy";
      const what = look(subscriber, request, Buffer.concat(chunks), beside);
      sent.push(what);
      if (kind === "slow") {
        if (Math.random() < NEVER) return;
        await new Promise((resolve) => setTimeout(resolve, LATE.least + Math.random() * (LATE.most - LATE.least)));
        if (response.destroyed) return;
      }
      what.status = { healthy: 204, slow: 204, failing: 500, gone: 410 }[kind];
      response.writeHead(what.status).end();
    }
  } else process.send?.({ sent: sent.splice(0), verified: [...verified] } satisfies Report);
});
// Whoever measures is gone.
process.once("disconnect", () => process.exit(0));

function look(subscriber: number, request: IncomingMessage, body: Buffer, beside: number): Sent {
  const signature = `sha256=${createHmac("sha256", secretOf(subscriber)).update(body).digest("hex")}`;
  const text = body.toString("latin1");
  return {
    subscriber,
    change: Number(/Change (\d+)\./.exec(text)?.[1] ?? -1),
    stories: [...new Set(Array.from(text.matchAll(/Story (\d+)\./g), ([, number]) => Number(number)))],
    at: Date.now(),
    isSigned: request.headers["x-hub-signature"] === signature,
    signature,
    status: null,
    isDelta: request.headers.im === "feed",
    bytes: body.length,
    beside,
  };
}
