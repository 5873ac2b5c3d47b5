import { describe, expect, it } from "vitest";
import { readBy } from "./sets.ts";

describe("Blogger's addresses", () => {
  it.each([
    ["/feeds/posts/default", "all atom"],
    ["/feeds/posts/default?alt=rss", "all rss"],
    ["/feeds/posts/default/?alt=atom&max-results=500&redirect=false", "all atom"],
    ["/feeds/posts/full", "all atom"],
    ["/feeds/posts/summary?alt=rss", "all rss"],
    ["/atom.xml", "all atom"],
    ["/rss.xml", "all rss"],
    ["/feeds/posts/default/-/Storm%20Maren", 'tag|section "Storm Maren" atom'],
    ["/feeds/posts/default/-/C%2B%2B?alt=rss", 'tag|section "C++" rss'],
    ["/feeds/comments/default", "nothing: comments"],
    ["/feeds/8512/comments/default", "nothing: comments"],
    ["/feeds/posts/default?start-index=26", "nothing: a further page"],
    ["/feeds/posts/default?start-index=1", "all atom"],
    ["/feeds/posts/default?q=boat", "nothing: a search"],
    // The stories with both labels
    ["/feeds/posts/default/-/Storm/Boats", null],
    ["/feeds/posts/default?alt=json", null],
    ["/feeds/pages/default", null],
  ])("%s is of %s", (url, read) => expect(readBy("blogger", url)).toBe(read));
});
