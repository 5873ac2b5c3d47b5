import { Hono } from "hono";
import type { Catalog } from "../../feed/catalog.ts";
import type { Home } from "../home.ts";
import type { SignedEnv } from "../http/authorize.ts";
import { need } from "../http/need.ts";
import { NO_STORE } from "../http/no-store.ts";
import { problem } from "../http/problem.ts";
import { describeSource } from "../sources/describe-source.ts";
import { listKnownSources } from "../sources/known-sources.ts";
import { listKeptOut } from "../store/source-items.ts";
import { listSourceRefusals } from "../store/source-refusals.ts";
import { makeDue } from "../store/sources.ts";
import { toIso } from "./to-iso.ts";

/** Stories in one answer whose source's words are kept out. */
const MAX_KEPT_OUT = 100;

/** `/api/sources`: where articles come from that stay in another system, and how each is doing. */
export function sourcesApi(home: Home, catalog: Catalog, poll: () => Promise<void>): Hono<SignedEnv> {
  const app = new Hono<SignedEnv>();

  app.get("/", need("sources:read"), async (c) => {
    const known = await listKnownSources(home.db, catalog);
    return c.json({ sources: known.map(describeSource) }, 200, NO_STORE);
  });

  app.get("/:name", need("sources:read"), async (c) => {
    const name = c.req.param("name");
    const known = (await listKnownSources(home.db, catalog)).find(({ source }) => source.name === name);
    if (!known) return noSource();
    const [refusals, keptOut] = await Promise.all([
      listSourceRefusals(home.db, name),
      listKeptOut(home.db, name, MAX_KEPT_OUT),
    ]);
    const body = {
      ...describeSource(known),
      refusals: refusals.map(({ at, ...refusal }) => ({ ...refusal, at: toIso(at) })),
      kept_out: keptOut.map(({ article_id, kept_out_at }) => ({ id: article_id, since: toIso(kept_out_at ?? 0) })),
    };
    return c.json(body, 200, NO_STORE);
  });

  /** With the token, whoever wants may have a source asked now. */
  app.post("/:name", need("sources"), async (c) => {
    const name = c.req.param("name");
    if (!catalog.sources.has(name)) return noSource();
    // One that nobody has taken up yet is due in any case.
    await listKnownSources(home.db, catalog);
    if (!(await makeDue(home.db, name, Date.now())))
      return problem(409, "The source is never asked: it calls itself, with a signature.");
    home.afterAnswer(poll());
    return c.json({ status: "asked", source: name, created: 0, changed: 0, taken_back: 0 }, 202, NO_STORE);
  });

  return app;
}

const noSource = (): Response => problem(404, "No source has this name.");
