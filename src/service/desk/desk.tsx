import { Hono, type MiddlewareHandler } from "hono";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import { USUAL_DAYS } from "../api/audience-query.ts";
import { usualSummary } from "../audience/page.tsx";
import { AudienceReport } from "../audience/report.tsx";
import type { Catalogs } from "../catalog.ts";
import { secure } from "../pages/frame/layout.tsx";
import { countOpenAlerts } from "../store/alerts.ts";
import { listAhead, listOwners, listRefusals } from "../store/desk.ts";
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
export function desk(catalogs: Catalogs): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.use(unshared, secure, csrf());
  app.route("/sign-in", signIn(catalogs));
  app.use(signedIn(catalogs), postedForm(catalogs));

  app.get("/", async (c) => {
    const { site, definitions } = catalogs.get(c.env);
    const now = Date.now();
    const slugs = [...definitions.keys()];
    const [states, ahead, refusals, alerts] = await Promise.all([
      listFeedStates(c.env.DB),
      listAhead(c.env.DB, slugs, now, MAX_AHEAD),
      listRefusals(c.env.DB, MAX_REFUSALS),
      countOpenAlerts(c.env.DB),
    ]);
    const owners = await listOwners(c.env.DB, entriesOf(refusals));
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
    const { site } = catalogs.get(c.env);
    const summary = await usualSummary(c.env.DB, Date.now());
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
    const { site } = catalogs.get(c.env);
    endSession(c, deskPath(site));
    return c.redirect(deskPath(site, "/sign-in"), 303);
  });

  app.route("/articles", articlePages(catalogs));
  app.route("/articles", articleActions(catalogs));
  app.route("/preview", preview(catalogs));
  app.route("/partners", partnerPages(catalogs));
  app.all("*", (c) =>
    message(c, catalogs.get(c.env).site, 404, "Nothing is here", <p>The address may be mistyped.</p>),
  );
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
  (catalogs: Catalogs): MiddlewareHandler<DeskEnv> =>
  async (c, next) => {
    const session = await findSession(c);
    if (session) {
      c.set("session", session);
      return next();
    }
    const { pathname, search } = new URL(c.req.url);
    const to = pathname.replace(/^.*?\/desk/, "") + search;
    const back = c.req.method === "GET" && to !== "" ? `?to=${encodeURIComponent(to)}` : "";
    return c.redirect(deskPath(catalogs.get(c.env).site, `/sign-in${back}`), 303);
  };
