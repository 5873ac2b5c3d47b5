import { MEDIA, MI } from "../parse/namespaces.ts";
import type { Places } from "./reading.ts";
import { once, type UnreadElement } from "./unread-element.ts";

/** Media RSS 1.5, as RSS items and Atom entries carry it alike. */
export function readMediaRss(parent: UnreadElement): Places {
  const all = parent.take(`${MEDIA}content`);
  const images = all.filter((part) => part.peek("medium") === "image");
  const files = all.filter((part) => !images.includes(part));
  return {
    "media:content@medium": all.map((part) => part.attribute("medium")),
    "media:content[image]@url": images.map((part) => part.attribute("url")),
    "media:content[image]@type": images.map((part) => part.attribute("type")),
    "media:content[image]@width": images.map((part) => part.attribute("width")),
    "media:content[image]@height": images.map((part) => part.attribute("height")),
    "media:content[image]@fileSize": images.map((part) => part.attribute("fileSize")),
    "media:content[image]/media:description": images.map((part) =>
      once(part.take(`${MEDIA}description`), plainDescription),
    ),
    "media:content[image]/media:credit": images.map((part) => once(part.take(`${MEDIA}credit`), photographerCredit)),
    "media:content[image]/media:copyright": images.map((part) => once(part.take(`${MEDIA}copyright`))),
    "media:content[image]/mi:hasSyndicationRights": images.map((part) => once(part.take(`${MI}hasSyndicationRights`))),
    "media:content[image]/mi:licenseId": images.map((part) => once(part.take(`${MI}licenseId`))),
    "media:content[image]/mi:licensorName": images.map((part) => once(part.take(`${MI}licensorName`))),
    "media:content[file]@url": files.map((part) => part.attribute("url")),
    "media:content[file]@type": files.map((part) => part.attribute("type")),
    "media:content[file]@fileSize": files.map((part) => part.attribute("fileSize")),
    "media:content[file]@duration": files.map((part) => part.attribute("duration")),
    "media:content[file]/media:description": files.map((part) =>
      once(part.take(`${MEDIA}description`), plainDescription),
    ),
    "media:content[file]/media:credit": files.map((part) => once(part.take(`${MEDIA}credit`))),
    "media:content[file]/media:copyright": files.map((part) => once(part.take(`${MEDIA}copyright`))),
  };
}

function plainDescription(part: UnreadElement): string {
  part.constant("type", "plain");
  return part.text();
}

/** A credit has one role, of the one scheme that Media RSS names; another is left over. */
function photographerCredit(part: UnreadElement): string {
  part.constant("role", "photographer");
  part.constant("scheme", "urn:ebu");
  return part.text();
}
