import { expect, test } from "vitest";
import { told } from "./told.ts";

const podcast = (channel: string, episode: string) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>
<title>Quay Talk</title><link>https://gazette.example/talk</link><description>News of the harbour</description>
<language>en</language>${channel}
<item><title>The first boat</title><guid isPermaLink="false">1</guid><pubDate>Fri, 13 Mar 2026 06:00:00 GMT</pubDate>${episode}</item>
</channel></rss>`;

const OWNER =
  "<itunes:owner><itunes:name>The desk</itunes:name><itunes:email>desk@gazette.example</itunes:email></itunes:owner>";

test("a podcast that has everything that Apple asks for has no fault", async () => {
  const channel = `${OWNER}<itunes:author>The Harbour Gazette</itunes:author><itunes:explicit>false</itunes:explicit>
<itunes:image href="https://gazette.example/cover.png"/><itunes:type>Serial</itunes:type><itunes:complete>Yes</itunes:complete>
<itunes:category text="Society &amp; Culture"><itunes:category text="Places &amp; Travel"/></itunes:category>
<itunes:category text="Technology"/><itunes:block>No</itunes:block><itunes:title>Quay Talk</itunes:title>
<itunes:new-feed-url>https://gazette.example/talk.rss</itunes:new-feed-url>
<itunes:applepodcastsverify>9c0f2a30</itunes:applepodcastsverify>`;
  const episode = `<enclosure url="https://gazette.example/1.mp3?from=feed.xyz" length="1" type="audio/mpeg"/>
<itunes:duration>1:02:03</itunes:duration><itunes:episode>1</itunes:episode><itunes:season>2</itunes:season>
<itunes:episodeType>Full</itunes:episodeType><itunes:title>The first boat</itunes:title><itunes:explicit>true</itunes:explicit>
<itunes:image href="https://gazette.example/1.jpg"/>`;
  expect(await told(podcast(channel, episode), "itunes")).toEqual([]);
});

test("each fault of a podcast is told by its name", async () => {
  const channel = `${OWNER.replace("desk@gazette.example", "the desk")}<itunes:image>https://gazette.example/cover.jpg</itunes:image>
<itunes:explicit>maybe</itunes:explicit><itunes:category text="null"/><itunes:category text="Travel"/>
<itunes:category text="News"><itunes:category text="Sailing"/></itunes:category>`;
  const episode = `<enclosure url="https://gazette.example/1.wma" length="1" type="audio/x-ms-wma"/>
<itunes:duration>ten minutes</itunes:duration><itunes:episode>A</itunes:episode><itunes:explicit>clean</itunes:explicit>
<itunes:image href="/1.jpg"/><itunes:category text="News"/><itunes:Season>2</itunes:Season>`;
  expect(await told(podcast(channel, episode), "itunes")).toEqual([
    'error itunes/email-email: "the desk" is not an e-mail address',
    "error itunes/image-empty: <itunes:image> holds text, which nobody reads",
    "error itunes/image-href-required: <itunes:image> lacks the attribute href",
    'error itunes/explicit-value: "maybe" is none of true, false, yes, no, clean, explicit',
    'error itunes/category-known: "null" is none of Apple’s categories',
    'warning itunes/category-former: "Travel" is a category that Apple no longer has',
    'error itunes/category-known: "Sailing" in "News" is none of Apple’s categories',
    "warning itunes/enclosure-format: a file named .wma is none that Apple Podcasts plays",
    'error itunes/duration-duration: "ten minutes" is neither a number of seconds nor a time as 1:45:10',
    'error itunes/episode-positive: "A" is not a whole number above zero',
    'warning itunes/explicit-true-false: "clean" is how Apple had it before: it asks for true or false now',
    'error itunes/image-href-http-url: href: "/1.jpg" is no whole address',
    "error itunes/category-place: <itunes:category> stands in <item>, where it does not belong",
    "error itunes/unknown-element: there is no <itunes:Season> in Apple, A Podcaster’s Guide to RSS: season was probably meant",
  ]);
});

test("only a feed that has tags of Apple's is asked for those that a podcast must have", async () => {
  expect(await told(podcast("", ""), "itunes")).toEqual([]);
  expect(await told(podcast("", "<itunes:duration>45:10</itunes:duration>"), "itunes")).toEqual([
    "warning itunes/feed-category-required: the feed has Apple’s tags, and no <itunes:category>",
    "warning itunes/feed-explicit-required: the feed has Apple’s tags, and no <itunes:explicit>",
    "warning itunes/feed-owner-required: the feed has Apple’s tags, and no <itunes:owner>",
    "advice itunes/feed-image-required: the feed has Apple’s tags, and no <itunes:image>",
  ]);
});

test.each([
  ["seconds", "2710"],
  ["minutes", "45:10"],
  ["hours", "1:45:10"],
  ["nothing", "0"],
])("a duration in %s is in order", async (_, duration) => {
  const findings = await told(podcast("", `<itunes:duration>${duration}</itunes:duration>`), "itunes");
  expect(findings.filter((one) => one.includes("duration-duration"))).toEqual([]);
});

test.each(["", "45:70", "45.5 min", "1:2:3:4", "1:2", "-5"])("%j is no duration", async (duration) => {
  const findings = await told(podcast("", `<itunes:duration>${duration}</itunes:duration>`), "itunes");
  expect(findings.filter((one) => one.includes("duration-duration"))).toHaveLength(1);
});

test("a show that is serial is asked for episodes' numbers, but not for its trailer's", async () => {
  const trailer = "<itunes:episodeType>trailer</itunes:episodeType>";
  const numbers = async (episode: string) =>
    (await told(podcast("<itunes:type>serial</itunes:type>", episode), "itunes")).filter((one) =>
      one.includes("serial-episode"),
    ).length;
  expect(await numbers("<itunes:season>1</itunes:season>")).toBe(1);
  expect(await numbers(trailer)).toBe(0);
  expect(await numbers("<itunes:episode>1</itunes:episode>")).toBe(0);
});

test("the language of a podcast is said by each format in its own way", async () => {
  const itunes = 'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"';
  const languages = async (text: string) =>
    (await told(text, "itunes", "rss", "atom")).filter((one) => one.includes("lang"));
  const spoken = podcast("", "<itunes:duration>45:10</itunes:duration>");
  expect(await languages(spoken.replace("<language>en</language>", "").replace("<rss", '<rss xml:lang="en"'))).toEqual(
    [],
  );
  const atom = (lang: string) => `<feed xmlns="http://www.w3.org/2005/Atom" ${itunes}${lang}><title>Quay Talk</title>
<id>tag:gazette.example,2026:talk</id><updated>2026-03-13T06:00:00Z</updated><itunes:author>Ada</itunes:author></feed>`;
  expect(await languages(atom(' xml:lang="en"'))).toEqual([]);
  expect((await languages(atom(""))).toSorted()).toEqual([
    "advice atom/lang: there is no xml:lang",
    "warning itunes/feed-language-required: the feed has Apple’s tags, and no xml:lang",
  ]);
});
