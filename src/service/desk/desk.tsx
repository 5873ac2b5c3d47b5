import { Hono, type MiddlewareHandler } from "hono";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import type { Catalog } from "../../feed/catalog.ts";
import type { AskedAddresses } from "../audience/asked-addresses.ts";
import { listUses } from "../audience/old-addresses.ts";
import { USUAL_DAYS, usualSummary } from "../audience/page.tsx";
import { AudienceReport } from "../audience/report.tsx";
import type { Uploads } from "../files/uploads.ts";
import type { Home } from "../home.ts";
import { BROWSER_FILE, browserFile, browserFilePath } from "../http/browser-file.ts";
import { takeFault } from "../http/fault.ts";
import { methodsOf } from "../http/methods.ts";
import { Strangers } from "../http/strangers.ts";
import { unshared } from "../http/unshared.ts";
import type { Ingest } from "../jobs/ingest.ts";
import { secureDesk } from "../pages/frame/layout.tsx";
import type { Visitors } from "../proofread/visitors.ts";
import { articleActions } from "./articles/actions.tsx";
import { articlePage } from "./articles/article.tsx";
import { articlePages } from "./articles/articles.tsx";
import { severalActions } from "./articles/several.tsx";
import { CostlySection, costlyPolls } from "./costly-section.tsx";
import { draftActions } from "./editor/draft-actions.tsx";
import { draftPages, storyForms } from "./editor/drafts.tsx";
import { keepFailed, keepUnsaved, sendAgain } from "./editor/unsaved.tsx";
import { feedPages } from "./feeds/feeds.tsx";
import { deskFiles } from "./files/files.tsx";
import { postedForm } from "./form.tsx";
import { belowDesk, DeskPage, deskPath, showMessage, showPage } from "./frame.tsx";
import { keyPages } from "./keys/keys.tsx";
import { logPage } from "./log/log.tsx";
import { mayDo } from "./may-do.tsx";
import { OldAddresses } from "./old-addresses-section.tsx";
import { formerPartnerAddresses } from "./partners/former-addresses.tsx";
import { partnerManagement } from "./partners/manage.tsx";
import { partnerPages } from "./partners/partners.tsx";
import { Attempts } from "./people/attempts.ts";
import { join } from "./people/join.tsx";
import { mePages } from "./people/me.tsx";
import { peoplePages } from "./people/people.tsx";
import { preview } from "./preview/preview.tsx";
import { proofreadAtDesk } from "./proofread.tsx";
import { type DeskEnv, endSession, findSession } from "./session.ts";
import { signIn } from "./sign-in.tsx";
import { sourcePages } from "./sources/sources.tsx";
import { DESK_STYLE, DESK_STYLE_PATH } from "./style/style.ts";
import { subscriberPages } from "./subscribers/subscribers.tsx";
import { today } from "./today/today.tsx";
import { webhookPages } from "./webhooks/webhooks.tsx";

interface DeskParts {
  ingest: Ingest;
  /** Who guesses at the publish token. */
  strangers: Strangers;
  /** Asks the sources that are due. */
  poll(): Promise<void>;
  /** Who asks for old addresses of feeds: what is counted, and not stored yet. */
  asked: Pick<AskedAddresses, "flush">;
  visitors: Visitors;
  uploads: Uploads;
}

/** `/desk`: what an editor sees and does, signed in. */
export function desk(
  home: Home,
  catalog: Catalog,
  { ingest, strangers, poll, asked, visitors, uploads }: DeskParts,
): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get(BROWSER_FILE, browserFile(home));
  // Before all that is for nobody's cache.
  app.get("/:sheet{[^/]+\\.css}", (c, next) =>
    belowDesk(c.req.path) === DESK_STYLE_PATH
      ? c.body(DESK_STYLE, 200, {
          "content-type": "text/css; charset=utf-8",
          "cache-control": "public, max-age=31536000, immutable",
          "x-content-type-options": "nosniff",
        })
      : next(),
  );
  app.use(unshared, secureDesk(home), csrf(), scripted(home, catalog));
  const attempts = new Attempts(home);
  app.route("/sign-in", signIn(home, catalog, { strangers, askers: new Strangers(home, "passkey"), attempts }));
  app.route("/join", join(home, catalog));
  app.use(signedIn(home, catalog));
  app.use("/files", mayDo(catalog.site, "files:write"));
  app.route("/files", deskFiles(home, catalog, uploads));
  app.use(postedForm(catalog, sendAgain(catalog.site)));

  app.get("/audience", mayDo(catalog.site, "audience:read"), async (c) => {
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

  app.use("/", mayDo(catalog.site, "feeds:read"));
  app.route("/", today(home, catalog));
  app.use("/feeds", mayDo(catalog.site, "feeds:read"));
  app.route("/feeds", feedPages(home, catalog));
  app.route("/articles", storyForms(home, catalog));
  app.use("/drafts/*", mayDo(catalog.site, "drafts:write"));
  app.route("/drafts", draftPages(home, catalog));
  app.route("/drafts", draftActions(home, catalog, ingest));
  app.route("/articles", articlePages(home, catalog));
  app.route("/articles", severalActions(home, catalog, ingest));
  app.route("/articles", articlePage(home, catalog));
  app.route("/articles", articleActions(home, catalog, ingest));
  app.route("/preview", preview(home, catalog, ingest));
  app.route("/partners", partnerPages(home, catalog));
  app.route("/partners", partnerManagement(home, catalog));
  app.route("/", formerPartnerAddresses(home, catalog));
  app.route("/webhooks", webhookPages(home, catalog));
  app.route("/subscribers", subscriberPages(home, catalog));
  app.route("/sources", sourcePages(home, catalog, poll));
  app.route("/people/me", mePages(home, catalog, attempts));
  app.route("/people", peoplePages(home, catalog));
  app.route("/keys", keyPages(home, catalog));
  app.use("/log", mayDo(catalog.site, "log:read"));
  app.route("/log", logPage(home, catalog));
  app.route("/proofread", proofreadAtDesk({ home, catalog, visitors }));
  app.all("*", (c) => {
    const allow = methodsOf(app, belowDesk(c.req.path) || "/").join(", ");
    if (allow === "") {
      const why = <p>The address may be mistyped.</p>;
      return showMessage(c, catalog.site, { status: 404, title: "Nothing is here", why });
    }
    c.header("allow", allow);
    // Reloaded or kept as a bookmark, the address of a form's answer is asked for as a page.
    const isLookedAt = c.req.method === "GET";
    const why = (
      <>
        {isLookedAt ? (
          <p>A form is sent to this address. Go back to the page with the form, and send it there.</p>
        ) : null}
        <p class={isLookedAt ? "meta" : undefined}>
          There is no {c.req.method} here. There is {allow}.
        </p>
      </>
    );
    const title = isLookedAt ? "There is no page here" : "It does not go like this";
    return showMessage(c, catalog.site, { status: 405, title, why });
  });
  app.onError((error, c) => {
    // `csrf` throws this where a form came from another site.
    if (error instanceof HTTPException) return error.getResponse();
    const { text, headers, ...told } = takeFault(error, c.req.method);
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    const kept = keepFailed(c, catalog.site, { status: told.status, text });
    return kept ?? showMessage(c, catalog.site, { ...told, why: <p>{text}</p> });
  });
  return app;
}

/** Middleware that says where the desk's script is. */
const scripted = (home: Home, { site }: Catalog): MiddlewareHandler<DeskEnv> => {
  const path = browserFilePath(home, "script.js");
  return (c, next) => {
    c.set("script", path === null ? null : deskPath(site, path));
    return next();
  };
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
    const kept = await keepUnsaved(c, catalog.site, to);
    if (kept) return kept;
    const back = c.req.method === "GET" && to !== "" ? `?to=${encodeURIComponent(to)}` : "";
    return c.redirect(deskPath(catalog.site, `/sign-in${back}`), 303);
  };
