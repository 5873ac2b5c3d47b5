import { beforeEach, describe, expect, it } from "vitest";
import { parseCatalog } from "../../src/feed/catalog.ts";
import { service } from "../../src/service/service.ts";
import { findBase } from "../../src/service/store/base.ts";
import { unaddressed } from "../../src/service/unaddressed.ts";
import { TOKEN } from "../homes/home.ts";
import { SITE } from "../site.ts";
import { encode, FORM, text } from "./desk/browser.ts";
import { logged } from "./logged.ts";
import { article, FEEDS, homeOn } from "./newsroom.ts";
import { emptyStore } from "./store/rows.ts";
import { isDown, watchStore } from "./watched-store.ts";

const LOCAL = { ...SITE, base: "http://localhost:8787" };
const AUTHORIZED = { authorization: `Bearer ${TOKEN}` };
const HTML = { accept: "text/html" };

beforeEach(() => emptyStore());

const catalog = parseCatalog(LOCAL, FEEDS);

/** An instance that knows no address, and the addresses at which the service was started. */
function arrival(home = homeOn()) {
  const started: string[] = [];
  const startAt = (base: string) => {
    started.push(base);
    return service({ ...home, hasTakenAddress: true }, parseCatalog(LOCAL, FEEDS, base));
  };
  const find = async () => {
    const base = await findBase(home.db);
    return base === null ? undefined : startAt(base);
  };
  const app = unaddressed(home, catalog, { find, startAt });
  const ask = async (url: string, init: RequestInit = {}) => app.fetch(new Request(url, init));
  const signIn = async (origin: string, token = TOKEN) =>
    ask(`${origin}/desk/sign-in`, { method: "POST", headers: { ...FORM, origin }, body: encode({ token, to: "" }) });
  return { started, ask, signIn };
}

const put = { method: "PUT", headers: AUTHORIZED, body: JSON.stringify({ ...article("a"), id: undefined }) };

describe("while nobody was let in", () => {
  it.each(["/", "/feeds/all.rss", "/feeds/all", "/feeds.opml", "/partner/radio.rss", "/robots.txt", "/nowhere"])(
    "nothing is served, under whichever name it is asked for: %s",
    async (path) => {
      const { ask, started } = arrival();
      for (const origin of ["https://feeds.example", "https://evil.example"]) {
        const answer = await ask(origin + path, { headers: HTML });
        expect([answer.status, answer.headers.get("cache-control")]).toEqual([503, "no-store"]);
        expect(text(await answer.text())).toContain("takes the address at which somebody signs in at /desk");
      }
      expect([started, await findBase(homeOn().db)]).toEqual([[], null]);
    },
  );

  it.each<Record<string, string>>([{}, { authorization: "Bearer wrong" }])(
    "the API tells how to be let in: %j",
    async (headers) => {
      const { ask, started } = arrival();
      expect((await ask("https://evil.example/api/feeds", { headers })).status).toBe(401);
      expect([started, await findBase(homeOn().db)]).toEqual([[], null]);
    },
  );

  it("the desk leads to its sign-in, and refuses another token", async () => {
    const { ask, signIn, started } = arrival();
    const answer = await ask("https://feeds.example/desk");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/desk/sign-in"]);
    const page = await (await ask("https://feeds.example/desk/sign-in")).text();
    expect(page).toContain('name="token"');
    const [, sheet] = /rel="stylesheet" href="([^"]+)"/.exec(page) ?? [];
    expect((await ask(`https://feeds.example${sheet}`)).status).toBe(200);
    expect((await signIn("https://evil.example", "wrong")).status).toBe(401);
    const forged = await ask("https://evil.example/desk", { headers: { cookie: "desk=1.forged.x" } });
    expect(forged.status).toBe(303);
    expect([started, await findBase(homeOn().db)]).toEqual([[], null]);
  });

  it("whoever watches is told that it is down, and why", async () => {
    const answer = await arrival().ask("https://feeds.example/health");
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ status: "down", store: "ok", reason: "no address" });
  });

  it("a store that is down is a 503, for it may know an address", async () => {
    const store = watchStore();
    store.before = isDown;
    const answer = await arrival(homeOn({ db: store.db })).ask("https://feeds.example/feeds/all.rss");
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, expect.stringMatching(/^\d+$/)]);
  });
});

describe("the first request that is let in", () => {
  it("has its origin taken, is answered there, and logged", async () => {
    const entries = logged();
    const { ask } = arrival();
    const answer = await ask("https://wireproof.gazette.workers.dev/api/articles/a", put);
    expect(answer.status).toBe(201);
    expect(await findBase(homeOn().db)).toBe("https://wireproof.gazette.workers.dev");
    expect(entries).toContainEqual({
      ...{ level: "info", event: "address taken" },
      ...{ base: "https://wireproof.gazette.workers.dev", path: "/api/articles/a" },
    });
    const feeds = await ask("https://other.example/api/feeds", { headers: AUTHORIZED });
    const {
      feeds: [first],
    } = (await feeds.json()) as { feeds: [{ urls: { rss: string } }] };
    expect(first.urls.rss).toBe("https://wireproof.gazette.workers.dev/feeds/all.rss");
  });

  it("may be one from the desk, which says which address was taken", async () => {
    const { ask, signIn } = arrival();
    const entered = await signIn("https://feeds.gazette.example:8443");
    expect([entered.status, entered.headers.get("location")]).toEqual([303, "/desk"]);
    const cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
    const page = text(await (await ask("https://feeds.gazette.example:8443/desk", { headers: { cookie } })).text());
    expect(page).toContain("Readers reach this service at https://feeds.gazette.example:8443");
    expect(page).toContain("BASE_URL names another address");
    expect(await findBase(homeOn().db)).toBe("https://feeds.gazette.example:8443");
  });

  it.each([
    "http://feeds.gazette.example",
    "https://localhost:8787",
    "https://127.0.0.1",
    "https://10.0.0.7",
    "https://[::1]",
    "https://newsroom",
    "https://wireproof.internal",
  ])("is refused where no reader could come to: %s", async (origin) => {
    const { ask, started } = arrival();
    const answer = await ask(`${origin}/api/articles/a`, put);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({
      detail: expect.stringContaining("come by https, at a public name, or set BASE_URL"),
    });
    expect([started, await findBase(homeOn().db)]).toEqual([[], null]);
  });

  it("is one of two that come at once, and both are answered at its address", async () => {
    const { ask, started } = arrival();
    const answers = await Promise.all(
      ["https://a.example", "https://b.example"].map((origin) => ask(`${origin}/api/feeds`, { headers: AUTHORIZED })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(new Set(started)).toEqual(new Set([await findBase(homeOn().db)]));
  });
});
