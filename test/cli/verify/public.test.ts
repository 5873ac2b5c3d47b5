import { afterEach, describe, expect, it } from "vitest";
import { atBase, checkPublicFeeds } from "../../../src/cli/verify/public.ts";
import { type Answered, closeServers, nobody } from "../server.ts";
import { documentOf, feedOf, type Newsroom, serveNewsroom } from "./newsroom.ts";

afterEach(closeServers);

const NOTE = "No publish token: documents are proofread and compared with one another, not with what is stored.";

async function check(answer: Newsroom["answer"], ...slugs: string[]) {
  const server = await serveNewsroom({ feeds: slugs.map(feedOf), answer });
  return { ...server, report: await checkPublicFeeds(server.url) };
}

describe("checkPublicFeeds", () => {
  it("reads every format of every feed of the OPML, as anybody does", async () => {
    const { asked, report } = await check(() => undefined, "top", "local");
    expect(asked.map(({ path }) => path)).toEqual([
      "/feeds.opml",
      "/feeds/top.rss",
      "/feeds/top.atom",
      "/feeds/top.json",
      "/feeds/local.rss",
      "/feeds/local.atom",
      "/feeds/local.json",
    ]);
    expect(asked.flatMap(({ headers }) => headers.authorization ?? [])).toEqual([]);
    expect(report.notes).toEqual([NOTE]);
    expect(report.checked.map(({ name, what, troubles }) => [name, what, troubles])).toEqual([
      ["https://feeds.example/feeds/top", "rss, atom, json proofread and compared with one another", []],
      ["https://feeds.example/feeds/local", "rss, atom, json proofread and compared with one another", []],
    ]);
    expect(report.checked.flatMap(({ findings }) => findings.filter(({ severity }) => severity === "error"))).toEqual(
      [],
    );
  });

  it("leaves feeds of families asleep, and says so", async () => {
    const { asked, report } = await check(() => undefined, "top", "tag/sea", "tag/shore");
    expect(asked.map(({ path }) => path).filter((path) => path.includes("tag"))).toEqual([]);
    expect(report.checked).toHaveLength(1);
    expect(report.notes).toEqual([NOTE, expect.stringContaining("Feeds of families are left out")]);
  });

  it("finds a format that says something else, and the others clean", async () => {
    const other = documentOf(feedOf("top"), "json").replace("Ferries sail again", "Ferries rest");
    const { report } = await check(
      ({ path }) => (path === "/feeds/top.json" ? { type: "application/feed+json", body: other } : undefined),
      "top",
      "local",
    );
    const errors = report.checked.map(({ findings }) => findings.filter(({ severity }) => severity === "error"));
    expect(errors).toEqual([[expect.objectContaining({ document: "formats" })], []]);
  });

  it("names the format that is wrong by itself", async () => {
    const { report } = await check(
      ({ path }) => (path === "/feeds/top.atom" ? { type: "application/atom+xml", body: "<feed" } : undefined),
      "top",
    );
    const errors = report.checked[0]?.findings.filter(({ severity }) => severity === "error") ?? [];
    expect(errors.length).toBeGreaterThan(0);
    expect(new Set(errors.map(({ document }) => document))).toEqual(new Set(["atom"]));
  });

  it("tells which feed cannot be read, and goes on with the next", async () => {
    const { url, report } = await check(
      ({ path }) => (path === "/feeds/top.atom" ? { status: 503 } : undefined),
      "top",
      "local",
    );
    expect(report.checked.map(({ name, troubles }) => [name, troubles])).toEqual([
      ["https://feeds.example/feeds/top", [`GET ${url}/feeds/top.atom answered 503`]],
      ["https://feeds.example/feeds/local", []],
    ]);
  });

  it.each<[string, Answered, RegExp]>([
    ["has no list of feeds", { status: 404 }, /^GET BASE\/feeds\.opml answered 404$/],
    ["is broken", { status: 500, body: "<html>" }, /^GET BASE\/feeds\.opml answered 500$/],
    ["answers text", { body: "Hello." }, /^BASE\/feeds\.opml is not well-formed: ./],
    ["answers a page", { body: "<html><body/></html>" }, /^BASE\/feeds\.opml is no OPML$/],
    ["breaks off", { body: "<opml>", breaksOff: true }, /^the answer of BASE\/feeds\.opml broke off: ./],
  ])("tells in one line that the service %s", async (_, answer, told) => {
    const { url, report } = await check(() => answer, "top");
    expect(report.checked.map(({ name }) => name)).toEqual([url]);
    expect(report.checked[0]?.troubles.map((trouble) => trouble.replace(url, "BASE"))).toEqual([
      expect.stringMatching(told),
    ]);
  });

  it("tells that nobody answers", async () => {
    const base = await nobody();
    const { checked } = await checkPublicFeeds(base);
    expect(checked.map(({ troubles }) => troubles)).toEqual([
      [`GET ${base}/feeds.opml: connect ECONNREFUSED ${base.slice("http://".length)}`],
    ]);
  });

  it("checks nothing of a service without public feeds", async () =>
    expect((await check(() => undefined)).report).toEqual({ checked: [], notes: [NOTE] }));
});

describe("atBase", () => {
  it.each([
    ["https://feeds.example/feeds/a.rss", "http://localhost:8787/feeds/a.rss"],
    ["https://feeds.example/feeds/a%20b.rss?x=1#y", "http://localhost:8787/feeds/a%20b.rss?x=1"],
  ])("asks for %s at %s", (url, asked) => expect(atBase("http://localhost:8787", url)).toBe(asked));
});
