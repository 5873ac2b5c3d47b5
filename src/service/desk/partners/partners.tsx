import { Hono } from "hono";
import type { Catalog } from "../../../feed/catalog.ts";
import type { Home } from "../../home.ts";
import { previewFeed } from "../../jobs/preview.ts";
import { listAlerts } from "../../store/alerts.ts";
import { findFeedState, listFeedStates } from "../../store/feeds.ts";
import { listPartners } from "../../store/partners.ts";
import { listPickups } from "../../store/receipts.ts";
import { type Message, showMessage, showPage } from "../frame.tsx";
import type { DeskEnv } from "../session.ts";
import { PartnerFeedPage } from "./partner-feed-page.tsx";
import { type PartnerFeed, PartnersPage } from "./partners-page.tsx";

const NO_SUCH_FEED: Message = { status: 404, title: "No such feed", why: <p>No partner has this feed.</p> };

/** `/desk/partners`: who has what, who has not come, and what each one's system will not take. */
export function partnerPages(home: Home, catalog: Catalog): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/", async (c) => {
    const [states, partners, pickups, alerts] = await Promise.all([
      listFeedStates(home.db, [...catalog.partner.definitions.keys()]),
      listPartners(home.db),
      listPickups(home.db),
      listAlerts(home.db),
    ]);
    const feeds: PartnerFeed[] = [];
    // One at a time: each holds its articles' full text while it is looked at.
    for (const definition of catalog.partner.definitions.values()) {
      const state = states.find(({ slug }) => slug === definition.slug);
      const { entries } = state ? await previewFeed(home.db, catalog, definition, state) : { entries: [] };
      feeds.push({
        definition,
        state,
        partner: partners.find(({ slug }) => slug === definition.partner),
        pickup: pickups.find(({ feed, partner }) => feed === definition.slug && partner === definition.partner),
        leftOut: entries.filter(({ left_out }) => left_out).length,
      });
    }
    const { site } = catalog;
    return showPage(c, <PartnersPage {...{ site, feeds, alerts }} session={c.get("session")} now={Date.now()} />);
  });

  app.get("/:slug", async (c) => {
    const { site } = catalog;
    const definition = catalog.partner.definitions.get(c.req.param("slug"));
    const state = definition && (await findFeedState(home.db, definition.slug));
    if (!definition || !state) return showMessage(c, site, NO_SUCH_FEED);
    const profiled = await previewFeed(home.db, catalog, definition, state);
    return showPage(c, <PartnerFeedPage {...{ site, definition, profiled }} session={c.get("session")} />);
  });

  return app;
}
