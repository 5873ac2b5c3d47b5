import { beforeEach, describe, expect, it } from "vitest";
import type { FeedInput } from "../../../src/feed/catalog.ts";
import { here } from "../../homes/here.ts";
import { article } from "../newsroom.ts";
import { basic, type Desk, syndicate } from "../partner/syndicate.ts";
import { FAULT } from "../store/rows.ts";
import { type Browser, signIn, text } from "./browser.ts";

const FEEDS: FeedInput[] = [
  { slug: "all", title: "Everything", description: "All" },
  { by: "tag", slug: "tag/{value}", title: "Tagged {value}", description: "On {value}" },
  {
    ...{ by: "tag", slug: "radio/tag/{value}", title: "{value} for the radio", description: "On {value}" },
    ...{ access: "partner", partner: "radio" },
  },
];

let desk: Desk;
let browser: Browser;
const page = async (path: string) => text(await browser.page(path));

beforeEach(async () => {
  desk = await syndicate(FEEDS);
  await desk.partner("radio");
  browser = await signIn(desk);
  await desk.put(article("a", { tags: ["Zürich", "Lake", "Boats"] }));
  await desk.publish();
  for (const value of ["zurich", "lake"])
    expect((await desk.request("GET", `/feeds/tag/${value}.rss`)).status).toBe(200);
  const { key } = await desk.key("radio");
  expect((await desk.request("GET", "/partner/radio/tag/lake.rss", undefined, basic(key))).status).toBe(200);
});

describe("the feeds' page", () => {
  it("has a line for each family, and none for its feeds", async () => {
    const feeds = await page("/desk/feeds");
    expect(feeds).toContain("1 of 1 feed verified, 0 refused, 0 stale.");
    expect(feeds).toMatch(/Asleep Refused tag\/\{value\} Tagged \{value\} 2 1 none Latest refusals/);
  });

  it("names the feeds of a family that were refused", async () => {
    const refusal = JSON.stringify([FAULT]);
    await here.db.prepare("UPDATE feed SET refusal = ? WHERE slug = 'tag/zurich'").bind(refusal).run();
    await here.db
      .prepare("INSERT INTO refusal (feed, at, edition, discrepancies) VALUES ('tag/zurich', 5, 1, ?)")
      .bind(refusal)
      .run();
    const html = await browser.page("/desk/feeds");
    expect(html).toContain('<a href="/feeds/tag/zurich">Tagged Zürich</a>');
    expect(text(html)).toMatch(/2 1 1: Tagged Zürich Latest refusals Tagged Zürich, .*: held back/);
  });
});

describe("an article's page", () => {
  it("calls families' feeds by their titles, and leads to them", async () => {
    const html = await browser.page("/desk/articles/a");
    expect(html).toContain('<a href="/feeds/tag/zurich">Tagged Zürich</a>');
    expect(html).toContain('<a href="/desk/partners/feeds/radio/tag/lake">Lake for the radio</a>');
    const served = /Where revision 1 was served.*?<\/table>/s.exec(html)?.[0] ?? "";
    expect(text(served)).toMatch(/Everything 1 to now .* Lake for the radio 1 to now .* Tagged Lake 1 to now/);
    expect(text(/aria-label="Deliveries".*?<\/table>/s.exec(html)?.[0] ?? "")).toContain("radio Lake for the radio 1");
  });

  it("says of each feed what taking the story back will do", async () => {
    expect(await page("/desk/articles/a/retract")).toMatch(
      /these 7 feeds.* Lake for the radio, which shows its notice for 35 days .*Tagged Zürich, which shows/,
    );
  });
});

describe("the preview", () => {
  const preview = async (fields: object) =>
    text(await (await browser.post("/desk/preview", { text: JSON.stringify(article("b", { ...fields })) })).text());

  it("shows a story in the feeds of its values, those that there are and those that there will be", async () => {
    const before = await here.db.prepare("SELECT count(*) AS feeds FROM feed").first();
    const shown = await preview({ tags: ["ZÜRICH", "New"] });
    expect(shown).toContain("In Everything, Tagged ZÜRICH, Tagged New: full text, reads right");
    expect(shown).toContain("It goes out in ZÜRICH for the radio, New for the radio.");
    expect(await here.db.prepare("SELECT count(*) AS feeds FROM feed").first()).toEqual(before);
  });

  it("names some of many", async () => {
    const tags = Array.from({ length: 40 }, (_, n) => `t${n}`);
    expect(await preview({ tags })).toMatch(/In Everything, Tagged t0, [^:]*Tagged t18 and 21 more: full text/);
  });
});

describe("the partners' pages", () => {
  it("have a line for each family, and one for each of its feeds that its partner polls", async () => {
    const partners = await page("/desk/partners");
    expect(partners).toMatch(/Left out Lake for the radio The radio standard 1 · .* the current one/);
    expect(partners).not.toContain("Boats for the radio");
    expect(partners).toMatch(/Asleep Refused radio\/tag\/\{value\} \{value\} for the radio 1 2 none/);
  });

  it("say of a family's feed what its partner's system will not take", async () => {
    expect(await page("/desk/partners/feeds/radio/tag/zurich")).toContain("1 of 1 entries go out.");
    for (const slug of ["radio/tag/none", "radio/tag", "tag/zurich", "all"])
      expect((await browser.get(`/desk/partners/feeds/${slug}`)).status).toBe(404);
    expect((await browser.get("/desk/partners/radio/tag/zurich")).headers.get("location")).toBe(
      "/desk/partners/feeds/radio/tag/zurich",
    );
  });
});
