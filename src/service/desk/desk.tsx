import { Hono, type MiddlewareHandler } from "hono";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import type { Catalog } from "../../feed/catalog.ts";
import type { AskedAddresses } from "../audience/asked-addresses.ts";
import { listUses } from "../audience/old-addresses.ts";
import { USUAL_DAYS, usualSummary } from "../audience/page.tsx";
import { AudienceReport } from "../audience/report.tsx";
import type { Home } from "../home.ts";
import { takeFault } from "../http/fault.ts";
import { methodsOf } from "../http/methods.ts";
import type { Strangers } from "../http/strangers.ts";
import { findDefinitions } from "../jobs/definitions.ts";
import type { Ingest } from "../jobs/ingest.ts";
import { secure } from "../pages/frame/layout.tsx";
import type { Visitors } from "../proofread/visitors.ts";
import { isInTrouble, listKnownSources } from "../sources/known-sources.ts";
import { countOpenAlerts } from "../store/alerts.ts";
import { listOwners } from "../store/articles.ts";
import { listAhead, listRefusals } from "../store/desk.ts";
import { listFeedStates } from "../store/feeds.ts";
import { findPurgeBudget } from "../store/purge-budget.ts";
import { articleActions } from "./articles/actions.tsx";
import { articlePages } from "./articles/articles.tsx";
import { severalActions } from "./articles/several.tsx";
import { CostlySection, costlyPolls } from "./costly-section.tsx";
import { listFamilies } from "./families.tsx";
import { postedForm } from "./form.tsx";
import { DeskPage, deskPath, showMessage, showPage } from "./frame.tsx";
import { OldAddresses } from "./old-addresses-section.tsx";
import { entriesOf, Overview } from "./overview.tsx";
import { partnerPages } from "./partners/partners.tsx";
import { preview } from "./preview/preview.tsx";
import { proofreadAtDesk } from "./proofread.tsx";
import { type DeskEnv, endSession, findSession } from "./session.ts";
import { signIn } from "./sign-in.tsx";
import { sourcePages } from "./sources/sources.tsx";

/** Embargoes, and expiries, that the overview shows: as many as one looks through. */
const MAX_AHEAD = 30;
/** Refusals that the overview shows, the latest ones. */
const MAX_REFUSALS = 10;

interface DeskParts {
  ingest: Ingest;
  /** Who guesses at the publish token. */
  strangers: Strangers;
  /** Asks the sources that are due. */
  poll(): Promise<void>;
  /** Who asks for old addresses of feeds: what is counted, and not stored yet. */
  asked: Pick<AskedAddresses, "flush">;
  visitors: Visitors;
}

/** `/desk`: what an editor sees and does, signed in. */
export function desk(
  home: Home,
  catalog: Catalog,
  { ingest, strangers, poll, asked, visitors }: DeskParts,
): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.use(unshared, secure(home), csrf());
  app.route("/sign-in", signIn(home, catalog, strangers));
  app.use(signedIn(home, catalog), postedForm(catalog));

  app.get("/", async (c) => {
    const { site, definitions } = catalog;
    const now = Date.now();
    const slugs = [...definitions.keys()];
    const [states, families, ahead, refusals, alerts, known, purges] = await Promise.all([
      listFeedStates(home.db, slugs),
      listFamilies(home.db, catalog, "public"),
      listAhead(home.db, slugs, now, MAX_AHEAD),
      listRefusals(home.db, MAX_REFUSALS),
      countOpenAlerts(home.db),
      listKnownSources(home.db, catalog),
      home.purge ? findPurgeBudget(home.db) : null,
    ]);
    const owners = await listOwners(home.db, entriesOf(refusals));
    const refused = refusals.map(({ feed }) => feed);
    const stateOf = new Map(states.map((state) => [state.slug, state]));
    return showPage(
      c,
      <Overview
        site={site}
        session={c.get("session")}
        feeds={[...definitions.values()].map((definition) => ({ definition, state: stateOf.get(definition.slug) }))}
        families={families}
        ahead={ahead}
        refusals={refusals}
        definitions={await findDefinitions(home.db, catalog, refused)}
        owners={owners}
        alerts={alerts}
        sources={known.filter(isInTrouble)}
        purges={purges}
        hasTakenAddress={home.hasTakenAddress === true}
        now={now}
      />,
    );
  });

  app.get("/audience", async (c) => {
    const { site } = catalog;
    const now = Date.now();
    const [summary, costly, uses] = await Promise.all([
      usualSummary(home.db, now),
      costlyPolls(home.db, now),
      listUses(home.db, catalog, asked),
    ]);
    return showPage(
      c,
      <DeskPage site={site} title="Audience" session={c.get("session")} part="/audience">
        <h1>Who reads</h1>
        <p>The last {USUAL_DAYS} days of all feeds, in UTC; the last minute is not yet in it.</p>
        <AudienceReport summary={summary} />
        <OldAddresses site={site} uses={uses} now={now} />
        <CostlySection site={site} pollers={costly} />
      </DeskPage>,
    );
  });

  app.post("/sign-out", async (c) => {
    const { site } = catalog;
    await endSession(c, home.db, deskPath(site));
    return c.redirect(deskPath(site, "/sign-in"), 303);
  });

  app.route("/articles", articlePages(home, catalog));
  app.route("/articles", severalActions(home, catalog, ingest));
  app.route("/articles", articleActions(home, catalog, ingest));
  app.route("/preview", preview(home, catalog, ingest));
  app.route("/partners", partnerPages(home, catalog));
  app.route("/sources", sourcePages(home, catalog, poll));
  app.route("/proofread", proofreadAtDesk({ home, catalog, visitors }));
  app.all("*", (c) => {
    const allow = methodsOf(app, belowDesk(c.req.path) || "/").join(", ");
    if (allow === "") {
      const why = <p>The address may be mistyped.</p>;
      return showMessage(c, catalog.site, { status: 404, title: "Nothing is here", why });
    }
    c.header("allow", allow);
    const why = (
      <p>
        There is no {c.req.method} here. There is {allow}.
      </p>
    );
    return showMessage(c, catalog.site, { status: 405, title: "It does not go like this", why });
  });
  app.onError((error, c) => {
    // `csrf` throws this where a form came from another site.
    if (error instanceof HTTPException) return error.getResponse();
    const { text, headers, ...told } = takeFault(error, c.req.method);
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    return showMessage(c, catalog.site, { ...told, why: <p>{text}</p> });
  });
  return app;
}

/**
 * Keeps what the desk shows out of caches and indexes. Without a referrer of its own pages, browsers would not tell a
 * form's origin.
 */
const unshared: MiddlewareHandler<DeskEnv> = async (c, next) => {
  await next();
  c.header("cache-control", "no-store");
  c.header("x-robots-tag", "noindex, nofollow");
  c.header("referrer-policy", "same-origin");
};

/**
 * Middleware that lets nobody through who is not signed in: one is sent to sign in, and back to the page that one
 * wanted.
 */
const signedIn =
  (home: Home, catalog: Catalog): MiddlewareHandler<DeskEnv> =>
  async (c, next) => {
    const session = await findSession(c, home);
    if (session) {
      c.set("session", session);
      c.set("actor", session.actor);
      c.set("scopes", session.scopes);
      return next();
    }
    const { pathname, search } = new URL(c.req.url);
    const to = belowDesk(pathname) + search;
    const back = c.req.method === "GET" && to !== "" ? `?to=${encodeURIComponent(to)}` : "";
    return c.redirect(deskPath(catalog.site, `/sign-in${back}`), 303);
  };

/** A path of the desk without the desk's own. */
const belowDesk = (path: string): string => path.replace(/^.*?\/desk/, "");
