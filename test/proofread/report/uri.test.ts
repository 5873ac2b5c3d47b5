import { describe, expect, it } from "vitest";
import { uriOf } from "../../../src/proofread/report/uri.ts";

describe("a document's name as a URI", () => {
  it.each([
    ["https://gazette.example/feed.rss?x=1", "https://gazette.example/feed.rss?x=1"],
    ["feeds/news.xml", "feeds/news.xml"],
    ["feeds/50% off #1.xml", "feeds/50%25%20off%20%231.xml"],
    ["../zürich.xml", "../z%C3%BCrich.xml"],
    ["/srv/feeds/news.xml", "file:///srv/feeds/news.xml"],
    ["feeds\\news.xml", "feeds/news.xml"],
    ["C:\\feeds\\news.xml", "file:///C:/feeds/news.xml"],
    ["a:b.xml", "a%3Ab.xml"],
    ["-", "-"],
    ["\ud800.xml", "%EF%BF%BD.xml"],
  ])("%j is %j", (name, uri) => expect(uriOf(name)).toBe(uri));
});
