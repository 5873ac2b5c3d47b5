import { Hono } from "hono";
import type { Catalog } from "../../../feed/catalog.ts";
import type { Home } from "../../home.ts";
import { hashWords } from "../../sources/decide.ts";
import { listKnownSources } from "../../sources/known-sources.ts";
import { findArticle } from "../../store/articles.ts";
import { noteDeed } from "../../store/audit.ts";
import { letWordsIn, listKeptOut } from "../../store/source-items.ts";
import { listSourceRefusals } from "../../store/source-refusals.ts";
import { makeDue, readAnew } from "../../store/sources.ts";
import { type Message, showMessage, showPage } from "../frame.tsx";
import { mayDo } from "../may-do.tsx";
import type { DeskEnv } from "../session.ts";
import { SourcePage } from "./source-page.tsx";
import { sourcePath } from "./source-trouble.tsx";
import { SourcesPage } from "./sources-page.tsx";

/** Stories that are shown whose source's words are kept out: as many as one looks through. */
const MAX_KEPT_OUT = 100;

const NO_SUCH_SOURCE: Message = { status: 404, title: "No such source", why: <p>No source has this name.</p> };
const NOT_OF_IT: Message = { status: 404, title: "Not of this source", why: <p>The story is not of this source.</p> };

/** `/desk/sources`: where stories come from that stay in another system. */
export function sourcePages(home: Home, catalog: Catalog, poll: () => Promise<void>): Hono<DeskEnv> {
  const { site } = catalog;
  const app = new Hono<DeskEnv>();

  app.get("/", mayDo(site, "sources:read"), async (c) => {
    const list = await listKnownSources(home.db, catalog);
    return showPage(c, <SourcesPage site={site} session={c.get("session")} list={list} now={Date.now()} />);
  });

  app.get("/:name", mayDo(site, "sources:read"), async (c) => {
    const name = c.req.param("name");
    const known = (await listKnownSources(home.db, catalog)).find(({ source }) => source.name === name);
    if (!known) return showMessage(c, site, NO_SUCH_SOURCE);
    const [refusals, keptOut] = await Promise.all([
      listSourceRefusals(home.db, name),
      listKeptOut(home.db, name, MAX_KEPT_OUT),
    ]);
    const session = c.get("session");
    return showPage(c, <SourcePage {...{ site, session, known, refusals, keptOut }} now={Date.now()} />);
  });

  app.post("/:name/poll", mayDo(site, "sources"), async (c) => {
    const name = c.req.param("name");
    if (!catalog.sources.has(name)) return showMessage(c, site, NO_SUCH_SOURCE);
    const now = Date.now();
    if (await makeDue(home.db, name, now))
      await noteDeed(home.db, c.get("actor"), { action: "source.asked", subject: { kind: "source", id: name } }, now);
    home.afterAnswer(poll());
    return c.redirect(sourcePath(site, name), 303);
  });

  app.post("/:name/let-in", mayDo(site, "sources"), async (c) => {
    const name = c.req.param("name");
    if (!catalog.sources.has(name)) return showMessage(c, site, NO_SUCH_SOURCE);
    const id = c.get("form").get("id") ?? "";
    const found = await findArticle(home.db, id);
    if (!found || !(await letWordsIn(home.db, name, id, hashWords(found.article))))
      return showMessage(c, site, NOT_OF_IT);
    const now = Date.now();
    const deed = { action: "source.let-in", subject: { kind: "source", id: name }, detail: { article: id } } as const;
    await noteDeed(home.db, c.get("actor"), deed, now);
    await readAnew(home.db, name, now);
    home.afterAnswer(poll());
    return c.redirect(sourcePath(site, name), 303);
  });

  return app;
}
