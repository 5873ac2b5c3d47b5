import { request } from "node:http";
import { sleep } from "../newsroom.ts";
import { hostOf, secretOf } from "./kinds.ts";

const FORMATS = ["rss", "atom", "json"];

/** Hosts that subscribe at once. */
const AT_ONCE = 20;

/**
 * Subscribes everybody from their own hosts, as fast as the hub lets them.
 *
 * @returns how often the hub asked somebody to wait
 */
export async function subscribeAll(base: string, subscribers: number, hosts: number, port: number): Promise<number> {
  let waits = 0;
  const left = Array.from({ length: subscribers }, (_, subscriber) => subscriber);
  const work = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) {
      for (;;) {
        const { status, retryAfter, text } = await post(base, one, hosts, port);
        if (status === 202) break;
        if (status !== 429) throw new Error(`the hub answered ${status}: ${text}`);
        waits += 1;
        await sleep(Math.min(retryAfter, 5) * 1_000);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return waits;
}

/** Every third subscriber has each format, and every second of them wants what has changed alone. */
function post(base: string, subscriber: number, hosts: number, port: number) {
  const host = hostOf(subscriber % hosts);
  const turn = Math.floor(subscriber / hosts);
  const form = new URLSearchParams({
    "hub.mode": "subscribe",
    "hub.topic": `${base}/feeds/all.${FORMATS[turn % 3]}`,
    "hub.callback": `http://${host}:${port}/${subscriber}`,
    "hub.secret": secretOf(subscriber),
    ...(Math.floor(turn / 3) % 2 === 1 && { "hub.delta": "feed" }),
  }).toString();
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; retryAfter: number; text: string }>();
  const asking = request(
    `${base.replace("localhost", "127.0.0.1")}/hub`,
    {
      method: "POST",
      localAddress: host,
      headers: { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(form) },
    },
    async (answer) => {
      const text = (await answer.toArray()).join("");
      resolve({ status: answer.statusCode ?? 0, retryAfter: Number(answer.headers["retry-after"] ?? 1), text });
    },
  );
  asking.once("error", reject);
  asking.end(form);
  return promise;
}
