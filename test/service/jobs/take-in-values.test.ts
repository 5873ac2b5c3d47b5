import { beforeEach, describe, expect, it } from "vitest";
import { type FeedInput, parseCatalog } from "../../../src/feed/catalog.ts";
import { takeInValues } from "../../../src/service/jobs/take-in-values.ts";
import type { ExportedValue } from "../../../src/service/store/exported-values.ts";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { article, homeOn, type Newsroom, newsroom } from "../newsroom.ts";

const FEEDS: FeedInput[] = [
  { by: "tag", slug: "tag/{value}", title: "{value}", description: "D", formerly: ["topic/{value}"] },
  { by: ["section", "language"], slug: "desk/{value}", title: "{value}", description: "D" },
  { by: "author", slug: "ended/{value}", title: "{value}", description: "D", retired: true },
];

let desk: Newsroom;
beforeEach(async () => {
  desk = await newsroom(FEEDS);
});

const value = (slug: string, labels: string[], fields: Partial<ExportedValue> = {}): ExportedValue => ({
  ...{ slug, labels, family: slug.slice(0, slug.lastIndexOf("/")), edition: 0 },
  ...fields,
});
const take = (...values: ExportedValue[]) =>
  takeInValues(homeOn(), parseCatalog(SITE, FEEDS), async () => void (await desk.request("GET", "/api/feeds")), values);
const slugs = async () =>
  (await here.db.prepare("SELECT slug, value, asleep, edition FROM feed ORDER BY slug").all()).results;

describe("a value that is brought", () => {
  it("has the address that it had, and stories come into its feed", async () => {
    expect(await take(value("tag/c-12345678", ["C"]), value("tag/c", ["C++"], { edition: 7 }))).toEqual([
      { status: "created", id: "tag/c-12345678" },
      { status: "created", id: "tag/c" },
    ]);
    expect(await slugs()).toEqual([
      { slug: "tag/c", value: "c++", asleep: 1, edition: 7 },
      { slug: "tag/c-12345678", value: "c", asleep: 1, edition: 0 },
    ]);
    const { feeds } = (await (await desk.put(article("a", { tags: ["c"] }))).json()) as { feeds: string[] };
    expect(feeds).toContain("tag/c-12345678");
  });

  it("that is here already changes nothing, however it is spelled", async () => {
    await take(value("tag/zurich", ["Zürich"]), value("desk/world-de", ["World", "de"]));
    const before = await slugs();
    expect(
      await take(value("tag/zurich", ["ZÜRICH"], { edition: 3 }), value("desk/world-de", ["World", "de"])),
    ).toEqual([
      { status: "unchanged", id: "tag/zurich" },
      { status: "unchanged", id: "desk/world-de" },
    ]);
    expect(await slugs()).toEqual(before);
  });

  it("that has another address here keeps it, and so does whoever has its address; both are told", async () => {
    await desk.put(article("a", { tags: ["C"] }));
    const before = (await slugs()).length;
    expect(await take(value("tag/c-12345678", ["C"]), value("tag/c", ["C++"]))).toEqual([
      { status: "different", id: "tag/c-12345678", problems: [{ path: "/slug", detail: "is tag/c here" }] },
      { status: "different", id: "tag/c", problems: [{ path: "/slug", detail: "is another value's here" }] },
    ]);
    expect(await slugs()).toHaveLength(before);
  });

  it("twice, or with the address of another one, is taken as the first says", async () => {
    const taken = await take(
      value("tag/c", ["C"]),
      value("tag/c", ["c"]),
      value("tag/c", ["C++"]),
      value("tag/x", ["C"]),
    );
    expect(taken.map(({ status }) => status)).toEqual(["created", "unchanged", "different", "different"]);
  });

  it("of a family that has another path here goes along with it", async () => {
    expect(await take(value("topic/lake", ["Lake"]))).toEqual([{ status: "created", id: "topic/lake" }]);
    expect(await slugs()).toMatchObject([{ slug: "tag/lake" }]);
  });

  it.each([
    ["of no family here", value("none/a", ["A"]), "different", "/family"],
    ["of one that has ended", value("ended/a", ["A"]), "different", "/family"],
    ["of one by something else", value("tag/a-b", ["A", "B"]), "different", "/labels"],
    ["whose address is no family's", value("all", ["A"], { family: "tag" }), "refused", "/slug"],
    ["whose address is another family's", value("desk/a", ["A"], { family: "tag" }), "refused", "/slug"],
    ["whose address is a path", value("tag/a/b", ["A"], { family: "tag" }), "refused", "/slug"],
    ["whose address is that of archives", value("tag/archive", ["A"]), "refused", "/slug"],
    ["whose address is a hash's beginning", value("tag/a.rss?x=1#", ["A"]), "refused", "/slug"],
  ])("%s is told, and nothing is stored", async (_, brought, status, path) => {
    expect(await take(brought)).toMatchObject([{ status, id: brought.slug, problems: [{ path }] }]);
    expect(await slugs()).toEqual([]);
  });
});
