import { oneLine } from "../../article/text.ts";
import type { Taker } from "./take.ts";
import { attribute, elements, textOf, type XmlElement } from "./xml.ts";

/** The tags that modules give an item: Apple's and Media RSS's categories, and keywords, which are one text parted by commas. */
export const moduleTags = (item: Taker): string[] => [
  ...item.all("itunes:category").flatMap(podcastCategories),
  ...item.all("media:category").map((category) => oneLine(textOf(category)) || (attribute(category, "label") ?? "")),
  ...item
    .all("itunes:keywords", "media:keywords", "keywords", "tags", "atom:keywords", "atom:tags")
    // Older podcasts have them in the attribute.
    .flatMap((element) => (textOf(element) || (attribute(element, "text") ?? "")).split(","))
    .map(oneLine),
];

/** A category's subcategory stands within it. */
const podcastCategories = (category: XmlElement): string[] => [
  attribute(category, "text") ?? "",
  ...elements(category).map((within) => attribute(within, "text") ?? ""),
];
