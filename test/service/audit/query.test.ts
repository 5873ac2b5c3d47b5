import { describe, expect, it } from "vitest";
import { parseLogQuery } from "../../../src/service/audit/query.ts";

const filterOf = (query: Record<string, string>) => {
  const parsed = parseLogQuery(query, 50);
  return parsed.status === "parsed" ? parsed.filter : parsed.problems.map(({ path }) => path);
};

describe("a question to the log", () => {
  it("that asks for nothing is for all of it, a page of the usual length", () =>
    expect(parseLogQuery({}, 50)).toEqual({ status: "parsed", filter: {}, limit: 50 }));

  it("may come from a form, which sends the fields, too, that were left empty", () =>
    expect(filterOf({ actor: "", action: "", from: "", to: "" })).toEqual({}));

  it.each([
    [{ actor: "person" }, { actor: { kind: "person" } }],
    [{ actor: "key:publish-token" }, { actor: { kind: "key", id: "publish-token" } }],
    [{ subject: "article:urn:x:1" }, { subject: { kind: "article", id: "urn:x:1" } }],
    [{ action: "article.withheld" }, { action: "article.withheld" }],
    [{ from: "2026-03-01T13:00:00+01:00" }, { from: Date.UTC(2026, 2, 1, 12) }],
    [
      { from: "2026-03-01", to: "2026-03-01" },
      { from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 2, 2) - 1 },
    ],
  ])("%j is understood", (query, filter) => expect(filterOf(query)).toEqual(filter));

  it("says where it goes on, and how much it wants", () =>
    expect(parseLogQuery({ before: "7", limit: "500" }, 50)).toMatchObject({ before: 7, limit: 500 }));

  it.each([
    [{ actor: "nobody" }, ["/actor"]],
    [{ actor: ":ada" }, ["/actor"]],
    [{ subject: "story:a" }, ["/subject"]],
    [{ action: "article.eaten" }, ["/action"]],
    [{ from: "yesterday", to: "2026-13-01" }, ["/from", "/to"]],
    [{ before: "0", limit: "501" }, ["/before", "/limit"]],
    [{ who: "ada" }, ["/who"]],
  ])("%j is told what is wrong with it", (query, paths) => expect(filterOf(query)).toEqual(paths));
});
