import { beforeEach, describe, expect, it } from "vitest";
import { SITE } from "../../../site.ts";
import { article, FEEDS, type Newsroom, newsroom } from "../../newsroom.ts";
import { type Browser, signIn, stored, text } from "../browser.ts";
import { signInAs } from "../people/team.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
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
    expect(html).not.toMatch(/<script(?! type="module" src="\/desk\/script-)/);
    expect((await room.request("GET", "/api/articles/new")).status).toBe(404);
  });

  it("stores it by the way of PUT once it is told to", async () => {
    const html = await preview(JSON.stringify(article("new", { title: 'Quotes " & <b>' })));
    const done = await desk.post("/desk/preview/store", {
      article: hidden(html, "article"),
      revision: hidden(html, "revision"),
    });
    expect([done.status, done.headers.get("location")]).toEqual([303, "/desk/articles/new?done=created"]);
    expect(await stored(room, "new")).toMatchObject({ revision: '"1"', article: { title: 'Quotes " & <b>' } });
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
    expect((await stored(room, "a")).article.title).toBe("Theirs");
  });

  it("says which other article has its URL, and that it cannot be stored where the masthead forbids that", async () => {
    const other = JSON.stringify(article("new", { url: "https://gazette.example/old" }));
    await room.put(article("old"));
    expect(text(await preview(other))).toContain("Twice in feeds : the article old has this URL, too.");
    room = await newsroom(FEEDS, { ...SITE, unique_urls: true }, {}, { keep: true });
    desk = await signIn(room);
    expect(text(await preview(other))).toMatch(/It cannot be stored as it is .* \/url is that of the article old:/);
  });

  it("takes a page's text apart and says what each line was taken for", async () => {
    const html = await preview(PAGE, { url: "https://gazette.example/ferry", section: "Weather" });
    const page = text(html);
    expect(page).toMatch(/What each line was taken for .*3 headline as taken .* The ferry is back/);
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

  it("of a page's text alone needs no more: it gets an address and a time, and what is said of its lines holds", async () => {
    const STORY = "The ferry is back\n\nShe left at dawn, with a dog on board.\n\nRead more: The dog\n\nIt rained.";
    const before = text(await preview(STORY));
    expect(before).toContain("without an address: it got one under the site");
    expect(before).toContain("without a date: it is published now");
    expect(before).toContain("left out as a related headline: line 5 “Read more: The dog”");
    const html = await preview(STORY, { "line-5": "subheading", "line-7": "none" });
    expect(JSON.parse(hidden(html, "article"))).toMatchObject({
      url: "https://gazette.example/the-ferry-is-back",
      content_html: "<p>She left at dawn, with a dog on board.</p>\n<h2>Read more: The dog</h2>",
    });
    expect(html).toMatch(/<select name="line-5".*<option value="subheading" selected/s);
  });

  it.each([
    ["The ferry is back", {}, "it has no paragraph"],
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

describe("the preview of what has a draft's id, or its URL", () => {
  const URL_OF_DRAFT = "https://gazette.example/secret-merger";
  beforeEach(async () => {
    const secret = article("secret-merger", { status: "draft", title: "Banks to merge", url: URL_OF_DRAFT });
    await room.put(secret);
  });
  const previewed = async (desk: Browser, fields: Record<string, unknown>) =>
    text(await (await desk.post("/desk/preview", { text: JSON.stringify(article("mine", fields)) })).text());

  it("tells an editor what is stored", async () => {
    const editor = await signInAs(room, "editor");
    const byId = await previewed(editor, { id: "secret-merger" });
    expect(byId).toContain("It is stored already, as revision 1.");
    expect(byId).toContain("Banks");
    expect(await previewed(editor, { url: URL_OF_DRAFT })).toContain("the article secret-merger has this URL");
  });

  it("tells a writer nothing of it", async () => {
    const writer = await signInAs(room, "writer");
    const byId = await previewed(writer, { id: "secret-merger" });
    expect(byId).toContain("It is new: its id is secret-merger.");
    expect(byId).not.toContain("Banks");
    expect(await previewed(writer, { url: URL_OF_DRAFT })).not.toContain("secret-merger has this URL");
    const beside = { url: URL_OF_DRAFT, title: "Mine", content_html: "<p>Mine</p>", published_at: "", whole: "1" };
    const live = await (await writer.post("/desk/articles/preview", beside)).text();
    expect(live).toContain("Mine");
    expect(live).not.toContain("/desk/articles/secret-merger");
  });
});
