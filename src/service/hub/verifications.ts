import { minutesToMilliseconds } from "date-fns";
import { collectBytes } from "../../article/collect-bytes.ts";
import { contain } from "../../article/contain.ts";
import type { Catalog } from "../../feed/catalog.ts";
import { denialUrl } from "../../hub/denial.ts";
import { isConfirmed, verificationUrl } from "../../hub/intent.ts";
import { CONFIRM_PATIENCE, MAX_CONFIRMATION_BYTES } from "../../hub/limits.ts";
import { topicUrl } from "../../hub/topic.ts";
import type { Home } from "../home.ts";
import { reachOf, userAgentOf } from "../http/toward-others.ts";
import { whyNoAnswer } from "../http/why-no-answer.ts";
import type { Awakened } from "../jobs/awaken.ts";
import { log } from "../log.ts";
import type { Errands } from "../sending/errand.ts";
import { noteUnconfirmed } from "../store/callback-hosts.ts";
import { confirmSubscription, isSubscribed } from "../store/confirm-subscription.ts";
import {
  claimRequests,
  dropRequest,
  findNextRequest,
  listDueRequests,
  postponeWake,
  releaseRequests,
  type SubscriptionRequest,
} from "../store/subscription-requests.ts";
import { StoreFault } from "../store-fault.ts";
import { topicOf, whyDenied } from "./topics.ts";

/** What asking callbacks needs. */
export interface VerificationParts {
  home: Home;
  catalog: Catalog;
  /** A feed that was subscribed to has to be there. */
  awaken(slug: string): Promise<Awakened>;
}

/** A feed that could not be woken is tried again after so long: too many others were, or what was made of it did not read right. Milliseconds. */
const WAKE_AGAIN: Record<Exclude<Awakened, "awake">, number> = {
  busy: minutesToMilliseconds(1),
  refused: minutesToMilliseconds(30),
};

/**
 * Callbacks that are asked whether they want what was asked for in their name, or told that they are denied it (WebSub §5.2, §5.3): each
 * once, whatever comes of it.
 */
export function verifications(parts: VerificationParts): Errands {
  const { db } = parts.home;
  return {
    listDue: (now, but, limit) => listDueRequests(db, now, but, limit),
    async claim(ids, now) {
      const claimed = await claimRequests(db, ids, now);
      return claimed.map((request) => ({ id: request.id, host: request.host, run: () => attend(parts, request) }));
    },
    findNextDue: (now, but) => findNextRequest(db, now, but),
    release: () => releaseRequests(db),
  };
}

async function attend(parts: VerificationParts, request: SubscriptionRequest): Promise<void> {
  const { home, catalog } = parts;
  const { mode } = request;
  const reason =
    mode === "unsubscribe" ? null : (request.reason ?? (await whyDenied(home.db, catalog, request, Date.now())));
  if (mode === "wake") return wake(parts, request, reason === null && (await isSubscribed(home.db, request)));
  return reason === null ? verify(parts, request) : deny(parts, request, reason);
}

/** A callback's own address is as good as a secret (WebSub §5.1.1): no line of the log has it. */
const told = ({ mode, feed, format, host, partner }: SubscriptionRequest) => ({
  mode,
  feed,
  format,
  host,
  partner: partner ?? undefined,
});

async function deny({ home, catalog }: VerificationParts, request: SubscriptionRequest, reason: string): Promise<void> {
  const url = denialUrl({ callback: request.callback, topic: topicUrl(catalog.site, topicOf(request)), reason });
  const answer = await ask({ home, catalog }, url);
  log("subscription denied", { ...told(request), reason, ...answer.note });
  await dropRequest(home.db, request).run();
}

async function verify(parts: VerificationParts, request: SubscriptionRequest): Promise<void> {
  const { home, catalog } = parts;
  const challenge = newChallenge();
  const askedAt = Date.now();
  const url = verificationUrl({
    callback: request.callback,
    mode: request.mode === "unsubscribe" ? "unsubscribe" : "subscribe",
    topic: topicUrl(catalog.site, topicOf(request)),
    challenge,
    leaseSeconds: request.lease_seconds ?? undefined,
    verifyToken: request.verify_token ?? undefined,
  });
  const { status, body, note } = await ask({ home, catalog }, url);
  if (status === undefined || !isConfirmed(status, body, challenge)) {
    log("subscription not confirmed", { ...told(request), ...note });
    await home.db.batch([dropRequest(home.db, request), noteUnconfirmed(home.db, request.host, Date.now())]);
    return;
  }
  // A feed with a definition of its own never sleeps.
  const wakes = request.mode === "subscribe" && !catalog.all.has(request.feed);
  await confirmSubscription(home.db, request, askedAt, wakes);
  log("subscription confirmed", told(request));
  if (wakes) await wake(parts, request, true);
}

/** A feed that is asleep is made, so that there is something to be sent. */
async function wake(
  { home, awaken }: VerificationParts,
  request: SubscriptionRequest,
  isWanted: boolean,
): Promise<void> {
  const awakened = isWanted ? await awaken(request.feed) : "awake";
  if (awakened === "awake") await dropRequest(home.db, request).run();
  else await postponeWake(home.db, request, Date.now() + WAKE_AGAIN[awakened]);
}

/** 192 bits, as hexadecimal digits: nothing that any form or page would change. */
const newChallenge = (): string =>
  [...crypto.getRandomValues(new Uint8Array(24))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

interface CallbackAnswer {
  /** Undefined: there was no answer, or too long a one. */
  status: number | undefined;
  body: Uint8Array;
  /** What of it a line of the log may have. */
  note: { status?: number; error?: string };
}

/** Asks a callback, of the public net alone where the service is. */
async function ask(
  { home, catalog: { site } }: Pick<VerificationParts, "home" | "catalog">,
  url: string,
): Promise<CallbackAnswer> {
  const headers = { "user-agent": userAgentOf(site.base), accept: "text/plain, */*;q=0.5" };
  return contain(
    async (): Promise<CallbackAnswer> => {
      const signal = AbortSignal.timeout(CONFIRM_PATIENCE);
      const response = await home.fetchOut(url, { headers, signal }, reachOf(site.base));
      const { status } = response;
      const body = await collectBytes(response.body ?? [], MAX_CONFIRMATION_BYTES);
      return { status, body, note: { status } };
    },
    (fault) => {
      if (fault instanceof StoreFault) throw fault;
      return { status: undefined, body: new Uint8Array(), note: { error: whatFailed(fault) } };
    },
  );
}

/** What is thrown may quote the address that was asked. */
const whatFailed = (fault: unknown): string => whyNoAnswer(fault).replace(/\bhttps?:\S+/gi, "…");
