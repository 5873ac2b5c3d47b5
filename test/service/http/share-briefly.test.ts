import { Hono } from "hono";
import { afterEach, describe, expect, it, vi } from "vitest";
import { shareBriefly } from "../../../src/service/http/share-briefly.ts";
import { CONFIRMED_FOR, SHARED_MAX_AGE } from "../../../src/service/shared-copies.ts";
import { pass, startClock } from "../clock.ts";

afterEach(() => vi.useRealTimers());

async function copiesOf(cacheControl: string | undefined, milliseconds = 0): Promise<(string | null)[]> {
  startClock(Date.now());
  const app = new Hono().use(shareBriefly).get("/", (c) => {
    pass(milliseconds);
    return c.text("", 200, cacheControl === undefined ? {} : { "cache-control": cacheControl });
  });
  const { headers } = await app.request("/");
  return [headers.get("cache-control"), headers.get("cloudflare-cdn-cache-control")];
}

describe("shared caches", () => {
  it("have what is public for seconds, and readers as long as it says", async () => {
    const shared = [
      `public, max-age=60, s-maxage=${SHARED_MAX_AGE}`,
      `public, max-age=${SHARED_MAX_AGE}, must-revalidate`,
    ];
    expect(await copiesOf("public, max-age=60")).toEqual(shared);
    expect(await copiesOf("public, max-age=60", CONFIRMED_FOR - 1)).toEqual(shared);
  });

  it("have nothing that was long in the making", async () => {
    expect(await copiesOf("public, max-age=60", CONFIRMED_FOR)).toEqual(["private, max-age=60", "no-store"]);
  });

  it.each(["no-store", "private, max-age=60", "public, max-age=31536000, immutable", undefined])(
    "are told nothing else where an answer says %s",
    async (said) => expect(await copiesOf(said)).toEqual([said ?? null, null]),
  );
});
