import { type Context, Hono } from "hono";
import * as z from "zod";
import { MAX_CAPTION, MAX_LINE } from "../../../article/limits.ts";
import type { Catalog } from "../../../feed/catalog.ts";
import type { Home } from "../../home.ts";
import { findDefinitions } from "../../jobs/definitions.ts";
import type { Ingest } from "../../jobs/ingest.ts";
import { deskPath, type Message, showMessage, showPage } from "../frame.tsx";
import { mayDo } from "../may-do.tsx";
import type { DeskEnv } from "../session.ts";
import { type Chosen, doSeveral, MAX_SEVERAL, readChosen } from "./do-several.ts";
import { listPath } from "./list-filters.tsx";
import { isSeen } from "./seen.ts";
import { RetractSeveralPage, SeveralDonePage } from "./several-pages.tsx";

const deedForm = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["withhold", "release"]) }),
  z.object({ kind: z.literal("retract"), reason: z.string().trim().min(1).max(MAX_CAPTION) }),
  z.object({ kind: z.enum(["tag", "untag"]), tag: z.string().trim().min(1).max(MAX_LINE) }),
]);

/** What an editor does with several stories of the list at once, each as the list has shown it. */
export function severalActions(home: Home, catalog: Catalog, ingest: Ingest): Hono<DeskEnv> {
  const { site } = catalog;
  const app = new Hono<DeskEnv>();

  app.post("/", mayDo(site, "articles:write"), async (c) => {
    const session = c.get("session");
    const form = c.get("form");
    const chosen = chosenIn(form.getAll("article"));
    if (chosen.length === 0) return showMessage(c, site, NONE_CHOSEN);
    if (chosen.length > MAX_SEVERAL) return showMessage(c, site, TOO_MANY);
    const deed = deedForm.safeParse({ kind: form.get("do"), reason: form.get("reason"), tag: form.get("tag") });
    if (deed.success) {
      const outcomes = await doSeveral(home.db, ingest.by(c.get("actor")), chosen, deed.data);
      return showPage(c, <SeveralDonePage {...{ site, session, outcomes }} back={backOf(form)} deed={deed.data} />);
    }
    if (form.get("do") === "retract") return confirm(c, chosen);
    return showMessage(c, site, form.get("do")?.endsWith("tag") ? NO_TAG : NOTHING_TO_DO);
  });

  /** The first of two steps: what will happen, and for which reason. */
  async function confirm(c: Context<DeskEnv>, chosen: Chosen[]): Promise<Response> {
    const form = c.get("form");
    const titled: (Chosen & { title: string })[] = [];
    const stories = new Map<string, number>();
    let seen = 0;
    for await (const { some, known } of readChosen(home.db, chosen))
      for (const one of some) {
        const found = known.get(one.id);
        titled.push({ ...one, title: found?.article.title ?? one.id });
        if (found && isSeen(site, found)) seen += 1;
        for (const feed of found?.feeds ?? []) stories.set(feed, (stories.get(feed) ?? 0) + 1);
      }
    const definitions = await findDefinitions(home.db, catalog, [...stories.keys()]);
    const wasSent = form.has("reason");
    return showPage(
      c,
      <RetractSeveralPage
        site={site}
        session={c.get("session")}
        back={backOf(form)}
        list={form.get("list") ?? ""}
        chosen={titled}
        seen={seen}
        feeds={[...definitions].map(([slug, definition]) => ({ definition, stories: stories.get(slug) ?? 0 }))}
        reason={form.get("reason") ?? undefined}
        wrong={wasSent ? `A reason is needed, of at most ${MAX_CAPTION} characters.` : undefined}
      />,
      wasSent ? 422 : 200,
    );
  }

  /** The list that the stories were chosen from. */
  const backOf = (form: URLSearchParams): string =>
    deskPath(site, listPath(Object.fromEntries(new URLSearchParams(form.get("list") ?? ""))));

  return app;
}

/** What was chosen, each once: a revision and an id. What is neither is left out. */
function chosenIn(values: string[]): Chosen[] {
  const chosen = values.flatMap((value): Chosen[] => {
    const [, revision, id] = /^(\d{1,9}) (.+)$/s.exec(value) ?? [];
    return id === undefined ? [] : [{ id, revision: Number(revision) }];
  });
  return [...new Map(chosen.map((one) => [one.id, one])).values()];
}

const NONE_CHOSEN: Message = {
  status: 422,
  title: "No story was chosen",
  why: <p>Go back, and tick the stories that are meant.</p>,
};
const TOO_MANY: Message = {
  status: 422,
  title: "Too many at once",
  why: <p>{MAX_SEVERAL} stories can be changed at once. Nothing was done.</p>,
};
const NO_TAG: Message = {
  status: 422,
  title: "Which tag?",
  why: <p>Go back, and write the tag, of at most {MAX_LINE} characters. Nothing was done.</p>,
};
const NOTHING_TO_DO: Message = { status: 422, title: "Nothing was done", why: <p>The form is not whole.</p> };
