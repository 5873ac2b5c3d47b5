import { type Context, Hono } from "hono";
import type { Catalog } from "../../../feed/catalog.ts";
import type { Home } from "../../home.ts";
import { parseEndReason, parseSubscriberQuery } from "../../hub/subscriber-query.ts";
import { findDefinitions } from "../../jobs/definitions.ts";
import { wakeSender } from "../../jobs/wake-sender.ts";
import { endSubscriber, sendCurrentAgain } from "../../store/subscriber-deeds.ts";
import {
  countSubscribers,
  findSubscriber,
  listPushes,
  listSubscribers,
  type Subscriber,
} from "../../store/subscriber-list.ts";
import { deskPath, type Message, showMessage, showPage } from "../frame.tsx";
import { mayDo } from "../may-do.tsx";
import type { DeskEnv } from "../session.ts";
import { subscriberPath } from "./links.tsx";
import { SubscriberPage } from "./subscriber-page.tsx";
import { SubscribersPage } from "./subscribers-page.tsx";

/** Receipts that are shown: as many as one looks through. */
const MAX_PUSHES = 50;

const NOBODY: Message = {
  status: 404,
  title: "No such subscriber",
  why: <p>Nobody is subscribed under this number.</p>,
};

/** `/desk/subscribers`: who is sent what is published, and how that goes. */
export function subscriberPages(home: Home, catalog: Catalog): Hono<DeskEnv> {
  const { site } = catalog;
  const app = new Hono<DeskEnv>();

  app.get("/", mayDo(site, "push:read"), async (c) => {
    const asked = Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value.trim() !== ""));
    const query = parseSubscriberQuery(asked);
    const isAsked = Object.keys(asked).length > 0;
    const [found, counts] = await Promise.all([
      query.status === "parsed"
        ? listSubscribers(home.db, query.filter, query.limit, query.before)
        : { subscribers: [], next: null },
      isAsked ? null : countSubscribers(home.db),
    ]);
    const named = [...found.subscribers, ...(counts?.topics ?? [])].map(({ feed }) => feed);
    const definitions = await findDefinitions(home.db, catalog, [...catalog.all.keys(), ...named]);
    const problems = query.status === "problems" ? query.problems : [];
    const page = (
      <SubscribersPage
        {...{ site, asked, problems, counts, definitions, ...found }}
        session={c.get("session")}
        now={Date.now()}
      />
    );
    return showPage(c, page, problems.length > 0 ? 422 : 200);
  });

  app.get("/:id", mayDo(site, "push:read"), async (c) => {
    const found = await findById(c.req.param("id"));
    return found ? showSubscriber(c, found, { done: c.req.query("done") }) : showMessage(c, site, NOBODY);
  });

  app.post("/:id/send", mayDo(site, "push"), async (c) => {
    const found = await findById(c.req.param("id"));
    if (!found) return showMessage(c, site, NOBODY);
    if (!(await sendCurrentAgain(home.db, found, c.get("actor"), Date.now())))
      return showSubscriber(c, found, {
        failed: "Nothing was sent: it is no subscriber any more, or the feed has no edition yet.",
      });
    await wakeSender(home);
    return c.redirect(deskPath(site, subscriberPath(found.id, "?done=sent")), 303);
  });

  app.post("/:id/end", mayDo(site, "push"), async (c) => {
    const found = await findById(c.req.param("id"));
    if (!found) return showMessage(c, site, NOBODY);
    const parsed = parseEndReason(c.get("form").get("reason") ?? undefined);
    if (parsed.status === "problems")
      return showSubscriber(c, found, { failed: `Nothing was ended: the reason ${parsed.problems[0]?.detail}.` });
    if (!(await endSubscriber(home.db, found, parsed.data.reason, c.get("actor"), Date.now())))
      return showSubscriber(c, found, { failed: "It had ended already." });
    await wakeSender(home);
    return c.redirect(deskPath(site, subscriberPath(found.id, "?done=ended")), 303);
  });

  const findById = async (id: string): Promise<Subscriber | null> =>
    /^[1-9]\d{0,14}$/.test(id) ? findSubscriber(home.db, Number(id)) : null;

  async function showSubscriber(
    c: Context<DeskEnv>,
    one: Subscriber,
    outcome: { done?: string; failed?: string },
  ): Promise<Response> {
    const [pushes, definitions] = await Promise.all([
      listPushes(home.db, one.id, MAX_PUSHES),
      findDefinitions(home.db, catalog, [one.feed]),
    ]);
    const shown = { site, one, pushes, definition: definitions.get(one.feed), ...outcome };
    const page = <SubscriberPage {...shown} session={c.get("session")} now={Date.now()} />;
    return showPage(c, page, outcome.failed === undefined ? 200 : 422);
  }

  return app;
}
