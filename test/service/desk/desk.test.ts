import { fromParse5 } from "hast-util-from-parse5";
import { parse } from "parse5";
import { visit } from "unist-util-visit";
import { beforeEach, describe, expect, it } from "vitest";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { article, FEEDS, type Newsroom, newsroom } from "../newsroom.ts";
import { recordQueries } from "../store/recording.ts";
import { encode, FORM, ORIGIN, signIn, text } from "./browser.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});

describe("a session", () => {
  it("is asked for everywhere below /desk, the publish token in a header notwithstanding", async () => {
    const paths = [
      "/desk",
      "/desk/articles",
      "/desk/articles/a?up_to=2",
      "/desk/preview",
      "/desk/articles/a/retract",
      "/desk/x",
    ];
    for (const path of paths) {
      const answer = await room.request("GET", path);
      expect(answer.status, path).toBe(303);
      const to = path === "/desk" ? "" : `?to=${encodeURIComponent(path.slice("/desk".length))}`;
      expect(answer.headers.get("location")).toBe(`/desk/sign-in${to}`);
      expect(answer.headers.get("cache-control")).toBe("no-store");
    }
    for (const path of [
      "/desk/sign-out",
      "/desk/articles/a/status",
      "/desk/articles/a/retract",
      "/desk/preview/store",
    ]) {
      const answer = await room.request("POST", path, encode({ a: "1" }), { ...FORM, ...ORIGIN });
      expect([path, answer.status, answer.headers.get("location")]).toEqual([path, 303, "/desk/sign-in"]);
    }
  });
});

describe("the desk", () => {
  it("shows nothing that a cache, an index or a frame may have, and nothing that can run", async () => {
    const desk = await signIn(room);
    for (const path of ["/desk", "/desk/sign-in", "/desk/articles", "/desk/preview", "/desk/none"]) {
      const { headers } = await desk.get(path);
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("x-robots-tag")).toBe("noindex, nofollow");
      expect(headers.get("content-security-policy")).toMatch(
        /default-src 'none'.*form-action 'self'.*frame-ancestors 'none'/,
      );
      expect(headers.get("content-security-policy")).not.toMatch(/unsafe|script-src (?!'self';)/);
    }
    expect((await desk.get("/desk/none")).status).toBe(404);
  });
});

describe("the audience at the desk", () => {
  it("is shown signed in, and to nobody else while the masthead does not say so", async () => {
    await room.put(article("a"));
    await room.publish();
    await room.request("GET", "/feeds/all.rss", undefined, { "user-agent": "NetNewsWire (RSS Reader)" });
    await room.sweep();
    const html = await (await signIn(room)).page("/desk/audience");
    expect(html.match(/<svg [^>]*role="img"/g)).toHaveLength(3);
    expect(text(html)).toContain("NetNewsWire");
    expect((await room.request("GET", "/audience")).status).toBe(404);
    expect(await (await room.request("GET", "/")).text()).not.toContain("/audience");
    const open = await newsroom(FEEDS, { ...SITE, audience: "public" });
    expect(await (await open.request("GET", "/")).text()).toContain('href="/audience"');
  });
});

describe("a query of the desk", () => {
  it("finds its rows by an index, never by a scan of what grows", async () => {
    const { db, queries } = recordQueries();
    room = await newsroom(FEEDS, SITE, { db });
    await room.put(article("a", { expires_at: "2999-01-01T00:00:00Z" }));
    queries.clear();
    const desk = await signIn(room);
    for (const path of ["", "/articles", "/articles?q=https://a.example/", "/articles/a", "/partners"].map(
      (rest) => `/desk${rest}`,
    ))
      expect((await desk.get(path)).status).toBe(200);
    await desk.post("/desk/preview", { text: JSON.stringify(article("b")) });
    expect(queries.size).toBeGreaterThan(10);
    for (const sql of queries) {
      const holes = Math.max(0, ...[...sql.matchAll(/\?(\d*)/g)].map((match, index) => Number(match[1] || index + 1)));
      const plan = await here.db
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .bind(...Array(holes).fill("[]"))
        .all<{ detail: string }>();
      const scans = plan.results.filter(({ detail }) =>
        // `o` is a list of twenty; partners are few, and webhooks fifty at most; `keys` are as many labels as a filter offers, `asked` the words of a query; `words` is an index, and
        // what comes of it is bounded.
        /\bSCAN (?!CONSTANT|feed|f\b|o\b|p\b|partner_poll|endpoint|wanted|asked|keys|candidates|matched|words VIRTUAL|json_each|\()\w+(?! USING (?:COVERING )?INDEX)(?= |$)/.test(
          detail,
        ),
      );
      expect(scans, sql).toEqual([]);
    }
  });
});

describe("a hostile article", () => {
  it("is text on every page of the desk", async () => {
    const evil = `"><img src=x onerror=alert(1)><script>alert(1)</script>${"\u202E"}`;
    const fields = article("evil", {
      title: evil,
      summary: evil,
      section: evil,
      tags: [evil],
      authors: [{ name: evil }],
      dateline: evil,
      credit: { name: evil },
      rights: evil,
      reason: evil,
      content_html: `<p onclick="alert(1)" style="position:fixed">x<a href="javascript:alert(1)">y</a></p>`,
      expires_at: "2999-01-01T00:00:00Z",
    });
    await room.put(fields);
    await room.publish();
    const desk = await signIn(room);
    const pages = await Promise.all(
      ["/desk", "/desk/articles", "/desk/articles/evil", "/desk/articles/evil/retract"].map((path) => desk.page(path)),
    );
    pages.push(await (await desk.post("/desk/preview", { text: JSON.stringify(fields) })).text());
    pages.push(await (await desk.post("/desk/preview", { text: `${evil}\n\n${evil}` })).text());
    pages.push(await desk.page(`/desk/articles?q=${encodeURIComponent(evil)}`));
    pages.push(await desk.page(`/desk/sign-in?to=${encodeURIComponent(`/"><script>`)}`));
    for (const html of pages) {
      const [elements, faults] = [[] as string[], [] as string[]];
      visit(fromParse5(parse(html)), "element", ({ tagName, properties }) => {
        elements.push(tagName);
        if (tagName === "script" && !/^\/desk\/script-\w+\.js$/.test(String(properties.src))) faults.push(tagName);
        for (const [name, value] of Object.entries(properties))
          if (/^(on|style)/i.test(name) || /^\s*javascript:/i.test(String(value)) || value === "x")
            faults.push(`${tagName} ${name}=${value}`);
      });
      expect(elements).toContain("main");
      expect(faults).toEqual([]);
    }
  });
});
