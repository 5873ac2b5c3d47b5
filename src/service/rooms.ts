import { Hono } from "hono";
import type { Catalog } from "../feed/catalog.ts";
import { articles } from "./api/articles.ts";
import { type AudienceCounts, audienceApi } from "./api/audience.ts";
import { exports } from "./api/export.ts";
import { feeds } from "./api/feeds.ts";
import { filesApi } from "./api/files.ts";
import { imports } from "./api/import.ts";
import { apiKeys } from "./api/keys.ts";
import { listOfArticles } from "./api/list-articles.ts";
import { logApi } from "./api/log.ts";
import { partners } from "./api/partners.ts";
import { people } from "./api/people.ts";
import { proofreadApi } from "./api/proofread.ts";
import { redirects } from "./api/redirects.ts";
import { revisions } from "./api/revisions.ts";
import { aboutSite } from "./api/site.ts";
import { sourcesApi } from "./api/sources.ts";
import { subscriptionsApi } from "./api/subscriptions.ts";
import { webhooksApi } from "./api/webhooks.ts";
import { AskedAddresses } from "./audience/asked-addresses.ts";
import { audiencePage } from "./audience/page.tsx";
import { desk } from "./desk/desk.tsx";
import { servedFiles } from "./files/served-files.ts";
import { Uploads } from "./files/uploads.ts";
import { health } from "./health.ts";
import type { Home } from "./home.ts";
import { authorize } from "./http/authorize.ts";
import { KnownApiKeys } from "./http/known-api-keys.ts";
import { methodsOf } from "./http/methods.ts";
import { shareBriefly } from "./http/share-briefly.ts";
import { Strangers } from "./http/strangers.ts";
import { hubRoom } from "./hub/room.ts";
import { Ingest } from "./jobs/ingest.ts";
import type { TakeUp } from "./jobs/take-up.ts";
import { openapi } from "./openapi/openapi.tsx";
import { files } from "./pages/files/files.ts";
import { failed, notFound, readablePath } from "./pages/notices.tsx";
import { pages } from "./pages/pages.tsx";
import { ownPages } from "./partner/own-pages.tsx";
import { receipts } from "./partner/receipts.ts";
import { publicKeys } from "./partner/signing-keys.ts";
import { DOCUMENT } from "./poll/documents.ts";
import { leadOn } from "./poll/lead-on.ts";
import { noFeed } from "./poll/missing.ts";
import { proofreadRoom } from "./proofread/room.tsx";
import { Visitors } from "./proofread/visitors.ts";
import { signedCalls } from "./sources/calls/calls.ts";
import { polling } from "./sources/polling.ts";

/**
 * Every path of the public interface that is not polled, each with the room that answers it.
 *
 * @param app what these are added to: its own paths come first
 */
export function rooms(home: Home, catalog: Catalog, counts: AudienceCounts, takeUp: TakeUp, app = new Hono()): Hono {
  const ingest = new Ingest(home, catalog, takeUp);
  const strangers = new Strangers(home, "token");
  const poll = polling({ home, catalog, ingest });
  const asked = new AskedAddresses(home);
  const visitors = new Visitors(home);
  const uploads = new Uploads(home, catalog);
  app.use(shareBriefly);
  app.use(readablePath(home, catalog));
  app.use(
    "/api/sources/:name",
    signedCalls({ home, catalog, ingest, strangers: new Strangers(home, "signature"), poll }),
  );
  // What the interface is, anybody may know.
  app.route(
    "/api",
    openapi(home, catalog, () => app.routes),
  );
  const door = authorize({ secrets: home.secrets, keys: new KnownApiKeys(home), strangers });
  app.route("/api/proofread", proofreadApi({ home, catalog, visitors }, door));
  app.use("/api/*", door);
  app.route("/api/articles", receipts(home, catalog));
  app.route("/api/articles", listOfArticles(home, catalog));
  app.route("/api/articles", articles(home, ingest));
  app.route("/api/articles", revisions(home, ingest));
  app.route("/api/feeds", feeds(home, catalog, takeUp));
  app.route("/api/partners", partners(home, catalog));
  app.route("/api/audience", audienceApi(home, catalog, counts));
  app.route("/api/sources", sourcesApi(home, catalog, poll));
  app.route("/api/webhooks", webhooksApi(home, catalog));
  app.route("/api/subscriptions", subscriptionsApi(home));
  app.route("/api/keys", apiKeys(home));
  app.route("/api/people", people(home, catalog));
  app.route("/api/redirects", redirects(home, catalog, asked));
  app.route("/api/log", logApi(home));
  app.route("/api/files", filesApi(uploads));
  app.route("/api/export", exports(home, catalog));
  app.route("/api/import", imports(home, catalog, takeUp));
  app.route("/api/site", aboutSite(catalog));
  app.route("/.well-known/wireproof-keys.json", publicKeys(home));
  app.route("/files", servedFiles(home));
  app.route("/partners", ownPages(home, catalog, new Strangers(home, "key")));
  app.route("/hub", hubRoom(home, catalog));
  app.route("/health", health(home, catalog));
  app.route("/audience", audiencePage(home, catalog));
  app.route("/proofread", proofreadRoom({ home, catalog, visitors }));
  app.route("/desk", desk(home, catalog, { ingest, strangers, poll, asked, visitors, uploads }));
  app.use(leadOn(home, catalog, asked));
  app.all(`/feeds${DOCUMENT}`, noFeed);
  app.route("/", files(home, catalog));
  app.route("/", pages(home, catalog));
  app.notFound((c) => notFound({ home, catalog, c }, methodsOf(app, c.req.path)));
  app.onError((error, c) => failed({ home, catalog, c }, error));
  return app;
}
