import { beforeEach, describe, expect, it } from "vitest";
import { StoreFault } from "../../src/service/store-fault.ts";
import { here } from "../homes/here.ts";
import { PATHS } from "../interface.ts";
import { signIn } from "./desk/browser.ts";
import { logged } from "./logged.ts";
import { article, type Newsroom, newsroom } from "./newsroom.ts";
import { newSigningKey } from "./signing-key.ts";
import { has, isDown, type WatchedStore, watchStore, works } from "./watched-store.ts";

/** Every path of the interface, with something in the place of its parameters, for whoever may read it. */
const REQUESTS = Object.entries(PATHS).flatMap(([template, methods]) =>
  methods.map((method) => ({
    method: method.toUpperCase(),
    path: template.replace("{slug}", "all").replace(/\{\w+\}/g, "1"),
  })),
);

let desk: Newsroom;
let store: WatchedStore;

beforeEach(async () => {
  store = watchStore();
  await here.reset();
  desk = await newsroom(undefined, undefined, { db: store.db, secrets: { signingKey: newSigningKey() } });
  await desk.put(article("1"));
  await desk.publish();
});

const PROBLEM = "application/problem+json";
const put = () => desk.put(article("a"));

describe("while the store is down", () => {
  it("no path of the interface is broken: what needs the store is 503, and says when to come again (RFC 9110 §15.6.4)", async () => {
    const written = logged();
    const browser = await signIn(desk);
    store.before = isDown;
    const statuses: number[] = [];
    for (const { method, path } of REQUESTS) {
      const body =
        method === "PUT" || method === "PATCH" || method === "POST" ? JSON.stringify(article("1")) : undefined;
      const own = path.startsWith("/desk") ? { cookie: browser.cookie } : undefined;
      const response = await desk.request(method, path, body, own);
      statuses.push(response.status);
      expect(response.status === 503 || response.status < 500, `${method} ${path}: ${response.status}`).toBe(true);
      if (response.status === 503 && path !== "/health")
        expect([path, response.headers.get("retry-after"), response.headers.get("cache-control")]).toEqual([
          path,
          "5",
          "no-store",
        ]);
      await response.body?.cancel();
    }
    expect(statuses.filter((status) => status === 503).length).toBeGreaterThan(20);
    // One line of each kind.
    expect(new Set(written.map(({ event }) => event)).size).toBe(written.length);
  });

  it.each([
    ["/", "text/html,*/*;q=0.8", "text/html"],
    ["/feeds/all", "text/html,*/*;q=0.8", "text/html"],
    ["/feeds/all", "*/*", PROBLEM],
    ["/news-sitemap.xml", "application/xml", PROBLEM],
    ["/api/feeds", "text/html", PROBLEM],
    ["/feeds/sport.rss", "text/html", PROBLEM],
  ])("%s is refused to who accepts %s as %s", async (path, accept, type) => {
    logged();
    store.before = isDown;
    const response = await desk.request("GET", path, undefined, { accept });
    expect([response.status, response.headers.get("content-type")?.split(";")[0]]).toEqual([503, type]);
    const text = await response.text();
    expect(text).toContain(type === PROBLEM ? '"detail":' : "<h1>Not available now</h1>");
    expect(text).not.toContain("D1_ERROR");
    if (type !== PROBLEM) expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it("an editor is told at the desk, and that nothing was stored", async () => {
    logged();
    const browser = await signIn(desk);
    store.before = has("read-only");
    const page = await browser.get("/desk/articles/1");
    expect([page.status, page.headers.get("retry-after"), page.headers.get("cache-control")]).toEqual([
      503,
      "5",
      "no-store",
    ]);
    expect(await page.text()).toContain("The store takes no writes. Ask again later.");
    const posted = await browser.post("/desk/articles/1/status", { status: "withheld", revision: "1" });
    expect(posted.status).toBe(503);
    expect(await posted.text()).toContain("Nothing was stored: send it again later.");
  });

  it("recovery needs nobody", async () => {
    logged();
    store.before = isDown;
    expect((await put()).status).toBe(503);
    store.before = works;
    expect((await put()).status).toBe(201);
    await desk.publish();
    expect(await desk.document("/feeds/all.json")).toContain("Title of a");
  });
});

describe("a save whose answer was lost", () => {
  it("is not said to have failed; sent again it is what was stored", async () => {
    logged();
    let isLost = true;
    const isStored = () => here.db.prepare("SELECT 1 FROM article WHERE id = 'a'").first();
    const on = await newsroom(undefined, undefined, {
      db: {
        prepare: (sql) => here.db.prepare(sql),
        async batch(statements) {
          const answer = await here.db.batch<never>(statements);
          if (isLost && (await isStored())) throw new StoreFault("unreachable", { mayBeStored: true });
          return answer;
        },
      },
    });
    const sent = article("a");
    const first = await on.put(sent);
    expect([first.status, ((await first.json()) as { detail: string }).detail]).toEqual([
      503,
      "The store cannot be reached. Whether it was stored is not known; to send it again does no harm.",
    ]);
    isLost = false;
    expect(await (await on.put(sent)).json()).toMatchObject({ status: "unchanged", revision: 1 });
  });
});

describe("a partner that was stored", () => {
  it("is said to be, though the store fails before it is read back", async () => {
    logged();
    const db = here.db;
    let reads = 0;
    const on = await newsroom(undefined, undefined, {
      db: {
        batch: (statements) => db.batch(statements),
        prepare: (sql) => {
          if (/^SELECT p\.slug/.test(sql)) reads += 1;
          if (reads > 0 && /^SELECT p\.slug/.test(sql)) throw new StoreFault("unreachable");
          return db.prepare(sql);
        },
      },
    });
    const created = await on.request("POST", "/api/partners", { slug: "radio", name: "Radio" });
    expect([created.status, ((await created.json()) as { detail: string }).detail]).toEqual([
      503,
      "It was stored. The store cannot be reached. Ask for it later.",
    ]);
    expect(await db.prepare("SELECT name FROM partner WHERE slug = 'radio'").first()).toEqual({ name: "Radio" });
  });
});

describe("an export", () => {
  it("does not begin where the store is down", async () => {
    logged();
    store.before = isDown;
    expect((await desk.request("GET", "/api/export")).status).toBe(503);
    expect((await desk.request("GET", "/api/export?after=0")).status).toBe(503);
  });

  it("is broken off where the store fails amid it, and logged", async () => {
    const written = logged();
    const response = await desk.request("GET", "/api/export");
    store.before = isDown;
    await expect(response.text()).rejects.toThrow();
    expect(written).toMatchObject([{ event: "answer broken off", trouble: "unreachable" }]);
  });
});

describe("every answer", () => {
  it("says how long caches may keep it: of one that does not, Workers Cache keeps a 200 for two hours", async () => {
    logged();
    const silent: string[] = [];
    const elsewhere = [
      "/nothing",
      "/feeds/none",
      "/feeds/none.rss",
      "/feeds/all/archive/9",
      "/feeds/all.rss?_=1",
      "/a%ZZ",
    ];
    for (const path of [...REQUESTS.map((one) => one.path), ...elsewhere])
      for (const headers of [{}, { authorization: "" }, { accept: "text/html", authorization: "" }] as Record<
        string,
        string
      >[]) {
        const response = await desk.request("GET", path, undefined, headers);
        if (!response.headers.has("cache-control"))
          silent.push(`${response.status} ${path} ${JSON.stringify(headers)}`);
        await response.body?.cancel();
      }
    expect(silent).toEqual([]);
  });
});
