import { beforeEach, describe, expect, it } from "vitest";
import { MAX_ARTICLE_BYTES } from "../../../src/article/limits.ts";
import { SITE } from "../../site.ts";
import { article, FEEDS, type Newsroom, newsroom } from "../newsroom.ts";

let desk: Newsroom;
beforeEach(async () => {
  desk = await newsroom();
});

describe("storing an article", () => {
  it("answers the revision, the feeds touched and what was removed", async () => {
    const response = await desk.put(article("a", { section: "Politics", content_html: "<p onclick=x>T</p>" }));
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({
      status: "created",
      id: "a",
      revision: 1,
      feeds: ["all", "politics"],
      removed: [{ path: "/content_html", what: "p[onclick]", count: 1 }],
    });
  });

  it("answers that another article has the same URL, and stores it all the same", async () => {
    await desk.put(article("a"));
    const response = await desk.put(article("b", { url: "https://gazette.example/a" }));
    expect([response.status, await response.json()]).toMatchObject([201, { notices: [{ path: "/url" }] }]);
    expect(await (await desk.put(article("c"))).json()).not.toHaveProperty("notices");
  });

  it("is refused with 409 under another's URL where the masthead asks for that (RFC 9110 §15.5.10)", async () => {
    desk = await newsroom(FEEDS, { ...SITE, unique_urls: true });
    await desk.put(article("a"));
    const response = await desk.put(article("b", { url: "https://gazette.example/a" }));
    const problems = [{ path: "/url", detail: "is that of the article a: change that one, or take it back before" }];
    expect([response.status, await response.json()]).toMatchObject([409, { problems }]);
    expect((await desk.request("GET", "/api/articles/b")).status).toBe(404);
  });

  it("makes a revision of every change, and none of the same content", async () => {
    const first = article("a", { section: "Politics" });
    await desk.put(first);
    expect(await (await desk.put(first)).json()).toMatchObject({ status: "unchanged", revision: 1 });
    const moved = await desk.put({ ...first, section: "Sport" });
    expect(moved.status).toBe(200);
    expect(await moved.json()).toMatchObject({ status: "changed", revision: 2, feeds: ["all", "politics", "sport"] });
  });

  it("gives back what it stored, and the revision as its tag", async () => {
    const stored = article("ä/1 ?", { tags: ["x"], authors: [{ name: "A" }] });
    await desk.put(stored);
    const response = await desk.request("GET", `/api/articles/${encodeURIComponent("ä/1 ?")}`);
    expect(response.headers.get("etag")).toBe('"1"');
    expect(await response.json()).toMatchObject({ id: "ä/1 ?", tags: ["x"], title: stored.title });
  });

  it("tells that the body's id is another than the URL's along with every other problem", async () => {
    const response = await desk.request("PUT", "/api/articles/a", { ...article("b"), url: "x", colour: "red" });
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { problems: [{ path: "/url" }, { path: "/colour" }, { path: "/id" }] },
    ]);
    expect((await desk.request("PUT", "/api/articles/a%00b", article("a\u0000b"))).status).toBe(422);
  });

  it("retracts with a reason", async () => {
    await desk.put(article("a"));
    expect(await (await desk.request("DELETE", "/api/articles/a", { reason: "Wrong" })).json()).toMatchObject({
      status: "changed",
      revision: 2,
    });
    expect(await (await desk.request("GET", "/api/articles/a")).json()).toMatchObject({
      status: "canceled",
      reason: "Wrong",
    });
  });

  it("never changes an entry's id, nor gives it to two articles", async () => {
    await desk.put(article("a", { guid: "old-1" }));
    const changed = await desk.put(article("a", { guid: "old-2" }));
    expect([changed.status, await changed.json()]).toMatchObject([409, { problems: [{ path: "/guid" }] }]);
    const taken = await desk.put(article("b", { guid: "old-1" }));
    expect([taken.status, await taken.json()]).toMatchObject([
      409,
      { problems: [{ path: "/guid", detail: "the entry id old-1 belongs to the article a already" }] },
    ]);
    await desk.put(article("a", { title: "Another" }));
    await desk.publish();
    expect(await desk.items("all")).toMatchObject([{ id: "old-1", title: "Another" }]);
  });

  it("loses neither of two saves at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) => desk.put(article("a", { title: `Version ${index}` }))),
    );
    const revisions = await Promise.all(
      answers.map(async (answer) => ((await answer.json()) as { revision: number }).revision),
    );
    expect(revisions.sort()).toEqual([1, 2, 3, 4, 5]);
  });
});

describe("refusing an article", () => {
  it.each([
    ["no JSON", "{", 400],
    ["no object", "[]", 422],
    ["another id than the URL's", JSON.stringify({ ...article("b") }), 422],
    ["an unknown field", JSON.stringify({ ...article("a"), colour: "red" }), 422],
    [
      "an article over its limit",
      JSON.stringify({ ...article("a"), content_html: "x".repeat(MAX_ARTICLE_BYTES) }),
      422,
    ],
    [
      "a body over its limit",
      JSON.stringify({ ...article("a"), content_html: "x".repeat(3 * MAX_ARTICLE_BYTES) }),
      413,
    ],
  ])("%s", async (_, body, status) => {
    const response = await desk.request("PUT", "/api/articles/a", body);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect((await desk.request("GET", "/api/articles/a")).status).toBe(404);
  });

  it.each([
    ["none", undefined],
    ["a wrong token", "Bearer nope"],
    ["a longer token", "Bearer test-4f9c2e7b1d806a35e7c12"],
    ["another scheme", "Basic test-4f9c2e7b1d806a35e7c1"],
  ])("who has %s", async (_, authorization) => {
    for (const [method, path] of [
      ["PUT", "/api/articles/a"],
      ["GET", "/api/articles/a"],
      ["DELETE", "/api/articles/a"],
      ["POST", "/api/articles"],
      ["GET", "/api/feeds"],
      ["GET", "/api/nothing"],
    ] as const) {
      const response = await desk.request(method, path, method === "GET" ? undefined : "{}", {
        authorization: authorization ?? "",
      });
      expect([method, path, response.status]).toEqual([method, path, 401]);
      expect(response.headers.get("www-authenticate")).toMatch(/^Bearer/);
    }
  });
});

describe("bulk", () => {
  const send = async (body: string | ReadableStream) => {
    const response = await desk.request("POST", "/api/articles", body);
    const text = await response.text();
    return text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  };

  it("answers every line in order, and a bad one stops no other", async () => {
    const lines = [
      JSON.stringify(article("a")),
      "{broken",
      JSON.stringify({ id: "c" }),
      "",
      JSON.stringify(article("a", { title: "Newer" })),
      "7",
      JSON.stringify(article("e")),
    ];
    expect(
      (await send(lines.join("\r\n"))).map(({ line, id, status, revision }) => [line, id, status, revision]),
    ).toEqual([
      [1, "a", "created", 1],
      [2, undefined, "refused", undefined],
      [3, "c", "refused", undefined],
      [5, "a", "changed", 2],
      [6, undefined, "refused", undefined],
      [7, "e", "created", 1],
    ]);
  });

  it("passes over a line that is too long without holding it", async () => {
    const encoder = new TextEncoder();
    const pieces = [
      JSON.stringify(article("a")),
      "\n",
      ...Array(80).fill("x".repeat(50_000)),
      "\n",
      JSON.stringify(article("b")),
    ];
    const stream = new ReadableStream({
      pull(controller) {
        const piece = pieces.shift();
        if (piece === undefined) controller.close();
        else controller.enqueue(encoder.encode(piece));
      },
    });
    expect((await send(stream)).map(({ line, status }) => [line, status])).toEqual([
      [1, "created"],
      [2, "refused"],
      [3, "created"],
    ]);
  });

  it("stores thousands, answering while they come", async () => {
    const lines = Array.from({ length: 3_000 }, (_, index) => JSON.stringify(article(`n${index}`)));
    const results = await send(lines.join("\n"));
    expect(results.length).toBe(3_000);
    expect(new Set(results.map((result) => result.status))).toEqual(new Set(["created"]));
  });

  it("keeps text byte for byte", async () => {
    const title = 'quotes " \\ / \u2028 \u00ad 😀 \ufeffx';
    await send(JSON.stringify(article("a", { title, tags: ["1e5", "null", "\\u0041"] })));
    expect(await (await desk.request("GET", "/api/articles/a")).json()).toMatchObject({
      title,
      tags: ["1e5", "null", "\\u0041"],
    });
  });
});
