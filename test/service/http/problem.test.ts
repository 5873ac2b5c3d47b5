import { describe, expect, it } from "vitest";
import { problem, unavailable } from "../../../src/service/http/problem.ts";

describe("a problem (RFC 9457)", () => {
  it("is JSON of its own type, with status, title and detail, and no cache keeps it", async () => {
    const response = problem(404, "No article has this id.");
    expect([response.status, Object.fromEntries(response.headers)]).toEqual([
      404,
      { "content-type": "application/problem+json", "cache-control": "no-store" },
    ]);
    expect(await response.json()).toEqual({
      ...{ type: "about:blank", title: "Not found", status: 404, detail: "No article has this id." },
    });
  });

  it("says when to come again, where it may be had soon (RFC 9110 §15.6.4, §10.2.3)", async () => {
    const response = unavailable("Not now.");
    expect([response.status, Object.fromEntries(response.headers)]).toEqual([
      503,
      { "content-type": "application/problem+json", "cache-control": "no-store", "retry-after": "5" },
    ]);
    expect(await response.json()).toMatchObject({ status: 503, title: "Unavailable", detail: "Not now." });
  });

  it("has every problem of the input with its path (RFC 9457 §3.2)", async () => {
    const problems = [
      { path: "/url", detail: "is no URL" },
      { path: "/images/0/url", detail: "is no URL" },
    ];
    expect(await problem(422, "The article was not stored.", problems).json()).toMatchObject({ status: 422, problems });
  });

  it("has more headers where they are asked for, and they win", () => {
    const { headers } = problem(412, "Changed.", undefined, { etag: '"7"', "cache-control": "private" });
    expect(Object.fromEntries(headers)).toEqual({
      ...{ "content-type": "application/problem+json", "cache-control": "private", etag: '"7"' },
    });
  });

  it.each([
    [400, "Bad request"],
    [401, "Not signed in"],
    [405, "Method not allowed"],
    [409, "Conflict"],
    [413, "Too large"],
    [415, "Unsupported media type"],
    [500, "Internal error"],
    [503, "Unavailable"],
  ] as const)("of status %i has the title %s, whatever its detail (RFC 9457 §3.1.4)", async (status, title) => {
    expect(await problem(status, "Something.").json()).toMatchObject({ status, title });
  });
});
