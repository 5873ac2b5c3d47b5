import { Hono, type MiddlewareHandler } from "hono";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import type { Catalog } from "../../feed/catalog.ts";
import { USUAL_DAYS, usualSummary } from "../audience/page.tsx";
import { AudienceReport } from "../audience/report.tsx";
import type { Home } from "../home.ts";
import type { Ingest } from "../jobs/ingest.ts";
import { secure } from "../pages/frame/layout.tsx";
import { countOpenAlerts } from "../store/alerts.ts";
import { listOwners } from "../store/articles.ts";
import { listAhead, listRefusals } from "../store/desk.ts";
import { listFeedStates } from "../store/feeds.ts";
import { articleActions } from "./articles/actions.tsx";
import { articlePages } from "./articles/articles.tsx";
import { postedForm } from "./form.tsx";
import { DeskPage, deskPath, message, show } from "./frame.tsx";
import { entriesOf, Overview } from "./overview.tsx";
import { partnerPages } from "./partners/partners.tsx";
import { preview } from "./preview/preview.tsx";
import { type DeskEnv, endSession, findSession } from "./session.ts";
import { signIn } from "./sign-in.tsx";

/** Of what lies ahead, and of what was refused: as much as one looks through. */
const MAX_AHEAD = 30;
const MAX_REFUSALS = 10;

/** `/desk`: what an editor sees and does, signed in. */
export function desk(home: Home, catalog: Catalog, ingest: Ingest): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.use(unshared, secure, csrf());
  app.route("/sign-in", signIn(home, catalog));
  app.use(signedIn(home, catalog), postedForm(catalog));

  app.get("/", async (c) => {
    const { site, definitions } = catalog;
    const now = Date.now();
    const slugs = [...definitions.keys()];
    const [states, ahead, refusals, alerts] = await Promise.all([
      listFeedStates(home.db),
      listAhead(home.db, slugs, now, MAX_AHEAD),
      listRefusals(home.db, MAX_REFUSALS),
      countOpenAlerts(home.db),
    ]);
    const owners = await listOwners(home.db, entriesOf(refusals));
    const known = new Map(states.map((state) => [state.slug, state]));
    return show(
      c,
      <Overview
        site={site}
        session={c.get("session")}
        feeds={[...definitions.values()].map((definition) => ({ definition, state: known.get(definition.slug) }))}
        ahead={ahead}
        refusals={refusals}
        owners={owners}
        alerts={alerts}
        now={now}
      />,
    );
  });

  app.get("/audience", async (c) => {
    const { site } = catalog;
    const summary = await usualSummary(home.db, Date.now());
    return show(
      c,
      <DeskPage site={site} title="Audience" session={c.get("session")} part="/audience">
        <h1>Who reads</h1>
        <p>The last {USUAL_DAYS} days of all feeds, in UTC; the last minute is not yet in it.</p>
        <AudienceReport summary={summary} />
      </DeskPage>,
    );
  });

  app.post("/sign-out", (c) => {
    const { site } = catalog;
    endSession(c, deskPath(site));
    return c.redirect(deskPath(site, "/sign-in"), 303);
  });

  app.route("/articles", articlePages(home, catalog));
  app.route("/articles", articleActions(home, catalog, ingest));
  app.route("/preview", preview(home, catalog, ingest));
  app.route("/partners", partnerPages(home, catalog));
  app.all("*", (c) => message(c, catalog.site, 404, "Nothing is here", <p>The address may be mistyped.</p>));
  app.onError((error) => {
    // How the middleware says that a form came from another site.
    if (error instanceof HTTPException) return error.getResponse();
    throw error;
  });
  return app;
}

/** What the desk shows stands in no cache and no index. Without a referrer, browsers would not tell a form's origin. */
const unshared: MiddlewareHandler<DeskEnv> = async (c, next) => {
  await next();
  c.header("cache-control", "no-store");
  c.header("x-robots-tag", "noindex, nofollow");
  c.header("referrer-policy", "same-origin");
};

const signedIn =
  (home: Home, catalog: Catalog): MiddlewareHandler<DeskEnv> =>
  async (c, next) => {
    const session = await findSession(c, home.secrets.publishToken);
    if (session) {
      c.set("session", session);
      return next();
    }
    const { pathname, search } = new URL(c.req.url);
    const to = pathname.replace(/^.*?\/desk/, "") + search;
    const back = c.req.method === "GET" && to !== "" ? `?to=${encodeURIComponent(to)}` : "";
    return c.redirect(deskPath(catalog.site, `/sign-in${back}`), 303);
  };
