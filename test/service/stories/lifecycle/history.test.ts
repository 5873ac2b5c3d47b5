import { beforeEach, describe, expect, it } from "vitest";
import { EDITION_DAYS, pruneHistory, REVISION_DAYS } from "../../../../src/service/store/history.ts";
import { here } from "../../../homes/here.ts";
import { SITE } from "../../../site.ts";
import { article, FEEDS, type Newsroom, newsroom } from "../../newsroom.ts";

let desk: Newsroom;
beforeEach(async () => {
  desk = await newsroom();
});

interface Revisions {
  entry_id: string;
  revisions: { revision: number; significant: boolean; changes: unknown[]; served: Record<string, unknown>[] }[];
}
const revisions = async (id: string) =>
  (await (await desk.request("GET", `/api/articles/${id}/revisions`)).json()) as Revisions;
const first = article("a", { section: "Politics" });

describe("the history of an article", () => {
  it("has every revision, what changed field by field, and the editions it was served in", async () => {
    await desk.put(first);
    await desk.publish();
    await desk.put({ ...first, title: "Another title", section: "Sport" });
    await desk.publish();
    await desk.put({ ...first, title: "Another title", section: "Sport", content_html: "<p><b>Text</b>  of a.</p>" });
    const { revisions: list } = await revisions("a");
    expect(list.map(({ revision, significant, changes }) => ({ revision, significant, changes }))).toEqual([
      {
        revision: 3,
        significant: false,
        changes: [{ path: "/content_html", before: "<p>Text of a.</p>", after: "<p><b>Text</b>  of a.</p>" }],
      },
      {
        revision: 2,
        significant: true,
        changes: [
          { path: "/title", before: "Title of a", after: "Another title" },
          { path: "/section", before: "Politics", after: "Sport" },
        ],
      },
      { revision: 1, significant: true, changes: expect.arrayContaining([{ path: "/title", after: "Title of a" }]) },
    ]);
    expect(list[0]?.served).toEqual([]);
    expect(list[1]?.served).toEqual([
      { feed: "all", from_edition: 2, from: expect.any(String) },
      { feed: "sport", from_edition: 2, from: expect.any(String) },
    ]);
    expect(list[2]?.served).toEqual([
      { feed: "all", from_edition: 1, from: expect.any(String), to_edition: 1, until: expect.any(String) },
      { feed: "politics", from_edition: 1, from: expect.any(String), to_edition: 1, until: expect.any(String) },
    ]);
  });

  it("is served in pages, and refuses what is no revision", async () => {
    for (let n = 1; n <= 23; n += 1) await desk.put({ ...first, title: `Title ${n}` });
    const page = (await (await desk.request("GET", "/api/articles/a/revisions")).json()) as Revisions & {
      next: string;
    };
    expect(page.revisions.map(({ revision }) => revision)).toEqual(Array.from({ length: 20 }, (_, n) => 23 - n));
    const rest = (await (await desk.request("GET", page.next)).json()) as Revisions & { next?: string };
    expect([rest.revisions.map(({ revision }) => revision), rest.next]).toEqual([[3, 2, 1], undefined]);
    expect((await desk.request("GET", "/api/articles/a/revisions?up_to=x")).status).toBe(422);
    expect((await desk.request("GET", "/api/articles/nothing/revisions")).status).toBe(404);
  });

  it("restores a revision as a new one", async () => {
    await desk.put(first);
    await desk.put({ ...first, title: "Worse" });
    const restored = await desk.request("POST", "/api/articles/a/revisions/1/restore");
    expect(await restored.json()).toMatchObject({ status: "changed", revision: 3 });
    expect(await (await desk.request("GET", "/api/articles/a")).json()).toMatchObject({ title: "Title of a" });
    expect((await desk.request("POST", "/api/articles/a/revisions/9/restore")).status).toBe(404);
    expect((await desk.request("POST", "/api/articles/a/revisions/x/restore")).status).toBe(404);
  });

  it("goes when it is old, but for what is current", async () => {
    await desk.put(first);
    await desk.publish();
    await desk.put({ ...first, title: "New" });
    await desk.publish();
    const later = Date.now() + (Math.max(REVISION_DAYS, EDITION_DAYS) + 1) * 86_400_000;
    await pruneHistory(here.db, later);
    expect((await revisions("a")).revisions.map(({ revision, served }) => [revision, served.length])).toEqual([[2, 2]]);
    const { editions } = (await (await desk.request("GET", "/api/feeds/all/editions")).json()) as {
      editions: unknown[];
    };
    expect(editions).toHaveLength(1);
    expect(await desk.document("/feeds/all.rss")).toContain("New");
  });
});

describe("the history of a feed", () => {
  it("has each edition with what it brought, and each refusal with its reason", async () => {
    await desk.put(first);
    await desk.put(article("b"));
    await desk.publish();
    await desk.put({ ...first, title: "New" });
    await desk.put(article("b", { status: "withheld" }));
    await desk.put(article("c"));
    await desk.publish();
    const id = (name: string) => `tag:gazette.example,2026:${name}`;
    await here.db
      .prepare("UPDATE revision SET body = json_set(body, '$.title', 'A bad title \u0001') WHERE article_id = 'c'")
      .run();
    await desk.put(article("d"));
    await desk.publish();
    const answer = (await (await desk.request("GET", "/api/feeds/all/editions")).json()) as { editions: unknown[] };
    expect(answer.editions).toEqual([
      {
        outcome: "refused",
        at: expect.any(String),
        current: 2,
        discrepancies: expect.arrayContaining([expect.objectContaining({ field: "well-formed" })]),
      },
      {
        outcome: "verified",
        edition: 2,
        at: expect.any(String),
        entries: 2,
        added: [id("c")],
        changed: [id("a")],
        removed: [id("b")],
      },
      {
        outcome: "verified",
        edition: 1,
        at: expect.any(String),
        entries: 2,
        added: [id("b"), id("a")],
        changed: [],
        removed: [],
      },
    ]);
    expect((await desk.request("GET", "/api/feeds/nothing/editions")).status).toBe(404);
    expect((await desk.request("GET", "/api/feeds/all/editions?before=soon")).status).toBe(422);
  });
});

describe("two desks", () => {
  it("do not overwrite each other (RFC 9110 §13.1.1)", async () => {
    const put = (body: object, headers: Record<string, string>) =>
      desk.request("PUT", "/api/articles/a", body, headers);
    const { id: _, ...body } = first;
    expect((await put(body, { "if-match": '"1"' })).status).toBe(412);
    expect((await put(body, { "if-none-match": "*" })).status).toBe(201);
    expect((await put(body, { "if-none-match": "*" })).status).toBe(412);
    const changed = await put({ ...body, title: "Mine" }, { "if-match": '"1"' });
    expect([changed.status, changed.headers.get("etag")]).toEqual([200, '"2"']);
    const late = await put({ ...body, title: "Theirs" }, { "if-match": '"1"' });
    expect([late.status, late.headers.get("etag"), late.headers.get("content-type")]).toEqual([
      412,
      '"2"',
      "application/problem+json",
    ]);
    expect((await desk.request("DELETE", "/api/articles/a", undefined, { "if-match": '"1"' })).status).toBe(412);
    expect((await desk.request("DELETE", "/api/articles/a", undefined, { "if-match": '"1", "2"' })).status).toBe(200);
    expect((await put({ ...body, title: "Any" }, { "if-match": "*" })).status).toBe(200);
  });

  it("of which both save at once: one gets 412, whoever it is", async () => {
    await desk.put(first);
    const { id: _, ...body } = first;
    const save = (title: string) => desk.request("PUT", "/api/articles/a", { ...body, title }, { "if-match": '"1"' });
    const statuses = (await Promise.all([save("one"), save("two"), save("three")])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 412, 412]);
  });
});

describe("an entry's id", () => {
  it("stays byte for byte, whatever becomes of its article", async () => {
    const ids = async () => (await desk.items("all")).map(({ id }) => id);
    await desk.put(first);
    await desk.put(article("old", { guid: "http://old.example/?p=7" }));
    await desk.publish();
    const minted = await ids();
    expect(minted).toEqual(["http://old.example/?p=7", "tag:gazette.example,2026:a"]);
    await desk.put({ ...first, title: "Renamed", url: "https://gazette.example/elsewhere", section: "Sport" });
    await desk.put(article("old", { guid: "http://old.example/?p=7", title: "Imported again" }));
    await desk.publish();
    expect((await ids()).sort()).toEqual([...minted].sort());
    // Another address for the service, another for the newsroom: the masthead's tag is what the ids hold.
    const moved = await newsroom(
      FEEDS,
      { ...SITE, base: "https://other.example", home: "https://new.example/" },
      {},
      { keep: true },
    );
    await moved.sweep();
    expect((await moved.items("all")).map(({ id }) => id).sort()).toEqual([...minted].sort());
    expect(await moved.document("/feeds/all.rss")).toContain("https://other.example/feeds/all.rss");
    const { entry_id } = await revisions("old");
    expect(entry_id).toBe("http://old.example/?p=7");
  });
});
