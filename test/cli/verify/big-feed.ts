import type { Format } from "../../../src/feed/feed.ts";

const WORDS = "the harbour boat left at dawn and nobody on the quay had seen her go before the tide turned".split(" ");
const START = Date.parse("2026-03-13T06:00:00Z");
/** Milliseconds between two entries. */
const PACE = 7 * 60_000;

/** A feed of any size that is in order: some 1.2 KB an entry. */
export function bigFeed(format: Format, entries: number): string {
  const numbers = Array.from({ length: entries }, (_, number) => number);
  return WRITERS[format](numbers);
}

const link = (number: number) => `https://gazette.example/a/${number}`;
const idOf = (number: number) => `tag:gazette.example,2026:a${number}`;
const titleOf = (number: number) => `Boat ${number} left at dawn`;
const dateOf = (number: number) => new Date(START - number * PACE);
const isoOf = (number: number) => dateOf(number).toISOString().replace(".000", "");

function bodyOf(number: number): string {
  const paragraphs = [1, 2, 3].map((paragraph) => {
    const words = Array.from({ length: 45 }, (_, index) => WORDS[(number * paragraph + index * index) % WORDS.length]);
    return `<p>${words.join(" ")} <a href="${link(number)}?p=${paragraph}&amp;x=1">more</a>.</p>`;
  });
  return `${paragraphs.join("\n")}\n<p><img src="${link(number)}.jpg" alt="The boat"></p>`;
}

const escaped = (html: string) => html.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const WRITERS: Record<Format, (numbers: number[]) => string> = {
  rss: (numbers) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>The Harbour Gazette</title>
<link>https://gazette.example/</link>
<description>News of the harbour</description>
<language>en</language>
<atom:link rel="self" type="application/rss+xml" href="https://gazette.example/feed.rss"/>
${numbers
  .map(
    (number) => `<item>
<title>${titleOf(number)}</title>
<link>${link(number)}</link>
<guid isPermaLink="false">${idOf(number)}</guid>
<pubDate>${dateOf(number).toUTCString()}</pubDate>
<category>harbour</category>
<description>She left at dawn.</description>
<content:encoded>${escaped(bodyOf(number))}</content:encoded>
</item>`,
  )
  .join("\n")}
</channel>
</rss>
`,
  atom: (numbers) => `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>tag:gazette.example,2026:feed</id>
<title>The Harbour Gazette</title>
<updated>${isoOf(0)}</updated>
<author><name>Ada Quayle</name></author>
<link rel="self" type="application/atom+xml" href="https://gazette.example/feed.atom"/>
${numbers
  .map(
    (number) => `<entry>
<id>${idOf(number)}</id>
<title>${titleOf(number)}</title>
<updated>${isoOf(number)}</updated>
<published>${isoOf(number)}</published>
<link rel="alternate" type="text/html" href="${link(number)}"/>
<category term="harbour"/>
<summary>She left at dawn.</summary>
<content type="html">${escaped(bodyOf(number))}</content>
</entry>`,
  )
  .join("\n")}
</feed>
`,
  json: (numbers) =>
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "The Harbour Gazette",
      home_page_url: "https://gazette.example/",
      feed_url: "https://gazette.example/feed.json",
      language: "en",
      authors: [{ name: "Ada Quayle" }],
      items: numbers.map((number) => ({
        id: idOf(number),
        url: link(number),
        title: titleOf(number),
        summary: "She left at dawn.",
        content_html: bodyOf(number),
        date_published: isoOf(number),
        tags: ["harbour"],
      })),
    }),
};
