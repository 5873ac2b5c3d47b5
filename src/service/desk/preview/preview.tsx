import { type Context, Hono } from "hono";
import { z } from "zod";
import { MAX_URL } from "../../../article/limits.ts";
import { parseArticle } from "../../../article/parse.ts";
import { revise } from "../../../article/revise.ts";
import { toRfc3339 } from "../../../article/time.ts";
import { parseHttpUrl } from "../../../article/url.ts";
import type { Catalog } from "../../../feed/catalog.ts";
import { mintEntryId } from "../../../feed/identity.ts";
import { parseDate } from "../../../import/values/dates.ts";
import type { Home } from "../../home.ts";
import { parseJson } from "../../http/body.ts";
import type { Ingest } from "../../jobs/ingest.ts";
import { previewArticle, previewForPartners } from "../../jobs/preview.ts";
import { listOwners } from "../../store/articles.ts";
import { findDeskArticle } from "../../store/desk.ts";
import { saveShown, shownRevision } from "../articles/actions.tsx";
import { message, show } from "../frame.tsx";
import type { DeskEnv } from "../session.ts";
import { Problems } from "../tables/problems.tsx";
import { type Draft, readDraft } from "./draft.ts";
import { type Pasted, PreviewPage, type Result } from "./preview-page.tsx";

const field = z.string().trim().max(MAX_URL).default("");
const pasteForm = z.object({ text: z.string().default(""), url: field, published: field, section: field });
const storeForm = z.object({ article: z.string(), revision: shownRevision });

/** `/desk/preview`: what would become of an article, before it is stored. */
export function preview(home: Home, catalog: Catalog, ingest: Ingest): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const nothing: Pasted = { text: "", url: "", published: "", section: "" };

  app.get("/", (c) => page(c, nothing));

  app.post("/", async (c) => {
    const form = pasteForm.safeParse(Object.fromEntries(c.get("form")));
    if (!form.success) return page(c, nothing);
    const wrong = faultOf(form.data);
    const draft: Draft = wrong
      ? { status: "unreadable", reason: wrong, decisions: [] }
      : await readDraft(form.data.text, sourceOf(form.data));
    return page(c, form.data, await resultOf(draft));
  });

  /** By the way that PUT takes: what the form says is parsed like anything that comes in. */
  app.post("/store", async (c) => {
    const { site } = catalog;
    const form = storeForm.safeParse(Object.fromEntries(c.get("form")));
    if (!form.success) return message(c, site, 422, "Nothing was stored", <p>The form is not whole.</p>);
    const parsed = parseArticle(parseJson(form.data.article));
    if (parsed.status === "problems")
      return message(c, site, 422, "Nothing was stored", <Problems problems={parsed.problems} />);
    return saveShown(c, { home, site, ingest, article: parsed.article, shown: form.data.revision });
  });

  async function resultOf(draft: Draft): Promise<Result> {
    if (draft.status !== "article") return draft;
    const { article } = draft;
    const found = await findDeskArticle(home.db, article.id);
    const mintedId = mintEntryId(catalog.site, article.id);
    const owners = await listOwners(home.db, [article.guid ?? mintedId]);
    const revised = revise(found, article, {
      now: Date.now(),
      precondition: () => true,
      mintedId,
      ownerOf: (entryId) => owners.get(entryId),
    });
    if (revised.status === "refused") return { ...revised, status: "problems", decisions: draft.decisions };
    const next = "dates" in revised ? revised : found;
    if (!next) throw new Error("what is unchanged is stored already");
    const stored = { entryId: next.entryId, article: next.article, revision: next.revision, ...next.dates };
    const previews = await previewArticle(catalog, stored);
    return { ...draft, found, previews, partners: previewForPartners(catalog, stored) };
  }

  const page = (c: Context<DeskEnv>, pasted: Pasted, result?: Result): Promise<Response> =>
    show(
      c,
      <PreviewPage site={catalog.site} session={c.get("session")} pasted={pasted} result={result} now={Date.now()} />,
    );

  return app;
}

const faultOf = ({ text, url, published }: Pasted): string | undefined => {
  if (text.trim() === "") return "nothing was pasted";
  if (url !== "" && !parseHttpUrl(url)) return "its URL is not an absolute http(s) URL";
  return published !== "" && !parseDate(published) ? "its publication time is no time" : undefined;
};

const sourceOf = ({ url, published, section }: Pasted) => ({
  name: "the pasted text",
  url: parseHttpUrl(url) ?? undefined,
  now: toRfc3339(Date.now()),
  date: parseDate(published) ?? undefined,
  section: section || undefined,
});
