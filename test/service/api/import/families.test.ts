import { beforeEach, describe, expect, it } from "vitest";
import type { FeedInput } from "../../../../src/feed/catalog.ts";
import { here } from "../../../homes/here.ts";
import { article, type Newsroom, newsroom } from "../../newsroom.ts";
import { documents, dump, exported, imported, linesOf } from "../moving.ts";

const ALL: FeedInput = { slug: "all", title: "Everything", description: "All the news", entries: 3 };

let desk: Newsroom;

/** Publishes until nothing is left, archives among it. */
async function settle(): Promise<void> {
  await desk.sweep();
  await desk.publish();
}

describe("POST /api/import, with families", () => {
  const FAMILIES: FeedInput[] = [
    ALL,
    { by: "tag", slug: "tag/{value}", title: "{value}", description: "On {value}", entries: 2, least: 2 },
  ];
  const values = async () =>
    (await here.db.prepare("SELECT slug, family, value, labels FROM feed WHERE family IS NOT NULL ORDER BY slug").all())
      .results;
  const poll = (slug: string) => desk.request("GET", `/feeds/${slug}.json`);

  beforeEach(async () => {
    desk = await newsroom(FAMILIES);
  });

  it("keeps each value's address, what is in its feed and in its archive; the second time it changes nothing", async () => {
    // The last one by its id is the first one to come, and an export goes the other way.
    for (const id of ["z1", "z2"]) await desk.put(article(id, { tags: ["C"] }));
    for (let n = 1; n <= 5; n += 1) await desk.put(article(`a${n}`, { tags: ["C++", "Zürich"] }));
    await desk.publish();
    const { slug: hashed } = (await values())[1] as { slug: string };
    expect(hashed).toMatch(/^tag\/c-[0-9a-f]{8}$/);
    for (const slug of ["tag/c", hashed]) expect((await poll(slug)).status).toBe(200);
    for (let n = 0; n < 3; n += 1) await settle();
    await desk.put(article("a6", { tags: ["zürich"] }));
    await settle();
    const slugs = ["tag/c", hashed];
    const [before, shown, had, lines] = [
      await dump(),
      await documents(desk, slugs),
      await values(),
      await exported(desk),
    ];
    expect(Object.keys(shown)).toContain(`${hashed} 1.rss`);

    desk = await newsroom(FAMILIES);
    const results = await imported(desk, lines);
    expect(results.filter(({ status }) => !["created", "unchanged"].includes(status))).toEqual([]);
    expect(results.map(({ line }) => line)).toEqual(linesOf(lines).map((_, index) => index + 1));
    expect(await values()).toEqual(had);
    await settle();
    for (const slug of slugs) expect((await poll(slug)).status).toBe(200);
    await settle();
    expect(await dump()).toEqual(before);
    expect(await documents(desk, slugs)).toEqual(shown);
    const again = await imported(desk, lines);
    expect(new Set(again.map(({ status }) => status))).toEqual(new Set(["unchanged"]));
    expect(await values()).toEqual(had);
  });

  it("lets what had readers there be never nothing here", async () => {
    for (const id of ["a", "b"]) await desk.put(article(id, { tags: ["Lake", "Boats"] }));
    await desk.publish();
    expect((await poll("tag/lake")).status).toBe(200);
    await desk.put(article("a", { tags: [] }));
    await desk.publish();
    const lines = await exported(desk);
    desk = await newsroom(FAMILIES);
    await imported(desk, lines);
    await settle();
    expect((await poll("tag/boats")).status).toBe(404);
    const answer = await poll("tag/lake");
    expect([answer.status, ((await answer.json()) as { items: object[] }).items.length]).toEqual([200, 1]);
  });

  it("leaves a value the address that it has here, and tells it; so it does of families that are none here", async () => {
    for (const id of ["a", "b"]) await desk.put(article(id, { tags: ["C"] }));
    await desk.put(article("c", { tags: ["C++"] }));
    const lines = await exported(desk);
    desk = await newsroom(FAMILIES);
    await desk.put(article("x", { tags: ["C++"] }));
    const had = await values();
    const told = (await imported(desk, lines)).filter(({ type }) => type === "value");
    expect(told.map(({ status, problems }) => [status, problems?.[0]?.path])).toEqual([
      ["different", "/slug"],
      ["different", "/slug"],
    ]);
    expect(await values()).toEqual(expect.arrayContaining(had));
    desk = await newsroom([ALL]);
    const results = await imported(desk, lines);
    expect(results.filter(({ status }) => status === "different").map(({ type }) => type)).toEqual([
      ...["family", "value", "value"],
    ]);
    const forged = await imported(desk, lines.replace(/"labels":\["C"\]/, '"labels":["C\\u0001"]'));
    expect(forged.filter(({ status }) => status === "refused")).toMatchObject([
      { type: "value", problems: [{ path: "/labels/0" }] },
    ]);
  });
});
