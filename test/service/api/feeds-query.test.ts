import { describe, expect, it } from "vitest";
import { parseCatalog } from "../../../src/feed/catalog.ts";
import { parseFeedsQuery } from "../../../src/service/api/feeds-query.ts";
import { SITE } from "../../site.ts";

const catalog = parseCatalog(SITE, [
  { slug: "all", title: "All", description: "All" },
  { slug: "radio", title: "Radio", description: "Radio", access: "partner", partner: "radio" },
  { by: "tag", slug: "radio-tag/{value}", title: "T", description: "D", access: "partner", partner: "radio" },
  { by: "tag", slug: "tag/{value}", title: "T", description: "D" },
]);

describe("a query of feeds", () => {
  it("that asks for nothing gets the first 500 of all", () =>
    expect(parseFeedsQuery({}, catalog)).toMatchObject({
      status: "parsed",
      after: "",
      limit: 500,
      filter: { among: undefined },
    }));

  it("takes each filter in its own terms", () =>
    expect(
      parseFeedsQuery(
        { after: "a", limit: "7", state: "none", stale: "false", asleep: "true", family: "tag", partner: "radio" },
        catalog,
      ),
    ).toEqual({
      status: "parsed",
      after: "a",
      limit: 7,
      partner: "radio",
      filter: {
        state: "none",
        stale: false,
        asleep: true,
        family: "tag",
        among: { slugs: ["radio"], families: ["radio-tag"] },
      },
    }));

  it.each<[Record<string, string>, string, string]>([
    [{ limit: "0" }, "/limit", "must be a whole number from 1 to 500"],
    [{ limit: "501" }, "/limit", "must be a whole number from 1 to 500"],
    [{ limit: "1.5" }, "/limit", "must be a whole number from 1 to 500"],
    [{ limit: "many" }, "/limit", "must be a whole number from 1 to 500"],
    [{ state: "good" }, "/state", 'is "good"'],
    [{ stale: "yes" }, "/stale", "is neither true nor false"],
    [{ asleep: "1" }, "/asleep", "is neither true nor false"],
    [{ family: "tags" }, "/family", "is no family"],
    [{ partner: "tv" }, "/partner", "is no partner that has a feed"],
    [{ stat: "none" }, "/stat", "state"],
  ])("is told what is wrong with %j", (query, path, detail) =>
    expect(parseFeedsQuery(query, catalog)).toMatchObject({
      status: "problems",
      problems: [{ path, detail: expect.stringContaining(detail) }],
    }),
  );
});
