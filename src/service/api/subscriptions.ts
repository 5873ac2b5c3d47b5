import { Hono } from "hono";
import * as z from "zod";
import { answersJson, answersProblem } from "../describe/answers.ts";
import { describes } from "../describe/describes.ts";
import { named } from "../describe/parameters.ts";
import type { Home } from "../home.ts";
import type { SignedEnv } from "../http/authorize.ts";
import { need } from "../http/need.ts";
import { NO_STORE } from "../http/no-store.ts";
import { problem } from "../http/problem.ts";
import { parseEndReason, parseSubscriberQuery, shortCallback, subscriberQuerySchema } from "../hub/subscriber-query.ts";
import { wakeSender } from "../jobs/wake-sender.ts";
import { endSubscriber, sendCurrentAgain } from "../store/subscriber-deeds.ts";
import { findSubscriber, listPushes, listSubscribers, type Subscriber } from "../store/subscriber-list.ts";
import { subscriptionDeed, subscriptionDetail, subscriptionList } from "./answers/subscriptions.ts";
import { toIso } from "./to-iso.ts";

/** Receipts of one answer: as many as tell how it fares. */
const MAX_RECEIPTS = 100;

/** `/api/subscriptions`: who is sent what is published, and how that goes. */
export function subscriptionsApi(home: Home): Hono<SignedEnv> {
  const app = new Hono<SignedEnv>();

  app.get(
    "/",
    need("push:read"),
    describes(() => ({
      operationId: "listSubscriptions",
      part: "Push",
      summary: "Who is sent what is published, and how that goes; the latest first",
      query: subscriberQuerySchema,
      answers: {
        200: answersJson("A page of subscriptions, without their secrets.", subscriptionList()),
        422: answersProblem("The query cannot be answered."),
      },
    })),
    async (c) => {
      const query = parseSubscriberQuery(c.req.query());
      if (query.status === "problems") return problem(422, "The query cannot be answered.", query.problems);
      const { subscribers, next } = await listSubscribers(home.db, query.filter, query.limit, query.before);
      const body = {
        subscriptions: subscribers.map((one) => ({ ...describe(one), callback: shortCallback(one.callback) })),
        next: next
          ? `/api/subscriptions?${new URLSearchParams({ ...c.req.query(), before: String(next) })}`
          : undefined,
      };
      return c.json(body, 200, NO_STORE);
    },
  );

  app.get(
    "/:id",
    need("push:read"),
    describes(() => ({
      operationId: "getSubscription",
      part: "Push",
      summary: "A subscription, and its latest receipts",
      params: { id: subscriptionId() },
      answers: { 200: answersJson("The subscription.", subscriptionDetail()), 404: noSubscription() },
    })),
    async (c) => {
      const found = await findById(c.req.param("id"));
      if (!found) return none();
      const receipts = (await listPushes(home.db, found.id, MAX_RECEIPTS)).map((one) => ({
        edition: one.edition,
        at: toIso(one.pushed_at),
        status: one.status,
        attempts: one.attempts,
        delta: one.is_delta === 1,
      }));
      return c.json({ ...describe(found), receipts }, 200, NO_STORE);
    },
  );

  app.post(
    "/:id/send",
    need("push"),
    describes(() => ({
      operationId: "sendAgain",
      part: "Push",
      summary: "Send a subscriber the whole of what is current, now, whatever it has had",
      params: { id: subscriptionId() },
      answers: {
        202: answersJson("It is being sent.", subscriptionDeed()),
        404: noSubscription(),
        409: answersProblem("It is no subscriber any more, or the feed has no edition yet."),
      },
    })),
    async (c) => {
      const found = await findById(c.req.param("id"));
      if (!found) return none();
      if (!(await sendCurrentAgain(home.db, found, c.get("actor"), Date.now())))
        return problem(409, "It is no subscriber any more, or the feed has no edition yet.");
      await wakeSender(home);
      return c.json({ status: "due", id: found.id }, 202, NO_STORE);
    },
  );

  app.delete(
    "/:id",
    need("push"),
    describes(() => ({
      operationId: "endSubscription",
      part: "Push",
      summary: "End a subscription: its callback is told why",
      params: { id: subscriptionId() },
      query: z.object({ reason: z.string().meta({ description: "Why, in a sentence for the subscriber." }) }),
      answers: {
        200: answersJson("It has ended.", subscriptionDeed()),
        404: noSubscription(),
        409: answersProblem("It has ended already."),
        422: answersProblem("The reason is not one line of text."),
      },
    })),
    async (c) => {
      const found = await findById(c.req.param("id"));
      if (!found) return none();
      const parsed = parseEndReason(c.req.query("reason"));
      if (parsed.status === "problems") return problem(422, "The subscription was not ended.", parsed.problems);
      if (!(await endSubscriber(home.db, found, parsed.data.reason, c.get("actor"), Date.now())))
        return problem(409, "It has ended already.");
      await wakeSender(home);
      return c.json({ status: "ended", id: found.id }, 200, NO_STORE);
    },
  );

  const findById = async (id: string): Promise<Subscriber | null> =>
    /^[1-9]\d{0,14}$/.test(id) ? findSubscriber(home.db, Number(id)) : null;

  return app;
}

const describe = (one: Subscriber) => ({
  id: one.id,
  topic: { feed: one.feed, format: one.format },
  host: one.host,
  callback: one.callback,
  partner: one.partner ?? undefined,
  key: one.key_id ?? undefined,
  state: one.state,
  signed: one.is_signed === 1,
  delta: one.wants_delta === 1,
  verified_at: toIso(one.verified_at),
  lease_until: toIso(one.lease_until),
  ended: one.ended_at === null ? undefined : { at: toIso(one.ended_at), reason: one.end_reason ?? "" },
  edition: one.acknowledged || undefined,
  received_at: timeOf(one.acknowledged_at),
  behind_since: one.ended_at === null ? timeOf(one.wanted_since) : undefined,
  next_at: timeOf(one.due_at),
  failures: one.attempts,
  last_status: one.last_status ?? undefined,
  fault: one.last_fault ?? undefined,
});

const timeOf = (at: number | null): string | undefined => (at === null ? undefined : toIso(at));

const subscriptionId = () => named("The subscription's id, as the list has it.", "1");
const noSubscription = () => answersProblem("No subscription has this id.");
const none = (): Response => problem(404, "No subscription has this id.");
