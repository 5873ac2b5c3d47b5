import { describe, expect, it } from "vitest";
import { parseCatalog } from "../../../src/feed/catalog.ts";
import { parseAudienceQuery } from "../../../src/service/api/audience-query.ts";
import { AUDIENCE_DAYS } from "../../../src/service/store/audience.ts";
import { SITE } from "../../site.ts";

const NOON = Date.UTC(2026, 2, 15, 12);
const catalog = parseCatalog(SITE, [
  { slug: "all", title: "All", description: "All", formerly: ["everything"] },
  { slug: "olympics", title: "Games", description: "Over", retired: true },
  { slug: "radio", title: "Radio", description: "Radio", access: "partner", partner: "radio" },
]);
const parse = (input: Record<string, string>) => parseAudienceQuery(input, catalog, NOON);

describe("a question about the audience", () => {
  it("is of the last thirty days and all feeds, where it says nothing", () => {
    expect(parse({})).toEqual({
      ...{ status: "parsed", range: { from: "2026-02-14", to: "2026-03-15", feed: undefined }, format: undefined },
    });
  });

  it.each([
    [{ to: "2026-03-01" }, { from: "2026-01-31", to: "2026-03-01" }],
    [{ from: "2026-03-01" }, { from: "2026-03-01", to: "2026-03-15" }],
    [
      { from: "2026-03-01", to: "2026-03-01" },
      { from: "2026-03-01", to: "2026-03-01" },
    ],
    [
      { from: "2024-02-29", to: "2024-02-29" },
      { from: "2024-02-29", to: "2024-02-29" },
    ],
  ])("has the days that it names, both included: %j", (input, range) => {
    expect(parse(input)).toMatchObject({ status: "parsed", range });
  });

  it.each(["all", "everything", "olympics"])(
    "may be of the feed %s: what has moved or ended is polled still",
    (feed) => {
      expect(parse({ feed })).toMatchObject({ status: "parsed", range: { feed } });
    },
  );

  it.each(["json", "csv"])("may ask for %s", (format) => {
    expect(parse({ format })).toMatchObject({ status: "parsed", format });
  });

  it("is of as many days as are kept, and of no more", () => {
    const to = "2026-03-15";
    const from = (days: number) => new Date(Date.parse(to) - (days - 1) * 86_400_000).toISOString().slice(0, 10);
    expect(parse({ from: from(AUDIENCE_DAYS), to }).status).toBe("parsed");
    expect(parse({ from: from(AUDIENCE_DAYS + 1), to })).toEqual({
      status: "problems",
      problems: [{ path: "/from", detail: "is more than 400 days before to: no more are kept" }],
    });
  });

  it.each<[Record<string, string>, string[]]>([
    [{ from: "yesterday" }, ["/from"]],
    [{ from: "2026-02-30" }, ["/from"]],
    [{ from: "2026-3-1", to: "" }, ["/from", "/to"]],
    [{ from: "2026-03-02", to: "2026-03-01" }, ["/from"]],
    [{ feed: "radio" }, ["/feed"]],
    [{ feed: "" }, ["/feed"]],
    [{ from: "2026-03-02", to: "2026-03-01", feed: "nothing" }, ["/from", "/feed"]],
    [{ format: "xml", form: "x", "": "y" }, ["/format", "/form", "/"]],
  ])("that cannot be answered is told all that is wrong: %j", (input, paths) => {
    const parsed = parse(input);
    expect(parsed.status === "problems" && parsed.problems.map(({ path }) => path)).toEqual(paths);
  });
});
