import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { passUntil, startClock } from "../clock.ts";
import { ORIGIN, signIn, text } from "../desk/browser.ts";
import { feedAnswer } from "../sources/a-feed.ts";
import { FAULTLESS, FAULTY, stranger } from "./proofread.ts";

const DAY = 86_400_000;
const START = Date.UTC(2026, 2, 1, 12);
const FEED = "https://other.example/feed.xml";

beforeEach(() => void startClock(START));
afterEach(() => void vi.useRealTimers());

describe("the proofreader's page", () => {
  it("is there for everybody where the masthead says so, and elsewhere at the desk only", async () => {
    const open = await stranger();
    const page = await open.get("/proofread");
    expect([page.status, page.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    const form = await page.text();
    expect(form).toContain('enctype="multipart/form-data"');
    expect(text(form)).toContain("A document has 5 MB at most.");

    const closed = await stranger(SITE);
    for (const path of ["/proofread", "/proofread/rules", "/proofread/badge.svg", `/proofread/${"0".repeat(40)}`])
      expect((await closed.get(path)).status, path).toBe(404);
    expect((await closed.send({ text: FAULTY })).status).toBe(404);
    const desk = await signIn(closed.room);
    expect(text(await desk.page("/desk/proofread"))).toContain("what is pasted 4 MB, of which a browser writes");
    const sent = await desk.post("/desk/proofread", { url: "", text: FAULTY });
    expect(sent.status).toBe(303);
    expect(text(await desk.page(sent.headers.get("location") ?? ""))).toMatch(/RSS 2\.0: \d+ errors?/);
  });
});

describe("a pasted document", () => {
  it("gets a report with an address, which says which bytes, and what is wrong where, and is found by nobody else", async () => {
    const { send, get } = await stranger();
    const sent = await send({ url: "", text: FAULTY });
    const location = sent.headers.get("location") ?? "";
    expect([sent.status, sent.headers.get("cache-control")]).toEqual([303, "no-store"]);
    expect(location).toMatch(/^\/proofread\/[0-9a-f]{40}$/);
    const answer = await get(location);
    const page = await answer.text();
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "private, no-cache"]);
    expect(page).toContain('<meta name="robots" content="noindex, nofollow"/>');
    expect(text(page)).toMatch(/RSS 2\.0: \d+ errors?/);
    expect(text(page)).toContain(`${new TextEncoder().encode(FAULTY).byteLength}, SHA-256`);
    const [, finding] = /<li id="(f\d+)"><a href="#L10">/.exec(page) ?? [];
    expect(page).toContain(`<a href="#${finding}">error: slash/comments-`);
    expect(page).toContain('<div class="line marked error" id="L10"><a href="#L10" aria-label="Line 10">');
    expect(page).toMatch(/<mark>&lt;slash:comments&gt;[^<]*<\/mark>many|<mark>many/);
    expect(text(page)).toContain("The first boat");
  });

  it("is the same report when it comes again, and another one from elsewhere", async () => {
    const { send, elsewhere } = await stranger();
    elsewhere.at(FEED, feedAnswer(FAULTY));
    const where = async (fields: Record<string, string>) => (await send(fields)).headers.get("location");
    const first = await where({ text: FAULTY });
    expect(await where({ text: FAULTY })).toBe(first);
    expect(await where({ url: FEED })).not.toBe(first);
  });

  it("is shown as it is, whatever stands in it: nothing of it is markup", async () => {
    const { report } = await stranger();
    const page = await report({ text: FAULTY.replace("The first boat", "&lt;script&gt;x&lt;/script&gt;<script>y") });
    expect(page).not.toContain("<script>");
  });

  it("is a file, byte by byte", async () => {
    const { report } = await stranger();
    const file = new File([FAULTLESS], "feed.xml", { type: "text/xml" });
    expect(text(await report({ url: "", text: "", file }))).toMatch(/RSS 2\.0: (?:nothing|\d+ warning)/);
  });

  it.each([
    ["nothing", {}, 422, "Nothing was given"],
    ["blanks", { url: " ", text: " " }, 422, "Nothing was given"],
    ["no address", { url: "ftp://x.example/" }, 422, "is no address of the web"],
    ["an address with a password", { url: "https://a:b@x.example/" }, 422, "has a name or a password in it"],
    ["more bytes than are taken", { text: "x".repeat(5_000_001) }, 413, "more than 5,000,000 bytes"],
  ] as const)("is no report where it is %s", async (_, fields, status, why) => {
    const { send } = await stranger();
    const answer = await send(fields);
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([status, "no-store"]);
    expect(text(await answer.text())).toContain(why);
  });

  it("is taken in a form only", async () => {
    const { room } = await stranger();
    const body = { method: "POST", body: FAULTY, headers: { ...ORIGIN, "content-type": "text/plain" } };
    expect((await room.fetch(new Request("https://feeds.example/proofread", body))).status).toBe(415);
  });
});

describe("an address", () => {
  it("is fetched, and the report says what led there and as what it came", async () => {
    const { report, elsewhere } = await stranger();
    elsewhere
      .at("https://first.example/", new Response(null, { status: 301, headers: { location: FEED } }))
      .at(FEED, feedAnswer(FAULTY));
    const page = text(await report({ url: "first.example" }));
    expect(page).toContain(`https://first.example/ (301), which leads to ${FEED}`);
    expect(page).toContain("application/rss+xml, read as");
  });

  it.each(["http://127.0.0.1:8080/", "http://10.1.2.3/", "http://[::1]/", "http://localhost/", "http://db.internal/"])(
    "of the service's own network is not asked, at once or by a redirect: %s",
    async (url) => {
      const { send, elsewhere } = await stranger();
      elsewhere.at(url, feedAnswer(FAULTY)).at(FEED, new Response(null, { status: 302, headers: { location: url } }));
      for (const asked of [url, FEED]) {
        const answer = await send({ url: asked });
        expect(answer.status).toBe(422);
        expect(text(await answer.text())).toContain("is no public address");
      }
      expect(elsewhere.asked.map(({ url: asked, reach }) => [asked, reach])).toEqual([[FEED, "public"]]);
    },
  );

  it.each([
    ["says no", () => new Response("gone", { status: 410 }), "it answered 410"],
    ["sends too much", () => new Response("x".repeat(5_000_001)), "more than 5000000 bytes"],
  ])("that %s gets no report, and says why", async (_, answer, why) => {
    const { send, elsewhere } = await stranger();
    elsewhere.at(FEED, answer);
    const sent = await send({ url: FEED });
    expect(sent.status).toBe(422);
    expect(text(await sent.text())).toContain(why);
  });

  it("of a home page has all its feeds proofread, side by side", async () => {
    const { report, get, elsewhere } = await stranger();
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Harbour Gazette</title><id>tag:gazette.example,2026:f</id>
      <updated>2026-01-01T00:00:00Z</updated><entry><id>tag:gazette.example,2026:1</id><title>The first boat, again</title>
      <updated>2026-01-01T00:00:00Z</updated></entry></feed>`;
    const html = `<!doctype html><title>Home</title><link rel="alternate" type="application/rss+xml" title="News" href="/feed.xml">
      <link rel="alternate" type="application/atom+xml" href="/feed.atom"><link rel="alternate" type="application/feed+json" href="/feed.json">`;
    elsewhere
      .at("https://other.example/", new Response(html, { headers: { "content-type": "text/html" } }))
      .at(FEED, feedAnswer(FAULTY))
      .at("https://other.example/feed.atom", feedAnswer(atom));
    const page = await report({ url: "https://other.example/" });
    expect(text(page)).toContain("3 feeds at this page");
    expect(text(page)).toContain("it could not be read: there is no answer");
    expect(text(page)).toContain("RSS, 1 error");
    expect(page).toMatch(/<tr><td>(?:(?!<\/td>).)*The first boat<.*?<td>(?:(?!<\/td>).)*The first boat, again</s);
    const [, path = ""] = /<a href="(\/proofread\/[0-9a-f]{40})">https:\/\/other\.example\/feed\.xml</.exec(page) ?? [];
    expect(text(await (await get(path)).text())).toMatch(/RSS 2\.0: \d+ errors?/);
  });
});

describe("a page that names no feed", () => {
  it("has the usual places looked at, a few of them", async () => {
    const { report, elsewhere } = await stranger();
    const html = new Response("<!doctype html><p>Nothing</p>", { headers: { "content-type": "text/html" } });
    elsewhere.at("https://other.example/", html).at("https://other.example/rss.xml", feedAnswer(FAULTY));
    const page = text(await report({ url: "https://other.example/" }));
    expect(page).toContain("1 feed at this page");
    expect(page).toContain("it is where many sites have theirs");
  });

  it("and has none there is proofread itself, which says so", async () => {
    const { report, elsewhere } = await stranger();
    elsewhere.at("https://other.example/a", new Response("<!doctype html><p>Nothing</p>"));
    expect(text(await report({ url: "https://other.example/a" }))).toContain("No feed: 1 error");
    expect(elsewhere.asked.length).toBeLessThanOrEqual(6);
  });
});

describe("a report", () => {
  it("is kept for as long as the masthead says, and then gone, and swept away", async () => {
    const { send, get, room } = await stranger();
    const path = (await send({ text: FAULTY })).headers.get("location") ?? "";
    passUntil(START + 2 * DAY - 1_000);
    await room.sweep();
    expect((await get(path)).status).toBe(200);
    passUntil(START + 2 * DAY);
    expect((await get(path)).status).toBe(410);
    await room.sweep();
    expect(
      await here.db.prepare("SELECT count(*) AS left FROM proofread_report WHERE body IS NOT NULL").first(),
    ).toEqual({
      left: 0,
    });
    const gone = await get(path);
    expect([gone.status, gone.headers.get("cache-control")]).toEqual([410, "no-store"]);
    passUntil(START + 100 * DAY);
    await room.sweep();
    expect((await get(path)).status).toBe(404);
  });

  it("that never was is not found", async () => {
    expect((await (await stranger()).get(`/proofread/${"0".repeat(40)}`)).status).toBe(404);
  });
});

describe("a document that is proofread again at its address", () => {
  it("is compared with what it was before, whoever had that done", async () => {
    const { send, get, elsewhere } = await stranger();
    const path = async () => (await send({ url: FEED })).headers.get("location") ?? "";
    elsewhere.at(FEED, feedAnswer(FAULTLESS, { etag: '"a"' }));
    expect(await (await get(await path())).text()).not.toContain("Over time");
    passUntil(START + 60_000);
    elsewhere.at(FEED, feedAnswer(FAULTLESS.replace("The first boat", "The last boat"), { etag: '"a"' }));
    const page = await (await get(await path())).text();
    expect(text(page)).toContain("Over time");
    expect(page).toMatch(/rules\/series\/[a-z-]+"/);
    expect(text(page)).toContain("Compared with the time before, of March 1, 2026, 12:00 PM UTC");
  });

  it("is not compared with itself, where a page leads to it twice", async () => {
    const { report, get, elsewhere } = await stranger();
    const moved = new Response(null, { status: 302, headers: { location: FEED } });
    const links = ["/feed.xml", "/old.xml"].map(
      (href) => `<link rel="alternate" type="application/rss+xml" href="${href}">`,
    );
    elsewhere
      .at("https://other.example/", feedAnswer(`<!doctype html>${links.join("")}`))
      .at(FEED, feedAnswer(FAULTY))
      .at("https://other.example/old.xml", moved);
    const page = await report({ url: "https://other.example/" });
    const paths = [...page.matchAll(/<a href="(\/proofread\/[0-9a-f]{40})">/g)].map(([, path = ""]) => path);
    expect(paths.length).toBe(2);
    for (const path of paths) expect(await (await get(path)).text()).not.toContain("Over time");
  });

  it("is forgotten after a month", async () => {
    const { send, elsewhere, room } = await stranger();
    elsewhere.at(FEED, feedAnswer(FAULTLESS));
    await send({ url: FEED });
    const left = () => here.db.prepare("SELECT count(*) AS polls FROM proofread_poll").first();
    expect(await left()).toEqual({ polls: 1 });
    passUntil(START + 31 * DAY);
    await room.sweep();
    expect(await left()).toEqual({ polls: 0 });
  });
});

describe("a list of feeds", () => {
  it("has its feeds proofread", async () => {
    const { report, elsewhere } = await stranger();
    const opml = `<opml version="2.0"><head/><body><outline text="The Other" type="rss" xmlUrl="${FEED}"/><outline text="No" xmlUrl="file:///x"/></body></opml>`;
    elsewhere.at("https://other.example/list.opml", feedAnswer(opml)).at(FEED, feedAnswer(FAULTY));
    const page = text(await report({ url: "https://other.example/list.opml" }));
    expect(page).toContain("1 feed in this list");
    expect(page).toContain("the list names it");
  });
});

describe("the rules", () => {
  it("are listed, and each has a page with both its examples", async () => {
    const { get } = await stranger();
    const list = await get("/proofread/rules");
    expect([list.status, list.headers.get("cache-control")]).toEqual([200, "public, max-age=3600, s-maxage=5"]);
    const [, path = ""] = /<a href="(\/proofread\/rules\/slash\/[^"]+)"/.exec(await list.text()) ?? [];
    const page = await (await get(path)).text();
    for (const part of ["What breaks it", "What keeps it", "How to mend it"]) expect(page).toContain(part);
    expect(page).not.toContain("noindex");
  });

  it("that there are not have no page", async () => {
    expect((await (await stranger()).get("/proofread/rules/rss/none")).status).toBe(404);
  });
});

describe("a badge", () => {
  const badge = async (on: Awaited<ReturnType<typeof stranger>>, url = FEED) =>
    on.get(`/proofread/badge.svg?url=${encodeURIComponent(url)}`);
  const says = async (on: Awaited<ReturnType<typeof stranger>>) =>
    /<title>(.*?)<\/title>/.exec(await (await badge(on)).text())?.[1];

  it("tells what the last report came to, and nothing of what is old", async () => {
    const on = await stranger();
    expect(await says(on)).toBe("feed: not proofread");
    on.elsewhere.at(FEED, feedAnswer(FAULTY));
    await on.send({ url: FEED });
    expect(await says(on)).toBe("feed: 1 error");
    passUntil(START + 60_000);
    on.elsewhere.at(FEED, feedAnswer(FAULTLESS));
    await on.send({ url: FEED });
    expect(await says(on)).toBe("feed: valid");
    const answer = await badge(on);
    expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual([
      200,
      "image/svg+xml; charset=utf-8",
      "public, max-age=300, s-maxage=5",
    ]);
    passUntil(START + 3 * DAY);
    expect(await says(on)).toBe("feed: not proofread");
  });

  it("of no address says so, too", async () => {
    expect(await (await badge(await stranger(), "javascript:1")).text()).toContain("feed: not proofread");
  });
});
