import { describe, expect, it } from "vitest";
import { policyOf } from "./policy.ts";

const of = (headers: Record<string, string>, status = 200, isAuthorized = false) =>
  policyOf(status, new Headers(headers), isAuthorized);

describe("what an answer says of its keeping", () => {
  it("is what the most specific header says, and that alone", () => {
    const all = {
      "cache-control": "private",
      "cdn-cache-control": "max-age=20",
      "cloudflare-cdn-cache-control": "max-age=10",
    };
    expect(of(all).fresh).toBe(10);
    expect(of({ ...all, "cloudflare-cdn-cache-control": "no-store" }).isStored).toBe(false);
    const { "cloudflare-cdn-cache-control": _, ...others } = all;
    expect(of(others).fresh).toBe(20);
  });

  it.each(["private", "no-store", "private, max-age=60", "public, no-store"])("%s: it is not stored", (value) => {
    expect(of({ "cache-control": value }).isStored).toBe(false);
  });

  it("s-maxage comes before max-age", () => {
    expect(of({ "cache-control": "max-age=300, s-maxage=10" }).fresh).toBe(10);
  });

  it("no-cache: it is stored, and stale at once", () => {
    expect(of({ "cache-control": "no-cache, max-age=60" })).toMatchObject({ isStored: true, fresh: 0 });
  });

  it.each([
    [200, 7200],
    [301, 1200],
    [404, 180],
    [410, 180],
    [405, 60],
  ])("nothing: a %i is kept for %i seconds", (status, fresh) => {
    expect(of({}, status)).toMatchObject({ isStored: true, fresh });
  });

  it.each([307, 401, 403, 500, 503])("nothing: a %i is not stored", (status) => {
    expect(of({}, status).isStored).toBe(false);
  });

  it("whatever it is: 206, Cloudflare's own failures, cookies and `Vary: *` are not stored", () => {
    const said = { "cache-control": "public, max-age=60" };
    for (const status of [206, 520, 526]) expect(of(said, status).isStored, String(status)).toBe(false);
    expect(of({ ...said, "set-cookie": "a=b" }).isStored).toBe(false);
    expect(of({ ...said, vary: "*" }).isStored).toBe(false);
    expect(of(said, 503).isStored).toBe(true);
  });

  it.each([
    ["max-age=60", false],
    ["public, max-age=60", true],
    ["s-maxage=60", true],
    ["max-age=60, must-revalidate", true],
  ])("%s: stored of a request with an Authorization: %s", (value, isStored) => {
    expect(of({ "cache-control": value }, 200, true).isStored).toBe(isStored);
  });

  it("of stale copies: for ever on error, where nothing else is said", () => {
    expect(of({ "cache-control": "max-age=60" })).toMatchObject({ staleIfError: Number.POSITIVE_INFINITY });
    expect(of({ "cache-control": "max-age=60, stale-if-error=0" })).toMatchObject({ staleIfError: 0 });
    expect(of({ "cache-control": "max-age=60, must-revalidate" })).toMatchObject({ staleIfError: 0 });
    expect(of({ "cache-control": "max-age=60" })).toMatchObject({ staleWhileRevalidate: 0 });
  });
});
