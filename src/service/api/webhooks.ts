import { type Context, Hono } from "hono";
import * as z from "zod";
import { parseInput } from "../../article/parse.ts";
import { whyNoTime } from "../../article/time.ts";
import type { Catalog } from "../../feed/catalog.ts";
import { answersJson, answersProblem, badBody } from "../describe/answers.ts";
import { describes } from "../describe/describes.ts";
import { named } from "../describe/parameters.ts";
import type { Home } from "../home.ts";
import type { SignedEnv } from "../http/authorize.ts";
import { need } from "../http/need.ts";
import { NO_STORE } from "../http/no-store.ts";
import { problem } from "../http/problem.ts";
import {
  changeEndpoint,
  deleteEndpoint,
  disableEndpoint,
  type Endpoint,
  enableEndpoint,
  findEndpoint,
  listEndpoints,
} from "../store/endpoints.ts";
import { EVENT_DAYS } from "../store/event-deliveries.ts";
import { listToldEvents } from "../store/told-events.ts";
import { describeAttempt, describeEndpoint, describeToldEvent, eventUid } from "../webhooks/describe-endpoint.ts";
import { endpointChange, endpointSchema } from "../webhooks/endpoint-input.ts";
import { createEndpoint, replayEvents, rotateEndpoint, testEndpoint } from "../webhooks/endpoints.ts";
import { EVENT_TYPES } from "../webhooks/event-types.ts";
import { MAX_ENDPOINTS, MAX_LISTED_EVENTS } from "../webhooks/limits.ts";
import {
  endpointDetail,
  endpointList,
  removedEndpoint,
  replayedEvents,
  shownEndpoint,
  testedEndpoint,
  toldEventList,
} from "./answers/webhooks.ts";
import { parseSmallBody } from "./parse-small-body.ts";

const replaySchema = z.union([
  z.strictObject({ event: z.string().max(100) }),
  z.strictObject({
    failed_since: z.iso
      .datetime({ offset: true, error: ({ input }) => whyNoTime(input) })
      .transform((text) => Date.parse(text)),
  }),
]);

const eventsQuery = z.strictObject({
  before: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .meta({ description: "Those with a lower `sequence`: where the page before has ended." }),
  outcome: z.literal("failed").optional().meta({ description: "Only those that were given up, or ended." }),
});

const endpointId = () => named("The webhook's id.", "0123456789abcdef");

/** `/api/webhooks`: which systems are told what happens, and what they were told. */
export function webhooksApi(home: Home, { site }: Catalog): Hono<SignedEnv> {
  const app = new Hono<SignedEnv>();

  app.get(
    "/",
    need("push:read"),
    describes(() => ({
      operationId: "listWebhooks",
      part: "Webhooks",
      summary: "All webhooks, and what they can be told of",
      answers: { 200: answersJson("The webhooks, without their secrets.", endpointList()) },
    })),
    async (c) => {
      const webhooks = (await listEndpoints(home.db)).map(describeEndpoint);
      return c.json({ webhooks, types: EVENT_TYPES }, 200, NO_STORE);
    },
  );

  app.post(
    "/",
    need("push"),
    describes(() => ({
      operationId: "createWebhook",
      part: "Webhooks",
      summary: "A new webhook; no other answer shows its secret",
      description: "It is told of what happens from now on, signed as Standard Webhooks has it.",
      body: {
        content: {
          "application/json": {
            schema: endpointSchema(site.base),
            example: { url: "https://cms.example/hooks", description: "Our CMS", types: ["article.*"] },
          },
        },
      },
      answers: {
        201: answersJson("The webhook.", shownEndpoint()),
        409: answersProblem("There are as many as there may be."),
        ...badBody(),
      },
    })),
    async (c) => {
      const input = await parseSmallBody(c, endpointSchema(site.base));
      if (input instanceof Response) return input;
      const made = await createEndpoint(home, c.get("actor"), input, Date.now());
      if (!made) return problem(409, `There are ${MAX_ENDPOINTS} webhooks, and no more may be.`);
      return c.json({ ...describeEndpoint(made.endpoint), secret: made.secret }, 201, NO_STORE);
    },
  );

  app.get(
    "/:id",
    need("push:read"),
    describes(() => ({
      operationId: "getWebhook",
      part: "Webhooks",
      summary: "A webhook",
      params: { id: endpointId() },
      answers: { 200: answersJson("The webhook.", endpointDetail()), 404: NO_SUCH() },
    })),
    async (c) => withEndpoint(c, async (endpoint) => c.json(describeEndpoint(endpoint), 200, NO_STORE)),
  );

  app.patch(
    "/:id",
    need("push"),
    describes(() => ({
      operationId: "changeWebhook",
      part: "Webhooks",
      summary: "Change a webhook, disable or enable it",
      description:
        "What is absent stays. What one that is disabled has not taken yet is not sent, but can be sent again.",
      params: { id: endpointId() },
      body: { content: { "application/json": { schema: endpointChange(site.base), example: { status: "disabled" } } } },
      answers: { 200: answersJson("The webhook.", endpointDetail()), 404: NO_SUCH(), ...badBody() },
    })),
    async (c) =>
      withEndpoint(c, async (endpoint) => {
        const input = await parseSmallBody(c, endpointChange(site.base));
        if (input instanceof Response) return input;
        const { status, ...fields } = input;
        const [actor, now] = [c.get("actor"), Date.now()];
        if (Object.keys(fields).length > 0)
          await changeEndpoint(home.db, actor, endpoint.id, { ...endpoint, ...fields }, now);
        if (status === "enabled") await enableEndpoint(home.db, actor, endpoint, now);
        if (status === "disabled") await disableEndpoint(home.db, actor, endpoint, "newsroom", now);
        const changed = await findEndpoint(home.db, endpoint.id);
        return changed ? c.json(describeEndpoint(changed), 200, NO_STORE) : noSuch();
      }),
  );

  app.delete(
    "/:id",
    need("push"),
    describes(() => ({
      operationId: "removeWebhook",
      part: "Webhooks",
      summary: "Remove a webhook, with the log of what it was told",
      params: { id: endpointId() },
      answers: { 200: answersJson("Removed.", removedEndpoint()), 404: NO_SUCH() },
    })),
    async (c) =>
      withEndpoint(c, async (endpoint) =>
        (await deleteEndpoint(home.db, c.get("actor"), endpoint, Date.now()))
          ? c.json({ status: "removed", id: endpoint.id }, 200, NO_STORE)
          : noSuch(),
      ),
  );

  app.post(
    "/:id/rotate",
    need("push"),
    describes(() => ({
      operationId: "rotateWebhook",
      part: "Webhooks",
      summary: "A new secret; no other answer shows it",
      description: "For a day what is sent is signed with the former one, too.",
      params: { id: endpointId() },
      answers: { 200: answersJson("The webhook, with its new secret.", shownEndpoint()), 404: NO_SUCH() },
    })),
    async (c) =>
      withEndpoint(c, async (endpoint) => {
        const rotated = await rotateEndpoint(home, c.get("actor"), endpoint, Date.now());
        return rotated
          ? c.json({ ...describeEndpoint(rotated.endpoint), secret: rotated.secret }, 200, NO_STORE)
          : noSuch();
      }),
  );

  app.post(
    "/:id/test",
    need("push"),
    describes(() => ({
      operationId: "testWebhook",
      part: "Webhooks",
      summary: "Send a `webhook.test` event at once, and hear what was answered",
      params: { id: endpointId() },
      answers: { 200: answersJson("What came of it.", testedEndpoint()), 404: NO_SUCH() },
    })),
    async (c) =>
      withEndpoint(c, async (endpoint) => {
        const attempt = await testEndpoint(home, site.base, c.get("actor"), endpoint, Date.now());
        if (!attempt) return noSuch();
        return c.json({ taken: attempt.fault === null, ...describeAttempt(attempt) }, 200, NO_STORE);
      }),
  );

  app.get(
    "/:id/events",
    need("push:read"),
    describes(() => ({
      operationId: "listWebhookEvents",
      part: "Webhooks",
      summary: "What a webhook was told, and each attempt, the newest first",
      params: { id: endpointId() },
      query: eventsQuery,
      answers: {
        200: answersJson("A page of its events.", toldEventList()),
        404: NO_SUCH(),
        422: answersProblem("The query cannot be answered."),
      },
    })),
    async (c) =>
      withEndpoint(c, async ({ id }) => {
        const query = parseInput(eventsQuery, c.req.query());
        if (query.status === "problems") return problem(422, "The query cannot be answered.", query.problems);
        const { before, outcome } = query.data;
        const told = await listToldEvents(home.db, id, {
          before,
          failed: outcome === "failed",
          limit: MAX_LISTED_EVENTS,
        });
        const last = told.length < MAX_LISTED_EVENTS ? undefined : told.at(-1);
        const more = new URLSearchParams({ ...c.req.query(), before: String(last?.event.id) });
        const next = last && `/api/webhooks/${id}/events?${more}`;
        return c.json({ events: told.map(describeToldEvent), kept_days: EVENT_DAYS, next }, 200, NO_STORE);
      }),
  );

  app.post(
    "/:id/replay",
    need("push"),
    describes(() => ({
      operationId: "replayWebhook",
      part: "Webhooks",
      summary: "Send an event again, or all that failed since a time",
      description: "Each keeps its `webhook-id` and `sequence`. Of those that failed, a thousand at once at most.",
      params: { id: endpointId() },
      body: {
        content: {
          "application/json": { schema: replaySchema, example: { failed_since: "2026-03-13T06:10:00Z" } },
        },
      },
      answers: {
        202: answersJson("They are on their way.", replayedEvents()),
        404: answersProblem("No webhook has this id, or it was told of no such event."),
        409: answersProblem("The webhook is disabled."),
        ...badBody(),
      },
    })),
    async (c) =>
      withEndpoint(c, async (endpoint) => {
        const input = await parseSmallBody(c, replaySchema);
        if (input instanceof Response) return input;
        if (endpoint.disabled_at !== null) return problem(409, "The webhook is disabled: enable it first.");
        const which = "event" in input ? { uid: eventUid(input.event) } : { failedSince: input.failed_since };
        const events = await replayEvents(home, c.get("actor"), endpoint, which, Date.now());
        return events === null
          ? problem(404, "This webhook was told of no such event, or that is too long ago.")
          : c.json({ events }, 202, NO_STORE);
      }),
  );

  /** Answers with what one of the webhooks is asked for; or that there is none. */
  const withEndpoint = async (
    c: Context<SignedEnv, "/:id">,
    answer: (endpoint: Endpoint) => Promise<Response>,
  ): Promise<Response> => {
    const endpoint = await findEndpoint(home.db, c.req.param("id"));
    return endpoint ? answer(endpoint) : noSuch();
  };

  return app;
}

const NO_SUCH = () => answersProblem("No webhook has this id.");
const noSuch = (): Response => problem(404, "No webhook has this id.");
