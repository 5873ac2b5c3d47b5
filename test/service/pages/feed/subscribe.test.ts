import { describe, expect, it } from "vitest";
import { Formats } from "../../../../src/service/pages/feed/formats.tsx";
import { Subscribe } from "../../../../src/service/pages/feed/subscribe.tsx";
import { render } from "../../render.ts";
import { definitionOf, siteWith } from "../fixtures.ts";

const site = siteWith({ base: "https://gazette.example/feeds & more" });
const definition = definitionOf({ slug: "politics", title: "Politics" });

describe("the ways to follow a feed", () => {
  const html = render(Subscribe, { site, definition });

  it("hand its address to each reader whole, so that none takes a part of it for its own", () => {
    const links = [...html.matchAll(/<li><a href="([^"]+)" rel="noopener">/g)].map(([, href = ""]) =>
      href.replaceAll("&amp;", "&"),
    );
    expect(links).toHaveLength(6);
    const rss = "https://gazette.example/feeds & more/feeds/politics.rss";
    for (const link of links) expect(decodeURIComponent(link)).toContain(rss);
    for (const link of links.slice(0, -1)) expect([...new URL(link).searchParams].length).toBeLessThanOrEqual(1);
  });

  it("show every address whole, labelled, with a button that copies it once the script runs", () => {
    const labelled = [
      ...html.matchAll(
        /<label for="([^"]+)">([^<]+)<\/label><output id="([^"]+)">([^<]+)<\/output><button type="button" data-copy="#([^"]+)"[^>]* hidden="">Copy/g,
      ),
    ];
    const address = (format: string) => `https://gazette.example/feeds &amp; more/feeds/politics.${format}`;
    expect(labelled.map((match) => match.slice(1))).toEqual([
      ["url-rss", "RSS", "url-rss", address("rss"), "url-rss"],
      ["url-atom", "Atom", "url-atom", address("atom"), "url-atom"],
      ["url-json", "JSON Feed", "url-json", address("json"), "url-json"],
    ]);
  });
});

describe("the links to a feed's documents", () => {
  it("name the feed for those who hear them out of their place", () => {
    const labels = [...render(Formats, { site, definition }).matchAll(/aria-label="([^"]+)"/g)].map(
      ([, label]) => label,
    );
    expect(labels).toEqual(["RSS, Politics", "Atom, Politics", "JSON Feed, Politics"]);
  });
});
