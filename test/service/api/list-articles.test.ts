import { beforeAll, describe, expect, it } from "vitest";
import { article, type Newsroom, newsroom } from "../newsroom.ts";
import { type Desk, PARTNER_FEEDS, syndicate } from "../partner/syndicate.ts";

interface Listed {
  articles: { id: string; found?: { text: string; marks: [number, number][] } }[];
  next?: string;
  count?: number;
}

let room: Newsroom;
const ask = async (query: string): Promise<Listed> => {
  const answer = await room.request("GET", query.startsWith("/") ? query : `/api/articles?${query}`);
  expect(answer.status, query).toBe(200);
  return (await answer.json()) as Listed;
};
const ids = async (query: string) => (await ask(query)).articles.map(({ id }) => id);

describe("the list of articles", () => {
  beforeAll(async () => {
    room = await newsroom(PARTNER_FEEDS);
    const future = new Date(Date.now() + 86_400_000).toISOString();
    await room.put(article("vote", { title: "A vote", section: "Politics", tags: ["Council", "vote"] }));
    await room.put(
      article("boat", { title: "The boat", section: "sport", tags: ["Harbour"], authors: [{ name: "Zoë Quayle" }] }),
    );
    await room.put(article("held", { title: "Held back", section: "Politics", status: "withheld" }));
    await room.put(article("draft", { title: "Not yet", status: "draft" }));
    await room.put(article("later", { title: "Tomorrow", section: "Politics", embargo_until: future }));
    await room.put(
      article("over", { title: "Over", published_at: "2020-01-01T08:00:00Z", expires_at: "2020-02-01T08:00:00Z" }),
    );
    await room.put(article("gone", { title: "Gone" }));
    await room.request("DELETE", "/api/articles/gone?reason=Wrong");
  });

  it.each([
    ["", ["gone", "over", "later", "draft", "held", "boat", "vote"]],
    ["sort=published&to=2020-12-31", ["over"]],
    ["sort=published&from=2020-01-01&to=2020-01-01", ["over"]],
    ["sort=published&from=2020-01-01T08:00:00.001Z&to=2020-12-31", []],
    ["status=usable", ["boat", "vote"]],
    ["status=withheld", ["held"]],
    ["status=draft", ["draft"]],
    ["status=canceled", ["gone"]],
    ["status=embargoed", ["later"]],
    ["status=expired", ["over"]],
    ["section=politics", ["later", "held", "vote"]],
    ["section=Sport", ["boat"]],
    ["section=Politics&status=usable", ["vote"]],
    ["tag=VOTE", ["vote"]],
    ["author=zo%C3%AB%20quayle", ["boat"]],
    ["tag=vote&author=Zo%C3%AB%20Quayle", []],
    ["feed=all", ["over", "later", "boat", "vote"]],
    ["feed=all&section=Politics", ["later", "vote"]],
    ["q=vote", ["vote"]],
    ["q=politic", []],
    ["q=boat&section=Sport", ["boat"]],
    ["q=boat&section=Politics", []],
    ["q=text&sort=stored&status=usable", ["boat", "vote"]],
  ])("asked for “%s” has %j", async (query, found) => expect(await ids(query)).toEqual(found));

  it("says of each article what a list shows, and nothing of its text", async () => {
    const { articles } = await ask("tag=council");
    expect(articles).toEqual([
      {
        id: "vote",
        entry_id: expect.stringMatching(/^tag:/),
        revision: 1,
        title: "A vote",
        url: "https://gazette.example/vote",
        status: "usable",
        section: "Politics",
        tags: ["Council", "vote"],
        authors: [],
        published_at: expect.stringMatching(/^2026-01-01T.*Z$/),
        updated_at: expect.any(String),
        stored_at: expect.any(String),
        feeds: expect.arrayContaining(["all"]),
      },
    ]);
  });

  it("goes on where next and Link say, and ends", async () => {
    const seen: string[] = [];
    let path: string | undefined = "/api/articles?limit=2";
    while (path !== undefined) {
      const answer = await room.request("GET", path);
      const { articles, next } = (await answer.json()) as Listed;
      expect(answer.headers.get("link")).toBe(next === undefined ? null : `<${next}>; rel="next"`);
      seen.push(...articles.map(({ id }) => id));
      path = next;
    }
    expect(seen).toEqual(["gone", "over", "later", "draft", "held", "boat", "vote"]);
  });

  it.each([
    ["colour=red", "/colour"],
    ["status=lost", "/status"],
    ["limit=0", "/limit"],
    ["limit=101", "/limit"],
    ["after=x", "/after"],
    [`after=${Buffer.from('["stored",1,-1]').toString("base64url")}`, "/after"],
    [`after=${Buffer.from('["published",1,1]').toString("base64url")}`, "/after"],
    ["from=yesterday", "/from"],
    ["to=2026-02-30", "/to"],
    ["sort=rank", "/sort"],
    ["feed=none", "/feed"],
    ["source=none", "/source"],
    ["left_out_by=nobody", "/left_out_by"],
    ["undelivered=nobody", "/undelivered"],
  ])("refuses “%s”, and says where the fault is", async (query, path) => {
    const answer = await room.request("GET", `/api/articles?${query}`);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([422, "application/problem+json"]);
    expect(((await answer.json()) as { problems: { path: string }[] }).problems.map((one) => one.path)).toEqual([path]);
  });

  it("is for who may see stories", async () => {
    const answer = await room.fetch(new Request("https://feeds.example/api/articles"));
    expect(answer.status).toBe(401);
  });
});

describe("a search among all articles", () => {
  beforeAll(async () => {
    room = await newsroom();
    const put = (id: string, title: string, content_html: string, summary?: string) =>
      room.put(article(id, { title, content_html, summary }));
    await put("title", "Storm over the harbour", "<p>Wind.</p>");
    await put("summary", "Weather", "<p>Wind.</p>", "A storm is coming.");
    await put("text", "Weather again", "<p>Nobody saw the <b>st</b>orm &amp; the<br>ferries.</p>");
    await put("zoe", "Zoë’s café", '<p title="hidden>word">Grüße aus Łódź</p>');
    await put("ja", "港湾労働者がストライキ", "<p>東京の港で労働者が火曜日に仕事を止めた。</p>");
    await put("zh", "港口工人罢工", "<p>周二，码头工人停止了工作。</p>");
    await put("th", "คนงานท่าเรือหยุดงาน", "<p>คนงานหยุดงานในวันอังคาร</p>");
    await put("ko", "부두 노동자 파업", "<p>노동자들은 화요일에 일을 멈추었다.</p>");
    await put("ar", "إضراب عمال الميناء", "<p>توقف العُمّال عن العمل في الميناء يوم الثلاثاء.</p>");
    await put("he", "שביתת עובדי הנמל", "<p>הָעוֹבְדִים שבתו ביום שלישי בנמל.</p>");
    await put("hi", "बंदरगाह में हड़ताल", "<p>मंगलवार को कर्मचारियों ने काम रोक दिया।</p>");
  });

  it.each([
    ["storm", ["title", "summary", "text"]],
    ["STORM ferr", ["text"]],
    ['"storm over"', ["title"]],
    ['"over storm"', []],
    ["st", []],
    ["orm", []],
    ["hidden", []],
    ["zoe cafe", ["zoe"]],
    ["Zoë", ["zoe"]],
    ["grusse", []],
    ["grüß", ["zoe"]],
    ["労働者", ["ja"]],
    ["労働", ["ja"]],
    ["ストライキ", ["ja"]],
    ["工人", ["zh"]],
    ["工人罢工", ["zh"]],
    ["人工", []],
    ["หยุดงาน", ["th"]],
    ["노동자", ["ko"]],
    ["العمال", ["ar"]],
    ["ميناء", ["ar"]],
    ["הנמל", ["he"]],
    ["נמל", ["he"]],
    ["העובדים", ["he"]],
    ["हड़ताल", ["hi"]],
  ])("for “%s” finds %j", async (query, found) =>
    expect((await ids(`q=${encodeURIComponent(query)}`)).toSorted()).toEqual(found.toSorted()),
  );

  it("has what is in the title before what is in the summary, and that before the text", async () =>
    expect(await ids("q=storm")).toEqual(["title", "summary", "text"]));

  it("quotes where it was found", async () => {
    const { articles } = await ask("q=storm");
    const quoted = articles.map(({ found }) => found?.marks.map(([from, to]) => found.text.slice(from, to)));
    expect(quoted).toEqual([[], ["storm"], ["storm"]]);
    expect(articles[2]?.found?.text).toBe("Nobody saw the storm & the ferries.");
  });

  it("knows a story by its current words alone", async () => {
    await room.put(article("changed", { title: "Beforehand" }));
    await room.put(article("changed", { title: "Afterwards" }));
    expect(await ids("q=beforehand")).toEqual([]);
    expect(await ids("q=afterwards")).toEqual(["changed"]);
  });
});

describe("what partners have of the articles", () => {
  let desk: Desk;
  let key: string;
  beforeAll(async () => {
    desk = await syndicate();
    room = desk;
    for (const partner of ["radio", "paper"]) await desk.partner(partner);
    key = (await desk.key("radio")).key;
    await desk.put(article("all", { section: "Sport" }));
    await desk.put(article("none", { syndication: { allow: "none" } }));
    await desk.put(article("paper-only", { syndication: { allow: ["paper"] } }));
    await desk.put(article("over", { syndication: { allow: "all", until: "2026-01-02T00:00:00Z" } }));
    await desk.put(article("withheld", { status: "withheld", syndication: { allow: "none" } }));
    await desk.publish();
  });

  it.each([
    ["left_out_by=radio", ["over", "paper-only", "none"]],
    ["left_out_by=paper", ["over", "none"]],
    ["left_out_by=paper&section=Sport", []],
    ["undelivered=radio", ["all"]],
    ["undelivered=true", ["paper-only", "all"]],
    ["undelivered=paper&left_out_by=radio", ["paper-only"]],
  ])("is asked for by “%s”: %j", async (query, found) => expect(await ids(query)).toEqual(found));

  it("is delivered once it was picked up, until it changes", async () => {
    const headers = { authorization: `Bearer ${key}` };
    for (const slug of ["radio", "radio-sport"]) await desk.request("GET", `/partner/${slug}.rss`, undefined, headers);
    expect(await ids("undelivered=radio")).toEqual([]);
    expect(await ids("undelivered=paper")).toEqual(["paper-only", "all"]);
    await desk.request("DELETE", "/api/articles/all");
    await desk.publish();
    expect(await ids("undelivered=radio")).toEqual(["all"]);
  });
});
