import { decodeJwt, decodeProtectedHeader } from "jose";
import { describe, expect, it } from "vitest";
import { readGhostSite } from "../../../src/import/ghost/site.ts";
import { SOURCE } from "../helpers.ts";
import { fakeSite, readAll } from "../sites.ts";

const HOME = "https://gazette.example/";
const ADMIN_KEY = "65f0c0ffee0000000000000a:00ff00ff00ff";

const post = (id: string, fields: Record<string, unknown> = {}) => ({
  id,
  title: `Story ${id}`,
  slug: `story-${id}`,
  url: `https://gazette.example/story-${id}/`,
  html: "<p>Words.</p>",
  visibility: "public",
  published_at: "2024-05-06T08:00:00.000+00:00",
  updated_at: "2024-05-06T08:00:00.000+00:00",
  authors: [{ name: "Ada Quayle" }],
  tags: [{ name: "Harbour", visibility: "public" }],
  ...fields,
});

/** A Ghost that gives its posts by twos, in the order of their ids. `home`: where its home leads to. */
const ghost = (posts: Record<string, unknown>[], home = HOME) =>
  fakeSite((url) => {
    if (url.pathname === "/") return { body: "<html>", url: home };
    const [, api] = /^\/ghost\/api\/(content|admin)\/posts\/$/.exec(url.pathname) ?? [];
    if (!api) return undefined;
    const after = /id:>'(.*?)'/.exec(url.searchParams.get("filter") ?? "")?.[1] ?? "";
    const left = posts.filter(({ id }) => String(id) > after);
    const pagination = { page: 1, next: left.length > 2 ? 2 : null, total: left.length };
    return { body: JSON.stringify({ posts: left.slice(0, 2), meta: { pagination } }) };
  });

describe("a running Ghost", () => {
  it("is read to its end by its Content API, and says how many posts it has", async () => {
    const { ask, asked } = ghost([post("a"), post("b"), post("c")]);
    const pages = await readAll(readGhostSite(HOME, { ask, source: SOURCE, key: "k1" }));
    expect(pages.flatMap(({ items }) => items.map(({ article }) => article.url))).toEqual([
      "https://gazette.example/story-a/",
      "https://gazette.example/story-b/",
      "https://gazette.example/story-c/",
    ]);
    expect(pages.map(({ total }) => total)).toEqual([3, 3]);
    expect(pages[0]?.items[0]?.article).toMatchObject({ guid: "a", section: "Harbour", tags: [] });
    const [, first] = asked;
    expect(Object.fromEntries(new URL(first?.url ?? "").searchParams)).toEqual({
      include: "authors,tags",
      formats: "html",
      order: "id asc",
      limit: "100",
      key: "k1",
    });
    expect(first?.headers["accept-version"]).toBe("v5.0");
  });

  it("withholds what it gives to members only", async () => {
    const { ask } = ghost([post("a", { visibility: "paid", access: false, html: "" })]);
    const [page] = await readAll(readGhostSite(HOME, { ask, source: SOURCE, key: "k1" }));
    expect(page?.items[0]).toMatchObject({
      withheld: "it is for paying members only",
      article: { status: "withheld" },
    });
  });

  it("withholds everything where the site asks for a password", async () => {
    const { ask } = ghost([post("a")], "https://gazette.example/private/?r=%2F");
    const [page] = await readAll(readGhostSite(HOME, { ask, source: SOURCE, key: "k1" }));
    expect(page?.items[0]?.withheld).toBe("its site asks for a password");
  });

  it("signs for its Admin API, keeps drafts back, and knows their addresses before they have one", async () => {
    const preview = "https://gazette.example/p/0b0d2e5c-46d1-4d8e-9a33-2a2b7a2f5a11/";
    const { ask, asked } = ghost([
      post("a", { status: "draft", url: preview, published_at: null }),
      post("b", { status: "published" }),
    ]);
    const [page] = await readAll(readGhostSite(HOME, { ask, source: SOURCE, key: ADMIN_KEY }));
    expect(page?.items[0]).toMatchObject({ withheld: "it is a draft", article: { url: `${HOME}story-a/` } });
    expect(page?.items[1]?.withheld).toBeUndefined();
    const token = asked[1]?.headers.authorization?.replace("Ghost ", "") ?? "";
    expect(decodeProtectedHeader(token)).toEqual({ alg: "HS256", kid: "65f0c0ffee0000000000000a", typ: "JWT" });
    expect(decodeJwt(token)).toMatchObject({ aud: "/admin/" });
    expect(asked[1]?.url).not.toContain("00ff00ff00ff");
  });

  it("asks for what was changed since then alone", async () => {
    const { ask, asked } = ghost([]);
    await readAll(readGhostSite(HOME, { ask, source: SOURCE, key: "k1", since: "2026-11-24T12:00:00.500+01:00" }));
    expect(new URL(asked[1]?.url ?? "").searchParams.get("filter")).toBe("updated_at:>='2026-11-24 11:00:00'");
  });

  it.each([
    [undefined, 200, "", "without a key"],
    ["k1", 401, '{"errors":[{"message":"Unknown Content API Key"}]}', "it answered 401: Unknown Content API Key"],
    ["k1", 500, "<html>", "it answered 500"],
    ["k1", 200, "<html>", "no Ghost's"],
    ["id:secret", 200, "{}", "hexadecimal"],
  ])("says why it cannot be read: key %s, %i %s", async (key, status, body, why) => {
    const ask = async (url: string) => ({ url, status, headers: new Headers(), body: new TextEncoder().encode(body) });
    await expect(readAll(readGhostSite(HOME, { ask, source: SOURCE, key }))).rejects.toThrow(why);
  });
});
