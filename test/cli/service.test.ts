import { afterEach, describe, expect, it } from "vitest";
import { NoAnswer } from "../../src/cli/request.ts";
import { connect, type ServiceAnswer, type ServiceClient, unexpected } from "../../src/cli/service.ts";
import { type Answered, closeServers, json, nobody, serve } from "./server.ts";

afterEach(closeServers);

const status = {
  slug: "top",
  title: "Top stories",
  urls: { rss: "https://x/feeds/top.rss", atom: "https://x/feeds/top.atom", json: "https://x/feeds/top.json" },
  state: "verified",
  edition: 3,
  entries: 2,
  stale: false,
};

/** What a call of the client does with one answer. */
async function answered(answer: Answered, call: (service: ServiceClient) => Promise<unknown>) {
  const { url, asked } = await serve(() => answer);
  const result = await call(connect(url, "secret")).catch((error: Error) => error.message.replace(url, "BASE"));
  return { result, asked };
}

describe("connect", () => {
  it("shows its token, and asks with JSON", async () => {
    const { url, asked } = await serve(() => json({ slug: "radio" }, 201));
    const answer = await connect(url, "secret").ask("PATCH", "/api/partners/radio", { status: "active" });
    expect(answer).toEqual({ status: 201, text: '{"slug":"radio"}', body: { slug: "radio" } });
    expect(asked).toEqual([
      {
        method: "PATCH",
        path: "/api/partners/radio",
        headers: expect.objectContaining({ authorization: "Bearer secret" }),
        body: '{"status":"active"}',
      },
    ]);
  });

  it("shows no token where it has none, and sends no body where there is none", async () => {
    const { url, asked } = await serve(() => ({}));
    await connect(url).ask("GET", "/");
    expect([asked[0]?.headers.authorization, asked[0]?.body]).toEqual([undefined, ""]);
  });

  it("takes any status for an answer, and text that is no JSON for text", async () => {
    const { result } = await answered({ status: 502, body: "<h1>Bad gateway</h1>" }, (service) =>
      service.ask("GET", "/api/feeds"),
    );
    expect(result).toEqual({ status: 502, text: "<h1>Bad gateway</h1>", body: undefined });
  });
});

describe("feeds", () => {
  it("lists the feeds, and says whether the store is empty", async () => {
    const { result, asked } = await answered(json({ feeds: [status], empty: false }), (service) => service.feeds());
    expect(result).toEqual({ feeds: [status], empty: false });
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /api/feeds?asleep=false"]);
  });

  it("lists those of all pages", async () => {
    const next = "/api/feeds?asleep=false&after=top";
    const { url, asked } = await serve(({ path }) =>
      json(
        path === next
          ? { feeds: [{ ...status, slug: "world" }], empty: false }
          : { feeds: [status], empty: false, next },
      ),
    );
    const { feeds } = await connect(url).feeds();
    expect(feeds.map(({ slug }) => slug)).toEqual([status.slug, "world"]);
    expect(asked).toHaveLength(2);
  });

  it.each<[string, Answered, string]>([
    ["a wrong token", json({ detail: "Send the publish token" }, 401), "answered 401: is it the right token?"],
    [
      "a fault, with the service's words",
      json({ detail: "The store is away." }, 503),
      "answered 503: The store is away.",
    ],
    ["a fault without words", { status: 500 }, "answered 500"],
    ["another server's page", { body: "<html>Hello</html>" }, "answered 200, but not as a Wireproof service does"],
    ["JSON of another kind", json({ feeds: "none" }), "answered 200, but not as a Wireproof service does"],
    ["a next page of another kind", json({ feeds: [], next: 2 }), "answered 200, but not as a Wireproof service does"],
    ["feeds of another kind", json({ feeds: [{ slug: "x" }] }), "answered 200, but not as a Wireproof service does"],
    [
      "a fault that looks like an answer",
      json({ feeds: [], detail: "Half of it is missing." }, 500),
      "answered 500: Half of it is missing.",
    ],
    ["an answer without content", { status: 204 }, "answered 204"],
  ])("tells %s in one line", async (_, answer, told) =>
    expect((await answered(answer, (service) => service.feeds())).result).toBe(
      `GET BASE/api/feeds?asleep=false ${told}`,
    ),
  );

  it("leaves it to its caller to say that nothing answers", async () => {
    const base = await nobody();
    await expect(connect(base, "x").feeds()).rejects.toBeInstanceOf(NoAnswer);
  });
});

describe("feed", () => {
  const detail = { ...status, feed: { entries: [] } };

  it("asks for one feed, with what it has to say", async () => {
    const { result, asked } = await answered(json(detail), (service) => service.feed("top"));
    expect([result, asked[0]?.path]).toEqual([detail, "/api/feeds/top"]);
  });

  it("makes no other path of a slug", async () => {
    const { asked } = await answered(json(detail), (service) => service.feed("../a b?c"));
    expect(asked[0]?.path).toBe("/api/feeds/..%2Fa%20b%3Fc");
  });

  it.each([
    ["without its feed", status],
    ["whose feed has no entries", { ...status, feed: {} }],
    ["that is a list", [detail]],
    ["that is null", null],
  ])("does not take an answer %s", async (_, body) =>
    expect((await answered(json(body), (service) => service.feed("top"))).result).toBe(
      "GET BASE/api/feeds/top answered 200, but not as a Wireproof service does",
    ),
  );
});

describe("store", () => {
  it("sends lines, and reads what became of each", async () => {
    const lines = [
      { line: 1, id: "a", status: "created" },
      { line: 2, status: "refused", problems: [{ path: "/url", detail: "is missing" }] },
    ];
    const answer = { body: lines.map((line) => `${JSON.stringify(line)}\n`).join("") };
    const { result, asked } = await answered(answer, (service) => service.store('{"id":"a"}\n{}'));
    expect(result).toEqual(lines);
    expect(asked.map(({ method, path, body }) => [method, path, body])).toEqual([
      ["POST", "/api/articles", '{"id":"a"}\n{}'],
    ]);
  });

  it.each<[string, Answered, string]>([
    ["a wrong token", json({}, 401), "answered 401: is it the right token?"],
    ["too much at once", json({ detail: "The body is too large." }, 413), "answered 413: The body is too large."],
    ["another server's page", { body: "<html>\n</html>" }, "answered 200, but not as a Wireproof service does"],
    [
      "a fault that looks like an answer",
      { status: 503, body: '{"line":1,"status":"created"}' },
      'answered 503: {"line":1,"status":"created"}',
    ],
    ["no line at all", { body: "" }, "answered 200, but not as a Wireproof service does"],
    [
      "one line that broke off",
      { body: '{"line":1,"status":"created"}\n{"line":2,' },
      "answered 200, but not as a Wireproof service does",
    ],
    ["lines of another kind", { body: '{"ok":true}' }, "answered 200, but not as a Wireproof service does"],
  ])("tells %s in one line", async (_, answer, told) =>
    expect((await answered(answer, (service) => service.store("{}"))).result).toBe(`POST BASE/api/articles ${told}`),
  );
});

describe("unexpected", () => {
  const answer = (text: string, body?: unknown): ServiceAnswer => ({ status: 500, text, body });

  it.each<[string, ServiceAnswer, string]>([
    ["the detail of a problem (RFC 9457 §3.1.4)", answer("…", { detail: "Out of order." }), "Out of order."],
    ["the text, where the JSON has no detail", answer('{"error":"x"}', { error: "x" }), '{"error":"x"}'],
    ["a page on one line", answer("<h1>\n  Bad\n</h1>\n"), "<h1> Bad </h1>"],
    ["200 characters whole", answer("x".repeat(200)), "x".repeat(200)],
    ["no more than the first 200 characters", answer("x".repeat(201)), `${"x".repeat(200)}…`],
    ["no half of a character", answer(`${"x".repeat(199)}🙂`), `${"x".repeat(199)}\uFFFD…`],
  ])("tells %s", (_, given, told) => expect(unexpected(given)).toBe(`answered 500: ${told}`));
});
