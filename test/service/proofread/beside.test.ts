import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startClock } from "../clock.ts";
import { text } from "../desk/browser.ts";
import { feedAnswer } from "../sources/a-feed.ts";
import { FAULTLESS, FAULTY, stranger } from "./proofread.ts";

const FEED = "https://other.example/feed.xml";

beforeEach(() => void startClock(Date.UTC(2026, 2, 1, 12)));
afterEach(() => void vi.useRealTimers());

describe("the address of one feed", () => {
  const HOME = "https://gazette.example/";
  const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Harbour Gazette</title><id>tag:gazette.example,2026:f</id>
    <updated>2026-01-01T00:00:00Z</updated><link href="/"/><entry><id>tag:gazette.example,2026:1</id>
    <title>The first boat, again</title><updated>2026-01-01T00:00:00Z</updated></entry></feed>`;
  const link = (href: string, type: string) => `<link rel="alternate" type="application/${type}+xml" href="${href}">`;
  const htmlAnswer = (html: string) =>
    new Response(`<!doctype html>${html}`, { headers: { "content-type": "text/html" } });
  const askedOf = ({ elsewhere }: Awaited<ReturnType<typeof stranger>>) => elsewhere.asked.map(({ url }) => url);

  it("has the other formats that its home page links to beside it, and where they disagree; its own report stays as it is", async () => {
    const on = await stranger();
    on.elsewhere.at(FEED, feedAnswer(FAULTY));
    const alone = (await on.send({ url: FEED })).headers.get("location");
    const links = [
      link("/comments/feed", "rss"),
      link("/sport.rss", "rss"),
      link(FEED, "rss"),
      link("/a.atom", "atom"),
      link("/none.atom", "atom"),
    ];
    on.elsewhere
      .at(HOME, htmlAnswer(links.join("")))
      .at(`${HOME}sport.rss`, feedAnswer(FAULTLESS))
      .at(`${HOME}a.atom`, feedAnswer(ATOM));
    on.elsewhere.asked.length = 0;
    const sent = await on.send({ url: FEED });
    expect(sent.headers.get("location")).toBe(alone);
    expect(askedOf(on)).toEqual([FEED, HOME, `${HOME}a.atom`, `${HOME}none.atom`, `${HOME}sport.rss`]);
    const page = await (await on.get(alone ?? "")).text();
    expect(text(page)).toMatch(/RSS 2\.0: 1 error\b/);
    expect(text(page)).toContain("Beside its other formats");
    expect(page).toMatch(/rules\/formats\/entry-title"/);
    expect(page).toMatch(/<tr><td>(?:(?!<\/td>).)*The first boat<.*?<td>(?:(?!<\/td>).)*The first boat, again</s);
    expect(text(page)).toContain(
      `${HOME} leads to Atom at ${HOME}a.atom; ${HOME}none.atom was not read: there is no answer`,
    );
    expect(page).not.toContain("sport.rss");
  });

  it("is told so where that is an Atom feed's, by an address that is relative", async () => {
    const on = await stranger();
    on.elsewhere
      .at("https://first.example/", new Response(null, { status: 301, headers: { location: `${HOME}a.atom` } }))
      .at(`${HOME}a.atom`, feedAnswer(ATOM))
      .at(HOME, htmlAnswer(link("/feed.xml", "rss")))
      .at(`${HOME}feed.xml`, feedAnswer(FAULTLESS));
    const page = text(await on.report({ url: "first.example" }));
    expect(page).toContain(`${HOME} leads to RSS at ${HOME}feed.xml.`);
    expect(page).toContain("RSS at /feed.xml: The Harbour Gazette");
  });

  it("is not taken for a section's, which has entries in common with it, where one of its own is there", async () => {
    const on = await stranger();
    on.elsewhere
      .at(FEED, feedAnswer(FAULTY))
      .at(HOME, htmlAnswer(link("/boats.atom", "atom") + link("/a.atom", "atom")))
      .at(`${HOME}boats.atom`, feedAnswer(ATOM.replace("The Harbour Gazette", "Boats")))
      .at(`${HOME}a.atom`, feedAnswer(ATOM));
    expect(text(await on.report({ url: FEED }))).toContain(`${HOME} leads to Atom at ${HOME}a.atom.`);
  });

  it("is looked at beside a few feeds only, those of another type first", async () => {
    const on = await stranger();
    const links = Array.from({ length: 9 }, (_, index) => link(`/${index}.rss`, "rss"));
    on.elsewhere.at(FEED, feedAnswer(FAULTY)).at(HOME, htmlAnswer([...links, link("/a.atom", "atom")].join("")));
    await on.report({ url: FEED });
    expect(askedOf(on).slice(2)).toEqual(["a.atom", "0.rss", "1.rss", "2.rss"].map((name) => HOME + name));
  });

  it.each<[string, Response | undefined, string]>([
    ["refuses", new Response("no", { status: 403 }), "was not read: it answered 403."],
    ["is not there", undefined, "was not read: there is no answer"],
    ["is no page", feedAnswer(FAULTY), "was not read: it is no page."],
    ["links to none", htmlAnswer("<p>Nothing"), `${HOME} leads to no other format of it.`],
  ])("is proofread all the same where its home page %s, which is said in one line", async (_, home, says) => {
    const on = await stranger();
    on.elsewhere.at(FEED, feedAnswer(FAULTY));
    if (home) on.elsewhere.at(HOME, home);
    const page = text(await on.report({ url: FEED }));
    expect(page).toMatch(/RSS 2\.0: 1 error\b/);
    expect(page).toContain(says);
    expect(page).not.toContain("Beside its other formats");
  });

  it.each(["http://10.1.2.3/", "https://ada:secret@gazette.example/", "mailto:ada@gazette.example"])(
    "has nothing asked for at %s",
    async (home) => {
      const on = await stranger();
      on.elsewhere.at(FEED, feedAnswer(FAULTY.replace(HOME, home)));
      await on.report({ url: FEED });
      expect(askedOf(on)).toEqual([FEED]);
    },
  );
});

describe("a feed that was proofread with its home page", () => {
  it("has the other formats beside it, too", async () => {
    const { report, get, elsewhere } = await stranger();
    const other = FEED.replace(".xml", ".json");
    const json = { version: "https://jsonfeed.org/version/1.1", title: "The Harbour Gazette", items: [] };
    const html = `<!doctype html><link rel="alternate" href="${FEED}"><link rel="feed" href="${other}">`;
    elsewhere
      .at("https://other.example/", new Response(html))
      .at(FEED, feedAnswer(FAULTY))
      .at(other, feedAnswer(JSON.stringify(json)));
    const page = await report({ url: "https://other.example/" });
    const [, path = ""] = /<a href="(\/proofread\/[0-9a-f]{40})">https:\/\/other\.example\/feed\.xml</.exec(page) ?? [];
    expect(text(await (await get(path)).text())).toContain(`https://other.example/ leads to JSON Feed at ${other}.`);
  });
});
