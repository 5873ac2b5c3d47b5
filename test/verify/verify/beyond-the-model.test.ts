import { describe, expect, it } from "vitest";
import { verifyDocument } from "../../../src/verify/verify.ts";
import { golden, replace } from "../documents.ts";
import { sampleFeed } from "../sample.ts";

describe("what a document carries beyond the model", () => {
  it.each([
    ["rss", "<channel>", "<?php echo 1?><channel>", "stylesheet"],
    ["atom", "<dc:source>", '<?xml-stylesheet type="text/xsl" href="/x.xsl"?><dc:source>', "stylesheet"],
    ["rss", "<ttl>", "<webMaster>a@b.example</webMaster><ttl>", "webMaster"],
    ["rss", "<image>", '<atom:link rel="hub" href="https://hub.example/"/><image>', "hub"],
    ["atom", "<logo>", '<link rel="hub" href="https://hub.example/"/><logo>', "hub"],
    ["rss", "<ttl>", '<atom:link rel="license" href="https://x.example/"/><ttl>', "link"],
    ["rss", "<ttl>", '<atom:link rel="self" href="https://other.example/"/><ttl>', "self.rss"],
    ["rss", "<dc:creator>Dee", "<author>a@b.example (A)</author><dc:creator>Dee", "author"],
    ["rss", "<dc:creator>Dee", "<dc:creator>Eve</dc:creator><dc:creator>Dee", "authors.name"],
    ["rss", "<dc:creator>Dee", '<dc:creator xml:lang="de">Dee', "creator@lang"],
    ["rss", "<category>harbour", '<category domain="https://x.example/">harbour', "category@domain"],
    [
      "rss",
      "<link>https://gazette.example/2026/brief",
      "<link>https://a.example/</link><link>https://gazette.example/2026/brief",
      "url",
    ],
    [
      "rss",
      '<enclosure url="https://gazette.example/a/1.mp3"',
      '<enclosure url="https://x.example/" length="0" type="a/b"/><enclosure url="https://gazette.example/a/1.mp3"',
      "attachments.url",
    ],
    [
      "rss",
      "<dc:source>",
      '<media:content url="https://gazette.example/i/x.jpg" type="image/jpeg" medium="image"/><dc:source>',
      "images.url",
    ],
    ["rss", "<dc:source>", "<media:group/><dc:source>", "group"],
    ["rss", "<dc:source>", "words between elements<dc:source>", "item"],
    ["rss", "In brief</description>", "In <b>brief</b></description>", "b"],
    ["atom", "<dc:source>", "<contributor><name>Eve</name></contributor><dc:source>", "contributor"],
    [
      "atom",
      '<link href="https://gazette.example/2026/brief"/>',
      '<link href="https://gazette.example/2026/brief"/><link rel="alternate" href="https://x.example/"/>',
      "url",
    ],
    ["atom", "<dc:source>", '<category term="x"/><dc:source>', "categories"],
    ["atom", "<name>Dee</name>", "<name>Dee</name><name>Eve</name>", "authors.name"],
    ["atom", "<name>Dee</name>", "<name>Dee</name><uri>https://dee.example/</uri>", "authors.url"],
    ["atom", '<category term="harbour"/>', '<category term="harbour" label="Harbour"/>', "category@label"],
    ["atom", "<title>In brief", '<title type="html">In brief', "title"],
    [
      "atom",
      "<uri>https://gazette.example/</uri>",
      "<uri>https://gazette.example/</uri><email>a@b.example</email>",
      "email",
    ],
    ["atom", "<feed ", '<feed xml:base="https://x.example/" ', "feed@base"],
    [
      "json",
      '"id": "https://old.example/?p=7"',
      '"id": "https://old.example/?p=7", "external_url": "https://x.example/"',
      "external_url",
    ],
    ["json", '{ "name": "Dee" }', '{ "name": "Dee", "avatar": "https://x.example/" }', "authors.avatar"],
    ["json", '{ "name": "Dee" }', '{ "name": "Dee" }, { "name": "Eve" }', "authors.name"],
    ["json", "https://jsonfeed.org/version/1.1", "https://jsonfeed.org/version/1", "version"],
    ["json", '"about": "https://feeds.example/"', '"about": 7', "about"],
    ["json", '"credit": { "name": "Coast Wire" }', '"credit": "Coast Wire"', "credit"],
    [
      "json",
      '"url": "https://gazette.example/2026/brief"',
      '"url": "https://x.example/", "url": "https://gazette.example/2026/brief"',
      "well-formed",
    ],
  ] as const)("is refused: %s, %s", async (format, search, replacement, field) => {
    const found = await verifyDocument(sampleFeed, { format, text: replace(golden(format), search, replacement) });
    expect(found.map((discrepancy) => discrepancy.field)).toContain(field);
  });
});
