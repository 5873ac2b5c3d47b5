import { type FeedInput, parseCatalog } from "../../../src/feed/catalog.ts";
import type { SiteInput } from "../../../src/feed/definition.ts";
import type { Home, OutRequest, Reach } from "../../../src/service/home.ts";
import { SITE } from "../../site.ts";
import { article, FEEDS, type Newsroom, newsroom } from "../newsroom.ts";

/** A request that came to a subscriber. */
export interface Received extends OutRequest {
  /** To the letter. */
  address: string;
  query: URLSearchParams;
  reach: Reach;
}

type Answer = (received: Received) => Response | Promise<Response>;

/** The answer of a callback that wants what was asked for in its name (WebSub §5.3.1). */
export const confirm: Answer = ({ query }) => new Response(query.get("hub.challenge"));

/** Somebody else's server, with callbacks at whatever address. */
export class Subscriber {
  readonly received: Received[] = [];
  /** How it answers, until somebody says otherwise. */
  answer: Answer = confirm;

  readonly fetchOut: Home["fetchOut"] = async (address, request, reach) => {
    const received = { ...request, address, query: new URL(address).searchParams, reach };
    this.received.push(received);
    return this.answer(received);
  };

  /** What has come since this was last asked. */
  take(): Received[] {
    return this.received.splice(0);
  }
}

export const TOPIC = "https://feeds.example/feeds/all.atom";
export const CALLBACK = "https://reader.example/cb/8c1f";

/** A newsroom with a hub, and somebody who subscribes. */
export interface HubRoom extends Newsroom {
  subscriber: Subscriber;
  /** Sends a form to the hub. */
  ask(form: Record<string, string> | string, headers?: Record<string, string>): Promise<Response>;
  /** Sends one to subscribe to `TOPIC` with `CALLBACK`, if it does not say otherwise, and lets the hub ask the callback. */
  subscribe(form?: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
}

export const FORM_TYPE = { "content-type": "application/x-www-form-urlencoded" };

export async function hubRoom(
  parts: Partial<Home> = {},
  site: SiteInput = SITE,
  definitions: FeedInput[] = FEEDS,
  kept: { keep?: boolean } = {},
): Promise<HubRoom> {
  const subscriber = new Subscriber();
  // A test sends more in a minute than anybody may.
  const unlimited = { limiter: undefined, addressOf: () => `192.0.2.${crypto.getRandomValues(new Uint8Array(1))[0]}` };
  const room = await newsroom(definitions, site, { fetchOut: subscriber.fetchOut, ...unlimited, ...parts }, kept);
  return withHub(room, subscriber, parseCatalog(site, definitions).site.base);
}

/** The hub of a newsroom whose home lets this subscriber be asked. */
export function withHub<Room extends Newsroom>(room: Room, subscriber: Subscriber, base = SITE.base): Room & HubRoom {
  const ask: HubRoom["ask"] = async (form, headers = {}) =>
    room.fetch(
      new Request(`${base}/hub`, {
        method: "POST",
        headers: { ...FORM_TYPE, ...headers },
        body: typeof form === "string" ? form : new URLSearchParams(form).toString(),
      }),
    );
  return {
    ...room,
    subscriber,
    ask,
    async subscribe(form = {}, headers) {
      const answer = await ask(
        { "hub.mode": "subscribe", "hub.topic": TOPIC, "hub.callback": CALLBACK, ...form },
        headers,
      );
      await room.send();
      return answer;
    },
  };
}

/** A hub of a newsroom that has published something. */
export async function publishedHub(...made: Parameters<typeof hubRoom>): Promise<HubRoom> {
  const room = await hubRoom(...made);
  await room.put(article("a", { section: "Politics" }));
  await room.publish();
  return room;
}
