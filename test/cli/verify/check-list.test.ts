import { afterEach, describe, expect, it } from "vitest";
import { checkDocuments } from "../../../src/cli/verify/documents.ts";
import { toText } from "../../../src/cli/verify/report-text.ts";
import { closeServers, serve } from "../server.ts";
import { documentOf, feedOf } from "./newsroom.ts";

afterEach(closeServers);

const opml = (...urls: string[]) =>
  `<?xml version="1.0"?>\n<opml version="2.0"><head/><body><outline text="News">${urls
    .map((url) => `<outline type="rss" text="One" xmlUrl="${url}"/>`)
    .join("")}</outline></body></opml>`;

describe("a list of feeds", () => {
  it("is read to its end, each feed being a line, and what is no feed among them", async () => {
    const { url, asked } = await serve(({ path }) => {
      if (path === "/list.opml")
        return { body: opml(`${url}/a.rss`, `${url}/gone`, "mailto:a@b.example", `${url}/a.rss`) };
      if (path === "/gone") return { status: 410 };
      return { type: "application/rss+xml", body: documentOf(feedOf("a"), "rss") };
    });
    const report = await checkDocuments([`${url}/list.opml`]);
    const lines = toText(report).replaceAll(url, "").split("\n");
    expect(lines[0]).toBe("ok       /list.opml  a list of 3 feeds (OPML)");
    expect(lines.slice(2, 5)).toEqual([
      expect.stringMatching(/^(ok|ERROR) +\/a\.rss {2}RSS 2\.0, 1 entry, proofread/),
      "UNREAD   /gone  GET /gone answered 410",
      "UNREAD   mailto:a@b.example  it is no http(s) URL",
    ]);
    expect(asked.map(({ path }) => path).toSorted()).toEqual(["/a.rss", "/gone", "/list.opml"]);
  });

  it("is asked for few at a time", async () => {
    let [now, most] = [0, 0];
    const { url } = await serve(({ path }) => {
      if (path === "/") return { body: opml(...Array.from({ length: 40 }, (_, index) => `${url}/${index}`)) };
      [now, most] = [now + 1, Math.max(most, now + 1)];
      setTimeout(() => (now -= 1), 1);
      return { body: documentOf(feedOf("a"), "rss") };
    });
    expect((await checkDocuments([url])).checked).toHaveLength(41);
    expect(most).toBeLessThan(20);
  });
});
