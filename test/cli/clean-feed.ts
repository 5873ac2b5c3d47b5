/** A document of which there is nothing to say, until its one `<slash:comments>` is changed. */
export const CLEAN_FEED = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel>
<title>The Harbour Gazette</title><link>https://gazette.example/</link><description>News</description><language>en</language>
<lastBuildDate>Fri, 13 Mar 2026 06:00:00 GMT</lastBuildDate><atom:link rel="self" type="application/rss+xml" href="https://gazette.example/feed.rss"/>
<item><title>The first boat out</title><link>https://gazette.example/boat</link><guid>https://gazette.example/boat</guid><pubDate>Fri, 13 Mar 2026 06:00:00 GMT</pubDate><slash:comments>3</slash:comments></item>
</channel></rss>
`;
