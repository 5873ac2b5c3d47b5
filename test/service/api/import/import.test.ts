import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { DefinitionInput } from "../../../../src/feed/definition.ts";
import type { Scope } from "../../../../src/people/scopes.ts";
import { SITE } from "../../../site.ts";
import { apiKey } from "../../desk/people/team.ts";
import { article, type Newsroom, newsroom } from "../../newsroom.ts";
import { documents, dump, exported, imported, linesOf } from "../moving.ts";

const FEEDS: DefinitionInput[] = [
  { slug: "all", title: "Everything", description: "All the news", entries: 3 },
  { slug: "wire", title: "Wire", description: "For machines", entries: 3, kind: "wire" },
  { slug: "politics", title: "Politics", description: "Votes", entries: 2, select: { any: [{ section: "Politics" }] } },
  { slug: "radio", title: "Radio", description: "For Radio", access: "partner", partner: "radio" },
];
const SLUGS = ["all", "wire", "politics"];
const HOUR = 3_600_000;

let desk: Newsroom;
beforeEach(async () => {
  desk = await newsroom(FEEDS);
});

const at = (offset: number): string => new Date(Date.now() + offset).toISOString();

/** Publishes until nothing is left, archives among it. */
async function settle(): Promise<void> {
  await desk.sweep();
  await desk.publish();
}

/** What a newsroom may have done in a while. */
async function fill(): Promise<void> {
  const changing = article("changing", { section: "Politics", guid: "http://old.example/?p=7" });
  await desk.put(changing);
  for (let n = 1; n <= 9; n += 1) await desk.put(article(`n${n}`, { section: n % 2 ? "Politics" : "Sport" }));
  await settle();
  await desk.put({ ...changing, title: "Another", tags: ["é", "\u2028", '"quoted"'] });
  await desk.put({ ...changing, title: "Another", corrections: [{ at: at(-HOUR), note: "It was another." }] });
  await desk.put(article("withheld", { status: "withheld" }));
  await desk.put(article("embargoed", { embargo_until: at(HOUR) }));
  await desk.put(article("expiring", { expires_at: at(HOUR) }));
  await desk.put(article("expired", { expires_at: at(-HOUR) }));
  await desk.put(article("licensed", { syndication: { allow: ["radio"], embargo: { radio: at(HOUR) } } }));
  await settle();
  await desk.request("DELETE", "/api/articles/n2?reason=Wrong");
  await desk.request("DELETE", "/api/articles/n9?reason=Wrong");
  await desk.put(article("a".repeat(200), { url: "https://gazette.example/long" }));
  await settle();
}

describe("POST /api/import", () => {
  it("makes nothing that the key could not make otherwise", async () => {
    await desk.put(article("a"));
    await desk.request("POST", "/api/partners", { slug: "radio", name: "Radio" });
    await desk.request("POST", "/api/partners/radio/keys", {});
    const lines = (await exported(desk)).split("\n").filter((line) => /"type":"(?:article|partner)"/.test(line));
    desk = await newsroom(FEEDS);
    const send = async (scopes: Scope[]) => {
      const authorization = `Bearer ${(await apiKey(scopes)).key}`;
      const answer = await desk.request("POST", "/api/import", lines.join("\n"), { authorization });
      return linesOf(await answer.text())
        .map(({ type, id, status }) => [type, id, status].join(" "))
        .sort();
    };
    expect(await send(["export"])).toEqual(["article a refused", "partner radio refused"]);
    expect(await send(["export", "articles:write"])).toEqual(["article a created", "partner radio refused"]);
    expect(await send(["export", "partners"])).toEqual(["article a refused", "partner radio created"]);
    const log = await desk.request("GET", "/api/log?action=partner-key.created");
    expect(await log.json()).toMatchObject({ deeds: [{ actor: { name: "A system" }, detail: { partner: "radio" } }] });
  });

  it("makes an equal store of an export: revisions, ids, dates, notices, partners, keys; and its documents are the same bytes", async () => {
    await fill();
    await desk.request("POST", "/api/partners", { slug: "radio", name: "Radio", key_in_url: true });
    await desk.request("POST", "/api/partners", { slug: "gone", name: "Gone", status: "suspended" });
    const minted = await desk.request("POST", "/api/partners/radio/keys", { label: "Desk", feeds: ["radio"] });
    const { key } = (await minted.json()) as { key: string };
    const other = (await (await desk.request("POST", "/api/partners/radio/keys", { expires_at: at(HOUR) })).json()) as {
      id: string;
    };
    await desk.request("DELETE", `/api/partners/radio/keys/${other.id}`);
    const [before, shown, lines] = [await dump(), await documents(desk, SLUGS), await exported(desk)];
    expect(before.revision?.length).toBeGreaterThan(15);
    expect(Object.keys(shown).length).toBeGreaterThan(15);

    desk = await newsroom(FEEDS);
    const results = await imported(desk, lines);
    expect(results.filter(({ status }) => !["created", "unchanged"].includes(status))).toEqual([]);
    expect(results.map(({ line }) => line)).toEqual(linesOf(lines).map((_, index) => index + 1));
    expect(await dump()).toEqual(before);
    await settle();
    expect(await dump()).toEqual(before);
    expect(await documents(desk, SLUGS)).toEqual(shown);
    expect(await exported(desk)).toBe(lines);
    const polled = await desk.request("GET", "/partner/radio.rss", undefined, { authorization: `Bearer ${key}` });
    expect(polled.status).toBe(200);
  });

  it("tells that another article here has a URL, and takes the article all the same", async () => {
    await desk.put(article("a"));
    const lines = await exported(desk);
    desk = await newsroom(FEEDS, { ...SITE, unique_urls: true });
    await desk.put(article("b", { url: "https://gazette.example/a" }));
    const [result] = (await imported(desk, lines)).filter(({ id }) => id === "a");
    expect(result).toMatchObject({ status: "created", notices: [{ path: "/url" }] });
  });

  it("changes nothing the second time", async () => {
    await fill();
    await desk.request("POST", "/api/partners", { slug: "radio", name: "Radio" });
    await desk.request("POST", "/api/partners/radio/keys", {});
    const [before, lines] = [await dump(), await exported(desk)];
    const results = await imported(desk, lines);
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set(["unchanged"]));
    expect(await dump()).toEqual(before);
  });

  it("brings an older copy up to date, and goes on from there as the other would have", async () => {
    const story = article("a", { section: "Politics" });
    await desk.put(story);
    const early = await exported(desk);
    await desk.put({ ...story, title: "Two" });
    await desk.put({ ...story, title: "Three", section: "Sport" });
    const [after, late] = [await dump(), await exported(desk)];
    desk = await newsroom(FEEDS);
    await imported(desk, early);
    expect((await imported(desk, late)).find(({ id }) => id === "a")).toMatchObject({ status: "changed", revision: 3 });
    expect(await dump()).toEqual(after);
    const saved = await desk.put({ ...story, title: "Four" });
    expect(await saved.json()).toMatchObject({ status: "changed", revision: 4 });
  });

  it("never overwrites what is newer here, nor another history", async () => {
    const story = article("a");
    await desk.put(story);
    const lines = await exported(desk);
    await desk.put({ ...story, title: "Newer" });
    const newer = await dump();
    expect((await imported(desk, lines)).find(({ id }) => id === "a")).toMatchObject({
      status: "unchanged",
      revision: 2,
    });
    expect(await dump()).toEqual(newer);

    desk = await newsroom(FEEDS);
    await desk.put({ ...story, title: "Another history" });
    const own = await dump();
    expect((await imported(desk, lines)).find(({ id }) => id === "a")).toMatchObject({
      status: "refused",
      problems: [{ path: "/revisions/0", detail: "the article has another revision 1 here" }],
    });
    expect(await dump()).toEqual(own);
  });

  it("takes revisions that come in several lines", async () => {
    for (let n = 1; n <= 5; n += 1) await desk.put(article("a", { title: `Title ${n}` }));
    const [before, lines] = [await dump(), linesOf(await exported(desk))];
    const { revisions, ...whole } = lines.find(({ type }) => type === "article") as { revisions: unknown[] };
    const parts = [revisions.slice(0, 2), revisions.slice(2, 3), revisions.slice(3)];
    desk = await newsroom(FEEDS);
    const text = parts.map((part) => JSON.stringify({ ...whole, revisions: part })).join("\n");
    expect((await imported(desk, text)).map(({ status }) => status)).toEqual(["created", "changed", "changed"]);
    expect(await dump()).toEqual(before);
  });

  it("refuses each bad line by name, and takes the others", async () => {
    await desk.put(article("good"));
    await desk.put(article("taken", { guid: "http://old.example/?p=1" }));
    await desk.request("POST", "/api/partners", { slug: "radio", name: "Radio" });
    const lines = linesOf(await exported(desk));
    const good = lines.find(({ id }) => id === "good") as { revisions: { article: object }[] };
    const [revision] = good.revisions;
    const bad = [
      "no JSON",
      JSON.stringify({ type: "nothing" }),
      JSON.stringify({ ...good, id: "b1", revisions: [{ ...revision, article: { ...revision?.article, title: 7 } }] }),
      JSON.stringify({ ...good, id: "b2" }),
      JSON.stringify({
        ...good,
        id: "b3",
        entry_id: "http://old.example/?p=1",
        revisions: [{ ...revision, article: { ...revision?.article, id: "b3" } }],
      }),
      JSON.stringify({ ...good, entry_id: "tag:another" }),
      JSON.stringify({ ...good, revision: 9 }),
      JSON.stringify({ ...good, unknown: 1 }),
      JSON.stringify({ ...lines.find(({ type }) => type === "partner"), name: "Another" }),
      JSON.stringify({ type: "export", version: 2 }),
    ];
    const before = await dump();
    const results = await imported(desk, [...bad, JSON.stringify(good)].join("\n"));
    expect(results.map(({ status }) => status)).toEqual([...bad.map(() => "refused"), "unchanged"]);
    expect(results.map(({ id, problems }) => [id, problems?.[0]?.path])).toEqual([
      [undefined, ""],
      [undefined, "/type"],
      ["b1", "/revisions/0/article/title"],
      ["b2", "/revisions/0/article/id"],
      ["b3", "/entry_id"],
      ["good", "/entry_id"],
      ["good", "/revisions"],
      ["good", "/unknown"],
      ["radio", "/name"],
      [undefined, "/version"],
      ["good", undefined],
    ]);
    expect(await dump()).toEqual(before);
  });

  it("says how definitions and the masthead differ here, and leaves them", async () => {
    const lines = await exported(desk);
    desk = await newsroom([{ slug: "all", title: "All", description: "All the news", entries: 3 }], {
      ...SITE,
      title: "Other",
    });
    const results = (await imported(desk, lines)).filter(({ status }) => status === "different");
    expect(results.map(({ type, id, problems }) => [type, id, problems?.map(({ path }) => path)])).toEqual([
      ["site", undefined, ["/title"]],
      ["feed", "all", ["/title"]],
      ["feed", "wire", [""]],
      ["feed", "politics", [""]],
      ["feed", "radio", [""]],
    ]);
    expect(results[1]?.problems).toEqual([{ path: "/title", detail: 'is "Everything" there, and "All" here' }]);
  });

  it("asks for a body", async () => {
    expect((await desk.request("POST", "/api/import")).status).toBe(400);
  });

  it("makes an equal store of random newsrooms", async () => {
    const offset = fc.constantFrom(-2 * HOUR, -HOUR, HOUR, 2 * HOUR);
    const save = fc.record(
      {
        which: fc.nat(4),
        title: fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== ""),
        section: fc.constantFrom("Politics", "Sport"),
        status: fc.constantFrom("usable", "withheld", "canceled"),
        embargo: offset,
        expires: offset,
      },
      { requiredKeys: ["which", "title"] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(save, { minLength: 1, maxLength: 12 }), async (saves) => {
        desk = await newsroom(FEEDS);
        for (const [count, { which, title, section, status, embargo, expires }] of saves.entries()) {
          const times = {
            embargo_until: embargo === undefined ? undefined : at(embargo),
            expires_at: expires === undefined ? undefined : at(expires),
          };
          await desk.put(article(`s${which}`, { title, section, status, ...times }));
          if (count % 4 === 3) await desk.sweep();
        }
        await settle();
        const [before, shown, lines] = [await dump(), await documents(desk, SLUGS), await exported(desk)];
        desk = await newsroom(FEEDS);
        await imported(desk, lines);
        await settle();
        expect(await dump()).toEqual(before);
        expect(await documents(desk, SLUGS)).toEqual(shown);
      }),
      { numRuns: 3 },
    );
  });
});
