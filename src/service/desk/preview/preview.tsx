import { type Context, Hono } from "hono";
import { z } from "zod";
import { firstDates, nextDates } from "../../../article/dates.ts";
import { MAX_URL } from "../../../article/limits.ts";
import { parseArticle } from "../../../article/parse.ts";
import { toRfc3339 } from "../../../article/time.ts";
import { parseHttpUrl } from "../../../article/url.ts";
import { mintEntryId } from "../../../feed/identity.ts";
import { parseDate } from "../../../import/values/dates.ts";
import type { Catalogs } from "../../catalog.ts";
import { parseJson } from "../../http/body.ts";
import { previewArticle, previewForPartners } from "../../jobs/preview.ts";
import { identityProblem } from "../../store/articles.ts";
import { findDeskArticle, listOwners } from "../../store/desk.ts";
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
export function preview(catalogs: Catalogs): Hono<DeskEnv> {
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
    return page(c, form.data, await resultOf(c, draft));
  });

  /** By the way that PUT takes: what the form says is parsed like anything that comes in. */
  app.post("/store", async (c) => {
    const { site } = catalogs.get(c.env);
    const form = storeForm.safeParse(Object.fromEntries(c.get("form")));
    if (!form.success) return message(c, site, 422, "Nothing was stored", <p>The form is not whole.</p>);
    const parsed = parseArticle(parseJson(form.data.article));
    if (parsed.status === "problems")
      return message(c, site, 422, "Nothing was stored", <Problems problems={parsed.problems} />);
    return saveShown(catalogs, c, parsed.article, form.data.revision);
  });

  async function resultOf(c: Context<DeskEnv>, draft: Draft): Promise<Result> {
    if (draft.status !== "article") return draft;
    const catalog = catalogs.get(c.env);
    const { article } = draft;
    const { minor = false, ...content } = article;
    const now = Date.now();
    const found = await findDeskArticle(c.env.DB, article.id);
    const entryId = found?.entryId ?? article.guid ?? mintEntryId(catalog.site, article.id);
    const owners = await listOwners(c.env.DB, [entryId]);
    const problem = identityProblem(content, entryId, found ? { entry_id: entryId } : undefined, owners);
    if (problem) return { status: "problems", problems: [problem], decisions: draft.decisions };
    const dates = found
      ? nextDates(found.dates, { old: found.article, article: content, minor }, now)
      : firstDates(content, now);
    const stored = { entryId, article: content, revision: (found?.revision ?? 0) + 1, ...dates };
    const previews = await previewArticle(catalog, stored);
    return { ...draft, found, previews, partners: previewForPartners(catalog, stored) };
  }

  const page = (c: Context<DeskEnv>, pasted: Pasted, result?: Result): Promise<Response> =>
    show(
      c,
      <PreviewPage
        site={catalogs.get(c.env).site}
        session={c.get("session")}
        pasted={pasted}
        result={result}
        now={Date.now()}
      />,
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
