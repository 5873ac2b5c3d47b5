import { beforeAll, describe, expect, it } from "vitest";
import { decompress } from "../../../src/service/store/codings.ts";
import { type Browser, signIn } from "../desk/browser.ts";
import { homeOn, type Newsroom, newsroom } from "../newsroom.ts";

let on: Newsroom;
let browser: Browser;

beforeAll(async () => {
  on = await newsroom();
  browser = await signIn(on);
});

const scriptIn = (html: string): string => /<script type="module" src="([^"]+)"/.exec(html)?.[1] ?? "";
const ask = async (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  on.fetch(new Request(`https://feeds.example${path}`, { headers }));

describe("the desk's script", () => {
  it("is on every page of the desk, the sign-in too, under a name that says what is in it", async () => {
    const path = scriptIn(await browser.page("/desk"));
    expect(path).toMatch(/^\/desk\/script-[0-9a-f]{16}\.js$/);
    expect(scriptIn(await (await ask("/desk/sign-in")).text())).toBe(path);
    expect(scriptIn(await browser.page("/desk/nothing-here"))).toBe(path);
  });

  it("is on no page for readers", async () => {
    for (const path of ["/", "/feeds/all", "/feeds/sport"]) {
      const html = await (await ask(path)).text();
      expect([path, html.includes("<h1"), /<script[^>]* src=/.test(html)]).toEqual([path, true, false]);
    }
  });

  it("is anybody's to keep for good", async () => {
    const answer = await ask(scriptIn(await browser.page("/desk")));
    expect([
      answer.status,
      ...["content-type", "cache-control", "vary"].map((name) => answer.headers.get(name)),
    ]).toEqual([200, "text/javascript; charset=utf-8", "public, max-age=31536000, immutable", "Accept-Encoding"]);
    expect(await answer.text()).toBe(await homeOn().browserFiles?.read("script.js"));
  });

  it.each(["gzip", "br"] as const)("comes in %s", async (coding) => {
    const answer = await ask(scriptIn(await browser.page("/desk")), { "accept-encoding": coding });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(answer.headers.get("content-encoding")).toBe(coding);
    expect(new TextDecoder().decode(decompress(bytes, coding))).toBe(await homeOn().browserFiles?.read("script.js"));
  });

  it("of another version is not here", async () => {
    const answer = await ask("/desk/script-0123456789abcdef.js");
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([404, "no-store"]);
  });
});

it("lets its own script alone run, which asks the desk alone", async () => {
  const policy = (await browser.get("/desk")).headers.get("content-security-policy") ?? "";
  expect(policy.split("; ").filter((one) => !/^(?:base|form|frame)/.test(one))).toEqual([
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    "img-src 'self' blob: https: http:",
    "media-src 'self' blob: https: http:",
  ]);
  expect((await ask("/")).headers.get("content-security-policy")).not.toMatch(
    /script-src (?!'sha256-)|connect-src|blob:/,
  );
});
