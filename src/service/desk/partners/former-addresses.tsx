import { type Context, Hono } from "hono";
import type { Catalog } from "../../../feed/catalog.ts";
import { definitionOf } from "../../../feed/locate.ts";
import type { Home } from "../../home.ts";
import { findFeedState } from "../../store/feeds.ts";
import { deskPath, type Message, showMessage } from "../frame.tsx";
import { mayDo } from "../may-do.tsx";
import { partnerFeedPath, partnerPath } from "../partner-addresses.ts";
import type { DeskEnv } from "../session.ts";

/** Where partners' pages once stood, for bookmarks: `/desk/partner/{partner}`, and `/desk/partners/{feed}` where no partner is called so. */
export function formerPartnerAddresses(home: Home, catalog: Catalog): Hono<DeskEnv> {
  const { site } = catalog;
  const app = new Hono<DeskEnv>();
  const mayLook = mayDo(site, "partners:read");

  app.get("/partner/:slug", mayLook, (c) => c.redirect(deskPath(site, partnerPath(c.req.param("slug"))), 301));

  app.get("/partners/:feed", mayLook, (c) => toFeed(c, c.req.param("feed")));
  // A family's feed has three parts: the family's name, what it is of, and the value.
  app.get("/partners/:family/:of/:value", mayLook, (c) => toFeed(c, Object.values(c.req.param()).join("/")));

  async function toFeed(c: Context<DeskEnv>, slug: string): Promise<Response> {
    const state = await findFeedState(home.db, slug);
    if (!state || definitionOf(catalog, state)?.access !== "partner") return showMessage(c, site, NO_SUCH_PARTNER);
    return c.redirect(deskPath(site, partnerFeedPath(state.slug)), 301);
  }

  return app;
}

const NO_SUCH_PARTNER: Message = { status: 404, title: "No such partner", why: <p>Nobody is called so.</p> };
