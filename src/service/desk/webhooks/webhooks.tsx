import { millisecondsInDay } from "date-fns/constants";
import { type Context, Hono } from "hono";
import { counted } from "../../../article/counted.ts";
import { parseInput } from "../../../article/parse.ts";
import type { Catalog } from "../../../feed/catalog.ts";
import type { Home } from "../../home.ts";
import {
  changeEndpoint,
  deleteEndpoint,
  disableEndpoint,
  type Endpoint,
  type EndpointFields,
  enableEndpoint,
  findEndpoint,
  listEndpoints,
} from "../../store/endpoints.ts";
import { EVENT_DAYS, type EventAttempt } from "../../store/event-deliveries.ts";
import { listToldEvents } from "../../store/told-events.ts";
import { endpointSchema } from "../../webhooks/endpoint-input.ts";
import { createEndpoint, replayEvents, rotateEndpoint, testEndpoint } from "../../webhooks/endpoints.ts";
import { MAX_ENDPOINTS, MAX_LISTED_EVENTS } from "../../webhooks/limits.ts";
import { deskPath, type Message, showMessage, showPage } from "../frame.tsx";
import { mayDo } from "../may-do.tsx";
import { doneWords } from "../outcome.tsx";
import type { DeskEnv } from "../session.ts";
import { endpointFieldsOf } from "./endpoint-fields.tsx";
import { WebhookPage } from "./webhook-page.tsx";
import { WebhookSecretPage, WebhooksPage, webhookPath } from "./webhooks-page.tsx";

const NO_SUCH_WEBHOOK: Message = { status: 404, title: "No such webhook", why: <p>No webhook is called so.</p> };

const DONE = {
  changed: "It is changed.",
  enabled: "It is told again, from now on. What it missed can be sent again below.",
  disabled: "It is told nothing more.",
  removed: "The webhook is removed, with the log of what it was told.",
  none: "There was nothing to send again.",
};

/** What a form says of a webhook, or why it will not do, in a sentence. */
type Parsed = { fields: EndpointFields; why?: string };

/** `/desk/webhooks`: which systems are told what happens, and what they were told. */
export function webhookPages(home: Home, catalog: Catalog): Hono<DeskEnv> {
  const { site } = catalog;
  const app = new Hono<DeskEnv>();
  const [maySee, mayChange] = [mayDo(site, "push:read"), mayDo(site, "push")];

  app.get("/", maySee, (c) => listPage(c));

  app.post("/", mayChange, async (c) => {
    const { fields, why } = parse(c.get("form"));
    if (why !== undefined) return listPage(c, { fields, why });
    const made = await createEndpoint(home, c.get("actor"), fields, Date.now());
    if (!made) return listPage(c, { fields, why: `There are ${MAX_ENDPOINTS} webhooks, and no more may be.` });
    return showPage(c, <WebhookSecretPage site={site} session={c.get("session")} {...made} />, 201);
  });

  app.get("/:id", maySee, (c) => withEndpoint(c, (endpoint) => onePage(c, endpoint)));

  app.post("/:id", mayChange, (c) =>
    withEndpoint(c, async (endpoint) => {
      const { fields, why } = parse(c.get("form"));
      if (why !== undefined) return onePage(c, endpoint, { wrong: { fields, why } });
      const description = fields.description === "" ? endpoint.description : fields.description;
      await changeEndpoint(home.db, c.get("actor"), endpoint.id, { ...fields, description }, Date.now());
      return back(c, endpoint, "changed");
    }),
  );

  app.post("/:id/enable", mayChange, (c) =>
    withEndpoint(c, async (endpoint) => {
      await enableEndpoint(home.db, c.get("actor"), endpoint, Date.now());
      return back(c, endpoint, "enabled");
    }),
  );

  app.post("/:id/disable", mayChange, (c) =>
    withEndpoint(c, async (endpoint) => {
      await disableEndpoint(home.db, c.get("actor"), endpoint, "newsroom", Date.now());
      return back(c, endpoint, "disabled");
    }),
  );

  app.post("/:id/remove", mayChange, (c) =>
    withEndpoint(c, async (endpoint) => {
      await deleteEndpoint(home.db, c.get("actor"), endpoint, Date.now());
      return c.redirect(deskPath(site, "/webhooks?done=removed"), 303);
    }),
  );

  app.post("/:id/rotate", mayChange, (c) =>
    withEndpoint(c, async (endpoint) => {
      const rotated = await rotateEndpoint(home, c.get("actor"), endpoint, Date.now());
      if (!rotated) return showMessage(c, site, NO_SUCH_WEBHOOK);
      return showPage(c, <WebhookSecretPage site={site} session={c.get("session")} {...rotated} />);
    }),
  );

  app.post("/:id/test", mayChange, (c) =>
    withEndpoint(c, async (endpoint) => {
      const test = await testEndpoint(home, site.base, c.get("actor"), endpoint, Date.now());
      // It may have been disabled by what it answered.
      const now = await findEndpoint(home.db, endpoint.id);
      return test && now ? onePage(c, now, { test }) : showMessage(c, site, NO_SUCH_WEBHOOK);
    }),
  );

  app.post("/:id/replay", mayChange, (c) =>
    withEndpoint(c, async (endpoint) => {
      const form = c.get("form");
      const uid = form.get("event");
      const days = Math.min(Math.max(Number(form.get("days")) || 1, 1), EVENT_DAYS);
      const now = Date.now();
      const which = uid === null ? { failedSince: now - days * millisecondsInDay } : { uid };
      const events = await replayEvents(home, c.get("actor"), endpoint, which, now);
      if (events === null) return showMessage(c, site, NO_SUCH_EVENT);
      return back(c, endpoint, events === 0 ? "none" : String(events));
    }),
  );

  const parse = (form: URLSearchParams): Parsed => {
    const sent = endpointFieldsOf(form);
    const parsed = parseInput(endpointSchema(site.base), sent);
    if (parsed.status === "parsed") return { fields: parsed.data };
    if (sent.types.length === 0) return { fields: sent, why: "It has to be told of something: tick what." };
    const [first] = parsed.problems;
    return { fields: sent, why: `Its ${first?.path.split("/")[1] ?? "form"} ${first?.detail}.` };
  };

  const withEndpoint = async (
    c: Context<DeskEnv, "/:id">,
    answer: (endpoint: Endpoint) => Promise<Response> | Response,
  ): Promise<Response> => {
    const endpoint = await findEndpoint(home.db, c.req.param("id"));
    return endpoint ? answer(endpoint) : showMessage(c, site, NO_SUCH_WEBHOOK);
  };

  const back = (c: Context<DeskEnv>, { id }: Endpoint, done: string): Response =>
    c.redirect(deskPath(site, webhookPath(id, `?done=${done}`)), 303);

  const listPage = async (c: Context<DeskEnv>, wrong?: { fields: EndpointFields; why: string }): Promise<Response> => {
    const endpoints = await listEndpoints(home.db);
    const done = doneWords(DONE, c.req.query("done"));
    const props = { site, session: c.get("session"), endpoints, done, wrong, now: Date.now() };
    return showPage(c, <WebhooksPage {...props} />, wrong ? 422 : 200);
  };

  const onePage = async (
    c: Context<DeskEnv>,
    endpoint: Endpoint,
    more: { test?: EventAttempt; wrong?: { fields: EndpointFields; why: string } } = {},
  ): Promise<Response> => {
    const failed = c.req.query("outcome") === "failed";
    const before = Number(c.req.query("before")) || undefined;
    const events = await listToldEvents(home.db, endpoint.id, { before, failed, limit: MAX_LISTED_EVENTS });
    const last = events.length < MAX_LISTED_EVENTS ? undefined : events.at(-1)?.event.id;
    const query = new URLSearchParams({ ...(failed && { outcome: "failed" }), before: String(last) });
    const next = last === undefined ? undefined : deskPath(site, webhookPath(endpoint.id, `?${query}`));
    const asked = c.req.query("done") ?? "";
    const done = /^\d{1,5}$/.test(asked) ? `${counted(Number(asked), "event")} sent again.` : doneWords(DONE, asked);
    const props = { site, session: c.get("session"), endpoint, events, failed, next, done, ...more, now: Date.now() };
    return showPage(c, <WebhookPage {...props} />, more.wrong ? 422 : 200);
  };

  return app;
}

const NO_SUCH_EVENT: Message = {
  status: 404,
  title: "No such event",
  why: <p>This webhook was told of no such event, or that is too long ago.</p>,
};
