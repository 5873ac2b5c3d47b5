import { type Context, Hono } from "hono";
import type { Catalog } from "../feed/catalog.ts";
import { isPrivateHost } from "../partner/address.ts";
import { desk } from "./desk/desk.tsx";
import { type DeskEnv, findSession } from "./desk/session.ts";
import { Uploads } from "./files/uploads.ts";
import type { Home } from "./home.ts";
import { authorize } from "./http/authorize.ts";
import { NO_STORE } from "./http/no-store.ts";
import { Strangers } from "./http/strangers.ts";
import { Ingest } from "./jobs/ingest.ts";
import { log } from "./log.ts";
import { files } from "./pages/files/files.ts";
import { STYLE_PATH } from "./pages/frame/style.ts";
import { failed, turnAway } from "./pages/notices.tsx";
import { Visitors } from "./proofread/visitors.ts";
import type { Service } from "./service.ts";
import { saveBase } from "./store/base.ts";

/**
 * What the service answers while it is not known where readers reach it. The first request that is let in, with the publish token or from
 * the desk, and that came by a public address, has its origin taken for the service's own, for good: whoever has the token says where it
 * is, and nobody else's Host header counts. Everybody else is told to wait.
 *
 * @param find the service, where there is an address by now
 */
export function unaddressed(home: Home, catalog: Catalog, { find, startAt }: Addressed): Hono<DeskEnv> {
  const strangers = new Strangers(home, "token");
  const ingest = new Ingest(home, catalog, async () => undefined);
  const sheets = files(home, catalog);
  const app = new Hono<DeskEnv>();

  const letIn = async (c: Context<DeskEnv>): Promise<Response> => {
    const { protocol, hostname, origin } = new URL(c.req.url);
    if (protocol !== "https:" || isPrivateHost(hostname)) return turnAway({ home, catalog, c }, NOT_PUBLIC);
    const base = await saveBase(home.db, origin);
    log("address taken", { base, path: c.req.path });
    return startAt(base).fetch(c.req.raw);
  };

  app.use(async (c, next) => {
    const found = await find();
    return found ? found.fetch(c.req.raw) : next();
  });
  app.use("/api/*", authorize({ secrets: home.secrets, strangers }), letIn);
  app.use("/desk/*", async (c, next) => ((await findSession(c, home)) ? letIn(c) : next()));
  // Whoever has no session gets no further than to the sign-in.
  const parts = { ingest, strangers, asked: { flush: nothing }, poll: nothing };
  const [visitors, uploads] = [new Visitors(home), new Uploads(home, catalog)];
  app.route("/desk", desk(home, catalog, { ...parts, visitors, uploads }));
  app.get(STYLE_PATH, (c) => sheets.fetch(c.req.raw));
  app.get("/health", (c) =>
    c.json({ status: "down", store: "ok", reason: "no address", detail: NO_ADDRESS }, 503, NO_STORE),
  );
  app.notFound((c) => turnAway({ home, catalog, c }, NOT_YET));
  app.onError((error, c) => failed({ home, catalog, c }, error));
  return app;
}

const nothing = async (): Promise<void> => undefined;

interface Addressed {
  find(): Promise<Answering | undefined>;
  startAt(base: string): Answering;
}

type Answering = Pick<Service, "fetch">;

const NO_ADDRESS =
  "The service does not know yet where readers reach it: it takes the address at which somebody signs in at /desk, or sends the publish token to /api.";

const NOT_YET = {
  status: 503,
  title: "Not set up yet",
  text: NO_ADDRESS,
  headers: { ...NO_STORE, "retry-after": "60" },
} as const;

const NOT_PUBLIC = {
  status: 503,
  title: "No public address",
  text: "The service does not know yet where readers reach it, and this is not it: come by https, at a public name, or set BASE_URL.",
  headers: NO_STORE,
} as const;
