import { createHmac } from "node:crypto";
import type { Format } from "../../../src/feed/feed.ts";
import type { Home, OutRequest, Reach } from "../../../src/service/home.ts";
import { here } from "../../homes/here.ts";
import { pass } from "../clock.ts";
import { type Newsroom, newsroom } from "../newsroom.ts";
import { insert } from "../store/rows.ts";

/** What a subscriber was sent. */
export interface Received {
  url: string;
  headers: Record<string, string>;
  body: string;
  reach: Reach;
}

type Answer = (received: Received, signal: AbortSignal) => Response | Promise<Response>;

const accepts: Answer = () => new Response(null, { status: 204 });

/** Servers of others, which note what they are sent: each callback answers as it is told, else 204. */
export class Subscribers {
  readonly received: Received[] = [];
  readonly answers = new Map<string, Answer>();

  /** What is answered at an address from here on. */
  at(url: string, answer: Answer | number): this {
    this.answers.set(url, typeof answer === "number" ? () => new Response("No.", { status: answer }) : answer);
    return this;
  }

  /** What came to an address. */
  to = (url: string): Received[] => this.received.filter((one) => one.url === url);

  readonly fetchOut: Home["fetchOut"] = async (url, { headers, body = "", signal }: OutRequest, reach) => {
    const text = typeof body === "string" ? body : new TextDecoder().decode(body);
    const received = { url, headers, body: text, reach };
    this.received.push(received);
    return (this.answers.get(url) ?? accepts)(received, signal);
  };
}

/** Never answers, until it is given up. */
export const never: Answer = (_, signal) =>
  new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));

const DAY = 86_400_000;

interface SubscriptionFields {
  feed?: string;
  format?: Format;
  callback?: string;
  [column: string]: string | number | null | undefined;
}

/** A subscription that has been verified. @returns its callback */
export async function subscribed(fields: SubscriptionFields = {}, now = Date.now()): Promise<string> {
  const { callback = "https://reader.example/callback" } = fields;
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Record<
    string,
    string | number | null
  >;
  await insert(here.db, "subscription", {
    ...{ feed: "all", format: "atom", callback, host: new URL(callback).host, secret: "a secret", algorithm: "sha256" },
    ...{ wants_delta: 0, verified_at: now, lease_until: now + 10 * DAY, ...given },
  });
  return callback;
}

/** The value of `X-Hub-Signature` that a subscriber reckons by itself (WebSub §7.1). */
export const signatureOf = (body: string, secret: string, algorithm = "sha256"): string =>
  `${algorithm}=${createHmac(algorithm as "sha256", secret)
    .update(Buffer.from(body))
    .digest("hex")}`;

/**
 * A newsroom on a clock that the test moves. Where its publisher waits, time passes; while its sender waits for others, none does.
 */
export async function newsroomInTime(
  ...[definitions, site, parts, options]: Parameters<typeof newsroom>
): Promise<Newsroom> {
  let isSending = false;
  const wait = async (time: number) =>
    isSending ? new Promise<void>((resolve) => setTimeout(resolve, 1)) : pass(time);
  const desk = await newsroom(definitions, site, { wait, ...parts }, options);
  const send = async () => {
    isSending = true;
    await desk.send().finally(() => {
      isSending = false;
    });
  };
  return { ...desk, send };
}
