import { env } from "cloudflare:workers";
import { fromParse5 } from "hast-util-from-parse5";
import { parse } from "parse5";
import { visit } from "unist-util-visit";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SITE } from "../../site.ts";
import { article, FEEDS, type Newsroom, newsroom } from "../newsroom.ts";
import { recordQueries } from "../store/recording.ts";
import { type Browser, encode, enter, FORM, formToken, ORIGIN, signIn, text } from "./browser.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => vi.useRealTimers());

const stored = async (id: string): Promise<{ revision: string; article: Record<string, unknown> }> => {
  const answer = await room.request("GET", `/api/articles/${id}`);
  return { revision: answer.headers.get("etag") ?? "", article: await answer.json() };
};

describe("the session", () => {
  it("is asked for everywhere below /desk, the publish token in a header notwithstanding", async () => {
    const paths = [
      "/desk",
      "/desk/articles",
      "/desk/articles/a?up_to=2",
      "/desk/preview",
      "/desk/articles/a/retract",
      "/desk/x",
    ];
    for (const path of paths) {
      const answer = await room.request("GET", path);
      expect(answer.status, path).toBe(303);
      const to = path === "/desk" ? "" : `?to=${encodeURIComponent(path.slice("/desk".length))}`;
      expect(answer.headers.get("location")).toBe(`/desk/sign-in${to}`);
      expect(answer.headers.get("cache-control")).toBe("no-store");
    }
    for (const path of [
      "/desk/sign-out",
      "/desk/articles/a/status",
      "/desk/articles/a/retract",
      "/desk/preview/store",
    ]) {
      const answer = await room.request("POST", path, encode({ a: "1" }), { ...FORM, ...ORIGIN });
      expect([path, answer.status, answer.headers.get("location")]).toEqual([path, 303, "/desk/sign-in"]);
    }
  });

  it("begins with the publish token, in a cookie that scripts and other sites do not get", async () => {
    const answer = await enter(room, "test-token");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/desk"]);
    const cookie = answer.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^desk=\d+\.[0-9a-f-]{36}\.\S+; /);
    expect(cookie.split("; ").slice(1).sort()).toEqual([
      "HttpOnly",
      "Max-Age=43200",
      "Path=/desk",
      "SameSite=Strict",
      "Secure",
    ]);
    expect(cookie).not.toContain("test-token");
  });

  it("does not begin with another token, nor where the service has none", async () => {
    for (const wrong of ["", "test-tokeN", "test-token-and-more"]) {
      const answer = await enter(room, wrong);
      expect(answer.status).toBe(401);
      expect(answer.headers.get("set-cookie")).toBeNull();
      expect(text(await answer.text())).toContain("That is not the publish token.");
    }
    const open = await newsroom(FEEDS, SITE, { PUBLISH_TOKEN: undefined });
    for (const token of ["", "undefined"]) expect((await enter(open, token)).status).toBe(401);
  });

  it("leads back to where one wanted to go, and to no other site", async () => {
    const to = async (to: string) =>
      (
        await room.request("POST", "/desk/sign-in", encode({ token: "test-token", to }), { ...FORM, ...ORIGIN })
      ).headers.get("location");
    expect(await to("/articles/a?up_to=2")).toBe("/desk/articles/a?up_to=2");
    for (const elsewhere of ["//evil.example", "https://evil.example/", ".evil.example", "/\r\nset-cookie: a=b"])
      expect((await to(elsewhere))?.replace(/^\/desk/, "")).not.toMatch(/^(?!\/).*evil|\n/);
  });

  it("ends by itself, with the token, with a changed byte, and by signing out", async () => {
    const desk = await signIn(room);
    expect((await desk.get("/desk")).status).toBe(200);
    const bent = desk.cookie.replace(/=(\d)/, (_, digit) => `=${9 - Number(digit)}`);
    expect((await room.request("GET", "/desk", undefined, { cookie: bent })).status).toBe(303);
    const other = await newsroom(FEEDS, SITE, { PUBLISH_TOKEN: "another" }, { keep: true });
    expect((await other.request("GET", "/desk", undefined, { cookie: desk.cookie })).status).toBe(303);
    const out = await desk.post("/desk/sign-out", {});
    expect(out.headers.get("set-cookie")).toMatch(/^desk=; Max-Age=0; Path=\/desk/);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 12 * 3_600_000 + 1 });
    expect((await desk.get("/desk")).status).toBe(303);
  });

  it("shows nothing that a cache, an index or a frame may have, and nothing that can run", async () => {
    const desk = await signIn(room);
    for (const path of ["/desk", "/desk/sign-in", "/desk/articles", "/desk/preview", "/desk/none"]) {
      const { headers } = await desk.get(path);
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("x-robots-tag")).toBe("noindex, nofollow");
      expect(headers.get("content-security-policy")).toMatch(
        /default-src 'none'.*form-action 'self'.*frame-ancestors 'none'/,
      );
      expect(headers.get("content-security-policy")).not.toMatch(/script-src|unsafe/);
    }
    expect((await desk.get("/desk/none")).status).toBe(404);
  });
});

describe("a form from elsewhere", () => {
  beforeEach(async () => void (await room.put(article("a"))));

  it("is refused, signed in or not: another site's, another session's, one without a token, one that is no form", async () => {
    const [desk, other] = [await signIn(room), await signIn(room)];
    const evil = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    const foreign = formToken(await other.page("/desk"));
    const fields = { status: "withheld", revision: "1" };
    const path = "/desk/articles/a/status";
    expect((await desk.post(path, fields, evil)).status).toBe(403);
    expect((await desk.post(path, fields, { origin: "null" })).status).toBe(403);
    expect((await enter(room, "test-token", evil)).status).toBe(403);
    for (const form_token of ["", foreign, "x"])
      expect((await desk.post(path, { ...fields, form_token })).status).toBe(403);
    const json = await desk.post(path, fields, { ...evil, "content-type": "application/json" });
    expect(json.status).toBe(415);
    expect((await stored("a")).revision).toBe('"1"');
  });

  it("is refused where it is too large", async () => {
    const desk = await signIn(room);
    const answer = await desk.post("/desk/preview", { text: "x".repeat(4_000_001) });
    expect(answer.status).toBe(413);
  });
});

describe("the feeds at the desk", () => {
  it("are shown with edition, freshness and verification", async () => {
    await room.put(article("a", { section: "Politics" }));
    await room.publish();
    await room.put(article("b", { section: "Sport" }));
    const page = text(await (await signIn(room)).page("/desk"));
    expect(page).toContain("3 of 3 feeds verified, 0 refused, 2 stale.");
    expect(page).toMatch(/Politics 1 · just now 1 fresh verified none/);
    expect(page).toMatch(/Sport 1 · just now 0 stale since just now verified none/);
  });

  it("that are refused show each field's stored value beside what was read", async () => {
    await room.put(article("a", { section: "Politics" }));
    await room.publish();
    const entry = ((await room.items("politics"))[0] as { id: string }).id;
    const discrepancies = JSON.stringify([
      {
        feed: "politics",
        format: "rss",
        entry,
        field: "title",
        stored: "Votes <b>now",
        read: "Votes <i>now",
        reader: "rss-parser",
      },
    ]);
    await env.DB.batch([
      env.DB.prepare("UPDATE feed SET refusal = ? WHERE slug = 'politics'").bind(discrepancies),
      env.DB.prepare("INSERT INTO refusal VALUES ('politics', ?, 1, ?)").bind(Date.now(), discrepancies),
      env.DB.prepare("INSERT INTO refusal VALUES ('sport', 5, 1, ?)").bind(discrepancies),
      env.DB.prepare("INSERT INTO archive (feed, page, refusal) VALUES ('all', 1, ?)").bind(discrepancies),
    ]);
    const html = await (await signIn(room)).page("/desk");
    expect(html).toContain("Votes &lt;<mark>b</mark>&gt;now");
    expect(html).toContain("Votes &lt;<mark>i</mark>&gt;now");
    expect(html).toContain('<a href="/desk/articles/a">a</a>');
    const page = text(html);
    expect(page).toContain("2 of 3 feeds verified, 1 refused");
    expect(page).toContain("refused: 1 discrepancy");
    expect(page).toMatch(/Politics, just now : held back, the last good one is served/);
    expect(page).toMatch(/Sport, \d+ years ago : published since/);
    expect(page).toContain("Everything, page 1 of the archive: held back");
  });

  it("have their embargoes and expiries ahead, the next first", async () => {
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000 + 60_000).toISOString();
    await room.put(article("late", { section: "Sport", embargo_until: at(48) }));
    await room.put(article("soon", { section: "Politics", embargo_until: at(3) }));
    await room.put(article("ends", { expires_at: at(5) }));
    await room.put(article("gone", { embargo_until: at(4), status: "withheld" }));
    await room.put(article("past", { expires_at: "2026-01-02T00:00:00Z" }));
    const page = text(await (await signIn(room)).page("/desk"));
    expect(page).toMatch(
      /Embargoes ahead Title of soon in 3 hours, [^·]+ · all, politics Title of late in 2 days, [^·]+ · all, sport Expiries ahead Title of ends in 5 hours, [^·]+ · all [^·]*All feeds/,
    );
  });
});

describe("the audience at the desk", () => {
  it("is shown signed in, and to nobody else while the masthead does not say so", async () => {
    await room.put(article("a"));
    await room.publish();
    await room.request("GET", "/feeds/all.rss", undefined, { "user-agent": "NetNewsWire (RSS Reader)" });
    await room.sweep();
    const html = await (await signIn(room)).page("/desk/audience");
    expect(html.match(/<svg [^>]*role="img"/g)).toHaveLength(3);
    expect(text(html)).toContain("NetNewsWire");
    expect((await room.request("GET", "/audience")).status).toBe(404);
    expect(await (await room.request("GET", "/")).text()).not.toContain("/audience");
    const open = await newsroom(FEEDS, { ...SITE, audience: "public" });
    expect(await (await open.request("GET", "/")).text()).toContain('href="/audience"');
  });
});

describe("finding an article", () => {
  const titles = async (q: string) =>
    [
      ...(await (await signIn(room)).page(`/desk/articles?q=${encodeURIComponent(q)}`)).matchAll(
        /<h2><a [^>]+>([^<]+)</g,
      ),
    ].map(([, title]) => title);

  beforeEach(async () => {
    await room.put(article("2026-storm", { title: "Zoë’s storm" }));
    await room.put(article("2026-storm", { title: "Zoë’s great storm" }));
    await room.put(article("2026-calm", { title: "Calm again", guid: "urn:old:7" }));
    await room.put(article("50%_off/é", { title: "Odd id" }));
  });

  it.each([
    ["2026-calm", ["Calm again"]],
    ["2026-", ["Calm again", "Zoë’s great storm"]],
    ["urn:old:7", ["Calm again"]],
    ["https://gazette.example/2026-calm?utm_source=mail#top", ["Calm again"]],
    ["storm zoe", ["Zoë’s great storm"]],
    ["50%_", ["Odd id"]],
    ["%", ["Odd id"]],
    ["nothing", []],
    ["", ["Odd id", "Calm again", "Zoë’s great storm"]],
    ["' OR 1=1 --", []],
  ])("by “%s” finds %j", async (query, found) => expect(await titles(query)).toEqual(found));

  it("leads to its page, whatever its id", async () => {
    const desk = await signIn(room);
    const href = /href="(\/desk\/articles\/50[^"]+)"/.exec(await desk.page("/desk/articles?q=Odd"))?.[1] ?? "";
    expect(text(await desk.page(href))).toContain("Odd id");
  });
});

describe("an article at the desk", () => {
  it("shows its state, its revisions field by field, and where each was served", async () => {
    await room.put(article("a", { section: "Politics", title: "The vote is tonight" }));
    await room.publish();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2_000 });
    const { article: first } = await stored("a");
    await room.put({ ...first, id: "a", title: "The vote was tonight", tags: ["Votes"] });
    await room.publish();
    const html = await (await signIn(room)).page("/desk/articles/a");
    expect(html).toContain("The vote <mark>i</mark>s tonight");
    expect(html).toContain("The vote <mark>wa</mark>s tonight");
    const page = text(html);
    expect(page).toMatch(/In sight since January 1, 2026/);
    expect(page).toContain("Feeds Everything , Politics");
    expect(page).toMatch(/Revision 2, the current one .* Changed: title, tags/);
    expect(page).toMatch(/Restore revision 1 Stored .* All of it: /);
    expect(page).toMatch(/Served in 2 feeds Feed Editions From Until Everything 1 to 1 /);
    expect(page).toMatch(/Everything 2 to now /);
  });

  it.each([
    [{ status: "withheld" }, "Withheld : it is in no feed."],
    [{ status: "canceled", reason: "It was wrong" }, "Taken back : It was wrong"],
    [{ embargo_until: "2999-01-01T00:00:00Z" }, "Embargoed : in sight in 9"],
    [{ expires_at: "2026-01-02T00:00:00Z" }, "Expired on January 2, 2026"],
  ])("that is %j says so", async (fields, words) => {
    await room.put(article("a", fields));
    expect(text(await (await signIn(room)).page("/desk/articles/a"))).toContain(words);
  });

  it("is none where no article has the id", async () => {
    const desk = await signIn(room);
    for (const path of ["/desk/articles/none", "/desk/articles/none/retract"])
      expect((await desk.get(path)).status).toBe(404);
    const fields = { revision: "1", status: "withheld", restore: "1", reason: "x" };
    for (const action of ["status", "restore", "retract"])
      expect((await desk.post(`/desk/articles/none/${action}`, fields)).status).toBe(404);
  });
});

describe("what an editor does", () => {
  let desk: Browser;
  beforeEach(async () => {
    await room.put(article("a", { section: "Politics" }));
    await room.publish();
    desk = await signIn(room);
  });

  it("withholds and releases", async () => {
    const done = await desk.post("/desk/articles/a/status", { status: "withheld", revision: "1" });
    expect([done.status, done.headers.get("location")]).toEqual([303, "/desk/articles/a?done=changed"]);
    await wait();
    expect(await room.items("politics")).toEqual([]);
    expect(text(await desk.page("/desk/articles/a?done=changed"))).toMatch(/Done\. .* Withheld .* Release/);
    await desk.post("/desk/articles/a/status", { status: "usable", revision: "2" });
    await wait();
    expect(await room.items("politics")).toHaveLength(1);
  });

  it("takes back in two steps, with a reason", async () => {
    const step = text(await desk.page("/desk/articles/a/retract"));
    expect(step).toMatch(
      /Take this story back\? Title of a It goes from these 2 feeds, in all formats: Everything, which shows its notice for 35 days Politics/,
    );
    expect(step).toContain("Readers may have seen it");
    expect((await stored("a")).revision).toBe('"1"');
    const without = await desk.post("/desk/articles/a/retract", { reason: " ", revision: "1" });
    expect([without.status, text(await without.text()).includes("A reason is needed")]).toEqual([422, true]);
    await desk.post("/desk/articles/a/retract", { reason: "It was wrong", revision: "1" });
    expect((await stored("a")).article).toMatchObject({ status: "canceled", reason: "It was wrong" });
    await wait();
    expect(JSON.stringify(await room.items("politics"))).toContain("It was wrong");
    expect(JSON.stringify(await room.items("politics"))).not.toContain("Text of a");
  });

  it("restores a former revision as a new one", async () => {
    const { article: first } = await stored("a");
    await room.put({ ...first, id: "a", title: "Spoiled" });
    const done = await desk.post("/desk/articles/a/restore", { restore: "1", revision: "2" });
    expect(done.headers.get("location")).toBe("/desk/articles/a?done=changed");
    expect(await stored("a")).toEqual({ revision: '"3"', article: first });
    const none = await desk.post("/desk/articles/a/restore", { restore: "9", revision: "3" });
    expect(none.status).toBe(422);
  });

  it.each([
    ["status", { status: "withheld" }],
    ["restore", { restore: "1" }],
    ["retract", { reason: "It was wrong" }],
  ])("does not overwrite what another desk has done meanwhile: %s", async (action, fields) => {
    const { article: first } = await stored("a");
    await room.put({ ...first, id: "a", title: "Theirs" });
    const answer = await desk.post(`/desk/articles/a/${action}`, { ...fields, revision: "1" } as Record<
      string,
      string
    >);
    expect(answer.status).toBe(412);
    const page = text(await answer.text());
    expect(page).toContain("You were looking at revision 1; meanwhile the article has become revision 2.");
    expect(page).toMatch(/title T itle of a T heirs/);
    expect(await stored("a")).toMatchObject({ revision: '"2"', article: { title: "Theirs", status: "usable" } });
  });

  it.each(["status", "restore"])("does nothing where the form is not whole: %s", async (action) => {
    const forms: Record<string, string>[] = [
      {},
      { revision: "1" },
      { revision: "1", status: "canceled" },
      { revision: "x", status: "withheld", restore: "1" },
    ];
    for (const fields of forms) expect((await desk.post(`/desk/articles/a/${action}`, fields)).status).toBe(422);
    expect((await stored("a")).revision).toBe('"1"');
  });

  /** A feed is published once a second. */
  async function wait() {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 1_500 });
    await room.publish();
  }
});

describe("the preview", () => {
  let desk: Browser;
  beforeEach(async () => {
    desk = await signIn(room);
  });
  const preview = async (text: string, more: Record<string, string> = {}) =>
    (await desk.post("/desk/preview", { text, ...more })).text();
  const hidden = (html: string, name: string) =>
    (new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "")
      .replaceAll("&quot;", '"')
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");

  const PAGE = `Weather

The ferry is back

By Ada Quayle
Published 3 March 2026, 08:00 GMT

PORT ELLIS — She left at dawn, with forty people and a dog on board, and was seen off by half the town.

The second boat follows on Thursday, the company said in a statement on Tuesday evening.`;

  it("shows an article's three documents, a reader's view and the verdict, and stores nothing", async () => {
    const html = await preview(
      JSON.stringify(article("new", { section: "Politics", content_html: "<p>One & two</p><script>x()</script>" })),
    );
    const page = text(html);
    expect(page).toMatch(/Reads right : every format .* In Everything, Politics\./);
    expect(page).toContain("It is new: its id is new.");
    expect(page).toMatch(/Taken out .*\/content_html script 1/);
    expect(html).toMatch(/RSS<\/h3>.*&lt;rss .*&lt;item&gt;/s);
    expect(html).toMatch(/Atom<\/h3>.*&lt;feed .*&lt;entry/s);
    expect(html).toMatch(/JSON Feed<\/h3>.*jsonfeed\.org/s);
    expect(html).toContain("<p>One &#x26; two</p>");
    expect(html).not.toMatch(/<script/);
    expect((await room.request("GET", "/api/articles/new")).status).toBe(404);
  });

  it("stores it by the way of PUT once it is told to", async () => {
    const html = await preview(JSON.stringify(article("new", { title: 'Quotes " & <b>' })));
    const done = await desk.post("/desk/preview/store", {
      article: hidden(html, "article"),
      revision: hidden(html, "revision"),
    });
    expect([done.status, done.headers.get("location")]).toEqual([303, "/desk/articles/new?done=created"]);
    expect(await stored("new")).toMatchObject({ revision: '"1"', article: { title: 'Quotes " & <b>' } });
  });

  it("shows what changes against what is stored, and lets a faster desk's change stand", async () => {
    const old = article("a");
    await room.put(old);
    const html = await preview(JSON.stringify({ ...old, title: "Title of b" }));
    expect(text(html)).toMatch(/Against what is stored Field Stored Pasted title Title of a Title of b/);
    expect(hidden(html, "revision")).toBe("1");
    await room.put({ ...old, title: "Theirs" });
    const late = await desk.post("/desk/preview/store", { article: hidden(html, "article"), revision: "1" });
    expect(late.status).toBe(412);
    const fresh = await desk.post("/desk/preview/store", { article: hidden(html, "article"), revision: "0" });
    expect(text(await fresh.text())).toContain("When you looked, no article had this id.");
    expect((await stored("a")).article.title).toBe("Theirs");
  });

  it("takes a page's text apart and says what each line was taken for", async () => {
    const html = await preview(PAGE, { url: "https://gazette.example/ferry", section: "Weather" });
    const page = text(html);
    expect(page).toMatch(/What each line was taken for .*3 headline The ferry is back/);
    expect(page).toMatch(/byline: Ada Quayle/);
    expect(page).toContain("Reads right");
    const input = JSON.parse(hidden(html, "article"));
    expect(input).toMatchObject({
      title: "The ferry is back",
      dateline: "PORT ELLIS",
      published_at: "2026-03-03T08:00:00Z",
      section: "Weather",
    });
  });

  it.each([
    [PAGE, {}, "it has no address: give it one below"],
    [
      "The ferry is back\n\nShe left at dawn, with forty people and a dog on board.",
      { url: "https://a.example/b" },
      "it has no date: give it one below",
    ],
    ["{", {}, "it starts as JSON, but "],
    ["  ", {}, "nothing was pasted"],
    [PAGE, { url: "nowhere" }, "its URL is not an absolute http(s) URL"],
    [PAGE, { published: "one day" }, "its publication time is no time"],
  ])("says why it cannot show %j", async (pasted, fields, reason) => {
    const page = text(await preview(pasted, fields as Record<string, string>));
    expect(page).toContain(`Nothing to show: ${reason}`);
  });

  it("names every problem with its path", async () => {
    const page = text(await preview(JSON.stringify({ id: "a", url: "x", title: "", published_at: "x", "a/b": 1 })));
    expect(page).toContain("It cannot be stored as it is");
    for (const path of ["/url", "/title", "/published_at", "/a~1b"]) expect(page).toContain(` ${path} `);
    const past = await desk.post("/desk/preview/store", { article: '{"id":"a"}', revision: "0" });
    expect([past.status, text(await past.text()).includes("/url")]).toEqual([422, true]);
  });

  it("holds a title of a megabyte, and tells that no article does", async () => {
    const page = text(await preview(JSON.stringify(article("a", { title: "W".repeat(1_000_000) }))));
    expect(page).toContain("/title is longer than 1000 characters");
  });

  it("says which feed would show it where none takes it", async () => {
    room = await newsroom(FEEDS.slice(1));
    desk = await signIn(room);
    const page = text(await preview(JSON.stringify(article("a"))));
    expect(page).toContain("No feed takes it.");
    expect(page).toContain("No feed takes it; Politics would show it so");
  });

  it("tells that an entry's id is another article's, before it is stored and then", async () => {
    await room.put(article("a", { guid: "urn:1" }));
    const told = text(await preview(JSON.stringify(article("b", { guid: "urn:1" }))));
    expect(told).toContain("/guid the entry id urn:1 belongs to the article a already");
    expect(text(await preview(JSON.stringify(article("a", { guid: "urn:2" }))))).toContain("cannot change");
    const answer = await desk.post("/desk/preview/store", {
      article: JSON.stringify(article("b", { guid: "urn:1" })),
      revision: "0",
    });
    expect(answer.status).toBe(409);
    expect(text(await answer.text())).toContain("belongs to the article a already");
  });
});

describe("a query of the desk", () => {
  it("finds its rows by an index, never by a scan of what grows", async () => {
    const { db, queries } = recordQueries();
    room = await newsroom(FEEDS, SITE, { DB: db });
    await room.put(article("a", { expires_at: "2999-01-01T00:00:00Z" }));
    queries.clear();
    const desk = await signIn(room);
    for (const path of ["", "/articles", "/articles?q=https://a.example/", "/articles/a", "/partners"].map(
      (rest) => `/desk${rest}`,
    ))
      expect((await desk.get(path)).status).toBe(200);
    await desk.post("/desk/preview", { text: JSON.stringify(article("b")) });
    expect(queries.size).toBeGreaterThan(10);
    for (const sql of queries) {
      const holes = Math.max(0, ...[...sql.matchAll(/\?(\d*)/g)].map((match, index) => Number(match[1] || index + 1)));
      const plan = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .bind(...Array(holes).fill("[]"))
        .all<{ detail: string }>();
      const scans = plan.results.filter(({ detail }) =>
        // `o` is a list of twenty; partners are few.
        /\bSCAN (?!feed|f\b|o\b|p\b|partner_poll|wanted|json_each|\()\w+(?! USING (?:COVERING )?INDEX)(?= |$)/.test(
          detail,
        ),
      );
      expect(scans, sql).toEqual([]);
    }
  });
});

describe("a hostile article", () => {
  it("is text on every page of the desk", async () => {
    const evil = `"><img src=x onerror=alert(1)><script>alert(1)</script>${"\u202E"}`;
    const fields = article("evil", {
      title: evil,
      summary: evil,
      section: evil,
      tags: [evil],
      authors: [{ name: evil }],
      dateline: evil,
      credit: { name: evil },
      rights: evil,
      reason: evil,
      content_html: `<p onclick="alert(1)" style="position:fixed">x<a href="javascript:alert(1)">y</a></p>`,
      expires_at: "2999-01-01T00:00:00Z",
    });
    await room.put(fields);
    await room.publish();
    const desk = await signIn(room);
    const pages = await Promise.all(
      ["/desk", "/desk/articles", "/desk/articles/evil", "/desk/articles/evil/retract"].map((path) => desk.page(path)),
    );
    pages.push(await (await desk.post("/desk/preview", { text: JSON.stringify(fields) })).text());
    pages.push(await (await desk.post("/desk/preview", { text: `${evil}\n\n${evil}` })).text());
    pages.push(await desk.page(`/desk/articles?q=${encodeURIComponent(evil)}`));
    pages.push(await desk.page(`/desk/sign-in?to=${encodeURIComponent(`/"><script>`)}`));
    for (const html of pages) {
      const [elements, faults] = [[] as string[], [] as string[]];
      visit(fromParse5(parse(html)), "element", ({ tagName, properties }) => {
        elements.push(tagName);
        if (tagName === "script") faults.push(tagName);
        for (const [name, value] of Object.entries(properties))
          if (/^(on|style)/i.test(name) || /^\s*javascript:/i.test(String(value)) || value === "x")
            faults.push(`${tagName} ${name}=${value}`);
      });
      expect(elements).toContain("main");
      expect(faults).toEqual([]);
    }
  });
});
