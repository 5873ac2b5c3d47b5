import { describe, expect, it } from "vitest";
import { readBy } from "./sets.ts";

describe("Ghost's addresses", () => {
  it.each([
    ["/rss/", "all rss"],
    ["/rss", "all rss"],
    ["/feed/", "all rss"],
    ["/rss/1/", "all rss"],
    ["/rss/2/", "nothing: a further page"],
    ["/tag/storm/rss/", "tag|section storm rss"],
    ["/tag/storm/feed/", "tag|section storm rss"],
    ["/tag/storm/rss/2/", "nothing: a further page"],
    ["/author/ada/rss/", "author ada rss"],
    ["/author/ada/rss/?ref=x", "author ada rss"],
    ["/tag/a,b/rss/", null],
    ["/podcast/rss/", null],
    ["/tag/storm/", null],
    ["/rss/x/", null],
  ])("%s is of %s", (url, read) => expect(readBy("ghost", url)).toBe(read));
});
