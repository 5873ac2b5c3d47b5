import { env } from "cloudflare:workers";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { KEY_MEMORY } from "../../../src/service/partner/known-keys.ts";
import { MAX_REFUSALS, Strangers } from "../../../src/service/partner/strangers.ts";
import { coldPoll, FORMATS, sleep, tagOf } from "../cold-poll.ts";
import { article } from "../newsroom.ts";
import { isDown, watchStore, works } from "../watched-store.ts";
import { basic, bearer, cold, type Desk, type Minted, PARTNER_FEEDS, syndicate } from "./syndicate.ts";

let desk: Desk;
let radio: Minted;
let sportOnly: Minted;
let paper: Minted;

beforeAll(async () => {
  desk = await syndicate();
  await desk.partner("radio");
  await desk.partner("paper", { key_in_url: true });
  radio = await desk.key("radio");
  sportOnly = await desk.key("radio", { feeds: ["radio-sport"] });
  paper = await desk.key("paper");
  for (const id of ["a", "b"]) await desk.put(article(id, { section: "Sport" }));
  await desk.publish();
});
afterEach(() => vi.restoreAllMocks());

/** Every path below `/partner` that somebody could try. */
const PATHS = [
  ...FORMATS.flatMap((format) => [`/partner/radio.${format}`, `/partner/nothing.${format}`]),
  "/partner/radio/archive/1.rss",
  "/partner/nothing/archive/1.rss",
  "/partner/radio/archive/0.rss",
  "/partner/radio-games.rss",
  "/partner/paper-old.atom",
  "/partner/all.rss",
  "/partner/radio",
  "/partner/",
  "/partner",
];

async function all(response: Response): Promise<unknown> {
  return [response.status, [...response.headers], await response.text()];
}

describe("a partner's feed", () => {
  it.each(FORMATS)(
    "is served to its partner's key, as Basic and as Bearer (%s; RFC 7617 §2, RFC 6750 §2.1)",
    async (format) => {
      for (const headers of [basic(radio.key), basic(radio.key, ""), basic(radio.key, "radio"), bearer(radio.key)]) {
        const response = await cold()(`/partner/radio.${format}`, headers);
        expect(response.status).toBe(200);
        expect(await response.text()).toContain("Title of a");
      }
    },
  );

  it("names itself by the URL that it is served at, without the key", async () => {
    const text = await (await cold()(`/partner/paper.json?key=${paper.key}`)).text();
    expect(JSON.parse(text).feed_url).toBe("https://feeds.example/partner/paper.json");
    for (const format of FORMATS)
      expect(await (await cold()(`/partner/paper.${format}?key=${paper.key}`)).text()).not.toContain("wp_");
  });

  it("is in no directory, OPML, page, health or public URL", async () => {
    const poll = cold();
    for (const path of ["/", "/feeds.opml", "/health", "/feeds/all"]) {
      const response = await poll(path);
      expect(response.status).toBe(200);
      expect(await response.text()).not.toMatch(/radio|partner|[">/]paper/i);
    }
    for (const path of [
      "/feeds/radio",
      "/feeds/radio.rss",
      "/feeds/radio/archive/1.rss",
      "/feeds/radio-games.rss",
      "/feeds/paper-old.rss",
    ])
      expect(await all(await poll(path))).toEqual(await all(await poll(path.replace(/radio|paper/, "nothing"))));
  });

  it("answers its polls as a public one does: 304, HEAD, codings, deltas", async () => {
    const poll = cold();
    const whole = await poll("/partner/radio.rss", basic(radio.key));
    const etag = whole.headers.get("etag") ?? "";
    expect((await poll("/partner/radio.rss", { ...basic(radio.key), "if-none-match": etag })).status).toBe(304);
    const head = await poll("/partner/radio.rss", basic(radio.key), "HEAD");
    expect([head.status, await head.text(), head.headers.get("etag")]).toEqual([200, "", etag]);
    const packed = await poll("/partner/radio.rss", { ...basic(radio.key), "accept-encoding": "br" });
    expect(packed.headers.get("content-encoding")).toBe("br");
    await desk.put(article("later"));
    await desk.publish();
    const delta = await cold()("/partner/radio.rss", { ...basic(radio.key), "a-im": "feed", "if-none-match": etag });
    expect(delta.status).toBe(226);
    expect(await delta.text()).not.toContain("Title of a");
  });
});

describe("refused:", () => {
  it("no key: one and the same 401 for every path and method, with both challenges (RFC 9110 §11.6.1)", async () => {
    const poll = cold();
    const expected = await all(await poll("/partner/nothing.rss"));
    expect(expected).toEqual([
      401,
      expect.arrayContaining([
        ["www-authenticate", 'Basic realm="partner", charset="UTF-8", Bearer realm="partner"'],
        ["cache-control", "no-store"],
      ]),
      expect.any(String),
    ]);
    for (const path of PATHS)
      for (const method of ["GET", "POST", "OPTIONS"])
        expect([path, await all(await poll(path, {}, method))]).toEqual([path, expected]);
  });

  it.each([
    ["a key that was never minted", () => bearer(`wp_0123456789ab_${"A".repeat(43)}`)],
    ["another key's secret behind a known id", () => bearer(radio.key.slice(0, 16) + paper.key.slice(16))],
    ["a key cut short", () => bearer(radio.key.slice(0, -1))],
    ["a key that goes on", () => bearer(`${radio.key}A`)],
    ["the key as the user's name", () => ({ authorization: `Basic ${btoa(`${radio.key}:`)}` })],
    ["a key of no scheme", () => ({ authorization: radio.key })],
    ["a key of another scheme", () => ({ authorization: `Digest ${radio.key}` })],
    ["an empty password", () => basic("")],
    ["what is no base64", () => ({ authorization: "Basic ===" })],
    ["the stored hash in the key's place", () => bearer("f".repeat(64))],
  ])("%s: 401, the same for what exists and what does not", async (_, headers) => {
    const poll = cold();
    const expected = await all(await poll("/partner/nothing.rss", headers()));
    expect(expected).toEqual([401, expect.anything(), expect.any(String)]);
    for (const path of PATHS) expect([path, await all(await poll(path, headers()))]).toEqual([path, expected]);
  });

  it("another partner's key, and a key of another scope: one and the same 403 as for what does not exist", async () => {
    const poll = cold();
    for (const key of [paper, sportOnly]) {
      const expected = await all(await poll("/partner/nothing.rss", basic(key.key)));
      expect(expected).toEqual([403, expect.anything(), expect.any(String)]);
      for (const path of PATHS.filter((path) => !(key === paper ? /paper/ : /games/).test(path)))
        for (const method of ["GET", "DELETE"])
          expect([path, await all(await poll(path, basic(key.key), method))]).toEqual([path, expected]);
    }
    expect((await poll("/partner/radio-sport.rss", basic(sportOnly.key))).status).toBe(200);
  });

  it("timing: what exists costs the store as much as what does not, with any key and with none", async () => {
    for (const headers of [{}, basic(paper.key), bearer(`wp_0123456789ab_${"A".repeat(43)}`)]) {
      const calls = await Promise.all(
        ["/partner/radio.rss", "/partner/nothing.rss", "/partner/radio/archive/1.rss"].map(async (path) => {
          const store = watchStore();
          const { status } = await coldPoll(store.db, PARTNER_FEEDS)(path, headers as Record<string, string>);
          return [status, store.calls];
        }),
      );
      expect(new Set(calls.map((call) => call.join())).size).toBe(1);
    }
  });

  it("guessing: after sixty refusals in a minute an address is looked up no more, and told nothing", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 5, 1, 12) });
    try {
      const store = watchStore();
      const poll = coldPoll(store.db, PARTNER_FEEDS);
      const [guesser, office] = ["192.0.2.1", "192.0.2.2"].map((address) => ({ "cf-connecting-ip": address }));
      const guess = (index: number) => bearer(`wp_${index.toString(16).padStart(12, "0")}_${"A".repeat(43)}`);
      const ask = async (headers: HeadersInit) => poll("/partner/radio.rss", headers);
      expect((await ask({ ...basic(radio.key), ...guesser })).status).toBe(200);
      for (let index = 0; index < MAX_REFUSALS; index += 1)
        expect((await ask({ ...guess(index), ...guesser })).status).toBe(401);
      const { calls } = store;
      for (const key of [guess(MAX_REFUSALS), guess(0), bearer("none"), bearer("test-token"), basic(paper.key)]) {
        const refused = await ask({ ...key, ...guesser });
        expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "60"]);
      }
      expect(store.calls).toBe(calls);
      // A partner that shares the address and is known goes on; so does everybody elsewhere.
      expect((await ask({ ...basic(radio.key), ...guesser })).status).toBe(200);
      expect((await ask({ ...guess(MAX_REFUSALS), ...office })).status).toBe(401);
      vi.setSystemTime(Date.now() + 60_000);
      expect((await ask({ ...basic(radio.key), ...guesser })).status).toBe(200);
      expect((await ask({ ...guess(0), ...guesser })).status).toBe(401);
    } finally {
      vi.useRealTimers();
    }
  });

  it("guessing from everywhere: what is remembered of it is bounded, and asks Cloudflare's rate limiter", async () => {
    const asked: string[] = [];
    const strangers = new Strangers({ limiter: async (key) => asked.push(key) < 3 });
    for (const expected of [false, false, true]) {
      await strangers.count("192.0.2.1", 0);
      expect(strangers.isOver("192.0.2.1", 0)).toBe(expected);
    }
    expect(new Set(asked)).toEqual(new Set(["refused 192.0.2.1"]));
    for (let address = 0; address < 20_000; address += 1) await strangers.count(`2001:db8::${address}`, 0);
    expect(strangers.isOver("192.0.2.1", 0)).toBe(false);
    await strangers.count(null, 0);
    expect(strangers.isOver(null, 0)).toBe(false);
  });

  it("HEAD: as GET, without a body", async () => {
    const poll = cold();
    for (const [headers, status] of [
      [{}, 401],
      [basic(paper.key), 403],
    ] as const) {
      const head = await poll("/partner/radio.rss", headers, "HEAD");
      const get = await poll("/partner/radio.rss", headers);
      expect([head.status, await head.text(), [...head.headers]]).toEqual([status, "", [...get.headers]]);
    }
  });

  it("a key in the URL where the partner's settings do not allow it: 401; where they do: 200", async () => {
    expect((await cold()(`/partner/radio.rss?key=${radio.key}`)).status).toBe(401);
    expect((await cold()(`/partner/paper.rss?key=${paper.key}`)).status).toBe(200);
    // A header decides alone.
    expect((await cold()(`/partner/paper.rss?key=${paper.key}`, bearer("wrong"))).status).toBe(401);
  });

  it("path tricks: no second way to write a feed's path opens it", async () => {
    const poll = cold();
    for (const path of [
      "/partner//radio.rss",
      "/partner/%72adio.rss",
      "/partner/radio%2Erss",
      "/partner/RADIO.rss",
      "/partner/radio.rss/",
      "/partner/radio.rss;paper.rss",
      "/partner/paper.rss%2f..%2fradio.rss",
      "/partner/radio.rss%00",
      "/partner/radio.rss.rss",
      "/partner/radio/archive/01.rss",
    ]) {
      expect([path, (await poll(path)).status]).toEqual([path, 401]);
      expect([path, (await poll(path, basic(radio.key))).status]).toEqual([path, 403]);
      expect([path, (await poll(path, basic(paper.key))).status]).toEqual([path, 403]);
    }
    expect((await poll("/partner/../feeds/radio.rss", basic(radio.key))).status).toBe(404);
    expect((await poll("/feeds/../partner/radio.rss", basic(paper.key))).status).toBe(403);
    expect((await poll("/feeds/%2e%2e/partner/radio.rss")).status).toBe(401);
  });

  it("a delta of another partner's feed, and an archive page guessed", async () => {
    const poll = cold();
    const etag = `W/"${tagOf(await poll("/partner/radio.atom", basic(radio.key)))}"`;
    for (const path of ["/partner/radio.atom", "/partner/radio/archive/1.atom", "/partner/radio/archive/2.atom"])
      for (const extra of [
        { accept: "*/*" },
        { "if-none-match": etag, "a-im": "feed" },
        { "if-none-match": "*" },
      ] as Record<string, string>[])
        expect((await poll(path, { ...basic(paper.key), ...extra })).status).toBe(403);
  });

  it("the tag of another partner's document: no 304 and no delta, the whole of one's own", async () => {
    const poll = cold();
    for (const format of FORMATS) {
      const foreign = (await poll(`/partner/radio.${format}`, basic(radio.key))).headers.get("etag") ?? "";
      const own = await poll(`/partner/paper.${format}`, {
        ...basic(paper.key),
        "if-none-match": foreign,
        "a-im": "feed",
      });
      expect([own.status, await own.text()]).toEqual([
        200,
        await (await poll(`/partner/paper.${format}`, basic(paper.key))).text(),
      ]);
    }
  });

  it("what a shared cache could keep: every answer is private, without tag or foreign origin, and varies by key", async () => {
    const poll = cold();
    const whole = await poll("/partner/radio.rss", basic(radio.key));
    const etag = whole.headers.get("etag") ?? "";
    const answers = [whole, await poll("/partner/radio.rss", { ...basic(radio.key), "if-none-match": etag })];
    for (const { headers } of answers) {
      expect(headers.get("cache-control")).toBe("private, no-cache");
      expect(headers.get("cloudflare-cdn-cache-control")).toBe("no-store");
      expect(headers.get("vary")?.split(/, */)).toContain("authorization");
      expect(headers.get("cache-tag")).toBeNull();
      expect(headers.get("access-control-allow-origin")).toBeNull();
    }
    // Right after, the instance holds the document: for the one key only.
    expect((await poll("/partner/radio.rss", basic(paper.key))).status).toBe(403);
    expect((await poll("/partner/radio.rss")).status).toBe(401);
  });

  it("a redirect that would carry the key, or tell of a feed to whom it does not concern", async () => {
    const moved = await cold()("/partner/radio-games.rss?key=x", basic(radio.key));
    expect([moved.status, moved.headers.get("location")]).toEqual([
      301,
      "https://feeds.example/partner/radio-sport.rss",
    ]);
    expect(moved.headers.get("cache-control")).toBe("no-store");
    expect((await cold()("/partner/radio-games.rss", basic(paper.key))).status).toBe(403);
    expect((await cold()("/partner/paper-old.rss", basic(paper.key))).status).toBe(410);
    expect((await cold()("/partner/paper-old.rss", basic(radio.key))).status).toBe(403);
  });

  it("whatever a poll writes to the log has no key in it", async () => {
    const written: string[] = [];
    for (const name of ["log", "error", "warn", "info"] as const)
      vi.spyOn(console, name).mockImplementation((...values) => void written.push(values.join(" ")));
    const store = watchStore();
    const poll = coldPoll(store.db, PARTNER_FEEDS);
    store.before = isDown;
    expect((await poll(`/partner/paper.rss?key=${paper.key}`)).status).toBe(503);
    store.before = works;
    expect((await poll(`/partner/paper.rss?key=${paper.key}`)).status).toBe(200);
    expect(written.length).toBeGreaterThan(0);
    expect(written.join()).not.toContain(paper.key.slice(16));
  });
});

describe("a key", () => {
  it("is shown once, and is not in the store", async () => {
    const fresh = await desk.key("radio", { label: "Newsroom system" });
    const { body } = await desk.api("GET", "/api/partners/radio");
    expect(JSON.stringify(body)).toContain(fresh.id);
    expect(JSON.stringify(body)).not.toContain(fresh.key.slice(16));
    const { results } = await env.DB.prepare("SELECT * FROM partner_key").all();
    expect(JSON.stringify(results)).not.toContain(fresh.key.slice(16));
  });

  it("that is revoked opens nothing more, in a hot instance after a named time at the latest", async () => {
    const key = await desk.key("radio");
    const hot = cold();
    expect((await hot("/partner/radio.rss", basic(key.key))).status).toBe(200);
    expect((await desk.request("DELETE", `/api/partners/radio/keys/${key.id}`)).status).toBe(200);
    expect((await cold()("/partner/radio.rss", basic(key.key))).status).toBe(401);
    await sleep(KEY_MEMORY);
    expect((await hot("/partner/radio.rss", basic(key.key))).status).toBe(401);
    expect(KEY_MEMORY).toBeLessThanOrEqual(2_000);
    expect((await desk.request("DELETE", `/api/partners/radio/keys/${key.id}`)).status).toBe(404);
  });

  it("is taken on nobody's word but the store's: while it is down, known keys work for the same time, then 503", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const store = watchStore();
    const hot = coldPoll(store.db, PARTNER_FEEDS);
    expect((await hot("/partner/radio.rss", basic(radio.key))).status).toBe(200);
    store.before = isDown;
    expect((await hot("/partner/radio.rss", basic(radio.key))).status).toBe(200);
    await sleep(KEY_MEMORY);
    const late = await hot("/partner/radio.rss", basic(radio.key));
    expect([late.status, late.headers.get("retry-after")]).toEqual([503, "5"]);
  });

  it("that has been taken opens nothing for another secret of its id, hot or cold", async () => {
    const hot = cold();
    const wrong = `${radio.key.slice(0, -1)}${radio.key.endsWith("A") ? "B" : "A"}`;
    for (const [key, status] of [
      [wrong, 401],
      [radio.key, 200],
      [wrong, 401],
      [radio.key, 200],
    ] as const)
      expect((await hot("/partner/radio.rss", basic(key))).status).toBe(status);
  });

  it("that has expired is 401, and one that will is 200 until then", async () => {
    const key = await desk.key("radio", { expires_at: new Date(Date.now() + 600).toISOString() });
    const hot = cold();
    expect((await hot("/partner/radio.rss", basic(key.key))).status).toBe(200);
    await sleep(650);
    expect((await hot("/partner/radio.rss", basic(key.key))).status).toBe(401);
  });

  it("rotates with an overlap in which both work, and keeps its scope", async () => {
    const old = await desk.key("radio", { feeds: ["radio-sport"], label: "Sport desk" });
    const rotate = (id: string, body: object) =>
      desk.api<Minted>("POST", `/api/partners/radio/keys/${id}/rotate`, body);
    const { status, body: next } = await rotate(old.id, { overlap_minutes: 10 });
    expect(status).toBe(201);
    for (const { key } of [old, next]) {
      expect((await cold()("/partner/radio-sport.rss", basic(key))).status).toBe(200);
      expect((await cold()("/partner/radio.rss", basic(key))).status).toBe(403);
    }
    await rotate(next.id, { overlap_minutes: 0 });
    expect((await cold()("/partner/radio-sport.rss", basic(next.key))).status).toBe(401);
    expect((await cold()("/partner/radio-sport.rss", basic(old.key))).status).toBe(200);
    expect((await rotate(next.id, {})).status).toBe(404);
  });

  it("of a suspended partner opens nothing, and all again when it is resumed", async () => {
    await desk.partner("agency");
    await desk.api("PATCH", "/api/partners/radio", { status: "suspended" });
    expect((await cold()("/partner/radio.rss", basic(radio.key))).status).toBe(403);
    await desk.api("PATCH", "/api/partners/radio", { status: "active" });
    expect((await cold()("/partner/radio.rss", basic(radio.key))).status).toBe(200);
  });

  it("is no publish token, and the publish token reads every partner's feed", async () => {
    const poll = cold();
    expect((await poll("/api/partners", bearer(radio.key))).status).toBe(401);
    expect((await poll("/partner/radio.rss", bearer("test-token"))).status).toBe(200);
    expect((await poll("/partner/nothing.rss", bearer("test-token"))).status).toBe(403);
    expect((await poll("/partner/radio.rss?key=test-token")).status).toBe(401);
  });
});

describe("the partners' API", () => {
  it.each([
    ["POST", "/api/partners", { slug: "Radio!", name: "x" }, 422, "/slug"],
    ["POST", "/api/partners", { slug: "alerts", name: "x" }, 422, "/slug"],
    ["POST", "/api/partners", { slug: "new", name: "" }, 422, "/name"],
    ["POST", "/api/partners", { slug: "new", name: "x", colour: "red" }, 422, "/colour"],
    ["POST", "/api/partners", { slug: "radio", name: "x" }, 409, "/slug"],
    ["PATCH", "/api/partners/radio", { status: "gone" }, 422, "/status"],
    ["POST", "/api/partners/radio/keys", { feeds: ["radio", "paper"] }, 422, "/feeds/1"],
    ["POST", "/api/partners/radio/keys", { expires_at: "tomorrow" }, 422, "/expires_at"],
  ])("%s %s of %j is %i and names %s", async (method, path, body, status, at) => {
    const answer = await desk.api<{ problems: { path: string }[] }>(method, path, body);
    expect([answer.status, answer.body.problems.map((problem) => problem.path)]).toEqual([status, [at]]);
  });

  it.each([
    ["GET", "/api/partners/nobody"],
    ["PATCH", "/api/partners/nobody"],
    ["GET", "/api/partners/nobody/keys"],
    ["POST", "/api/partners/nobody/keys"],
    ["DELETE", "/api/partners/radio/keys/nothing"],
  ])("%s %s is 404", async (method, path) => {
    expect((await desk.api(method, path, method === "GET" ? undefined : {})).status).toBe(404);
  });

  it("lists partners with their feeds' URLs, changes them, and is no-store", async () => {
    const changed = await desk.api("PATCH", "/api/partners/paper", {
      name: "The Evening Paper",
      requests_per_minute: 5,
    });
    expect(changed.body).toMatchObject({
      name: "The Evening Paper",
      requests_per_minute: 5,
      key_in_url: true,
      status: "active",
    });
    const response = await desk.request("GET", "/api/partners");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const { partners } = (await response.json()) as {
      partners: { slug: string; feeds: { urls: { rss: string } }[] }[];
    };
    expect(partners.find(({ slug }) => slug === "paper")?.feeds.map(({ urls }) => urls.rss)).toEqual([
      "https://feeds.example/partner/paper.rss",
    ]);
    await desk.api("PATCH", "/api/partners/paper", { requests_per_minute: 60 });
  });
});
