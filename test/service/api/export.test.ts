import { beforeEach, describe, expect, it } from "vitest";
import { article, homeOn, type Newsroom, newsroom } from "../newsroom.ts";
import { exported, linesOf } from "./moving.ts";

let desk: Newsroom;
beforeEach(async () => {
  desk = await newsroom();
});

const RFC3339 = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

describe("GET /api/export", () => {
  it("has the masthead, the definitions, and its end, where nothing is stored", async () => {
    const lines = linesOf(await exported(desk));
    expect(lines.map(({ type }) => type)).toEqual(["export", "site", "feed", "feed", "feed", "end"]);
    expect(lines[0]).toEqual({ type: "export", version: 1 });
    expect(lines[2]).toMatchObject({ definition: { slug: "all", title: "Everything", entries: 10 } });
  });

  it("has each article with all its revisions, the newest first, and what outlives them", async () => {
    const first = article("a", { section: "Politics", guid: "http://old.example/?p=7" });
    await desk.put(first);
    await desk.put({ ...first, title: "Another" });
    const line = linesOf(await exported(desk)).find(({ type }) => type === "article");
    const stored = { ...first, authors: [], tags: [], images: [], attachments: [], corrections: [], status: "usable" };
    const published_at = first.published_at.replace(".000", "");
    expect(line).toEqual({
      ...{ type: "article", id: "a", entry_id: "http://old.example/?p=7", revision: 2 },
      ...{ published: RFC3339, updated: RFC3339, public: true },
      revisions: [
        { revision: 2, stored_at: RFC3339, updated: RFC3339, article: { ...stored, published_at, title: "Another" } },
        {
          ...{ revision: 1, stored_at: RFC3339, updated: RFC3339, superseded_at: RFC3339 },
          article: { ...stored, published_at },
        },
      ],
    });
  });

  it("has partners with the hashes of their keys, and no key", async () => {
    await desk.request("POST", "/api/partners", { slug: "radio", name: "Radio" });
    const { key, id } = (await (await desk.request("POST", "/api/partners/radio/keys", { label: "Desk" })).json()) as {
      key: string;
      id: string;
    };
    const text = await exported(desk);
    expect(text).not.toContain(key.slice(-43));
    expect(linesOf(text).find(({ type }) => type === "partner")).toEqual({
      ...{ type: "partner", slug: "radio", name: "Radio", status: "active", key_in_url: false },
      ...{ requests_per_minute: 60, bytes_per_day: 300_000_000 },
      keys: [{ id, hash: expect.stringMatching(/^[0-9a-f]{64}$/), label: "Desk", created_at: RFC3339 }],
    });
  });

  it("has families, and their values before the articles, over as many answers as it takes", async () => {
    desk = await newsroom([{ by: "tag", slug: "tag/{value}", title: "{value}", description: "D" }]);
    await desk.put(article("a", { tags: ["Zürich"] }));
    const lines = linesOf(await exported(desk));
    expect(lines.map(({ type }) => type)).toEqual(["export", "site", "family", "value", "article", "end"]);
    expect(lines[2]).toMatchObject({ definition: { by: ["tag"], slug: "tag" } });
    expect(lines[3]).toEqual({ type: "value", slug: "tag/zurich", family: "tag", labels: ["Zürich"], edition: 0 });
    const rest = await (await desk.request("GET", "/api/export?after_value=tag%2Fa")).text();
    expect(linesOf(rest).map(({ type }) => type)).toEqual(["value", "article", "end"]);
    expect(linesOf(await (await desk.request("GET", "/api/export?after_value=tag%2Fzz")).text())).toHaveLength(2);
  });

  it("goes on over pages, with lines that a store takes: an article of many long revisions has several", async () => {
    for (const id of ["a", "b"]) for (let n = 1; n <= 7; n += 1) await desk.put(article(id, { title: `${id} ${n}` }));
    const long = `<p>${"é ".repeat(150_000)}</p>`;
    await homeOn().db.prepare("UPDATE revision SET body = json_set(body, '$.content_html', ?)").bind(long).run();
    for (let n = 1; n <= 120; n += 1) await desk.put(article(`short-${n}`));
    const text = await exported(desk);
    const lines = linesOf(text).filter(({ type }) => type === "article") as {
      id: string;
      revision: number;
      revisions: { revision: number }[];
    }[];
    expect(Math.max(...text.split("\n").map((line) => new TextEncoder().encode(line).length))).toBeLessThan(1_500_000);
    const byId = Map.groupBy(lines, ({ id }) => id);
    expect(byId.size).toBe(122);
    for (const id of ["a", "b"]) {
      const own = byId.get(id) ?? [];
      expect(own.length).toBeGreaterThan(1);
      expect(own.every(({ revision }) => revision === 7)).toBe(true);
      expect(own.flatMap(({ revisions }) => revisions.map(({ revision }) => revision))).toEqual([7, 6, 5, 4, 3, 2, 1]);
    }
  });

  it("goes on after an article that is named", async () => {
    for (const id of ["a", "b", "c"]) await desk.put(article(id));
    const rest = await (await desk.request("GET", "/api/export?after=b")).text();
    expect(linesOf(rest).map(({ type, id }) => [type, id])).toEqual([
      ["article", "a"],
      ["end", undefined],
    ]);
  });

  it("asks for the token", async () => {
    expect((await desk.request("GET", "/api/export", undefined, { authorization: "" })).status).toBe(401);
    expect((await desk.request("POST", "/api/import", "{}", { authorization: "" })).status).toBe(401);
  });

  it("reads by indexes alone: nothing is sorted, and no table looked through", async () => {
    const { db } = homeOn();
    const { queriesOf } = await import("./queries.ts");
    await desk.put(article("a"));
    for (const sql of await queriesOf(db)) {
      const { results } = await db
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .bind(...holes(sql))
        .all<{ detail: string }>();
      const plan = results.map(({ detail }) => detail).join("\n");
      expect(plan, sql).not.toMatch(
        /TEMP B-TREE FOR ORDER|SCAN (article|a|m|k|partner_key)\b(?! USING (COVERING )?INDEX)/,
      );
    }
  });
});

const holes = (sql: string): string[] => {
  const count = Math.max(0, ...[...sql.matchAll(/\?(\d*)/g)].map((match, index) => Number(match[1] || index + 1)));
  return Array(count).fill("[]");
};
