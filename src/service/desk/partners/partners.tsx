import { Hono } from "hono";
import type { Catalog } from "../../../feed/catalog.ts";
import { definitionOf } from "../../../feed/locate.ts";
import type { Home } from "../../home.ts";
import { findDefinitions } from "../../jobs/definitions.ts";
import { previewFeed } from "../../jobs/preview.ts";
import { listAlerts } from "../../store/alerts.ts";
import { listFeedPage } from "../../store/feed-pages.ts";
import { findFeedState, listFeedStates } from "../../store/feeds.ts";
import { listPartners } from "../../store/partners.ts";
import { listPickups } from "../../store/receipts.ts";
import { listFamilies } from "../families.tsx";
import { type Message, showMessage, showPage } from "../frame.tsx";
import { mayDo } from "../may-do.tsx";
import type { DeskEnv } from "../session.ts";
import { PartnerFeedPage } from "./partner-feed-page.tsx";
import { type PartnerFeed, PartnersPage } from "./partners-page.tsx";

/** Feeds of each family that are shown, of those that its partner polls: each is looked at story by story. */
const MAX_FAMILY_FEEDS = 20;

const NO_SUCH_FEED: Message = { status: 404, title: "No such feed", why: <p>No partner has this feed.</p> };

/** `/desk/partners`, `/desk/partners/feeds/{feed}`: who has what, who has not come, and what each one's system will not take. */
export function partnerPages(home: Home, catalog: Catalog): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/", mayDo(catalog.site, "partners:read"), async (c) => {
    const [states, families, partners, alerts] = await Promise.all([
      listFeedStates(home.db, [...catalog.partner.definitions.keys()]),
      listFamilies(home.db, catalog, "partner"),
      listPartners(home.db),
      listAlerts(home.db),
    ]);
    for (const { family } of families)
      states.push(
        ...(await listFeedPage(home.db, { family: family.slug, asleep: false }, "", MAX_FAMILY_FEEDS)).states,
      );
    const known = new Map(states.map((state) => [state.slug, state]));
    const slugs = [...new Set([...catalog.partner.definitions.keys(), ...known.keys()])];
    const pickups = await listPickups(home.db, slugs);
    const definitions = await findDefinitions(home.db, catalog, [...slugs, ...alerts.map(({ feed }) => feed)]);
    const feeds: PartnerFeed[] = [];
    // One at a time: each holds its articles' full text while it is looked at.
    for (const slug of slugs) {
      const [definition, state] = [definitions.get(slug), known.get(slug)];
      if (!definition) continue;
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
    return showPage(
      c,
      <PartnersPage
        {...{ site, feeds, partners, families, definitions, alerts }}
        session={c.get("session")}
        now={Date.now()}
      />,
    );
  });

  app.get("/feeds/:feed{.+}", mayDo(catalog.site, "partners:read"), async (c) => {
    const { site } = catalog;
    const state = await findFeedState(home.db, c.req.param("feed"));
    const definition = state && definitionOf(catalog, state);
    if (!state || definition?.access !== "partner") return showMessage(c, site, NO_SUCH_FEED);
    const profiled = await previewFeed(home.db, catalog, definition, state);
    return showPage(c, <PartnerFeedPage {...{ site, definition, profiled }} session={c.get("session")} />);
  });

  return app;
}
