import { type Context, Hono } from "hono";
import type { Child } from "hono/jsx";
import * as z from "zod";
import { MAX_URL } from "../../../article/limits.ts";
import { parseArticle } from "../../../article/parse.ts";
import { toRfc3339 } from "../../../article/time.ts";
import { parseHttpUrl } from "../../../article/url.ts";
import type { Catalog } from "../../../feed/catalog.ts";
import type { Site } from "../../../feed/definition.ts";
import type { ImportSource } from "../../../import/source.ts";
import { parseDate } from "../../../import/values/dates.ts";
import type { Home } from "../../home.ts";
import { parseJson } from "../../http/body.ts";
import type { Ingest } from "../../jobs/ingest.ts";
import { saveShown, shownRevision } from "../articles/actions.tsx";
import type { DraftAsker } from "../for-writer.ts";
import { showMessage, showPage } from "../frame.tsx";
import { mayDo } from "../may-do.tsx";
import type { DeskEnv } from "../session.ts";
import { Problems } from "../tables/problems.tsx";
import { fatesIn } from "./decisions.tsx";
import { judgeArticle } from "./judge.ts";
import { type PastedDraft, readPasted } from "./pasted-draft.ts";
import { type PasteFields, PreviewPage, type PreviewResult } from "./preview-page.tsx";

const field = z.string().trim().max(MAX_URL).default("");
const pasteForm = z.object({ text: z.string().default(""), url: field, published: field, section: field });
const storeForm = z.object({ article: z.string(), revision: shownRevision });

/** `/desk/preview`: what would become of an article, before it is stored. */
export function preview(home: Home, catalog: Catalog, ingest: Ingest): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const mayDraft = mayDo(catalog.site, "drafts:write");
  const nothing: PasteFields = { text: "", url: "", published: "", section: "", lines: {} };

  app.get("/", mayDraft, (c) => page(c, nothing));

  app.post("/", mayDraft, async (c) => {
    const fields = [...c.get("form")];
    const form = pasteForm.safeParse(Object.fromEntries(fields));
    if (!form.success) return page(c, nothing);
    const pasted: PasteFields = { ...form.data, lines: fatesIn(fields) };
    const wrong = faultOf(pasted);
    const draft: PastedDraft = wrong
      ? { status: "unreadable", reason: wrong, decisions: [] }
      : await readPasted(pasted.text, sourceOf(pasted, catalog.site));
    return page(c, pasted, await resultOf(draft, c.var));
  });

  /** Stores by the way that PUT takes: what the form says is parsed like anything that comes in. */
  app.post("/store", mayDo(catalog.site, "articles:write"), async (c) => {
    const { site } = catalog;
    const form = storeForm.safeParse(Object.fromEntries(c.get("form")));
    if (!form.success) return notStored(c, <p>The form is not whole.</p>);
    const parsed = parseArticle(parseJson(form.data.article));
    if (parsed.status === "problems") return notStored(c, <Problems problems={parsed.problems} />);
    return saveShown(c, { home, site, ingest, article: parsed.article, shown: form.data.revision });
  });

  /** What feeds would make of a draft, decided as a save would decide it. */
  async function resultOf(draft: PastedDraft, asker: DraftAsker): Promise<PreviewResult> {
    if (draft.status !== "article") return draft;
    const judged = await judgeArticle(home, catalog, draft.article, asker);
    return judged.status === "problems" ? { ...judged, decisions: draft.decisions } : { ...draft, ...judged };
  }

  const notStored = (c: Context<DeskEnv>, why: Child): Promise<Response> =>
    showMessage(c, catalog.site, { status: 422, title: "Nothing was stored", why });

  const page = (c: Context<DeskEnv>, pasted: PasteFields, result?: PreviewResult): Promise<Response> =>
    showPage(
      c,
      <PreviewPage site={catalog.site} session={c.get("session")} pasted={pasted} result={result} now={Date.now()} />,
    );

  return app;
}

/** Why there is no use in reading what was pasted; undefined where there is none. */
const faultOf = ({ text, url, published }: PasteFields): string | undefined => {
  if (text.trim() === "") return "nothing was pasted";
  if (url !== "" && !parseHttpUrl(url)) return "its URL is not an absolute http(s) URL";
  return published !== "" && !parseDate(published) ? "its publication time is no time" : undefined;
};

/** Where the text came from, as the importers ask: its form says what the text itself may not. */
const sourceOf = ({ url, published, section, lines }: PasteFields, { home, zone }: Site): ImportSource => ({
  name: "the pasted text",
  url: parseHttpUrl(url) ?? undefined,
  now: toRfc3339(Date.now()),
  date: parseDate(published, zone) ?? undefined,
  section: section || undefined,
  home,
  zone,
  lines,
});
