import { describe, expect, it } from "vitest";
import { parseAddress } from "../../../src/feed/redirects/address.ts";
import { looksLikeFeed } from "../../../src/feed/redirects/looks-like-feed.ts";

const looks = (url: string) => {
  const address = parseAddress(url);
  return address !== null && looksLikeFeed(address);
};

describe("who most likely wants a feed", () => {
  it.each([
    ...["/feed", "/blog/feed/", "/news.rss", "/news.atom", "/rss/all.xml", "/rss.php", "/index.rdf", "/feeds/news.xml"],
    ...["/index.xml", "/blog/index.xml", "/feed.json", "/atom_feed", "/en-feed", "/blog-feed.xml", "/rss2.0/news"],
    ...["/?feed=podcast", "/blog?format=rss", "/index.php?option=com&format=feed&type=rss", "/news?output=atom"],
  ])("asks for %s", (url) => expect(looks(url)).toBe(true));

  it.each([
    ...["/", "/wp-login.php", "/.env", "/sitemap.xml", "/feedback", "/atomic-energy", "/rss-icon.png", "/feed.css"],
    ...["/news", "/?s=feed", "/crossdomain.xml", "/browserconfig.xml", "/favicon.ico", "/index.html"],
  ])("does not ask for %s", (url) => expect(looks(url)).toBe(false));
});
