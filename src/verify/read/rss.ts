import { fromRfc822, fromRfc3339 } from "../dates-as-read.ts";
import { ATOM, CONTENT, DC, DCTERMS, XML } from "../parse/namespaces.ts";
import type { ParsedElement } from "../parse/xml.ts";
import { historyOf, linkOf } from "./history.ts";
import { htmlText } from "./html-text.ts";
import { readMediaRss } from "./media.ts";
import { readPartnerLogo, readProfile } from "./profile.ts";
import type { Places, Reading } from "./reading.ts";
import { stylesheetOf } from "./stylesheet.ts";
import { leftoversOf, once, UnreadElement } from "./unread-element.ts";

/**
 * RSS 2.0, letter by letter.
 *
 * @param instructions the document's processing instructions
 */
export function readRssStrictly(root: ParsedElement, instructions: string[]): Reading {
  const rss = new UnreadElement(root);
  if (rss.name !== "rss") return { feed: {}, entries: [], unexpected: [{ field: "document", read: `<${rss.name}>` }] };
  const channel = rss.takeFirst("channel");
  const items = channel?.takeAway("item") ?? [];
  const feed: Places = {
    "rss@version": rss.attribute("version"),
    "xml-stylesheet": stylesheetOf(instructions),
    ...(channel && readChannel(channel)),
  };
  const entries = items.map((item) => readItem(item, feed));
  const itemsLeft = leftoversOf(
    items,
    entries.map((entry) => entry.id),
  );
  return { feed, entries, unexpected: [...rss.leftovers(), ...itemsLeft] };
}

function readChannel(channel: UnreadElement): Places {
  const image = channel.takeFirst("image");
  for (const part of [...channel.take("generator"), ...channel.take("docs")]) part.text();
  return {
    title: once(channel.take("title")),
    link: once(channel.take("link")),
    description: once(channel.take("description")),
    language: once(channel.take("language")),
    copyright: once(channel.take("copyright")),
    ttl: once(channel.take("ttl")),
    lastBuildDate: once(channel.take("lastBuildDate"), (part) => fromRfc822(part.text())),
    "atom:link[self]": once(channel.take(`${ATOM}link`, isSelf), selfHref),
    "atom:link[hub]": linkOf(channel, "hub"),
    ...historyOf(channel),
    pubDate: once(channel.take("pubDate"), (part) => fromRfc822(part.text())),
    ...readPartnerLogo(channel, "url"),
    "image/url": image && once(image.take("url")),
    "image/title": image && once(image.take("title")),
    "image/link": image && once(image.take("link")),
    "image/width": image && once(image.take("width")),
    "image/height": image && once(image.take("height")),
  };
}

function readItem(item: UnreadElement, feed: Places): Places {
  const persons = [...item.take(`${ATOM}author`), ...item.take(`${ATOM}contributor`)];
  const enclosures = item.take("enclosure");
  const sources = item.take("source");
  return {
    id: once(item.take("guid"), guidValue),
    link: once(item.take("link")),
    title: once(item.take("title")),
    description: once(item.take("description"), (part) => htmlText(part.text())),
    "content:encoded": once(item.take(`${CONTENT}encoded`)),
    pubDate: once(item.take("pubDate"), (part) => fromRfc822(part.text())),
    "atom:updated": once(item.take(`${ATOM}updated`), (part) => fromRfc3339(part.text())),
    "dc:creator": item.take(`${DC}creator`).map((part) => part.text()),
    "atom:author": persons.map((part) => part.name === `${ATOM}author`),
    "atom:author/atom:name": persons.map((part) => once(part.take(`${ATOM}name`))),
    "atom:author/atom:uri": persons.map((part) => once(part.take(`${ATOM}uri`))),
    "atom:author/atom:email": persons.map((part) => once(part.take(`${ATOM}email`))),
    category: item.take("category").map((part) => part.text()),
    "xml:lang": item.attribute(`${XML}lang`) ?? feed.language,
    "enclosure@url": once(enclosures, (part) => part.attribute("url")),
    "enclosure@type": once(enclosures, (part) => part.attribute("type")),
    "enclosure@length": once(enclosures, (part) => part.attribute("length")),
    source: [...sources, ...item.take(`${DC}source`)].map((part) => part.text()),
    "source@url": sources.map((part) => part.attribute("url")),
    "dc:rights": once(item.take(`${DC}rights`)),
    "dcterms:modified": once(item.take(`${DCTERMS}modified`)),
    ...readProfile(item),
    ...readMediaRss(item),
  };
}

/** An id that is no permalink; one that is, or says nothing of it, equals no stored id (RSS 2.0, guid). */
const guidValue = (part: UnreadElement) => {
  const isPermaLink = part.attribute("isPermaLink");
  return isPermaLink === "false" ? part.text() : { isPermaLink, guid: part.text() };
};

const isSelf = (part: UnreadElement): boolean => part.peek("rel") === "self";

function selfHref(part: UnreadElement): string | undefined {
  part.constant("rel", "self");
  part.constant("type", "application/rss+xml");
  return part.attribute("href");
}
