import type { Catalog } from "../../feed/catalog.ts";
import { MAX_HUB_FORM_BYTES } from "../../hub/limits.ts";
import { type HubRequest, parseHubRequest } from "../../hub/parse-request.ts";
import { parseTopic, type Topic, topicUrl } from "../../hub/topic.ts";
import { isSecretOf, type KeyRecord } from "../../partner/check-key.ts";
import { presented } from "../../partner/credentials.ts";
import { keyId } from "../../partner/key-format.ts";
import type { Home } from "../home.ts";
import { readBody } from "../http/body.ts";
import { plain } from "../http/plain.ts";
import { reachOf } from "../http/toward-others.ts";
import { wakeSender } from "../jobs/wake-sender.ts";
import { findKey } from "../store/partners.ts";
import { saveSubscriptionRequest } from "../store/subscription-requests.ts";
import type { HubDoor, HubWait } from "./door.ts";
import { findTopic, isStillEntitled } from "./topics.ts";

/** What taking in requests needs. */
export interface HubParts {
  home: Home;
  catalog: Catalog;
  door: HubDoor;
}

/**
 * Takes in a request to subscribe or to unsubscribe. What comes of it, the callback decides later: the answer says only whether it will be
 * asked (WebSub §5.1.2).
 */
export async function receive(parts: HubParts, request: Request): Promise<Response> {
  const { home, catalog, door } = parts;
  const wait = await door.enter(request);
  if (wait) return later(wait);
  if (!isForm(request.headers.get("content-type")))
    return plain(415, "A request is a form: application/x-www-form-urlencoded, in UTF-8.");
  const form = await readBody(request, MAX_HUB_FORM_BYTES);
  if (form === null) return plain(413, `A request has ${MAX_HUB_FORM_BYTES} bytes at most.`);
  const parsed = parseHubRequest(form, reachOf(catalog.site.base) === "any");
  if (parsed.status === "refused") return plain(400, parsed.reason);
  const asked = parsed.request;
  const topic = parseTopic(catalog.site, asked.topic);
  const found = topic ? await findOpen(parts, request, topic) : noTopic();
  if (found instanceof Response || topic === null) return found instanceof Response ? found : noTopic();
  const row = rowOf(asked, topic, found);
  const refused = await door.admit(row);
  if (refused) return later(refused);
  await saveSubscriptionRequest(home.db, row, Date.now());
  home.afterAnswer(wakeSender(home));
  return plain(202, accepted(asked, catalog));
}

/** WebSub §5.1: the form of HTML, in UTF-8. */
function isForm(type: string | null): boolean {
  const [media = "", ...parameters] = (type ?? "").toLowerCase().split(";");
  if (media.trim() !== "application/x-www-form-urlencoded") return false;
  return parameters.every((one) => !/^\s*charset\s*=/.test(one) || /^\s*charset\s*=\s*"?utf-?8"?\s*$/.test(one));
}

/** A feed that whoever asks may have. */
interface OpenFeed {
  slug: string;
  /** Of a partner's feed: the key that opens it. */
  key: KeyRecord | null;
}

/** The feed of a topic, or why it cannot be had. Of partners' feeds nobody is told whether there are any but who has a key to them. */
async function findOpen(
  { home: { db }, catalog }: HubParts,
  request: Request,
  topic: Topic,
): Promise<OpenFeed | Response> {
  const now = Date.now();
  if (topic.folder === "partner") {
    const key = await findShownKey(db, request);
    const found = await findTopic(db, catalog, topic, now);
    const isOpen = found.status === "feed" && isStillEntitled(key, found.definition, now);
    return isOpen ? { slug: found.definition.slug, key } : noTopic();
  }
  const found = await findTopic(db, catalog, topic, now);
  if (found.status === "feed") return { slug: found.definition.slug, key: null };
  if (found.status === "ended") return plain(410, "This feed has ended.");
  if (found.status !== "moved") return noTopic();
  return plain(404, `This feed has moved: subscribe to ${topicUrl(catalog.site, { ...topic, slug: found.slug })}.`);
}

/** The partner's key that a request brings, be it good now or not; null: it brings none. */
async function findShownKey(db: Home["db"], request: Request): Promise<KeyRecord | null> {
  const credentials = presented(request.headers.get("authorization"), request.url);
  const id = credentials && keyId(credentials.secret);
  if (!id) return null;
  const key = await findKey(db, id);
  if (!isSecretOf(key, credentials.secret)) return null;
  return credentials.inUrl && !key.partner.key_in_url ? null : key;
}

const rowOf = (asked: HubRequest, { format }: Topic, { slug, key }: OpenFeed) => ({
  mode: asked.mode,
  feed: slug,
  format,
  callback: asked.callback,
  host: asked.host,
  partner: key?.partner.slug ?? null,
  key_id: key?.id ?? null,
  secret: asked.secret ?? null,
  algorithm: asked.algorithm,
  wants_delta: asked.wantsDelta ? (1 as const) : (0 as const),
  verify_token: asked.verifyToken ?? null,
  lease_seconds: asked.leaseSeconds ?? null,
  reason: null,
});

/** One answer for all that is no topic, and for what is a partner's. */
const noTopic = (): Response =>
  plain(
    404,
    "hub.topic is no feed's here: it is, to the letter, the address that a feed's document names as its self.",
  );

const later = ({ why, seconds }: HubWait): Response =>
  plain(429, `${why} Come again in ${seconds} seconds.`, { "retry-after": String(seconds) });

/** What whoever subscribes should know is told, and holds up nothing (WebSub §5.1, §8.2). */
function accepted({ secret, callback }: HubRequest, { site }: Catalog): string {
  const isSecure = (url: string) => new URL(url).protocol === "https:";
  const notes = [
    "Accepted: the callback is asked now whether it wants this.",
    secret !== undefined &&
      !isSecure(site.base) &&
      "A hub.secret should be sent over HTTPS only, which this hub has not.",
    secret === undefined && !isSecure(callback) && "What is sent to an http callback can be forged: give a hub.secret.",
  ];
  return notes.filter((note) => note !== false).join("\n");
}
