import { beforeEach, describe, expect, it, vi } from "vitest";
import { parseCatalog } from "../../../src/feed/catalog.ts";
import type { Definition } from "../../../src/feed/definition.ts";
import { nextArchiveStep } from "../../../src/service/jobs/archive.ts";
import { Copies } from "../../../src/service/jobs/copies.ts";
import type { Publisher } from "../../../src/service/jobs/publisher.ts";
import { takingUp } from "../../../src/service/jobs/take-up.ts";
import { archiveShelf } from "../../../src/service/poll/shelf.ts";
import { findPage } from "../../../src/service/store/archives.ts";
import { type FeedState, findFeedState } from "../../../src/service/store/feeds.ts";
import { HeldArticles } from "../../../src/service/store/held-articles.ts";
import { SITE } from "../../site.ts";
import { homeOn } from "../newsroom.ts";
import { emptyStore, insertArticle, insertMembership, parsed, select } from "../store/rows.ts";

const catalog = parseCatalog(SITE, [{ slug: "all", title: "All", description: "All", entries: 2 }]);
const PUBLISHED = Date.parse("2026-03-01T08:00:00Z");

let definition: Definition;
let publisher: Publisher;
/** What was told to have become current. */
let superseded: [key: string, number: number][];

beforeEach(async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  await emptyStore();
  const found = catalog.all.get("all");
  if (!found) throw new Error("no definition");
  definition = found;
  const home = homeOn();
  superseded = [];
  const confirm = (key: string, { number }: { number: number }) => void superseded.push([key, number]);
  publisher = { home, catalog, copies: new Copies({ confirm }, home), held: new HeldArticles() };
  await takingUp(home, catalog)();
  return () => vi.restoreAllMocks();
});

async function state(): Promise<FeedState> {
  const found = await findFeedState(publisher.home.db, "all");
  if (!found) throw new Error("no feed");
  return found;
}

/** Takes the archive's next step, whatever it is; false: there is none. */
async function step(more: Partial<FeedState> = {}): Promise<boolean> {
  const next = nextArchiveStep({ ...(await state()), ...more });
  await next?.(publisher, definition);
  return next !== null;
}

async function put(id: string, title = `Title of ${id}`): Promise<void> {
  const body = JSON.stringify({ ...parsed(id), title });
  await insertArticle(publisher.home.db, id, { body, published: PUBLISHED, updated: PUBLISHED });
  await insertMembership(publisher.home.db, "all", id, { updated: PUBLISHED, visible_from: PUBLISHED });
}

async function pageText(page = 1): Promise<string | null> {
  const { db } = publisher.home;
  const shelf = archiveShelf("all", page);
  const version = (await findPage(db, "all", page))?.version ?? 0;
  const bytes = await shelf.findBytes(db, version, { format: "json", coding: "identity" });
  return bytes && new TextDecoder().decode(bytes);
}

describe("an archive's next step", () => {
  it("is a page for what has no room elsewhere, then its documents, then the link to it, then none", async () => {
    for (const id of ["a", "b", "c"]) await put(id);
    await step({ overflows: 1 });
    expect(await state()).toMatchObject({ pages: 1, stale_page: 1, linked: 0 });
    await step();
    expect(await state()).toMatchObject({ stale_page: null, unpublished_page: null, linked: 0 });
    expect(superseded).toEqual([["all/archive/1", 1]]);
    const { changed } = await state();
    await step();
    expect(await state()).toMatchObject({ linked: 1, changed: changed + 1 });
    expect(await step()).toBe(false);
  });

  it("links no page before all that come before it are published", async () => {
    for (const id of ["a", "b", "c", "d"]) await put(id);
    await step({ overflows: 1 });
    await step({ overflows: 1 });
    expect(await step({ stale_page: null, unpublished_page: 1 })).toBe(false);
    await step({ stale_page: null, unpublished_page: 2 });
    expect(await state()).toMatchObject({ pages: 2, linked: 1 });
  });
});

describe("a page", () => {
  beforeEach(async () => {
    for (const id of ["a", "b"]) await put(id);
    await step({ overflows: 1 });
    await step();
  });

  it("holds its articles in all formats, and says that it is an archive (RFC 5005 §4)", async () => {
    expect(await pageText()).toMatch(/Title of b.*Title of a/s);
    const { db } = publisher.home;
    const text = async (format: "rss" | "atom") => {
      const bytes = await archiveShelf("all", 1).findBytes(db, 1, { format, coding: "identity" });
      return new TextDecoder().decode(bytes ?? new Uint8Array());
    };
    for (const format of ["rss", "atom"] as const) expect(await text(format)).toContain("<fh:archive/>");
  });

  const touch = () => publisher.home.db.prepare("UPDATE archive SET changed = changed + 1").run();
  const versions = () =>
    select(publisher.home.db, "SELECT version, changed - composed AS behind, refusal FROM archive");

  it("of the same bytes is no new version", async () => {
    await touch();
    await step();
    expect(await versions()).toEqual([{ version: 1, behind: 0, refusal: null }]);
    expect(superseded).toHaveLength(1);
  });

  it("is a new version where one of its articles has changed", async () => {
    await publisher.home.db.prepare("UPDATE revision SET body = json_set(body, '$.title', 'Mended')").run();
    await touch();
    await step();
    expect(await versions()).toEqual([{ version: 2, behind: 0, refusal: null }]);
    expect(await pageText()).toContain("Mended");
    expect(superseded).toEqual([
      ["all/archive/1", 1],
      ["all/archive/1", 2],
    ]);
  });

  it("leaves out what does not read right, until it does, and says so", async () => {
    const retitle = (title: string) =>
      publisher.home.db
        .prepare("UPDATE revision SET body = json_set(body, '$.title', ?) WHERE article_id = 'a'")
        .bind(title)
        .run();
    await retitle("Bad \u0001 title");
    await touch();
    await step();
    const text = await pageText();
    expect([text?.includes("Title of b"), text?.includes("Bad")]).toEqual([true, false]);
    expect(await versions()).toEqual([{ version: 2, behind: 0, refusal: expect.stringContaining("well-formed") }]);
    await retitle("Good title");
    await touch();
    await step();
    expect(await versions()).toEqual([{ version: 3, behind: 0, refusal: null }]);
    expect(await pageText()).toContain("Good title");
  });

  it("of which nothing may be seen any more is a page without entries: what was taken back does not stay", async () => {
    await publisher.home.db.prepare("UPDATE membership SET visible_until = 1").run();
    await touch();
    await step();
    const text = (await pageText()) ?? "";
    expect((JSON.parse(text) as { items: unknown[] }).items).toEqual([]);
  });
});
