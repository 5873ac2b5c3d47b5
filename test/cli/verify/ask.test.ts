import { afterEach, describe, expect, it } from "vitest";
import { askFollowing, isSentTo } from "../../../src/cli/verify/ask.ts";
import { type Answered, closeServers, serve } from "../server.ts";

afterEach(closeServers);

const to = (location: string, status = 302): Answered => ({ status, headers: { location } });

describe("askFollowing", () => {
  it("goes where it is led, and knows the way", async () => {
    const { url } = await serve(({ path }) =>
      path === "/a" ? to("/b", 301) : path === "/b" ? to("c?x#y", 307) : { body: "<rss/>" },
    );
    const answer = await askFollowing(`${url}/a`);
    expect([answer.url, answer.response.status, answer.redirects]).toEqual([
      `${url}/c?x`,
      200,
      [
        { from: `${url}/a`, status: 301 },
        { from: `${url}/b`, status: 307 },
      ],
    ]);
  });

  it.each<[string, string | undefined, RegExp]>([
    ["in a circle", "/a", /redirects in a circle: \S+\/a → \S+\/a$/],
    ["without end", undefined, /redirects more than 10 times$/],
    ["to no web address", "mailto:a@b.example", /answered 302, and names no http\(s\) URL to go to$/],
    ["nowhere", "", /names no http|in a circle/],
  ])("does not go %s", async (_, location, told) => {
    const { url } = await serve(({ path }) => to(location ?? `${path}a`));
    await expect(askFollowing(`${url}/a`)).rejects.toThrow(told);
  });

  it("sends what opens a feed to the server that was named, and to no other", async () => {
    const other = await serve(() => ({ body: "<rss/>" }));
    const own = await serve(({ path }) => (path === "/a" ? to("/b") : to(`${other.url}/c`)));
    await askFollowing(`${own.url}/a`, { headers: { authorization: "Bearer secret" }, userAgent: "Reader/1" });
    await askFollowing(`${other.url}/d`, { headers: { authorization: "Bearer secret" }, named: own.url });
    const seen = ({ asked }: typeof own) => asked.map(({ headers }) => [headers.authorization, headers["user-agent"]]);
    expect(seen(own)).toEqual([
      ["Bearer secret", "Reader/1"],
      ["Bearer secret", "Reader/1"],
    ]);
    // That a file led there names no server.
    await askFollowing(`${other.url}/e`, { headers: { authorization: "Bearer secret" }, named: "feeds.opml" });
    expect(seen(other)).toEqual([
      [undefined, "Reader/1"],
      [undefined, "Wireproof verify"],
      [undefined, "Wireproof verify"],
    ]);
  });

  it("takes a User-Agent among the headers for one, which --user-agent goes before", async () => {
    const { url, asked } = await serve(() => ({ body: "<rss/>" }));
    const headers = { "user-agent": "Reader/1" };
    await askFollowing(url, { headers });
    await askFollowing(url, { headers, userAgent: "Reader/2" });
    expect(asked.map((one) => one.headers["user-agent"])).toEqual(["Reader/1", "Reader/2"]);
  });
});

describe("isSentTo", () => {
  it.each<[string, string, boolean]>([
    ["https://a.example/b", "https://a.example/", true],
    ["https://a.example/b", "http://a.example/", true],
    ["http://a.example/b", "https://a.example/", false],
    ["https://b.example/", "https://a.example/", false],
    ["https://a.example/", "http://a.example:8080/", false],
    ["https://a.example/", "https://a.example:8443/", false],
    ["https://a.example:8443/", "http://a.example/", false],
    ["https://a.example/", "feeds.opml", false],
    ["https://a.example/", "standard input", false],
  ])("%s, where %s was named: %s", (url, named, is) => expect(isSentTo(url, named)).toBe(is));
});
