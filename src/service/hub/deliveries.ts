import { documentUrl, folderOf, hubUrl } from "../../feed/addresses.ts";
import type { Catalog } from "../../feed/catalog.ts";
import type { Definition } from "../../feed/definition.ts";
import { definitionOf } from "../../feed/locate.ts";
import { MEDIA_TYPES } from "../../feed/media-types.ts";
import { nextAttempt } from "../../hub/backoff.ts";
import { DELIVERY_PATIENCE, MAX_PAYLOAD } from "../../hub/delivery-limits.ts";
import { hubLinks } from "../../hub/links.ts";
import { hubSignature } from "../../hub/signature.ts";
import { elapsed } from "../elapsed.ts";
import type { Home } from "../home.ts";
import type { Awakened } from "../jobs/awaken.ts";
import { log, logFault } from "../log.ts";
import type { Errand, Errands } from "../sending/errand.ts";
import { post } from "../sending/post.ts";
import type { DeliveryOutcome } from "../store/delivered.ts";
import {
  type ClaimedDelivery,
  claimDeliveries,
  findNextDelivery,
  listDueDeliveries,
  releaseDeliveries,
} from "../store/deliveries.ts";
import { denySubscriptions } from "../store/deny-subscriptions.ts";
import { findCurrentEdition } from "../store/editions.ts";
import { findKey } from "../store/partners.ts";
import { DeliveryNotes } from "./delivery-notes.ts";
import { type PushedDocument, PushedDocuments } from "./pushed-documents.ts";
import { isStillEntitled } from "./topics.ts";

/** How long a delivery waits for its feed to be awake, or for a document that has just been replaced. Milliseconds. */
const PUT_OFF = 5_000;

export interface DeliveryNeeds {
  home: Home;
  catalog: Catalog;
  awaken(slug: string): Promise<Awakened>;
}

/** What is current, on its way to subscribers (WebSub §7). */
export function deliveries(needs: DeliveryNeeds): Errands {
  const { db } = needs.home;
  const deliverer = new Deliverer(needs);
  return {
    listDue: (now, but, limit) => listDueDeliveries(db, now, but, limit),
    async claim(ids, now) {
      const claimedAt = elapsed();
      const claimed = await claimDeliveries(db, ids, now);
      return claimed.map((delivery): Errand => {
        const { id, host } = delivery;
        return { id, host, run: () => deliverer.deliver(delivery, claimedAt) };
      });
    },
    findNextDue: (now, but) => findNextDelivery(db, now, but),
    release: () => releaseDeliveries(db),
  };
}

class Deliverer {
  readonly #needs: DeliveryNeeds;
  readonly #documents: PushedDocuments;
  readonly #notes: DeliveryNotes;

  constructor(needs: DeliveryNeeds) {
    this.#needs = needs;
    this.#documents = new PushedDocuments(needs.home.db);
    this.#notes = new DeliveryNotes(needs.home.db);
  }

  /** Sends a subscriber what is current, if it may still have it, and notes what came of it. @param claimedAt as `elapsed` has it */
  async deliver(delivery: ClaimedDelivery, claimedAt: number): Promise<void> {
    const { home, catalog } = this.#needs;
    const { feed, place } = delivery;
    const definition = place ? definitionOf(catalog, { slug: feed, family: place.family, labels: [] }) : undefined;
    const denial = definition ? await this.#denialOf(delivery, definition) : "The feed has ended.";
    if (denial !== null) {
      await home.db.batch(denySubscriptions(home.db, [delivery.id], denial, Date.now()));
      log("subscriber denied", { feed, host: delivery.host, reason: denial });
    } else if (definition) {
      await this.#notes.add({ delivery, outcome: await this.#attempt(delivery, definition, claimedAt) });
    }
  }

  /** Why a partner may have its feed no more; null: it may, or it is everybody's. */
  async #denialOf({ key_id }: ClaimedDelivery, definition: Definition): Promise<string | null> {
    if (definition.access !== "partner") return null;
    const key = key_id === null ? null : await findKey(this.#needs.home.db, key_id);
    return isStillEntitled(key, definition, Date.now()) ? null : "The key no longer opens this feed.";
  }

  async #attempt(delivery: ClaimedDelivery, definition: Definition, claimedAt: number): Promise<DeliveryOutcome> {
    const { home, catalog } = this.#needs;
    const { feed, format, callback, secret, algorithm } = delivery;
    const found = await this.#findDocument(delivery);
    if (found === null) return { status: "put off", until: Date.now() + PUT_OFF };
    const { edition, bytes, isDelta } = found;
    if (bytes.byteLength > MAX_PAYLOAD) return failed(delivery, 0, "the document has more than 3 MiB");
    const topic = documentUrl(catalog.site, feed, format, folderOf(definition));
    const headers: Record<string, string> = {
      "content-type": `${MEDIA_TYPES[format]}; charset=utf-8`,
      link: hubLinks(hubUrl(catalog.site), topic),
    };
    if (isDelta) headers.im = "feed";
    if (secret !== null) headers["x-hub-signature"] = hubSignature(bytes, secret, algorithm);
    // Whoever has slept over the claim sends nothing: another may be at it, with something newer.
    if (!isTimely(delivery, claimedAt)) return { status: "put off", until: Date.now() };
    const answer = await post(home, catalog.site.base, {
      url: callback,
      headers,
      body: bytes,
      patience: DELIVERY_PATIENCE,
    });
    if ("fault" in answer) return failed(delivery, 0, answer.fault);
    const { status, retryAfter } = answer;
    if (status >= 200 && status < 300) return { status: "received", answer: status, edition, isDelta };
    if (status === 410) {
      log("subscriber gone", { feed, host: delivery.host });
      return { status: "gone", answer: status };
    }
    return failed(delivery, status, `it answered ${status}`, retryAfter);
  }

  /** What is current, as the subscriber wants it. Null: there is nothing now. */
  async #findDocument(delivery: ClaimedDelivery): Promise<(PushedDocument & { edition: number }) | null> {
    const { feed, place } = delivery;
    const isAwake = !place?.asleep || (await this.#needs.awaken(feed)) === "awake";
    if (!isAwake) return null;
    const known = place && !place.asleep ? place.edition : 0;
    const found = known > 0 ? await this.#cut(delivery, known) : null;
    if (found) return found;
    // Another has become current meanwhile.
    const current = await findCurrentEdition(this.#needs.home.db, feed);
    return current && current.number !== known ? this.#cut(delivery, current.number) : null;
  }

  async #cut(
    { feed, format, wants_delta, acknowledged }: ClaimedDelivery,
    edition: number,
  ): Promise<(PushedDocument & { edition: number }) | null> {
    const key = { feed, edition, format };
    const delta = () => (acknowledged > 0 ? this.#documents.since(key, acknowledged) : null);
    const wanted = wants_delta ? await delta() : null;
    if (wanted) return { edition, bytes: wanted, isDelta: true };
    const bytes = await this.#documents.whole(key);
    // Rather a part than nothing.
    const part = bytes && bytes.byteLength > MAX_PAYLOAD ? await delta() : null;
    if (part) return { edition, bytes: part, isDelta: true };
    return bytes && { edition, bytes, isDelta: false };
  }
}

const isTimely = ({ claimed_until, lease_until }: ClaimedDelivery, claimedAt: number): boolean =>
  Date.now() < lease_until &&
  Date.now() <= claimed_until - DELIVERY_PATIENCE &&
  elapsed() - claimedAt <= DELIVERY_PATIENCE;

/** @param answer its status; 0: there was none */
function failed(
  { feed, host, attempts, lease_until }: ClaimedDelivery,
  answer: number,
  fault: string,
  retryAfter?: number,
): DeliveryOutcome {
  if (attempts === 0) logFault("subscriber fails", { feed, host, fault });
  const attempt = {
    now: Date.now(),
    attempts: attempts + 1,
    leaseUntil: lease_until,
    retryAfter,
    chance: Math.random(),
  };
  return { status: "failed", answer, fault, retryAt: nextAttempt(attempt) };
}
